"""Doubts: what an editor must compare with the source before the drafts can be trusted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from casebook.checks.redaction import redacted_text
from casebook.importer.bulletin_words import announces
from casebook.importer.document import characters
from casebook.importer.evidence import masked_names, reads_like_a_case
from casebook.importer.extract import BulletinFacts
from casebook.importer.left_out import LeftOut
from casebook.importer.reasons import Reason
from casebook.names.personal_data import person_mentions, personal_data
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


def reason_words(reason: Reason) -> str:
    """A reason in words for the editor."""
    return texts.table("LEFT_OUT_REASONS")[reason.value]


def left_out_summary(left_out: Iterable[LeftOut]) -> str | None:
    """How much was left out and why, in one line; None if nothing was."""
    found = list(left_out)
    if not found:
        return None
    counted = Counter(one.reason for one in found)
    return texts.LEFT_OUT_SUMMARY.format(
        places=len(found),
        characters=characters(one.text for one in found),
        reasons="、".join(
            texts.LEFT_OUT_REASON.format(reason=reason_words(reason), places=count)
            for reason, count in counted.most_common()
        ),
    )


def left_out_lines(left_out: Iterable[LeftOut]) -> Iterator[str]:
    """A line for each passage that was left out, whole."""
    for one in left_out:
        yield texts.LEFT_OUT_LINE.format(reason=reason_words(one.reason), at=one.at, text=one.text)


def left_out_notes(left_out: Iterable[LeftOut]) -> Iterator[str]:
    """The lines of a draft on what was left out; passages with personal data are not quoted.

    Of the heads and feet of pages, which are the same on every page of a site, only the amount is
    told.
    """
    found = list(left_out)
    if not found:
        return
    yield texts.LEFT_OUT_NOTE
    for one in found:
        if one.reason is not Reason.PAGE:
            text = _unquoted(one.text) if _is_personal(one.text) else one.text
            words = reason_words(one.reason)
            yield texts.LEFT_OUT_LINE.format(reason=words, at=one.at, text=text).strip()
    pages = [one.text for one in found if one.reason is Reason.PAGE]
    if pages:
        yield texts.LEFT_OUT_ELSE.format(
            reason=reason_words(Reason.PAGE), places=len(pages), characters=characters(pages)
        )


def _unquoted(text: str) -> str:
    return texts.LEFT_OUT_UNQUOTED.format(characters=characters([text]))


def _is_personal(text: str) -> bool:
    return any(next(rule(text), None) for rule in (personal_data, person_mentions)) or bool(
        _PHONE.search(text)
    )


_PHONE = re.compile(r"[0-9]{7,}")
"""Numbers that may be of a person, whatever their form."""
