"""Measures checking and building a synthetic corpus, as whole processes.

    python -m tests.bench.build --cases 1000 [--runs 3] [--json FILE]

Times are wall seconds and CPU seconds (user and system): where other programs share the machine,
only CPU means much. `unit` is a fixed loop of Python and `cp` copies the finished site, so that the
ratios to them (CPU to `unit`, wall to `cp`) compare between machines.
Memory is the largest single process. Nothing of casebook or MkDocs is imported here: on Linux a
child's peak counts the memory of the process that started it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parents[2]
UNIT = "total = 0\nfor number in range(3_000_000):\n    total += number * number % 7"
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
"""In how many bytes the system counts peak memory."""

Command = list[str]

ADDRESSED = ["env", "CASEBOOK_SITE_URL=https://www.example.gov.cn/anli/"]
"""Makes a build know the site's address, so that every case gets a QR code."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a command took."""

    wall: float
    cpu: float
    peak: int
    """Bytes of the largest single process."""


@dataclass(frozen=True, slots=True)
class Site:
    """What a finished site weighs, in bytes."""

    pages: int
    median_case: int
    largest: int
    largest_page: str
    search_index: int
    total: int

    @classmethod
    def of(cls, folder: Path) -> Site:
        """The site in `folder`."""
        sizes = {path.relative_to(folder): path.stat().st_size for path in folder.rglob("*.*")}
        pages = {path: size for path, size in sizes.items() if path.suffix == ".html"}
        cases = [size for path, size in pages.items() if path.match("cases/*/[0-9]*/index.html")]
        largest = max(pages, key=lambda path: (pages[path], str(path)))
        index = sum(sizes[path] for path in sizes.keys() - pages if path.parts[0] == "search")
        total = sum(sizes.values())
        return cls(len(pages), int(median(cases)), pages[largest], str(largest), index, total)


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
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * PEAK_UNIT)


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
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    return [*command, "--config-file", str(ROOT / "mkdocs.yml"), "--site-dir", str(site)]


def rounds(
    commands: dict[str, Command], runs: int, environment: dict[str, str]
) -> dict[str, list[Run]]:
    """Runs all commands in turn, `runs` times over, so that a noisy minute falls on all of them."""
    found: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            found[name].append(measured(command, environment))
    return found


def bench(folder: Path, cases: int, runs: int) -> tuple[dict[str, list[Run]], Site, Site]:
    """The runs of every command, the site, and the site of a tenth of the cases."""
    environment, site = corpus(folder / "cases", cases), folder / "site"
    commands = {
        "unit": [sys.executable, "-c", UNIT],
        "check": [sys.executable, "-m", "casebook.cli", "check"],
        "build": building(site),
        "build, QR codes": [*ADDRESSED, *building(folder / "other")],
        "cp": ["cp", "-r", f"{site}/.", str(folder / "copy")],
    }
    found = rounds(commands, runs, environment)
    tenth = corpus(folder / "tenth", max(1, cases // 10))
    measured(building(folder / "smaller"), tenth)
    return found, Site.of(site), Site.of(folder / "smaller")


def table(found: dict[str, list[Run]], pages: int) -> Iterable[str]:
    """The lines of the table of times: fastest and median run; what follows is of the fastest."""
    unit = min(run.cpu for run in found["unit"])
    copy = min(run.wall for run in found["cp"])
    yield f"{'':16}   wall s  median     cpu s  median   ms/page     cpu    /unit    /cp   peak MB"
    for name, runs in found.items():
        wall, cpu = [run.wall for run in runs], [run.cpu for run in runs]
        peak = max(run.peak for run in runs) / 1e6
        yield (
            f"{name:16} {min(wall):9.2f} {median(wall):7.2f} {min(cpu):9.2f} {median(cpu):7.2f}"
            f" {min(wall) / pages * 1000:9.2f} {min(cpu) / pages * 1000:7.2f}"
            f" {min(cpu) / unit:8.1f} {min(wall) / copy:6.0f} {peak:9.0f}"
        )


def weights(site: Site, smaller: Site, cases: int) -> Iterable[str]:
    """The lines on the size of the site beside that of a tenth of its cases."""
    yield f"{'':18} {f'{cases} cases':>16} {f'{max(1, cases // 10)} cases':>16}"
    for label, attribute in (
        ("pages", "pages"),
        ("median case page", "median_case"),
        ("largest page", "largest"),
        ("search index", "search_index"),
        ("whole site", "total"),
    ):
        yield f"{label:18} {getattr(site, attribute):16,} {getattr(smaller, attribute):16,}"
    yield f"largest page: {site.largest_page} ({smaller.largest_page}); sizes in bytes"


def main() -> None:
    """Measures, prints the tables and writes the figures where asked to."""
    parser = argparse.ArgumentParser(description="Measures a synthetic corpus.")
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="casebook-bench-") as folder:
        found, site, smaller = bench(Path(folder), options.cases, options.runs)
    print(f"{options.cases} cases, {options.runs} runs, load {os.getloadavg()[0]:.1f}\n")
    print("\n".join([*table(found, site.pages), "", *weights(site, smaller, options.cases)]))
    if options.json:
        runs = {name: [asdict(run) for run in runs] for name, runs in found.items()}
        figures = {"runs": runs, "site": asdict(site), "tenth": asdict(smaller)}
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
