"""Redaction: a report can be public, and must not quote the personal data that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from casebook.checks.addresses import personal_data_in_addresses
from casebook.content.problem import FieldName, Mark, Problem
from casebook.law.proceedings.stage import Stage
from casebook.names.identifiers.masking import half_hidden
from casebook.names.lexicon import lexicon
from casebook.names.personal_data import personal_data
from casebook.places.gazetteer import gazetteer
from casebook.texts.messages import MESSAGES

_OF_PROGRAM = ("nearest", "allowed", "masked", "due", "rule", "action", "became", "advice")
"""Values of messages that the program makes."""
_KNOWN_PLACES = {
    "city-district", "city-zone", "city-former", "city-uncertain", "district-former",
    "district-uncertain", "district-not-yet", "district-zone", "district-zone-unchecked"
}  # fmt: skip
"""Codes whose messages quote names of places only, which are in the tables of places."""
_KNOWN_CHARGES = {"charge-elsewhere", "charge-former", "charge-repealed", "charge-early"}
"""Codes whose messages quote names of charges as the law has them."""
_PLACES = {"province-unknown", "city-unknown", "district-unknown"}
_CLOSED = _PLACES | {
    "unknown-field", "duplicate-key", "allow-unknown", "not-in-list", "yes-or-no", "yaml-tag"
}  # fmt: skip
"""Codes of places where only listed words belong, no other word and no number."""
_PIECE = re.compile("(?<![A-Za-z0-9一-鿿])[一-鿿]{2,4}(?![A-Za-z0-9一-鿿])")
_NUMBER = re.compile(r"[0-9０-９](?:[ -]?[0-9０-９]){4,}")
_NO_NAME = re.compile("[省市区县罪案]$")
_PLACE = re.compile("[一-鿿]{1,3}[省市区县]")


def redacted(problem: Problem, words: frozenset[str] = frozenset()) -> Problem:
    """The problem with the personal data in its texts masked.

    Each value that a message quotes is judged by itself. Where a name of a person is no allowed
    value, whatever could be one is masked, for it was typed in a wrong place. `words` are those
    that the site lists as no names.
    """
    shown = {
        name: _shown(problem.code, name, value, words) if isinstance(value, str) else value
        for name, value in problem.values.items()
    }
    if shown == problem.values:
        return problem
    key = str(shown.pop("field"))
    field = FieldName(key, problem.field_title)
    mark = Mark(problem.line, problem.column)
    return Problem.of(problem.code, problem.path, mark, field, **shown)


def redacted_text(text: str, words: frozenset[str] = frozenset()) -> str:
    """The text with the personal data in it masked, but for words that the site lists."""
    found = (*personal_data(text, words), *personal_data_in_addresses(text, words))
    return _hidden(text, ((finding.start, finding.end) for finding in found))


def _shown(code: str, name: str, value: str, words: frozenset[str]) -> str:
    """A value of a message as it may be shown."""
    if (
        name in _OF_PROGRAM
        or code in _KNOWN_PLACES | _KNOWN_CHARGES
        or (code in _PLACES and _PLACE.fullmatch(value))
    ):
        return value
    shown = redacted_text(value, words)
    if name in ("found", "field") and not MESSAGES[code].can_be_allowed:
        pieces = [match for match in _PIECE.finditer(shown) if _may_be_name(match[0], code)]
        shown = _hidden(shown, (match.span() for match in pieces))
    if code in _CLOSED:
        shown = _hidden(shown, (match.span() for match in _NUMBER.finditer(shown)))
    return shown


@lru_cache(maxsize=4096)
def _may_be_name(text: str, code: str) -> bool:
    """Whether two to four Chinese characters can be a name: with a surname, and nothing known."""
    words, places = lexicon(), gazetteer().names
    if not words.is_frequent_surname(text[0]) and text[:2] not in words.compounds:
        return False
    is_place = any(f"{text}{division}" in places for division in ("", "市", "区", "县", "省", "州"))
    is_word = text in words.words and code not in _CLOSED
    return not (is_place or is_word or text in {*Stage} or _NO_NAME.search(text))


def _hidden(text: str, spans: Iterator[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + half_hidden(text[start:end]) + text[end:]
    return text
