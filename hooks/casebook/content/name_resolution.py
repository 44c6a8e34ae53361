"""Name resolution: from names in a case's front matter to offence groups, charges and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from casebook.content.contents import Bulletin, Case, Offence, names_of
from casebook.content.front_matter import Document
from casebook.content.gazetteer import WHOLE_COUNTRY, WHOLE_PROVINCE, Place, gazetteer
from casebook.content.model import CaseFields
from casebook.content.page_model import Charge
from casebook.content.problem import Problem, nearest
from casebook.content.yaml_tree import Location
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
        province, places = _places(bulletin, fields)
        city = places[0] if len(places) == 1 else None
        return Case(
            id=f"{bulletin.id}/{number}",
            number=int(number),
            bulletin=bulletin,
            fields=fields,
            document=document,
            province=province,
            places=places,
            district=city and gazetteer().district(city, fields.district or ""),
            offences=tuple(dict.fromkeys(self.offences[name] for name in fields.offence)),
            charge=self.charges[fields.charge] if fields.charge else None,
            known_charges=self.charges,
        )

    def _unknown(self, fields: CaseFields, document: Document) -> Iterator[Problem]:
        for position, name in enumerate(fields.offence):
            if name not in self.offences:
                yield document.problem(
                    "offence-unknown",
                    ("offence", position),
                    found=name,
                    nearest=group_advice(name, self.offences),
                )
        if fields.charge and fields.charge not in self.charges:
            hint = nearest(fields.charge, self.charges)
            yield document.problem("charge-unknown", ("charge",), found=fields.charge, nearest=hint)


def group_advice(name: str, groups: Mapping[str, Offence]) -> str:
    """What to write instead of the unknown name of a group; a charge is never suggested.

    `groups` are the groups by title and alias.
    """
    titles = dict.fromkeys(group.title for group in groups.values())
    choices = texts.CHOICES.format(values="、".join(titles))
    if name.endswith(_CHARGE):
        return texts.CHARGE_AS_GROUP + choices
    names = (known for known in groups if not known.endswith(_CHARGE))
    return nearest(name, names, texts.NO_GROUP + choices)


_CHARGE = "罪"
"""The last character of every charge."""


def _claims(group: Offence) -> Iterator[tuple[Location, str]]:
    """What must be unique among groups: title, aliases, charges and their slugs."""
    yield ("title",), group.title
    for position, alias in enumerate(group.fields.aliases):
        yield ("aliases", position), alias
    for position, charge in enumerate(group.fields.charges):
        yield ("charges", position, "name"), charge.name
        yield ("charges", position, "slug"), charge.slug


def _places(bulletin: Bulletin, fields: CaseFields) -> tuple[Place | None, tuple[Place, ...]]:
    """The province and places of a case; the province of the first city if none is named."""
    named = fields.province or bulletin.fields.province
    province = None if named == WHOLE_COUNTRY else gazetteer().province(named)
    found = (gazetteer().city(name) for name in fields.city)
    cities = tuple(city for city in found if city is not None)
    if province is None and cities:
        province = cities[0].province
    if WHOLE_PROVINCE in fields.city:
        return province, (province,) if province else ()
    return province, cities
