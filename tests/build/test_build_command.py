"""The build command publishes a whole site or leaves the old one as it was."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from filelock import FileLock

from casebook.content.url_ledger import ledger_text

from ..sites.building import CASEBOOK, BuiltSite, digest, environment, run_build
from ..sites.make import ROOT, Content, copy_project

BULLETIN = "2024-09-01-shanxi"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """Three cases in two cities and one municipality."""
    made = Content(tmp_path)
    made.case(f"{BULLETIN}/01")
    made.case(f"{BULLETIN}/02", city="大同市")
    made.bulletin("2024-10-01-chongqing", province="重庆市")
    made.case("2024-10-01-chongqing/01", city="重庆市", offence="网络黑客")
    return made


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    """A folder that stands for the site of an earlier build."""
    site = tmp_path / "site"
    (site / "deep").mkdir(parents=True)
    (site / "index.html").write_text("<h1>旧的网站</h1>", encoding="utf-8")
    (site / "sitemap.xml").write_text("<urlset/>", encoding="utf-8")
    (site / "deep/old.bin").write_bytes(bytes(range(256)))
    return site


def break_a_case(content: Content) -> None:
    content.case(f"{BULLETIN}/02", stage="刑事拘流")


def test_the_closing_line(content, tmp_path):
    root = copy_project(tmp_path / "project")
    run = run_build(tmp_path / "public", cases=content.cases, root=root)
    assert run.returncode == 0, run.stderr
    pages = len(BuiltSite(tmp_path / "public").pages)
    assert run.stdout == (
        f"网站已生成到 public/：3 起案例，3 个城市，15 个类型，{pages} 个页面。\n"
    )


def test_an_error_in_a_case_leaves_the_old_site(content, old_site, tmp_path):
    before = digest(old_site)
    break_a_case(content)
    run = run_build(old_site, cases=content.cases, root=copy_project(tmp_path / "project"))
    assert run.returncode == 1
    (line,) = run.stdout.splitlines()
    path = (content.cases / BULLETIN / "02.md").as_posix()
    assert re.match(rf"{re.escape(path)}:[0-9]+:[0-9]+: ", line)
    assert "刑事拘流" in line
    assert "刑事拘留" in line
    assert run.stderr.splitlines() == [
        "检查了 2 期通报、2 起案例，另有 1 个文件读不完整：发现 1 个错误。",
        "没有生成网站，原有的网站保持不变。",
    ]
    assert digest(old_site) == before


def test_an_error_in_a_case_makes_no_site_where_there_was_none(content, tmp_path):
    break_a_case(content)
    run = run_build(tmp_path / "site", cases=content.cases)
    assert run.returncode == 1
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("generator", ["mkdocs", "properdocs"])
def test_the_generator_alone_leaves_the_old_site_too(content, old_site, generator):
    before = digest(old_site)
    break_a_case(content)
    run = subprocess.run(
        [sys.executable, "-m", generator, "build", "--site-dir", old_site],
        cwd=ROOT,
        env=environment(CASEBOOK_CASES=str(content.cases)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert run.returncode == 1
    assert "刑事拘流" in run.stdout + run.stderr
    assert digest(old_site) == before


def test_a_dead_link_leaves_the_old_site(content, old_site):
    """What only the generator notices: a link to a place that a page does not have."""
    before = digest(old_site)
    content.case(
        f"{BULLETIN}/02", "## 案情\n\n见[另一处](../2024-09-01-shanxi/01.md#没有这一节)。\n"
    )
    run = run_build(old_site, cases=content.cases)
    assert run.returncode == 1
    assert "没有这一节" in run.stdout + run.stderr
    assert "原有的网站保持不变。" in run.stderr
    assert digest(old_site) == before


def test_a_warning_does_not_stop_a_build(content, tmp_path):
    content.case(f"{BULLETIN}/02", review_on="2024-12-01")
    run = run_build(tmp_path / "site", cases=content.cases)
    assert run.returncode == 0, run.stderr
    assert "2024-12-01" in run.stdout
    assert (tmp_path / "site/index.html").is_file()


def test_no_cases_at_all_publish_nothing(tmp_path, old_site):
    before = digest(old_site)
    (tmp_path / "none").mkdir()
    run = run_build(old_site, cases=tmp_path / "none")
    assert run.returncode == 1
    assert digest(old_site) == before


def test_a_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/a.jpg").write_bytes(b"1")
    run = run_build(tmp_path / "photos")
    assert run.returncode == 2
    assert run.stderr == (
        f"{tmp_path / 'photos'} 里有别的文件，网站会把它们全部换掉。请换一个空文件夹。\n"
    )
    assert (tmp_path / "photos/a.jpg").read_bytes() == b"1"


def test_a_second_build_of_the_same_folder_is_turned_away(content, old_site):
    before = digest(old_site)
    with FileLock(old_site.parent / ".site.lock"):
        run = run_build(old_site, cases=content.cases)
    assert run.returncode == 2
    assert run.stderr == f"另一次生成正在写入 {old_site}，请等它结束后再试。\n"
    assert digest(old_site) == before


MOMENTS = (
    ("", 0.4),  # while the content is read and checked
    ("cases/*/*/index.html", 0.0),
    ("feed.xml", 0.1),
    ("manifest.json", 0.0),
    ("manifest.json", 0.02),  # about when the new site takes its place
)
"""When builds are killed: some time after such a file stands in the folder being built."""


def test_a_killed_build_leaves_a_whole_site(content, old_site):
    old = digest(old_site)
    found = [digest_after_a_kill(content, old_site, *moment) for moment in MOMENTS]
    run = run_build(old_site, cases=content.cases)
    assert run.returncode == 0, run.stdout + run.stderr
    new = digest(old_site)
    assert new != old
    assert [moment for moment, left in zip(MOMENTS, found, strict=True)
            if left not in (old, new)] == []  # fmt: skip
    assert found[0] == old


def digest_after_a_kill(content: Content, site: Path, seen: str, delay: float) -> dict[str, str]:
    """What stands published after a build was killed at a moment, with all it had started."""
    process = start_build(content, site)
    try:
        if seen:
            wait_for(process, site, seen)
        time.sleep(delay)
        process.kill()
        process.wait()
        return digest(site)
    finally:
        end_group(process)


def start_build(content: Content, site: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [CASEBOOK, "build", "--site-dir", site],
        cwd=ROOT,
        env=environment(CASEBOOK_CASES=str(content.cases)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def wait_for(process: subprocess.Popen[bytes], site: Path, seen: str) -> None:
    """Waits until a file stands in the folder being built, or the build has ended."""
    leftovers = set(site.parent.glob(".site-new-*"))
    deadline = time.monotonic() + 30
    while process.poll() is None:
        assert time.monotonic() < deadline, f"the build did not write {seen}"
        folders = set(site.parent.glob(".site-new-*")) - leftovers
        if any(True for folder in folders for _ in folder.glob(seen)):
            return
        time.sleep(0.005)


def end_group(process: subprocess.Popen[bytes]) -> None:
    """Ends a command and what it left running, if anything."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        process.wait()


