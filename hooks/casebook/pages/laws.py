"""Articles of law as the pages of cases and offence groups show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from casebook.content.contents import Case, Offence
from casebook.content.partial_date import PartialDate
from casebook.law.interpretations import Interpretation
from casebook.schema.case_laws import CaseLaws, CurrentText, ShownLaw, laws_of, shown
from casebook.texts import pages as texts


@dataclass(frozen=True, slots=True)
class LawView:
    """An article on a page: its title, its explanation, and the lines on its version."""

    title: str
    text: str
    lines: tuple[str, ...]
    as_of: date | None


@dataclass(frozen=True, slots=True)
class CaseLawsView:
    """The articles on the page of a case, with what they were chosen by and what to mind."""

    sentence: str
    note: str
    laws: tuple[LawView, ...]
    interpretations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupLawsView:
    """The articles on the page of a group: those in force, and earlier texts."""

    current: tuple[LawView, ...]
    earlier: tuple[LawView, ...]


def case_laws(case: Case) -> CaseLawsView | None:
    """The articles of a case; None if no text is known that was in force at its date."""
    found = laws_of(case)
    if not found.laws:
        return None
    return CaseLawsView(
        _sentence(found, case.date),
        texts.LAW_CHANGED.format(date=case.date.chinese) if found.is_ambiguous else "",
        tuple(map(_view, found.laws)),
        tuple(map(_interpretation, found.interpretations)),
    )


def group_laws(group: Offence) -> GroupLawsView:
    """The articles of a group; a text is an earlier one if its last day is known."""
    laws = group.fields.laws
    return GroupLawsView(
        tuple(_view(shown(law)) for law in laws if law.in_force_until is None),
        tuple(_view(shown(law)) for law in laws if law.in_force_until is not None),
    )


def _sentence(found: CaseLaws, day: PartialDate) -> str:
    """What the articles are, and of which time if that is known of each."""
    of_time = texts.table("LAW_OF_TIME").get(found.dated, "").format(date=day.chinese)
    names = texts.SEVERAL.join(f"“{name}”" for name in found.names)
    return texts.table("LAWS_OF")[found.basis].format(names=names, of_time=of_time)


def _view(law: ShownLaw) -> LawView:
    lines = (*_about(law), _version(law), _current(law.current))
    text = law.text or (texts.LAW_PENALTY.format(penalty=law.penalty) if law.penalty else "")
    return LawView(law.name + law.article, text, tuple(filter(None, lines)), law.as_of)


def _about(law: ShownLaw) -> Iterable[str]:
    if law.about:
        label = texts.LAW_ABOUT_CHARGE if law.is_of_charge else texts.LAW_ABOUT_ACT
        yield label.format(names=texts.SEVERAL.join(law.about))
    if law.renamed:
        yield texts.LAW_RENAMED.format(names=texts.SEVERAL.join(law.renamed))


def _version(law: ShownLaw) -> str:
    """The version of a text and its time: 2022年文本，2022年12月1日起施行."""
    parts = [law.version] if law.version else []
    if law.in_force_from:
        parts.append(texts.LAW_FROM.format(day=_day(law.in_force_from)))
    if law.in_force_until:
        parts.append(texts.LAW_UNTIL.format(day=_day(law.in_force_until)))
    return "，".join(parts)


def _current(current: CurrentText | None) -> str:
    if current is None:
        return ""
    text = texts.LAW_CURRENT if current.article else texts.LAW_CURRENT_SINCE
    return text.format(article=current.article, day=_day(current.since))


def _interpretation(one: Interpretation) -> str:
    title = one.title if one.title.startswith("《") else f"《{one.title}》"
    since = texts.table("INTERPRETATION_SINCE")[one.kind].format(day=_day(one.since))
    return texts.INTERPRETATION.format(title=title, number=one.number, since=since)


def _day(day: date) -> str:
    return texts.DAY.format(day=day)
