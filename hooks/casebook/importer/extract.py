"""Extraction: from a manuscript to the facts of the bulletin and of each of its cases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from casebook.content.contents import Offence
from casebook.content.partial_date import PartialDate
from casebook.importer import stage_phrases
from casebook.importer.announcement import Announcement, announcement_of
from casebook.importer.bulletin_words import announces, normalized, number_in
from casebook.importer.charges import charges_of
from casebook.importer.dates import found_on
from casebook.importer.division import Division, division_of
from casebook.importer.document import Document
from casebook.importer.extracted_value import Extracted
from casebook.importer.figures import figures_of
from casebook.importer.groups import group_of, topic_of
from casebook.importer.left_out import LeftOut, left_out
from casebook.importer.line import Line, body_lines
from casebook.importer.money import Money, money_of
from casebook.importer.people import Suspects, count_places, suspects_of
from casebook.importer.segment import Segment
from casebook.importer.whereabouts import Whereabouts, whereabouts_of
from casebook.law.proceedings.stage import Stage
from casebook.law.proceedings.steps import Step, Track


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """The facts of a case; None where the bulletin does not state them."""

    number: int
    """As printed, else its place among the cases; unique in the bulletin."""
    segment: Segment
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

    def extracted(self) -> Iterator[tuple[str, Extracted[Any] | None]]:
        """The facts that come from a sentence, by the key of their field."""
        yield "title", self.title
        yield "city", self.where
        yield "date", self.date
        yield "offence", self.offence
        yield "stage", self.stage
        yield "people", self.people
        yield "amount", self.money

    @property
    def stage(self) -> Extracted[Stage] | None:
        """The stage of the step; None where it is none, as what a platform does."""
        step = self.step
        if step is None or step.value.stage is None:
            return None
        return Extracted(step.value.stage, step.sentence, step.is_certain)


@dataclass(frozen=True, slots=True)
class BulletinFacts:
    """The facts of a bulletin and of its cases, and what became of the rest of its text."""

    document: Document
    announcement: Announcement
    announced: int | None
    """The number of cases that it announces."""
    cases: tuple[CaseFacts, ...]
    left_out: tuple[LeftOut, ...]


def facts_of(
    document: Document, offences: Sequence[Offence], published: PartialDate | None = None
) -> BulletinFacts:
    """Extracts the facts of a bulletin, its cases classified by `offences`; never raises.

    A day of publication that is given replaces the one that the bulletin states, also where the
    years of its cases are derived from it.
    """
    lines = list(body_lines(document))
    division = division_of(lines)
    before, after = _around(lines, division)
    announcement = announcement_of(document, before, after)
    if published is not None:
        announcement = replace(announcement, published=published)
    lead = announcement.lead
    topic = topic_of(announcement.title or "", offences) or topic_of(_presenting(lead), offences)
    cases = tuple(_cases(division.segments, announcement, topic, offences))
    rest = left_out(document, division, announcement.title_lines, lead)
    return BulletinFacts(document, announcement, division.announced, cases, rest)


def _around(lines: Sequence[Line], division: Division) -> tuple[list[Line], list[Line]]:
    """The lines before the first case, and the later ones that are in none."""
    taken = [
        line
        for one in (*division.segments, *division.unfilled)
        for line in (*one.heading, *one.lines)
    ]
    if not taken:
        return list(lines), []
    first = min((line.block, line.start) for line in taken)
    before = [
        part
        for line in lines
        if (line.block, 0) <= first
        and (part := line.part(0, first[1]) if line.block == first[0] else line)
    ]
    blocks = {line.block for line in taken}
    return before, [line for line in lines if line.block > first[0] and line.block not in blocks]


def _presenting(lead: Sequence[Line]) -> str:
    """The last sentence of a lead that announces the cases; empty if there is none."""
    sentences = [one for line in lead for one in re.split("(?<=。)(?=.)", line.text)]
    return next((one for one in reversed(sentences) if announces(one)), "")


def _cases(
    found: Sequence[Segment],
    announcement: Announcement,
    topic: Offence | None,
    offences: Sequence[Offence],
) -> Iterator[CaseFacts]:
    later = _steps_stated_later(found)
    before: PartialDate | None = None
    for number, (printed, segment) in enumerate(zip(_numbers(found), found, strict=True)):
        text = segment.reading
        title = Extracted(segment.title, segment.title) if segment.title else _named(text)
        date = found_on(text, announcement.published, before, announcement.told_year)
        before = date.value if date else before
        day = date.value if date else announcement.published
        heading = title.value if title else None
        step = later.get(number) or stage_phrases.step_of(text)
        is_penal = step is None or step.value.track is not Track.ADMINISTRATIVE
        people = suspects_of(text)
        group = group_of(heading or segment.shared, text, topic, offences)
        yield CaseFacts(
            number=printed,
            segment=segment,
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
        )


def _numbers(found: Sequence[Segment]) -> list[int]:
    """The numbers of the cases: the printed ones if they ascend, else their places."""
    printed = [segment.number for segment in found]
    ascends = all(one > 0 for one in printed) and sorted(set(printed)) == printed
    return printed if ascends else list(range(1, len(found) + 1))


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
    "本地)[^，。；“”\n]{4,40}?案)(?=[，。；])"
)


def _named(text: str) -> Extracted[str] | None:
    """The title of a case from its text, if it has no heading."""
    match = _NAMED.search(normalized(text))
    return Extracted(match["title"], match[0], is_certain=False) if match else None
