"""Leaves: what the index has of a case is made from that case alone."""

from __future__ import annotations

from casebook.outputs.search.document import search_document
from casebook.outputs.search.indexed_document import IndexedDocument, index_document
from casebook.pages.site import build_site

from ...sites.make import Content
from .decoding import row_of

FIRST, SECOND = (f"2024-09-01-shanxi/{number:02}" for number in (1, 2))


def documents(content: Content) -> dict[str, IndexedDocument]:
    return {case.id: index_document(case) for case in build_site(content.library()).cases}


def test_an_indexed_document_has_what_the_entry_shows_and_what_is_looked_through(content):
    content.case(FIRST, "甲乙，5万元。\n")
    (case,) = build_site(content.library()).cases
    found = index_document(case)
    assert found.shown == search_document(case).shown
    assert found.span.text == row_of([search_document(case).texts])
    assert found.span.text[: found.span.title] == row_of([[case.title]])


def test_an_indexed_document_stays_whatever_other_cases_say(content):
    content.case(FIRST)
    alone = documents(content)[FIRST]
    content.case(SECOND, related=[FIRST])
    assert documents(content)[FIRST] == alone
