"""Front matter: the YAML head of a Markdown file, split from its body, with source positions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

import yaml
from pydantic import BaseModel

from casebook.content.field_names import field_name
from casebook.content.problem import START, FieldName, Mark, Problem
from casebook.content.source_positions import SourcePositions
from casebook.content.yaml_tree import Location, Passage, Tree, Value, YamlRefusedError

_OPENING = re.compile(r"---[ \t]*$", re.MULTILINE)
_CLOSING = re.compile(r"^---[ \t]*$", re.MULTILINE)
INVISIBLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\xac\xae-\u200a\u2010-\u2027\u202f-\u205f\u2070-\ud7ff"
    "\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Control characters and invisible ones: of zero width, or for the direction of text."""
_FULL_WIDTH_COLON = re.compile(r"[ \t]*(?:- )?([A-Za-z_]+)[ \t]*：")
_COLON_WITHOUT_SPACE = re.compile(r"[ \t]*(?:- )?([A-Za-z_]+):(?=[^\s/])")
_USUAL_KEY = re.compile("[A-Za-z_]+")
_END_OF_DOCUMENT = re.compile(r"\.\.\.[ \t]*")
_AT_FAULT = (
    ("mapping values are not allowed", "yaml-colon"),
    ("cannot start any token", "yaml-first-character"),
)
"""Parts of YAML errors about the character at which parsing stopped."""
_AT_START = (
    ("scanning an alias", "yaml-alias"),
    ("scanning an anchor", "yaml-alias"),
    ("scanning a tag", "yaml-tag"),
    ("scanning a quoted scalar", "yaml-quote"),
    ("parsing a flow", "yaml-bracket"),
    ("scanning a simple key", "yaml-syntax"),
)
"""Parts of YAML errors about a construct; the fault is where that began, often lines before."""


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file split into front matter and body, with the source position of every value."""

    path: str
    values: MappingProxyType[str, Value]
    """The front matter as written, every scalar as text."""
    marks: Mapping[Location, Mark]
    """The source position of each value."""
    keys: Mapping[Location, Mark]
    """The source position of each key."""
    head: tuple[str, ...]
    """The lines of the front matter."""
    body: str
    """The Markdown after the front matter."""
    body_line: int
    """The line of the file on which the body begins."""
    head_line: int = 2
    """The line of the file on which the front matter begins."""
    unread: tuple[Passage, ...] = ()
    """The texts that are in no value: below repeated keys, unknown keys, lines without syntax."""
    model: type[BaseModel] | None = None
    """The model with the titles of the fields; None for a text of which no model is known."""

    def problem(self, code: str, location: Location = (), **found: object) -> Problem:
        """A problem with the value at `location`, or else with the closest parent that exists.

        A field that takes one value or a list has no list index where one value was written, and
        one that takes a value or a mapping no key.
        """
        while location and location not in self.marks and self._is_plain(location):
            location = location[:-1]
        mark = self._mark(self.marks, location)
        return Problem.of(code, self.path, mark, field_name(self.model, location), **found)

    def key_problem(self, code: str, location: Location, **found: object) -> Problem:
        """A problem with the key at `location`, not with its value."""
        mark = self._mark(self.keys, location)
        return Problem.of(code, self.path, mark, field_name(self.model, location), **found)

    def body_problem(self, code: str, line: int, column: int = 1, **found: object) -> Problem:
        """A problem in the body; `line` counts from 0 at the body's first line."""
        return Problem.of(code, self.path, Mark(self.body_line + line, column), "body", **found)

    def within(self, location: Location, words: str, earlier: int = 0) -> Mark:
        """The position of `words` in the value at `location`, after `earlier` occurrences of them.

        The position of the value where they are not found, as when it is written with escapes.
        """
        start = self._mark(self.marks, location)
        column = start.column - 1
        for number, line in enumerate(self.head[start.line - self.head_line :], start.line):
            while (found := line.find(words, column)) >= 0:
                if not earlier:
                    return Mark(number, found + 1)
                earlier, column = earlier - 1, found + len(words)
            column = 0
        return start

    @property
    def comments(self) -> Iterator[tuple[int, str]]:
        """The lines of the front matter that consist of a comment, with their line numbers."""
        for number, line in enumerate(self.head, self.head_line):
            if "#" in line and line.lstrip().startswith("#"):
                yield number, line

    def _is_plain(self, location: Location) -> bool:
        """Whether a plain value was written where `location` is in a list or mapping."""
        if isinstance(location[-1], int):
            return True
        value: Value = dict(self.values)
        for step in location[:-1]:
            if isinstance(value, dict):
                value = value.get(str(step))
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
        return isinstance(value, str | list)

    @staticmethod
    def _mark(marks: Mapping[Location, Mark], location: Location) -> Mark:
        for length in range(len(location), 0, -1):
            if location[:length] in marks:
                return marks[location[:length]]
        return START


