"""A taxonomy: cases grouped under a tree of terms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from casebook.content.contents import Case
from casebook.content.library import Library
from casebook.schema.term_keys import Key, Path


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its cases, newest first, including those of its children."""

    key: Key
    cases: tuple[Case, ...]
    children: tuple[Term, ...]
    ancestors: tuple[Key, ...]
    """The keys above it, from the root of the taxonomy."""

    @property
    def address(self) -> str:
        """The address of its list."""
        return self.key.address

    @property
    def title(self) -> str:
        """Its name for readers."""
        return self.key.title

    @property
    def count(self) -> int:
        """The number of its cases; one that belongs to two children counts once."""
        return len(self.cases)

    def walk(self) -> Iterable[Term]:
        """The term and all terms below it, depth first."""
        yield self
        for child in self.children:
            yield from child.walk()


def build_tree(
    root: Key,
    cases: Iterable[Case],
    paths_of: Callable[[Case], Iterable[Path]],
    seeds: Iterable[Path] = (),
) -> Term:
    """The tree of terms of `cases` (given newest first) under `root`.

    `paths_of` gives the terms of a case; the terms of `seeds` exist even without cases.
    """
    top = _TermBuilder(root)
    for path in seeds:
        top.ensure(path)
    for case in cases:
        for path in paths_of(case):
            top.add(path, case)
    return top.term(())


@dataclass(slots=True)
class _TermBuilder:
    """A mutable term while the tree is built."""

    key: Key
    cases: dict[str, Case] = field(default_factory=dict)
    children: dict[str, _TermBuilder] = field(default_factory=dict)

    def ensure(self, path: Path) -> None:
        node = self
        for key in path:
            node = node.child(key)

    def add(self, path: Path, case: Case) -> None:
        node = self
        node.cases[case.id] = case
        for key in path:
            node = node.child(key)
            node.cases[case.id] = case

    def child(self, key: Key) -> _TermBuilder:
        found = self.children.get(key.address)
        if found is None:
            found = self.children[key.address] = _TermBuilder(key)
        return found

    def term(self, ancestors: tuple[Key, ...]) -> Term:
        children = sorted(self.children.values(), key=lambda node: node.key.order)
        return Term(
            key=self.key,
            cases=tuple(self.cases.values()),
            children=tuple(child.term((*ancestors, self.key)) for child in children),
            ancestors=ancestors,
        )


def _no_seeds(library: Library, cases: Sequence[Case]) -> Iterable[Path]:
    return ()


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """A way to group cases, with a page of its terms and a list of cases for each term."""

    kind: str
    """Its name in templates and texts."""
    root: Key
    paths_of: Callable[[Case], Iterable[Path]]
    """The terms of a case."""
    seeds_of: Callable[[Library, Sequence[Case]], Iterable[Path]] = _no_seeds
    """The terms that have a page even without cases."""
    facet: str = ""
    """The name of its filter in the query string of a search; empty for no filter."""
    facet_levels: int = 1
    is_written: bool = False
    """Whether the terms of its first level have hand-written pages."""

    def tree(self, library: Library, cases: Sequence[Case]) -> Term:
        """The root term over these cases, given newest first."""
        return build_tree(self.root, cases, self.paths_of, self.seeds_of(library, cases))
