"""Similar cities: what a message suggests for an unknown city is in the province of its case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casebook.content.contents import Bulletin, Content
from casebook.content.problem import FieldName, Mark, Problem, nearest
from casebook.places.gazetteer import gazetteer


def within_province(
    problems: Iterable[Problem], content: Content | None, bulletin: Bulletin | None
) -> Iterator[Problem]:
    """The problems of a case file; a city suggested for an unknown one is in the case's province.

    The province is that of the case, or else of its bulletin. Without one, all cities are similar.
    """
    for one in problems:
        named = [getattr(owner.fields, "province", None) for owner in (content, bulletin) if owner]
        province = next(filter(None, map(gazetteer().province, filter(None, named))), None)
        if one.code != "city-unknown" or province is None:
            yield one
            continue
        names = [city.name for city in gazetteer().cities_of(province)] or [province.name]
        found = str(one.values["found"])
        found_at = Mark(one.line, one.column)
        hint = nearest(found, names)
        field = FieldName(one.field, one.field_title)
        yield Problem.of(one.code, one.path, found_at, field, found=found, nearest=hint)
