"""Name resolution: from names in a case's front matter to offence groups, charges and places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from casebook.content.contents import (
    Bulletin,
    Case,
    Offence,
    StatedAct,
    StatedCharge,
    charge_on_page,
    names_of,
)
from casebook.content.front_matter import Document
from casebook.content.model import CaseFields
from casebook.content.problem import Problem, nearest, suggestion
from casebook.content.stage_types import without_measure
from casebook.content.yaml_tree import Location
from casebook.law.acts import acts
from casebook.law.charges import charges, mentions, plain
from casebook.law.proceedings.steps import Step, Track, step_named, step_names
from casebook.places.gazetteer import WHOLE_COUNTRY, WHOLE_PROVINCE, Place, gazetteer
from casebook.places.resolution import FiledCity, filed, find_city, find_district
from casebook.texts import problems as texts


@dataclass(frozen=True, slots=True)
class NameResolver:
    """All names of offence groups and charges that a case may use."""

    offences: dict[str, Offence]
    """The groups by title and alias."""
    groups: tuple[Offence, ...]
    charges: dict[str, str]
    """The names of the charges on the pages of groups, by their plain form."""
    are_all: bool
    """False where a page is missing or broken, so that an unknown name may be valid."""

    @classmethod
    def of(cls, offences: Iterable[Offence], are_all: bool) -> tuple[NameResolver, list[Problem]]:
        """The names of these groups; a name of two groups is a problem and means the first."""
        groups = tuple(sorted(offences, key=lambda group: group.slug))
        names, problems = cls({}, groups, {}, are_all), []
        owners: dict[str, Offence] = {}
        for group in groups:
            for location, claim in _claims(group):
                owner = owners.setdefault(claim, group)
                if owner is not group:
                    values = {"found": claim, "other": owner.document.path}
                    problems.append(group.problem("offence-title-taken", location, **values))
            for name in names_of(group):
                names.offences.setdefault(name, group)
            for charge in group.fields.charges:
                names.charges.setdefault(plain(charge.name), charge.name)
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
        groups = tuple(dict.fromkeys(self.offences[name] for name in fields.offence))
        stated = (self._charge(name, fields, groups) for name in fields.charge)
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
            offences=groups,
            charges=tuple(dict.fromkeys(stated)),
            acts=tuple(_act(name) for name in fields.act),
            group_charges=self.charges,
        )

    def _charge(self, name: str, fields: CaseFields, own: tuple[Offence, ...]) -> StatedCharge:
        """A known charge with the group that it belongs to, one of the case's `own` if possible."""
        found = charges().find(name, fields.date)
        statutory = found.charge if found else None
        printed = found.name if found else self.charges[plain(name)]
        group, entry = charge_on_page(printed, statutory, (*own, *self.groups)) or (None, None)
        article = statutory.article if statutory else entry.article if entry else ""
        return StatedCharge(printed, article, statutory, group, entry)

    def _unknown(self, fields: CaseFields, document: Document) -> Iterator[Problem]:
        for position, name in enumerate(fields.offence):
            if name not in self.offences:
                values = {"found": name, "nearest": group_advice(name, self.offences)}
                yield document.problem("offence-unknown", ("offence", position), **values)
        for position, name in enumerate(fields.charge):
            if charges().find(name) is None and plain(name) not in self.charges:
                yield self._unknown_charge(name, document, ("charge", position))
        slugs = [self.offences[name].slug for name in fields.offence if name in self.offences]
        for position, name in enumerate(fields.act):
            if acts().resolve(name, penalty_kind) is None:
                penalties = tuple(step_names(is_administrative=True))
                kind = penalty_kind(without_measure(name))
                names = (*acts().of_groups(slugs), *penalties)
                choices = texts.CHOICES.format(values="、".join(f"“{one}”" for one in names))
                near = nearest(name, (*acts().names, *penalties), choices)
                hint = suggestion([kind.name]) if kind else near
                yield document.problem("act-unknown", ("act", position), found=name, nearest=hint)

    def _unknown_charge(self, name: str, document: Document, location: Location) -> Problem:
        """A short form is told its full name, an act of administrative law where it is written; a
        charge is suggested only for what is written as one."""
        if short := charges().of_short(name):
            return document.problem("charge-short", location, found=name, expected=short.name)
        known = dict.fromkeys((*charges().names, *self.charges.values()))
        group = self.offences.get(name.removesuffix("罪"))
        if f"{name}罪" in known:
            hint = nearest(name, (f"{name}罪",))
        elif inside := self._charges_within(name):
            hint = (
                suggestion(inside)
                if len(inside) == 1
                else texts.CHARGES_APART.format(values="、".join(inside))
            )
        elif acts().resolve(name.removesuffix("罪"), penalty_kind) is not None:
            hint = nearest(name, known) if name.endswith("罪") else ""
            if not hint:
                return document.problem("charge-act", location, found=name)
        elif group is not None and group.fields.charges:
            names = (f"“{charge.name}”" for charge in group.fields.charges)
            hint = texts.CHARGES_OF.format(group=group.title, values="、".join(names))
        else:
            hint = nearest(name, known) if name.endswith("罪") else ""
        return document.problem("charge-unknown", location, found=name, nearest=hint)

    def _charges_within(self, written: str) -> tuple[str, ...]:
        """The charges of which a text consists beside words that join or introduce them."""
        found = [*mentions(written, self.charges)]
        rest = written
        for one in reversed(found):
            rest = rest[: one.start] + rest[one.end :]
        return tuple(one.name for one in found) if not _BESIDE.sub("", rest) else ()


_BESIDE = re.compile("涉嫌|[犯以和与及、，,;；。“”‘’'\"（）()\\[\\]\\s]|[未既]遂|构成|共同|单位")
"""What may be written beside the names of charges."""


def penalty_kind(name: str) -> Step | None:
    """The step of administrative proceedings of that name, or None."""
    found = step_named(name)
    return found if found and found.track is Track.ADMINISTRATIVE else None


def _act(name: str) -> StatedAct:
    """An act or kind of penalty that is known."""
    found = acts().resolve(name, penalty_kind)
    assert found is not None, name
    if isinstance(found, Step):
        return StatedAct(name, found.key, None)
    return StatedAct(name, found.id, found)


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
