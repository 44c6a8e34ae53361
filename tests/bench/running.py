"""Runs commands as whole processes and says what they took.

Nothing of casebook or MkDocs is imported here: on Linux a child's peak counts the memory of the
process that started it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[2]
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
"""In how many bytes the system counts peak memory."""

Command = list[str]


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a command took."""

    wall: float
    cpu: float
    peak: int
    """Bytes of the largest single process."""
    system: float = 0.0
    """What of `cpu` the system took; none where nobody asked."""


def measured(command: Command, environment: dict[str, str]) -> Run:
    """Runs a command and waits for it; SystemExit with what it said if it fails."""
    with tempfile.TemporaryFile() as said:
        start = perf_counter()
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=said, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)}\n{said.read().decode()}")
    cpu = usage.ru_utime + usage.ru_stime
    return Run(wall, cpu, usage.ru_maxrss * PEAK_UNIT, usage.ru_stime)


def corpus(folder: Path, cases: int) -> dict[str, str]:
    """The environment in which a new synthetic corpus is the cases folder."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    python("tests.bench.synthetic", str(folder), "--cases", str(cases), environment=environment)
    return {**environment, "CASEBOOK_CASES": str(folder)}


def python(module: str, *arguments: str, environment: dict[str, str]) -> Run:
    """Runs a module of this environment's Python."""
    return measured([sys.executable, "-m", module, *arguments], environment)


def building(site: Path) -> Command:
    """The command that builds the site into a folder."""
    return [sys.executable, "-m", "casebook.cli", "build", "--site-dir", str(site)]
