"""The models of the records of places, offence groups and bulletins, and of the lists."""

from __future__ import annotations

from casebook.schema import part_records as parts
from casebook.schema.case_record import CaseInShortRecord, WithdrawnCaseRecord


class PlaceCountRecord(parts.PlaceRecord):
    """A place that has cases, with their number."""

    address: parts.Address
    url: parts.Url
    count: parts.Count


class CityRecord(PlaceCountRecord):
    """A city that has cases."""

    province: parts.PlaceRecord
    districts: tuple[PlaceCountRecord, ...]


class ChargeRecord(parts.ApiModel):
    """A charge that belongs to an offence group."""

    slug: parts.Slug
    name: str
    article: str


class LawRecord(parts.CaseLawRecord):
    """An article of law explained on the page of an offence group."""

    text: str
    as_of: parts.Day


class OffenceGroupRecord(parts.OffenceRecord):
    """An offence group with the charges and laws of its page."""

    address: parts.Address
    url: parts.Url
    summary: str
    charges: tuple[ChargeRecord, ...]
    laws: tuple[LawRecord, ...]
    count: parts.Count


class OmittedRecord(parts.ApiModel):
    """A case of a bulletin that is not published on the site."""

    number: parts.Number
    reason: str


class BulletinRecord(parts.CaseBulletinRecord):
    """A bulletin and the ids of its cases."""

    address: parts.Address
    url: parts.Url
    province: str
    campaign: str | None
    expected: int
    omitted: tuple[OmittedRecord, ...]
    cases: tuple[parts.Id, ...]
    withdrawn: tuple[parts.Id, ...]


class CaseList(parts.ApiModel):
    """All cases without their texts, and the withdrawn ones."""

    count: parts.Count
    cases: tuple[CaseInShortRecord, ...]
    withdrawn: tuple[WithdrawnCaseRecord, ...]


class RecentList(parts.ApiModel):
    """The most recently published cases."""

    cases: tuple[CaseInShortRecord, ...]


class BulletinList(parts.ApiModel):
    """All bulletins."""

    bulletins: tuple[BulletinRecord, ...]


class CityList(parts.ApiModel):
    """All places that have cases."""

    provinces: tuple[PlaceCountRecord, ...]
    cities: tuple[CityRecord, ...]


class OffenceList(parts.ApiModel):
    """All offence groups."""

    offences: tuple[OffenceGroupRecord, ...]


class DataFile(parts.ApiModel):
    """A file of the interface."""

    title: str
    address: str
    url: str | None


class Counts(parts.ApiModel):
    """The numbers of cases, withdrawn cases, bulletins, cities and offence groups."""

    cases: int
    withdrawn: int
    bulletins: int
    cities: int
    offences: int


class Index(parts.ApiModel):
    """The index of the interface: its version, its files and the counts."""

    version: str
    name: str
    description: str
    url: parts.Url
    documentation: str
    latest: parts.Day | None
    counts: Counts
    files: tuple[DataFile, ...]
