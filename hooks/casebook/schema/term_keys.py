"""The keys of the terms of a case, which are also the link targets of its facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from casebook.content.contents import Case, Offence, StatedCharge, charge_on_page
from casebook.content.page_model import Charge
from casebook.law.proceedings.stage import Stage
from casebook.places.gazetteer import Place
from casebook.texts import pages as texts


@dataclass(frozen=True, slots=True)
class Key:
    """The key of a term: its address below the site, its title, its order among its siblings."""

    address: str
    title: str
    order: tuple[int | str, ...] = field(compare=False, default=())
    of: Place | Offence | Charge | Stage | None = field(compare=False, default=None)
    """The object that the term represents; None for dates."""


Path = tuple[Key, ...]
"""The keys from the first level of a taxonomy down to one of its terms."""


def place_paths(case: Case) -> Iterable[Path]:
    """The terms of a case's places; districts are below their city, a municipality is one term."""
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


def offence_paths(case: Case) -> Iterable[Path]:
    """The terms of a case's groups, with each of its charges below the groups that have it."""
    for group in case.offences:
        of_group = (offence_key(group),)
        keys = [key for charge in case.charges for key in charge_keys(charge, (group,))]
        yield from ((*of_group, key) for key in keys) if keys else (of_group,)


def charge_keys(charge: StatedCharge, groups: Iterable[Offence]) -> Iterable[Key]:
    """The term of a charge below the first of these groups that has it; none without any."""
    found = charge_on_page(charge.name, charge.statutory, groups)
    return (charge_key(*found),) if found else ()


def offence_key(group: Offence) -> Key:
    """The term of an offence group."""
    return Key(f"offences/{group.slug}/", group.title, (group.fields.order, group.slug), group)


def charge_key(group: Offence, charge: Charge) -> Key:
    """The term of a charge below its group, in the order of the group's page."""
    order = group.fields.charges.index(charge)
    return Key(f"offences/{group.slug}/{charge.slug}/", charge.name, (order,), charge)


def date_paths(case: Case) -> Iterable[Path]:
    """The terms of a case's year and, if known, month."""
    yield _date_path(case.date.year, case.date.month)


@lru_cache(maxsize=1200)
def _date_path(year: int, month: int | None) -> Path:
    of_year = Key(f"dates/{year:04}/", texts.YEAR.format(year=year), (-year,))
    if month is None:
        return (of_year,)
    title = texts.MONTH.format(year=year, month=month)
    return of_year, Key(f"{of_year.address}{month:02}/", title, (-month,))


def stage_paths(case: Case) -> Iterable[Path]:
    """The term of the current stage of a case only: figures of different stages must not add up."""
    if not case.is_notice:
        yield (stage_key(case.stage),)


@cache
def stage_key(stage: Stage) -> Key:
    """The term of a stage."""
    return Key(f"stages/{stage.slug}/", stage.value, (stage.order,), stage)
