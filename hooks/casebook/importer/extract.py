"""Extraction: from a manuscript to what it states of the bulletin and of each of its cases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casebook.content.contents import Offence
from casebook.content.page_model import Charge
from casebook.content.partial_date import PartialDate
from casebook.content.stage import Stage
from casebook.importer import stage_phrases
from casebook.importer.announcement import Announcement, announcement_of
from casebook.importer.bulletin_words import ANNOUNCES, even, number_in
from casebook.importer.dates import found_on
from casebook.importer.division import announced_count, segments
from casebook.importer.fact import Fact
from casebook.importer.figures import figures_of
from casebook.importer.groups import group_of, topic_of
from casebook.importer.manuscript import Manuscript
from casebook.importer.money import Money, money_of
from casebook.importer.people import Heads, heads_of
from casebook.importer.segment import Segment
from casebook.importer.whereabouts import Whereabouts, whereabouts_of


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What a bulletin states of a case; None where it does not say."""

    title: Fact[str] | None
    where: Fact[Whereabouts]
    date: Fact[PartialDate] | None
    offence: Fact[Offence] | None
    charge: Charge | None
    stage: Fact[Stage] | None
    people: Fact[Heads] | None
    money: Fact[Money] | None
    figures: dict[str, str]
    paragraphs: tuple[str, ...]
    """As printed."""

    @property
    def text(self) -> str:
        """All paragraphs, parted by line breaks."""
        return "\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class BulletinFacts:
    """What a bulletin states."""

    announcement: Announcement
    announced: int | None
    """How many cases it says it has."""
    cases: tuple[CaseFacts, ...]


def facts_of(manuscript: Manuscript, offences: Sequence[Offence]) -> BulletinFacts:
    """What a bulletin states, its cases classed by these groups; no text makes it raise."""
    before, found = segments(manuscript.lines)
    announcement = announcement_of(manuscript, before)
    head = announcement.title or ""
    topic = topic_of(head, offences) or topic_of(_presenting(announcement.lead), offences)
    cases = _cases(found, announcement, topic, offences)
    return BulletinFacts(announcement, announced_count(before), tuple(cases))


def _presenting(lead: Sequence[str]) -> str:
    """The sentence of a lead that presents the cases."""
    sentences = [one for text in lead for one in re.split("(?<=。)(?=.)", text)]
    return next((one for one in reversed(sentences) if ANNOUNCES.search(even(one))), "")


def _cases(
    found: Sequence[Segment],
    announcement: Announcement,
    topic: Offence | None,
    offences: Sequence[Offence],
) -> Iterator[CaseFacts]:
    later = _stages_said_later(found)
    before: PartialDate | None = None
    for number, segment in enumerate(found):
        text = segment.text
        title = Fact(segment.title, segment.title) if segment.title else _named(text)
        date = found_on(text, announcement.published, before)
        before = date.value if date else before
        heading = title.value if title else None
        stage = later.get(number) or stage_phrases.stage_of(text)
        is_penal = stage is None or not stage.value.is_administrative
        group = group_of(heading or segment.heading, text, topic, offences)
        yield CaseFacts(
            title=title,
            where=whereabouts_of(heading, text, announcement.home),
            date=date,
            offence=group,
            charge=_charge(heading or "", text, group.value) if group and is_penal else None,
            stage=stage,
            people=(people := heads_of(text)),
            money=money_of(text),
            figures=figures_of(text, people.value.count if people else None),
            paragraphs=segment.lines,
        )


def _stages_said_later(found: Sequence[Segment]) -> dict[int, Fact[Stage]]:
    """The stages of cases of which a later one speaks together with itself, by position."""
    said: dict[int, Fact[Stage]] = {}
    for number, segment in enumerate(found):
        if match := stage_phrases.ALSO_BEFORE.search(even(segment.text)):
            stage = stage_phrases.stage_of(segment.text[match.start() : match.end()])
            first = number - number_in(match["n"]) + 1
            if stage and first >= 0:
                said.update(dict.fromkeys(range(first, number), stage))
    return said


_NAMED = re.compile(
    "(?:侦破|破获|侦办|查处)(?:了)?(?P<title>(?!一|此|该|这|两|多|"
    "本地)[^，。；“”]{4,40}?案)(?=[，。；])"
)


def _named(text: str) -> Fact[str] | None:
    """The title that a text without heading gives its case in passing."""
    match = _NAMED.search(even(text))
    return Fact(match["title"], match[0], is_certain=False) if match else None


def _charge(title: str, text: str, offence: Offence) -> Charge | None:
    """The charge of the group that the text states in full, as 罪 or as the name of the case."""
    plain = even(text)
    for charge in sorted(offence.fields.charges, key=lambda one: -len(one.name)):
        bare = charge.name.removesuffix("罪")
        if charge.name in plain or f"{bare}案" in even(title) or f"{bare}案" in plain:
            return charge
    return None
