"""An editor's changes to a case, which are taken back afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NUMERALS = "一二三四五六七八九十"

_TITLE = re.compile(r"^title: .*$", re.MULTILINE)


def a_case(cases: Path) -> Path:
    """The file of a case from the middle of the corpus that has not been withdrawn."""
    files = sorted(cases.glob("*/[0-9]*.md"))
    standing = (
        one for one in files[len(files) // 2 :] if "withdrawn" not in one.read_text("utf-8")
    )
    return next(standing)


@contextmanager
def edited(case: Path, number: int) -> Iterator[None]:
    """The case with a further sentence, another one for each number, until the end."""
    before = case.read_text(encoding="utf-8")
    sentence = f"有关部门{NUMERALS[number % len(NUMERALS)]}次提醒公众提高防范意识。"
    case.write_text(f"{before.rstrip()}{sentence}\n", encoding="utf-8", newline="\n")
    try:
        yield
    finally:
        case.write_text(before, encoding="utf-8", newline="\n")


@contextmanager
def retitled(case: Path, number: int) -> Iterator[str]:
    """The case with another title, which is given, until the end."""
    before = case.read_text(encoding="utf-8")
    title = f"李某某等人涉嫌第{NUMERALS[number % len(NUMERALS)]}次改题案"
    case.write_text(_TITLE.sub(f"title: {title}", before, count=1), "utf-8", newline="\n")
    try:
        yield title
    finally:
        case.write_text(before, encoding="utf-8", newline="\n")
