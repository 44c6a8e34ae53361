"""Roles of paragraphs on pages: the title and the headings, by their size and weight."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casebook.importer.document import Role
from casebook.importer.readers.page_paragraphs import LARGER, Paragraph
from casebook.importer.readers.page_setting import Setting

_LONGEST_HEADING = 60
_DOCUMENT_NUMBER = re.compile(r"〔\d{4}〕.{0,6}号$")


def roles(found: Sequence[Paragraph], setting: Setting) -> list[Role]:
    """The role of each paragraph of a file: title, heading or paragraph."""
    titles = _titles(found, setting)
    is_telling = not is_mostly_bold(found)
    return [
        Role.TITLE if number in titles else _role(paragraph, setting, is_telling)
        for number, paragraph in enumerate(found)
    ]


def is_mostly_bold(found: Sequence[Paragraph]) -> bool:
    """Whether a file is set in a bold font, so that being bold says nothing."""
    bold = sum(len(one.text) for one in found if one.is_bold)
    return 2 * bold > sum(len(one.text) for one in found)


def _role(paragraph: Paragraph, setting: Setting, is_telling: bool) -> Role:
    is_short = len(paragraph.text) <= _LONGEST_HEADING and paragraph.text[-1] not in "。；，"
    is_larger = paragraph.size >= LARGER * setting.body_size
    stands_out = is_larger or (paragraph.is_bold and is_telling)
    return Role.HEADING if is_short and stands_out else Role.PARAGRAPH


def _titles(found: Sequence[Paragraph], setting: Setting) -> range:
    """The numbers of the largest paragraphs in a row on the first page, but no letterhead."""
    numbers = [
        number
        for number, paragraph in enumerate(found)
        if paragraph.page == found[0].page
        and paragraph.size >= LARGER * setting.body_size
        and not _is_letterhead(found, number)
    ]
    if not numbers:
        return range(0)
    largest = max(found[number].size for number in numbers)
    first = next(number for number in numbers if found[number].size > 0.98 * largest)
    end = first + 1
    while end in numbers and found[end].size > 0.98 * largest:
        end += 1
    return range(first, end)


def _is_letterhead(found: Sequence[Paragraph], number: int) -> bool:
    """Whether a paragraph names the issuer over the number of an official document."""
    below = found[number + 1].text if number + 1 < len(found) else ""
    text = re.sub(r"\s", "", found[number].text)
    return text.endswith("文件") or _DOCUMENT_NUMBER.search(re.sub(r"\s", "", below)) is not None
