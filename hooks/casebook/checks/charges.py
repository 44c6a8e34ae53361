"""Charges: the charge of a case is the one that its texts state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from casebook.checks.prose import case_texts
from casebook.content.contents import Case, Content
from casebook.names.finding import Finding

_JOINERS = re.compile(r"[、，“”‘’\s和与及或]")
_NAMED = re.compile(
    r"(?:涉嫌犯?|以(?:涉嫌)?|构成)(?P<charge>(?!犯罪)[一-鿿、“”]{2,24}?罪)(?<!犯罪)(?![犯行名责证嫌人案])"
)


def charge_is_stated(content: Content, text: str) -> Iterator[Finding]:
    """The front matter has a charge if and only if title, summary, notes or body name it.

    A charge of no offence group may be named, for the front matter cannot have it.
    """
    if not isinstance(content, Case):
        return
    texts = case_texts(content, text)
    if content.stage.is_administrative:
        return
    charge = content.fields.charge
    if charge and not _is_named(charge, texts):
        start = text.find(f"\n{charge}\n") + 1
        yield Finding("wording-charge", start, start + len(charge), {"found": charge})
    named = [
        Finding(
            "wording-charge-named",
            start + match.start("charge"),
            start + match.end("charge"),
            {"found": match["charge"]},
        )
        for start, words in texts
        if "罪" in words
        for match in _NAMED.finditer(words)
    ]
    # The front matter has one charge, even if a bulletin names several.
    names = [_plain(text[one.start : one.end]) for one in named]
    if named and _plain(charge) not in names:
        known = {_plain(name) for name in content.known_charges}
        known_ones = (one for one, name in zip(named, names, strict=True) if name in known)
        yield from islice(known_ones, 1)


def _is_named(charge: str, texts: Sequence[tuple[int, str]]) -> bool:
    """Whether a text names a charge; 罪, punctuation and conjunctions may be left out."""
    short = charge.removesuffix("罪")
    if any(short in words for _, words in texts):
        return True
    name = _plain(short)
    return any(name in _plain(words) for _, words in texts)


def _plain(words: str | None) -> str:
    return _JOINERS.sub("", words or "")


RULES = (charge_is_stated,)
