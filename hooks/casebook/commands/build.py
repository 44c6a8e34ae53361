"""`casebook build`: checks all content and builds the site."""

from __future__ import annotations

import argparse
import errno
import sys
from pathlib import Path
from stat import S_ISDIR

from casebook.build.atomic_swap import BusyError, atomic_replacement
from casebook.build.build_cache import SPARE
from casebook.build.checked_project import check_project, held
from casebook.build.manifest import ADDRESS as MANIFEST
from casebook.build.manifest import ManifestError, read_manifest, write_manifest
from casebook.build.precompress import pack
from casebook.build.release_checks import ReleaseError
from casebook.commands.exit_codes import FOUND, MISUSED, OK
from casebook.commands.generating import BrokenOffError, generate
from casebook.commands.terminal import terminal_progress
from casebook.config.project import Project
from casebook.content.file_access import reason_of
from casebook.editor.report import Format, check_summary, format_report
from casebook.pages.site import Site
from casebook.texts import commands as texts


def run(options: argparse.Namespace) -> int:
    """Checks all content and builds the site; the last good one stays until then."""
    project = Project.here()
    found = check_project(project.folders, project.config, terminal_progress)
    problems = (*found.problems, *found.address_problems)
    if problems:
        print(format_report(problems, Format.TEXT))
    if any(problem.is_error for problem in problems):
        print(check_summary(problems, found.library), file=sys.stderr)
        print(texts.NOT_BUILT, file=sys.stderr)
        return FOUND
    target = (options.site_dir or project.site).absolute()
    try:
        if refusal := _refusal(project, target):
            return _gave_up(refusal.format(folder=target), MISUSED)
        with held(found):
            _publish(project, target, options)
    except BusyError:
        return _gave_up(texts.BUSY.format(folder=target), MISUSED)
    except ReleaseError as unfit:
        print(format_report(unfit.problems, Format.TEXT))
        return _gave_up(str(unfit), FOUND)
    except BrokenOffError as broken:
        return _gave_up(f"{broken}\n{texts.BROKEN_OFF}", FOUND)
    except OSError as error:
        return _gave_up(texts.DISK.format(folder=target, reason=reason_of(error)), MISUSED)
    print(_built(target, found.site))
    return OK


def _publish(project: Project, target: Path, options: argparse.Namespace) -> None:
    """Builds a site and puts it in place."""
    spare = project.cache / SPARE if project.cache else None
    with atomic_replacement(target, spare) as folder:
        generate(project, folder, target.name, options.generator)
        if options.compress:
            pack(folder, terminal_progress)
            write_manifest(folder)


def _gave_up(reason: str, code: int) -> int:
    print(reason, file=sys.stderr)
    return code


def _built(target: Path, site: Site) -> str:
    return texts.BUILT.format(
        folder=target.name,
        cases=len(site.cases),
        cities=len(site.cities),
        offences=len(site.offences),
        pages=len(site.pages) + 1,
    )


def _is_listed(target: Path) -> bool:
    """Whether a folder has our manifest; other programs have files of that name, too."""
    try:
        read_manifest((target / MANIFEST).read_bytes())
    except (OSError, ManifestError):
        return False
    return True


def _refusal(project: Project, target: Path) -> str | None:
    """Why a site may not be put into a folder, for what is there is replaced whole."""
    try:
        if not S_ISDIR(target.stat().st_mode):
            return texts.TARGET_IS_FILE
    except FileNotFoundError:
        pass  # free, unless it lies within something
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
        return texts.TARGET_IS_LOOP
    if project.is_source(target):
        return texts.TARGET_IS_SOURCE
    is_site = (target / "sitemap.xml").is_file() or _is_listed(target)
    is_free = is_site or not target.exists() or not any(target.iterdir())
    return None if is_free else texts.TARGET_IS_FOREIGN
