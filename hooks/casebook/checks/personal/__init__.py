"""Personal data in texts: names, numbers, accounts and addresses that identify a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from casebook.checks.finding import Finding
from casebook.checks.personal.accounts import accounts
from casebook.checks.personal.homes import homes
from casebook.checks.personal.names import mentions, names
from casebook.checks.personal.numbers import numbers
from casebook.names.normalized_text import NormalizedText, normalized

_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ＠．＊　－＋\u00a0]")
_FIGURE = re.compile("[0-9]")
_ASCII_FORMS: dict[int, int | str | None] = {
    **{ord("０") + step: ord("0") + step for step in range(10)},
    **{ord("Ａ") + step: ord("A") + step for step in range(26)},
    **{ord("ａ") + step: ord("a") + step for step in range(26)},
    **dict(zip(map(ord, "＠．＊　－＋\u00a0"), "@.* -+ ", strict=True)),
}


def personal_data(text: str, words: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """A text names no person in full and contains nothing that identifies one.

    `words` are those that the site lists as no names.
    """
    plain = text.translate(_ASCII_FORMS) if _WIDE.search(text) else text
    if _FIGURE.search(plain):
        taken = []
        for finding in numbers(plain):
            taken.append((finding.start, finding.end))
            yield finding
        for finding in accounts(plain):
            if (finding.start, finding.end) not in taken:
                yield finding
        yield from homes(plain)
    else:
        if "@" in plain or ":" in plain or "_" in plain:
            yield from accounts(plain)
        if "号" in plain or "单元" in plain or "班" in plain:
            yield from homes(plain)
    seen = normalized(text)
    yield from (_in_source(finding, seen) for finding in names(seen.text, words))


def person_mentions(text: str, words: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """A text mentions no person, by whatever word."""
    seen = normalized(text)
    yield from (_in_source(finding, seen) for finding in mentions(seen.text, words))


def _in_source(finding: Finding, seen: NormalizedText) -> Finding:
    start, end = seen.source(finding.start, finding.end)
    return replace(finding, start=start, end=end)
