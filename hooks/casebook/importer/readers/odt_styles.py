"""OpenDocument styles: how text looks by its styles, their parents and the default styles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from casebook.importer.document import Role
from casebook.importer.readers.package import attribute, child, children, local

OUTLINE = "Outline"
"""The list style of headings."""


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks; None where nothing is said."""

    is_hidden: bool | None = None
    is_struck: bool | None = None
    is_bold: bool | None = None

    def over(self, around: Look) -> Look:
        """This look where it says something, else that of the text around."""
        return Look(
            around.is_hidden if self.is_hidden is None else self.is_hidden,
            around.is_struck if self.is_struck is None else self.is_struck,
            around.is_bold if self.is_bold is None else self.is_bold,
        )


class Styles:
    """The styles of one part: its automatic ones, and the common ones of the document."""

    def __init__(self, groups: Iterable[Element | None], depth: int) -> None:
        self._depth = depth
        self._styles: dict[tuple[str, str], Element] = {}
        self._defaults: dict[str, Element] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        self.lists: dict[str, Element] = {}
        """The list styles by name; that of the headings is named Outline."""
        for style in (one for group in groups for one in children(group)):
            match local(style):
                case "style":
                    key = attribute(style, "family"), attribute(style, "name")
                    self._styles[key] = style
                case "default-style":
                    self._defaults[attribute(style, "family")] = style
                case "list-style":
                    self.lists[attribute(style, "name")] = style
                case "outline-style":
                    self.lists[attribute(style, "name", OUTLINE)] = style
                    self.lists[OUTLINE] = style

    def look(self, family: str, name: str) -> Look:
        """How text of a style looks, of the family paragraph or text."""
        key = (family, name)
        if key not in self._looks:
            self._looks[key] = self._look(family, name)
        return self._looks[key]

    def role(self, name: str) -> Role:
        """What paragraphs of a style are, by the name that it or one of its parents has."""
        for style in self._chain("paragraph", name):
            if (said := attribute(style, "name")) in _ROLES:
                return _ROLES[said]
        return Role.PARAGRAPH

    def list_style(self, name: str) -> str | None:
        """The list style of a paragraph style; empty if it prints no numbers; None if unsaid."""
        return self._said("paragraph", name, "", "list-style-name")

    def is_shown_table(self, name: str) -> bool:
        """Whether tables of a style are shown."""
        return self._said("table", name, "table-properties", "display") != "false"

    def master_pages(self) -> set[str]:
        """The page styles that styles refer to."""
        return {attribute(style, "master-page-name") for style in self._styles.values()}

    def _look(self, family: str, name: str) -> Look:
        def said(*words: str) -> str | None:
            return self._said(family, name, "text-properties", *words)

        display, weight = said("display"), said("font-weight-asian", "font-weight")
        line = said("text-line-through-style", "text-line-through-type")
        return Look(
            None if display is None else display == "none",
            None if line is None else line != "none",
            None if weight is None else weight in _BOLD,
        )

    def _said(self, family: str, name: str, properties: str, *words: str) -> str | None:
        """The first value of one of the words in a style, its parents, or the default style.

        The words are attributes of the properties, or of the style itself if those are ''.
        """
        for style in self._chain(family, name):
            holder = child(style, properties) if properties else style
            for word in words:
                value = attribute(holder, word, _UNSAID)
                if value != _UNSAID:
                    return value
        return None

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        for _ in range(self._depth):
            style = self._styles.get((family, name))
            if style is None:
                break
            yield style
            name = attribute(style, "parent-style-name")
        if family == "paragraph" and family in self._defaults:
            yield self._defaults[family]


_UNSAID = "\0"
_BOLD = ("bold", "bolder", "600", "700", "800", "900")
_ROLES = {"Title": Role.TITLE, "Caption": Role.CAPTION, "caption": Role.CAPTION}
"""What styles with these names are; LibreOffice and WPS keep the English ones in files."""
