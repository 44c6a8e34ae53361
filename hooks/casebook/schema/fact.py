"""A fact of a case: its key, title and value, and where it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any, Literal

from casebook.content.contents import Bulletin, Case
from casebook.content.model import CaseFields


@dataclass(frozen=True, slots=True)
class CaseContext:
    """A case, with what only its site knows of it."""

    case: Case
    root: str | None = None
    """The whole address of the site; None where it is not known."""
    related: tuple[str, ...] = ()
    """The ids of the cases that editors related to it, in either file."""
    also_in: tuple[tuple[Bulletin, int], ...] = ()
    """The other bulletins on the site that carry it, with its number there."""
    former_ids: tuple[str, ...] = ()

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
        """The whole address of its page."""
        return None if self.root is None else self.root + self.address


@dataclass(frozen=True, slots=True)
class FactPart:
    """A piece of what a page shows of a fact: a text, which may be a link or a date."""

    text: str
    address: str | None = None
    """The page it leads to, below the site."""
    date: str | None = None
    """The date it names, for programs."""


@dataclass(frozen=True, slots=True)
class PageFact:
    """A line in the list of facts on the page of a case."""

    title: str
    parts: tuple[FactPart, ...]


Cell = str | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the tables; its title and description are the fact's where it has none."""

    cell: Callable[[Any], Cell] = lambda value: value
    """The cell from the value of the fact, which is never None here."""
    title: str = ""
    description: str = ""


SearchPlace = Literal["title", "facts", "summary", "text", "unseen"]
"""Where the search has a text: `facts` above a result, `text` below its paragraphs; `unseen` are
other writings, which no result shows."""

FactTexts = Callable[[CaseContext], Iterable[str]]
FactLines = Callable[[CaseContext], Iterable[PageFact]]


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the table: a fact, the fields it draws, and every place where it shows.

    No place has a default, so that nothing is left out of one without being seen.
    """

    key: str
    title: str
    """Empty where its type in the data interface brings title and description."""
    description: str
    value: Callable[[CaseContext], Any]
    _: KW_ONLY
    fields: tuple[str, ...]
    """The fields of the front matter that it tells, those of nested models after a dot."""
    api: Any
    """The type of its value in the data interface; None where it is not there."""
    columns: Sequence[Column]
    page: FactLines | None
    search: Mapping[SearchPlace, FactTexts]
    tells_withdrawal: bool = False
    """Whether the tables have it of a withdrawn case, too."""

    @property
    def heads(self) -> tuple[tuple[str, str], ...]:
        """The titles and descriptions of its columns."""
        return tuple(
            (column.title or self.title, column.description or self.description)
            for column in self.columns
        )

    def cells(self, context: CaseContext) -> Iterable[Cell]:
        """Its cells in the line of a case, empty where there is nothing to tell."""
        if context.case.is_withdrawn and not self.tells_withdrawal:
            return (None,) * len(self.columns)
        value = self.value(context)
        return (None if value is None else column.cell(value) for column in self.columns)


def plain_fact(field: str, title: str, description: str, kind: Any, text: str = "{}") -> Fact:
    """A fact that shows everywhere as its field has it; `text` is what people read of it."""

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
