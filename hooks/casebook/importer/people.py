"""People: the number of suspects, among all people that a text counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casebook.importer.extracted_value import Extracted, sentence_at
from casebook.importer.people_counts import Counted, counted
from casebook.importer.people_mentions import MASKED, mentions
from casebook.importer.people_named import named, taken_before
from casebook.importer.people_roles import CATCHING, Role
from casebook.importer.quotations import without_quotations

_SINGLE = re.compile(
    f"(?:将|把|抓获|抓捕)(?:(?:犯罪|违法)?嫌疑人)?{MASKED}(?![等、和及与某])[^，。；]{{0,8}}?(?:抓获|抓捕|控制|[，。；])"
    f"|{MASKED}(?:被[^，。；]{{0,6}})?(?:{CATCHING})"
)
_SIFTED = re.compile("甄别|经审查后|排除嫌疑|教育后释放")
"""Words by which not all who were taken are suspects."""


@dataclass(frozen=True, slots=True)
class Suspects:
    """The number of suspects caught, and of those at the stage that the text states."""

    caught: int
    handled: int | None = None
    """None if the text does not count them separately."""
    place: int = 0
    """The offset of the count in the text."""

    @property
    def count(self) -> int:
        """The number of suspects at the stage that the text states."""
        return self.handled or self.caught


def count_places(text: str, count: int) -> Iterator[int]:
    """The offsets at which a text counts so many people, who may be the same ones."""
    for mention in mentions(without_quotations(text)):
        if mention.count == count:
            yield mention.start


def suspects_of(text: str) -> Extracted[Suspects] | None:
    """The suspects that a text counts; None if it counts none, or only roughly as 70多人.

    Victims, hired helpers and the public are not suspects. Several groups are added up, uncertain;
    without a number, the suspects that are named are counted.
    """
    plain = without_quotations(text)
    groups = counted(plain)
    whole = [one for one in groups if not one.is_part]
    exact = [one for one in whole if one.count]
    if not exact:
        only = None if whole else named(plain)
        return (
            _fact(text, Suspects(only.count, place=only.place), only.is_certain) if only else None
        )
    taken = [one for one in exact if one.role is not Role.GROUP] or exact
    measured = [one for one in taken if one.is_exact and one.role is Role.MEASURED]
    caught = [one for one in taken if one.role in (Role.CAUGHT, Role.DOUBTFUL)]
    if measured and caught and all(one.is_rough for one in caught):
        taken = measured
    suspects, is_plain = _all_of(taken)
    leading = [one for one in exact if one.role is Role.GROUP and one.is_named]
    if leading and not caught and leading[0].count > suspects.caught:
        suspects = Suspects(leading[0].count, place=leading[0].place)
    is_certain = (
        is_plain
        and not taken[0].is_more
        and taken[0].role is not Role.GROUP
        and all(one.is_exact for one in taken if one.count == suspects.caught)
        and not any(one.count > suspects.caught for one in exact)
        and not any(one.is_more for one in whole if not one.count)
        and (any(one.is_total for one in taken) or not _SINGLE.search(plain))
        and not _SIFTED.search(plain)
    )
    told = _with_part(plain, suspects, groups)
    if taken[0].is_more and not taken[0].is_named and taken[0].count == told.count:
        told = Suspects(told.caught + taken_before(plain, told.place), place=told.place)
    return _fact(text, told, is_certain)


def _fact(text: str, suspects: Suspects, is_certain: bool) -> Extracted[Suspects]:
    return Extracted(suspects, sentence_at(text, suspects.place), is_certain)


def _all_of(taken: Sequence[Counted]) -> tuple[Suspects, bool]:
    """The number of all suspects taken, and whether the text leaves no doubt of it."""
    first = taken[0]
    caught = [one for one in taken if one.role in (Role.CAUGHT, Role.DOUBTFUL)]
    more = [one for one in caught if one.is_more and one is not first]
    added = sum(one.count for one in more)
    if len({one.count for one in taken}) == 1:
        return Suspects(first.count + added, place=first.place), not more
    totals = [one for one in taken if one.is_total]
    if totals and not any(one.place > totals[-1].place for one in more):
        most = max(totals, key=lambda one: one.count)
        is_most = all(one.count <= most.count for one in taken)
        return Suspects(most.count, place=most.place), is_most
    last = taken[-1]
    others = sum({one.count for one in caught} - {last.count})
    is_later = last.sentence > first.sentence and not (last.is_named and first.is_named)
    if is_later and last.count > first.count and last.count >= others:
        return Suspects(last.count, place=last.place), False
    if more:
        return Suspects(first.count + added, place=first.place), False
    if len(caught) > 1 and (
        len({one.sentence for one in caught}) == 1 or all(one.is_named for one in caught)
    ):
        return Suspects(sum({one.count for one in caught}), place=first.place), False
    if first.role is Role.GROUP:
        most = max(taken, key=lambda one: one.count)
        return Suspects(most.count, place=most.place), False
    if not caught:
        return Suspects(_measured(taken), place=first.place), False
    best = caught[0]
    is_alone = len({one.count for one in caught}) == 1
    return Suspects(best.count, place=best.place), (
        is_alone and all(one.count <= best.count for one in taken)
    )


def _measured(taken: Sequence[Counted]) -> int:
    """The suspects of several measures: the penal ones follow upon each other, others are added."""
    penal = max((one.count for one in taken if not one.is_administrative), default=0)
    return penal + sum({one.count for one in taken if one.is_administrative})


def _with_part(plain: str, suspects: Suspects, groups: Sequence[Counted]) -> Suspects:
    """With those against whom a measure was taken, if the text does not tell of the rest too."""
    told = {one.count for one in mentions(plain)}
    for one in groups:
        is_below = 0 < one.count < suspects.caught and one.is_exact
        if one.is_part and one.is_at_stage and one.place > suspects.place and is_below:
            if suspects.caught - one.count not in told:
                return Suspects(suspects.caught, one.count, one.place)
            break
    return suspects
