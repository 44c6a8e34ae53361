"""Extraction: from a manuscript to the facts of the bulletin and of each of its cases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casebook.content.contents import Offence
from casebook.content.partial_date import PartialDate
from casebook.importer import stage_phrases
from casebook.importer.announcement import Announcement, announcement_of
from casebook.importer.bulletin_words import ANNOUNCES, normalized, number_in
from casebook.importer.charges import charges_of
from casebook.importer.dates import found_on
from casebook.importer.division import announced_count, segments
from casebook.importer.extracted_value import Extracted
from casebook.importer.figures import figures_of
from casebook.importer.groups import group_of, topic_of
from casebook.importer.manuscript import Manuscript
from casebook.importer.money import Money, money_of
from casebook.importer.people import Suspects, count_places, suspects_of
from casebook.importer.segment import Segment
from casebook.importer.whereabouts import Whereabouts, whereabouts_of
from casebook.law.proceedings.stage import Stage
from casebook.law.proceedings.steps import Step, Track


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """The facts of a case; None where the bulletin does not state them."""

    title: Extracted[str] | None
    where: Extracted[Whereabouts]
    date: Extracted[PartialDate] | None
    offence: Extracted[Offence] | None
    charges: tuple[str, ...]
    """In the order of the text."""
    step: Extracted[Step] | None
    people: Extracted[Suspects] | None
    people_at: Stage | None
    """The stage at which the number of people was told, where it is not that of the case."""
    money: Extracted[Money] | None
    figures: dict[str, str]
    paragraphs: tuple[str, ...]
    """Verbatim."""

    @property
    def stage(self) -> Extracted[Stage] | None:
        """The stage of the step; None where it is none, as what a platform does."""
        step = self.step
        if step is None or step.value.stage is None:
            return None
        return Extracted(step.value.stage, step.sentence, step.is_certain)

    @property
    def text(self) -> str:
        """All paragraphs, with line breaks between them."""
        return "\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class BulletinFacts:
    """The facts of a bulletin and of its cases."""

    announcement: Announcement
    announced: int | None
    """The number of cases that it announces."""
    cases: tuple[CaseFacts, ...]


def facts_of(manuscript: Manuscript, offences: Sequence[Offence]) -> BulletinFacts:
    """Extracts the facts of a bulletin, its cases classified by `offences`; never raises."""
    before, found = segments(manuscript.lines)
    announcement = announcement_of(manuscript, before)
    head = announcement.title or ""
    topic = topic_of(head, offences) or topic_of(_presenting(announcement.lead), offences)
    cases = _cases(found, announcement, topic, offences)
    return BulletinFacts(announcement, announced_count(before), tuple(cases))


def _presenting(lead: Sequence[str]) -> str:
    """The last sentence of a lead that announces the cases; empty if there is none."""
    sentences = [one for text in lead for one in re.split("(?<=。)(?=.)", text)]
    return next((one for one in reversed(sentences) if ANNOUNCES.search(normalized(one))), "")


def _cases(
    found: Sequence[Segment],
    announcement: Announcement,
    topic: Offence | None,
    offences: Sequence[Offence],
) -> Iterator[CaseFacts]:
    later = _steps_stated_later(found)
    before: PartialDate | None = None
    for number, segment in enumerate(found):
        text = segment.text
        title = Extracted(segment.title, segment.title) if segment.title else _named(text)
        date = found_on(text, announcement.published, before)
        before = date.value if date else before
        day = date.value if date else announcement.published
        heading = title.value if title else None
        step = later.get(number) or stage_phrases.step_of(text)
        is_penal = step is None or step.value.track is not Track.ADMINISTRATIVE
        people = suspects_of(text)
        group = group_of(heading or segment.heading, text, topic, offences)
        yield CaseFacts(
            title=title,
            where=whereabouts_of(heading, text, announcement.home, day.first_day if day else None),
            date=date,
            offence=group,
            charges=charges_of(heading or "", text, group) if is_penal else (),
            step=step,
            people=people,
            people_at=_told_at(text, people, step),
            money=money_of(text),
            figures=figures_of(text, people.value.count if people else None),
            paragraphs=segment.lines,
        )


def _told_at(
    text: str, people: Extracted[Suspects] | None, step: Extracted[Step] | None
) -> Stage | None:
    """The stage at which people were counted, if it is before that of the case."""
    stage = step.value.stage if step else None
    if people is None or stage is None or stage.is_administrative:
        return None
    places = (people.value.place, *count_places(text, people.value.count))
    told = [stage_phrases.stage_in_clause(text, place) for place in places]
    known = [one for one in told if one and stage.may_follow(one)]
    last = max(known, key=lambda one: one.order, default=stage)
    return last if last is not stage else None


def _steps_stated_later(found: Sequence[Segment]) -> dict[int, Extracted[Step]]:
    """The steps of cases that a later case states together with its own, by index."""
    steps: dict[int, Extracted[Step]] = {}
    for number, segment in enumerate(found):
        if match := stage_phrases.ALSO_BEFORE.search(normalized(segment.text)):
            step = stage_phrases.step_of(segment.text[match.start() : match.end()])
            first = number - number_in(match["n"]) + 1
            if step and first >= 0:
                steps.update(dict.fromkeys(range(first, number), step))
    return steps


_NAMED = re.compile(
    "(?:侦破|破获|侦办|查处)(?:了)?(?P<title>(?!一|此|该|这|两|多|"
    "本地)[^，。；“”]{4,40}?案)(?=[，。；])"
)


def _named(text: str) -> Extracted[str] | None:
    """The title of a case from its text, if it has no heading."""
    match = _NAMED.search(normalized(text))
    return Extracted(match["title"], match[0], is_certain=False) if match else None
