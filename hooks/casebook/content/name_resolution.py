"""Name resolution: from names in a case's front matter to offence groups, charges and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casebook.content.contents import Bulletin, Case, Offence, names_of
from casebook.content.front_matter import Document
from casebook.content.model import CaseFields
from casebook.content.page_model import Charge
from casebook.content.problem import Problem, nearest
from casebook.content.yaml_tree import Location
from casebook.places.gazetteer import WHOLE_COUNTRY, WHOLE_PROVINCE, Place, gazetteer
from casebook.places.resolution import FiledCity, filed, find_city, find_district
from casebook.texts import problems as texts


@dataclass(frozen=True, slots=True)
class NameResolver:
    """All names of offence groups and charges that a case may use."""

    offences: dict[str, Offence]
    """The groups by title and alias."""
    charges: dict[str, Charge]
    are_all: bool
    """False where a page is missing or broken, so that an unknown name may be valid."""

    @classmethod
    def of(cls, offences: Iterable[Offence], are_all: bool) -> tuple[NameResolver, list[Problem]]:
        """The names of these groups; a name of two groups is a problem and means the first."""
        names, problems = cls({}, {}, are_all), []
        owners: dict[str, Offence] = {}
        for group in sorted(offences, key=lambda group: group.slug):
            for location, claim in _claims(group):
                owner = owners.setdefault(claim, group)
                if owner is not group:
                    other = owner.document.path
                    problems.append(
                        group.document.problem(
                            "offence-title-taken", location, found=claim, other=other
                        )
                    )
            for name in names_of(group):
                names.offences.setdefault(name, group)
            for charge in group.fields.charges:
                names.charges.setdefault(charge.name, charge)
        return names, problems

    def case(
        self, number: str, bulletin: Bulletin, fields: CaseFields, document: Document
    ) -> Case | list[Problem]:
        """The case of that number with its names resolved, or the problems of unknown names."""
        problems = list(self._unknown(fields, document))
        if problems:
            return problems if self.are_all else []
        province, cities, district = _places(bulletin, fields)
        wide = (province,) if province and not cities else ()
        return Case(
            id=f"{bulletin.id}/{number}",
            number=int(number),
            bulletin=bulletin,
            fields=fields,
            document=document,
            province=province,
            cities=cities,
            places=wide or tuple(dict.fromkeys(city.place for city in cities)),
            district=district,
            offences=tuple(dict.fromkeys(self.offences[name] for name in fields.offence)),
            charge=self.charges[fields.charge] if fields.charge else None,
            known_charges=self.charges,
        )

    def _unknown(self, fields: CaseFields, document: Document) -> Iterator[Problem]:
        for position, name in enumerate(fields.offence):
            if name not in self.offences:
                titles = dict.fromkeys(group.title for group in self.offences.values())
                hint = nearest(name, self.offences, texts.CHOICES.format(values="、".join(titles)))
                yield document.problem(
                    "offence-unknown", ("offence", position), found=name, nearest=hint
                )
        if fields.charge and fields.charge not in self.charges:
            hint = nearest(fields.charge, self.charges)
            yield document.problem("charge-unknown", ("charge",), found=fields.charge, nearest=hint)


def _claims(group: Offence) -> Iterator[tuple[Location, str]]:
    """What must be unique among groups: title, aliases, charges and their slugs."""
    yield ("title",), group.title
    for position, alias in enumerate(group.fields.aliases):
        yield ("aliases", position), alias
    for position, charge in enumerate(group.fields.charges):
        yield ("charges", position, "name"), charge.name
        yield ("charges", position, "slug"), charge.slug


def _named_province(bulletin: Bulletin, fields: CaseFields) -> Place | None:
    """The province that a case names, or else its bulletin; None for the whole country."""
    named = fields.province or bulletin.fields.province
    return None if named == WHOLE_COUNTRY else gazetteer().province(named)


def _places(
    bulletin: Bulletin, fields: CaseFields
) -> tuple[Place | None, tuple[FiledCity, ...], Place | None]:
    """The province, cities and district of a case, as far as they are known.

    The province is that of the first city if none is named; a province-wide case has no cities.
    """
    province, day = _named_province(bulletin, fields), fields.date.first_day
    found = {name: place for name in fields.city if (place := find_city(name, day))}
    is_single = len(fields.city) == 1
    cities, district = [], None
    for name, city in found.items():
        named = find_district(city, fields.district, day) if fields.district and is_single else None
        place, district = filed(city, named)
        cities.append(FiledCity(name, place))
    if province is None and cities:
        province = cities[0].place.province
    if WHOLE_PROVINCE in fields.city:
        return province, (), None
    return province, tuple(cities), district if is_single else None
