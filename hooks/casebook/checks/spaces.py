"""Spaces typed by hand: the gap between Chinese and Latin is made by the style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.checks.prose import HAN, prose, unusual_characters
from casebook.checks.typography import CLOSING, OPENING, PAUSING, SPACES, beside, is_han
from casebook.content.contents import Content, SearchPage
from casebook.names.finding import Finding

_GAP = re.compile(rf"[{SPACES}]+")
_PLAIN_GAP = re.compile(r"  *(?<![#.|>*\n] )(?=[^ \n|])")
"""For texts with no other spaces. It begins with a literal space, which makes the search fast."""
_NO_WORD = re.compile(rf"[^{HAN}0-9A-Za-z]")
_NUMBERED = re.compile(r"(?:^|\n)[0-9]{1,3}\Z")
_ARTICLE = re.compile(r"第[一-鿿0-9]{1,8}[章节条款编回期]$")


def no_typed_spaces(content: Content, text: str) -> Iterator[Finding]:
    """No space between Chinese and Latin, nor beside full-width punctuation, nor as an indent.

    Between Chinese words only the search page, which explains what to type, may have one.
    """
    kinds = unusual_characters(text).intersection(SPACES)
    if not kinds:
        return
    text = prose(text)
    for match in (_PLAIN_GAP if kinds == {" "} else _GAP).finditer(text):
        before, after = beside(text, *match.span())
        if after in {"", "\n"}:
            continue
        if before in {"", "\n"}:
            if match[0][0] == "\u3000":
                yield _gap(text, match)
        elif _is_needless(before, after):
            if not _NUMBERED.search(text, max(0, match.start() - 4), match.start()):
                yield _gap(text, match)
        elif isinstance(content, SearchPage):
            continue
        elif is_han(before) and is_han(after) and _splits_a_sentence(text, match):
            yield _gap(text, match, is_safe=False)


def _gap(text: str, match: re.Match[str], *, is_safe: bool = True) -> Finding:
    start, end = match.span()
    # Of a number in groups less is quoted: all its gaps together would reveal it.
    wide = 1 if text[start - 1 : start].isdigit() and text[end : end + 1].isdigit() else 3
    left = re.split(r"\s", text[max(0, start - wide) : start])[-1]
    right = re.split(r"\s", text[end : end + wide])[0]
    found = {"found": left + match[0] + right, "expected": left + right}
    return Finding("wording-space", start, end, found, "" if is_safe else None)


def _is_needless(before: str, after: str) -> bool:
    """Whether a space between these two characters is never correct."""
    plain_before = before.isascii() and (before.isalnum() or before == "%")
    plain_after = after.isascii() and after.isalnum()
    word_before, word_after = is_han(before) or plain_before, is_han(after) or plain_after
    if word_before and word_after:
        return is_han(before) != is_han(after)
    if after in PAUSING or after in CLOSING:
        return word_before or before in PAUSING + CLOSING
    if before in PAUSING or before in OPENING or before in CLOSING:
        return word_after or after in OPENING
    return word_before and after in OPENING


def _splits_a_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether a space between Chinese is an error: no slogan of two halves, no article of a law."""
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    if line.count("“") > line.count("”") or line.count("《") > line.count("》"):
        return False
    left = _NO_WORD.split(line)[-1]
    right = _NO_WORD.split(text[match.end() : match.end() + 8])[0]
    return min(len(left), len(right)) < 4 and not _ARTICLE.search(line)


RULES = (no_typed_spaces,)
