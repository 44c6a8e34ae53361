"""Word: the lines of a `.docx` file, with automatic numbers, which its text does not contain."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from casebook.importer.line import Line, tidy

_HAN = "零一二三四五六七八九十"


def lines_of(data: bytes) -> tuple[list[Line], dict[str, str]]:
    """The lines of paragraphs and tables, and the hints; no lines for a broken file."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(BytesIO(data))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError, SyntaxError):
        return [], {}
    numbering = _Numbering(document)
    lines = []
    for paragraph in _paragraphs(document):
        text = tidy(paragraph.text)
        if text:
            lines.append(Line(numbering.before(paragraph) + text, _is_bold(paragraph)))
    hints = {"title": title} if (title := (document.core_properties.title or "").strip()) else {}
    return lines, hints


def _paragraphs(document: Any) -> Any:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                # A merged cell is repeated for each column that it spans.
                for cell in dict.fromkeys(row.cells):
                    yield from cell.paragraphs
        else:
            yield block


def _is_bold(paragraph: Any) -> bool:
    style = paragraph.style.name if paragraph.style else ""
    runs = [run for run in paragraph.runs if run.text.strip()]
    return style.startswith(("Heading", "Title")) or (bool(runs) and all(run.bold for run in runs))


class _Numbering:
    """Counts the automatic numbers of paragraphs, called in document order."""

    def __init__(self, document: Any) -> None:
        self._counts: Counter[tuple[int, int]] = Counter()
        self._levels: dict[tuple[int, int], tuple[str, str]] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        forms = {
            (int(_value(kind, "abstractNumId")), int(_value(level, "ilvl"))): (
                _value(_child(level, "numFmt"), "val"),
                _value(_child(level, "lvlText"), "val"),
            )
            for kind in _all(root, "abstractNum")
            for level in _all(kind, "lvl")
        }
        for number in _all(root, "num"):
            kind = int(_value(_child(number, "abstractNumId"), "val"))
            for (owner, level), form in forms.items():
                if owner == kind:
                    self._levels[int(_value(number, "numId")), level] = form

    def before(self, paragraph: Any) -> str:
        """The automatic number before a paragraph: empty, 一、, 案例1：, …"""
        numbered = _numbered(paragraph)
        if numbered is None or numbered.numId is None:
            return ""
        key = (numbered.numId.val, numbered.ilvl.val if numbered.ilvl is not None else 0)
        form, text = self._levels.get(key, ("", ""))
        if "%" not in text:
            return ""
        self._counts[key] += 1
        return re.sub(r"%\d", _written(self._counts[key], form), text)


def _numbered(paragraph: Any) -> Any:
    """The numbering properties of a paragraph, its style, or a base style."""
    elements, style = [paragraph._p], paragraph.style
    while style is not None:
        elements.append(style.element)
        style = style.base_style
    properties = (element.pPr for element in elements)
    return next(
        (one.numPr for one in properties if one is not None and one.numPr is not None), None
    )


def _written(number: int, form: str) -> str:
    if "hinese" not in form and "japanese" not in form:
        return str(number)
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _HAN[tens]) + "十" if tens else ""
    return head + (_HAN[ones] if ones or not tens else "")


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _all(element: Any, name: str) -> Any:
    return element.findall(f"{_W}{name}")


def _child(element: Any, name: str) -> Any:
    return element.find(f"{_W}{name}")


def _value(element: Any, name: str) -> str:
    return "" if element is None else str(element.get(f"{_W}{name}") or "")
