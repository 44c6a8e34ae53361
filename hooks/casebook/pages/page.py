"""A page: where it stands, which template draws it and what the template is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from casebook.content.library import Content
from casebook.pages import texts
from casebook.pages.taxonomy import Key

HOME = Key("", texts.HOME)
CASES = Key("cases/", texts.CASES)
BULLETINS = Key("cases/bulletins/", texts.ALL_BULLETINS)
EVENTS = Key("events/", texts.EVENTS)


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page of the site, drawn by nobody yet."""

    address: str
    """Below the site, with a slash at the end; empty for the home page."""
    template: str
    title: str
    summary: str
    trail: tuple[Key, ...] = ()
    """The way to it, from the home page."""
    content: Content | None = None
    """The Markdown file it shows, if there is one."""
    body: str = ""
    """The Markdown of its text."""
    view: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """What its template shows beside the text."""
    is_searched: bool = False
    """Whether readers find it by its text; lists only repeat what cases say."""

    @property
    def uri(self) -> str:
        """Its path in the tree of Markdown files."""
        if self.content is not None:
            return self.content.uri
        path = self.address.removesuffix("/")
        return f"{path}.md" if "/" in path else f"{path}/index.md"
