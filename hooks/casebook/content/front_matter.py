"""Front matter: the YAML head of a Markdown file, read without guessing and with places.

Every scalar is the text the editor wrote: `NO`, `007`, `1.10` and `2024-04` stay what they are,
for no YAML type is applied; the models know what each field means. The tree is built from
libyaml's events and not with `compose`, which recurses in C and kills the process on a few
hundred thousand opening brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType

import yaml

from casebook.content.problem import START, Mark, Problem

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Value = str | None | list["Value"] | dict[str, "Value"]
"""What front matter holds: text, nothing, lists and mappings of these."""

Location = tuple[str | int, ...]
"""The way to a value: keys and positions from the top, as in ("updates", 0, "date")."""

DEEPEST = 8
"""Nesting beyond this is no front matter of ours (the models use three levels)."""

_FENCE = re.compile(r"---[ \t]*")
# Control characters, and what nobody sees: zero-width characters and marks of writing direction.
_INVISIBLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    "|[\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
_NOTHING = {"", "~", "null", "Null", "NULL"}
_FULL_WIDTH_COLON = re.compile(r"[ \t]*(?:- )?([A-Za-z_]+)[ \t]*：")
_COLON_WITHOUT_SPACE = re.compile(r"[ \t]*(?:- )?([A-Za-z_]+):(?=[^\s/])")
_END_OF_DOCUMENT = re.compile(r"\.\.\.[ \t]*")
_AT_FAULT = (
    ("mapping values are not allowed", "yaml-colon"),
    ("cannot start any token", "yaml-first-character"),
)
"""What YAML says of the character at which it stopped."""
_AT_START = (
    ("scanning an alias", "yaml-alias"),
    ("scanning an anchor", "yaml-alias"),
    ("scanning a tag", "yaml-tag"),
    ("scanning a quoted scalar", "yaml-quote"),
    ("parsing a flow", "yaml-bracket"),
    ("scanning a simple key", "yaml-syntax"),
)
"""What YAML says it was reading; the fault lies where that began, often lines before the stop."""


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file split into front matter and body, which knows where every value stands."""

    path: str
    values: MappingProxyType[str, Value]
    """The front matter as it was written, every scalar as text."""
    marks: MappingProxyType[Location, Mark]
    """Where each value begins."""
    keys: MappingProxyType[Location, Mark]
    """Where each key begins."""
    body: str
    """The Markdown after the front matter."""
    body_line: int
    """The line of the file on which the body begins."""

    def problem(self, code: str, location: Location = (), **found: object) -> Problem:
        """A problem with the value at `location`; without such a value, with its parent.

        A field that takes one value or a list has no position where one was written.
        """
        while location and isinstance(location[-1], int) and location not in self.marks:
            location = location[:-1]
        return Problem.of(
            code, self.path, self._mark(self.marks, location), dotted(location), **found
        )

    def key_problem(self, code: str, location: Location, **found: object) -> Problem:
        """A problem with the key at `location` rather than with its value."""
        return Problem.of(
            code, self.path, self._mark(self.keys, location), dotted(location), **found
        )

    def body_problem(self, code: str, line: int, column: int = 1, **found: object) -> Problem:
        """A problem in the body; `line` counts from 0 at the body's first line."""
        return Problem.of(code, self.path, Mark(self.body_line + line, column), "body", **found)

    @staticmethod
    def _mark(marks: MappingProxyType[Location, Mark], location: Location) -> Mark:
        for length in range(len(location), 0, -1):
            if location[:length] in marks:
                return marks[location[:length]]
        return START


def dotted(location: Location) -> str:
    """A location as people write it: updates[0].date."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return "".join(parts).removeprefix(".")


def parse(text: str, path: str) -> tuple[Document | None, list[Problem]]:
    """The document written in `text`, or None, and all problems of its form.

    Any string is accepted. `path` is only carried into the problems.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not _FENCE.fullmatch(lines[0]):
        return None, [Problem.of("front-matter-missing", path)]
    end = next((n for n, line in enumerate(lines[1:], 1) if _FENCE.fullmatch(line)), None)
    if end is None:
        return None, [Problem.of("front-matter-open", path)]
    head = lines[1:end]
    if flaws := list(_invisible(head, 2, path)):
        return None, flaws
    tree = _Tree(path)
    try:
        for event in yaml.parse("\n".join(head) + "\n", Loader=_LOADER):
            tree.take(event)
    except yaml.YAMLError as error:
        return None, [*tree.problems, _syntax_problem(error, head, path)]
    except _RefusedError:
        return None, tree.problems
    if not isinstance(tree.root, dict):
        habit = _habit_problem(head, path)
        return None, [habit or Problem.of("front-matter-not-mapping", path, Mark(2, 1))]
    body_start = end + 1
    while body_start < len(lines) and not lines[body_start].strip():
        body_start += 1
    document = Document(
        path=path,
        values=MappingProxyType(tree.root),
        marks=MappingProxyType(tree.marks),
        keys=MappingProxyType(tree.keys),
        body="\n".join(lines[body_start:]),
        body_line=min(body_start + 1, len(lines)),
    )
    return document, [*tree.problems, *_invisible(lines[end + 1 :], end + 2, path)]


class _RefusedError(Exception):
    """Raised where YAML goes beyond what front matter may use; the problem is already noted."""


