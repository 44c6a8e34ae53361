"""`casebook build`: checks all content and builds the site."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from casebook import texts
from casebook.commands.inspection import inspected
from casebook.commands.terminal import track_on_terminal
from casebook.content.library import Library
from casebook.content.model import Allowance
from casebook.content.problem import Problem, in_order
from casebook.exit_codes import FOUND, MISUSED, OK
from casebook.masthead import masthead
from casebook.organisation import organisation
from casebook.pages.site import build
from casebook.project import CASES_VARIABLE, OUTPUTS_VARIABLE, Project
from casebook.publish import outputs
from casebook.publish.edition import Edition
from casebook.publish.folder import BusyError, replacing
from casebook.publish.inspection import personal_data_in
from casebook.report import Format, closing, render


def run(options: argparse.Namespace) -> int:
    """Checks all content and builds the site; the last good one stays until then."""
    project = Project.here()
    library, problems = inspected(project)
    if problems:
        print(render(problems, Format.TEXT))
    if any(problem.is_error for problem in problems):
        print(closing(problems, library), file=sys.stderr)
        print(texts.NOT_BUILT, file=sys.stderr)
        return FOUND
    target = (options.site_dir or project.site).absolute()
    if refusal := _refusal(project, target):
        print(refusal.format(folder=target), file=sys.stderr)
        return MISUSED
    edition = _edition(project, library)
    try:
        with replacing(target) as folder:
            _generate(project, folder, options.generator)
            outputs.write_all(edition, folder)
            _inspect(project, folder, library, target.name)
            pages = sum(1 for _ in folder.rglob("*.html"))
    except BusyError:
        print(texts.BUSY.format(folder=target), file=sys.stderr)
        return MISUSED
    except LeakedError as leak:
        print(render(leak.problems, Format.TEXT))
        print(texts.LEAKED, file=sys.stderr)
        return FOUND
    except subprocess.CalledProcessError:
        print(texts.BROKEN_OFF, file=sys.stderr)
        return FOUND
    print(
        texts.BUILT.format(
            folder=target.name,
            cases=len(edition.site.cases),
            cities=len(edition.site.cities),
            offences=len(edition.site.offences),
            pages=pages,
        )
    )
    return OK


MARKS = ("manifest.json", "sitemap.xml")
"""The files that tell a site, of today and of former days, from a folder of something else."""


def _edition(project: Project, library: Library) -> Edition:
    owner, _ = organisation(project.config, project.config.name)
    return Edition(library, build(library), masthead(project.config), owner, track_on_terminal)


def _refusal(project: Project, target: Path) -> str | None:
    """Why a site may not be put into a folder, for what is there is replaced whole."""
    if project.is_source(target):
        return texts.TARGET_IS_SOURCE
    is_site = any((target / name).is_file() for name in MARKS)
    is_free = is_site or not target.exists() or not any(target.iterdir())
    return None if is_free else texts.TARGET_IS_FOREIGN


CONTACTS = ("email-address", "mobile-number", "home-telephone", "home-address")
"""What an organisation gives so that it can be reached."""


class LeakedError(Exception):
    """A finished site gives somebody away, where and how its problems say."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(len(problems))
        self.problems = problems


def _inspect(project: Project, folder: Path, library: Library, name: str) -> None:
    """Looks once more for personal data, in what is about to be published; LeakedError if any."""
    allowed = [one for content in library.contents for one in content.fields.allow]
    owner, _ = organisation(project.config, project.config.name)
    for text in filter(None, (owner.contact, owner.corrections)):
        said = text.removeprefix("mailto:")
        allowed += [Allowance(code=code, text=said, reason=texts.OF_OWNER) for code in CONTACTS]
    if problems := in_order(personal_data_in(folder, allowed, name)):
        raise LeakedError(problems)


def _generate(project: Project, folder: Path, generator: str) -> None:
    command = [sys.executable, "-m", generator, "build", "--strict"]
    command += ["--config-file", str(project.config), "--site-dir", str(folder)]
    environment = {
        **os.environ,
        CASES_VARIABLE: str(project.folders.cases),
        OUTPUTS_VARIABLE: "no",
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
