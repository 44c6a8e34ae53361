"""The taxonomies of the site: by place, by offence, by date and by stage.

A taxonomy's pages, site map entry, search filter, routes and reserved addresses all come from this
table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from casebook.content.contents import Case
from casebook.content.library import Library
from casebook.pages.taxonomy import Taxonomy
from casebook.places.gazetteer import gazetteer
from casebook.schema.term_keys import (
    Key,
    Path,
    date_paths,
    offence_key,
    offence_paths,
    place_key,
    place_paths,
    stage_paths,
)
from casebook.texts import pages as texts

CITIES = Key("cities/", texts.CITIES)


def place_seeds(library: Library, cases: Sequence[Case]) -> Iterable[Path]:
    """Every province in use, with all its cities."""
    provinces = {place.province for case in cases for place in case.places}
    for province in provinces:
        yield (place_key(province),)
        for city in gazetteer().cities_of(province):
            yield place_key(province), place_key(city)


OFFENCES = Key("offences/", texts.OFFENCES)


def offence_seeds(library: Library, cases: Sequence[Case]) -> Iterable[Path]:
    """Every offence group."""
    return ((offence_key(group),) for group in library.offences)


DATES = Key("dates/", texts.DATES)


STAGES = Key("stages/", texts.STAGES)


TAXONOMIES = (
    Taxonomy("place", CITIES, place_paths, place_seeds, facet="city", facet_levels=2),
    Taxonomy("offence", OFFENCES, offence_paths, offence_seeds, facet="offence", is_written=True),
    Taxonomy("date", DATES, date_paths, facet="year", facet_levels=2),
    Taxonomy("stage", STAGES, stage_paths, facet="stage"),
)
"""All taxonomies, in the order of their pages and filters."""
