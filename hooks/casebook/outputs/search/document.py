"""Search documents: the indexed texts of a case, and the data of its search result."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from casebook.content.contents import Case
from casebook.pages.paragraphs import paragraphs
from casebook.schema.fact import CaseContext, SearchField
from casebook.schema.facts import SEARCHED


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """The texts of a case in the search index."""

    id: str
    title: str
    facts: tuple[str, ...]
    """The facts above the title in lists and results."""
    summary: str
    text: tuple[str, ...]
    """The paragraphs, then the other texts of the case's page."""
    unseen: tuple[str, ...]
    """Other spellings of facts, which are indexed but not shown."""

    @property
    def texts(self) -> Iterator[str]:
        """All indexed texts, the title first; no match spans two of them."""
        yield self.title
        yield from self.facts
        yield self.summary
        yield from self.text
        yield from self.unseen

    @property
    def shown(self) -> bytes:
        """The data of the search result, as JSON."""
        parts = {name: getattr(self, name) for name in ("id", "title", "facts", "summary", "text")}
        return json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()


def search_document(case: Case) -> SearchDocument:
    """The search document of a case: its paragraphs, and the texts of `SEARCHED`."""
    context, found = CaseContext(case), defaultdict[SearchField, list[str]](list)
    for field, texts_of in SEARCHED:
        found[field] += filter(None, texts_of(context))
    return SearchDocument(
        id=case.id,
        title="".join(found["title"]),
        facts=tuple(found["facts"]),
        summary="".join(found["summary"]),
        text=(*paragraphs(case.body), *found["text"]),
        unseen=tuple(found["unseen"]),
    )
