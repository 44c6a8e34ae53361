"""Charges: the ones that a bulletin names for a case."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from casebook.content.contents import Offence
from casebook.importer import charge_contexts
from casebook.importer.bulletin_words import normalized
from casebook.importer.charge_contexts import JOINT, PERSON, SIN, Rank
from casebook.importer.extracted_value import Extracted
from casebook.law.charges import charges, plain
from casebook.law.proceedings.statements import statements

_SHORT = 2
"""Names of charges of so many characters are common verbs: 洗钱, 诈骗."""
_LONGEST = 48
_COMMON = re.compile("(?:编造|故意传播)虚假")
"""Parts of charges that bulletins say of any rumour."""


@dataclass(frozen=True, slots=True)
class _Named:
    """The name of a charge in a text."""

    start: int
    end: int
    name: str
    rank: Rank = Rank.CASE


class _UnknownChargeError(Exception):
    """A text names a charge for the case that is none of the law's."""


def charges_of(title: str, text: str, group: Extracted[Offence] | None) -> tuple[str, ...]:
    """The charges that title and text name with 罪, and those of the group named with 案, in the
    order of the text.

    What a court found replaces what was suspected before. Where one of several names is not known,
    or where a name is only the end of another, there are none.
    """
    own = {plain(one.name): one.name for one in group.value.fields.charges} if group else {}
    reading = _Reading(f"{normalized(title)}\n{normalized(text)}", own)
    try:
        found = [*reading.with_sin(), *reading.with_case()]
    except _UnknownChargeError:
        return ()
    return tuple(dict.fromkeys(one.name for one in _latest(found)))


def _latest(found: Sequence[_Named]) -> list[_Named]:
    """The charges at the furthest rank, and those named after them for others, in text order."""
    ordered = sorted(found, key=lambda one: (one.start, one.end))
    best = max((one.rank for one in ordered), default=Rank.CASE)
    if best < Rank.CHARGED:
        return [one for one in ordered if not _is_ending(one, ordered)]
    first = next(one.start for one in ordered if one.rank is best)
    return [one for one in ordered if one.rank is best or one.start > first]


def _is_ending(one: _Named, others: Sequence[_Named]) -> bool:
    """Whether the name of a case is but the end of a charge named for it: 诈骗 of 合同诈骗罪."""
    return one.rank is Rank.CASE and any(
        other.name != one.name and other.name.endswith(one.name) for other in others
    )


@cache
def _known() -> Mapping[str, str]:
    """The names of charges by their plain form without 罪."""
    return {words.removesuffix("罪"): name for words, name in charges().spellings.items()}


def _is_in_one_quotation(words: str) -> bool:
    """Whether words do not begin in a quotation and end after it: “助农贷款”诈骗."""
    return words.count("“") == words.count("”")


class _Reading:
    """The charges in a text, which are looked up without its separators."""

    def __init__(self, whole: str, own: Mapping[str, str]) -> None:
        self._whole = whole
        self._own = {words.removesuffix("罪"): name for words, name in own.items()}
        told = (charges().find(name) for name in own.values())
        self._statutory = {found.charge for found in told if found}
        self._places = [place for place, one in enumerate(whole) if plain(one)]
        self._plain = plain(whole)

    def with_sin(self) -> Iterator[_Named]:
        """The charges named with 罪; raises _UnknownChargeError for a name that is none."""
        told = [one for match in SIN.finditer(self._whole) for one in self._of_sin(match.start())]
        yield from self._ranked(told)

    def _of_sin(self, sin: int) -> Iterator[_Named]:
        """The charges that end with a 罪; several where only the last one has it."""
        found = self._ending_at(sin)
        if found is None:
            if charge_contexts.is_assigned(self._whole, sin + 1):
                raise _UnknownChargeError
            return
        whole = replace(found, end=sin + 1)
        if not charge_contexts.is_of_suspects(self._whole, whole.start, whole.end):
            return
        is_joint = JOINT.search(charge_contexts.before(self._whole, whole.start)) is not None
        if is_joint and not charge_contexts.follows_charge(self._whole, whole.start):
            yield from self._listed_before(whole.start)
        elif not is_joint and not charge_contexts.is_whole(self._whole, whole.start):
            raise _UnknownChargeError
        yield whole

    def with_case(self) -> Iterator[_Named]:
        """The charges of the group that name the case: 开设赌场案."""
        for match in re.finditer("一?案", self._whole):
            last = self._ending_at(match.start())
            if last is None or not charge_contexts.is_of_case(self._whole, last.start, last.end):
                continue
            try:
                names = [*self._listed_before(last.start), last]
            except _UnknownChargeError:
                continue
            is_long = len(plain(self._whole[last.start : last.end])) > _SHORT
            is_of_person = PERSON.search(charge_contexts.before(self._whole, names[0].start))
            if any(map(self._is_of_group, names)) and (is_long or is_of_person or names[1:]):
                yield from names

    def _is_of_group(self, one: _Named) -> bool:
        """Whether a charge is one of the group, perhaps by some of its selective parts."""
        found = charges().find(one.name)
        is_part = found is not None and found.charge in self._statutory
        return one.name in self._own.values() or (is_part and not _COMMON.match(one.name))

    def _ending_at(self, place: int) -> _Named | None:
        """The longest charge without 罪 that ends before a place."""
        end = bisect_left(self._places, place)
        for start in range(max(0, end - _LONGEST), end):
            words = self._plain[start:end]
            if name := self._own.get(words) or _known().get(words):
                found = _Named(self._places[start], self._places[end - 1] + 1, name)
                printed = self._whole[found.start : found.end]
                if "\n" not in printed and _is_in_one_quotation(printed):
                    return found
        return None

    def _listed_before(self, start: int) -> Iterator[_Named]:
        """The charges of a list that ends before a place; raises _UnknownChargeError for others."""
        found: list[_Named] = []
        while joint := JOINT.search(self._whole, max(0, start - 3), start):
            one = self._ending_at(joint.start())
            if one is None:
                raise _UnknownChargeError
            found.insert(0, one)
            start = one.start
        is_person = PERSON.search(charge_contexts.before(self._whole, start)) is not None
        if found and not is_person and not charge_contexts.is_whole(self._whole, start):
            raise _UnknownChargeError
        yield from found

    def _ranked(self, told: Sequence[_Named]) -> Iterator[_Named]:
        """The charges with their ranks, by the words up to the next charge or sentence.

        Where no step is told in between, both charges have one: 对甲以…罪、对乙以…罪判处.
        """
        end = until = len(self._whole)
        after: _Named | None = None
        for one in reversed(told):
            between = self._whole[one.end : after.start] if after else ""
            is_apart = charge_contexts.is_of_other_organ(between) or any(statements(between))
            if after is None or is_apart:
                end, until = one.end, after.start if after else until
            after = one
            yield replace(one, rank=charge_contexts.rank_of(self._whole, one.start, end, until))
