"""`casebook changes`: the published differences between two checkouts."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path

from casebook.build.checked_project import check_project
from casebook.build.terminal import terminal_progress
from casebook.checks.redaction import redacted_text
from casebook.commands.exit_codes import FOUND, OK
from casebook.commands.refusal import RefusedError, with_refusals
from casebook.config.project import Project
from casebook.content.library import Library
from casebook.content.loader import load
from casebook.content.problem import Problem
from casebook.editor.github_markdown import block, plain, table
from casebook.editor.library_diff import Change, ChangeKind, LibraryDiff, diff
from casebook.editor.report import check_summary
from casebook.texts import commands as texts

MOST_PROBLEMS = 20
"""Problems in a summary; `casebook check` lists all."""

MOST_ROWS = 100
"""Rows of a table: GitHub drops a summary that is too long."""


@with_refusals
def run(options: argparse.Namespace) -> int:
    """Prints the changes since the other checkout, and the problems of this one."""
    base = _library(options.base)
    project = Project.here()
    here = check_project(project, terminal_progress)
    found = diff(base, here.library)
    report = _markdown if options.format == "markdown" else _text
    summary = redacted_text(
        check_summary(here.problems, here.library, here.organisation.official), here.library.words
    )
    print("\n".join(report(found, here.problems, summary.splitlines())))
    return FOUND if any(problem.is_error for problem in here.problems) else OK


def _library(root: Path) -> Library:
    folders = Project(root.absolute()).folders
    try:
        is_there = folders.cases.is_dir()
    except OSError:  # a parent folder without permission
        is_there = False
    if not is_there:
        raise RefusedError(texts.NO_BASE.format(folder=root))
    library, _ = load(folders)
    return library


def _text(
    found: LibraryDiff, problems: tuple[Problem, ...], check_summary: list[str]
) -> Iterator[str]:
    """The report for a terminal."""
    for kind, own in groupby(found.published, key=lambda one: one.kind):
        listed = list(own)
        yield _heading(kind, len(listed)) + "："
        for change in listed:
            cells = (_subject(change), change.name, redacted_text(change.title), _detail(change))
            yield "  " + "  ".join(filter(None, cells))
        if kind is ChangeKind.GONE:
            yield texts.CHANGE_GONE
    yield from _remarks(found)
    yield ""
    yield from _first(problems)
    yield from check_summary


def _markdown(
    found: LibraryDiff, problems: tuple[Problem, ...], check_summary: list[str]
) -> Iterator[str]:
    """The report for the summary of a workflow."""
    yield f"## {texts.CHANGES_HEADING}"
    for kind, own in groupby(found.published, key=lambda one: one.kind):
        listed = list(own)
        yield from ("", f"### {_heading(kind, len(listed))}", "")
        if kind is ChangeKind.GONE:
            yield from (texts.CHANGE_GONE, "")
        yield from table(texts.sequence("CHANGE_COLUMNS"), map(_row, listed[:MOST_ROWS]))
        if len(listed) > MOST_ROWS:
            yield from ("", texts.MORE_CHANGES.format(count=len(listed) - MOST_ROWS))
    for remark in _remarks(found):
        yield from ("", remark)
    counted, *allowed = check_summary
    yield from ("", f"## {texts.PROBLEMS_HEADING}", "", counted)
    if problems or allowed:
        yield from ("", *block([*_first(problems), *allowed]))


def _row(change: Change) -> tuple[str, ...]:
    cells = (change.name, redacted_text(change.title), _detail(change))
    return (_subject(change), *map(plain, cells))


def _heading(kind: ChangeKind, count: int) -> str:
    return texts.CHANGE_HEADING.format(step=texts.table("CHANGE_STEPS")[kind.value], count=count)


def _subject(change: Change) -> str:
    return texts.table("CHANGE_SUBJECTS")[change.subject.value]


def _detail(change: Change) -> str:
    """The changed parts, or the former address."""
    if change.former:
        return texts.CHANGE_FROM.format(former=change.former)
    if change.was_unreadable:
        return texts.CHANGE_WHOLE
    return "、".join([*change.parts, *([texts.CHANGE_BODY] if change.body else [])])


def _remarks(found: LibraryDiff) -> Iterator[str]:
    if not found.published:
        yield texts.NO_CHANGES
    if found.drafts:
        yield texts.CHANGED_DRAFTS.format(count=found.drafts)


def _first(problems: Iterable[Problem]) -> Iterator[str]:
    """The first MOST_PROBLEMS problems, a line each, and the number of the others."""
    listed = list(problems)
    yield from map(str, islice(listed, MOST_PROBLEMS))
    if len(listed) > MOST_PROBLEMS:
        yield texts.MORE_PROBLEMS.format(count=len(listed) - MOST_PROBLEMS)
