"""Recovery: what can still be read of a Markdown file whose front matter cannot be parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType

import yaml

from casebook.content.front_matter import Document, unread_of, with_line_feeds
from casebook.content.problem import Mark
from casebook.content.yaml_tree import Location, Passage, Tree, Value, YamlRefusedError

_FENCE = re.compile(r"---[ \t]*")
_FIRST_KEY = re.compile(r"[A-Za-z_]+[ \t]*[:：]")
_ENTRY = re.compile(r"[^\s#:：-][^:：]{0,40}[:：]")
_SLIP = re.compile(r"([A-Za-z_]+)[ \t]*(?:：[ \t]*|:(?=[^\s/]))(\S.*)")
"""A value after a full-width colon, or after a colon without a space."""
MAX_ENTRIES = 200
"""Maximum of entries that are parsed by themselves; a model has at most thirty keys."""


def recovered(text: str, path: str) -> Document:
    """The document of a text that `parse` refuses: each entry of its head that is valid by itself.

    All other lines of the head are unread, and so is a text without any head.
    """
    lines = with_line_feeds(text).split("\n")
    first, end = _head(lines)
    body = end + (end < len(lines) and _FENCE.fullmatch(lines[end]) is not None)
    while body < len(lines) and not lines[body].strip():
        body += 1
    head = tuple(lines[first:end])
    entries = _Entries(path, first + 1)
    for start, block in _blocks(head):
        entries.add(start, block)
    return Document(
        path=path,
        values=MappingProxyType(entries.values),
        marks=entries.marks,
        keys=entries.keys,
        head=head,
        body="\n".join(lines[body:]) if head else "",
        body_line=min(body + 1, len(lines)),
        head_line=first + 1,
        unread=tuple(entries.unread) if head else ((Mark(1, 1), "\n".join(lines)),),
    )


@dataclass(slots=True)
class _Entries:
    """The entries of a head, each parsed by itself, with their positions in the file."""

    path: str
    head_line: int
    values: dict[str, Value] = field(default_factory=dict)
    marks: dict[Location, Mark] = field(default_factory=dict)
    keys: dict[Location, Mark] = field(default_factory=dict)
    unread: list[Passage] = field(default_factory=list)

    def add(self, start: int, block: Sequence[str]) -> None:
        """Adds the entry that begins at index `start` of the head, or its lines as unread."""
        line = self.head_line + start
        slip = _SLIP.fullmatch(block[0]) if len(block) == 1 else None
        if slip and slip[1] not in self.values:
            self.values[slip[1]] = slip[2]
            self.keys[slip[1],] = Mark(line, 1)
            self.marks[slip[1],] = Mark(line, slip.start(2) + 1)
            return
        tree = _tree(block, self.path) if len(self.values) < MAX_ENTRIES else None
        if tree is None or not isinstance(tree.root, dict) or self.values.keys() & tree.root:
            prose = ("" if words.lstrip().startswith("#") else words for words in block)
            self.unread.append((Mark(line, 1), "\n".join(prose)))
            return
        self.values |= tree.root
        down = line - 2  # a tree counts from the second line on
        self.marks |= {key: Mark(mark.line + down, mark.column) for key, mark in tree.marks.items()}
        self.keys |= {key: Mark(mark.line + down, mark.column) for key, mark in tree.keys.items()}
        self.unread += (
            (Mark(mark.line + down, mark.column), words) for mark, words in unread_of(tree)
        )


def _head(lines: Sequence[str]) -> tuple[int, int]:
    """The indexes of the first line of a head and of the line after it; equal without a head.

    A head that is not closed ends at the first blank line.
    """
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    is_opened = _FENCE.fullmatch(lines[first]) is not None
    if not is_opened and not _FIRST_KEY.match(lines[first]):
        return 0, 0
    first += is_opened
    fences = (n for n in range(first, len(lines)) if _FENCE.fullmatch(lines[n]))
    blanks = (n for n in range(first, len(lines)) if not lines[n].strip())
    fence, blank = next(fences, len(lines)), next(blanks, len(lines))
    return first, fence if is_opened and fence < len(lines) else min(fence, blank)


def _blocks(head: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """The entries of a head, from a key without indentation to the next, with their indexes."""
    starts = [number for number, line in enumerate(head) if _ENTRY.match(line)]
    bounds = [*([] if starts[:1] == [0] else [0]), *starts, len(head)]
    for start, end in pairwise(bounds):
        if start < end:
            yield start, head[start:end]


def _tree(block: Sequence[str], path: str) -> Tree | None:
    tree = Tree(path)
    try:
        tree.read(block)
    except (yaml.YAMLError, YamlRefusedError):
        return None
    return tree
