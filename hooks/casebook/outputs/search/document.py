"""Entries: what of a case is looked through, and what a result shows of it."""

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
    """A case as the index has it; every text is one of `texts`, the title the first."""

    id: str
    title: str
    facts: tuple[str, ...]
    """What a list says above a case."""
    summary: str
    text: tuple[str, ...]
    """The paragraphs, then what else the case's page says."""
    unseen: tuple[str, ...]
    """Other writings of the facts."""

    @property
    def texts(self) -> Iterator[str]:
        """All that is looked through; no hit reaches from one into the next."""
        yield self.title
        yield from self.facts
        yield self.summary
        yield from self.text
        yield from self.unseen

    @property
    def shown(self) -> bytes:
        """What the page of results reads of this case, as JSON."""
        parts = {name: getattr(self, name) for name in ("id", "title", "facts", "summary", "text")}
        return json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()


def search_document(case: Case) -> SearchDocument:
    """The entry of a case: its paragraphs, and what the table of facts gives the search."""
    context, found = CaseContext(case), defaultdict[SearchField, list[str]](list)
    for place, texts_of in SEARCHED:
        found[place] += texts_of(context)
    return SearchDocument(
        id=case.id,
        title="".join(found["title"]),
        facts=tuple(found["facts"]),
        summary="".join(found["summary"]),
        text=(*paragraphs(case.body), *found["text"]),
        unseen=tuple(found["unseen"]),
    )
