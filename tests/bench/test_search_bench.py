"""The comparison of search engines: it measures what a page really does."""

from __future__ import annotations

from pathlib import Path

import pytest

from .build import Run
from .search_engines import Engine
from .search_findings import Findings, failures, table
from .search_server import BANDWIDTH, LATENCY, serving_slowly
from .search_visits import Answer, visit

BUSY, FETCHED = 0.12, 25_000
PAGE = """\
<!doctype html>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<form><input type="search"></form>
<p></p>
<ol></ol>
<script>
  const [list, status] = [document.querySelector("ol"), document.querySelector("p")];
  const end = performance.now() + 120;
  while (performance.now() < end);
  list.innerHTML = "<li><a href='one'></a><li><a href='two'></a>";
  document.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    await (await fetch("index.bin")).arrayBuffer();
    list.textContent = "";
    status.textContent = "没有找到。";
  });
</script>
"""
TOY = Engine("toy", "page.html?q=", "input", "Enter", "p", "ol a", ("*.bin",))


@pytest.fixture
def site(tmp_path) -> Path:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "index.bin").write_bytes(bytes(FETCHED))
    return tmp_path


def test_a_visit_finds_the_long_task_the_slow_line_and_what_went_over_it(site, browser):
    with serving_slowly(site) as served:
        first, second = visit(browser, served, TOY, ("水军", "赌博"))
    assert (first.results, first.requests, second.results, second.requests) == (2, 1, 0, 1)
    assert BUSY <= first.longest_task <= first.seconds - LATENCY
    assert first.bytes < len(PAGE.encode())
    assert FETCHED < second.bytes < FETCHED + 500
    assert second.seconds >= LATENCY + FETCHED / BANDWIDTH


def test_only_the_index_counts_as_the_index(site):
    assert list(TOY.index_files(site)) == [site / "index.bin"]


def test_the_table_compares_with_the_first_and_says_what_is_not_known():
    def findings(seconds: float, results: int) -> Findings:
        answer = Answer(results, seconds, 5, 1000, 0.05, 0.03, None)
        worst = Answer(results, 3 * seconds, 5, 1000, 0.05, 0.03, None)
        visits = [(answer, answer), (answer, answer), (worst, answer)]
        return Findings(Run(1.0, 1.0, 10**6), 3, 10**6, visits)

    found = {"casebook": findings(1.0, 20), "other": findings(2.0, 0)}
    lines = [line.split() for line in table(found)]
    time = ["first", "query:", "time", "to", "results,", "s", "1.00", "2.00", "2.00"]
    assert lines[lines.index(time) + 1] == ["worst", "3.00", "6.00", "2.00"]
    assert ["first", "query:", "page's", "memory,", "MB", "–", "–", "–"] in lines
    assert list(failures(found, [("甲", "乙")] * 3)) == ["other found nothing: 甲 乙 甲 乙 甲 乙"]
