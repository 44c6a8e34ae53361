"""A taxonomy: cases grouped under terms, which have terms below them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from casebook.content.contents import Case
from casebook.content.library import Library
from casebook.schema.term_keys import Key, Path


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its cases, newest first, which hold those of its children."""

    key: Key
    cases: tuple[Case, ...]
    children: tuple[Term, ...]
    trail: tuple[Key, ...]
    """The keys above it, from the root of the taxonomy."""

    @property
    def address(self) -> str:
        """Where its list stands."""
        return self.key.address

    @property
    def title(self) -> str:
        """What readers call it."""
        return self.key.title

    @property
    def count(self) -> int:
        """How many cases it holds; one that stands in two children counts once."""
        return len(self.cases)

    def walk(self) -> Iterable[Term]:
        """The term and all terms below it, depth first."""
        yield self
        for child in self.children:
            yield from child.walk()


def grow(
    root: Key,
    cases: Iterable[Case],
    paths_of: Callable[[Case], Iterable[Path]],
    seeds: Iterable[Path] = (),
) -> Term:
    """The taxonomy of `cases` (given newest first) under `root`.

    `paths_of` names the terms a case belongs to; `seeds` are terms that exist without cases too.
    """
    top = _Branch(root)
    for path in seeds:
        top.reach(path)
    for case in cases:
        for path in paths_of(case):
            top.put(path, case)
    return top.term(())


@dataclass(slots=True)
class _Branch:
    """A term while it grows."""

    key: Key
    cases: dict[str, Case] = field(default_factory=dict)
    children: dict[str, _Branch] = field(default_factory=dict)

    def reach(self, path: Path) -> None:
        branch = self
        for key in path:
            branch = branch.child(key)

    def put(self, path: Path, case: Case) -> None:
        branch = self
        branch.cases[case.id] = case
        for key in path:
            branch = branch.child(key)
            branch.cases[case.id] = case

    def child(self, key: Key) -> _Branch:
        found = self.children.get(key.address)
        if found is None:
            found = self.children[key.address] = _Branch(key)
        return found

    def term(self, trail: tuple[Key, ...]) -> Term:
        children = sorted(self.children.values(), key=lambda branch: branch.key.order)
        return Term(
            key=self.key,
            cases=tuple(self.cases.values()),
            children=tuple(child.term((*trail, self.key)) for child in children),
            trail=trail,
        )


def _no_seeds(library: Library, cases: Sequence[Case]) -> Iterable[Path]:
    return ()


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """One way to group cases: it has a page of its terms, and a list of cases for each term."""

    kind: str
    """Its name in templates and texts."""
    root: Key
    paths_of: Callable[[Case], Iterable[Path]]
    """The terms of a case."""
    seeds_of: Callable[[Library, Sequence[Case]], Iterable[Path]] = _no_seeds
    """The terms that have a page without cases too."""
    facet: str = ""
    """The name of its filter in the address of a search; empty for no filter."""
    facet_levels: int = 1
    is_written: bool = False
    """Whether the terms of its first level have hand-written pages."""

    def tree(self, library: Library, cases: Sequence[Case]) -> Term:
        """The root term over these cases, given newest first."""
        return grow(self.root, cases, self.paths_of, self.seeds_of(library, cases))
