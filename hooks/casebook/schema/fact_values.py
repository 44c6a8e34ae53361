"""The values of facts in the data interface."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Any

from casebook.content.amount import Amount
from casebook.content.contents import Bulletin, Case
from casebook.law.proceedings.stage import Stage
from casebook.law.proceedings.steps import Step
from casebook.places.gazetteer import Place
from casebook.places.resolution import FiledCity
from casebook.schema import part_records as records
from casebook.schema.fact import CaseContext
from casebook.schema.source_text import source_text


def bulletin_keys(bulletin: Bulletin) -> dict[str, Any]:
    """The keys of the records of a bulletin; each record takes those that it has."""
    source = source_text(bulletin.fields).statement
    return {"id": bulletin.id, "source": source, **dict(bulletin.fields)}


def modified(case: Case) -> date | None:
    """The day of the last correction, or of the last update whose day is known."""
    later = [correction.date for correction in case.fields.corrections]
    later += [one.date.first_day for one in case.fields.updates if one.date.day is not None]
    return max((day for day in later if day >= case.bulletin.fields.published), default=None)


def date_precision(context: CaseContext) -> str:
    """The precision of the date of a case: day, month or year."""
    return "day" if context.case.date.day else "month" if context.case.date.month else "year"


def cities(context: CaseContext) -> tuple[records.CaseCityRecord, ...]:
    """The records of the cities of a case; none of a province-wide case."""
    return tuple(_city_record(city) for city in context.case.cities)


@cache
def _city_record(city: FiledCity) -> records.CaseCityRecord:
    return records.CaseCityRecord(**_place_keys(city.place), printed=city.name)


def district(context: CaseContext) -> records.CaseDistrictRecord | None:
    """The record of the district of a case; None where it names none."""
    printed = context.fields.district
    if printed is None:
        return None
    return records.CaseDistrictRecord(**_place_keys(context.case.district), printed=printed)


def _place_keys(place: Place | None) -> dict[str, Any]:
    """What tells the place of today in a record; None where it is not known."""
    return {key: getattr(place, key, None) for key in ("code", "name", "slug")}


@cache
def stage_record(stage: Stage) -> records.StageRecord:
    """The record of a stage."""
    return records.StageRecord(slug=stage.slug, name=stage.value)


def stage(context: CaseContext) -> records.StageRecord | None:
    """The record of the current stage; None for a notice, of which there are no proceedings."""
    return None if context.case.is_notice else stage_record(context.case.stage)


def step_record(step: Step | None) -> records.PartRecord | None:
    """The record of a step; None where none is known."""
    return None if step is None else records.PartRecord(key=step.key, name=step.name)


def steps(context: CaseContext) -> Iterator[records.StepRecord]:
    """The stage in the bulletin, then those of the updates."""
    if context.case.is_notice:
        return
    day, stated = context.case.bulletin.fields.published, stage_record(context.fields.stage)
    step = step_record(context.fields.step)
    yield records.StepRecord(
        date=day.isoformat(), stage=stated, step=step, note=None, source_url=None
    )
    for one in context.fields.updates:
        keys = {"date": str(one.date), "stage": stage_record(one.stage)}
        keys["step"] = step_record(one.step)
        yield records.StepRecord(**keys, note=one.note, source_url=one.source_url)


def people(context: CaseContext) -> int | None:
    """The number of people of a case; None for an administrative case, which shows no people."""
    told = context.fields.people
    return told.count if told and not context.case.stage.is_administrative else None


def people_at(context: CaseContext) -> records.StageRecord | None:
    """The stage at which the number of people was told: its own, or the bulletin's of the case."""
    if people(context) is None or context.fields.people is None:
        return None
    return stage_record(context.fields.people.at or context.fields.stage)


def amount(context: CaseContext) -> records.AmountRecord | None:
    """The amount of a case and its numeric value."""
    told = context.fields.amount
    if told is None:
        return None
    at = stage_record(told.at) if told.at else None
    return records.AmountRecord(label=context.fields.amount_label, at=at, **_numbers(told.amount))


def loss(context: CaseContext) -> records.MoneyRecord | None:
    """The loss of the victims and its numeric value."""
    found = context.fields.victims and context.fields.victims.loss
    return records.MoneyRecord(**_numbers(found)) if found else None


def _numbers(found: Amount) -> dict[str, Any]:
    numbers = {"qualifier": found.qualifier, "yuan": found.yuan, "upper": found.upper}
    return {"text": found.text, **numbers}


@lru_cache(maxsize=1024)  # many cases share a bulletin: saves a tenth of the interface, measured
def bulletin_record(bulletin: Bulletin) -> records.CaseBulletinRecord:
    """The record of the bulletin of a case."""
    return records.CaseBulletinRecord(**bulletin_keys(bulletin))
