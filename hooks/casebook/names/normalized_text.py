"""Normalized text: what a reader sees of a source, for rules that must not depend on its writing.

Full-width letters and unusual digits become ASCII, format characters and entities are resolved,
marks of emphasis are dropped, and gaps between Han characters are closed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import chain
from unicodedata import category, decimal, normalize

from casebook.content.radicals import RADICALS

_USUAL = "\n -~一-丧丩-鿿、。，；：？！（）“”‘’《》【】—…·〇￼"
_UNUSUAL = re.compile(rf"&[A-Za-z#][A-Za-z0-9]{{1,31}};|\\[!-/:-@\[-`{{-~]|[^{_USUAL}]")
"""An entity, an escaped mark, or a character that may have a usual form."""
_KEPT = frozenset("，；：？！（）、。“”‘’「」『』〈〉《》【】〔〕—…·•・‧×＊○〇□■●△▲")
"""Punctuation, and marks in masked names, which have no other form here."""
_STAR = "＊"
"""An escaped star, which is shown and is no mark of emphasis."""
_INVISIBLE = frozenset(("Cf", "Mn", "Me", "Cc", "Co"))
_HAN = "[㐀-鿿〇某]"
_GAPS = re.compile(
    r"^\#[^\n]*\n"
    rf"|(?<={_HAN}) {{1,2}}(?={_HAN})"
    rf"|(?<={_HAN})[ \t]*\n[ \t>]*(?={_HAN})"
    rf"|(?<={_HAN})(?:~~|[`_]{{1,3}})(?=(?![和与及]){_HAN})"
    r"|(?P<open>\*{1,3})(?=[^\s*、，。；：）（(和与及])(?P<words>[^*\n]{1,80})(?<![\s、，；：（])(?P=open)(?!\*)",
    re.MULTILINE,
)
"""A heading, which stays; else a gap between Han characters, or words with marks of emphasis."""
_HAS_GAPS = re.compile(rf"{_HAN}(?:[`_~]| {{1,2}}{_HAN}|[ \t]*\n[ \t>]*{_HAN})|\*")


@dataclass(frozen=True, slots=True)
class NormalizedText:
    """A text and, for each character and the end, the offset in the source that it comes from."""

    text: str
    offsets: tuple[int, ...] | None
    """None where the text is its source."""

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source from which a span that is not empty comes."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


@lru_cache(maxsize=8)
def normalized(text: str) -> NormalizedText:
    """The normalized form of a source in Markdown or without markup."""
    usual, first = _replaced(_UNUSUAL, _usual, text) if _UNUSUAL.search(text) else (text, None)
    if not _HAS_GAPS.search(usual):
        return NormalizedText(usual, first)
    closed, second = _replaced(_GAPS, _closed, usual)
    if first is not None and second is not None:
        second = tuple(map(first.__getitem__, second))
    return NormalizedText(closed, second or first)


_Piece = tuple[str, int]
"""A replacement, and the offset in the match at which it begins."""


def _replaced(
    pattern: re.Pattern[str], replace: Callable[[re.Match[str]], _Piece], text: str
) -> tuple[str, tuple[int, ...] | None]:
    """The text with each match replaced, and the offset of each character; None if unchanged."""
    pieces: list[str] = []
    offsets: list[range | tuple[int, ...]] = []
    done = 0
    for match in pattern.finditer(text):
        words, skipped = replace(match)
        begin, end = match.span()
        pieces += (text[done:begin], words)
        offsets.append(range(done, begin))
        if words == match[0][skipped : skipped + len(words)]:
            offsets.append(range(begin + skipped, begin + skipped + len(words)))
        else:
            offsets.append((begin,) * len(words))
        done = end
    pieces.append(text[done:])
    offsets.append(range(done, len(text) + 1))
    found = "".join(pieces)
    return (found, None) if found == text else (found, tuple(chain.from_iterable(offsets)))


def _usual(match: re.Match[str]) -> _Piece:
    found = match[0]
    if len(found) == 1:
        return usual_form(found), 0
    if found == r"\*":
        return _STAR, 0
    plain = unescape(found) if found[0] == "&" else found[1:]
    return "".join(map(usual_form, plain)), 0


@lru_cache(maxsize=4096)
def usual_form(character: str) -> str:
    """The usual form of a character: ASCII, a Han character, a space; empty if it is invisible.

    Radicals follow the table of Unicode's equivalents: compatibility normalization gives ⼾ as 戶.
    """
    if character in _KEPT or character == "\n":
        return character
    if category(character) in _INVISIBLE and character != "\t":
        return ""
    if character == "丨":
        return "|"  # a stroke that separates words in bylines
    if character in RADICALS:
        return RADICALS[character]
    if (digit := decimal(character, None)) is not None:
        return str(digit)
    form = normalize("NFKC", character)
    return " " if form.isspace() else form


def _closed(match: re.Match[str]) -> _Piece:
    if match[0].startswith("#"):
        return match[0], 0
    return (match["words"], len(match["open"])) if match["open"] else ("", 0)
