"""Plain heads: front matter of the form that nearly every file has, read without YAML.

Keys with words, with words in brackets, or with a block of either below them. Whatever goes beyond
that, be it quotes, a comment, an error or a key that stands twice, is left to YAML, which would
read the same values from a plain head in five times the time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casebook.content.yaml_tree import MOST, Value

_KEY = "[0-9A-Za-z_一-鿿]{1,64}"
_FIRST = "(?!(?i:null))[0-9A-Za-z一-鿿“《（]"
_WORDS = rf"{_FIRST}[^ \t:#]*+(?:[ :][^ \t:#]++)*+"
"""No colon before a space, nothing that could be a comment, and no sign of YAML at its head."""
_WORD = f"{_FIRST}[0-9A-Za-z一-鿿，。、；“”（）《》%/_-]*+"
"""What can stand in brackets and neither ends them nor parts what they hold."""
_PAIR = f"{_KEY}: {_WORD}"
_LINE = re.compile(
    rf"(?:(?P<dash>  - )|(?P<indent>  )?(?P<key>{_KEY}):(?: |$))"
    rf"(?:(?P<words>{_WORDS})|\[(?P<row>{_WORD}(?:, {_WORD})*+)\]"
    rf"|\{{(?P<pairs>{_PAIR}(?:, {_PAIR})*+)\}})?"
)


class _NotPlainError(Exception):
    """Raised where a head goes beyond the plain form."""


def plain_values(lines: Sequence[str]) -> dict[str, Value] | None:
    """The values of a head that holds nothing invisible; None where it is not plain."""
    if not lines or len(lines) > MOST or any(len(line) > MOST for line in lines):
        return None
    values: dict[str, Value] = {}
    block: str | None = None
    try:
        for line in lines:
            match = _LINE.fullmatch(line)
            if match is None:
                return None
            dash, indent, key, *written = match.groups()
            value = _value(*written)
            if dash or indent:
                _extend(values, block, key, value)
            else:
                _enter(values, key, value)
                block = key if value is None else None
    except _NotPlainError:
        return None
    return values


def _value(words: str | None, row: str | None, pairs: str | None) -> Value:
    if row is not None:
        return [*row.split(", ")]
    if pairs is None:
        return words
    mapping: dict[str, Value] = {}
    for pair in pairs.split(", "):
        key, _, word = pair.partition(": ")
        _enter(mapping, key, word)
    return mapping


def _extend(values: dict[str, Value], block: str | None, key: str | None, value: Value) -> None:
    """Adds a line to the block below a key, whose first line says whether it is a list."""
    if block is None:
        raise _NotPlainError
    if values[block] is None:
        values[block] = [] if key is None else {}
    into = values[block]
    if isinstance(into, dict) and key is not None:
        _enter(into, key, value)
    elif isinstance(into, list) and key is None and value is not None:
        into.append(value)
    else:
        raise _NotPlainError


def _enter(mapping: dict[str, Value], key: str, value: Value) -> None:
    if key in mapping:
        raise _NotPlainError
    mapping[key] = value
