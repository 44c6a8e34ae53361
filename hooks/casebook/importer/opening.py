"""Openings: the paragraphs that begin a case without a marker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from casebook.importer import bulletin_words
from casebook.importer.bulletin_words import announces, normalized
from casebook.importer.case_markers import Start
from casebook.importer.evidence import (
    SHORTEST,
    kinds_of_evidence,
    masked_names,
    reads_like_a_case,
    reads_like_a_story,
)
from casebook.importer.line import Line
from casebook.importer.reasons import explicit_reason, implicit_reason
from casebook.importer.sections import section_label


def opening_starts(lines: Sequence[Line]) -> Iterator[Start]:
    """The paragraphs that open with when or where the police acted.

    A paragraph that begins with a month only continues a case that began with a year and has no
    outcome yet.
    """
    before: list[str] = []
    rank = 0
    for index, line in enumerate(lines):
        plain = normalized(line.text)
        opening = max(_opening_rank(plain), _whole_rank(plain, before))
        is_over = any(bulletin_words.OUTCOME.search(text) for text in before)
        if opening == _DATED or (opening and (not before or (is_over and opening >= min(rank, 2)))):
            yield Start(index, 0, 0, "")
            before, rank = [plain], opening
        elif before:
            before.append(plain)


def is_one_story(texts: Sequence[str], is_presented: bool) -> bool:
    """Whether parts of a bulletin tell one case, as they name persons whom earlier ones named.

    Of a bulletin that presents several cases most parts must, of another text a single one.
    """
    given = set(_GIVEN.findall("\n".join(texts)))
    told = set[str]()
    shared = 0
    for text in texts:
        names = masked_names(text) | {name for name in given if name in text}
        shared += bool(told & names)
        told |= names
    return 2 * shared > len(texts) - 1 if is_presented else shared > 0


_GIVEN = re.compile("([一-鿿]{2,3})（化[名姓]）")
"""Names that a text gives people instead of their own."""


def single_start(lines: Sequence[Line]) -> Iterator[Start]:
    """The beginning of the only case of a text: its first section, or else its first paragraph.

    A text that reports no case has none; a dateline with little after it is a lead.
    """
    if not any(reads_like_a_case(line.text) for line in lines):
        return
    for index, line in enumerate(lines):
        label = section_label(line.text)
        if label and _OF_FACTS.search(label):
            is_alone = len(label) == len(line.text)
            yield Start(index, 0, len(label), "") if is_alone else Start(index, 0, 0, "")
            return
    for index, line in enumerate(lines):
        if line.is_short or len(line.text) < SHORTEST or announces(line.text):
            continue
        if implicit_reason(line.text) or explicit_reason(line.text):
            continue
        dateline = DATELINE.match(line.text)
        end = dateline.end() if dateline else 0
        if end == 0 or reads_like_a_story(line.text[end:]):
            yield Start(index, 0, end, "")
            return


_OF_FACTS = re.compile("案情|事实|经过|回顾|案件")
DATELINE = re.compile(
    "[（(]?(?:本报|本网|本台|新华社|[一-鿿]{2,8}(?:讯|电)(?=[（(]))[^（(。，]{0,16}(?:[（(][^）)]{0,60}[）)]\\s*)?"
)
"""The place, day and reporters before a report."""


def sentence_cases(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, with paragraphs cut that have a sentence or two on each of several cases."""
    for line in lines:
        cuts = [
            match.start("n") for match in bulletin_words.CLEARED.finditer(normalized(line.text))
        ]
        if len(cuts) < 2:
            yield line
            continue
        for start, end in zip((0, *cuts), (*cuts, len(line.text)), strict=True):
            if piece := line.part(start, end):
                yield piece


def dated_sentences(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, with paragraphs cut that tell of several cases one after the other by date."""
    for line in lines:
        plain = normalized(line.text)
        cuts = [match.start("n") for match in _DATED_SENTENCE.finditer(plain)]
        pieces = [plain[start:end] for start, end in pairwise((*cuts, len(plain)))]
        if len(cuts) < 2 or not all(map(_is_whole, pieces)):
            yield line
            continue
        for start, end in zip((0, *cuts), (*cuts, len(line.text)), strict=True):
            if piece := line.part(start, end):
                yield piece


_DATED_SENTENCE = re.compile(
    "(?:^|(?<=[。；]))(?P<n>(?:(?:20[0-9]{2}|[今去])年)?[0-9]{1,2}月(?:[0-9]{1,2}日|[上中下]旬|初|底)?，)"
)


def _is_whole(plain: str) -> bool:
    """Whether a piece of a paragraph reports a case with its outcome."""
    return reads_like_a_case(plain) and bulletin_words.OUTCOME.search(plain) is not None


def cleared_starts(lines: Sequence[Line]) -> Iterator[Start]:
    """The parts of such paragraphs that begin with a unit and what it cleared."""
    for index, line in enumerate(lines):
        if bulletin_words.CLEARED.match(normalized(line.text)):
            yield Start(index, 0, 0, "")


def _opening_rank(plain: str) -> int:
    """The rank of a paragraph as opening of a case: 0 for none, 1 undated, 2 month, 3 year."""
    opening = bulletin_words.OPENING.match(plain)
    if not opening or explicit_reason(plain) or implicit_reason(plain):
        return 0
    if not reads_like_a_case(plain) or announces(plain):
        return 0
    if opening["since"]:
        return _DATED if opening["year"] else 2
    return 1


def _whole_rank(plain: str, before: Sequence[str]) -> int:
    """2 for a paragraph that tells a whole case of other persons than the one before, else 0."""
    is_whole = kinds_of_evidence(plain) >= _WHOLE and bulletin_words.OUTCOME.search(plain)
    if not is_whole or len(plain) < _SHORTEST_WHOLE or _GOES_ON.match(plain):
        return 0
    if explicit_reason(plain) or implicit_reason(plain) or announces(plain):
        return 0
    return 0 if masked_names(plain) & masked_names("\n".join(before)) else 2


_WHOLE, _SHORTEST_WHOLE = 5, 60
_GOES_ON = re.compile(
    "[该此本其]|上述|这[些起一名两伙]|目前|现[，已]|经[查审侦讯调核]|据[查悉了]|随后|案发|到案|最终|同时|此外|期间|截至|因|由于|民警|专案组|专班|侦查|办案|"
    "犯罪嫌疑人|嫌疑人|[0-9一二三四五六七八九十]+名|[一-鿿]某|根据|在[^，]{0,12}(?:中|后|时|下)，"
)
"""The beginning of a paragraph that goes on with the case of the one before."""
_DATED = 3
"""The rank of an opening with a year, which always begins a new case."""
