"""Generating: the whole site, made by the site's generator, which calls the hooks of casebook."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from importlib import import_module
from io import StringIO
from pathlib import Path

import click

from casebook.build.release_checks import ReleaseError
from casebook.build.worker_pool import LostHandError
from casebook.commands.diagnosis import diagnosis
from casebook.config.project import CASES_VARIABLE, NAME_VARIABLE, Project
from casebook.render.renderer import RenderError
from casebook.texts import commands as texts


class BrokenOffError(Exception):
    """The generator gave up; the text says why."""


def generate(project: Project, folder: Path, name: str, generator: str) -> None:
    """Writes a site into a folder, where every warning is a failure; problems call it `name`.

    It runs in this process, so that nothing which was read has to be read again. OSError if the
    system refused something; UnfitError if the site must not be published; BrokenOffError if the
    generator gave up otherwise.
    """
    # Not quiet: at that level warnings are not even counted, and strict means nothing.
    command = ["build", "--strict"]
    command += ["--config-file", str(project.config), "--site-dir", str(folder)]
    os.environ |= {
        CASES_VARIABLE: str(project.folders.cases),
        NAME_VARIABLE: name,
        "NO_MKDOCS_2_WARNING": "1",
    }
    said = StringIO()
    try:
        with _at(project.root), redirect_stdout(said), redirect_stderr(said):
            cli = import_module(f"{generator}.__main__").cli
            cli.main(command, prog_name=generator, standalone_mode=False)
    except click.Abort as abort:
        raise abort.__cause__ or abort from None  # as a rule Ctrl+C, which click takes for its own
    except click.ClickException as refusal:
        refusal.show(said)
        raise BrokenOffError(diagnosis(said.getvalue(), project.config)) from None
    except SystemExit:
        raise BrokenOffError(diagnosis(said.getvalue(), project.config)) from None
    except RenderError as error:
        raise BrokenOffError(diagnosis(error.trace, project.config, error.page)) from None
    except LostHandError:
        raise BrokenOffError(texts.GENERATOR_KILLED) from None
    except (OSError, ReleaseError):
        raise
    except Exception:
        raise BrokenOffError(diagnosis(traceback.format_exc(), project.config)) from None


@contextmanager
def _at(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
