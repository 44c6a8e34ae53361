"""`casebook build`: checks all content and builds the site."""

from __future__ import annotations

import argparse
import errno
import sys
from importlib import import_module
from pathlib import Path
from stat import S_ISDIR

from casebook.build.atomic_swap import BusyError
from casebook.build.checked_project import CheckedProject
from casebook.build.manifest import ADDRESS as MANIFEST
from casebook.build.manifest import ManifestError, read_manifest
from casebook.build.release_checks import ContentError, ReleaseError
from casebook.build.site_build import build_site
from casebook.build.terminal import terminal_progress
from casebook.build.worker_pool import WorkerLostError
from casebook.checks.redaction import redacted, redacted_text
from casebook.commands.diagnosis import diagnosis
from casebook.commands.exit_codes import FOUND, MISUSED, OK
from casebook.commands.parser import GENERATORS
from casebook.config.project import Project
from casebook.content.file_access import reason_of
from casebook.editor.report import Format, check_summary, format_report
from casebook.render.renderer import RenderError
from casebook.texts import commands as texts


def run(options: argparse.Namespace) -> int:
    """Checks all content and builds the site; on failure the last site is unchanged."""
    if options.generator != GENERATORS[0]:
        import_module(f"{options.generator}.replacement")  # replaces the modules of MkDocs
    from casebook.mkdocs_adapter.settings import SettingsError, read_settings

    project = Project.here()
    target = (options.site_dir or project.site).absolute()
    try:
        if refusal := _refusal(project, target):
            return _fail(refusal.format(folder=target), MISUSED)
        checked = build_site(
            project, target, read_settings, compress=options.compress, progress=terminal_progress
        )
    except ContentError as error:
        _print_problems(error.checked)
        return _fail(f"{_summary(error.checked)}\n{error}", FOUND)
    except BusyError:
        return _fail(texts.BUSY.format(folder=target), MISUSED)
    except ReleaseError as error:
        print(format_report(map(redacted, error.problems), Format.TEXT))
        return _fail(str(error), FOUND)
    except SettingsError as error:
        return _fail(f"{error}\n{texts.BROKEN_OFF}", FOUND)
    except RenderError as error:
        return _fail(f"{diagnosis(error, project.root)}\n{texts.BROKEN_OFF}", FOUND)
    except WorkerLostError:
        return _fail(f"{texts.GENERATOR_KILLED}\n{texts.BROKEN_OFF}", FOUND)
    except OSError as error:
        return _fail(texts.DISK.format(folder=target, reason=reason_of(error)), MISUSED)
    _print_problems(checked)
    print(_built(target, checked))
    return OK


def _print_problems(checked: CheckedProject) -> None:
    if problems := (*checked.problems, *checked.address_problems):
        print(format_report(problems, Format.TEXT))


def _summary(checked: CheckedProject) -> str:
    problems = (*checked.problems, *checked.address_problems)
    summary = check_summary(problems, checked.library, checked.organisation.official)
    return redacted_text(summary, checked.library.words)


def _fail(reason: str, code: int) -> int:
    print(reason, file=sys.stderr)
    return code


def _built(target: Path, checked: CheckedProject) -> str:
    return texts.BUILT.format(
        folder=target.name,
        cases=len(checked.site.cases),
        cities=len(checked.site.cities),
        offences=len(checked.site.offences),
        pages=len(checked.site.pages) + 1,
    )


def _is_listed(target: Path) -> bool:
    """Whether a folder has a valid manifest; other programs use that file name, too."""
    try:
        read_manifest((target / MANIFEST).read_bytes())
    except (OSError, ManifestError):
        return False
    return True


def _refusal(project: Project, target: Path) -> str | None:
    """The message why a folder must not be replaced by a site; None if it may be."""
    try:
        if not S_ISDIR(target.stat().st_mode):
            return texts.TARGET_IS_FILE
    except FileNotFoundError:
        pass  # free, unless it is inside a source folder
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
        return texts.TARGET_IS_LOOP
    if project.is_source(target):
        return texts.TARGET_IS_SOURCE
    is_site = (target / "sitemap.xml").is_file() or _is_listed(target)
    is_free = is_site or not target.exists() or not any(target.iterdir())
    return None if is_free else texts.TARGET_IS_FOREIGN
