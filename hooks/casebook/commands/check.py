"""`casebook check`: prints the problems of all content."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from casebook.build.checked_project import check_project
from casebook.build.terminal import terminal_progress
from casebook.checks.redaction import redacted_text
from casebook.commands.exit_codes import FOUND, MISUSED, OK
from casebook.config.project import Project
from casebook.content.problem import Problem
from casebook.editor.report import Format, check_summary, format_report
from casebook.texts import commands as texts


def run(options: argparse.Namespace) -> int:
    """Prints the problems of all files, or of the given paths; FOUND if one is an error."""
    project = Project.here()
    missing = [path for path in options.paths if not path.exists()]
    if missing:
        print(texts.MISSING.format(paths="、".join(map(str, missing))), file=sys.stderr)
        return MISUSED
    found = check_project(project, terminal_progress)
    problems = found.problems
    if options.paths:
        problems = tuple(_of_paths(problems, options.paths, project.root))
    form = Format(options.format or ("github" if os.environ.get("GITHUB_ACTIONS") else "text"))
    if report := format_report(problems, form):
        print(report)
    summary = check_summary(problems, found.library, found.organisation.official)
    print(redacted_text(summary, found.library.words), file=sys.stderr)
    return FOUND if any(problem.is_error for problem in problems) else OK


def _of_paths(problems: Iterable[Problem], paths: Iterable[Path], root: Path) -> Iterator[Problem]:
    """The problems of the named files and of files in the named folders."""
    # realpath: Path.resolve raises for a symbolic link loop
    wanted = [Path(os.path.realpath(path)) for path in paths]
    for problem in problems:
        place = Path(os.path.realpath(root / problem.path))
        if any(place.is_relative_to(path) for path in wanted):
            yield problem
