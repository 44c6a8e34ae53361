"""The configuration as a file: that mkdocs.yml is there and is YAML, before anybody reads in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from casebook.content.file_access import read_text
from casebook.content.problem import START, Mark, Problem


def syntax_problems(config: Path, shown: str) -> Iterator[Problem]:
    """The file is there, can be read, and consists of keys and values.

    What the values should be is the generator's to say; so is what an empty file lacks.
    """
    if not config.exists():
        yield Problem.of("config-missing", shown)
        return
    text = read_text(config, shown)
    if isinstance(text, Problem):
        yield text
        return
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        yield Problem.of("config-syntax", shown, _place(error))
    except (yaml.YAMLError, RecursionError):
        yield Problem.of("config-syntax", shown)
    else:
        if node is not None and not isinstance(node, yaml.MappingNode):
            yield Problem.of("config-not-mapping", shown)


def _place(error: yaml.MarkedYAMLError) -> Mark:
    """Where reading stopped; or where that began which has no end, often lines before."""
    mark = error.problem_mark or error.context_mark
    return Mark(mark.line + 1, mark.column + 1) if mark else START
