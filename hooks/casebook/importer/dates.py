"""Dates: when the police found or cleared the case, among all dates in its text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from casebook.content.partial_date import PartialDate
from casebook.importer import date_evidence
from casebook.importer.date_evidence import Told
from casebook.importer.date_mentions import mentions
from casebook.importer.date_years import Years
from casebook.importer.extracted_value import Extracted, sentence_at
from casebook.importer.quotations import without_quotations

_RECENTLY = re.compile(
    "近日|(?<![0-9节益庆])日前(?![夜夕])|近期|近来|最近|不久前|前不久|连日来|前段时间"
)
_COURT = re.compile("法院|裁判")
_POLICE = re.compile("公安|警|派出所|分局|报案")
_PART = re.compile("(?:旬|初|底|末|终)$")
_JOINTS = ("", "、", "和", "及", "与")
"""What stands between two dates that tell the same, as 7月底、8月初."""
_AGAIN = re.compile("再次(?!联系|转账|汇款)|再度|重操旧业|又因")
"""Words by which an act of the police before them is of an earlier case."""


@dataclass(frozen=True, slots=True)
class _Dated:
    date: PartialDate
    is_sure: bool
    start: int
    told: Told
    is_part: bool
    """Whether it is a part of a month or year, as 3月初, which has a day of its own."""


def found_on(
    text: str,
    published: PartialDate | None,
    before: PartialDate | None,
    told_year: int | None = None,
) -> Extracted[PartialDate] | None:
    """The first day on which the police acted; None if the text states no day.

    `published` gives the year of 今年 and of months without one, and no date lies after it;
    `before` is the date of the previous case, to which 同月 refers;
    `told_year` is the year of which the bulletin tells, if it is not that of publication. Without
    a date of the police, the day of the deed is given as uncertain, unless they acted 近日. A
    month or year becomes a day in it, uncertain, if the text dates a later act so.
    """
    plain = without_quotations(text)
    dated = list(_dated(plain, Years(published, before, told_year)))
    acts = [one for one in dated if one.told is Told.POLICE]
    if acts:
        own = _of_this_case(plain, acts)
        others = [one for one in dated if one.told >= Told.DEED_AND_POLICE and one not in own]
        return _first_act(text, own or acts, others)
    if _is_recent(plain) or _is_of_court(plain):
        return None
    told = max((one.told for one in dated), default=Told.NOTHING)
    best = next((one for one in dated if one.told is told is not Told.NOTHING), None)
    return Extracted(best.date, sentence_at(text, best.start), False) if best else None


def _of_this_case(plain: str, acts: list[_Dated]) -> list[_Dated]:
    """The acts since the sentence that tells that a suspect did it again; all if none does."""
    again = _AGAIN.search(plain)
    if again is None:
        return acts
    sentence = max(plain.rfind(mark, 0, again.start()) for mark in "。；\n") + 1
    return [one for one in acts if one.start >= sentence]


def _first_act(text: str, acts: list[_Dated], perhaps: list[_Dated]) -> Extracted[PartialDate]:
    best = min(acts, key=lambda one: (one.date.first_day, one.start))
    date = best.date
    is_certain = (
        best.is_sure
        and best not in perhaps
        and not any(one.date.first_day < date.first_day for one in perhaps)
    )
    within = [one.date for one in acts if not best.is_part and _is_within(one.date, date)]
    if within:
        date, is_certain = min(within), False
    return Extracted(date, sentence_at(text, best.start), is_certain)


def _is_within(date: PartialDate, period: PartialDate) -> bool:
    """Whether a date is a day of a month, or a day or month of a year."""
    if period.month is None:
        return date.year == period.year and date.month is not None
    is_day = period.day is None and date.day is not None
    return is_day and (date.year, date.month) == (period.year, period.month)


def _dated(plain: str, years: Years) -> Iterator[_Dated]:
    found = list(mentions(plain))
    starts = sorted(
        [one.start for one in found] + [one.start() for one in _RECENTLY.finditer(plain)]
    )
    for mention in found:
        is_aside = date_evidence.is_aside(plain, mention)
        is_firm = not date_evidence.is_period(plain, mention) or mention.until is not None
        resolved = years.resolved(mention, is_firm, is_aside)
        if resolved is None:
            continue
        place = bisect_left(starts, mention.end)
        if place < len(starts) and plain[mention.end : starts[place]] in _JOINTS:
            place += 1
        following = starts[place] if place < len(starts) else len(plain)
        end = min(date_evidence.sentence_end(plain, mention.end), following)
        told = date_evidence.told_of(plain, mention, end)
        is_part = _PART.search(plain, mention.start, mention.end) is not None
        yield _Dated(resolved.date, resolved.is_sure, mention.start, told, is_part)


def _is_of_court(plain: str) -> bool:
    """Whether a text tells only of a trial, so that its dates are of the deed or the judgment."""
    return _COURT.search(plain) is not None and _POLICE.search(plain) is None


def _is_recent(plain: str) -> bool:
    """Whether the police acted on a day that is only called 近日."""
    return any(
        date_evidence.is_police_act(plain[one.end() : date_evidence.sentence_end(plain, one.end())])
        for one in _RECENTLY.finditer(plain)
    )
