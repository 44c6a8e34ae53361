"""The contest of builders: its sources, its looks at memory, its edits, its tables and files."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from casebook.content.files import Folders
from casebook.content.loader import load
from casebook.pages.site import plan_site

from . import hugo_sources, synthetic
from .build import keep
from .contest import (
    COPY,
    EVERYTHING,
    HUGO,
    PAGES,
    UNIT,
    Contender,
    Figures,
    Ground,
    Weight,
    contest,
    hugo,
)
from .edits import a_case, edited, retitled
from .memory import ROLLUP, peak
from .plot import draw
from .running import ROOT, Run, measured
from .serving import until
from .standings import Standings, times, weights

CASES = 12


def needs(name: str) -> pytest.MarkDecorator:
    """Skips where a package of the extra `bench` is not installed."""
    return pytest.mark.skipif(
        find_spec(name) is None, reason=f"{name} is not installed; `make bench` installs it"
    )


@pytest.fixture(scope="module")
def cases(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("cases")
    synthetic.write(folder, CASES)
    return folder


@pytest.fixture(scope="module")
def sources(cases, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("hugo")
    hugo_sources.write(cases, folder)
    return folder


@pytest.fixture(scope="module")
def library(cases):
    return load(Folders(cases=cases, docs=ROOT / "docs", root=ROOT))[0]


def head(path: Path) -> dict[str, object]:
    return json.loads(path.read_text(encoding="utf-8").split("\n\n", 1)[0])


def run(wall: float, cpu: float, system: float) -> Run:
    return Run(wall, cpu, 10**6, system)


def standings(cases: int = 100, hugo: float = 2.0) -> Standings:
    site = Weight(200, 4_000_000, 5_000_000)
    return Standings(
        cases,
        0.5,
        {
            UNIT: Figures([run(0.5, 0.5, 0.0)], 10**6, Weight(0, 0, 0)),
            PAGES: Figures(
                [run(9.0, 5.0, 1.0), run(1.0, 1.5, 0.5), run(3.0, 4.0, 1.0)], 10**8, site
            ),
            COPY: Figures([run(0.25, 0.2, 0.2)], None, site),
            HUGO: Figures([run(hugo, 3.0, 1.0)], 2 * 10**8, Weight(190, 3_600_000, 4_000_000)),
        },
        [0.5, 0.3, 0.4],
    )


def test_hugo_is_given_every_case_that_stands_in_lists_with_its_terms(sources, library):
    site = plan_site(library)
    files = (sources / "content" / "cases").glob("*/[0-9]*.md")
    assert {path.relative_to(sources / "content").as_posix() for path in files} == {
        case.uri for case in site.cases
    }
    terms = json.loads((sources / "data" / "terms.json").read_text(encoding="utf-8"))
    for case in site.cases:
        path = sources / "content" / case.uri
        fields = head(path)
        assert fields["title"] == case.title
        assert case.body.strip() in path.read_text(encoding="utf-8")
        assert fields["offences"] == [group.slug for group in case.offences]
        for kind in terms.keys() & fields.keys():
            assert set(fields[kind]) <= terms[kind].keys(), kind


def test_a_term_of_ours_has_one_name_in_hugo(library):
    terms = hugo_sources.terms(library, plan_site(library).cases)
    assert terms.keys() >= {"provinces", "cities", "offences", "years", "stages"}
    slugs = [(kind, slug) for kind, those in terms.items() for slug in those]
    assert all(re.fullmatch(r"[a-z0-9-]+", slug) for _, slug in slugs)


@needs("hugo")
def test_hugo_makes_of_them_nearly_what_we_make(sources, library, tmp_path):
    measured(hugo(sources, tmp_path), dict(os.environ))
    site = plan_site(library)
    for case in site.cases:
        page = (tmp_path / "cases" / case.id / "index.html").read_text(encoding="utf-8")
        assert f'<h1 class="reads">{case.title}</h1>' in page
        assert page.count("</details>") == len(case.offences[0].fields.laws)
        assert "防范提示" in page
        assert json.loads(page.split('ld+json">')[1].split("</script>")[0])["@graph"]
    listed = (tmp_path / "cases" / "index.html").read_text(encoding="utf-8")
    assert listed.count('<li class="item">') == len(site.cases) + min(4, len(site.bulletins))
    assert f"共{len(site.cases)}起案例" in listed
    assert not list(tmp_path.rglob("*.xml"))


def test_an_edit_changes_a_case_in_another_way_each_time_and_is_taken_back(cases):
    case = a_case(cases)
    before = case.read_bytes()
    seen = {before}
    for number in range(3):
        with edited(case, number):
            seen.add(case.read_bytes())
    with retitled(case, 0) as title:
        assert f"title: {title}\n" in case.read_text(encoding="utf-8")
    assert case.read_bytes() == before
    assert len(seen) == 4


def test_an_edit_is_taken_back_after_a_failure(cases):
    case = a_case(cases)
    before = case.read_bytes()
    with pytest.raises(ZeroDivisionError), edited(case, 0):
        _ = 1 / 0
    assert case.read_bytes() == before


@needs("psutil")
@pytest.mark.skipif(not ROLLUP.exists(), reason="this system does not add up what a process holds")
def test_memory_is_that_of_the_whole_tree():
    megabytes = 40
    holding = f"import time; held = b'x' * {megabytes * 10**6}; time.sleep(0.6)"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {holding!r}])"
    both = f"import subprocess, sys; held = b'x' * {megabytes * 10**6}; {child}"
    environment = dict(os.environ)
    alone = peak([sys.executable, "-c", child], environment, interval=0.05)
    together = peak([sys.executable, "-c", both], environment, interval=0.05)
    assert megabytes * 1e6 < alone < together - 0.8 * megabytes * 1e6


@needs("psutil")
def test_a_command_that_fails_ends_the_contest_with_what_it_said():
    command = [sys.executable, "-c", "raise SystemExit('no disk')"]
    for way in (measured, peak):
        with pytest.raises(SystemExit, match="no disk"):
            way(command, dict(os.environ))


@needs("psutil")
def test_contenders_take_turns_and_find_an_empty_place(tmp_path):
    order = tmp_path / "order"

    def command(name: str, target: Path) -> list[str]:
        return [
            "sh",
            "-c",
            f"mkdir '{target}' && echo hi > '{target}/index.html' && echo {name} >> {order}",
        ]

    ground = Ground(tmp_path, tmp_path, dict(os.environ))
    taking_part = [
        Contender("a", lambda target: command("a", target)),
        Contender("b", lambda target: command("b", target), when="once"),
    ]
    found = contest(ground, taking_part, 2)
    assert order.read_text().split() == ["a", "b", "a", "a", "b"]
    assert [len(figures.runs) for figures in found.values()] == [2, 1]
    assert found["a"].site == Weight(1, 3, 3)
    assert not ground.target("a").exists()


def test_the_table_has_medians_and_ratios_to_hugo_and_to_a_copy():
    lines = {line[:20].strip(): line[20:].split() for line in times(standings())}
    assert lines[PAGES] == ["3.00", "3.00", "1.00", "1.50", "12.00", "8.0", "100", "0.50"]
    assert lines[COPY][-2:] == ["–", "–"]
    assert lines["serve: save to page"][0] == "0.40"


def test_sites_are_weighed_beside_our_pages():
    lines = {line[:20].strip(): line[20:].split() for line in weights(standings())}
    assert lines[HUGO] == ["190", "95%", "3.6", "90%", "4.0"]
    assert EVERYTHING not in lines


def test_the_file_of_results_holds_every_run(tmp_path):
    keep([standings(), standings(1000)], tmp_path / "found.json")
    written = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))
    assert [one["cases"] for one in written["sizes"]] == [100, 1000]
    pages = written["sizes"][0]["figures"][PAGES]
    assert [one["wall"] for one in pages["runs"]] == [9.0, 1.0, 3.0]
    assert pages["site"]["html"] == 4_000_000
    assert written["machine"]["processors"] == os.cpu_count()


@needs("matplotlib")
def test_the_drawing_has_a_line_for_each_contender(tmp_path):
    draw([standings(1000, hugo=20.0), standings()], tmp_path / "found.svg")
    drawing = (tmp_path / "found.svg").read_text(encoding="utf-8")
    assert all(f">{name}<" in drawing for name in (PAGES, HUGO, COPY, "cases", "wall seconds"))
    assert f">{UNIT}<" not in drawing
    draw([standings(1000, hugo=20.0), standings()], tmp_path / "again.svg")
    assert (tmp_path / "again.svg").read_text(encoding="utf-8") == drawing


def test_a_server_that_ends_is_not_waited_for(tmp_path):
    with (tmp_path / "said").open("w+b") as said:
        server = subprocess.Popen(
            [sys.executable, "-c", "raise SystemExit('port taken')"], stderr=said
        )
        start = time.monotonic()
        with pytest.raises(SystemExit, match="port taken"):
            until("http://127.0.0.1:9/", "<h1", server=server, said=said)
    assert time.monotonic() - start < 30
