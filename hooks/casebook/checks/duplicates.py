"""Duplicates: a case that two bulletins seem to carry, for an editor to compare.

Two of a kind are common (one city, one kind of offence, one season), so that a place, a time and
an offence alone say nothing; it takes a person, a number or a turn of phrase as well. Nothing is
ever claimed: what the rule says is a warning, and a link between the cases silences it, or an
allowance that names the other case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from casebook.checks.consistency import linked
from casebook.checks.privacy import SURNAMES
from casebook.content.contents import Case
from casebook.content.library import Library
from casebook.content.problem import Problem
from casebook.texts import problems as texts

APART = timedelta(days=92)
"""Two bulletins date one case by its discovery or its clearing, months apart."""
ENOUGH = 4
"""The points from which two cases are shown to an editor; see tests/checks/test_duplicates.py."""

_COMMON = frozenset("王李张刘陈杨黄赵吴周")
_MASKED = re.compile(rf"[{SURNAMES}](?=某)")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LIKE, _VERY_LIKE = 50, 65
"""How many characters in a hundred two summaries share, in order."""


@dataclass(frozen=True, eq=False)
class _Traits:
    """What of a case can be held against another."""

    case: Case
    first: date
    last: date

    @cached_property
    def surnames(self) -> frozenset[str]:
        fields = self.case.fields
        return frozenset(_MASKED.findall(f"{fields.title}{fields.summary}{self.case.body}"))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers of two digits and more among the other figures."""
        figures = " ".join(self.case.fields.figures.values())
        return frozenset(one for one in _NUMBER.findall(figures) if len(one) > 1)


def same_case_suspected(library: Library, today: date) -> Iterator[Problem]:
    """Cases of two bulletins that look like one are compared by an editor, who links them.

    They have a city and an offence group in common, no two districts, dates within three months,
    and persons, numbers and words that agree.
    """
    kept_apart: set[tuple[str, int]] = set()
    for earlier, later, reasons in _suspicions(library):
        if judged := {*_judgments(earlier, later), *_judgments(later, earlier)}:
            kept_apart |= judged
        else:
            found = {"file": earlier.document.path, "other": earlier.id}
            yield later.document.problem(CODE, ("title",), detail="、".join(reasons), **found)
    for case in library.cases:
        for position, allowance in enumerate(case.fields.allow):
            if allowance.code == CODE and (case.id, position) not in kept_apart:
                yield case.document.problem("allow-unused", ("allow", position, "code"))


CODE = "duplicate-suspected"


def _suspicions(library: Library) -> Iterator[tuple[Case, Case, list[str]]]:
    """The pairs that look like one case, the earlier published first, with what speaks for it."""
    seen: set[tuple[str, str]] = set()
    for block in _blocks(library):
        for position, one in enumerate(block):
            for other in block[position + 1 :]:
                if other.first > one.last + APART:
                    break
                earlier, later = sorted((one.case, other.case), key=_published)
                if (earlier.id, later.id) in seen or not _may_be_one(earlier, later):
                    continue
                seen.add((earlier.id, later.id))
                points, reasons = likeness(one, other)
                if points >= ENOUGH:
                    yield earlier, later, reasons


def _judgments(case: Case, other: Case) -> Iterator[tuple[str, int]]:
    """Where a case says that it is not the other: its id, and the position of the allowance."""
    for position, allowance in enumerate(case.fields.allow):
        if allowance.code == CODE and allowance.text == other.id:
            yield case.id, position


def likeness(one: _Traits, other: _Traits) -> tuple[int, list[str]]:
    """The points that speak for one case, and what they are given for."""
    here, there = one.case.fields, other.case.fields
    likenesses = texts.table("LIKENESSES")
    points, reasons = 0, []
    if shared := one.surnames & other.surnames:
        points += 2 if shared - _COMMON else 1
        reasons.append(likenesses["surname"].format(found="、".join(sorted(shared))))
    if here.people and here.people == there.people and here.people > 2:
        points += 2 if here.people > 5 else 1
        reasons.append(likenesses["people"].format(found=here.people))
    if here.amount and there.amount and here.amount.yuan == there.amount.yuan:
        # 1000余万元 is said of many cases, 1.5亿元 of few.
        points += 3 if len(str(int(here.amount.yuan)).rstrip("0")) > 1 else 2
        reasons.append(likenesses["amount"].format(found=here.amount.text))
    if shared := one.numbers & other.numbers:
        points += min(2, len(shared))
        reasons.append(likenesses["figures"].format(found="、".join(sorted(shared))))
    if points and (words := _points_of_words(here.summary, there.summary)):
        points += words
        reasons.append(likenesses["words"])
    return points, reasons


def _points_of_words(one: str, other: str) -> int:
    from rapidfuzz import fuzz

    ratio = fuzz.ratio(one, other, score_cutoff=_LIKE)
    return (ratio >= _LIKE) + (ratio >= _VERY_LIKE)


def _blocks(library: Library) -> Iterator[list[_Traits]]:
    """The cases of each city and offence group by date; only within a block can two be one."""
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
    """Whether no editor and no district keeps them apart."""
    are_elsewhere = earlier.district and later.district and earlier.district != later.district
    is_apart = earlier.bulletin is not later.bulletin
    return is_apart and not are_elsewhere and not linked(earlier, later)


OF_LIBRARY = (same_case_suspected,)
