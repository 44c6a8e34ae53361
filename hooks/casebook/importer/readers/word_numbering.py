"""Numbering of Word: the automatic numbers of lists, which the text does not contain.

python-docx gives no numbers; other libraries printed at most 9 of 27 in a trial.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from casebook.importer.readers.numerals import written
from casebook.importer.readers.package import attribute, child, children
from casebook.importer.readers.word_styles import Styles, is_on, whole_number

LEVELS = 9
"""The levels of a list."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a list puts before a paragraph."""

    text: str
    """The number as printed, as 案例一：; empty for a bullet."""
    suffix: str = ""
    """What stands between it and the text: tab, space or nothing."""


class Numbering:
    """Counts the paragraphs of lists; to be asked once for each paragraph, in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        lists = {attribute(one, "abstractNumId"): one for one in children(root, "abstractNum")}
        self._levels = {name: _levels(one) for name, one in lists.items()}
        self._list_of: dict[str, str] = {}
        self._overrides: dict[str, dict[int, Element]] = {}
        for one in children(root, "num"):
            number = attribute(one, "numId")
            self._list_of[number] = attribute(child(one, "abstractNumId"), "val")
            self._overrides[number] = _levels(one, "lvlOverride")
        self._follow_links(lists)
        self._level_of_style = {
            attribute(child(level, "pStyle"), "val"): depth
            for levels in self._levels.values()
            for depth, level in levels.items()
        }
        self._places: dict[str, tuple[str, str]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def label(self, properties: Element | None, style: str) -> Label | None:
        """What stands before a paragraph with these properties; None if it is in no list."""
        number, depth = self._place(properties, style)
        level = self._level(number, depth)
        if level is None:
            return None
        self._count(number, depth)
        suffix = attribute(child(level, "suff"), "val", "tab")
        if is_on(child(level, "rPr", "vanish")):
            return Label("")
        return Label(self._text(number, depth, level), suffix)

    def _follow_links(self, lists: dict[str, Element]) -> None:
        """Leads a list that only names a list style to the list that defines the style."""
        defining = {attribute(child(one, "styleLink"), "val"): name for name, one in lists.items()}
        for number, name in list(self._list_of.items()):
            link = attribute(child(lists.get(name), "numStyleLink"), "val")
            if not link:
                continue
            of_style = next(
                (child(one, "pPr", "numPr", "numId") for one in self._styles.chain(link)), None
            )
            by_style = self._list_of.get(attribute(of_style, "val"), name)
            self._list_of[number] = defining.get(link, by_style)

    def _place(self, properties: Element | None, style: str) -> tuple[str, int]:
        """The number and the level of a paragraph, by itself or by its styles."""
        own = child(properties, "numPr")
        number = attribute(child(own, "numId"), "val")
        depth = attribute(child(own, "ilvl"), "val")
        if not number:
            if style not in self._places:
                self._places[style] = self._place_of_style(style)
            number, depth_of_style = self._places[style]
            depth = depth or depth_of_style
        return number, whole_number(depth, 0)

    def _place_of_style(self, style: str) -> tuple[str, str]:
        number = depth = ""
        for one in self._styles.chain(style):
            stated = child(one, "pPr", "numPr")
            depth = depth or attribute(child(stated, "ilvl"), "val")
            number = attribute(child(stated, "numId"), "val")
            if stated is not None and not depth:
                depth = str(self._level_of_style.get(attribute(one, "styleId"), ""))
            if number:
                break
        return number, depth

    def _level(self, number: str, depth: int) -> Element | None:
        if number not in self._list_of:
            return None
        override = child(self._overrides.get(number, {}).get(depth), "lvl")
        if override is not None:
            return override
        return self._levels.get(self._list_of[number], {}).get(depth)

    def _count(self, number: str, depth: int) -> None:
        counts = self._counts.setdefault(self._list_of[number], {})
        for overridden, override in self._overrides[number].items():
            if child(override, "startOverride") is not None:
                if (number, overridden) not in self._started:
                    counts.pop(overridden, None)
                self._started.add((number, overridden))
        counts[depth] = counts[depth] + 1 if depth in counts else self._start(number, depth)
        for deeper in [one for one in counts if one > depth]:
            restart = attribute(child(self._level(number, deeper), "lvlRestart"), "val")
            if depth < whole_number(restart, LEVELS):
                counts.pop(deeper)

    def _start(self, number: str, depth: int) -> int:
        override = child(self._overrides.get(number, {}).get(depth), "startOverride")
        start = child(self._level(number, depth), "start")
        return whole_number(attribute(override if override is not None else start, "val"), 1)

    def _text(self, number: str, depth: int, level: Element) -> str:
        pattern = attribute(child(level, "lvlText"), "val")
        if _form(level)[0] == "bullet" and not re.search("[\u4e00-\u9fff]", pattern):
            return ""
        counts = self._counts[self._list_of[number]]
        is_legal = is_on(child(level, "isLgl"))

        def print_level(found: re.Match[str]) -> str:
            named = int(found[1]) - 1
            form, width = _form(self._level(number, named))
            if is_legal and named != depth and form not in ("none", "bullet"):
                form = "decimal"
            return written(counts.get(named, self._start(number, named)), form).zfill(width)

        return re.sub("[\ue000-\uf8ff]", "", re.sub("%([1-9])", print_level, pattern))


def _levels(element: Element, name: str = "lvl") -> dict[int, Element]:
    found = {whole_number(attribute(one, "ilvl"), -1): one for one in children(element, name)}
    return {depth: one for depth, one in found.items() if 0 <= depth < LEVELS}


def _form(level: Element | None) -> tuple[str, int]:
    """The form of the numbers of a level, and the digits that they are filled up to."""
    form = child(level, "numFmt")
    if form is None:
        for choice in ("Choice", "Fallback"):
            form = form if form is not None else child(level, "AlternateContent", choice, "numFmt")
    name = attribute(form, "val", "decimal")
    if name != "custom":
        return name, 0
    example = re.match("0*1", attribute(form, "format").partition(",")[0].strip())
    return "decimal", min(len(example[0]), LEVELS) if example else 0
