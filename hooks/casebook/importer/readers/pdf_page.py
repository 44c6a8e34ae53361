"""Page of a PDF: its text as shown, and what of it cannot be seen or is struck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pypdfium2

from casebook.importer.document import characters
from casebook.importer.readers.glyphs import UNKNOWN, Page, is_wide
from casebook.importer.readers.page_account import PageAccount, part_in_pictures
from casebook.importer.readers.page_turns import Printed, upright_page
from casebook.importer.readers.pdf_characters import Character, Characters
from casebook.importer.readers.pdf_objects import Matrix, PlacedPicture, page_objects
from casebook.importer.readers.pdf_sight import Sight
from casebook.importer.readers.source import Limits, Refusal, UnreadableError


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page, its pictures, and what of it is not read."""

    page: Page
    pictures: tuple[PlacedPicture, ...]
    account: PageAccount


def pdf_page(page: pypdfium2.PdfPage, number: int, limits: Limits) -> PdfPage:
    """What is printed on a page, and what of its text cannot be seen or is struck.

    Raises UnreadableError for more characters or objects than the limits allow.
    """
    width, height = page.get_width(), page.get_height()
    shown = _shown(page)
    objects = page_objects(page.raw, shown, limits)
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count > limits.page_characters:
            raise UnreadableError(Refusal.TOO_LONG)
        found = list(Characters(text_page.raw, count, shown))
    finally:
        text_page.close()
    seen, hidden = _parted_by_sight(page, found, objects.texts)
    # What cannot be seen leaves no gap in its line.
    printed = [*seen, *(replace(one, text="") for one in hidden)]
    upright, struck = upright_page(number, (width, height), printed, objects.rules)
    account = PageAccount(
        characters(one.text for one in seen),
        sum(one.text == UNKNOWN for one in seen),
        characters(one.text for one in hidden),
        struck,
        part_in_pictures([picture.box for picture in objects.pictures], width, height),
        objects.shapes,
    )
    return PdfPage(upright, tuple(objects.pictures), account)


def _shown(page: pypdfium2.PdfPage) -> Matrix:
    """From the coordinates of a page to the page as shown: cropped and turned, from the top."""
    left, bottom, right, top = page.get_bbox()
    turns: dict[int, Matrix] = {
        0: (1.0, 0.0, 0.0, -1.0, -left, top),
        90: (0.0, 1.0, 1.0, 0.0, -bottom, -left),
        180: (-1.0, 0.0, 0.0, 1.0, right, -bottom),
        270: (0.0, -1.0, -1.0, 0.0, top, right),
    }
    return turns[page.get_rotation()]


def _parted_by_sight(
    page: pypdfium2.PdfPage, found: Sequence[Character], texts: Sequence[object]
) -> tuple[list[Printed], list[Printed]]:
    if not any(one.printed.text.strip() for one in found):
        return [], []
    sight = Sight(page, texts)
    shown = [one.font.is_drawn and sight.shows(one.ink) for one in found]
    fonts = {_part_of_font(one) for one, is_shown in zip(found, shown, strict=True) if is_shown}
    seen: list[Printed] = []
    hidden: list[Printed] = []
    for one, is_shown in zip(found, shown, strict=True):
        is_blank = not one.printed.text.strip()
        is_seen = is_blank or is_shown or (_lacks_font(one, fonts) and _could_show(one, sight))
        (seen if is_seen else hidden).append(one.printed)
    return seen, hidden


def _part_of_font(one: Character) -> tuple[int, bool]:
    """The font of a character; a machine may have the Latin part of it and not the Chinese."""
    return one.font.key, is_wide(one.printed.text)


def _lacks_font(one: Character, fonts: set[tuple[int, bool]]) -> bool:
    """Whether the machine has no font for a character, of which a file has only the name."""
    return one.font.is_drawn and not one.font.is_embedded and _part_of_font(one) not in fonts


def _could_show(one: Character, sight: Sight) -> bool:
    return sight.could_show(one.ink, one.font.grey)
