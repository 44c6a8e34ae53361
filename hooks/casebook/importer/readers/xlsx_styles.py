"""Workbook styles: how the cells of a workbook look, and its texts with what is struck in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from casebook.importer.readers.number_formats import GENERAL, built_in
from casebook.importer.readers.package import attribute, child, children, local


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks."""

    form: str = GENERAL
    """The format of its number."""
    is_struck: bool = False
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one look; None where the cell decides."""

    text: str
    is_struck: bool | None = None
    is_bold: bool | None = None


class Looks:
    """The looks of the cells by the numbers that cells state."""

    def __init__(self, root: Element | None) -> None:
        formats = {
            attribute(one, "numFmtId"): attribute(one, "formatCode", GENERAL)
            for one in children(child(root, "numFmts"), "numFmt")
        }
        fonts = list(children(child(root, "fonts"), "font"))
        self._looks = [_look(one, formats, fonts) for one in children(child(root, "cellXfs"), "xf")]

    def of(self, number: str) -> Look:
        """The look of a number; a plain one for a number that is not defined."""
        place = whole_number(number)
        return self._looks[place] if place < len(self._looks) else Look()


def runs_of(element: Element | None) -> tuple[Run, ...]:
    """The runs of a text (`si`, `is`); the readings of characters (`rPh`) are left out."""
    return tuple(_runs(element))


def is_on(parent: Element | None, name: str) -> bool:
    """Whether a property is set in an element."""
    found = child(parent, name)
    return found is not None and attribute(found, "val", "1") not in ("0", "false")


def whole_number(text: str, otherwise: int = 0) -> int:
    """A number that is not negative; `otherwise` for anything else."""
    return int(text) if re.fullmatch("[0-9]{1,9}", text) else otherwise


def unescaped(text: str) -> str:
    """A text with its characters that XML cannot hold, as `_x000D_`, put back."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: _character(int(found[1], 16)), text)


def joined(runs: Iterable[Run]) -> str:
    """The whole text of runs."""
    return "".join(run.text for run in runs)


def _look(xf: Element, formats: dict[str, str], fonts: list[Element]) -> Look:
    number = attribute(xf, "numFmtId")
    place = whole_number(attribute(xf, "fontId"))
    font = fonts[place] if place < len(fonts) else None
    form = formats.get(number) or built_in(whole_number(number))
    return Look(form, is_on(font, "strike"), is_on(font, "b"))


def _runs(element: Element | None) -> Iterator[Run]:
    for one in children(element, "t", "r"):
        if local(one) == "t" and one.text:
            yield Run(unescaped(one.text))
        text = "".join(unescaped(piece.text or "") for piece in children(one, "t"))
        properties = child(one, "rPr")
        if text and properties is None:
            yield Run(text)
        elif text:
            yield Run(text, is_on(properties, "strike"), is_on(properties, "b"))


def _character(code: int) -> str:
    if code == ord("\r"):
        return ""
    return chr(code) if not 0xD800 <= code <= 0xDFFF else "\ufffd"
