"""Duplicates: a case that two bulletins seem to contain, for an editor to compare.

Similar cases are common (one city, one kind of offence, one season), so that a place, a time and
an offence alone prove nothing; a person, a number or a turn of phrase must match as well. The
problem is a warning, suppressed by a link between the cases or by an allowance that names the
other case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from casebook.checks.consistency import linked
from casebook.content.contents import Case
from casebook.content.library import Library
from casebook.content.problem import Problem
from casebook.names.lexicon import lexicon
from casebook.texts import problems as texts

MAX_DAYS_APART = timedelta(days=92)
"""Bulletins date a case by its discovery or by its clearing, months apart."""
THRESHOLD = 4
"""The points from which two cases are reported; see tests/checks/test_duplicates.py."""

_COMMON = frozenset("王李张刘陈杨黄赵吴周")
_MASKED = re.compile("[一-鿿](?=某)")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SIMILAR, _VERY_SIMILAR = 50, 65
"""The percentage of characters that two summaries share, in order."""


@dataclass(frozen=True, eq=False)
class _Traits:
    """The features of a case that are compared with another."""

    case: Case
    first: date
    last: date

    @cached_property
    def surnames(self) -> frozenset[str]:
        fields = self.case.fields
        found = _MASKED.findall(f"{fields.title}{fields.summary}{self.case.body}")
        return frozenset(filter(lexicon().is_frequent_surname, found))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers of two digits and more among the other figures."""
        figures = " ".join(self.case.fields.figures.values())
        return frozenset(one for one in _NUMBER.findall(figures) if len(one) > 1)


def same_case_suspected(library: Library, today: date) -> Iterator[Problem]:
    """Cases of two bulletins that are probably the same are linked, or allowed as different.

    They share a city and an offence group, have no different districts, dates within three months,
    and matching persons, numbers and words.
    """
    used_exclusions: set[tuple[str, int]] = set()
    for earlier, later, reasons in _similar_pairs(library):
        if excluded := {*_exclusions(earlier, later), *_exclusions(later, earlier)}:
            used_exclusions |= excluded
        else:
            found = {"file": earlier.document.path, "other": earlier.id}
            yield later.document.problem(CODE, ("title",), detail="、".join(reasons), **found)
    for case in library.cases:
        for position, allowance in enumerate(case.fields.allow):
            if allowance.code == CODE and (case.id, position) not in used_exclusions:
                yield case.problem("allow-unused", ("allow", position, "code"))


CODE = "duplicate-suspected"


def _similar_pairs(library: Library) -> Iterator[tuple[Case, Case, list[str]]]:
    """The pairs that are probably one case, the earlier published first, with the reasons."""
    seen: set[tuple[str, str]] = set()
    for block in _blocks(library):
        for position, one in enumerate(block):
            for other in block[position + 1 :]:
                if other.first > one.last + MAX_DAYS_APART:
                    break
                earlier, later = sorted((one.case, other.case), key=_published)
                if (earlier.id, later.id) in seen or not _may_be_one(earlier, later):
                    continue
                seen.add((earlier.id, later.id))
                points, reasons = likeness(one, other)
                if points >= THRESHOLD:
                    yield earlier, later, reasons


def _exclusions(case: Case, other: Case) -> Iterator[tuple[str, int]]:
    """The allowances by which a case excludes the other: its id, and their positions."""
    for position, allowance in enumerate(case.fields.allow):
        if allowance.code == CODE and allowance.text == other.id:
            yield case.id, position


def likeness(one: _Traits, other: _Traits) -> tuple[int, list[str]]:
    """The points for two cases being the same, and the reasons for them."""
    here, there = one.case.fields, other.case.fields
    likenesses = texts.table("LIKENESSES")
    points, reasons = 0, []
    if shared := one.surnames & other.surnames:
        points += 2 if shared - _COMMON else 1
        reasons.append(likenesses["surname"].format(found="、".join(sorted(shared))))
    people = here.people.count if here.people else 0
    if there.people and people == there.people.count and people > 2:
        points += 2 if people > 5 else 1
        reasons.append(likenesses["people"].format(found=people))
    amounts = [one.amount.amount for one in (here, there) if one.amount]
    if len(amounts) == 2 and amounts[0].yuan == amounts[1].yuan:
        # 1000余万元 is the amount of many cases, 1.5亿元 of few.
        points += 3 if len(str(int(amounts[0].yuan)).rstrip("0")) > 1 else 2
        reasons.append(likenesses["amount"].format(found=amounts[0].text))
    if shared := one.numbers & other.numbers:
        points += min(2, len(shared))
        reasons.append(likenesses["figures"].format(found="、".join(sorted(shared))))
    if points and (text_points := _text_points(here.summary, there.summary)):
        points += text_points
        reasons.append(likenesses["words"])
    return points, reasons


def _text_points(one: str, other: str) -> int:
    from rapidfuzz import fuzz

    ratio = fuzz.ratio(one, other, score_cutoff=_SIMILAR)
    return (ratio >= _SIMILAR) + (ratio >= _VERY_SIMILAR)


def _blocks(library: Library) -> Iterator[list[_Traits]]:
    """The cases of each city and offence group by date; only cases of one block are compared."""
    blocks: dict[tuple[str, str], list[_Traits]] = {}
    for case in library.cases:
        if not case.is_withdrawn:
            traits = _Traits(case, case.date.first_day, case.date.last_day)
            for place in case.places:
                for offence in case.offences:
                    blocks.setdefault((place.code, offence.slug), []).append(traits)
    for block in blocks.values():
        yield sorted(block, key=lambda traits: (traits.first, traits.case.id))


def _published(case: Case) -> tuple[date, str]:
    return case.bulletin.fields.published, case.id


def _may_be_one(earlier: Case, later: Case) -> bool:
    """Whether two cases are of different bulletins, unlinked, and not of different districts."""
    are_elsewhere = earlier.district and later.district and earlier.district != later.district
    is_apart = earlier.bulletin is not later.bulletin
    return is_apart and not are_elsewhere and not linked(earlier, later)


OF_LIBRARY = (same_case_suspected,)
