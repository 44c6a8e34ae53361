"""`casebook status`: what is left to do, and when."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from casebook.commands.exit_codes import OK
from casebook.config.project import Project
from casebook.content.calendar import today_in_china
from casebook.content.contents import Case
from casebook.content.due_dates import due
from casebook.content.library import Library
from casebook.content.loader import load
from casebook.content.retention_rule import EVERY_STAGE, RetentionRule
from casebook.editor.github_markdown import plain
from casebook.texts import commands as texts

SOON = timedelta(days=30)
"""How long before its day a task is announced."""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that an editor has to do."""

    kind: str
    """`broken`, `draft`, `missing`, `review` or `retention`."""
    path: str
    title: str
    """What it is about: a case's title, or the bulletin's of a case that is missing."""
    due: str = ""
    """Its day as an ISO date, where it has one."""
    action: str = ""
    """What to do."""
    rule: str = ""
    """The rule of retention that asks for it."""


def run(options: argparse.Namespace) -> int:
    """Prints drafts, files that cannot be read, missing cases, and what falls due."""
    library, _ = load(Project.here().folders)
    tasks = list(tasks_of(library, today_in_china()))
    if lines := "\n".join(_RENDERERS[options.format](library, tasks)):
        print(lines)
    return OK


def tasks_of(library: Library, today: date) -> Iterator[Task]:
    """What is left to do in a library, kind by kind: without a day in the order of the site."""
    for case in library.cases:
        if case.is_draft:
            yield _task("draft", case.document.path, case.title)
    for uri, path in sorted(library.broken.items()):
        if uri.startswith("cases/"):
            yield _task("broken", path, "")
    yield from _missing(library)
    yield from sorted(_reviews(library, today), key=lambda task: (task.due, task.path))
    yield from sorted(_retention(library, today), key=lambda task: (task.due, task.path))


def _task(kind: str, path: str, title: str, day: date | None = None) -> Task:
    return Task(kind, path, title, day.isoformat() if day else "", texts.table("TO_DO")[kind])


def _missing(library: Library) -> Iterator[Task]:
    """The cases that a bulletin announces and nobody wrote or left out."""
    for bulletin in library.bulletins:
        there = {case.number for case in library.cases_of(bulletin)}
        there |= {item.number for item in bulletin.fields.omitted}
        there |= _broken_numbers(library, bulletin.id)
        for number in range(1, bulletin.fields.expected + 1):
            if number not in there:
                yield _task("missing", f"cases/{bulletin.id}/{number:02}.md", bulletin.title)


def _broken_numbers(library: Library, bulletin_id: str) -> set[int]:
    """The numbers of a bulletin's files that are there and cannot be read."""
    names = (uri.removeprefix(f"cases/{bulletin_id}/") for uri in library.broken)
    return {int(name[:-3]) for name in names if name[:-3].isdecimal() and name.endswith(".md")}


def _reviews(library: Library, today: date) -> Iterator[Task]:
    """The cases whose own day of review has come or will soon."""
    for case in library.cases:
        day = case.fields.review_on
        if day is not None and day <= today + SOON and not case.is_withdrawn:
            yield _task("review", case.document.path, case.title, day)


def _retention(library: Library, today: date) -> Iterator[Task]:
    """What the site's rules of retention ask for now or soon."""
    rules = library.corrections.fields.retention if library.corrections else ()
    for case in library.cases:
        for one in due(rules, case, today):
            if one.day <= today + SOON:
                yield Task(
                    "retention",
                    case.document.path,
                    case.title,
                    one.day.isoformat(),
                    texts.table("TO_DO")[one.action],
                    _rule(one.rule, case),
                )


def _rule(rule: RetentionRule, case: Case) -> str:
    """A rule as it applies to a case: of several stages it names the case's only."""
    stages = texts.ALL_STAGES if EVERY_STAGE in rule.stage else case.stage.value
    offence = texts.RULE_OFFENCE.format(offence=rule.offence) if rule.offence else ""
    return texts.RULE.format(
        stages=stages, offence=offence, years=rule.years, action=rule.action.value
    )


def _text(library: Library, tasks: list[Task]) -> Iterator[str]:
    published = sum(not case.is_draft and not case.is_withdrawn for case in library.cases)
    withdrawn = sum(case.is_withdrawn for case in library.cases)
    yield texts.PUBLISHED.format(
        bulletins=len(library.bulletins), cases=published, withdrawn=withdrawn
    )
    for heading, line, own in _by_kind(tasks):
        yield f"{heading}："
        yield from (line.format(**asdict(task)) for task in own)
    if not tasks:
        yield texts.NO_TASKS


def _json(library: Library, tasks: list[Task]) -> Iterator[str]:
    yield json.dumps([asdict(task) for task in tasks], ensure_ascii=False, indent=2)


def _markdown(library: Library, tasks: list[Task]) -> Iterator[str]:
    """A list to tick off for an issue; nothing where nothing is to be done."""
    for number, (heading, _, own) in enumerate(_by_kind(tasks)):
        if number:
            yield ""
        yield f"## {heading}"
        yield ""
        for task in own:
            what = (task.due, plain(task.path), plain(task.title))
            by_rule = texts.BY_RULE.format(rule=plain(task.rule)) if task.rule else ""
            yield f"- [ ] {' '.join(filter(None, what))}：{task.action}{by_rule}"


def _by_kind(tasks: list[Task]) -> Iterator[tuple[str, str, list[Task]]]:
    """The heading and the line of each kind of which there is something, and what there is."""
    for kind, heading in texts.table("TASK_HEADINGS").items():
        own = [task for task in tasks if task.kind == kind]
        if own:
            yield heading.format(count=len(own)), texts.table("TASK_LINES")[kind], own


_RENDERERS: dict[str, Callable[[Library, list[Task]], Iterator[str]]] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
}
