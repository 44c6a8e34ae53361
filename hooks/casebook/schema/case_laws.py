"""The laws of a case: the articles of its act, of its charges, or of its groups, as of its date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from casebook.content.contents import Case, Offence, StatedCharge
from casebook.content.page_model import Law
from casebook.content.partial_date import PartialDate
from casebook.law.acts import Act, ActText
from casebook.law.acts import acts as all_acts
from casebook.law.articles import overlap, references, without_paragraphs
from casebook.law.charges import CRIMINAL_LAW, CRIMINAL_LAW_SINCE
from casebook.law.charges import charges as all_charges
from casebook.law.in_force import was_in_force
from casebook.law.interpretations import Interpretation, interpretations_of


class Basis(StrEnum):
    """What the articles of a case were chosen by."""

    ACT = "act"
    CHARGE = "charge"
    GROUP = "group"


class Dated(StrEnum):
    """How many of the texts state the days on which they are in force."""

    ALL = "all"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class CurrentText:
    """The newest text of an article that changed; its articles are empty if they are unknown."""

    article: str
    since: date


@dataclass(frozen=True, slots=True)
class ShownLaw:
    """An article with the version of the text, and its explanation or what is known of it."""

    name: str
    article: str
    about: tuple[str, ...] = ()
    """The charges or the acts that it is on."""
    is_of_charge: bool = False
    renamed: tuple[str, ...] = ()
    """What a former charge is called today."""
    text: str = ""
    """The explanation of a group's page; empty where there is none."""
    penalty: str = ""
    """The gist of the penalty, where no page explains it."""
    version: str | None = None
    in_force_from: date | None = None
    in_force_until: date | None = None
    as_of: date | None = None
    current: CurrentText | None = None
    """The newest text, where this one is no longer in force."""


@dataclass(frozen=True, slots=True)
class CaseLaws:
    """The articles of a case in order, and the interpretations on them."""

    basis: Basis
    names: tuple[str, ...]
    """The acts, charges or groups that they were chosen by."""
    laws: tuple[ShownLaw, ...]
    interpretations: tuple[Interpretation, ...]
    is_ambiguous: bool
    """Whether several versions of a law were in force on days that the date may mean."""
    dated: Dated
    """Of which of the articles it is known that their text is of the date of the case."""


def laws_of(case: Case) -> CaseLaws:
    """The articles that the act or the charges of a case call for, or else those of its groups.

    Only texts that were in force on a day that the date of the case may mean.
    """
    groups = (*case.offences, *(one.group for one in case.charges if one.group is not None))
    is_administrative = case.stage.is_administrative
    charges = () if is_administrative else case.charges
    acts = () if charges else case.acts
    return _laws(
        tuple(dict.fromkeys(groups)),
        tuple((one.name, one.act) for one in acts if one.act is not None),
        charges,
        case.date,
        is_administrative,
    )


@lru_cache(maxsize=1024)  # many cases share groups and date
def _laws(
    explained_by: tuple[Offence, ...],
    unlawful: tuple[tuple[str, Act], ...],
    charges: tuple[StatedCharge, ...],
    day: PartialDate,
    is_administrative: bool,
) -> CaseLaws:
    known = tuple(law for group in explained_by for law in group.fields.laws if _is_of(law, day))
    covered = tuple((name, act) for name, act in unlawful if act.texts_at(day))
    articles = "、".join(charge.article for charge in charges)
    if covered:
        basis, names = Basis.ACT, tuple(name for name, _ in covered)
        found = _merged(law for act in covered for law in _of_act(*act, known, day))
    elif charges:
        basis, names = Basis.CHARGE, tuple(charge.name for charge in charges)
        found = _merged(_of_charge(charge, known) for charge in charges)
    else:
        basis, names = Basis.GROUP, tuple(group.title for group in explained_by)
        found = _merged(_of_group(explained_by, day))
        articles = "、".join(law.article for law in found if law.name == CRIMINAL_LAW)
    if is_administrative:
        found = tuple(sorted(found, key=lambda law: law.name == CRIMINAL_LAW))
    return CaseLaws(
        basis,
        names,
        found,
        interpretations_of(articles, day),
        is_ambiguous=_is_ambiguous(found),
        dated=_dated(found),
    )


def _is_of(law: Law, day: PartialDate) -> bool:
    """Whether the text of an entry was in force; one of the Criminal Law without a day is taken to
    be the text that charges were compared with."""
    since = law.in_force_from
    if since is None and law.name == CRIMINAL_LAW:
        since = CRIMINAL_LAW_SINCE
    return was_in_force(since, law.in_force_until, day)


