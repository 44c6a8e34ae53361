"""Marks: where the values and keys of a head begin, found out when somebody asks.

Only what has a problem is ever asked for its place, so that most files are read without them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from casebook.content.problem import Mark
from casebook.content.yaml_tree import Location, Tree


@dataclass(frozen=True, slots=True, eq=False)
class SourcePositions(Mapping[Location, Mark]):
    """Where each value of a head begins, or each of its keys; the head is known to be sound."""

    head: tuple[str, ...]
    are_of_keys: bool = False

    def __getitem__(self, location: Location) -> Mark:
        return self._found[location]

    def __iter__(self) -> Iterator[Location]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @property
    def _found(self) -> dict[Location, Mark]:
        tree = _tree(self.head)
        return tree.keys if self.are_of_keys else tree.marks


@lru_cache(maxsize=4)
def _tree(head: tuple[str, ...]) -> Tree:
    """The tree of a head; whoever asks for one mark of a file often asks for several."""
    tree = Tree("")
    tree.read(head)
    return tree
