"""Charges and acts: those of a case are the ones that its texts state, and are of its time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from casebook.checks.prose import case_texts
from casebook.content.contents import Case, Content, StatedCharge
from casebook.content.partial_date import PartialDate
from casebook.content.problem import Problem
from casebook.law.charges import Mention, charges, mentions, plain
from casebook.names.finding import Finding
from casebook.texts import problems as texts

_JOINERS = re.compile("[和与及或]")
_OF_CASE = re.compile(r"(?:涉嫌犯?|以(?:涉嫌)?|构成)[“‘\s]*$")
_ALSO = re.compile(r"[”’\s]*(?:[、，和及与]|以及)[“‘\s]*")


def charge_is_stated(content: Content, text: str) -> Iterator[Finding]:
    """The front matter has a charge if and only if title, summary, notes or body name it.

    Of the charges that a text names as those of the case, each that the front matter may have.
    """
    if not isinstance(content, Case) or content.stage.is_administrative:
        return
    texts = case_texts(content, text)
    named = [one for start, words in texts for one in _named(content, start, words)]
    # Of a broken file no charge is resolved.
    for written, charge in zip(content.fields.charge, content.charges, strict=False):
        if not _is_stated(charge, texts):
            start = text.find(f"\n{written}\n") + 1
            yield Finding("wording-charge", start, start + len(written), {"found": written})
    known = {plain(name) for charge in content.charges for name in _names(charge)}
    for mention in named:
        if not known & {plain(name) for name in (mention.name, _full(mention.name))}:
            known.add(plain(mention.name))
            words = text[mention.start : mention.end]
            yield Finding("wording-charge-named", mention.start, mention.end, {"found": words})


def _named(case: Case, offset: int, words: str) -> Iterator[Mention]:
    """The charges that a text names as those of the case, with their place in the whole text."""
    end = -1
    for one in mentions(words, case.group_charges):
        is_next = end >= 0 and _ALSO.fullmatch(words, end, one.start)
        if is_next or _OF_CASE.search(words, max(0, one.start - 8), one.start):
            end = one.end
            yield Mention(offset + one.start, offset + one.end, one.name)


def _is_stated(charge: StatedCharge, texts: Sequence[tuple[int, str]]) -> bool:
    """Whether a text names a charge; 罪, punctuation and conjunctions may be left out."""
    bare = charge.name.removesuffix("罪")
    if any(bare in words for _, words in texts):
        return True
    short = charge.statutory.short if charge.statutory else ""
    name = _JOINERS.sub("", plain(bare))
    return any(
        name in _JOINERS.sub("", plain(words)) or (short and short in words) for _, words in texts
    )


def _names(charge: StatedCharge) -> tuple[str, ...]:
    """The name of a charge as printed and in full."""
    return (charge.name, charge.statutory.name) if charge.statutory else (charge.name,)


def _full(name: str) -> str:
    found = charges().find(name)
    return found.charge.name if found else name


def charge_is_of_its_time(content: Content) -> Iterator[Problem]:
    """A charge was the law when the bulletin was published, and had not been renamed or repealed
    by the date of the case."""
    if not isinstance(content, Case):
        return
    for position, charge in enumerate(content.charges):
        known = charge.statutory
        if known is None or plain(charge.name) in content.group_charges:
            continue
        location = ("charge", position)
        if known.until and known.until < content.date.first_day:
            since = PartialDate.of(known.until).chinese
            expected = "、".join(f"“{name}”" for name in known.successors)
            code = "charge-former" if expected else "charge-repealed"
            yield content.document.problem(
                code, location, found=charge.name, since=since, expected=expected or known.note
            )
        elif known.since > _last_told(content):
            since = PartialDate.of(known.since).chinese
            yield content.document.problem("charge-early", location, found=charge.name, since=since)


def _last_told(case: Case) -> date:
    """The latest day on which the bulletin or an update can have stated the charge."""
    updates = (update.date.last_day for update in case.fields.updates)
    return max((case.bulletin.fields.published, *updates))


def act_is_of_its_time(content: Content) -> Iterator[Problem]:
    """Only an administrative case states an act, and one that a law in force at its date covers."""
    if not isinstance(content, Case):
        return
    for position, stated in enumerate(content.acts):
        location = ("act", position)
        if not content.is_ever_administrative:
            yield content.document.problem("act-criminal", location, found=stated.name)
        elif stated.act and not stated.act.texts_at(content.date):
            text = stated.act.texts[0]
            detail = texts.LAW_SINCE.format(
                law=text.law, version=text.version, since=PartialDate.of(text.in_force_from).chinese
            )
            yield content.document.problem("act-early", location, found=stated.name, detail=detail)


RULES = (charge_is_stated,)
"""The rules on texts."""

OF_CONTENT = (charge_is_of_its_time, act_is_of_its_time)
