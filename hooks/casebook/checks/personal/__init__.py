"""Personal data in texts: what leads to a person, whatever file or page it stands in."""

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
_EVEN: dict[int, int | str | None] = {
    **{ord("０") + step: ord("0") + step for step in range(10)},
    **{ord("Ａ") + step: ord("A") + step for step in range(26)},
    **{ord("ａ") + step: ord("a") + step for step in range(26)},
    **dict(zip(map(ord, "＠．＊　－＋\u00a0"), "@.* -+ ", strict=True)),
}


def personal_data(text: str) -> Iterator[Finding]:
    """A text names no person in full and gives nothing away that leads to one."""
    even = text.translate(_EVEN) if _WIDE.search(text) else text
    if _FIGURE.search(even):
        taken = []
        for finding in numbers(even):
            taken.append((finding.start, finding.end))
            yield finding
        for finding in accounts(even):
            if (finding.start, finding.end) not in taken:
                yield finding
        yield from homes(even)
    else:
        if "@" in even or ":" in even or "_" in even:
            yield from accounts(even)
        if "号" in even or "单元" in even or "班" in even:
            yield from homes(even)
    yield from names(even)
