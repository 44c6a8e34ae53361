"""The taxonomies of the site: by place, by offence, by date and by stage.

A taxonomy listed here has its pages, its entry on the site map, its filter in the search, its
routes and its reserved addresses from this table alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from casebook.content.contents import Case, Offence
from casebook.content.gazetteer import Place, gazetteer
from casebook.content.library import Library
from casebook.content.page_model import Charge
from casebook.content.stage import Stage
from casebook.pages.taxonomy import Key, Path, Taxonomy
from casebook.texts import pages as texts

# Places

CITIES = Key("cities/", texts.CITIES)


def place_seeds(library: Library, cases: Sequence[Case]) -> Iterable[Path]:
    """Every province in use, with all its cities."""
    provinces = {place.province for case in cases for place in case.places}
    for province in provinces:
        yield (place_key(province),)
        for city in gazetteer().cities_of(province):
            yield place_key(province), place_key(city)


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


def offence_seeds(library: Library, cases: Sequence[Case]) -> Iterable[Path]:
    """Every offence group."""
    return ((offence_key(group),) for group in library.offences)


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


def stage_paths(case: Case) -> Iterable[Path]:
    """The term of the current stage of a case; figures of different stages are never added up."""
    yield (stage_key(case.stage),)


@cache
def stage_key(stage: Stage) -> Key:
    """The term of a stage."""
    return Key(f"stages/{stage.slug}/", stage.value, (stage.order,), stage)


TAXONOMIES = (
    Taxonomy("place", CITIES, place_paths, place_seeds, facet="city", facet_levels=2),
    Taxonomy("offence", OFFENCES, offence_paths, offence_seeds, facet="offence", is_written=True),
    Taxonomy("date", DATES, date_paths, facet="year", facet_levels=2),
    Taxonomy("stage", STAGES, stage_paths, facet="stage"),
)
"""All taxonomies, in the order of their pages and filters."""
