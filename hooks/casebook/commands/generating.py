"""Generating: the pages, made by the site's generator in a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from casebook import texts
from casebook.commands.diagnosis import diagnosis
from casebook.project import CASES_VARIABLE, OUTPUTS_VARIABLE, Project

_SYSTEM_REFUSED = re.compile(r"^\w+Error: \[Errno (\d+)\] ", re.MULTILINE)
"""How Python says last that the system refused it something."""


class BrokenOffError(Exception):
    """The generator gave up; the text says why."""


def generate(project: Project, folder: Path, generator: str) -> None:
    """Writes the pages into a folder, where every warning is a failure.

    OSError if the system refused the generator something; BrokenOffError if it gave up otherwise.
    """
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
    if run.returncode < 0:
        raise BrokenOffError(texts.GENERATOR_KILLED.format(signal=-run.returncode))
    if run.returncode:
        said = run.stdout.decode(errors="replace")
        if numbers := _SYSTEM_REFUSED.findall(said):
            raise OSError(int(numbers[-1]), os.strerror(int(numbers[-1])))
        raise BrokenOffError(diagnosis(said, project.config))
