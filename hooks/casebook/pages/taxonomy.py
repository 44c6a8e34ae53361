"""Taxonomies: cases grouped by place, by offence and by date, all in one way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from casebook.content.contents import Case, Offence
from casebook.content.gazetteer import Place, gazetteer
from casebook.content.library import Library
from casebook.content.page_model import Charge
from casebook.content.stage import Stage
from casebook.texts import pages as texts


@dataclass(frozen=True, slots=True)
class Key:
    """What makes a term: its address below the site, its title, its place among its siblings."""

    address: str
    title: str
    order: tuple[int | str, ...] = field(compare=False, default=())
    of: Place | Offence | Charge | Stage | None = field(compare=False, default=None)
    """The thing the term stands for, where it is more than a date."""


Path = tuple[Key, ...]
"""The keys from the first level of a taxonomy down to one of its terms."""


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


# Places

CITIES = Key("cities/", texts.CITIES)


def by_place(library: Library, cases: Iterable[Case]) -> Term:
    """Province → city → district; every city of a province in use is there."""
    listed = tuple(cases)
    provinces = {place.province for case in listed for place in case.places}
    seeds: list[Path] = [
        (place_key(province), place_key(city))
        for province in provinces
        for city in gazetteer().cities_of(province)
    ]
    seeds += [(place_key(province),) for province in provinces]
    return grow(CITIES, listed, place_paths, seeds)


def place_paths(case: Case) -> Iterable[Path]:
    """The terms of a case's places; a district stands in its city, a municipality is one term."""
    for place in case.places:
        path: Path = (place_key(place.province),)
        if place.parent is not None:
            path = (*path, place_key(place))
        if case.district is not None:
            path = (*path, district_key(case.district, place))
        yield path


@cache
def place_key(place: Place) -> Key:
    """The term of a province or city; the slugs of both are unique together."""
    return Key(f"cities/{place.slug}/", place.name, (place.code,), place)


@cache
def district_key(place: Place, city: Place) -> Key:
    """The term of a district below its city."""
    return Key(f"cities/{city.slug}/{place.slug}/", place.name, (place.code,), place)


# Offences

OFFENCES = Key("offences/", texts.OFFENCES)


def by_offence(library: Library, cases: Iterable[Case]) -> Term:
    """Offence group → stated charge; every group is there."""
    return grow(
        OFFENCES, cases, offence_paths, [(offence_key(group),) for group in library.offences]
    )


def offence_paths(case: Case) -> Iterable[Path]:
    """The terms of a case's groups, with its charge under the group that the charge belongs to."""
    for group in case.offences:
        path: Path = (offence_key(group),)
        if case.charge is not None and case.charge in group.fields.charges:
            path = (*path, charge_key(group, case.charge))
        yield path


def offence_key(group: Offence) -> Key:
    """The term of an offence group."""
    return Key(f"offences/{group.slug}/", group.title, (group.fields.order, group.slug), group)


def charge_key(group: Offence, charge: Charge) -> Key:
    """The term of a charge below its group, in the order of the group's page."""
    order = group.fields.charges.index(charge)
    return Key(f"offences/{group.slug}/{charge.slug}/", charge.name, (order,), charge)


# Dates

DATES = Key("dates/", texts.DATES)


def by_date(library: Library, cases: Iterable[Case]) -> Term:
    """Year → month, newest first; a case known by year only stands in its year alone."""
    return grow(DATES, cases, date_paths)


def date_paths(case: Case) -> Iterable[Path]:
    """The terms of a case's year and, where it is known, month."""
    yield _date_path(case.date.year, case.date.month)


@lru_cache(maxsize=1200)
def _date_path(year: int, month: int | None) -> Path:
    of_year = Key(f"dates/{year:04}/", texts.YEAR.format(year=year), (-year,))
    if month is None:
        return (of_year,)
    title = texts.MONTH.format(year=year, month=month)
    return of_year, Key(f"{of_year.address}{month:02}/", title, (-month,))


# Stages

STAGES = Key("stages/", texts.STAGES)


def by_stage(library: Library, cases: Iterable[Case]) -> Term:
    """The stages that cases stand at now, in the order of a case's way; none is ever added up."""
    return grow(STAGES, cases, lambda case: [(stage_key(case.stage),)])


@cache
def stage_key(stage: Stage) -> Key:
    """The term of a stage."""
    return Key(f"stages/{stage.slug}/", stage.value, (stage.order,), stage)
