"""Withdrawals: the change to a file that takes its case off the site.

The text is edited at its place, so that comments, order and line breaks of the file stay. The
change is kept only where nothing else in the parsed file changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.content.case_parts import Withdrawal
from casebook.content.contents import Case
from casebook.content.field_types import Status
from casebook.content.front_matter import Document
from casebook.content.problem import Mark
from casebook.editor.fixes import Edit, apply_edits, read_again

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


def withdrawn_text(case: Case, text: str, withdrawal: Withdrawal) -> str | None:
    """The text of a published case's file with the status and date and reason of a withdrawal.

    None where the file has a problem, differs from the case, or cannot be edited safely.
    """
    before = read_again(case, text)
    line_break = _LINE_BREAK.search(text)
    if before is None or line_break is None or before.fields != case.fields:
        return None
    changed = apply_edits(text, _edits(before.document, withdrawal, line_break[0]))
    after = read_again(case, changed)
    if after is None or after.document.body != before.document.body:
        return None
    meant = case.fields.model_copy(
        update={"status": Status.WITHDRAWN, "withdrawn": case.fields.withdrawn or withdrawal}
    )
    return changed if after.fields == meant else None


def _edits(document: Document, withdrawal: Withdrawal, line_break: str) -> Iterator[Edit]:
    """The status in place of the written one, and what is missing at the end of the front matter.

    A withdrawal that the editor wrote already is kept.
    """
    added = []
    if "status" in document.values:
        old = Status.PUBLISHED.value
        yield Edit(document.within(("status",), old), old, Status.WITHDRAWN.value)
    else:
        added.append(f"status: {Status.WITHDRAWN.value}")
    if "withdrawn" not in document.values:
        day, reason = withdrawal.date.isoformat(), withdrawal.reason
        added += ["withdrawn:", f"  date: {day}", f"  reason: {reason}"]
    indent = " " * (min(mark.column for mark in document.keys.values()) - 1)
    end = Mark(len(document.head) + 2, 1)
    yield Edit(end, "", "".join(f"{indent}{line}{line_break}" for line in added))
