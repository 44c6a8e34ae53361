"""Doubts: what an editor must compare with the source before the drafts can be trusted."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.checks.redaction import redacted_text
from casebook.importer.bulletin_words import announces
from casebook.importer.evidence import masked_names, reads_like_a_case
from casebook.importer.extract import BulletinFacts
from casebook.importer.left_out_texts import reason_words
from casebook.importer.reasons import Reason
from casebook.texts import commands as texts

_EXCERPT = 60
"""Characters of a passage that a warning shows."""


def doubts_of(facts: BulletinFacts) -> Iterator[str]:
    """The warnings on a bulletin: cases that are missing or doubtful, and what may be of a case."""
    if facts.announced and facts.announced != len(facts.cases):
        yield texts.COUNT_DIFFERS.format(announced=facts.announced, found=len(facts.cases))
        yield from _doubtful_cases(facts)
    if missing := missing_numbers(facts):
        yield texts.NUMBERS_MISSING.format(numbers="、".join(f"{one:02}" for one in missing))
    for line in facts.announcement.lead:
        if _may_be_a_case(line.text):
            yield texts.LEAD_DOUBTFUL.format(at=line.at, text=_excerpt(line.text))
    for one in facts.left_out:
        if one.reason is Reason.UNFILLED:
            yield texts.CASE_UNFILLED.format(heading=redacted_text(one.text), at=one.at)
        elif one.is_doubtful:
            yield texts.LEFT_OUT_DOUBTFUL.format(
                reason=reason_words(one.reason), at=one.at, text=_excerpt(one.text)
            )


def _excerpt(text: str) -> str:
    shown = redacted_text(text)
    return shown if len(shown) <= _EXCERPT else f"{shown[:_EXCERPT]}……"


def _may_be_a_case(text: str) -> bool:
    """Whether a paragraph of the lead reports a case of masked persons."""
    return reads_like_a_case(text) and bool(masked_names(text)) and not announces(text)


def missing_numbers(facts: BulletinFacts) -> list[int]:
    """The numbers between the printed ones that no case has."""
    printed = {case.segment.number for case in facts.cases} - {0}
    numbers = {case.number for case in facts.cases}
    if not printed or printed != numbers:
        return []
    return sorted(set(range(1, max(numbers))) - numbers)


def _doubtful_cases(facts: BulletinFacts) -> Iterator[str]:
    for case in facts.cases:
        if not reads_like_a_case(case.segment.text):
            yield texts.CASE_DOUBTFUL.format(number=case.number)
