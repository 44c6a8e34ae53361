"""A page: where it stands, which template draws it and what the template is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from casebook.content.contents import Content
from casebook.pages.share_picture import SITE_PICTURE
from casebook.schema.term_keys import Key
from casebook.texts import pages as texts

HOME = Key("", texts.HOME)
CASES = Key("cases/", texts.CASES)
BULLETINS = Key("cases/bulletins/", texts.ALL_BULLETINS)
EVENTS = Key("events/", texts.EVENTS)
STATISTICS = Key("statistics/", texts.STATISTICS)
QUIZ = Key("quiz/", texts.QUIZ)
POSTERS = Key("posters/", texts.POSTERS)
SEARCH = Key("search/", texts.SEARCH)
SITE_MAP = Key("sitemap/", texts.SITE_MAP)
CORRECTIONS = Key("corrections/", texts.CORRECTED)
PROBLEMS = Key("problems/", texts.PROBLEMS)

SEARCH_INDEX = f"{SEARCH.address}index.json"
"""Where the file is that names the others of the search index; it is written last of them."""

NOT_FOUND_PAGE = "404.html"
"""The page for unknown addresses, and its template."""

ABOUT, TIPS, VERIFY = "about.md", "tips.md", "verify.md"
"""The uris of pages that others lead to, where they are there."""


File = tuple[str, bytes]
"""The address of a file below the site, and its content."""


def address_of(uri: str) -> str:
    """The address of a Markdown file below the site; empty for the home page."""
    path = uri.removesuffix(".md")
    if path == "index" or path.endswith("/index"):
        return path.removesuffix("index")
    return f"{path}/"


@dataclass(frozen=True, slots=True)
class Column:
    """What the meta tags of 《政府网站发展指引》 say of a list."""

    type: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """What the meta tags of 《政府网站发展指引》 and linked data say of a text with a source."""

    published: date
    """The day the source published it."""
    source: str
    """Where it was published, as readers are told."""
    organisation: str | None = None
    """Who published it, where that is known."""
    modified: date | None = None
    """The day of the last correction, or of the last later step that this site tells of."""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A Markdown text from a file, whose links lead from there."""

    text: str
    uri: str
    """The file's place in the tree of pages."""


class LazyView(Mapping[str, Any]):
    """A view that is made when somebody first looks at it.

    A preview never looks at most pages; a build looks at them with all hands. Making the views of
    all cases at once takes two thirds of the time in which a site is put together, measured.
    """

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Mapping[str, Any]]) -> None:
        self._make = make
        self._made: Mapping[str, Any] | None = None

    def _view(self) -> Mapping[str, Any]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __getitem__(self, name: str) -> Any:
        return self._view()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._view())

    def __len__(self) -> int:
        return len(self._view())


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
    shared: Passage | None = None
    """A second text, which many pages share."""
    view: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """What its template shows beside the text."""
    column: Column | None = None
    article: Article | None = None
    canonical: str | None = None
    """The address that stands for it, where that is not its own."""
    picture: str = SITE_PICTURE
    """The address of the picture that a shared link shows."""
    feed: str | None = None
    """The address of the folder whose feed it offers beside the site's."""
    is_lasting: bool = True
    """Whether its address must be answered for ever: what a further page of a list holds changes
    with every case."""

    @property
    def file(self) -> str:
        """The file that stands at its address."""
        return f"{self.address}index.html"

    @property
    def texts(self) -> tuple[Passage, ...]:
        """What its text consists of."""
        own = Passage(self.body, self.uri)
        return (own, self.shared) if self.shared else (own,)

    @property
    def uri(self) -> str:
        """Its path in the tree of Markdown files."""
        if self.content is not None:
            return self.content.uri
        path = self.address.removesuffix("/")
        return f"{path}.md" if "/" in path else f"{path}/index.md"
