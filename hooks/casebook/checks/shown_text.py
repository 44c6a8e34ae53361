"""Shown text: the visible text of parsed Markdown blocks, with markers of emphasis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it.token import Token

from casebook.content.markdown import parse
from casebook.content.plain_text import is_plain

OPENED, CLOSED = "\x01", "\x02"
"""Precede the marker that opens or closes an emphasis."""
_PATH_TAGS = {"ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th"}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, cell or code block of a text."""

    start: int
    end: int
    """Its first line and the line after its last, counted from 0."""
    path: tuple[str, ...]
    """Its ancestors: `ol`, the number of an item, `blockquote`, `h2`."""
    kind: str
    text: str
    """Its visible text without white space; emphasis markers as written, after OPENED or CLOSED."""


def shown_blocks(tokens: Iterable[Token]) -> Iterator[Block]:
    """The blocks of a parsed text, in order."""
    path: list[str] = []
    numbers: list[int] = []
    for token in tokens:
        if token.nesting > 0 and token.tag in _PATH_TAGS:
            if token.tag in ("ul", "ol"):
                numbers.append(int(token.attrs.get("start", 1)))
            if token.tag == "li":
                numbers[-1] = int(token.attrs.get("value", numbers[-1])) + 1
            is_numbered = token.tag == "li" and token.info
            path.append(str(numbers[-1] - 1) if is_numbered else token.tag)
        elif token.nesting < 0 and token.tag in _PATH_TAGS:
            path.pop()
            if token.tag in ("ul", "ol"):
                numbers.pop()
        elif token.nesting == 0 and token.map:
            text = shown(token.children) if token.type == "inline" else _dense(token.content)
            yield Block(token.map[0], token.map[1], tuple(path), token.type, text)


def shown(tokens: Sequence[Token] | None) -> str:
    """The visible text of inline tokens, on one line and without white space."""
    return "".join(map(_piece, tokens or ()))


def _piece(token: Token) -> str:
    if token.type in ("em_open", "strong_open", "s_open"):
        return OPENED + token.markup
    if token.type in ("em_close", "strong_close", "s_close"):
        return CLOSED + token.markup
    if token.type in ("link_open", "image"):
        return f"[{token.attrs.get('href') or token.attrs.get('src')}]{_dense(token.content)}"
    return f"`{_dense(token.content)}`" if token.type == "code_inline" else _dense(token.content)


def _dense(text: str) -> str:
    return "".join(text.split())


@lru_cache(maxsize=4)
def rich_tokens(body: str) -> tuple[Token, ...] | None:
    """The tokens of a body; None where it consists of plain paragraphs and headings."""
    return None if is_plain(body) else tuple(parse(body))


def find_marker(lines: Sequence[str], block: Block, marker: str, count: int) -> tuple[int, int]:
    """Line and column, both from 0, of the marker in a block that follows `count` equal ones."""
    for number in range(block.start, min(block.end, len(lines))):
        column = -1
        while (column := lines[number].find(marker, column + 1)) >= 0:
            if not count:
                return number, column
            count -= 1
    return block.start, 0
