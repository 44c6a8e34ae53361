"""Margins of pages: running heads and feet with page numbers, told from the text of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from casebook.importer.document import Block, Role, tidy
from casebook.importer.readers.page_furniture import (
    could_be_head,
    is_bare_number,
    is_page_number,
)
from casebook.importer.readers.page_lines import Line

Rows = list[list[Line]]


@dataclass(frozen=True, slots=True)
class Rowed:
    """The lines of a page, row by row."""

    number: int
    height: float
    rows: Rows


_MARGIN = 0.12
"""The part of the height at the top and at the bottom in which furniture stands."""
_PRINTED_BY_BROWSER = re.compile(
    r"(?:https?|file)://\S+(?:\s+\d+/\d+)?"
    r"|(?:\d{4}|\d{1,2})/\d{1,2}/(?:\d{4}|\d{1,2}),?\s*(?:上午|下午)?\s*\d{1,2}:\d\d.*"
)
_CASE = re.compile("案例|案件|[案例起篇]$")


def parted_from_margins(pages: Sequence[Rowed]) -> tuple[list[Rowed], list[Block]]:
    """The pages without their running heads and feet, and these, each once.

    They are what stands alike at the same height of several pages, with the number of the page or
    without it, and a page number by itself in a margin.
    """
    seen: Counter[tuple[int, str]] = Counter()
    for page in pages:
        seen.update({_key(page, row) for row in page.rows if _is_in_margin(page, row)})
    found: dict[tuple[Role, str], Block] = {}
    bodies = []
    for page in pages:
        body: Rows = []
        for row in page.rows:
            if not _is_furniture(page, row, seen):
                body.append(row)
                continue
            role = Role.HEADER if _height(row) < page.height / 2 else Role.FOOTER
            place = "页眉" if role is Role.HEADER else "页脚"
            text = tidy(_text(row))
            if text:
                key = role, re.sub(r"\d+", "#", text)
                found.setdefault(key, Block(text, f"第{page.number}页{place}", role))
        bodies.append(Rowed(page.number, page.height, body))
    return bodies, list(found.values())


def _is_furniture(page: Rowed, row: list[Line], seen: Counter[tuple[int, str]]) -> bool:
    if not _is_in_margin(page, row):
        return False
    text = tidy(_text(row))
    is_number = is_page_number(text) or is_bare_number(text.strip("—–-－―·•~| "))
    is_alone = is_number or _PRINTED_BY_BROWSER.fullmatch(text) is not None
    return is_alone or (could_be_head(text) and seen[_key(page, row)] > 1)


def _is_in_margin(page: Rowed, row: list[Line]) -> bool:
    return not _MARGIN * page.height <= _height(row) <= (1 - _MARGIN) * page.height


def _key(page: Rowed, row: list[Line]) -> tuple[int, str]:
    """The height of a row and its text, in which the number of the page does not count."""
    text = re.sub(r"第\d+页|\d+/\d+", "#", re.sub(r"\s+", "", _text(row)))
    if not _CASE.search(text):
        text = re.sub(rf"(?<!\d){page.number}(?!\d)", "#", text)
    return round(_height(row) / 2), text


def _height(row: list[Line]) -> float:
    return row[0].baseline


def _text(row: list[Line]) -> str:
    return " ".join(line.text for line in row)
