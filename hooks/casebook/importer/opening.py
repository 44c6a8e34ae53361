"""Openings: recognizes cases in a text without markers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casebook.importer import bulletin_words
from casebook.importer.bulletin_words import normalized
from casebook.importer.ending import case_paragraphs
from casebook.importer.line import Line

SHORTEST = 40
"""Minimum characters of a paragraph of a case."""


def opening_cases(lines: Sequence[Line]) -> Iterator[tuple[str, ...]]:
    """The paragraphs of each case that opens with when or where the police acted.

    A paragraph that begins with a month only continues a case that began with a year and has no
    outcome yet.
    """
    kept: list[str] = []
    rank = 0
    for line in lines:
        plain = normalized(line.text)
        opening = _opening_rank(plain) if line.is_closed else 0
        is_over = rank and any(bulletin_words.OUTCOME.search(normalized(text)) for text in kept)
        if opening == _DATED or (opening and (not kept or (is_over and opening >= min(rank, 2)))):
            if kept:
                yield tuple(kept)
            kept, rank = [line.text], opening
        elif kept and continues_case(plain):
            kept.append(line.text)
        elif kept:
            yield tuple(kept)
            kept, rank = [], 0
    if kept:
        yield tuple(kept)


def continues_case(plain: str) -> bool:
    """Whether a normalized paragraph continues the case of the previous one."""
    if bulletin_words.CLOSING.match(plain):
        return False
    return bool(
        bulletin_words.CONTINUES.match(plain)
        or (bulletin_words.OPENING.match(plain) and bulletin_words.OUTCOME.search(plain))
    )


def single_case(lines: Sequence[Line]) -> Iterator[tuple[str, ...]]:
    """The paragraphs of the only case of a text, from the first one with an outcome."""
    for number, line in enumerate(lines):
        plain = normalized(line.text)
        if reads_like_a_case(plain) and bulletin_words.OUTCOME.search(plain) and not line.is_short:
            own = tuple(case_paragraphs(line.text for line in lines[number:]))
            if own:
                yield own
            return


def sentence_cases(lines: Sequence[Line]) -> Iterator[tuple[str, ...]]:
    """The cases in a paragraph with a sentence or two on each, beginning with the police unit."""
    for line in lines:
        starts = [
            match.start("n") for match in bulletin_words.CLEARED.finditer(normalized(line.text))
        ]
        if len(starts) > 1:
            for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
                yield (line.text[start:end].strip(),)


def _opening_rank(plain: str) -> int:
    """The rank of a paragraph as opening of a case: 0 for none, 1 undated, 2 month, 3 year."""
    opening = bulletin_words.OPENING.match(plain)
    if not opening or bulletin_words.CLOSING.match(plain) or bulletin_words.TOTALS.search(plain):
        return 0
    if not reads_like_a_case(plain) or bulletin_words.ANNOUNCES.search(plain):
        return 0
    if opening["since"]:
        return _DATED if opening["year"] else 2
    return 1


_DATED = 3
"""The rank of an opening with a year, which always begins a new case."""


def reads_like_a_case(text: str, is_marked: bool = False) -> bool:
    """Whether a text reports something the police handled; with a marker only length counts."""
    plain = normalized(text)
    if is_marked:
        return len(plain) >= SHORTEST // 2
    return (
        len(plain) >= SHORTEST
        and bool(bulletin_words.POLICE.search(plain))
        and bool(bulletin_words.HANDLED.search(plain))
    )
