"""Personal data in texts: names, numbers, accounts and addresses that identify a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.checks.finding import Finding
from casebook.checks.personal.accounts import accounts
from casebook.checks.personal.homes import homes
from casebook.checks.personal.names import names
from casebook.checks.personal.numbers import numbers

_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ＠．＊　－＋\u00a0]")
_FIGURE = re.compile("[0-9]")
_ASCII_FORMS: dict[int, int | str | None] = {
    **{ord("０") + step: ord("0") + step for step in range(10)},
    **{ord("Ａ") + step: ord("A") + step for step in range(26)},
    **{ord("ａ") + step: ord("a") + step for step in range(26)},
    **dict(zip(map(ord, "＠．＊　－＋\u00a0"), "@.* -+ ", strict=True)),
}


def personal_data(text: str) -> Iterator[Finding]:
    """A text names no person in full and contains nothing that identifies one."""
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
    yield from names(plain)
