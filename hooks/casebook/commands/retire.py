"""`casebook retire`: withdraws the cases whose retention has ended, by changes to their files."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from casebook.commands.exit_codes import FOUND, OK
from casebook.commands.refusal import RefusedError, with_refusals
from casebook.commands.rewriting import changed_lines, rewrite, rewriting_refusal
from casebook.commands.status import retention_task, task_line
from casebook.config.project import Project
from casebook.content.calendar import today_in_china
from casebook.content.case_parts import Withdrawal
from casebook.content.contents import Case
from casebook.content.due_dates import Due, all_due
from casebook.content.file_access import read_text
from casebook.content.files import CORRECTIONS
from casebook.content.library import Library
from casebook.content.loader import load
from casebook.content.retention_rule import Action
from casebook.editor.withdrawals import withdrawn_text
from casebook.texts import commands as texts


@with_refusals
def run(options: argparse.Namespace) -> int:
    """Withdraws what is due, prints every changed line, and lists what an editor must do.

    A file that cannot be changed is reported and left as it is.
    """
    library, today = _library(Project.here()), today_in_china()
    due = sorted(all_due(library, today, today), key=lambda pair: (pair[1].day, pair[0].id))
    withdrawn: set[str] = set()
    refused = [uri for uri in library.broken if uri.startswith("cases/")]
    for uri in refused:
        print(texts.NOT_LOOKED_AT.format(path=library.broken[uri]), file=sys.stderr)
    for case, one in due:
        if one.action is not Action.WITHDRAW:
            continue
        if refusal := _withdraw(case, one, library.files[case.uri], today, options.dry_run):
            print(refusal, file=sys.stderr)
            refused.append(case.uri)
        else:
            withdrawn.add(case.id)
    message = texts.WOULD_RETIRE if options.dry_run else texts.RETIRED
    print(message.format(count=len(withdrawn)) if withdrawn else texts.NOTHING_TO_RETIRE)
    _print_left([pair for pair in due if pair[0].id not in withdrawn], today)
    return FOUND if refused else OK


def _library(project: Project) -> Library:
    """The library; raises RefusedError where its retention rules cannot be relied on."""
    library, problems = load(project.folders)
    shown = project.folders.shown(project.folders.docs / CORRECTIONS)
    if any(problem.path == shown for problem in problems):
        raise RefusedError(texts.RULES_BROKEN.format(path=shown))
    return library


def _withdraw(case: Case, one: Due, path: Path, today: date, is_dry_run: bool) -> str:
    """Withdraws a case in its file; the message why that is not possible, or nothing."""
    shown, reason = case.document.path, texts.RETIREMENT_REASON.format(years=one.rule.years)
    withdrawal = Withdrawal.model_validate({"date": today.isoformat(), "reason": reason})
    old = read_text(path, shown)
    new = withdrawn_text(case, old, withdrawal) if isinstance(old, str) else None
    if not isinstance(old, str) or new is None:
        return texts.NOT_RETIRED.format(path=shown)
    print(changed_lines(shown, old, new))
    try:
        if not is_dry_run:
            rewrite(path, new)
    except OSError as error:
        return rewriting_refusal(shown, error)
    return ""


def _print_left(left: list[tuple[Case, Due]], today: date) -> None:
    """Prints the tasks that only an editor can do."""
    if left:
        print(texts.LEFT_TO_EDITORS.format(count=len(left)))
    for case, one in left:
        line = texts.table("TASK_LINES")["retention"]
        print(task_line(retention_task(case, one, today), line))
