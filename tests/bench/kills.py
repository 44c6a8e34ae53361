"""Kills builds at random moments and looks at what stands published after each.

    python -m tests.bench.kills [--kills 50] [--seed 1]

Two small made-up contents take turns: each build publishes the one that does not stand there now,
and is killed with all that it started, at a moment between its beginning and a little after its
usual end. What stands there then must be wholly the old site or wholly the new one, byte for byte.
A build that is left alone follows at last: it must succeed and leave nothing beside its site.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..sites.building import CASEBOOK, built, digest, environment
from ..sites.make import BULLETIN, Content, copy_project

LATEST = 1.1
"""The last moment to kill at, in usual lengths of a build."""

CHECKING, GENERATING, WRITING, LISTED, SWEEPING, ENDED = (
    "checking content",
    "generating pages",
    "writing outputs, inspecting",
    "manifest written",
    "new site in place, sweeping",
    "had ended",
)
PHASES = (CHECKING, GENERATING, WRITING, LISTED, SWEEPING, ENDED)
"""How far a build had come, in this order; told by what it left behind."""

GROWING = 1.02
"""By how much a build is taken to be longer after each kill, until one ends by itself again."""

CACHE = ".cache/casebook"
"""Below the project: what stands published must be whole whatever killed builds left there."""

FIRST_OUTPUT = "feed.xml"
"""What no folder has before the outputs are written, or the spare has taken its place."""

OLD, NEW, BROKEN = "old", "new", "broken"
STATES = (OLD, NEW, BROKEN)

Digest = dict[str, str]


@dataclass(frozen=True, slots=True)
class Kill:
    """One build that was killed, how far it had come, and what stood published then."""

    moment: float
    """Seconds after its beginning; of one that had ended, how long it took."""
    phase: str
    state: str


@dataclass(frozen=True, slots=True)
class Ground:
    """Where builds are killed: a copy of the project, for nobody may change it meanwhile."""

    project: Path
    target: Path
    contents: tuple[Path, Path]
    """The cases folders that take turns."""
    digests: tuple[Digest, Digest]
    """The site that each of them makes."""

    @property
    def standing(self) -> int | None:
        """Which of the two sites is published now; None if neither."""
        found = digest(self.target)
        return next((turn for turn, known in enumerate(self.digests) if known == found), None)


def contents(root: Path) -> tuple[Path, Path]:
    """Two corpora that differ in the number of cases, their texts and their cities."""
    one, other = Content(root / "one"), Content(root / "other")
    one.case(f"{BULLETIN}/01")
    one.case(f"{BULLETIN}/02", city="大同市")
    for number in range(1, 6):
        other.case(f"{BULLETIN}/{number:02}", f"## 案情\n\n改写过的第{number}起。\n", city="运城市")
    return one.cases, other.cases


def prepared(root: Path) -> tuple[Ground, float]:
    """Both sites built once, the first of them published; and how long a build takes here."""
    made = contents(root)
    project = copy_project(root / "project")
    lengths = []
    for turn, cases in enumerate(made):
        start = time.monotonic()
        build(project, root / f"whole-{turn}", cases)
        lengths.append(time.monotonic() - start)
    target = root / "published/site"
    build(project, target, made[0])
    digests = (digest(root / "whole-0"), digest(root / "whole-1"))
    ground = Ground(project, target, made, digests)
    if ground.standing != 0:
        raise SystemExit("The same content gave two different sites: nothing can be said.")
    return ground, max(lengths)


def build(project: Path, site: Path, cases: Path) -> None:
    """A build that nobody disturbs, which must succeed."""
    settings = {"PYTHONPATH": str(project / "hooks"), "CASEBOOK_CACHE": str(project / CACHE)}
    built(site, cases=cases, root=project, **settings)


def killed(ground: Ground, old: int, moment: float) -> Kill:
    """Begins a build of the other content, kills it at a moment, and looks at what is there."""
    before = beside(ground.target)
    process = subprocess.Popen(
        [CASEBOOK, "build", "--site-dir", ground.target],
        cwd=ground.project,
        env=environment(
            CASEBOOK_CASES=str(ground.contents[1 - old]),
            CASEBOOK_CACHE=str(ground.project / CACHE),
            PYTHONPATH=str(ground.project / "hooks"),
        ),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    start = time.monotonic()
    try:
        process.wait(timeout=moment)
        has_ended, moment = True, time.monotonic() - start
    except subprocess.TimeoutExpired:
        has_ended = False
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    state = {old: OLD, 1 - old: NEW, None: BROKEN}[ground.standing]
    fresh = beside(ground.target) - before
    come = ENDED if has_ended else phase(fresh, state, ground.digests)
    return Kill(moment, come, state)


def beside(target: Path) -> set[Path]:
    """What stands beside a site but for the lock, which is never removed."""
    return {
        path
        for path in target.parent.iterdir()
        if path != target and path.name != f".{target.name}.lock"
    }


def phase(left: Iterable[Path], state: str, finished: Sequence[Digest]) -> str:
    """How far a killed build had come, by the folders that it left beside its site."""
    if state == NEW:
        return SWEEPING
    folder = next(iter(left), None)
    if folder is None:
        return CHECKING
    if digest(folder) in finished:
        return LISTED
    return WRITING if (folder / FIRST_OUTPUT).exists() else GENERATING


def bench(ground: Ground, kills: int, usual: float, dice: random.Random) -> Iterator[Kill]:
    """Kills so many builds, each of what does not stand published; a broken site ends it.

    How long a build takes is taken anew from each that ends by itself: other work on the machine
    comes and goes.
    """
    standing = 0
    for _ in range(kills):
        kill = killed(ground, standing, dice.uniform(0, usual * LATEST))
        yield kill
        usual = kill.moment if kill.phase == ENDED else usual * GROWING
        if kill.state == BROKEN:
            return
        standing = standing if kill.state == OLD else 1 - standing


def afterwards(ground: Ground) -> list[str]:
    """What is wrong after a last build that nobody disturbs; nothing if all is well."""
    wanted = 1 - (ground.standing or 0)
    build(ground.project, ground.target, ground.contents[wanted])
    wrong = [] if ground.standing == wanted else ["the last build did not publish its site"]
    return wrong + [f"left behind: {path.name}" for path in sorted(beside(ground.target))]


def table(kills: Iterable[Kill]) -> Iterator[str]:
    """How often the old, the new and a broken site stood there, by how far the build had come."""
    counted = Counter((kill.phase, kill.state) for kill in kills)
    yield f"{'killed while':30}" + "".join(f"{name:>8}" for name in ("kills", *STATES))
    for name in PHASES:
        row = [counted[name, state] for state in STATES]
        yield f"{name:30}" + "".join(f"{count:8}" for count in (sum(row), *row))
    sums = [sum(counted[name, state] for name in PHASES) for state in STATES]
    yield f"{'all':30}" + "".join(f"{count:8}" for count in (sum(sums), *sums))


def main() -> int:
    """Kills, prints the table, and says by its exit code whether a site was ever broken."""
    parser = argparse.ArgumentParser(description="Kills builds at random moments.")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="casebook-kills-") as folder:
        ground, usual = prepared(Path(folder))
        found = list(bench(ground, options.kills, usual, random.Random(options.seed)))
        is_whole = all(kill.state != BROKEN for kill in found)
        wrong = afterwards(ground) if is_whole else ["a site was broken"]
    print(f"{len(found)} kills, seed {options.seed}, a build takes {usual:.1f} s,", end=" ")
    print(f"load {os.getloadavg()[0]:.1f}\n")
    print("\n".join([*table(found), "", *(wrong or ["the last build published its site"])]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
