"""`casebook status`: lists open tasks and their due dates."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta

from casebook.checks.redaction import redacted_text
from casebook.commands.exit_codes import OK
from casebook.config.project import Project
from casebook.content.calendar import today_in_china
from casebook.content.contents import Case
from casebook.content.due_dates import Due, all_due
from casebook.content.library import Library
from casebook.content.loader import load
from casebook.editor.github_markdown import plain
from casebook.texts import commands as texts
from casebook.texts import problems as problem_texts

SOON = timedelta(days=30)
"""The time before its due date when a task is listed."""


@dataclass(frozen=True, slots=True)
class EditorTask:
    """An open task of an editor."""

    kind: str
    """`broken`, `draft`, `missing`, `review` or `retention`."""
    path: str
    title: str
    """The title of the case, or of the bulletin of a missing case."""
    due: str = ""
    """Its due date in ISO format, if any."""
    action: str = ""
    """What to do."""
    rule: str = ""
    """The retention rule that requires it."""
    is_overdue: bool = False
    """Whether its due date is over."""


def run(options: argparse.Namespace) -> int:
    """Prints drafts, unreadable files, missing cases, and due reviews and retentions."""
    library, _ = load(Project.here().folders)
    tasks = list(tasks_of(library, today_in_china()))
    if lines := "\n".join(_RENDERERS[options.format](library, tasks)):
        print(lines)
    return OK


def tasks_of(library: Library, today: date) -> Iterator[EditorTask]:
    """The open tasks of a library by kind; those without due date in the order of the site."""
    for case in library.cases:
        if case.is_draft:
            yield _editor_task("draft", case.document.path, case.title)
    for uri, path in sorted(library.broken.items()):
        if uri.startswith("cases/"):
            yield _editor_task("broken", path, "")
    yield from _missing(library)
    yield from sorted(_reviews(library, today), key=lambda task: (task.due, task.path))
    yield from sorted(_retention(library, today), key=lambda task: (task.due, task.path))


def _editor_task(kind: str, path: str, title: str) -> EditorTask:
    return EditorTask(kind, path, redacted_text(title), action=texts.table("TO_DO")[kind])


def _missing(library: Library) -> Iterator[EditorTask]:
    """The numbers up to `expected` of a bulletin without a case, an omission or a broken file."""
    for bulletin in library.bulletins:
        present = {case.number for case in library.cases_of(bulletin)}
        present |= {item.number for item in bulletin.fields.omitted}
        present |= _broken_numbers(library, bulletin.id)
        for number in range(1, bulletin.fields.expected + 1):
            if number not in present:
                yield _editor_task("missing", f"cases/{bulletin.id}/{number:02}.md", bulletin.title)


def _broken_numbers(library: Library, bulletin_id: str) -> set[int]:
    """The numbers of a bulletin's unreadable case files."""
    names = (uri.removeprefix(f"cases/{bulletin_id}/") for uri in library.broken)
    return {int(name[:-3]) for name in names if name[:-3].isdecimal() and name.endswith(".md")}


def _reviews(library: Library, today: date) -> Iterator[EditorTask]:
    """The cases whose `review_on` is reached within SOON."""
    for case in library.cases:
        day = case.fields.review_on
        if day is not None and day <= today + SOON and not case.is_withdrawn:
            task = _editor_task("review", case.document.path, case.title)
            yield replace(task, due=day.isoformat(), is_overdue=day < today)


def _retention(library: Library, today: date) -> Iterator[EditorTask]:
    """The actions that the retention rules require within SOON."""
    for case, one in all_due(library, today + SOON, today):
        yield retention_task(case, one, today)


def retention_task(case: Case, one: Due, today: date) -> EditorTask:
    """The task of an editor that a retention rule requires."""
    return EditorTask(
        "retention",
        case.document.path,
        redacted_text(case.title),
        one.day.isoformat(),
        problem_texts.table("DUTIES")[one.action],
        one.rule.text_for(case.stage),
        is_overdue=one.day < today,
    )


def _text(library: Library, tasks: list[EditorTask]) -> Iterator[str]:
    published = sum(not case.is_draft and not case.is_withdrawn for case in library.cases)
    withdrawn = sum(case.is_withdrawn for case in library.cases)
    yield texts.PUBLISHED.format(
        bulletins=len(library.bulletins), cases=published, withdrawn=withdrawn
    )
    for heading, line, own in _by_kind(tasks):
        yield f"{heading}："
        yield from (task_line(task, line) for task in own)
    if not tasks:
        yield texts.NO_TASKS


def _json(library: Library, tasks: list[EditorTask]) -> Iterator[str]:
    yield json.dumps([asdict(task) for task in tasks], ensure_ascii=False, indent=2)


def _markdown(library: Library, tasks: list[EditorTask]) -> Iterator[str]:
    """A Markdown task list for an issue; empty without tasks."""
    for number, (heading, _, own) in enumerate(_by_kind(tasks)):
        if number:
            yield ""
        yield f"## {heading}"
        yield ""
        for task in own:
            what = (task.due, plain(task.path), plain(task.title))
            by_rule = _by_rule(plain(task.rule) if task.rule else "")
            yield f"- [ ] {' '.join(filter(None, what))}：{task.action}{by_rule}"


def task_line(task: EditorTask, line: str) -> str:
    """The line of a task in a text, from the format of its kind."""
    return line.format(**asdict(task), by_rule=_by_rule(task.rule))


def _by_rule(rule: str) -> str:
    return texts.BY_RULE.format(rule=rule) if rule else ""


def _by_kind(tasks: list[EditorTask]) -> Iterator[tuple[str, str, list[EditorTask]]]:
    """The heading, line format and tasks of each kind that has tasks; what is overdue is one."""
    for kind, heading in texts.table("TASK_HEADINGS").items():
        own = [task for task in tasks if kind == ("overdue" if task.is_overdue else task.kind)]
        if own:
            yield heading.format(count=len(own)), texts.table("TASK_LINES")[kind], own


_RENDERERS: dict[str, Callable[[Library, list[EditorTask]], Iterator[str]]] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
}
