"""Footnotes of pages: small text under the running text, with a mark or a short rule over it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casebook.importer.readers.glyphs import Rule
from casebook.importer.readers.page_lines import Line
from casebook.importer.readers.page_paragraphs import joined

Rows = list[list[Line]]

_MARK = re.compile(r"[①-⑳*※†]|[\[〔［]?\d{1,2}[\]〕］]|\d{1,2} ?(?=[^\d.、年月日])")
_SMALLER = 0.92
"""Times the size of the body."""


def parted_from_footnotes(
    page: Rows, rules: Sequence[Rule], body_size: float
) -> tuple[Rows, list[str]]:
    """The rows of a page without its footnotes, and these."""
    first = len(page)
    while first > 0 and all(line.size <= _SMALLER * body_size for line in page[first - 1]):
        first -= 1
    if first in (0, len(page)):
        return page, []
    top = page[first][0].baseline - 1.2 * page[first][0].size
    bottom = page[first - 1][0].baseline
    if not _MARK.match(page[first][0].text) and not any(
        bottom <= rule.top <= top + 1 and rule.is_horizontal for rule in rules
    ):
        return page, []
    notes: list[str] = []
    for row in page[first:]:
        text = " ".join(line.text for line in row)
        if notes and not _MARK.match(text):
            notes[-1] = joined(notes[-1], text)
        else:
            notes.append(text)
    return page[:first], notes
