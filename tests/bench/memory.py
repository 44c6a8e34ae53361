"""Peak memory: what a command and all that it starts hold together, at the most."""

from __future__ import annotations

import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from .running import ROOT, Command, measured

INTERVAL = 0.25
"""Seconds between two looks."""

ROLLUP = Path("/proc/self/smaps_rollup")
"""Where Linux adds up what a process holds; not every system has it."""


def peak(command: Command, environment: dict[str, str], interval: float = INTERVAL) -> int:
    """Bytes: the largest sum over the tree of processes, seen at intervals.

    What several processes share counts once in all (the proportional set size). To look costs the
    command time, so the run is not one of those that are timed. A system that does not say so much
    tells the largest single process. SystemExit with what the command said if it fails.
    """
    if not ROLLUP.exists():
        return measured(command, environment).peak
    largest = 0
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=said, stderr=subprocess.STDOUT
        )
        while process.returncode is None:
            largest = max(largest, held_by(process.pid))
            with suppress(subprocess.TimeoutExpired):
                process.wait(interval)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)}\n{said.read().decode()}")
    return largest


def held_by(number: int) -> int:
    """The bytes that a process and those below it hold now; a process that has ended holds none."""
    import psutil

    held = 0
    with suppress(psutil.Error):
        process = psutil.Process(number)
        for one in (process, *process.children(recursive=True)):
            with suppress(psutil.Error):
                held += one.memory_full_info().pss
    return held
