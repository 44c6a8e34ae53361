"""Charges: a case names the charge its bulletin names, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casebook.checks.finding import Finding
from casebook.checks.prose import told
from casebook.content.contents import Case, Content

_LINKS = re.compile(r"[、，“”‘’\s和与及或]")
_NAMED = re.compile(
    r"(?:涉嫌犯?|以(?:涉嫌)?|构成)(?P<charge>(?!犯罪)[一-鿿、“”]{2,24}?罪)(?<!犯罪)(?![犯行名责证嫌人案])"
)


def charge_is_stated(content: Content, text: str) -> Iterator[Finding]:
    """A charge stands in the front matter where title, summary or body names it, and only there."""
    if not isinstance(content, Case):
        return
    said = told(content, text)
    if content.stage.is_administrative:
        return
    charge = content.fields.charge
    if charge and not _is_named(charge, said):
        start = text.find(f"\n{charge}\n") + 1
        yield Finding("wording-charge", start, start + len(charge), {"found": charge})
    named = [
        Finding(
            "wording-charge-named",
            start + match.start("charge"),
            start + match.end("charge"),
            {"found": match["charge"]},
        )
        for start, words in said
        if "罪" in words
        for match in _NAMED.finditer(words)
    ]
    # A case has one charge in its front matter, however many a bulletin names.
    if named and not any(_plain(text[one.start : one.end]) == _plain(charge) for one in named):
        yield named[0]


def _is_named(charge: str, said: Sequence[tuple[int, str]]) -> bool:
    """Whether a text names a charge; its 罪 and the pauses in it may be left out."""
    short = charge.removesuffix("罪")
    if any(short in words for _, words in said):
        return True
    name = _plain(short)
    return any(name in _plain(words) for _, words in said)


def _plain(words: str | None) -> str:
    return _LINKS.sub("", words or "")


RULES = (charge_is_stated,)
