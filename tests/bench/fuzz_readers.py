"""Tries the reader of each format with damaged files, in processes of their own.

    python -m tests.bench.fuzz_readers [--minutes 10] [--seed 1] [--formats docx,pdf] [--jobs 2]

Small harmless files are changed at random: bits, pieces and, as their format has them, parts,
elements and numbers. Each must be read or refused, within the time and the memory of attempts; of
every twentieth document, nothing may be lost on the way to the cases. What fails is kept in a
folder that is named at the end.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from .fuzz_attempts import DOCUMENT, FAILURE, REFUSAL, Attempt, file_of
from .fuzz_seeds import NAMES, seeds
from .running import ROOT

KEPT = 3
"""How many files are kept of failures of the same kind."""


@dataclass(slots=True)
class Tally:
    """What became of the files of a format."""

    name: str
    minutes: float
    files: int = 0
    documents: int = 0
    refusals: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    """Milliseconds of the processor."""
    peak: float = 0.0
    """MB."""

    def add(self, attempt: Attempt) -> None:
        """Counts one more file."""
        self.files += 1
        self.documents += attempt.outcome == DOCUMENT
        if attempt.outcome == REFUSAL:
            self.refusals[attempt.kind] += 1
        if attempt.outcome == FAILURE:
            self.failures[attempt.kind] += 1
        self.slowest = max(self.slowest, attempt.milliseconds)
        self.peak = max(self.peak, attempt.peak)


@dataclass(frozen=True, slots=True)
class Fuzzing:
    """Where and how long files are tried."""

    folder: Path
    """Holds the seeds, and the file that each process reads."""
    failures: Path
    seed: int
    minutes: float

    def tally(self, name: str) -> Tally:
        """Tries files of a format until the time is over; a process that crashes is begun anew."""
        tally = Tally(name, self.minutes)
        end = time.monotonic() + self.minutes * 60
        while (left := end - time.monotonic()) > 0:
            self._run(tally, left)
        return tally

    def _run(self, tally: Tally, seconds: float) -> None:
        first = tally.files
        command = [sys.executable, "-m", "tests.bench.fuzz_attempts", str(self.folder), tally.name,
                   str(self.seed), str(first), str(seconds)]  # fmt: skip
        with (
            tempfile.TemporaryFile() as said,
            subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=said) as process,
        ):
            assert process.stdout is not None
            for line in process.stdout:
                attempt = Attempt(**json.loads(line))
                tally.add(attempt)
                if attempt.outcome == FAILURE:
                    self._keep(tally, attempt)
            if process.wait():
                said.seek(0)
                report = said.read().decode("utf-8", "replace")
                self._crashed(tally, process.returncode, report, has_begun=tally.files > first)

    def _crashed(self, tally: Tally, code: int, report: str, *, has_begun: bool) -> None:
        """Counts the file that ended its process."""
        if code > 0 and not has_begun:
            raise SystemExit(report)
        kind = f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
        attempt = Attempt(tally.files, FAILURE, kind, 0.0, 0.0, report)
        tally.add(attempt)
        self._keep(tally, attempt)

    def _keep(self, tally: Tally, attempt: Attempt) -> None:
        """Keeps the file of a failure, from its number, and why it failed."""
        if tally.failures[attempt.kind] > KEPT:
            return
        paths = sorted((self.folder / tally.name).iterdir())
        files = [path.read_bytes() for path in paths]
        kept = self.failures / f"{tally.name}-{attempt.number}.{tally.name}"
        kept.write_bytes(file_of(files, tally.name, self.seed, attempt.number))
        kept.with_suffix(".log").write_text(f"{attempt.kind}\n\n{attempt.report}", "utf-8")


def planted(folder: Path, names: list[str], console: Console) -> list[str]:
    """Writes the seeds of the formats; tells of those without any, and leaves them out."""
    found = []
    for name in names:
        (folder / name).mkdir()
        for number, data in enumerate(seeds(name)):
            (folder / name / f"{number:03}").write_bytes(data)
            found.append(name)
    for name in names:
        if name not in found:
            console.print(f"{name}: skipped, its files are not beside this checkout")
    return list(dict.fromkeys(found))


def table(tallies: list[Tally]) -> Table:
    """What became of the files, a format a row."""
    made = Table()
    for title in ("format", "minutes", "files", "documents", "refusals", "slowest ms", "peak MB",
                  "failures"):  # fmt: skip
        made.add_column(title, justify="left" if title in ("format", "refusals") else "right")
    for one in tallies:
        refusals = ", ".join(f"{kind} {count}" for kind, count in one.refusals.most_common())
        made.add_row(
            one.name, f"{one.minutes:g}", str(one.files), str(one.documents), refusals,
            f"{one.slowest:.0f}", f"{one.peak:.0f}", str(one.failures.total()),
        )  # fmt: skip
    return made


def main() -> int:
    """Tries the formats, prints the table, and says by its exit code whether anything failed."""
    parser = argparse.ArgumentParser(description="Tries the readers with damaged files.")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--formats", default=",".join(NAMES))
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    names = options.formats.split(",")
    if unknown := set(names) - set(NAMES):
        parser.error(f"no such format: {', '.join(sorted(unknown))}")
    terminal = Console()
    console = terminal if terminal.is_terminal else Console(width=140)
    failures = Path(tempfile.mkdtemp(prefix="casebook-fuzz-"))
    with tempfile.TemporaryDirectory(prefix="casebook-seeds-") as folder:
        names = planted(Path(folder), names, console)
        fuzzing = Fuzzing(Path(folder), failures, options.seed, options.minutes)
        with ThreadPoolExecutor(options.jobs) as pool:
            running = [pool.submit(fuzzing.tally, name) for name in names]
            for one in as_completed(running):
                console.print(f"{one.result().name}: {one.result().files} files")
    tallies = [one.result() for one in running]
    console.print(f"seed {options.seed}")
    console.print(table(tallies))
    for tally in tallies:
        for kind, count in tally.failures.most_common():
            console.print(f"{tally.name}: {count} × {kind}", markup=False)
    if not any(tally.failures for tally in tallies):
        shutil.rmtree(failures)
        return 0
    console.print(f"kept in {failures}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
