"""The contest: what builds a site from the same synthetic cases, and what each of them took.

Every contender writes into a folder that does not exist yet. All of them take turns, so that a
noisy minute falls on all; the disk is brought up to date before each run. Memory is looked at in a
run of its own (see `memory`). `unit` is a fixed loop of Python, to compare machines by.

Doubts are decided in Hugo's favour: its site is nearly ours with less to do (see `hugo_sources`),
its binary is called itself, without the Python around it, and neither feeds, sitemap nor robots.txt
are asked of it, which all of ours make in `everything`.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Literal, TypeVar

from .edits import a_case, edited
from .memory import peak
from .running import Command, Run, building, corpus, measured, python

PAGES = "pages"
SEARCH = "pages, search"
EVERYTHING = "everything"
AGAIN = "everything, again"
CHECK = "check"
SERVE = "serve: save to page"
HUGO = "Hugo"
PAGEFIND = "Hugo, Pagefind"
MATERIAL = "Material"
COPY = "cp -r"
UNIT = "unit"

LOOP = "total = 0\nfor number in range(3_000_000):\n    total += number * number % 7"
NO_CACHE = {"CASEBOOK_CACHE": "no"}

When = Literal["round", "once"]
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Contender:
    """Somebody who takes part."""

    name: str
    command: Callable[[Path], Command]
    """Its command, given the folder it writes into."""
    said: dict[str, str] = field(default_factory=dict)
    """Variables of its own."""
    before: Callable[[int], AbstractContextManager[None]] = lambda number: nullcontext()
    """What holds during its run of a number, outside the timing."""
    when: When = "round"
    is_on_top: bool = False
    """Whether it builds where its last site stands."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What a finished site weighs; everything that no page is counts in `bytes` alone."""

    pages: int
    html: int
    bytes: int

    @classmethod
    def of(cls, folder: Path) -> Weight:
        """The site in `folder`, which may be missing."""
        sizes = [(path.suffix, path.stat().st_size) for path in folder.rglob("*.*")]
        html = [size for suffix, size in sizes if suffix == ".html"]
        return cls(len(html), sum(html), sum(size for _, size in sizes))


@dataclass(frozen=True, slots=True)
class Figures:
    """All that was measured of a contender."""

    runs: list[Run]
    memory: int | None
    """Bytes; None where nobody looked."""
    site: Weight


@dataclass(slots=True)
class Ground:
    """The folder of a contest, with the corpus and the sources made of it."""

    folder: Path
    cases: Path
    environment: dict[str, str]

    @classmethod
    def prepared(cls, folder: Path, cases: int) -> Ground:
        """Writes the cases and the others' sources."""
        environment = corpus(folder / "cases", cases)
        made = cls(folder, folder / "cases", environment)
        for module, sources in (
            ("tests.bench.hugo_sources", made.hugo),
            ("tests.bench.search_sources", made.material),
        ):
            python(module, str(made.cases), str(sources), environment=environment)
        return made

    def warm_up(self) -> None:
        """Lets casebook build twice, so that the next build has all that it remembers."""
        for _ in range(2):
            measured(building(self.target(AGAIN)), self.environment | self.remembering)

    @property
    def hugo(self) -> Path:
        """Where Hugo's sources stand."""
        return self.folder / "hugo"

    @property
    def material(self) -> Path:
        """Where Material's sources stand."""
        return self.folder / "material"

    @property
    def remembering(self) -> dict[str, str]:
        """The variables of a build that may use what the one before it left."""
        return {"CASEBOOK_CACHE": str(self.folder / "cache")}

    @property
    def finished(self) -> Path:
        """The site that `cp` copies."""
        return self.target(PAGES)

    def target(self, name: str) -> Path:
        """Where the contender of a name writes."""
        return self.folder / re.sub(r"\W+", "-", f"site {name}")


def contenders(ground: Ground, with_material: bool) -> Iterator[Contender]:
    """Who takes part, in the order of a round: `cp` copies what `pages` has just made."""
    yield Contender(UNIT, lambda target: [sys.executable, "-c", LOOP])
    yield Contender(CHECK, lambda target: [sys.executable, "-m", "casebook.cli", "check"], NO_CACHE)
    yield Contender(PAGES, building, NO_CACHE | {"CASEBOOK_OUTPUTS": "no"})
    yield Contender(COPY, lambda target: ["cp", "-r", str(ground.finished), str(target)])
    yield Contender(HUGO, partial(hugo, ground.hugo))
    yield Contender(PAGEFIND, partial(hugo_and_pagefind, ground.hugo))
    yield Contender(SEARCH, building, NO_CACHE | {"CASEBOOK_OUTPUTS": "search"})
    yield Contender(EVERYTHING, building, NO_CACHE)
    edit = partial(edited, a_case(ground.cases))
    yield Contender(AGAIN, building, ground.remembering, edit, is_on_top=True)
    if with_material:
        yield Contender(MATERIAL, partial(material, ground.material), when="once")


def hugo(sources: Path, target: Path) -> Command:
    """Hugo's command, with its defaults for production; SystemExit if it is not installed."""
    try:
        binary = distribution("hugo").locate_file("hugo/binaries/hugo")
    except PackageNotFoundError:
        raise SystemExit("Hugo is missing; `make bench` installs it.") from None
    return [str(binary), "--quiet", "--source", str(sources), "--destination", str(target)]


def hugo_and_pagefind(sources: Path, target: Path) -> Command:
    """The same, and then Pagefind over the texts of the pages of cases."""
    # The program itself, without the Python around it.
    from pagefind.service import get_executable

    found = get_executable()
    if found is None:
        raise SystemExit("Pagefind is missing; `make bench` installs it.")
    pagefind = [str(found), "--site", str(target), "--glob", "cases/**/index.html"]
    pagefind += ["--root-selector", "article", "--silent"]
    return ["sh", "-c", f"{shlex.join(hugo(sources, target))} && {shlex.join(pagefind)}"]


def material(sources: Path, target: Path) -> Command:
    """The command that builds the plain site of Material's."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    return [*command, "--config-file", str(sources / "mkdocs.yml"), "--site-dir", str(target)]


def contest(ground: Ground, taking_part: list[Contender], runs: int) -> dict[str, Figures]:
    """The figures of all contenders by name."""
    found: dict[str, list[tuple[Run, Weight]]] = {one.name: [] for one in taking_part}
    for number in range(runs):
        for one in taking_part:
            if one.when == "round" or not number:
                found[one.name].append(_run(ground, one, number, measured))
    peaks = {one.name: _run(ground, one, runs, peak)[0] for one in taking_part}
    return {
        name: Figures([run for run, _ in outcomes], peaks[name], outcomes[-1][1])
        for name, outcomes in found.items()
    }


def _run(
    ground: Ground, one: Contender, number: int, way: Callable[[Command, dict[str, str]], Found]
) -> tuple[Found, Weight]:
    """What a way of looking finds out of a run, and the site; only what `cp` needs stays."""
    target = ground.target(one.name)
    if not one.is_on_top:
        shutil.rmtree(target, ignore_errors=True)
    os.sync()
    with one.before(number):
        found = way(one.command(target), ground.environment | one.said)
    weight = Weight.of(target)
    if target != ground.finished and not one.is_on_top:
        shutil.rmtree(target, ignore_errors=True)
    return found, weight
