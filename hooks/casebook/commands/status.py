"""`casebook status`: what is left to do, and when."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from casebook import texts
from casebook.calendar import today_in_china
from casebook.content.library import Library
from casebook.content.loading import load
from casebook.exit_codes import OK
from casebook.project import Project

SOON = timedelta(days=30)
"""How long before its day a review is announced."""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that an editor has to do."""

    kind: str
    """`draft`, `broken`, `missing` or `review`."""
    path: str
    title: str
    """What it is about: a case's title, or the number of a case that is missing."""
    due: str = ""
    """The day of a review, as an ISO date."""


def run(options: argparse.Namespace) -> int:
    """Prints the drafts, the files that cannot be read, missing cases and reviews that fall due."""
    library, _ = load(Project.here().folders)
    tasks = list(tasks_of(library, today_in_china()))
    if options.format == "json":
        print(json.dumps([asdict(task) for task in tasks], ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(library, tasks)))
    return OK


def tasks_of(library: Library, today: date) -> Iterator[Task]:
    """What is left to do in a library, kind by kind, each in the order of the site."""
    for case in library.cases:
        if case.is_draft:
            yield Task("draft", case.document.path, case.title)
    for uri, path in sorted(library.broken.items()):
        if uri.startswith("cases/"):
            yield Task("broken", path, "")
    for bulletin in library.bulletins:
        there = {case.number for case in library.cases_of(bulletin)}
        there |= {item.number for item in bulletin.fields.omitted}
        there |= _broken_numbers(library, bulletin.id)
        for number in range(1, bulletin.fields.expected + 1):
            if number not in there:
                yield Task("missing", f"cases/{bulletin.id}/{number:02}.md", bulletin.title)
    due = [case for case in library.cases if case.fields.review_on and not case.is_withdrawn]
    for case in sorted(due, key=lambda case: (case.fields.review_on or today, case.id)):
        day = case.fields.review_on
        if day is not None and day <= today + SOON:
            yield Task("review", case.document.path, case.title, day.isoformat())


def _broken_numbers(library: Library, bulletin_id: str) -> set[int]:
    """The numbers of a bulletin's files that are there and cannot be read."""
    names = (uri.removeprefix(f"cases/{bulletin_id}/") for uri in library.broken)
    return {int(name[:-3]) for name in names if name[:-3].isdecimal() and name.endswith(".md")}


def _lines(library: Library, tasks: list[Task]) -> Iterator[str]:
    published = sum(not case.is_draft and not case.is_withdrawn for case in library.cases)
    withdrawn = sum(case.is_withdrawn for case in library.cases)
    yield texts.PUBLISHED.format(
        bulletins=len(library.bulletins), cases=published, withdrawn=withdrawn
    )
    for kind, (heading, line) in texts.TASKS.items():
        own = [task for task in tasks if task.kind == kind]
        if own:
            yield heading.format(count=len(own))
            yield from (line.format(**asdict(task)) for task in own)
    if not tasks:
        yield texts.NO_TASKS
