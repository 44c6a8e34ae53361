"""The preview server follows every change of a case while it runs.

Each test has a bulletin of its own, so that none depends on what another did.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from ..sites.building import built, environment
from ..sites.make import Content, copy_project

DEADLINE = 30
"""Seconds that a change may take to be shown."""

EDITED, ADDED, RENAMED, DELETED, BROKEN, DRAFTED, SEARCHED = (
    f"2024-09-{day:02}-shanxi" for day in range(1, 8)
)

Answer = tuple[int, str]


@dataclass(frozen=True)
class Preview:
    """A running preview and the files that it shows."""

    content: Content
    process: subprocess.Popen[bytes]
    log: Path
    origin: str

    def answer(self, case_id: str) -> Answer:
        """The status and text at the address of a case."""
        return self._get(f"cases/{case_id}/")

    def until(self, path: str, wanted: Callable[[int, str], bool]) -> Answer:
        """Asks for a page until the answer is as wanted."""
        end = time.monotonic() + DEADLINE
        last: Answer = (0, "")
        while time.monotonic() < end:
            assert self.process.poll() is None, self.render_page
            try:
                last = self._get(path)
            except (URLError, TimeoutError):
                last = (0, "")
            if wanted(*last):
                return last
            time.sleep(0.2)
        raise AssertionError(f"{path} answered {last[0]} to the end\n{last[1]}\n{self.printed}")

    def case_shows(self, case_id: str, words: str) -> str:
        """The text at the address of a case, as soon as it holds the words."""
        return self.until(
            f"cases/{case_id}/", lambda status, text: status == 200 and words in text
        )[1]

    def case_is_gone(self, case_id: str) -> None:
        self.until(f"cases/{case_id}/", lambda status, text: status == 404)

    @property
    def render_page(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def _get(self, path: str) -> Answer:
        try:
            with urlopen(self.origin + path, timeout=DEADLINE) as answer:
                return answer.status, answer.read().decode("utf-8")
        except HTTPError as error:
            return error.code, error.read().decode("utf-8")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("serve")
    root = copy_project(folder / "project")
    content = Content(root)
    content.case(f"{EDITED}/01")
    content.case(f"{ADDED}/01")
    content.case(f"{RENAMED}/01")
    content.bulletin(RENAMED, omitted=[{"number": 2, "reason": "内容重复"}])
    content.case(f"{DELETED}/01")
    content.case(f"{DELETED}/02")
    content.case(f"{BROKEN}/01")
    content.case(f"{SEARCHED}/01")
    content.case(f"{DRAFTED}/01")
    content.case(f"{DRAFTED}/02", "## 案情\n\n草稿的正文。\n", status="draft")
    port = free_port()
    log = folder / "printed.txt"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "-a", f"127.0.0.1:{port}"],
            cwd=root,
            env=environment(PYTHONUNBUFFERED="1"),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        started = Preview(content, process, log, f"http://127.0.0.1:{port}/")
        started.until("", lambda status, text: status == 200)
        yield started
    finally:
        process.kill()
        process.wait()


def test_an_edited_case_shows_its_new_text(preview):
    preview.case_shows(f"{EDITED}/01", f"这是{EDITED}/01的案情")
    preview.content.case(f"{EDITED}/01", "## 案情\n\n改过以后的正文。\n", city="大同市")
    text = preview.case_shows(f"{EDITED}/01", "改过以后的正文。")
    assert "大同市" in text
    preview.until("cities/datong/", lambda status, text: f"{EDITED}第01起案" in text)


def test_a_new_case_appears_at_its_address_and_in_lists(preview):
    assert preview.answer(f"{ADDED}/02")[0] == 404
    preview.content.case(f"{ADDED}/02", "## 案情\n\n新添的正文。\n")
    preview.case_shows(f"{ADDED}/02", "新添的正文。")
    preview.until("cases/", lambda status, text: f"{ADDED}第02起案" in text)


def test_a_renamed_case_moves(preview):
    preview.case_shows(f"{RENAMED}/01", f"这是{RENAMED}/01的案情")
    folder = preview.content.cases / RENAMED
    (folder / "01.md").rename(folder / "02.md")
    preview.content.bulletin(RENAMED, omitted=[{"number": 1, "reason": "内容重复"}])
    preview.case_shows(f"{RENAMED}/02", f"这是{RENAMED}/01的案情")
    preview.case_is_gone(f"{RENAMED}/01")


def test_a_deleted_case_is_gone(preview):
    preview.case_shows(f"{DELETED}/02", f"这是{DELETED}/02的案情")
    preview.content.remove(f"{DELETED}/02")
    preview.case_is_gone(f"{DELETED}/02")
    preview.until("cases/", lambda status, text: f"{DELETED}第02起案" not in text)
    assert preview.answer(f"{DELETED}/01")[0] == 200


def test_a_broken_case_shows_its_problem_until_it_is_mended(preview):
    preview.case_shows(f"{BROKEN}/01", f"这是{BROKEN}/01的案情")
    preview.content.case(f"{BROKEN}/01", stage="刑事拘流")
    text = preview.case_shows(f"{BROKEN}/01", "刑事拘流")
    assert f"cases/{BROKEN}/01.md:" in text
    assert "刑事拘留" in text
    preview.until("problems/", lambda status, text: status == 200 and "刑事拘流" in text)
    for path in ("", "cases/", f"cases/{BROKEN}/", f"cases/{DELETED}/01/", "cities/taiyuan/"):
        preview.until(path, lambda status, text: status == 200 and "刑事拘流" not in text)
    preview.content.case(f"{BROKEN}/01", "## 案情\n\n改好以后的正文。\n")
    assert "刑事拘流" not in preview.case_shows(f"{BROKEN}/01", "改好以后的正文。")
    preview.until("problems/", lambda status, text: status == 404)


def test_a_case_whose_front_matter_cannot_be_read_shows_its_problem(preview):
    path = preview.content.case(f"{EDITED}/02", "## 案情\n\n第二起的正文。\n")
    preview.case_shows(f"{EDITED}/02", "第二起的正文。")
    path.write_text("title: 没有文件头\n", encoding="utf-8")
    text = preview.case_shows(f"{EDITED}/02", f"cases/{EDITED}/02.md:1:1")
    assert "第二起的正文。" not in text
    preview.content.case(f"{EDITED}/02", "## 案情\n\n第二起改好了。\n")
    preview.case_shows(f"{EDITED}/02", "第二起改好了。")


def test_a_draft_is_shown_as_one_and_published_nowhere(preview, tmp_path):
    text = preview.case_shows(f"{DRAFTED}/02", "草稿的正文。")
    assert "只在预览中显示，不会发布" in text
    preview.until(f"cases/{DRAFTED}/", lambda status, text: f"{DRAFTED}第02起案" in text)

    content = Content(tmp_path)
    content.case(f"{SEARCHED}/01")
    content.case(f"{DRAFTED}/01")
    content.case(f"{DRAFTED}/02", "## 案情\n\n草稿的正文。\n", status="draft")
    site = built(tmp_path / "site", cases=content.cases)
    assert f"cases/{DRAFTED}/01/" in site.pages
    assert f"cases/{DRAFTED}/02/" not in site.pages
    assert [
        page.address for page in site.pages.values() if f"{DRAFTED}第02起案" in page.source
    ] == []


def test_the_search_index_is_made_on_demand_and_anew_after_a_change(preview):
    def version_with(text: str) -> str:
        found = []

        def holds(status: int, manifest: str) -> bool:
            if status != 200:
                return False
            version, cases = (json.loads(manifest)[name] for name in ("version", "cases"))
            files = [f"search/{version}/cases/{number}.json" for number in range(cases)]
            found.append(version)
            return any(text in preview.until(name, lambda *_: True)[1] for name in files)

        preview.until("search/index.json", holds)
        return found[-1]

    before = version_with(f"这是{SEARCHED}/01的案情")
    preview.content.case(f"{SEARCHED}/02", "## 案情\n\n只为检索添的正文。\n", status="draft")
    assert version_with("只为检索添的正文。") != before
