"""Names in pinyin: persons named in the name of a file or folder, or in a part of an address.

A lattice of syllables: ordinary words, places and possible names compete for each stretch of
letters by their logarithmic frequencies, and what is on the best path is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from unicodedata import normalize

from casebook.names.pinyin_table import LONGEST_SYLLABLE, table
from casebook.places.gazetteer import gazetteer

Span = tuple[int, int]

_TOKEN = re.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_AFFIX = re.compile(
    "(?:fanzui)?xianyiren|beigaoren|beihairen|shouhairen|dangshiren|zhaopian|jietu"
    "|suspect|victim|photo|image|img|pic|scan|case"
)
"""What stands before or after a name in one stretch of letters: a role, or the kind of a file."""
_SEPARATORS = re.compile(r"[-_.\s+~]+")
_LONGEST_TOKEN, _LONGEST_WORD, _LONGEST_SURNAME = 60, 24, 9
_UNKNOWN, _PLACE = -14.0, -9.0
"""Scores of a syllable that is no word, and of the slug of a place."""
_NAME, _SHORT, _LONG = -1.0, -1.97, -0.15
"""Scores of any name, and of a given name of one and of two syllables."""
_WHOLE, _WHOLE_PAIR, _CUT, _CUT_PAIR, _WITHIN, _REVERSED = 3.0, 2.5, 2.0, 0.5, -3.0, -2.0
"""What adds and takes: the name is all there is, is cut where it must be, is part of a longer
stretch of letters, or has the surname last."""
_USUAL = {2: -13.0, 3: -14.5}
"""A word of so many syllables with at least this score is no name when written in one."""
_USUAL_CUT = -10.5
"""The same of a word of two syllables that is cut between them."""
_ENDINGS = frozenset({"wang", "an"})
"""Surnames that sound like what often ends a word: a net, a case."""


@dataclass(slots=True)
class _Run:
    """Stretches of pinyin that follow one another, with nothing but separators between them."""

    is_dotted: bool = False
    text: str = ""
    cuts: list[int] = field(default_factory=list)
    """The offsets in the text at which a stretch begins."""
    places: list[int] = field(default_factory=list)
    """The offset in the source of each letter."""

    def add(self, letters: str, start: int) -> None:
        """Adds a stretch."""
        self.cuts.append(len(self.text))
        self.text += letters
        self.places += range(start, start + len(letters))

    def within(self, start: int, end: int) -> list[int]:
        """The cuts inside a part of the text."""
        return [cut for cut in self.cuts if start < cut < end]

    def is_whole(self, start: int, end: int) -> bool:
        """Whether a part of the text begins and ends where stretches do."""
        return start in self.cuts and (end in self.cuts or end == len(self.text))


@lru_cache(maxsize=4096)
def pinyin_names(slug: str) -> tuple[Span, ...]:
    """The spans of a file name or slug that are a person's name in pinyin, in order.

    Surname and given name may be joined, separated or written in capitals and small letters.
    """
    plain = "".join(normalize("NFD", character)[0] for character in slug)
    return tuple(span for run in _runs(plain) for span in _on_best_path(run))


def _runs(slug: str) -> Iterator[_Run]:
    run, end, before = _Run("." in slug), 0, ""
    for start, written in _stretches(slug):
        letters = written.lower()
        is_code = len(letters) == 2 and written.isupper() and before.islower()
        is_next = start == end or _SEPARATORS.fullmatch(slug, end, start)
        is_pinyin = not is_code and _is_pinyin(letters)
        if run.text and not (is_next and is_pinyin):
            yield run
            run = _Run("." in slug)
        if is_pinyin:
            run.add(letters, start)
        end, before = start + len(written), written
    if run.text:
        yield run


def _stretches(slug: str) -> Iterator[tuple[int, str]]:
    """The stretches of letters, and where each begins; what stands beside a name is left out."""
    for match in _TOKEN.finditer(slug):
        start, letters = match.start(), match[0]
        if (first := _AFFIX.match(letters.lower())) and first.end() < len(letters):
            start, letters = start + first.end(), letters[first.end() :]
        last = next((one for one in _AFFIX.finditer(letters) if one.end() == len(letters)), None)
        yield start, letters[: last.start()] if last and last.start() else letters


def _is_pinyin(letters: str) -> bool:
    fits = len(letters) <= _LONGEST_TOKEN and letters not in table().english
    return fits and table().is_spelled(letters)


def _on_best_path(run: _Run) -> Iterator[Span]:
    """The names on the best path through a run."""
    best: list[tuple[float, int, bool]] = [(0.0, 0, False)]
    best += [(float("-inf"), 0, False)] * len(run.text)
    for start in range(len(run.text)):
        for end, score, is_name in _edges(run, start):
            best[end] = max(best[end], (best[start][0] + score, start, is_name))
    found, end = [], len(run.text)
    while end:
        _, start, is_name = best[end]
        if is_name:
            found.append((run.places[start], run.places[end - 1] + 1))
        end = start
    yield from reversed(found)


Edge = tuple[int, float, bool]


def _edges(run: _Run, start: int) -> Iterator[Edge]:
    """The end, the score and the kind of all that may begin at a place of a run."""
    words, slugs = table().words, gazetteer().slug_words
    for syllable, end in _syllables(run, start):
        yield end, max(words.get(syllable, _UNKNOWN), _UNKNOWN), False
    for end in range(start + 2, min(start + _LONGEST_WORD, len(run.text)) + 1):
        part = run.text[start:end]
        if (part in words or part in slugs) and _is_even(run, start, end):
            yield end, max(words.get(part, _PLACE), _PLACE * (part in slugs) or _UNKNOWN), False
    yield from _names(run, start)
    if start in run.cuts:
        yield from _reversed_names(run, start)


def _syllables(run: _Run, start: int) -> Iterator[tuple[str, int]]:
    for end in range(start + 1, min(start + LONGEST_SYLLABLE, len(run.text)) + 1):
        if run.text[start:end] in table().syllables and not run.within(start, end):
            yield run.text[start:end], end


def _is_even(run: _Run, start: int, end: int) -> bool:
    """Whether a part is within one stretch, or of whole stretches."""
    return not run.within(start, end) or run.is_whole(start, end)


def _given(run: _Run, start: int) -> Iterator[tuple[float, list[int]]]:
    """The score of a given name of one or two syllables, and where each ends."""
    scores = table().given
    for first, middle in _syllables(run, start):
        if first in scores:
            yield _SHORT + scores[first], [middle]
            for second, end in _syllables(run, middle):
                if second in scores:
                    yield _LONG + scores[first] + scores[second], [middle, end]


def _names(run: _Run, start: int) -> Iterator[Edge]:
    """Surname and given name."""
    for end in range(start + 1, min(start + _LONGEST_SURNAME, len(run.text)) + 1):
        surname = table().surnames.get(run.text[start:end])
        if surname is not None and not run.within(start, end):
            for given, ends in _given(run, end):
                form = _form(run, start, [end, *ends])
                if form is not None:
                    yield ends[-1], _NAME + surname + given + form, True


def _form(run: _Run, start: int, ends: list[int]) -> float | None:
    """What the writing of a name adds to its score; None where it is a word or no name at all."""
    end = ends[-1]
    part, cuts, is_pair = run.text[start:end], run.within(start, end), len(ends) == 2
    usual = table().words.get(part, _UNKNOWN * 2)
    if not cuts:
        if usual > _USUAL[len(ends)] or (is_pair and len(part) < 4):
            return None
        whole = (_WHOLE, 0.0)[is_pair] if len(part) == len(run.text) else 0.0
        return whole + (0 if run.is_whole(start, end) else _WITHIN)
    is_cut = ends[0] in cuts and set(cuts) <= set(ends) and run.is_whole(start, end)
    if not is_cut or _are_english(run, start, end):
        return None
    if is_pair and (run.is_dotted or usual > _USUAL_CUT or part in gazetteer().slug_words):
        return None
    whole = (_WHOLE, _WHOLE_PAIR)[is_pair] if len(part) == len(run.text) else 0.0
    return whole + (_CUT, _CUT_PAIR)[is_pair]


def _are_english(run: _Run, start: int, end: int) -> bool:
    """Whether all stretches of a part are English words."""
    cuts = [start, *run.within(start, end), end]
    return all(run.text[a:b] in table().short for a, b in pairwise(cuts))


def _reversed_names(run: _Run, start: int) -> Iterator[Edge]:
    """A given name of two syllables, and behind a cut the surname."""
    for given, ends in _given(run, start):
        at = ends[-1]
        if len(ends) == 2 and at in run.cuts:
            end = min((cut for cut in run.cuts if cut > at), default=len(run.text))
            surname = table().surnames.get(run.text[at:end])
            is_word = table().words.get(run.text[start:at], _UNKNOWN) > _USUAL_CUT
            if surname is not None and not (is_word and run.text[at:end] in _ENDINGS):
                whole = _WHOLE if end - start == len(run.text) else 0.0
                yield end, _NAME + surname + given + _CUT + _REVERSED + whole, True