def _of_group(groups: Iterable[Offence], day: PartialDate) -> Iterator[ShownLaw]:
    """The entries of groups; of the Criminal Law before the text explained, its articles."""
    for law in (law for group in groups for law in group.fields.laws):
        if _is_of(law, day):
            yield shown(law)
        elif law.name == CRIMINAL_LAW and law.in_force_from is None and _existed(law, day):
            yield ShownLaw(law.name, law.article)


def _existed(law: Law, day: PartialDate) -> bool:
    """Whether a charge of an article of the Criminal Law was one on that date."""
    return any(
        charge.is_of_time(day) and overlap(charge.article, law.article)
        for charge in all_charges().charges
    )


def _of_act(name: str, act: Act, known: Iterable[Law], day: PartialDate) -> Iterator[ShownLaw]:
    """The articles on an act, each explained by the entry of its version or by its penalty."""
    for text in act.texts_at(day):
        entry = next((law for law in known if _explains(law, text)), None)
        current = None if text is act.current else _current_of([act])
        law = shown(entry) if entry else _unexplained(text)
        yield replace(law, about=(name,), current=current)


def _unexplained(text: ActText) -> ShownLaw:
    """The text on an act that no group's page explains, with the gist of its penalty."""
    keys = ("article", "penalty", "version", "in_force_from", "in_force_until")
    return ShownLaw(text.law, **{key: getattr(text, key) for key in keys})


def _explains(law: Law, text: ActText) -> bool:
    """Whether an entry is on this version of the article of an act."""
    return (law.name, law.version) == (text.law, text.version) and overlap(
        law.article, text.article
    )


def _of_charge(charge: StatedCharge, known: Iterable[Law]) -> ShownLaw:
    """The article of a charge, with the explanation of the first entry that covers it."""
    renamed = charge.statutory.successors if charge.statutory else ()
    of_charge: dict[str, Any] = {"about": (charge.name,), "is_of_charge": True, "renamed": renamed}
    for law in known:
        if law.name == CRIMINAL_LAW and overlap(law.article, charge.article):
            return replace(shown(law), **of_charge)
    return ShownLaw(CRIMINAL_LAW, charge.article, **of_charge)


def shown(law: Law) -> ShownLaw:
    """An entry of a group's page."""
    return ShownLaw(**dict(law), current=_newest(law))


def _newest(law: Law) -> CurrentText | None:
    """The newest text of an entry that is no longer in force, as far as the acts know it."""
    if law.in_force_until is None:
        return None
    changed = [
        act
        for act in all_acts().acts
        for text in act.texts
        if text is not act.current and _explains(law, text)
    ]
    if changed:
        return _current_of(changed)
    later = (
        text.in_force_from
        for act in all_acts().acts
        for text in act.texts
        if text.law == law.name and text.in_force_from > law.in_force_until
    )
    since = min(later, default=None)
    return CurrentText("", since) if since else None


def _current_of(changed: Iterable[Act]) -> CurrentText:
    texts = [act.current for act in changed]
    articles = "、".join(without_paragraphs(text.article) for text in texts)
    ordered = sorted(set(articles.split("、")), key=lambda one: references(one)[0].first)
    return CurrentText("、".join(ordered), max(text.in_force_from for text in texts))


def _merged(laws: Iterable[ShownLaw]) -> tuple[ShownLaw, ...]:
    """The articles with each entry once, for all charges or acts that it is on."""
    found: dict[tuple[object, ...], ShownLaw] = {}
    for law in laws:
        key = (law.name, law.article, law.version, law.in_force_from, law.text)
        earlier = found.get(key)
        about = tuple(dict.fromkeys((*(earlier.about if earlier else ()), *law.about)))
        found[key] = replace(law, about=about)
    return tuple(found.values())


def _dated(laws: Iterable[ShownLaw]) -> Dated:
    """Articles of which no text is shown do not count."""
    dated = [law.in_force_from is not None for law in laws if law.text or law.penalty]
    if not any(dated):
        return Dated.NONE
    return Dated.ALL if all(dated) else Dated.SOME


def _is_ambiguous(laws: Iterable[ShownLaw]) -> bool:
    """Whether one of the texts ended before another of the same law began."""
    laws = tuple(laws)
    return any(
        one.in_force_until and other.in_force_from and one.in_force_until < other.in_force_from
        for one in laws
        for other in laws
        if one.name == other.name
    )
