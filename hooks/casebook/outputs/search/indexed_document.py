"""Leaves: all that the index has of a single case, made from that case alone."""

from __future__ import annotations

from dataclasses import dataclass

from casebook.content.contents import Case
from casebook.outputs.search.document import search_document
from casebook.outputs.search.ngrams import Span, span_of


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """A case as it stands in the index."""

    shown: bytes
    """What the page of results reads of it, as JSON."""
    span: Span
    """What is looked through."""


def index_document(case: Case) -> IndexedDocument:
    """The leaf of a case; what other cases say changes nothing in it."""
    found = search_document(case)
    return IndexedDocument(found.shown, span_of(found.texts))