def with_line_feeds(text: str) -> str:
    """The text of a file without a byte order mark, its lines separated by line feeds."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def parse(
    text: str, path: str, model: type[BaseModel] | None = None
) -> tuple[Document | None, list[Problem]]:
    """The document parsed from `text`, None where that fails, and the problems of its syntax.

    Any string is accepted. `path` and the titles of the `model` are used in the problems only.
    """
    text = with_line_feeds(text)
    opening = _OPENING.match(text)
    if opening is None:
        return None, [Problem.of("front-matter-missing", path)]
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        return None, [Problem.of("front-matter-open", path)]
    head = tuple(text[opening.end() : closing.start()].split("\n")[1:-1])
    rest = text[closing.end() + 1 :]
    is_clean = INVISIBLE.search(text) is None
    if not is_clean and (flaws := [*_invisible(head, 2, path)]):
        return None, flaws
    tree, problems = _tree(head, path, model)
    if tree is None or not isinstance(tree.root, dict):
        return None, problems
    if not is_clean:
        problems += _invisible(rest.split("\n"), len(head) + 3, path)
    # Blank lines before the body are no part of it; an empty body begins at the end of the file.
    start = rest.rfind("\n", 0, len(rest) - len(rest.lstrip())) + 1
    body = rest[start:] if rest[start:].strip() else ""
    document = Document(
        path=path,
        values=MappingProxyType(tree.root),
        marks=SourcePositions(head),
        keys=SourcePositions(head, are_of_keys=True),
        head=head,
        body=body,
        body_line=len(head) + 3 + rest.count("\n", 0, start) if body else text.count("\n") + 1,
        unread=unread_of(tree),
        model=model,
    )
    return document, problems


def unread_of(tree: Tree) -> tuple[Passage, ...]:
    """The texts below repeated keys, and the keys that no model can have."""
    keys = tree.root if isinstance(tree.root, dict) else ()
    unusual = ((tree.keys[key,], key) for key in keys if not _USUAL_KEY.fullmatch(key))
    return (*tree.dropped, *unusual)


def _tree(
    head: tuple[str, ...], path: str, model: type[BaseModel] | None
) -> tuple[Tree | None, list[Problem]]:
    """The tree of a head, None where it cannot be parsed, and the problems of its syntax."""
    tree = Tree(path, partial(field_name, model))
    try:
        tree.read(head)
    except yaml.YAMLError as error:
        return None, [*tree.problems, _syntax_problem(error, head, path, model)]
    except YamlRefusedError:
        return None, tree.problems
    if not isinstance(tree.root, dict):
        habit = _habit_problem(head, path, model)
        return None, [habit or Problem.of("front-matter-not-mapping", path, Mark(2, 1))]
    return tree, tree.problems


def _invisible(lines: Sequence[str], first: int, path: str) -> Iterator[Problem]:
    for number, line in enumerate(lines, first):
        if match := INVISIBLE.search(line):
            found = f"U+{ord(match[0]):04X}"
            yield Problem.of(
                "control-character", path, Mark(number, match.start() + 1), found=found
            )


def _syntax_problem(
    error: yaml.YAMLError, head: Sequence[str], path: str, model: type[BaseModel] | None
) -> Problem:
    """The problem behind a YAML error: habits of Chinese keyboards first, then YAML's message."""
    if habit := _habit_problem(head, path, model):
        return habit
    context, problem = (str(getattr(error, name, "")) for name in ("context", "problem"))
    stop = _mark_of(getattr(error, "problem_mark", None), head)
    line = head[stop.line - 2] if head else ""
    if "\t" in line[: stop.column] and not line[: stop.column].strip():
        return Problem.of("yaml-tab", path, stop)
    for part, code in _AT_FAULT:
        if part in problem:
            return Problem.of(code, path, stop)
    start = _mark_of(getattr(error, "context_mark", None), head)
    for part, code in _AT_START:
        if part in context:
            found = head[start.line - 2][start.column - 1 :].split()[:1]
            return Problem.of(code, path, start, found=found[0] if found else "")
    return Problem.of("yaml-syntax", path, stop)


def _mark_of(mark: yaml.Mark | None, head: Sequence[str]) -> Mark:
    """A YAML mark as a position in the file; the end of the text is on its last line."""
    return Mark(min(mark.line, len(head) - 1) + 2, mark.column + 1) if mark and head else Mark(2, 1)


def _habit_problem(head: Sequence[str], path: str, model: type[BaseModel] | None) -> Problem | None:
    for number, line in enumerate(head, 2):
        if _END_OF_DOCUMENT.fullmatch(line):
            return Problem.of("yaml-second-document", path, Mark(number, 1))
        for pattern, code in (
            (_FULL_WIDTH_COLON, "full-width-colon"),
            (_COLON_WITHOUT_SPACE, "colon-without-space"),
        ):
            if match := pattern.match(line):
                is_nested = match.start(1) > 0
                name = FieldName(match[1]) if is_nested else field_name(model, (match[1],))
                return Problem.of(code, path, Mark(number, match.end(1) + 1), name)
    return None
