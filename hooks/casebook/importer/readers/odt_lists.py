"""OpenDocument lists: the automatic numbers of list items and headings, as they are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from casebook.importer.readers.numerals import written
from casebook.importer.readers.odt_styles import OUTLINE, Styles
from casebook.importer.readers.package import attribute, child, children, local

Counts = dict[int, int]
"""The number that was printed last at each level of a list."""


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a list: its style, its level from 1, and the numbers so far."""

    style: str
    level: int
    counts: Counts


@dataclass(slots=True)
class Lists:
    """The lists of a part, passed in the order of the text."""

    styles: Styles
    _by_name: dict[str, Counts] = field(default_factory=dict)
    """The numbers of lists by their identifiers."""
    _last_of_style: dict[str, Counts] = field(default_factory=dict)
    _headings: Counts = field(default_factory=dict)

    def enter(self, element: Element, around: Position | None) -> Position:
        """Enters a `text:list`, which may continue another one, within a list around it if any."""
        style = attribute(element, "style-name") or (around.style if around else "")
        style = style or self._style_within(element)
        if around:
            return Position(style, around.level + 1, around.counts)
        counts = self._by_name.get(attribute(element, "continue-list"))
        if style == OUTLINE:
            counts = self._headings
        if counts is None and attribute(element, "continue-numbering") == "true":
            counts = self._last_of_style.get(style)
        if counts is None:
            counts = {}
        self._last_of_style[style] = counts
        if name := attribute(element, "id"):
            self._by_name[name] = counts
        return Position(style, 1, counts)

    def enter_paragraph(self, element: Element) -> Position:
        """Enters a `text:numbered-paragraph`, which names its list."""
        counts = self._by_name.setdefault(attribute(element, "list-id"), {})
        style = attribute(element, "style-name") or self._style_within(element)
        return Position(style, max(_whole(attribute(element, "level"), 1), 1), counts)

    def label(self, position: Position, start: str) -> str:
        """Counts an item and gives its number; `start` is the number that it states, if any."""
        self._count(position.style, position.level, position.counts, start)
        return self._written(position.style, position.level, position.counts)

    def heading_label(self, heading: Element) -> str:
        """Counts a heading that stands in no list and gives its number, if headings have any."""
        level = max(_whole(attribute(heading, "outline-level"), 1), 1)
        if attribute(heading, "is-list-header") == "true" or self._level(OUTLINE, level) is None:
            return ""
        if attribute(heading, "restart-numbering") == "true":
            self._headings.pop(level, None)
        self._count(OUTLINE, level, self._headings, attribute(heading, "start-value"))
        return self._written(OUTLINE, level, self._headings)

    def _style_within(self, element: Element) -> str:
        """The list style by the style of the first paragraph, if the list itself has none."""
        waiting = [element]
        for _ in range(_NEAREST):
            if not waiting:
                break
            one = waiting.pop()
            if local(one) in ("p", "h"):
                return self.styles.list_style(attribute(one, "style-name")) or ""
            waiting.extend(reversed(one))
        return ""

    def _count(self, style: str, level: int, counts: Counts, start: str) -> None:
        if start:
            counts[level] = _whole(start, 1)
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = self._start(style, level)
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]

    def _start(self, style: str, level: int) -> int:
        return _whole(attribute(self._level(style, level), "start-value"), 1)

    def _level(self, style: str, level: int) -> Element | None:
        for one in children(self.styles.lists.get(style)):
            if attribute(one, "level") == str(level):
                return one
        return None

    def _written(self, style: str, level: int, counts: Counts) -> str:
        """The number at a level with its prefix and suffix; empty for a sign in front of items."""
        said = self._level(style, level)
        if said is None or not attribute(said, "num-format"):
            return ""

        def number(of: int) -> str:
            form = attribute(self._level(style, of), "num-format")
            return _in_form(counts.get(of, self._start(style, of)), form) if form else ""

        if pattern := attribute(said, "num-list-format"):
            text = re.sub(r"%([0-9]{1,2})%", lambda found: number(int(found[1])), pattern)
        else:
            shown = min(max(_whole(attribute(said, "display-levels"), 1), 1), level)
            numbers = [number(of) for of in range(level - shown + 1, level + 1)]
            text = (
                attribute(said, "num-prefix")
                + ".".join(one for one in numbers if one)
                + attribute(said, "num-suffix")
            )
        alignment = child(said, "list-level-properties", "list-level-label-alignment")
        return text + (" " if attribute(alignment, "label-followed-by") == "space" else "")


def _in_form(number: int, form: str) -> str:
    """A number in the form that a sample of numbers shows, as `一, 二, 三, ...`."""
    return written(number, _FORMS.get(form.partition(",")[0].strip(), "decimal"))


def _whole(text: str, otherwise: int) -> int:
    return int(text) if re.fullmatch("-?[0-9]{1,8}", text) else otherwise


_NEAREST = 100
"""Elements among which the first paragraph of a list is looked for."""
_FORMS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "一": "chineseCounting", "壹": "chineseLegalSimplified", "壱": "ideographLegalTraditional",
    "甲": "ideographTraditional", "子": "ideographZodiac", "①": "decimalEnclosedCircle",
    "１": "decimalFullWidth", "01": "decimalZero", "〇": "ideographDigital", "1st": "ordinal",
    "⑴": "decimalEnclosedParen", "⒈": "decimalEnclosedFullstop",
}  # fmt: skip
"""The form of each sample by its first number; as `written` names it."""
