"""mkdocs.yml, parsed once: its text, the YAML nodes of its settings and its syntax problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from yaml_env_tag import construct_env_tag

from casebook.content.file_access import read_text
from casebook.content.problem import START, Mark, Problem
from casebook.content.yaml_tree import is_deeper

MAX_DEPTH = 20
"""Maximum lists and mappings within one another; the library recurses into every level."""


class _SettingsLoader(yaml.SafeLoader):
    """Constructs the values of settings as MkDocs does, but no Python objects."""


_SettingsLoader.add_constructor("!ENV", construct_env_tag)


@dataclass(frozen=True, slots=True)
class MkdocsYml:
    """The parsed configuration file; without a mapping at the root it has no settings."""

    shown: str
    """The file's path in problems."""
    text: str = ""
    root: yaml.Node | None = None
    problems: tuple[Problem, ...] = ()

    def node(self, *keys: str) -> tuple[yaml.Node | None, Mark]:
        """The node of a nested setting and the position of its key; None where a key is missing.

        The position is that of the last key on the path that exists.
        """
        node, mark = self.root, START
        for name in keys:
            pairs = {key.value: (key, value) for key, value in pairs_of(node)}
            if name not in pairs:
                return None, mark
            mark, node = start_of(pairs[name][0]), pairs[name][1]
        return node, mark

    def setting(self, key: str) -> str:
        """The value of a top-level setting as text, `!ENV` resolved; empty where there is none."""
        node, _ = self.node(key)
        try:
            value = None if node is None else _SettingsLoader("").construct_object(node, deep=True)
        except (ValueError, TypeError, yaml.YAMLError):
            return ""  # MkDocs reports it
        return str(value or "")

    def line_of(self, key: str) -> int:
        """The line of a top-level setting, from 1; the first line where it is missing."""
        node, mark = self.node(key)
        return START.line if node is None else mark.line


def read_mkdocs_yml(path: Path, shown: str) -> MkdocsYml:
    """The parsed file; its problems are a missing file, failed reading, bad syntax or no mapping.

    Names and values of settings are validated by MkDocs.
    """
    if not path.exists():
        return MkdocsYml(shown, problems=(Problem.of("config-missing", shown),))
    text = read_text(path, shown)
    if isinstance(text, Problem):
        return MkdocsYml(shown, problems=(text,))
    if is_deeper(text, MAX_DEPTH):
        return MkdocsYml(shown, text, problems=(Problem.of("config-syntax", shown),))
    try:
        root = yaml.compose(text, Loader=_SettingsLoader)
    except yaml.MarkedYAMLError as error:
        problem = Problem.of("config-syntax", shown, _error_mark(error))
    except yaml.YAMLError:
        problem = Problem.of("config-syntax", shown)
    else:
        if root is None or isinstance(root, yaml.MappingNode):
            return MkdocsYml(shown, text, root)
        problem = Problem.of("config-not-mapping", shown)
    return MkdocsYml(shown, text, problems=(problem,))


def pairs_of(node: yaml.Node | None) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    """The scalar keys of a mapping node with their values; nothing for any other node."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if isinstance(key, yaml.ScalarNode):
            yield key, value


def start_of(node: yaml.Node) -> Mark:
    """The position in the file at which a node begins."""
    return Mark(node.start_mark.line + 1, node.start_mark.column + 1)


def _error_mark(error: yaml.MarkedYAMLError) -> Mark:
    """Where parsing stopped, or else where an unclosed construct began, often lines before."""
    mark = error.problem_mark or error.context_mark
    return Mark(mark.line + 1, mark.column + 1) if mark else START
