"""Openings: what tells a case from the rest of a text where nothing marks it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casebook.importer import bulletin_words
from casebook.importer.bulletin_words import even
from casebook.importer.ending import until_closed
from casebook.importer.line import Line

SHORTEST = 40
"""Characters that a paragraph on a case has at least."""


def opened(lines: Sequence[Line]) -> Iterator[tuple[str, ...]]:
    """The paragraphs of each case whose first says when or where the police acted.

    A story that began with a year goes on where a later paragraph begins with a month alone, as
    long as nobody has been caught in it.
    """
    held: list[str] = []
    rank = 0
    for line in lines:
        plain = even(line.text)
        opening = _opening_rank(plain) if line.is_closed else 0
        is_over = rank and any(bulletin_words.OUTCOME.search(even(text)) for text in held)
        if opening == _DATED or (opening and (not held or (is_over and opening >= min(rank, 2)))):
            if held:
                yield tuple(held)
            held, rank = [line.text], opening
        elif held and goes_on(plain):
            held.append(line.text)
        elif held:
            yield tuple(held)
            held, rank = [], 0
    if held:
        yield tuple(held)


def goes_on(plain: str) -> bool:
    """Whether a paragraph goes on with the case of the paragraph before it."""
    if bulletin_words.CLOSING.match(plain):
        return False
    return bool(
        bulletin_words.GOES_ON.match(plain)
        or (bulletin_words.OPENING.match(plain) and bulletin_words.OUTCOME.search(plain))
    )


def story(lines: Sequence[Line]) -> Iterator[tuple[str, ...]]:
    """The paragraphs of a text that tells of one case: from where somebody is caught on."""
    for number, line in enumerate(lines):
        plain = even(line.text)
        if reads_like_a_case(plain) and bulletin_words.OUTCOME.search(plain) and not line.is_short:
            own = tuple(until_closed(line.text for line in lines[number:]))
            if own:
                yield own
            return


def told_in_one(lines: Sequence[Line]) -> Iterator[tuple[str, ...]]:
    """The cases of a paragraph that gives each a sentence or two, beginning with who cleared it."""
    for line in lines:
        starts = [match.start("n") for match in bulletin_words.CLEARED.finditer(even(line.text))]
        if len(starts) > 1:
            for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
                yield (line.text[start:end].strip(),)


def _opening_rank(plain: str) -> int:
    """How surely a paragraph opens a case: 0 where it does not, more the more it says when."""
    opening = bulletin_words.OPENING.match(plain)
    if not opening or bulletin_words.CLOSING.match(plain) or bulletin_words.TOTALS.search(plain):
        return 0
    if not reads_like_a_case(plain) or bulletin_words.ANNOUNCES.search(plain):
        return 0
    if opening["since"]:
        return _DATED if opening["year"] else 2
    return 1


_DATED = 3
"""The rank of an opening that says the year, which no story goes on with."""


def reads_like_a_case(text: str, is_announced: bool = False) -> bool:
    """Whether a text tells of something that was handled; an announced one needs fewer words."""
    plain = even(text)
    if is_announced:
        return len(plain) >= SHORTEST // 2
    return (
        len(plain) >= SHORTEST
        and bool(bulletin_words.POLICE.search(plain))
        and bool(bulletin_words.HANDLED.search(plain))
    )
