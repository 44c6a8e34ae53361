"""A page before rendering: its address, its template and the template values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from casebook.content.contents import Content
from casebook.content.model import BulletinFields
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
"""The manifest of the search index, which names its other files; it is written last of them."""

NOT_FOUND_PAGE = "404.html"
"""The page for unknown addresses, and its template."""

ABOUT, TIPS, VERIFY = "about.md", "tips.md", "verify.md"
"""The uris of optional pages that other pages link to."""


File = tuple[str, bytes]
"""The address of a file below the site, and its content."""


def address_of(uri: str) -> str:
    """The address of a Markdown file below the site; empty for the home page."""
    path = uri.removesuffix(".md")
    if path == "index" or path.endswith("/index"):
        return path.removesuffix("index")
    return f"{path}/"


@dataclass(frozen=True, slots=True)
class ColumnMeta:
    """The column meta tags of a list after 《政府网站发展指引》."""

    type: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """The meta tags after 《政府网站发展指引》 and the linked data of a text with a source."""

    published: datetime | None
    """When this site published it, if known."""
    source: str
    """The name of the place of publication, as shown to readers."""
    bulletin: BulletinFields | None = None
    """The bulletin it is based on."""
    modified: date | None = None
    """The day of the last correction or update."""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A Markdown text and the file to which its links are relative."""

    text: str
    uri: str
    """The path of the file in the tree of Markdown files."""


class LazyView(Mapping[str, Any]):
    """Template values computed on first access.

    A preview renders few pages, and a build renders them in parallel workers. Computing the views
    of all cases up front takes two thirds of the time of building the Site, measured.
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
    """A page of the site before rendering."""

    address: str
    """Below the site, with a slash at the end; empty for the home page."""
    template: str
    title: str
    summary: str
    breadcrumbs: tuple[Key, ...] = ()
    """The pages above it, from the home page."""
    content: Content | None = None
    """The parsed Markdown file it shows, if there is one."""
    body: str = ""
    """The Markdown of its text."""
    shared: Passage | None = None
    """A second text, which many pages share; rendered once."""
    view: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """The template values of this page."""
    column: ColumnMeta | None = None
    article: Article | None = None
    canonical: str | None = None
    """The canonical address, where that is not its own."""
    picture: str = SITE_PICTURE
    """The address of the preview picture of a shared link."""
    feed: str | None = None
    """The address of the folder whose feed it links beside the site's."""
    is_lasting: bool = True
    """Whether its address is permanent; the further pages of a list are not, for their content
    changes with every case."""

    @property
    def file(self) -> str:
        """The path of its file below the site."""
        return f"{self.address}index.html"

    @property
    def texts(self) -> tuple[Passage, ...]:
        """The Markdown texts that its content is rendered from."""
        own = Passage(self.body, self.uri)
        return (own, self.shared) if self.shared else (own,)

    @property
    def uri(self) -> str:
        """Its path in the tree of Markdown files."""
        if self.content is not None:
            return self.content.uri
        path = self.address.removesuffix("/")
        return f"{path}.md" if "/" in path else f"{path}/index.md"
