"""Source positions of the values and keys of a head, computed lazily.

Only values with a problem need a position, so that most files are loaded without them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from casebook.content.problem import Mark
from casebook.content.yaml_tree import Location, Tree


@dataclass(frozen=True, slots=True, eq=False)
class SourcePositions(Mapping[Location, Mark]):
    """The position of each value of a head, or of each key; the head must be valid."""

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
    """The tree of a head, cached: a file with one problem often has several."""
    tree = Tree("")
    tree.read(head)
    return tree