def test_a_build_follows_one_whose_generator_still_writes(content, old_site):
    """Killing the command alone leaves its generator at work in a folder that is to be swept."""
    process = start_build(content, old_site)
    try:
        wait_for(process, old_site, "assets")
        process.kill()
        process.wait()
        run = run_build(old_site, cases=content.cases)
    finally:
        end_group(process)
    assert run.returncode == 0, run.stdout + run.stderr
    assert (old_site / "cases" / BULLETIN / "01/index.html").is_file()
    assert not (old_site / "deep").exists()


def test_a_site_that_would_lose_an_address_is_not_published(content, old_site):
    """Deleted instead of withdrawn: whoever kept the address would find nothing."""
    before = digest(old_site)
    ever = [f"cases/{BULLETIN}/{number}/" for number in ("01", "02", "03")]
    (content.cases / "addresses.txt").write_text(
        ledger_text([*ever, "dates/2020/"]), encoding="utf-8"
    )
    run = run_build(old_site, cases=content.cases)
    assert run.returncode == 1
    ledger = (content.cases / "addresses.txt").as_posix()
    assert run.stdout == (
        f"{ledger}:5:1: 网址“cases/{BULLETIN}/03/”发布过，这次却没有了。案例或通报移动了，"
        "在新文件的曾用编号（aliases）里写旧编号；手写的页面移动了，在旧地址（moved_from）里写原来的；"
        "案例不再公开，把状态（status）写成 withdrawn，不要删去文件。\n"
    )
    assert run.stderr == "这样会丢掉发布过的网址，没有发布，原有的网站保持不变。\n"
    assert digest(old_site) == before
    content.case(f"{BULLETIN}/02", city="大同市", aliases=[f"{BULLETIN}/03"])
    run = run_build(old_site, cases=content.cases)
    assert run.returncode == 0, run.stdout + run.stderr
    moved = BuiltSite(old_site).page(f"cases/{BULLETIN}/03/")
    assert moved.meta["robots"] == ["noindex"]
    assert (old_site / "dates/2020/index.html").is_file()
