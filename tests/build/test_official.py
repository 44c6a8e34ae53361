"""Warnings that stop the build of an official site: which, when, and what is printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import time_machine
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from casebook.build import worker_pool
from casebook.cli import main
from casebook.mkdocs_adapter.plugin import CasebookPlugin

from ..sites.building import ADDRESS, digest
from ..sites.make import BULLETIN, OFFICIAL, Content, copy_project, state_times

CASE = f"cases/{BULLETIN}/01.md"
WITHDRAW = {"stage": "刑事拘留", "years": 1, "action": "撤回"}
REVIEW = {"stage": "刑事拘留", "years": 1, "action": "复核"}
DUE, LAST, OVER = "2025-09-01", "2025-10-01", "2025-10-02"
"""The day on which the case is due, the last day of grace, and the day after."""

TO_DO = (
    "（刑事拘留满 1 年撤回）。请运行 casebook retire，"
    "或者把状态（status）改为 withdrawn，在撤回（withdrawn）里写日期（date）和原因（reason）"
)
WARNING = f"{CASE}:1:1: 本案 2025-09-01 到保留期限，还没有撤回{TO_DO}。\n"
REFUSED = (
    f"{CASE}:1:1: 本案 2025-09-01 到保留期限，已超过 30 天，还没有撤回{TO_DO}；"
    "处理好以前，政府网站（official 为 true）不能生成。\n"
)
ONE = "检查了 1 期通报、1 起案例：发现 1 个提醒"
ONE_REFUSED = f"{ONE}，其中 1 个提醒处理好以前，政府网站（official 为 true）不能生成。\n"
NOT_BUILT = "没有生成网站，原有的网站保持不变。\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one case of 2024-09-01, which is also the current folder."""
    root = copy_project(tmp_path / "project")
    state_times(root)
    content = Content(root)
    content.case(f"{BULLETIN}/01")
    content.bulletin(site_published="2024-09-01 10:30")
    for name in ("CASEBOOK_CASES", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CASEBOOK_CACHE", "no")
    monkeypatch.setenv("CASEBOOK_SITE_URL", ADDRESS)
    monkeypatch.setattr(worker_pool, "worker_count", lambda: 1)
    monkeypatch.chdir(root)
    return root


def with_rule(root: Path, rule: dict[str, object]) -> None:
    content = Content(root)
    content.page("corrections.md", "更正与撤回", retention=[rule])


def make_official(root: Path) -> None:
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    for key, value in OFFICIAL.items():
        text, times = re.subn(rf"^(      {key}:).*$", rf"\1 {value}", text, flags=re.MULTILINE)
        assert times == 1, key
    config.write_text(text, encoding="utf-8")


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on a day: its exit code, and what it prints."""

    def call(day: str, *arguments: str) -> tuple[int, str, str]:
        with time_machine.travel(f"{day}T04:00:00+00:00"):
            code = main([*arguments])
        return code, *capsys.readouterr()

    return call


NO_TIME = (
    "政府网站没有写本站发布时间（site_published）。请写文件在本站公开的时间，"
    "如 2026-11-23 10:30；检查政府网站时要看 PubDate。"
)


def test_an_official_site_is_warned_of_each_file_without_its_time(root: Path, run: Run) -> None:
    make_official(root)
    content = Content(root)
    content.case(f"{BULLETIN}/02", site_published="2024-09-03 10:30")
    content.case(f"{BULLETIN}/03", status="draft")
    content.bulletin(site_published=None)
    content.page("events/fair.md", "一次活动", source="某报")
    content.page("events/other.md", "又一次活动")
    files = (
        "docs/events/fair.md:1:1",
        f"cases/{BULLETIN}/01.md:1:1",
        f"cases/{BULLETIN}/index.md:1:1",
    )
    assert run("2024-10-01", "check") == (
        0,
        "".join(f"{file}: {NO_TIME}\n" for file in sorted(files)),
        "检查了 1 期通报、3 起案例：发现 3 个提醒。\n",
    )
    content.bulletin(site_published="2024-09-02 08:00")
    content.page("events/fair.md", "一次活动", source="某报", site_published="2024-09-02 08:00")
    assert run("2024-10-01", "check") == (0, "", "检查了 1 期通报、3 起案例：没有发现问题。\n")


def test_a_demonstration_need_not_know_its_times(root: Path, run: Run) -> None:
    assert run("2024-10-01", "check") == (0, "", "检查了 1 期通报、1 起案例：没有发现问题。\n")


@pytest.mark.parametrize(
    ("is_official", "day", "printed", "summary"),
    [
        (False, DUE, WARNING, f"{ONE}。\n"),
        (False, OVER, REFUSED, f"{ONE}。\n"),
        (True, LAST, WARNING, f"{ONE}。\n"),
        (True, OVER, REFUSED, ONE_REFUSED),
    ],
)
def test_a_check_warns(
    is_official: bool, day: str, printed: str, summary: str, root: Path, run: Run
) -> None:
    with_rule(root, WITHDRAW)
    if is_official:
        make_official(root)
    assert run(day, "check") == (0, printed, summary)


def test_an_official_build_is_refused_after_the_last_day_of_grace(root: Path, run: Run) -> None:
    with_rule(root, WITHDRAW)
    make_official(root)
    code, out, err = run(LAST, "build")
    assert (code, err) == (0, "")
    assert out.startswith(f"{WARNING}网站已生成到 site/：1 起案例，")
    before = digest(root / "site")
    assert run(OVER, "build") == (1, REFUSED, f"{ONE_REFUSED}{NOT_BUILT}")
    assert digest(root / "site") == before


def test_once_withdrawn_it_is_built_again(root: Path, run: Run) -> None:
    with_rule(root, WITHDRAW)
    make_official(root)
    assert run(OVER, "build")[0] == 1
    assert run(OVER, "retire")[0] == 0
    code, out, err = run(OVER, "build")
    assert (code, err) == (0, "")
    assert out.startswith("网站已生成到 site/：0 起案例，")


def test_a_review_that_is_overdue_stops_no_build(root: Path, run: Run) -> None:
    with_rule(root, REVIEW)
    make_official(root)
    code, out, err = run("2040-01-01", "build")
    assert (code, err) == (0, "")
    assert out.startswith(
        f"{CASE}:1:1: 本案 2025-09-01 应当复核，还没有写下次复核的日期（刑事拘留满 1 年复核）。"
        "请看案件有没有新的进展，改好后写上下次的复核日期（review_on）。\n网站已生成到 site/："
    )


def test_the_day_decides_whether_it_is_built_and_never_what(root: Path, run: Run) -> None:
    with_rule(root, WITHDRAW)
    sites = []
    for day in ("2024-10-01", DUE, "2040-01-01"):
        assert run(day, "build")[0] == 0
        sites.append(digest(root / "site"))
    assert sites[1:] == sites[:1] * 2
    make_official(root)
    sites = []
    for day in ("2024-10-01", LAST):
        assert run(day, "build")[0] == 0
        sites.append(digest(root / "site"))
    assert sites[0] == sites[1]


def test_the_summary_of_a_pull_request_says_it(root: Path, run: Run) -> None:
    with_rule(root, WITHDRAW)
    make_official(root)
    code, out, err = run(OVER, "changes", str(root))
    assert (code, err) == (0, "")
    assert out == f"公开的内容没有变化。\n\n{REFUSED}{ONE_REFUSED}"


# The generator alone


def said(caplog: pytest.LogCaptureFixture) -> list[tuple[str, str]]:
    """The level and text of each line of the plugin."""
    own = [one for one in caplog.records if one.name == "mkdocs.plugins.casebook"]
    return [(one.levelname, one.getMessage()) for one in own]


def prepared(root: Path, command: str) -> CasebookPlugin:
    """The plugin after it has checked the project on a day when a withdrawal is long overdue."""
    with_rule(root, WITHDRAW)
    make_official(root)
    plugin = CasebookPlugin()
    plugin.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
    with time_machine.travel(f"{OVER}T04:00:00+00:00"):
        plugin.on_pre_build(config=load_config(str(root / "mkdocs.yml"), plugins=[], hooks=[]))
    return plugin


def test_the_generator_alone_refuses_it_too(root: Path, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(PluginError) as refused:
        prepared(root, "build")
    assert f"{refused.value}\n" == ONE_REFUSED
    assert said(caplog) == [("ERROR", f"casebook: {REFUSED.rstrip()}")]


def test_a_preview_shows_it_nevertheless(root: Path, caplog: pytest.LogCaptureFixture) -> None:
    prepared(root, "serve")
    assert said(caplog) == [("WARNING", f"casebook: {REFUSED.rstrip()}")]
