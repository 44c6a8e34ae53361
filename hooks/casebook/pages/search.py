"""The search page, and the texts of all cases that it looks through in the reader's browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from casebook.content.library import Case
from casebook.pages import texts
from casebook.pages.page import HOME, SEARCH, SitePage

INDEX = f"{SEARCH.address}cases.json"
"""Where the texts stand."""


def search_page(case_count: int) -> SitePage:
    """The page with the search form; without JavaScript it leads to the lists."""
    return SitePage(
        address=SEARCH.address,
        template="search.html",
        title=SEARCH.title,
        summary=texts.SEARCH_SUMMARY,
        trail=(HOME,),
        view={"case_count": case_count, "index": INDEX},
    )


def search_index(cases: Iterable[Case]) -> str:
    """The cases as JSON, newest first: id, title, facts, summary and text of each.

    `facts` are what the line above a case in a list says; the other facts follow the text.
    """
    entries = [
        {
            "id": case.id,
            "title": case.title,
            "facts": list(_facts(case)),
            "summary": case.fields.summary,
            "text": " ".join([*_plain(case.body).split(), *_further_facts(case)]),
        }
        for case in cases
    ]
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":"))


_MARKS = re.compile(r"^#+|^\s*[-|>]|\*\*|`|!?\[|\]\([^)\s]*\)", re.MULTILINE)


def _plain(body: str) -> str:
    """A text without the marks of Markdown and the addresses of its links."""
    return _MARKS.sub("", body)


def _facts(case: Case) -> Iterator[str]:
    """What a list says above a case."""
    yield case.date.chinese
    yield from (place.name for place in case.places)
    if case.district:
        yield case.district.name
    yield from (group.title for group in case.offences)
    yield case.stage.value


def _further_facts(case: Case) -> Iterator[str]:
    """What only the page of a case says."""
    if case.charge:
        yield case.charge.name
    if case.fields.agency:
        yield case.fields.agency
    if case.fields.amount:
        yield str(case.fields.amount)
    yield from case.fields.figures.values()
    yield from (update.note for update in case.fields.updates if update.note)
    yield from (correction.note for correction in case.fields.corrections)
