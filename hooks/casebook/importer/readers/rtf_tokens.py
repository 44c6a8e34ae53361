"""RTF tokens: the bytes of a Rich Text file as groups, control words and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from casebook.importer.readers.source import Limits, Refusal, UnreadableError


class Kind(Enum):
    """What a token is."""

    OPEN = "open"
    CLOSE = "close"
    WORD = "word"
    """A control word, as `par` or `fs32`, or a control symbol, as `*`."""
    TEXT = "text"
    """Bytes of text as they stand."""
    CODE = "code"
    """Bytes of text that are escaped."""
    BINARY = "binary"


class Token(NamedTuple):
    """A piece of a file."""

    kind: Kind
    word: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes, limits: Limits) -> Iterator[Token]:
    """The tokens of a file in order.

    Raises UnreadableError if groups nest too deeply, if there are more than two for each element
    that XML may have, or if binary data end too early.
    """
    depth, left, position = 0, 2 * limits.elements, 0
    while position < len(data):
        for match in _TOKEN.finditer(data, position):
            position = match.end()
            left -= 1
            token = _token(match)
            if token.kind is Kind.OPEN:
                depth += 1
            elif token.kind is Kind.CLOSE:
                depth = max(depth - 1, 0)
            if left < 0 or depth > limits.depth:
                raise UnreadableError(Refusal.TOO_LONG)
            if token.word == "bin":
                end = position + max(token.number or 0, 0)
                if end > len(data):
                    raise UnreadableError(Refusal.BROKEN)
                yield Token(Kind.BINARY, data=data[position:end])
                position = end
                break
            yield token
        else:
            return


_TOKEN = re.compile(
    rb"""
      ([{}])
    | \\([A-Za-z]+)(-?[0-9]+)?[ ]?
    | ((?:\\'[0-9A-Fa-f]{2}){1,1000})
    | \\(\r\n|[^A-Za-z])
    | ([^\\{}\r\n\x00]+)
    """,
    re.VERBOSE,
)
_OPEN, _CLOSE = Token(Kind.OPEN), Token(Kind.CLOSE)
_LONGEST_NUMBER = 10


def _token(match: re.Match[bytes]) -> Token:
    brace, word, number, code, symbol, text = match.groups()
    if text is not None:
        return Token(Kind.TEXT, data=text)
    if code is not None:
        return Token(Kind.CODE, data=bytes.fromhex(code.replace(b"\\'", b"").decode("ascii")))
    if word is not None:
        value = None if number is None else int(number[:_LONGEST_NUMBER])
        return Token(Kind.WORD, word.decode("ascii"), value)
    if symbol is not None:
        return _symbol(symbol)
    return _OPEN if brace == b"{" else _CLOSE


def _symbol(symbol: bytes) -> Token:
    if symbol in b"{}\\":
        return Token(Kind.CODE, data=symbol)
    # A backslash before the end of a line ends the paragraph.
    word = "par" if symbol[:1] in b"\r\n" else symbol.decode("latin-1")
    return Token(Kind.WORD, word)
