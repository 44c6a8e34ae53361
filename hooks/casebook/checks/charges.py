"""Charges and acts: those of a case are the ones that its texts state, and are of its time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from casebook.checks.prose import case_texts
from casebook.content.contents import Case, Content
from casebook.content.partial_date import PartialDate
from casebook.content.problem import Problem
from casebook.content.yaml_tree import Location
from casebook.law.charges import Mention, StatutoryCharge, charges, mentions, plain
from casebook.names.finding import Finding
from casebook.texts import problems as texts

_JOINERS = re.compile("[和与及或]")
_OF_CASE = re.compile(r"(?:涉嫌犯?|以(?:涉嫌)?|构成)[“‘\s]*$")
_ALSO = re.compile(r"[”’\s]*(?:[、，]?(?:和|及|与|以及)|[、，])[“‘\s]*")


def charge_is_stated(content: Content, text: str) -> Iterator[Finding]:
    """The front matter has a charge if and only if title, summary, notes or body name it.

    Of the charges that a text names as those of the case, each that the front matter may have.
    """
    if not isinstance(content, Case) or content.stage.is_administrative:
        return
    texts = case_texts(content, text)
    known: set[str] = set()
    for written in content.fields.charge:
        names = _names(written)
        known |= {plain(name) for name in names}
        if not _is_stated(names, texts):
            start = text.find(f"\n{written}\n") + 1
            yield Finding("wording-charge", start, start + len(written), {"found": written})
    for offset, words in texts:
        for mention in _named(words, content.group_charges):
            if known.isdisjoint(map(plain, _names(mention.name))):
                known.add(plain(mention.name))
                start, end = offset + mention.start, offset + mention.end
                yield Finding("wording-charge-named", start, end, {"found": text[start:end]})


def _named(words: str, own: Mapping[str, str]) -> Iterator[Mention]:
    """The charges that a text names as those of the case; `own` are those of the groups."""
    end = -1
    for one in mentions(words, own) if "罪" in words else ():
        is_next = end >= 0 and _ALSO.fullmatch(words, end, one.start)
        if is_next or _OF_CASE.search(words, max(0, one.start - 8), one.start):
            end = one.end
            yield one


def _is_stated(names: tuple[str, ...], texts: Sequence[tuple[int, str]]) -> bool:
    """Whether a text states one of the names; 罪, punctuation and conjunctions may be left out."""
    name, *short = names[:1] + names[2:]
    bare = name.removesuffix("罪")
    if any(bare in words or any(one in words for one in short) for _, words in texts):
        return True
    bare = _JOINERS.sub("", plain(bare))
    return any(bare in _JOINERS.sub("", plain(words)) for _, words in texts)


def _names(written: str) -> tuple[str, ...]:
    """A charge as written, and if the law has it, in full and for short."""
    found = charges().find(written)
    if found is None:
        return (written,)
    return tuple(filter(None, (written, found.charge.name, found.charge.short)))


def charge_is_of_its_time(content: Content) -> Iterator[Problem]:
    """A charge was the law when the bulletin was published, and had not been renamed or repealed
    by the date of the case, unless the page of a group has the former name."""
    for position, charge in enumerate(content.charges if isinstance(content, Case) else ()):
        assert isinstance(content, Case)
        location, known = ("charge", position), charge.statutory
        if known is None:
            continue
        if known.until and known.until < content.date.first_day:
            if plain(charge.name) not in content.group_charges:
                yield _former(content, location, charge.name, known)
        elif known.since > _last_told(content):
            since = PartialDate.of(known.since).chinese
            yield content.problem("charge-early", location, found=charge.name, since=since)


def _former(case: Case, location: Location, name: str, known: StatutoryCharge) -> Problem:
    assert known.until is not None
    expected = "、".join(f"“{successor}”" for successor in known.successors)
    return case.problem(
        "charge-former" if expected else "charge-repealed",
        location,
        found=name,
        since=PartialDate.of(known.until).chinese,
        expected=expected or known.note,
    )


def _last_told(case: Case) -> date:
    """The latest day on which the bulletin or an update can have stated the charge."""
    updates = (update.date.last_day for update in case.fields.updates)
    return max((case.bulletin.fields.published, *updates))


def act_is_of_its_time(content: Content) -> Iterator[Problem]:
    """Only an administrative case states an act, and one that a law in force at its date covers."""
    if not isinstance(content, Case) or content.is_notice:
        return
    for position, stated in enumerate(content.acts):
        location = ("act", position)
        if not content.is_ever_administrative:
            yield content.problem("act-criminal", location, found=stated.name)
        elif stated.act and not stated.act.texts_at(content.date):
            text = stated.act.texts[0]
            detail = texts.LAW_SINCE.format(
                law=text.law, version=text.version, since=PartialDate.of(text.in_force_from).chinese
            )
            yield content.problem("act-early", location, found=stated.name, detail=detail)


RULES = (charge_is_stated,)
"""The rules on texts."""

OF_CONTENT = (charge_is_of_its_time, act_is_of_its_time)
