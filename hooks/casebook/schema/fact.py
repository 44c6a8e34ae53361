"""A fact of a case: its key, title and value, and its form in every output."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any, Literal

from casebook.content.contents import Bulletin, Case
from casebook.content.model import CaseFields


@dataclass(frozen=True, slots=True)
class CaseContext:
    """A case with data that depends on the rest of the site."""

    case: Case
    root: str | None = None
    """The absolute URL of the site; None if it is not configured."""
    related: tuple[str, ...] = ()
    """The ids of the cases linked to it by `related`, in either file."""
    also_in: tuple[tuple[Bulletin, int], ...] = ()
    """The other bulletins on the site that contain it, each with its number there."""
    aliases: tuple[str, ...] = ()

    @property
    def fields(self) -> CaseFields:
        """The front matter of the case."""
        return self.case.fields

    @property
    def address(self) -> str:
        """The address of its page below the site."""
        return f"cases/{self.case.id}/"

    @property
    def url(self) -> str | None:
        """The absolute URL of its page; None without `root`."""
        return None if self.root is None else self.root + self.address


@dataclass(frozen=True, slots=True)
class FactPart:
    """A piece of the text of a fact on a page, which may be a link or a date."""

    text: str
    address: str | None = None
    """The page it links to, below the site."""
    date: str | None = None
    """The date in machine-readable form."""


@dataclass(frozen=True, slots=True)
class PageFact:
    """A line in the list of facts on the page of a case."""

    title: str
    parts: tuple[FactPart, ...]


Cell = str | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the tables; an empty title or description defaults to that of the fact."""

    cell: Callable[[Any], Cell] = lambda value: value
    """Makes the cell from the value of the fact, which is never None here."""
    title: str = ""
    description: str = ""


SearchField = Literal["title", "facts", "summary", "text", "unseen"]
"""The field of a search document that a text goes into: `facts` above the title of a result, `text`
after its paragraphs; `unseen` are other spellings, which are indexed only."""

FactTexts = Callable[[CaseContext], Iterable[str]]
FactLines = Callable[[CaseContext], Iterable[PageFact]]


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of `FACTS`: a fact, the front matter fields it uses, and its form in each output.

    No output has a default, so that none is omitted by accident.
    """

    key: str
    title: str
    """Empty if its type in the data interface has title and description."""
    description: str
    value: Callable[[CaseContext], Any]
    _: KW_ONLY
    fields: tuple[str, ...]
    """The front matter fields it is made from, those of nested models after a dot."""
    api: Any
    """The type of its value in the data interface; None if it is not part of it."""
    columns: Sequence[Column]
    page: FactLines | None
    search: Mapping[SearchField, FactTexts]
    for_withdrawn: bool = False
    """Whether the tables contain it for withdrawn cases, too."""

    @property
    def headings(self) -> tuple[tuple[str, str], ...]:
        """The titles and descriptions of its columns."""
        return tuple(
            (column.title or self.title, column.description or self.description)
            for column in self.columns
        )

    def cells(self, context: CaseContext) -> Iterable[Cell]:
        """Its cells in the row of a case, each None if there is no value."""
        if context.case.is_withdrawn and not self.for_withdrawn:
            return (None,) * len(self.columns)
        value = self.value(context)
        return (None if value is None else column.cell(value) for column in self.columns)


def api_fact(*about: Any, fields: tuple[str, ...], api: Any) -> Fact:
    """A fact that only the data interface has: key, title, description and value."""
    return Fact(*about, fields=fields, api=api, columns=[], page=None, search={})


def plain_fact(field: str, title: str, description: str, kind: Any, text: str = "{}") -> Fact:
    """A fact that is the value of one field in every output; `text` formats it for people."""

    def value(context: CaseContext) -> Any:
        return getattr(context.fields, field)

    def texts(context: CaseContext) -> list[str]:
        found = value(context)
        return [] if found is None else [text.format(found)]

    return Fact(
        *(field, title, description, value),
        fields=(field,),
        api=kind,
        columns=[Column()],
        page=lambda context: [PageFact(title, (FactPart(one),)) for one in texts(context)],
        search={"text": texts},
    )
