"""Compares casebook's search with Material's and with Pagefind's, over the same synthetic cases.

    python -m tests.bench.search --cases 1000 [--pairs 3] [--json FILE]

Material has a plain site of the cases, Pagefind the pages of that site and a page of ours over its
interface. What indexing takes is told in `search_indexing`; of Pagefind it is the whole program.
Every pair of queries is asked in a new browser with nothing in its cache, over a line with
80 ms a request and 10 Mbit/s: the first opens the search page, the second is typed there.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from .build import Run, building, corpus, measured, python
from .search_engines import CASEBOOK, MATERIAL, PAGEFIND, PAGEFIND_PAGE, Engine
from .search_findings import Findings, failures, table
from .search_server import serving_slowly
from .search_visits import Answer, browsing, visit

Pairs = Sequence[tuple[str, str]]

PAIRS: Pairs = (
    ("水军", "侵犯公民个人信息"),
    ("冒充客服诈骗", "赌博"),
    ("偷拍", "虚假投资诈骗"),
    ("买卖公民个人信息", "黑客"),
    ("谣言", "搭建赌博网站"),
)
"""Short and long ones, as readers ask; the cases have them all."""


def bench(folder: Path, cases: int, pairs: Pairs) -> dict[str, Findings]:
    """The findings of each engine by its name."""
    environment = corpus(folder / "cases", cases)
    sites = {CASEBOOK: folder / "site", MATERIAL: folder / "plain", PAGEFIND: folder / "plain"}
    indexing = {
        CASEBOOK: _casebook(folder, environment),
        MATERIAL: _material(folder, environment),
        PAGEFIND: _pagefind(folder, environment),
    }
    visits = _visits(sites, pairs)
    found = {}
    for engine, site in sites.items():
        sizes = [path.stat().st_size for path in engine.index_files(site)]
        found[engine.name] = Findings(indexing[engine], len(sizes), sum(sizes), visits[engine])
    return found


def _casebook(folder: Path, environment: dict[str, str]) -> Run:
    measured(building(folder / "site"), environment)
    return _indexing("casebook", folder / "cases", folder / "index", environment)


def _material(folder: Path, environment: dict[str, str]) -> Run:
    sources = folder / "sources"
    module = "tests.bench.search_sources"
    python(module, str(folder / "cases"), str(sources), environment=environment)
    return _indexing("material", sources / "mkdocs.yml", folder / "plain", environment)


def _pagefind(folder: Path, environment: dict[str, str]) -> Run:
    site = folder / "plain"
    # The home page stays out, and of each case what the theme says around it.
    options = ["--glob", "cases/**/index.html", "--root-selector", "article"]
    found = python("pagefind", "--site", str(site), *options, environment=environment)
    (site / "find.html").write_text(PAGEFIND_PAGE, encoding="utf-8")
    return found


def _indexing(engine: str, source: Path, folder: Path, environment: dict[str, str]) -> Run:
    result = folder.with_suffix(".json")
    arguments = [engine, str(source), str(folder), str(result)]
    python("tests.bench.search_indexing", *arguments, environment=environment)
    return Run(**json.loads(result.read_text(encoding="utf-8")))


def _visits(sites: dict[Engine, Path], pairs: Pairs) -> dict[Engine, list[tuple[Answer, Answer]]]:
    """The visits of every pair to all engines in turn, so that a noisy minute falls on all."""
    found: dict[Engine, list[tuple[Answer, Answer]]] = {engine: [] for engine in sites}
    with ExitStack() as stack:
        browser = stack.enter_context(browsing())
        served = {engine: stack.enter_context(serving_slowly(sites[engine])) for engine in sites}
        # The first visit is for the server, which packs what it has not sent before.
        for engine in sites:
            visit(browser, served[engine], engine, pairs[0])
        for pair in pairs:
            for engine, visits in found.items():
                visits.append(visit(browser, served[engine], engine, pair))
    return found


def main() -> None:
    """Measures, prints the table and writes the figures where asked to."""
    parser = argparse.ArgumentParser(description="Compares search engines over synthetic cases.")
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--pairs", type=int, choices=range(1, len(PAIRS) + 1), default=len(PAIRS))
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    pairs = PAIRS[: options.pairs]
    with tempfile.TemporaryDirectory(prefix="casebook-bench-") as folder:
        found = bench(Path(folder), options.cases, pairs)
    print(f"{options.cases} cases, {len(pairs)} pairs, load {os.getloadavg()[0]:.1f}\n")
    print("\n".join([*table(found), *failures(found, pairs)]))
    if options.json:
        figures = {name: asdict(findings) for name, findings in found.items()}
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
