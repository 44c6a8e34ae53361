"""The page 更正与撤回: every correction and withdrawal, and the retention rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casebook.content.contents import Case
from casebook.content.files import CORRECTIONS as SOURCE
from casebook.content.library import Library
from casebook.pages.history import EventKind, history
from casebook.pages.page import CORRECTIONS, HOME, ColumnMeta, SitePage
from casebook.pages.pagination import list_page, paginate
from casebook.texts import pages as texts

_LISTED_KINDS = {EventKind.CORRECTED, EventKind.WITHDRAWN}


def corrections_pages(library: Library, cases: Iterable[Case]) -> Iterator[SitePage]:
    """The paginated list of corrections and withdrawals; no page if its Markdown file is invalid.

    `cases` are the published and the withdrawn ones. The optional hand-written text and the
    retention rules are on the first page.
    """
    content = library.corrections
    if SOURCE in library.broken:
        return
    title = content.title if content else CORRECTIONS.title
    summary = (content.fields.summary if content else None) or texts.CORRECTED_SUMMARY
    events = [event for event in history(cases) if event.kind in _LISTED_KINDS]
    for pagination in paginate(CORRECTIONS.address, events):
        is_first = pagination.number == 1
        yield list_page(
            *(pagination, title, CORRECTIONS, (HOME,)),
            template="corrections.html",
            summary=summary,
            content=content if is_first else None,
            body=content.document.body if content and is_first else "",
            # Inspections of government sites fail columns that are empty.
            column=ColumnMeta(texts.SITE_COLUMN) if content or events else None,
            view={
                "pagination": pagination,
                "rules": content.fields.retention if content and is_first else (),
                "enforce_after_days": content.fields.enforce_after_days if content else 0,
            },
        )
