"""Indexed documents: the part of the index that depends on a single case."""

from __future__ import annotations

from dataclasses import dataclass

from casebook.content.contents import Case
from casebook.outputs.search.document import search_document
from casebook.outputs.search.ngrams import Span, span_of


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """The part of the index that depends on a single case."""

    shown: bytes
    """The data of its search result, as JSON."""
    span: Span
    """Its normalized texts."""


def index_document(case: Case) -> IndexedDocument:
    """The indexed document of a case; independent of all other cases."""
    found = search_document(case)
    return IndexedDocument(found.shown, span_of(found.texts))
