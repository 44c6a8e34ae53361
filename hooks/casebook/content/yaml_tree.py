"""The tree of a YAML text: values as written, with the source position of each.

Every scalar is the text the editor wrote: `NO`, `007`, `1.10` and `2024-04` are not converted,
for types are defined by the models and not by YAML. The tree is built from libyaml's events and
not with `compose`, which recurses in C and crashes the process on a few hundred thousand opening
brackets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import yaml

from casebook.content.problem import FieldName, Mark, Problem
from casebook.texts import problems as texts

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Value = str | None | list["Value"] | dict[str, "Value"]
"""A value of front matter: text, null, or a list or mapping of values."""

Location = tuple[str | int, ...]
"""The path to a value: keys and indexes from the root, as in ("updates", 0, "date")."""

Passage = tuple[Mark, str]
"""A text of a file and the position at which it begins."""

MAX_DEPTH = 8
"""Maximum nesting of lists and mappings (the models use three levels)."""

MAX_ENTRIES = 1000
"""Maximum number of entries of a list or mapping."""

NULLS = {"", "~", "null", "Null", "NULL"}
"""Plain scalars that are null unless quoted."""


def dotted(location: Location) -> str:
    """A location in dotted notation: updates[0].date."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return "".join(parts).removeprefix(".")


def key_name(location: Location) -> FieldName:
    """The name of a field by its keys alone."""
    return FieldName(dotted(location))


def is_deeper(text: str, most: int) -> bool:
    """Whether a YAML text nests more than `most` lists and mappings; False for broken syntax."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > most:
                return True
    except yaml.YAMLError:
        pass
    return False


class YamlRefusedError(Exception):
    """Raised for YAML features that front matter may not use; the problem is already recorded."""


@dataclass(slots=True)
class _Frame:
    """A list or mapping not closed yet, and the key whose value comes next."""

    container: dict[str, Value] | list[Value]
    location: Location | None
    """None inside a value that is dropped because its key is a duplicate."""
    key: str | None = None
    is_repeated: bool = False


@dataclass(slots=True)
class Tree:
    """Values and source positions, built from YAML events without recursion."""

    path: str
    field_name: Callable[[Location], FieldName] = key_name
    root: Value = None
    marks: dict[Location, Mark] = field(default_factory=dict)
    keys: dict[Location, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    dropped: list[Passage] = field(default_factory=list)
    """The texts below repeated keys, which are in no value."""
    _stack: list[_Frame] = field(default_factory=list)
    _documents: int = 0

    def read(self, head: Iterable[str]) -> None:
        """Builds the tree of these lines. Raises YAMLError or YamlRefusedError when invalid."""
        for event in yaml.parse("\n".join(head) + "\n", Loader=_LOADER):
            self._process(event)

    def _process(self, event: yaml.Event) -> None:
        """Adds one event to the tree. Raises YamlRefusedError for a refused feature."""
        start = event.start_mark
        assert start is not None  # every event parsed from a text has a mark
        mark = Mark(start.line + 2, start.column + 1)
        # Most events by far are scalars: these come first.
        if isinstance(event, yaml.ScalarEvent) and not (event.anchor or event.tag):
            is_plain = event.style in (None, "")
            is_null = is_plain and event.value in NULLS
            if self._place(event.value, mark, is_null) is None:
                column = mark.column + (not is_plain)
                self.dropped.append((Mark(mark.line, column), event.value))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
        elif isinstance(event, yaml.NodeEvent) and event.anchor:  # an alias has one, too
            self._reject("yaml-alias", mark)
        elif tag := getattr(event, "tag", None):
            self._reject("yaml-tag", mark, found=tag)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open({}, mark)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open([], mark)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._reject("yaml-second-document", mark)

    def _open(self, container: dict[str, Value] | list[Value], mark: Mark) -> None:
        if len(self._stack) == MAX_DEPTH:
            self._reject("yaml-deep", mark, deepest=MAX_DEPTH)
        if (
            self._stack
            and isinstance(self._stack[-1].container, dict)
            and self._stack[-1].key is None
        ):
            self._reject("yaml-key", mark)
        self._stack.append(_Frame(container, self._attach(container, mark)))

    def _place(self, text: str, mark: Mark, is_null: bool) -> Location | None:
        """Adds a key or value; its location, None where it is dropped."""
        frame = self._stack[-1] if self._stack else None
        if frame and isinstance(frame.container, dict) and frame.key is None:
            return self._take_key(frame, text, mark)
        return self._attach(None if is_null else text, mark)

    def _take_key(self, frame: _Frame, key: str, mark: Mark) -> Location | None:
        frame.key = key
        frame.is_repeated = False
        if frame.location is None:
            return None
        location = (*frame.location, key)
        if location in self.keys:
            frame.is_repeated = True
            first = self.keys[location].line
            self.problems.append(
                Problem.of("duplicate-key", self.path, mark, self.field_name(location), first=first)
            )
        else:
            self.keys[location] = mark
        return location

    def _attach(self, value: Value, mark: Mark) -> Location | None:
        """Adds a value to the open container; its location, None for a dropped value."""
        if not self._stack:
            self.root = value
            return ()
        frame = self._stack[-1]
        if len(frame.container) == MAX_ENTRIES:
            is_head = not frame.location
            name = FieldName(texts.WHOLE_HEAD) if is_head else self.field_name(frame.location or ())
            self._reject("list-long", mark, name, most=MAX_ENTRIES)
        step: str | int
        if isinstance(frame.container, list):
            step = len(frame.container)
            frame.container.append(value)
        else:
            assert frame.key is not None  # checked by _open and _place
            step, frame.key = frame.key, None
            frame.container.setdefault(step, value)
        if frame.location is None or frame.is_repeated:
            return None
        location = (*frame.location, step)
        self.marks[location] = mark
        return location

    def _reject(self, code: str, mark: Mark, name: FieldName | str = "", **found: object) -> None:
        self.problems.append(Problem.of(code, self.path, mark, name, **found))
        raise YamlRefusedError
