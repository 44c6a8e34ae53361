"""The command line: parse, call, print, exit code."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import track

from casebook import texts
from casebook.calendar import today_in_china
from casebook.checks import inspect
from casebook.content.library import Library
from casebook.content.loading import load
from casebook.content.problem import Problem, in_order
from casebook.field_tables import filled_in
from casebook.organisation import organisation
from casebook.pages.site import build
from casebook.parser import MISUSED, parser
from casebook.project import CASES_VARIABLE, INDEX_VARIABLE, Project
from casebook.publish import search
from casebook.publish.folder import BusyError, replacing
from casebook.report import Format, closing, render

Item = TypeVar("Item")

OK, FOUND = 0, 1
"""Exit codes: nothing wrong; errors in the content. MISUSED: the command cannot be carried out."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Carries out a command and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parser(COMMANDS).parse_args(arguments)
    try:
        return int(options.command(options))
    except BrokenPipeError:
        # The reader of a pipe (`| head`) has seen enough; Python would complain while closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return MISUSED


def check(options: argparse.Namespace) -> int:
    """Prints the problems of all files, or of those named, and says whether an error stands."""
    project = Project.here()
    missing = [path for path in options.paths if not path.exists()]
    if missing:
        print(texts.MISSING.format(paths="、".join(map(str, missing))), file=sys.stderr)
        return MISUSED
    library, problems = _inspected(project)
    if options.paths:
        problems = tuple(_of_paths(problems, options.paths, project.root))
    form = Format(options.format or ("github" if os.environ.get("GITHUB_ACTIONS") else "text"))
    if report := render(problems, form):
        print(report)
    print(closing(problems, len(library.cases), len(library.bulletins)), file=sys.stderr)
    return FOUND if any(problem.is_error for problem in problems) else OK


def build_site(options: argparse.Namespace) -> int:
    """Checks all content and builds the site; the last good one stays until then."""
    project = Project.here()
    library, problems = _inspected(project)
    if problems:
        print(render(problems, Format.TEXT))
    if any(problem.is_error for problem in problems):
        print(closing(problems, len(library.cases), len(library.bulletins)), file=sys.stderr)
        print(texts.NOT_BUILT, file=sys.stderr)
        return FOUND
    target = (options.site_dir or project.site).absolute()
    if refusal := _refusal(project, target):
        print(refusal.format(folder=target), file=sys.stderr)
        return MISUSED
    site = build(library)
    try:
        with replacing(target) as folder:
            _generate(project, folder, options.generator)
            search.write(site, library, folder, track_on_terminal)
            pages = sum(1 for _ in folder.rglob("*.html"))
    except BusyError:
        print(texts.BUSY.format(folder=target), file=sys.stderr)
        return MISUSED
    except subprocess.CalledProcessError:
        print(texts.BROKEN_OFF, file=sys.stderr)
        return FOUND
    print(
        texts.BUILT.format(
            folder=target.name,
            cases=len(site.cases),
            cities=len(site.cities),
            offences=len(site.offences),
            pages=pages,
        )
    )
    return OK


def _refusal(project: Project, target: Path) -> str | None:
    """Why a site may not be put into a folder, for what is there is replaced whole."""
    if project.is_source(target):
        return texts.TARGET_IS_SOURCE
    is_site = not target.exists() or (target.is_dir() and (target / "sitemap.xml").is_file())
    return None if is_site or not any(target.iterdir()) else texts.TARGET_IS_FOREIGN


def fields(options: argparse.Namespace) -> int:
    """Writes the field tables of a Markdown file anew from the models."""
    if not options.file.is_file():
        print(texts.MISSING.format(paths=options.file), file=sys.stderr)
        return MISUSED
    text = options.file.read_text(encoding="utf-8")
    options.file.write_text(filled_in(text), encoding="utf-8")
    return OK


def _inspected(project: Project) -> tuple[Library, tuple[Problem, ...]]:
    library, problems = load(project.folders)
    _, flaws = organisation(project.config, project.config.name)
    return library, in_order([*problems, *flaws, *inspect(library, today_in_china())])


def _of_paths(problems: Iterable[Problem], paths: Iterable[Path], root: Path) -> Iterable[Problem]:
    """The problems of the named files and of files in the named folders."""
    wanted = [path.resolve() for path in paths]
    for problem in problems:
        place = (root / problem.path).resolve()
        if any(place.is_relative_to(path) for path in wanted):
            yield problem


def track_on_terminal(items: Sequence[Item], title: str) -> Iterator[Item]:
    """Shows on a terminal how far the work is; elsewhere nothing."""
    console = Console(stderr=True)
    yield from track(items, title, console=console, transient=True, disable=not console.is_terminal)


def _generate(project: Project, folder: Path, generator: str) -> None:
    command = [sys.executable, "-m", generator, "build", "--strict"]
    command += ["--config-file", str(project.config), "--site-dir", str(folder)]
    environment = {
        **os.environ,
        CASES_VARIABLE: str(project.folders.cases),
        INDEX_VARIABLE: "no",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
    }
    # Not quiet: at that level warnings are not even counted, and strict means nothing.
    run = subprocess.run(
        command,
        cwd=project.root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if run.returncode:
        print(run.stdout.decode(errors="replace"), file=sys.stderr)
        raise subprocess.CalledProcessError(run.returncode, command)


COMMANDS = {"check": check, "build": build_site, "fields": fields}


if __name__ == "__main__":
    sys.exit(main())
