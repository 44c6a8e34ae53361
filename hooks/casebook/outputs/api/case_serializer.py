"""The recorder: makes the records of a site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from casebook.content import contents as content
from casebook.content import gazetteer
from casebook.content.amount import Amount
from casebook.content.field_types import CASE_ID
from casebook.content.library import Library
from casebook.content.stage import Stage
from casebook.pages.cases import modified
from casebook.pages.paragraphs import paragraphs
from casebook.pages.related import Relations
from casebook.pages.site import Site, build
from casebook.schema import case_record, part_records

_CASE = re.compile(rf"cases/({CASE_ID})/")


class CaseSerializer:
    """Makes the records of what a site shows; a site with drafts is first made without them.

    `root` is the whole address of the site; None where nobody said where it is.
    """

    def __init__(self, library: Library, site: Site, root: str | None) -> None:
        self.site = build(library) if any(case.is_draft for case in site.cases) else site
        self._root = root
        self._relations = Relations(self.site.cases)
        self._shown = {bulletin.id for bulletin in self.site.bulletins}
        self._moved = tuple(_moved_cases(self.site))
        self._formers: dict[str, list[str]] = {}
        for former, current in self._moved:
            self._formers.setdefault(current, []).append(former)
        # Many cases have these in common: a record takes half as long, measured.
        self._bulletin = cache(_bulletin)
        self._groups = cache(_groups)

    @property
    def moved(self) -> Iterator[case_record.MovedCaseRecord]:
        """The former ids, each with the case of today."""
        for former, current in self._moved:
            where = self.where(f"cases/{current}/")
            yield case_record.MovedCaseRecord(status="moved", id=former, moved_to=current, **where)

    def gone(self, case: content.Case) -> case_record.WithdrawnCaseRecord:
        """A withdrawn case: when and why."""
        withdrawal = case.fields.withdrawn
        assert withdrawal is not None, case.id
        return case_record.WithdrawnCaseRecord(
            status="withdrawn",
            id=case.id,
            number=case.number,
            bulletin=case.bulletin.id,
            **self.where(f"cases/{case.id}/"),
            date=withdrawal.date,
            reason=withdrawal.reason,
        )

    def in_short(self, case: content.Case) -> case_record.CaseInShortRecord:
        """A case without its text."""
        return case_record.CaseInShortRecord(**self._facts(case))

    def where(self, address: str) -> dict[str, Any]:
        """An address below the site, and the whole of it."""
        return {"address": address, "url": None if self._root is None else self._root + address}

    def _facts(self, case: content.Case) -> dict[str, Any]:
        fields = case.fields
        return {
            "status": "published",
            "id": case.id,
            "number": case.number,
            **self.where(f"cases/{case.id}/"),
            "title": case.title,
            **_when_and_where(case),
            "offences": self._groups(case.offences),
            "charge": case.charge.name if case.charge else None,
            "agency": fields.agency,
            **_handling(case),
            "amount": _amount(fields.amount_label, fields.amount) if fields.amount else None,
            "figures": dict(fields.figures),
            "summary": fields.summary,
            "published": case.bulletin.fields.published,
            "bulletin": self._bulletin(case.bulletin),
            "related": tuple(other.id for other in self._relations.named(case)),
            "also_in": tuple(
                part_records.AlsoInRecord(bulletin=one.bulletin, number=one.number)
                for one in fields.also_in
                if one.bulletin in self._shown
            ),
            "corrections": tuple(
                part_records.CorrectionRecord(date=one.date, note=one.note)
                for one in fields.corrections
            ),
            "aliases": tuple(sorted(self._formers.get(case.id, ()))),
            "modified": modified(case),
        }


def source(bulletin: content.Bulletin) -> dict[str, Any]:
    """What stands beside everything that was taken from a bulletin."""
    names = ("title", "publisher", "published", "source_title", "source_url")
    return {"id": bulletin.id, **{name: getattr(bulletin.fields, name) for name in names}}


def text_of(case: content.Case) -> tuple[str, ...]:
    """The text of a case, as its record has it."""
    return tuple(paragraphs(case.body))


def _bulletin(found: content.Bulletin) -> part_records.CaseBulletinRecord:
    return part_records.CaseBulletinRecord(**source(found))


@cache
def place(found: gazetteer.Place) -> part_records.PlaceRecord:
    """A place of the gazetteer."""
    return part_records.PlaceRecord(code=found.code, name=found.name, slug=found.slug)


def _moved_cases(site: Site) -> Iterator[tuple[str, str]]:
    """The former ids of cases with those of today, sorted."""
    for address, target in sorted(site.redirects):
        former, current = _CASE.fullmatch(address), _CASE.fullmatch(target)
        if former and current:
            yield former[1], current[1]


def _when_and_where(case: content.Case) -> dict[str, Any]:
    date = case.date
    return {
        "date": str(date),
        "date_precision": "day" if date.day else "month" if date.month else "year",
        "province": place(case.province) if case.province else None,
        "cities": tuple(place(one) for one in case.places) if case.has_city else (),
        "district": place(case.district) if case.district else None,
    }


def _groups(groups: tuple[content.Offence, ...]) -> tuple[part_records.OffenceRecord, ...]:
    return tuple(part_records.OffenceRecord(slug=one.slug, title=one.title) for one in groups)


def _handling(case: content.Case) -> dict[str, Any]:
    """How far it has gone; an administrative case shows no person."""
    return {
        "stage": _stage(case.stage),
        "is_judged": case.stage.is_judged,
        "steps": tuple(_steps(case)),
        "people": None if case.stage.is_administrative else case.fields.people,
    }


def _steps(case: content.Case) -> Iterator[part_records.StepRecord]:
    stated, published = _stage(case.fields.stage), case.bulletin.fields.published
    yield part_records.StepRecord(
        date=published.isoformat(), stage=stated, note=None, source_url=None
    )
    for one in case.fields.updates:
        yield part_records.StepRecord(
            date=str(one.date), stage=_stage(one.stage), note=one.note, source_url=one.source_url
        )


@cache
def _stage(stage: Stage) -> part_records.StageRecord:
    return part_records.StageRecord(slug=stage.slug, name=stage.value)


def _amount(label: str, amount: Amount) -> part_records.AmountRecord:
    return part_records.AmountRecord(
        label=label,
        text=amount.text,
        qualifier=amount.qualifier,
        yuan=float(amount.yuan),
        upper=None if amount.upper is None else float(amount.upper),
    )
