"""Account of pages: what of them is text, and whether a file is a scan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casebook.importer.document import Unseen
from casebook.importer.readers.page_rules import Box
from casebook.importer.readers.source import Refusal, UnreadableError


@dataclass(frozen=True, slots=True)
class PageAccount:
    """Counts of a page; of characters without spaces."""

    seen: int = 0
    unknown: int = 0
    """Seen characters that their fonts do not name."""
    hidden: int = 0
    """Characters that cannot be seen."""
    struck: int = 0
    in_pictures: float = 0.0
    """The part of the page under pictures, at most 1."""
    shapes: int = 0
    """Drawn paths."""

    @property
    def is_picture(self) -> bool:
        """Whether a picture, or text made into outlines, takes the place of text."""
        is_scan = self.in_pictures >= _LEAST_OF_PICTURE and self.seen < _LEAST_TEXT
        return is_scan or (self.seen == 0 and self.shapes >= _FEWEST_SHAPES)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is on it."""
        return not (self.seen or self.hidden or self.in_pictures or self.shapes)


_LEAST_TEXT = 50
"""A scan may have fewer characters beside it: a page number, the mark of a scanning program."""
_LEAST_OF_PICTURE = 0.5
_FEWEST_SHAPES = 200
_MOST_UNKNOWN = 0.05
"""Part of the characters without names from which on a file is as good as a scan."""


def part_in_pictures(boxes: Sequence[Box], width: float, height: float) -> float:
    """How much of a page is under the boxes of pictures, at most 1; strips of a scan add up."""
    area = 0.0
    for left, top, right, bottom in boxes:
        across = min(right, width) - max(left, 0.0)
        down = min(bottom, height) - max(top, 0.0)
        area += max(across, 0.0) * max(down, 0.0)
    return min(area / max(width * height, 1.0), 1.0)


def refuse_scans(pages: Sequence[PageAccount]) -> None:
    """Raises UnreadableError if pages are blank, scans, or set in fonts that name no characters."""
    seen = sum(page.seen for page in pages)
    if all(page.is_blank for page in pages):
        raise UnreadableError(Refusal.EMPTY)
    scans = [page for page in pages if page.is_picture]
    is_scan = len(scans) == sum(not page.is_blank for page in pages)
    if not seen or is_scan or (scans and seen < _LEAST_TEXT):
        raise UnreadableError(Refusal.SCANNED)
    if sum(page.unknown for page in pages) > _MOST_UNKNOWN * seen:
        raise UnreadableError(Refusal.SCANNED)


def unseen(pages: Sequence[PageAccount], comments: int = 0) -> dict[Unseen, int]:
    """What of pages was not read, by the reason."""
    counts = {
        Unseen.HIDDEN: sum(page.hidden for page in pages),
        Unseen.STRUCK: sum(page.struck for page in pages),
        Unseen.COMMENT: comments,
    }
    return {reason: count for reason, count in counts.items() if count}
