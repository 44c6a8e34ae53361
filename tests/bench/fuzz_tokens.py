"""Tokens: files taken apart as their format does it, and put together otherwise."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

LARGEST = 1 << 18
"""Bytes that one change may add: what is far larger is refused for its size alone."""

_STRETCH = 1 << 16
"""Bytes that are taken apart at once: more takes longer than to read the file."""

NUMBERS = (
    b"", b"0", b"1", b"2", b"-1", b"7", b"40", b"255", b"256", b"65535", b"65536", b"2147483647",
    b"-2147483648", b"4294967296", b"9" * 20, b"9" * 400, b"9" * 5000, b"0.5", b"-0.0001", b"1e308",
    b"1e999", b"NaN", b"Infinity", b"1_000", b"0x10", b"50%", b"\xef\xbc\x91", b"\xc2\xb2",
    b"\xd9\xa3", b"\xe2\x91\xa0",
)  # fmt: skip
"""What may stand where a number stands: of other scripts, too large, not finite."""

WORDS = tuple(
    one.encode("utf-8", "surrogatepass")
    for one in (
        "\0", "\x01", "\r", "\n\n", "\t" * 50, "\x0b\x0c\x1c\x85", "\u2028\u2029", "\u202e\u200b",
        "\ufeff", "\ud800", "\udc00", "\U00020062", "\ufffd", "\ufdfa", "e\u0301" * 30, "　" * 100,
        "&#0;", "&#xD800;", "&#x110000;", "&#99999999999;", "&amp;", "]]>", "<![CDATA[", "<!--",
        "（" * 200, "案例一：", "一、", "⑳", "⼈", "2025年2月30日", "%", "\\", "{", "}", "(", "<",
        ">",
    )
)  # fmt: skip
"""What may stand where a text stands."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a format is taken apart."""

    token: re.Pattern[bytes]
    """Matches what is no text."""
    opened: Callable[[bytes], bytes | None]
    """The name of what a token opens."""
    closed: Callable[[bytes], bytes | None]
    """The name of what a token closes."""


def _tag_opened(token: bytes) -> bytes | None:
    found = re.match(rb"<([A-Za-z][^\s>/]*)", token)
    return found[1].lower() if found and not token.endswith(b"/>") else None


def _tag_closed(token: bytes) -> bytes | None:
    found = re.match(rb"</([^\s>]+)", token)
    return found[1].lower() if found else None


_PAIRS: Mapping[bytes, bytes] = {
    b"obj": b"endobj", b"<<": b">>", b"[": b"]", b"BT": b"ET", b"q": b"Q", b"stream": b"endstream",
    b"begincmap": b"endcmap",
}  # fmt: skip
_CLOSING = set(_PAIRS.values())

MARKUP = Grammar(re.compile(rb"(<[^<>]*>)"), _tag_opened, _tag_closed)
RICH_TEXT = Grammar(
    re.compile(rb"(\\[a-zA-Z]+-?\d* ?|\\'[0-9a-fA-F]{2}|\\[^a-zA-Z]|[{}])"),
    lambda token: b"}" if token == b"{" else None,
    lambda token: b"}" if token == b"}" else None,
)
PORTABLE = Grammar(
    re.compile(rb"(<<|>>|[\[\]]|/[^\s/<>\[\]()]+|<[0-9a-fA-F]*>|-?\d+\.?\d*|[A-Za-z*]+)"),
    _PAIRS.get,
    lambda token: token if token in _CLOSING else None,
)
LINES = Grammar(re.compile(rb"(\n)"), lambda _: None, lambda _: None)


def rearranged(data: bytes, grammar: Grammar, dice: random.Random) -> bytes:
    """A file with one change of its tokens, or of a stretch of them; as it was if it has none."""
    begin = dice.randrange(max(len(data) - _STRETCH, 1))
    end = begin + _STRETCH
    tokens = [one for one in grammar.token.split(data[begin:end]) if one]
    if len(tokens) < 2:
        return data
    changed = dice.choice(_CHANGES)(tokens, grammar, dice)
    return data[:begin] + b"".join(changed) + data[end:]


def _spans(tokens: list[bytes], grammar: Grammar) -> list[tuple[int, int]]:
    """The first and last tokens of what is opened and closed again; else single ones."""
    waiting: dict[bytes, list[int]] = {}
    found = []
    for at, token in enumerate(tokens):
        if name := grammar.opened(token):
            waiting.setdefault(name, []).append(at)
        elif (name := grammar.closed(token)) and waiting.get(name):
            found.append((waiting[name].pop(), at))
    return found or [(at, at) for at in range(len(tokens))]


