"""The serializer of the lists of the data interface: places, groups, bulletins and cases."""

from __future__ import annotations

from casebook.content import contents as content
from casebook.outputs.api.case_serializer import CaseSerializer
from casebook.pages.taxonomy import Term
from casebook.places import gazetteer
from casebook.schema import list_records
from casebook.schema.fact_values import bulletin_keys

NEWEST = 20
"""The number of cases in the list of the most recently published."""


class ListSerializer:
    """Makes the records of the lists of a site."""

    def __init__(self, serializer: CaseSerializer) -> None:
        self._serializer = serializer
        self._site = serializer.site
        self._cases_of = content.by_bulletin((*self._site.cases, *self._site.withdrawn))

    def empty_list(self) -> list_records.CaseList:
        """The list of all cases with its count and the withdrawn cases, but `cases` empty."""
        return list_records.CaseList(
            count=len(self._site.cases),
            cases=(),
            withdrawn=tuple(map(self._serializer.withdrawn_record, self._site.withdrawn)),
        )

    def recent(self) -> list_records.RecentList:
        """The NEWEST most recently published cases, those of one day by id."""
        newest = sorted(
            self._site.cases,
            key=lambda case: (-case.bulletin.fields.published.toordinal(), case.id),
        )[:NEWEST]
        return list_records.RecentList(cases=tuple(map(self._serializer.short_record, newest)))

    def bulletins(self) -> list_records.BulletinList:
        """All bulletins."""
        return list_records.BulletinList(bulletins=tuple(map(self._bulletin, self._site.bulletins)))

    def cities(self) -> list_records.CityList:
        """All places that have cases."""
        return list_records.CityList(
            provinces=tuple(map(self._place_count, _with_cases(self._site.places))),
            cities=tuple(map(self._city, self._site.cities)),
        )

    def offences(self) -> list_records.OffenceList:
        """All offence groups."""
        return list_records.OffenceList(offences=tuple(map(self._offence, self._site.offences)))

    def counts(self) -> list_records.Counts:
        """The counts of the index."""
        names = ("cases", "withdrawn", "bulletins", "cities", "offences")
        return list_records.Counts(**{name: len(getattr(self._site, name)) for name in names})

    def _bulletin(self, bulletin: content.Bulletin) -> list_records.BulletinRecord:
        cases = self._cases_of.get(bulletin.id, ())
        return list_records.BulletinRecord(
            **bulletin_keys(bulletin),
            **self._serializer.address_keys(f"cases/{bulletin.id}/"),
            cases=tuple(case.id for case in cases if not case.is_withdrawn),
            withdrawn=tuple(case.id for case in cases if case.is_withdrawn),
        )

    def _place_count(self, term: Term) -> list_records.PlaceCountRecord:
        place, keys = _place(term), self._serializer.address_keys(term.address)
        names = {"code": place.code, "name": place.name, "slug": place.slug}
        return list_records.PlaceCountRecord(**names, **keys, count=term.count)

    def _city(self, term: Term) -> list_records.CityRecord:
        return list_records.CityRecord(
            **dict(self._place_count(term)),
            province=_place(term).province,
            districts=tuple(map(self._place_count, _with_cases(term))),
        )

    def _offence(self, term: Term) -> list_records.OffenceGroupRecord:
        group = term.key.of
        assert isinstance(group, content.Offence)
        return list_records.OffenceGroupRecord(
            slug=group.slug,
            title=group.title,
            **self._serializer.address_keys(term.address),
            summary=group.fields.summary,
            charges=group.fields.charges,
            laws=group.fields.laws,
            count=term.count,
        )


def _place(term: Term) -> gazetteer.Place:
    assert isinstance(term.key.of, gazetteer.Place)
    return term.key.of


def _with_cases(term: Term) -> tuple[Term, ...]:
    return tuple(child for child in term.children if child.count)