@dataclass(slots=True)
class _Frame:
    """A list or mapping still open, and the key that waits for its value."""

    container: dict[str, Value] | list[Value]
    location: Location | None
    """None inside a value that is dropped because its key came before."""
    key: str | None = None
    is_repeated: bool = False


@dataclass(slots=True)
class _Tree:
    """Builds values and marks from YAML events without recursion."""

    path: str
    root: Value = None
    marks: dict[Location, Mark] = field(default_factory=dict)
    keys: dict[Location, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _stack: list[_Frame] = field(default_factory=list)
    _documents: int = 0

    def take(self, event: yaml.Event) -> None:
        """Puts one event in its place; _RefusedError where it has none."""
        start = event.start_mark
        assert start is not None  # every event read from a text has its place
        mark = Mark(start.line + 2, start.column + 1)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse("yaml-second-document", mark)
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._refuse("yaml-alias", mark)
        elif tag := getattr(event, "tag", None):
            self._refuse("yaml-tag", mark, found=tag)
        elif isinstance(event, yaml.ScalarEvent):
            plain_nothing = event.style in (None, "") and event.value in _NOTHING
            self._place(event.value, mark, is_nothing=plain_nothing)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open({}, mark)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open([], mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()

    def _open(self, container: dict[str, Value] | list[Value], mark: Mark) -> None:
        if len(self._stack) == DEEPEST:
            self._refuse("yaml-deep", mark, deepest=DEEPEST)
        if (
            self._stack
            and isinstance(self._stack[-1].container, dict)
            and self._stack[-1].key is None
        ):
            self._refuse("yaml-key", mark)
        self._stack.append(_Frame(container, self._attach(container, mark)))

    def _place(self, text: str, mark: Mark, is_nothing: bool) -> None:
        frame = self._stack[-1] if self._stack else None
        if frame and isinstance(frame.container, dict) and frame.key is None:
            self._take_key(frame, text, mark)
        else:
            self._attach(None if is_nothing else text, mark)

    def _take_key(self, frame: _Frame, key: str, mark: Mark) -> None:
        frame.key = key
        frame.is_repeated = False
        if frame.location is None:
            return
        location = (*frame.location, key)
        if location in self.keys:
            frame.is_repeated = True
            first = self.keys[location].line
            self.problems.append(
                Problem.of("duplicate-key", self.path, mark, dotted(location), first=first)
            )
        else:
            self.keys[location] = mark

    def _attach(self, value: Value, mark: Mark) -> Location | None:
        """Hangs a value where it belongs and says where that is; None for one that is dropped."""
        if not self._stack:
            self.root = value
            return ()
        frame = self._stack[-1]
        step: str | int
        if isinstance(frame.container, list):
            step = len(frame.container)
            frame.container.append(value)
        else:
            assert frame.key is not None  # _open and _place see to it
            step, frame.key = frame.key, None
            frame.container.setdefault(step, value)
        if frame.location is None or frame.is_repeated:
            return None
        location = (*frame.location, step)
        self.marks[location] = mark
        return location

    def _refuse(self, code: str, mark: Mark, **found: object) -> None:
        self.problems.append(Problem.of(code, self.path, mark, **found))
        raise _RefusedError


def _invisible(lines: list[str], first: int, path: str) -> Iterator[Problem]:
    for number, line in enumerate(lines, first):
        if match := _INVISIBLE.search(line):
            found = f"U+{ord(match[0]):04X}"
            yield Problem.of(
                "control-character", path, Mark(number, match.start() + 1), found=found
            )


def _syntax_problem(error: yaml.YAMLError, head: list[str], path: str) -> Problem:
    """The problem behind a YAML error: habits of Chinese keyboards first, then YAML's own word."""
    if habit := _habit_problem(head, path):
        return habit
    context, problem = (str(getattr(error, name, "")) for name in ("context", "problem"))
    stop = _place(getattr(error, "problem_mark", None), head)
    line = head[stop.line - 2] if head else ""
    if "\t" in line[: stop.column] and not line[: stop.column].strip():
        return Problem.of("yaml-tab", path, stop)
    for part, code in _AT_FAULT:
        if part in problem:
            return Problem.of(code, path, stop)
    start = _place(getattr(error, "context_mark", None), head)
    for part, code in _AT_START:
        if part in context:
            found = head[start.line - 2][start.column - 1 :].split()[:1]
            return Problem.of(code, path, start, found=found[0] if found else "")
    return Problem.of("yaml-syntax", path, stop)


def _place(mark: yaml.Mark | None, head: list[str]) -> Mark:
    """A place that YAML names, as one in the file; the end of the text is its last line."""
    return Mark(min(mark.line, len(head) - 1) + 2, mark.column + 1) if mark and head else Mark(2, 1)


def _habit_problem(head: list[str], path: str) -> Problem | None:
    for number, line in enumerate(head, 2):
        if _END_OF_DOCUMENT.fullmatch(line):
            return Problem.of("yaml-second-document", path, Mark(number, 1))
        for pattern, code in (
            (_FULL_WIDTH_COLON, "full-width-colon"),
            (_COLON_WITHOUT_SPACE, "colon-without-space"),
        ):
            if match := pattern.match(line):
                return Problem.of(code, path, Mark(number, match.end(1) + 1), match[1])
    return None
