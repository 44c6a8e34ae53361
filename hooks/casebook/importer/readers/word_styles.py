"""Styles of Word: whether a run is hidden, struck or bold, and what a paragraph is by its style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from casebook.importer.document import Role, Unseen
from casebook.importer.readers.package import attribute, child, children, local


@dataclass(frozen=True, slots=True)
class Look:
    """How a run appears, as far as reading depends on it."""

    unseen: Unseen | None
    """Why it is not read; None if it is."""
    is_bold: bool


class Styles:
    """The styles of a document, from its part `styles`; none if there is no such part."""

    def __init__(self, root: Element | None, depth: int) -> None:
        self._depth = depth
        self._styles = {attribute(one, "styleId"): one for one in children(root, "style")}
        self._bases = {
            style: attribute(child(one, "basedOn"), "val") for style, one in self._styles.items()
        }
        self._defaults = child(root, "docDefaults", "rPrDefault", "rPr")
        self._known: dict[tuple[str, str], dict[str, bool]] = {}
        self._nearest_known: dict[tuple[str, str], bool | None] = {}
        self._roles: dict[str, Role] = {}
        self._default = next(
            (
                identifier
                for identifier, one in self._styles.items()
                if attribute(one, "type") == "paragraph" and is_true(attribute(one, "default", "0"))
            ),
            "",
        )

    def chain(self, style: str) -> Iterator[Element]:
        """A style and those that it is based on, the nearest first, down to a depth."""
        for _ in range(self._depth):
            if style not in self._styles:
                return
            yield self._styles[style]
            style = self._bases[style]

    def of_paragraph(self, properties: Element | None) -> str:
        """The style of a paragraph with these properties."""
        style = attribute(child(properties, "pStyle"), "val")
        return style if style in self._styles else self._default

    def look(self, run_properties: Element | None, paragraph_style: str) -> Look:
        """How a run with these properties appears in a paragraph of a style."""
        own = {local(one): one for one in children(run_properties)}
        inherited = self._inherited(paragraph_style, attribute(own.get("rStyle"), "val"))

        def has(name: str) -> bool:
            return is_on(own[name]) if name in own else inherited[name]

        unseen = None
        if has("vanish"):
            unseen = Unseen.HIDDEN
        elif has("strike") or has("dstrike") or attribute(run_properties, "strike") in _STRUCK:
            unseen = Unseen.STRUCK
        return Look(unseen, has("b"))

    def role(self, style: str, properties: Element | None) -> Role:
        """What a paragraph is by its style and its outline level: TITLE, HEADING, CAPTION."""
        if style not in self._roles:
            self._roles[style] = self._role(style)
        role = self._roles[style]
        level = attribute(child(properties, "outlineLvl"), "val")
        if not level or role in (Role.TITLE, Role.CAPTION):
            return role
        return Role.HEADING if re.fullmatch("[0-8]", level) else Role.PARAGRAPH

    def _role(self, style: str) -> Role:
        level = ""
        for one in self.chain(style):
            name = attribute(child(one, "name"), "val").strip().lower()
            if re.fullmatch(r"title|标题", name):
                return Role.TITLE
            if re.fullmatch(r"caption|题注", name):
                return Role.CAPTION
            level = level or attribute(child(one, "pPr", "outlineLvl"), "val")
            if re.fullmatch(r"(?:heading|标题) ?[1-9]", name):
                return Role.PARAGRAPH if level == "9" else Role.HEADING
        return Role.HEADING if re.fullmatch("[0-8]", level) else Role.PARAGRAPH

    def _inherited(self, paragraph_style: str, run_style: str) -> dict[str, bool]:
        key = (paragraph_style, run_style)
        if key not in self._known:
            self._known[key] = {
                name: self._by_styles(name, paragraph_style, run_style)
                for name in ("vanish", "strike", "dstrike", "b")
            }
        return self._known[key]

    def _by_styles(self, name: str, paragraph_style: str, run_style: str) -> bool:
        """A property by both styles. Word reverses one that stands in both, but for dstrike."""
        of_paragraph = self._nearest(name, paragraph_style)
        of_run = self._nearest(name, run_style)
        by_default = is_on(child(self._defaults, name))
        if name == "dstrike":
            nearest = of_paragraph if of_run is None else of_run
            return by_default if nearest is None else nearest
        return by_default or bool(of_paragraph) != bool(of_run)

    def _nearest(self, name: str, style: str) -> bool | None:
        passed, nearest = [], None
        for one in self.chain(style):
            key = (attribute(one, "styleId"), name)
            if key in self._nearest_known:
                nearest = self._nearest_known[key]
                break
            passed.append(key)
            stated = child(one, "rPr", name)
            if stated is not None:
                nearest = is_on(stated)
                break
        self._nearest_known.update(dict.fromkeys(passed, nearest))
        return nearest


_STRUCK = ("sngStrike", "dblStrike")
"""How drawings say that a run is struck."""


def is_on(element: Element | None) -> bool:
    """Whether a property of yes or no is there and not turned off."""
    return element is not None and is_true(attribute(element, "val", "1"))


def is_true(value: str) -> bool:
    """Whether a value of yes or no is yes."""
    return value.strip().lower() not in ("0", "false", "off", "none")


def whole_number(value: str, otherwise: int) -> int:
    """A value as a whole number; `otherwise` if it is none, or none that a document has."""
    return int(value) if re.fullmatch(r"-?[0-9]{1,9}", value) else otherwise
