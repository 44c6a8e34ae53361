"""`casebook check`: prints the problems of all content."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from casebook.build.checked_project import CheckedProject, check_project
from casebook.build.release_checks import exemptions
from casebook.build.terminal import terminal_progress
from casebook.checks.published_files import problems_of_path
from casebook.checks.redaction import redacted, redacted_text
from casebook.checks.site_files import TEMPLATES
from casebook.commands.exit_codes import FOUND, MISUSED, OK
from casebook.config.project import Project
from casebook.content.files import is_temporary
from casebook.content.problem import Problem, in_order
from casebook.editor.report import Format, check_summary, format_report
from casebook.texts import commands as texts


def run(options: argparse.Namespace) -> int:
    """Prints the problems of all files, or of the given paths; FOUND if one is an error."""
    project = Project.here()
    paths = [*options.paths, *_listed(options.paths_from)]
    missing = [path for path in paths if not os.path.lexists(path)]
    if missing:
        print(texts.MISSING.format(paths="、".join(map(str, missing))), file=sys.stderr)
        return MISUSED
    found = check_project(project, terminal_progress)
    problems = found.problems
    if paths:
        others = chain.from_iterable(_of_unpublished(path, found) for path in paths)
        problems = in_order((*_of_paths(problems, paths, project.root), *others))
    form = Format(options.format or ("github" if os.environ.get("GITHUB_ACTIONS") else "text"))
    if report := format_report(problems, form):
        print(report)
    summary = check_summary(problems, found.library, found.organisation.official)
    print(redacted_text(summary, found.library.words), file=sys.stderr)
    return FOUND if any(problem.is_error for problem in problems) else OK


def _listed(file: Path | None) -> list[Path]:
    """The paths in a file, each before a NUL: names can hold line breaks."""
    return [Path(os.fsdecode(one)) for one in file.read_bytes().split(b"\0") if one] if file else []


def _of_paths(problems: Iterable[Problem], paths: Iterable[Path], root: Path) -> Iterator[Problem]:
    """The problems of named files and of the folders they are in, and of files in named folders."""
    # realpath: Path.resolve raises for a symbolic link loop
    wanted = [Path(os.path.realpath(path)) for path in paths]
    for problem in problems:
        place = Path(os.path.realpath(root / problem.path))
        if any(place.is_relative_to(path) or path.is_relative_to(place) for path in wanted):
            yield problem


def _of_unpublished(path: Path, found: CheckedProject) -> Iterator[Problem]:
    """The problems of a named file that is no part of the site, because a program left it there.

    It is refused as an attachment is: whoever names it means to keep it.
    """
    folders = found.project.folders
    whole = Path(os.path.normpath(path.absolute()))
    roots = (folders.docs, folders.cases, found.project.root / TEMPLATES)
    places = [whole.relative_to(root) for root in roots if whole.is_relative_to(root)]
    if any(map(is_temporary, chain.from_iterable(place.parts for place in places))):
        exempt = exemptions(found.library, found.organisation)
        if path.is_file() and path.stat().st_size:
            shown = folders.shown(whole)
            yield from (redacted(one) for one in problems_of_path(path, shown, exempt))
