"""Similar cities: what a message suggests for a wrong city is in the province of its case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casebook.content.contents import Bulletin, Content
from casebook.content.place_texts import district_values
from casebook.content.problem import FieldName, Mark, Problem, nearest
from casebook.places.gazetteer import Place, gazetteer
from casebook.places.resolution import cities_with_district


def within_province(
    problems: Iterable[Problem], content: Content | None, bulletin: Bulletin | None
) -> Iterator[Problem]:
    """The problems of a case file; a city suggested in place of another is in the case's province.

    The province is that of the case, or else of its bulletin. Without one, any city is suggested.
    """
    named = [getattr(owner.fields, "province", None) for owner in (content, bulletin) if owner]
    province = next(filter(None, map(gazetteer().province, filter(None, named))), None)
    for one in problems:
        is_city = one.code in ("city-unknown", "city-district")
        yield _within(one, province) if is_city and province else one


def _within(problem: Problem, province: Place) -> Problem:
    """The problem of a wrong city with what that province has."""
    found, at = str(problem.values["found"]), Mark(problem.line, problem.column)
    field = FieldName(problem.field, problem.field_title)
    cities = [city for city in cities_with_district(found) if city.province is province]
    if cities:
        values = district_values(found, cities)
        return Problem.of("city-district", problem.path, at, field, found=found, **values)
    names = [city.name for city in gazetteer().cities_of(province)] or [province.name]
    hint = nearest(found, names)
    return Problem.of("city-unknown", problem.path, at, field, found=found, nearest=hint)
