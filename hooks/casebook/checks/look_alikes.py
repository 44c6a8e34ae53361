"""Look-alikes: characters that look like others, copied from PDFs or typed by mistake.

Search does not find them and screen readers read them wrong. Source for years: GB/T 15835-2011; for
traditional characters see the table beside this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

from casebook.checks.prose import prose, unusual_characters
from casebook.content.contents import Content, SearchPage
from casebook.content.radicals import RADICALS
from casebook.names.finding import Finding
from casebook.names.identifiers.masking import half_hidden

CODE = "wording-look-alike"

_LETTERS = str.maketrans(
    "АВЕЅІЈКМНОРСТХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTXaesijopcyxABEZHIKMNOPTYXo"
)
"""Cyrillic and Greek letters and the Latin ones they look like."""
_LINES = Path(__file__).with_name("traditional.txt").read_text(encoding="utf-8").splitlines()
_TRADITIONAL = {
    pair[0]: pair[1] for line in _LINES if not line.startswith("#") for pair in line.split()
}
"""Traditional and variant characters, and their simplified forms."""
_IS_TRADITIONAL = re.compile(f"[{''.join(_TRADITIONAL)}]+")
_SURNAMES_OR_TONES = re.compile("[後於](?=某)|(?<=[宫商角])徵|徵(?=羽)")

_ODD = re.compile("[⺀-⿟豈-﫿\U0002f800-\U0002fa1f]|[０-９Ａ-Ｚａ-ｚ％]+(?:．[０-９]+％?)?|[｡､]")
_SUSPICIOUS = re.compile("[⺀-⿟豈-﫿０-９Ａ-Ｚａ-ｚ％｡､Ͱ-ӿ\U0002f800-\U0002fa1f]")
_MIXED = re.compile(r"[A-Za-zͰ-ӿ]{2,}")
_NUMERALS = "一二三四五六七八九"
_YEAR = re.compile(rf"[{_NUMERALS}][{_NUMERALS}〇零○◯]{{3}}(?=年)")
_ZEROS = str.maketrans("零○◯", "〇〇〇")
_ZERO_IN_YEAR = re.compile(rf"零(?=[{_NUMERALS}〇零○◯]{{0,2}}年)")
_ZERO_INSIDE = re.compile(rf"[百千万][〇○◯](?=[{_NUMERALS}])")


def look_alikes(content: Content, text: str) -> Iterator[Finding]:
    """No radical, foreign or full-width letter is used for the character that it looks like.

    The search page may contain them, because people type them.
    """
    if isinstance(content, SearchPage) or not any(map(_SUSPICIOUS.match, unusual_characters(text))):
        return
    text = prose(text)
    for match in _ODD.finditer(text):
        right = RADICALS.get(match[0]) or _simplified(normalize("NFKC", match[0]))
        if right != match[0]:
            yield _finding(match, right)
        elif match[0] < "豈":
            yield Finding(CODE, *match.span(), _found(match[0], "□"))
    for match in _MIXED.finditer(text):
        right = match[0].translate(_LETTERS)
        if right != match[0] and right.isascii() and re.search("[A-Za-z]", match[0]):
            yield _finding(match, right)


def traditional_characters(content: Content, text: str) -> Iterator[Finding]:
    """No traditional, variant or Japanese character is in a simplified text.

    The search page may contain them, because people type them.
    """
    if isinstance(content, SearchPage) or not _IS_TRADITIONAL.search(text):
        return
    text = prose(text)
    for match in _IS_TRADITIONAL.finditer(text):
        if not _SURNAMES_OR_TONES.match(text, match.start()):
            yield _finding(match, _simplified(match[0]))


def _simplified(text: str) -> str:
    return "".join(_TRADITIONAL.get(one, one) for one in text)


def zeros(content: Content, text: str) -> Iterator[Finding]:
    """A year in Chinese numerals is written with 〇, a number with 百 or 千 with 零, no circle."""
    if unusual_characters(text).isdisjoint("〇○◯") and not _ZERO_IN_YEAR.search(text):
        return
    for match in _YEAR.finditer(text):
        right = match[0].translate(_ZEROS)
        if right != match[0]:
            yield _finding(match, right)
    for match in _ZERO_INSIDE.finditer(text):
        yield _finding(match, match[0][0] + "零")


def _finding(match: re.Match[str], right: str) -> Finding:
    return Finding(CODE, *match.span(), _found(match[0], right), right)


def _found(wrong: str, right: str) -> dict[str, object]:
    """The values for the message, with the code point of the first wrong character."""
    odd = next((one for one in wrong if one not in right), wrong[0])
    if len(right) > _LONGEST:  # may be personal data
        wrong, right = half_hidden(wrong), half_hidden(right)
    return {"found": wrong, "expected": right, "detail": f"U+{ord(odd):04X}"}


_LONGEST = 4
"""The length from which a message masks what may be a number or a name in full-width letters."""


RULES = (look_alikes, traditional_characters, zeros)
