"""Rules on the files that shape a site: mkdocs.yml and the templates hold no personal data."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import yaml

from casebook.checks.exemptions import Exemptions
from casebook.checks.published_files import findings_in, problems_of_path
from casebook.checks.published_names import path_problems
from casebook.config.mkdocs_yml import MkdocsYml, start_of
from casebook.content.file_access import read_text
from casebook.content.files import is_temporary
from casebook.content.problem import Mark, Problem

TEMPLATES = "overrides"
"""The folder of templates and styles; whatever else is in it is read as an attachment is."""
_TEXTS = {".html", ".css", ".xml", ".txt"}


def site_files_hold_no_personal_data(
    config: MkdocsYml, root: Path, exemptions: Exemptions
) -> Iterator[Problem]:
    """mkdocs.yml and the files in overrides/ hold no personal data, comments included.

    The owner's contacts are meant to be read, and are among the exemptions.
    """
    yield from _of_lines(config.text, config.shown, exemptions)
    for node in _scalars(config.root):
        for finding in () if node.value in config.text else findings_in(node.value, exemptions):
            yield Problem.of(finding.code, config.shown, start_of(node), "", **finding.found)
    folder = root / TEMPLATES
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder).as_posix()
        if path.is_file() and not any(map(is_temporary, place.split("/"))):
            yield from path_problems(TEMPLATES, place, exemptions)
            yield from _of_file(path, f"{TEMPLATES}/{place}", exemptions)


def _of_file(path: Path, shown: str, exemptions: Exemptions) -> Iterator[Problem]:
    if path.suffix.lower() not in _TEXTS:
        yield from problems_of_path(path, shown, exemptions)
        return
    text = read_text(path, shown)
    if isinstance(text, Problem):
        yield text
    else:
        yield from _of_lines(text, shown, exemptions)


def _of_lines(text: str, shown: str, exemptions: Exemptions) -> Iterator[Problem]:
    """The problems of each line; an entity is read as what it stands for."""
    for number, line in enumerate(text.splitlines(), 1):
        plain = unescape(line)
        for finding in findings_in(plain, exemptions):
            column = finding.start + 1 if plain == line else 1
            yield Problem.of(finding.code, shown, Mark(number, column), "", **finding.found)


def _scalars(root: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """All scalars, of which those with escapes or in several lines read otherwise than a line."""
    waiting = [root] if root else []
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif isinstance(node, yaml.MappingNode):
            waiting += [one for pair in node.value for one in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
