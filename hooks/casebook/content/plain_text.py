"""Plain texts: texts of headings and paragraphs only, as most are.

They are split into the tokens that the parser would produce, in an eighth of the time, measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token
from mdit_py_cjk_friendly import is_cjk

_BETWEEN = "“”‘’—…·"
"""Punctuation of both Chinese and Latin texts."""
_BEGINNING = r"[^\x00-@\[-`{-\xa0\s]"
"""A letter, or a mark outside ASCII: no block markup begins with one."""
_INSIDE = r"[^\x00-\x1f\x7f!#&*<\[\\\]_`|~]"
_PLAIN_LINE = rf"(?:\#{{1,6}}[ ])?{_BEGINNING}(?:{_INSIDE}*(?!\s){_INSIDE})?"
_PLAIN = re.compile(rf"\n*(?:{_PLAIN_LINE}(?:\n+|\Z))*")


def is_plain(text: str) -> bool:
    """Whether a text has paragraphs and ATX headings only, and no other Markdown."""
    return _PLAIN.fullmatch(text) is not None


def joins_without_space(before: str, after: str) -> bool:
    """Whether the line ending with `before` and the next, starting with `after`, join unspaced.

    They do beside Chinese: the gap between Chinese and Latin is made by the style sheet.
    """
    one, other = before[-1:], after[:1]
    if is_cjk(one) or is_cjk(other):
        return True
    return bool(one and other) and one in _BETWEEN and other in _BETWEEN


def plain_tokens(text: str) -> list[Token]:
    """The tokens of a text for which `is_plain` is true."""
    tokens: list[Token] = []
    paragraph: list[str] = []
    for number, line in enumerate((*text.split("\n"), "")):
        if line and not line.startswith("#"):
            paragraph.append(line)
            continue
        if paragraph:
            tokens += _block("paragraph", "p", "", paragraph, number)
            paragraph = []
        if line:
            markup, _, title = line.partition(" ")
            tokens += _block("heading", f"h{len(markup)}", markup, [title], number + 1)
    return tokens


def _block(name: str, tag: str, markup: str, lines: Sequence[str], end: int) -> Iterator[Token]:
    """The tokens of a paragraph or heading whose last line is before the line `end`."""
    place = [end - len(lines), end]
    yield Token(f"{name}_open", tag, 1, map=place, markup=markup, block=True)
    yield Token(
        "inline",
        "",
        0,
        map=list(place),
        level=1,
        children=list(_inside(lines)),
        content="\n".join(lines),
        block=True,
    )
    yield Token(f"{name}_close", tag, -1, markup=markup, block=True)


def _inside(lines: Sequence[str]) -> Iterator[Token]:
    before = ""
    for line in lines:
        if before and not joins_without_space(before, line):
            yield Token("softbreak", "br", 0)
        yield Token("text", "", 0, content=line)
        before = line