def _span(tokens: list[bytes], grammar: Grammar, dice: random.Random) -> tuple[int, int]:
    begin, last = dice.choice(_spans(tokens, grammar))
    return begin, last + 1


def _without_span(tokens: list[bytes], grammar: Grammar, dice: random.Random) -> list[bytes]:
    begin, end = _span(tokens, grammar, dice)
    return tokens[:begin] + tokens[end:]


def _span_again(tokens: list[bytes], grammar: Grammar, dice: random.Random) -> list[bytes]:
    begin, end = _span(tokens, grammar, dice)
    piece = tokens[begin:end]
    most = LARGEST // max(sum(map(len, piece)), 1)
    return tokens[:end] + piece * min(dice.choice((1, 1, 1, 3, 300)), most) + tokens[end:]


def _spans_swapped(tokens: list[bytes], grammar: Grammar, dice: random.Random) -> list[bytes]:
    first, second = sorted((_span(tokens, grammar, dice), _span(tokens, grammar, dice)))
    if first[1] > second[0]:  # one within the other: the inner takes the place of the outer
        return tokens[: first[0]] + tokens[second[0] : second[1]] + tokens[first[1] :]
    between = tokens[first[1] : second[0]]
    one, other = tokens[slice(*first)], tokens[slice(*second)]
    return tokens[: first[0]] + other + between + one + tokens[second[1] :]


def _span_elsewhere(tokens: list[bytes], grammar: Grammar, dice: random.Random) -> list[bytes]:
    begin, end = _span(tokens, grammar, dice)
    place = dice.randrange(len(tokens))
    return tokens[:place] + tokens[begin:end] + tokens[place:]


def _nested(tokens: list[bytes], grammar: Grammar, dice: random.Random) -> list[bytes]:
    begin, end = _span(tokens, grammar, dice)
    depth = min(
        dice.choice((2, 20, 150, 300, 5000)),
        LARGEST // (len(tokens[begin]) + len(tokens[end - 1])),
    )
    inside = [tokens[begin]] * depth + tokens[begin:end] + [tokens[end - 1]] * depth
    return tokens[:begin] + inside + tokens[end:]


def _without_token(tokens: list[bytes], _: Grammar, dice: random.Random) -> list[bytes]:
    place = dice.randrange(len(tokens))
    return tokens[:place] + tokens[place + 1 :]


def _token_replaced(tokens: list[bytes], _: Grammar, dice: random.Random) -> list[bytes]:
    place = dice.randrange(len(tokens))
    return [*tokens[:place], dice.choice(tokens), *tokens[place + 1 :]]


def _number_changed(tokens: list[bytes], grammar: Grammar, dice: random.Random) -> list[bytes]:
    """Another number in a token, or in a text if no token has one."""
    with_number = [at for at, one in enumerate(tokens) if re.search(rb"\d", one)]
    in_tokens = [at for at in with_number if grammar.token.fullmatch(tokens[at])]
    if not with_number:
        return _token_replaced(tokens, grammar, dice)
    place = dice.choice(in_tokens or with_number)
    found = dice.choice(list(re.finditer(rb"[-+]?\d+(?:\.\d+)?", tokens[place])))
    token = tokens[place][: found.start()] + dice.choice(NUMBERS) + tokens[place][found.end() :]
    return [*tokens[:place], token, *tokens[place + 1 :]]


def _value_changed(tokens: list[bytes], grammar: Grammar, dice: random.Random) -> list[bytes]:
    """A quoted value replaced by another one of the file, by a strange one, or by none."""
    quoted = [at for at, one in enumerate(tokens) if re.search(rb"=\s*[\"']", one)]
    if not quoted:
        return _token_replaced(tokens, grammar, dice)
    place, other = dice.choice(quoted), dice.choice(quoted)
    found = dice.choice(list(_VALUE.finditer(tokens[place])) or [None])
    values = [*_VALUE.findall(tokens[other]), b'""', b'"' + dice.choice(WORDS) + b'"']
    if found is None:
        return tokens
    token = tokens[place][: found.start()] + dice.choice(values) + tokens[place][found.end() :]
    return [*tokens[:place], token, *tokens[place + 1 :]]


def _text_put(tokens: list[bytes], _: Grammar, dice: random.Random) -> list[bytes]:
    place = dice.randrange(len(tokens))
    return [*tokens[:place], dice.choice(WORDS), *tokens[place:]]


_VALUE = re.compile(rb"\"[^\"]*\"|'[^']*'")
_CHANGES = (
    *(_without_span, _span_again, _spans_swapped, _span_elsewhere, _nested) * 2,
    *(_number_changed, _value_changed) * 4,
    _without_token, _token_replaced, _text_put,
)  # fmt: skip
