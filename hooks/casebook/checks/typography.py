"""Typography: Chinese punctuation as in GB/T 15834-2011."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.checks.prose import BLANK, HAN, prose, unusual_characters
from casebook.content.contents import Content
from casebook.names.finding import Finding

_HAN = re.compile(rf"[{HAN}]")
OPENING, CLOSING, PAUSING = "“‘（《〈【", "”’）》〉】", "，。；：？！、"
"""Full-width punctuation by the side on which its glyph has a gap."""
_WIDE = {"," : "，", ";": "；", ":": "：", "?": "？", "!": "！"}  # fmt: skip
SPACES = " \t\xa0\u3000"

_HALF_WIDTH = re.compile(rf"([,;:?!])\1*[{SPACES}]*")
_STOP = re.compile(rf"\.(?<!\.\.)(?!\.)[{SPACES}]*")
_BRACKETS = re.compile(r"\(([^()\n]{1,80})\)")
_DOUBLE = re.compile(r'"([^"\n]*)"')
_SINGLE = re.compile(r"(?<![A-Za-z0-9])'([^'\n]+)'(?![A-Za-z0-9])")
_CORNERS = re.compile(r"「([^「」\n]+)」|『([^『』\n]+)』")
_DOTS = re.compile(r"\.{3,}|(?<!…)…(?!…)")
_DASHES = re.compile(rf"[{SPACES}]*(?:-{{2,}}|[─―]{{2,}})[{SPACES}]*")
_REPEATED = re.compile(r"([，、；：？！])\1+|。{2,}")
_TWO = re.compile(r"[，。、；：？！][，。、；：？！]")
_CONTRARY = re.compile(r"([，、；：])(?!\1)[，。、；：]|。[，、；：]")
_NUMBERED = re.compile(r"[一二三四五六七八九十]+|[a-zA-Z]")


def _finding(text: str, start: int, end: int, right: str, *, is_safe: bool = True) -> Finding:
    found = {"found": text[start:end].strip(), "expected": right}
    return Finding("wording-punctuation", start, end, found, right if is_safe else None)


def is_han(character: str) -> bool:
    """Whether it is a Chinese character."""
    return _HAN.match(character) is not None


def _is_chinese(character: str) -> bool:
    """Whether it is a Chinese character or punctuation mark; False for an empty text."""
    return character != "" and (
        is_han(character) or character in OPENING or character in CLOSING or character in "…—"
    )


def beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The characters before and after a span; empty at the ends of the text."""
    return text[start - 1 : start], text[end : end + 1]


def half_width(content: Content, text: str) -> Iterator[Finding]:
    """Commas, colons, semicolons, question and exclamation marks in Chinese are full-width."""
    if unusual_characters(text).isdisjoint(",;:?!"):
        return
    text = prose(text)
    for match in _HALF_WIDTH.finditer(text):
        mark, (before, after) = match[1], beside(text, *match.span())
        if mark == "!" and after == "[":
            continue
        is_after = is_han(before) or before in set(CLOSING)
        is_before = is_han(after) and not before.isspace() and before not in {"", "]"}
        if is_after or (is_before and (mark != ":" or before in "*_)")):
            spaces = len(match[0]) - len(match[0].rstrip(SPACES))
            end = match.end() - (spaces if after in {"", "\n", "|"} else 0)
            yield _finding(text, match.start(), end, _WIDE[mark])


def full_stops(content: Content, text: str) -> Iterator[Finding]:
    """A Chinese sentence ends with 。 and not with a dot."""
    if "." not in unusual_characters(text):
        return
    text = prose(text)
    for match in _STOP.finditer(text):
        before, after = beside(text, *match.span())
        if not (is_han(before) or before in set(CLOSING)):
            continue
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if _NUMBERED.fullmatch(line.lstrip(" #-*>")):
            continue
        is_end = after in {"", "\n"} or after in CLOSING
        end = match.start() + 1 if is_end else match.end()
        if is_end or (match.end() > match.start() + 1 and _is_chinese(after)):
            yield _finding(text, match.start(), end, "。")
        elif _is_chinese(after):
            yield _finding(text, match.start(), end, "。", is_safe=False)


def brackets_and_quotes(content: Content, text: str) -> Iterator[Finding]:
    """Brackets in Chinese are full-width, quotation marks are “” and ‘’."""
    if unusual_characters(text).isdisjoint("(\"'「『"):
        return
    text = prose(text)
    for pattern, left, right in ((_BRACKETS, "（", "）"), (_SINGLE, "‘", "’")):
        for match in pattern.finditer(text):
            if _HAN.search(match[1]) or (left == "（" and is_han(text[match.start() - 1])):
                yield from _pair(text, match, left, right)
    for match in _CORNERS.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        is_safe = not re.search("[“‘「『]", line)
        yield from _pair(text, match, *("“”" if match[1] else "‘’"), is_safe=is_safe)
    if '"' in text:
        yield from _double(text)


def _double(text: str) -> Iterator[Finding]:
    start = 0
    for line in text.split("\n"):
        if '"' in line and _HAN.search(line):
            if line.count('"') % 2:
                place = start + line.index('"')
                yield _finding(text, place, place + 1, "“……”", is_safe=False)
            else:
                for match in _DOUBLE.finditer(text, start, start + len(line)):
                    if _HAN.search(match[1]) or any(map(_is_chinese, beside(text, *match.span()))):
                        yield from _pair(text, match, "“", "”")
        start += len(line) + 1


def _pair(
    text: str, match: re.Match[str], left: str, right: str, *, is_safe: bool = True
) -> Iterator[Finding]:
    """One finding for a pair, or one for each side if the text between contains blanks."""
    start, end = match.span()
    if BLANK in match[0]:
        yield _finding(text, start, start + 1, left, is_safe=is_safe)
        yield _finding(text, end - 1, end, right, is_safe=is_safe)
    else:
        yield _finding(text, start, end, left + match[0][1:-1] + right, is_safe=is_safe)


def dots_and_dashes(content: Content, text: str) -> Iterator[Finding]:
    """An ellipsis is …… and a dash is ——."""
    if unusual_characters(text).isdisjoint("…─―") and "..." not in text and "--" not in text:
        return
    text = prose(text)
    for pattern, right, needed in ((_DOTS, "……", 1), (_DASHES, "——", 2)):
        for match in pattern.finditer(text):
            if sum(map(_is_chinese, beside(text, *match.span()))) >= needed:
                yield _finding(text, *match.span(), right)


def no_repetition(content: Content, text: str) -> Iterator[Finding]:
    """No punctuation mark is repeated, and none follows one that excludes it."""
    if not _TWO.search(text):
        return
    for match in _REPEATED.finditer(text):
        is_ellipsis = match[0].startswith("。") and len(match[0]) > 2
        right = "……" if is_ellipsis else match[0][0]
        yield _finding(text, *match.span(), right, is_safe=not is_ellipsis)
    for match in _CONTRARY.finditer(text):
        yield _finding(
            text, *match.span(), "。" if "。" in match[0] else match[0][1], is_safe=False
        )


RULES = (half_width, full_stops, brackets_and_quotes, dots_and_dashes, no_repetition)
