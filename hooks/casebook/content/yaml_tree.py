"""The tree of a YAML text: values as they were written, and where each of them stands.

Every scalar is the text the editor wrote: `NO`, `007`, `1.10` and `2024-04` stay what they are,
for no YAML type is applied; the models know what each field means. The tree is built from
libyaml's events and not with `compose`, which recurses in C and kills the process on a few
hundred thousand opening brackets.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import yaml

from casebook.content.problem import Mark, Problem
from casebook.texts import problems as texts

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Value = str | None | list["Value"] | dict[str, "Value"]
"""What front matter holds: text, nothing, lists and mappings of these."""

Location = tuple[str | int, ...]
"""The way to a value: keys and positions from the top, as in ("updates", 0, "date")."""

DEEPEST = 8
"""Nesting beyond this is no front matter of ours (the models use three levels)."""

MOST = 1000
"""More entries of one list or mapping are no front matter of ours either."""

NOTHING = {"", "~", "null", "Null", "NULL"}
"""What stands for no value where it is written without quotes."""


def dotted(location: Location) -> str:
    """A location as people write it: updates[0].date."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return "".join(parts).removeprefix(".")


class YamlRefusedError(Exception):
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
class Tree:
    """Builds values and marks from YAML events without recursion."""

    path: str
    root: Value = None
    marks: dict[Location, Mark] = field(default_factory=dict)
    keys: dict[Location, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _stack: list[_Frame] = field(default_factory=list)
    _documents: int = 0

    def read(self, head: Iterable[str]) -> None:
        """Builds the tree of these lines; YAMLError or RefusedError where they are not sound."""
        for event in yaml.parse("\n".join(head) + "\n", Loader=_LOADER):
            self._take(event)

    def _take(self, event: yaml.Event) -> None:
        """Puts one event in its place; RefusedError where it has none."""
        start = event.start_mark
        assert start is not None  # every event read from a text has its place
        mark = Mark(start.line + 2, start.column + 1)
        # Most events by far are scalars: these come first.
        if isinstance(event, yaml.ScalarEvent) and not (event.anchor or event.tag):
            is_plain = event.style in (None, "")
            self._place(event.value, mark, is_nothing=is_plain and event.value in NOTHING)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
        elif isinstance(event, yaml.NodeEvent) and event.anchor:  # an alias bears one too
            self._refuse("yaml-alias", mark)
        elif tag := getattr(event, "tag", None):
            self._refuse("yaml-tag", mark, found=tag)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open({}, mark)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open([], mark)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse("yaml-second-document", mark)

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
        if len(frame.container) == MOST:
            field = dotted(frame.location or ()) or texts.WHOLE_HEAD
            self._refuse("list-long", mark, field, most=MOST)
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

    def _refuse(self, code: str, mark: Mark, name: str = "", **found: object) -> None:
        self.problems.append(Problem.of(code, self.path, mark, name, **found))
        raise YamlRefusedError
