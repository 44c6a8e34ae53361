"""Lists of a page: the number that a browser writes before an item."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bs4.element import Tag

from casebook.importer.readers.numerals import han, written


@dataclass(slots=True)
class Numbers:
    """The numbers of a list while it is read."""

    style: str
    """The value of `list-style-type`; empty for none."""
    following: int
    step: int

    @classmethod
    def of(cls, tag: Tag, style: Mapping[str, str]) -> Numbers:
        """The numbers of a list element."""
        is_ordered = tag.name == "ol"
        kind = _TYPES.get(str(tag.get("type", "")), "decimal" if is_ordered else "disc")
        is_reversed = is_ordered and tag.has_attr("reversed")
        first = _number(tag.get("start"))
        if first is None:
            first = _count(tag) if is_reversed else 1
        return cls(_stated(style) or kind, first, -1 if is_reversed else 1)

    def label(self, tag: Tag, style: Mapping[str, str]) -> str:
        """The label of the next item; empty if only a bullet or nothing is seen."""
        stated = _number(tag.get("value"))
        number = self.following if stated is None else stated
        self.following = number + self.step
        kind = _stated(style) or _TYPES.get(str(tag.get("type", ""))) or self.style
        if quoted := re.fullmatch(r"""["'](.*)["']""", kind):
            return quoted[1]
        if kind in _BULLETS:
            return ""
        return _text(number, kind)


_TYPES = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
    "disc": "disc", "circle": "circle", "square": "square",
}  # fmt: skip
_BULLETS = frozenset(["none", "disc", "circle", "square", "disclosure-open", "disclosure-closed"])
_FORMS = {
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "decimal-leading-zero": "decimalZero",
    "cjk-heavenly-stem": "ideographTraditional", "cjk-earthly-branch": "ideographZodiac",
    "simp-chinese-formal": "chineseLegalSimplified",
    "trad-chinese-formal": "ideographLegalTraditional",
    "cjk-decimal": "ideographDigital",
}  # fmt: skip
"""The form of numbers of each style."""
_COUNTED = frozenset(["cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal"])
_CJK = re.compile("cjk-|chinese-")


def _text(number: int, kind: str) -> str:
    if kind in _COUNTED and 0 <= number <= _GREATEST:
        text = han(number)
        return (text.removeprefix("一") if 10 <= number < 20 else text) + "、"
    form = _FORMS.get(kind, "decimal")
    is_written = number > 0 and kind in _FORMS
    return (written(number, form) if is_written else str(number)) + (
        "、" if _CJK.search(kind) else "."
    )


_GREATEST = 9_999


def _stated(style: Mapping[str, str]) -> str:
    """The kind of number in a style; empty if nothing is said of it."""
    if kind := style.get("list-style-type"):
        return "" if kind in ("inherit", "initial", "unset") else kind
    for word in style.get("list-style", "").split():
        if word in _FORMS or word in _COUNTED or word in _BULLETS or word == "decimal":
            return word
    return ""


def _number(value: object) -> int | None:
    text = str(value).strip()
    return int(text) if re.fullmatch(r"[+-]?[0-9]{1,6}", text) else None


def _count(tag: Tag) -> int:
    return sum(isinstance(child, Tag) and child.name == "li" for child in tag.children)
