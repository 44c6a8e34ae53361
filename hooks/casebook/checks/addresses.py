"""Web addresses in texts: blanked out for the rules on words, and read for personal data.

An address is read as a browser does: bytes that are percent-encoded are characters. The names of
parameters introduce their values as labels in a text do: `?qq=` is read as `qq:`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from html import unescape
from itertools import accumulate

from casebook.names.finding import Finding
from casebook.names.personal_data import personal_data

_ADDRESS = re.compile(
    r"https?://(?:[!#-'*-;=?-Z\\^_a-z{}~]|\([!#-'*-;=?-Z\\^_a-z{}~]*\))+", re.IGNORECASE
)
"""No brackets and quotation marks, which enclose addresses, but for pairs of round brackets."""
_BLANK = "\ufffc"
"""Replaces every character of an address: no word, no number, no space."""
_WORD = re.compile("[!-~]+")
_CODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+|&#?[0-9A-Za-z]{1,31};")
_TIMES_CODED = 3
"""An address in a parameter is encoded a second time, and in a redirect a third."""
_HOST = re.compile(r"(?i)https?://[^/?#\\]*")
_BREAK = "；"
"""Separates the parts of an address; a line break would be a gap in one text."""
_PARTS = str.maketrans("/?#&;+", f"{_BREAK * 5} ")
_VALUE = re.compile(r"=(?=[^=\s])")
_CARD = re.compile(r"62[0-9]{14,17}")
_CARD_NAMED = re.compile(r"(?i)(?:card|acct|account|bank|卡|账|帐)[^；]{0,12}\Z")


def without_addresses(text: str) -> str:
    """The text with every address blanked out; its length is unchanged."""
    return _ADDRESS.sub(lambda match: _BLANK * len(match[0]), text) if "://" in text else text


def personal_data_in_addresses(text: str, words: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """No address in a text, and nothing else that is percent-encoded, contains personal data.

    `words` are those that the site lists as no names.
    """
    if "://" in text:
        for match in _ADDRESS.finditer(text):
            yield from _moved(personal_data_in(match[0], words), match.start())
    if "%" in text:
        for match in _WORD.finditer(without_addresses(text)):
            word = match[0]
            found = personal_data_in(word, words) if "%" in word else ()
            coded = (one for one in found if "%" in word[one.start : one.end])
            yield from _moved(coded, match.start())


def _moved(found: Iterable[Finding], distance: int) -> Iterator[Finding]:
    return (replace(one, start=one.start + distance, end=one.end + distance) for one in found)


@lru_cache(maxsize=4096)
def personal_data_in(address: str, words: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """The personal data in an address; `start` and `end` count its characters as written."""
    text, starts = address, [*range(len(address) + 1)]
    for _ in range(_TIMES_CODED):
        text, starts = _decoded(text, starts)
    plain = _in_parts(text)
    return tuple(
        replace(one, start=starts[one.start], end=starts[one.end])
        for one in personal_data(plain, words)
        if one.code != "bank-card" or _is_card(plain, one)
    )


def _in_parts(address: str) -> str:
    """The parts of an address as sentences, of the same length altogether.

    In e-mail addresses underscores stay; what is before the host is none.
    """
    host = _HOST.match(address)
    end = host.end() if host else 0
    plain = (address[:end].replace("@", _BREAK) + address[end:]).translate(_PARTS)
    parts = _VALUE.sub(":", plain).split(_BREAK)
    return _BREAK.join(part if "@" in part else part.replace("_", _BREAK) for part in parts)


def _decoded(text: str, starts: list[int]) -> tuple[str, list[int]]:
    """A text with bytes and entities decoded once, and where in the source each character starts.

    `starts` are those of `text`; the last of them is the end of the source.
    """
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for match in _CODED.finditer(text):
        found, offsets = _characters(match[0])
        pieces += (text[at : match.start()], found)
        places += starts[at : match.start()]
        places += (starts[match.start() + offset] for offset in offsets)
        at = match.end()
    return "".join((*pieces, text[at:])), places + starts[at:]


def _characters(coded: str) -> tuple[str, list[int]]:
    """The characters of encoded bytes or of an entity, and the offset at which each begins."""
    if coded.startswith("&"):
        found = unescape(coded)
        return found, [0] * len(found)
    raw = bytes.fromhex(coded.replace("%", ""))
    encoding = next(filter(lambda name: _can_decode(raw, name), ("utf-8", "gb18030")), "latin-1")
    found = raw.decode(encoding)
    sizes = (3 * len(character.encode(encoding)) for character in found[:-1])
    return found, [*accumulate(sizes, initial=0)]


def _can_decode(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_card(text: str, finding: Finding) -> bool:
    """Whether a number is a card and no article's: by its issuer, or by the parameter's name."""
    digits = re.sub("[^0-9]", "", text[finding.start : finding.end])
    return bool(_CARD.fullmatch(digits) or _CARD_NAMED.search(text[: finding.start]))
