"""`casebook new`, asked and unasked."""

# ruff: noqa: E501 - a message stays in one piece, so that it can be searched for

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from casebook.cli import main

from ..checks.sites import TAIYUAN

CASE = """\
---
title: 王某涉嫌买卖账号案
# 没有日期：请写何时发现或侦破，如 2024、2024-04、2024-04-09
date:
city: 太原市
# 看不出类型：请从类型页（docs/offences/ 里的文件）的名称和别称中选一个
offence:
# 没有办理阶段：请写办理到哪一步，如 刑事拘留、移送起诉
stage:
# 没有摘要：请用一两句话概括，20–120字
summary:
status: draft
---
"""

BULLETIN = """\
---
title: 某省通报典型案例
publisher: 山西省公安厅
published: 2025-03-04
# 没有案例数：请写通报宣布的起数
expected:
province: 山西省
---
"""


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What an editor types at a terminal, line by line."""
    given: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda prompt="": given.pop(0))
    yield given
    assert given == []


def test_a_case_gets_the_next_number(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["new", "case", TAIYUAN.removeprefix("cases/"), "--no-input"]
    assert main([*command, "--title", "王某涉嫌买卖账号案", "--city", "太原市"]) == 0
    said = f"已新建 {TAIYUAN}/03.md。请补上以 # 开头的提示所说的内容，再运行 casebook check。\n"
    assert capsys.readouterr() == (said, "")
    assert (project / TAIYUAN / "03.md").read_text(encoding="utf-8") == CASE


def test_a_bulletin_gets_a_folder_of_its_own(project: Path) -> None:
    command = ["new", "bulletin", "--no-input", "--title", "某省通报典型案例"]
    command += ["--publisher", "山西省公安厅", "--published", "2025-03-04", "--province", "山西省"]
    assert main(command) == 0
    assert (project / "cases/2025-03-04-shanxi/index.md").read_text(encoding="utf-8") == BULLETIN


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["bulletin", "--province", "山西"], "省份（province）写的“山西”不是省级行政区的正式名称。最接近的写法：“山西省”。请写全称，如 山西省、内蒙古自治区。"),
        (["bulletin", "--published", "2025-03"], "发布日期（published）写的“2025-03”不是完整日期。请写到日：这里只有年和月，还缺几号，写成 2024-04-09 这样。"),
        (["bulletin", "--title", "通报"], "不知道发布日期，也不知道地名，无法给文件夹命名。请加上 --published 和发布日期（如 --published 2025-02-10）；再加上 --province 和省份（如 --province 山西省），或 --slug 和地名的拼音（如 --slug taiyuan）。"),
        (["bulletin", "--published", "2025-03-04", "--slug", "../x"], "“2025-03-04-../x”不能作通报文件夹的名字。请写成“发布日期-地名拼音”，如 2025-02-10-shanxi。"),
        (["case", "2030-01-01-x"], "没有通报“2030-01-01-x”。现有：2024-06-01-datong、2024-05-01-taiyuan。"),
        (["case", "2024-05-01-taiyuan", "--number", "1"], "cases/2024-05-01-taiyuan/01.md 已经存在，没有改动。"),
        (["case", "2024-05-01-taiyuan", "--title", "甲案", "--people", "三"], "标题（title）有 2 个字。应为 4 至 60 个字。\n人数（people）写的“三”不是人数或件数。请写 1 以上的整数，只用半角数字，不加单位。"),
    ],
)  # fmt: skip
def test_refusals(
    command: list[str], said: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(project.rglob("*"))
    assert main(["new", *command, "--no-input"]) == 2
    assert capsys.readouterr() == ("", f"{said}\n")
    assert sorted(project.rglob("*")) == before


def test_questions_are_asked_again_until_the_answer_is_right(
    project: Path, answers: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    answers += ["王某案", "王某涉嫌买卖账号案", "", "太原", "太原市", "", "", ""]
    assert main(["new", "case", "2024-05-01-taiyuan"]) == 0
    assert (project / TAIYUAN / "03.md").read_text(encoding="utf-8") == CASE
    out = capsys.readouterr().out
    assert (
        "标题：4–60字，以“案”结尾（提示不限），后面可以有括号里的说明，姓名隐去，如 王某某等人涉嫌侵犯公民个人信息案\n"
        in out
    )
    assert "标题（title）有 3 个字。应为 4 至 60 个字。\n" in out
    assert "城市（city）写的“太原”不是地级行政区的正式名称。" in out


def test_what_is_given_is_not_asked(
    project: Path, answers: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    answers += ["", "", "", ""]
    command = ["new", "case", "2024-05-01-taiyuan", "--title", "王某涉嫌买卖账号案"]
    assert main([*command, "--city", "太原市"]) == 0
    assert "标题：" not in capsys.readouterr().out


def test_a_bulletin_called_after_a_person_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["new", "bulletin", "--no-input", "--published", "2025-03-04"]
    assert main([*command, "--slug", "zhang-jianguo"]) == 2
    assert capsys.readouterr().err == (
        "文件夹名里有姓名或号码，它会成为网址的一部分，没有写入。日期后面请写地名的拼音。\n"
    )
    assert not (project / "cases/2025-03-04-zhang-jianguo").exists()


def test_a_folder_that_is_a_link_is_refused(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path / "别处"
    elsewhere.mkdir()
    (project / "cases/2025-03-04-datong").symlink_to(elsewhere)
    command = ["new", "bulletin", "--no-input", "--published", "2025-03-04"]
    assert main([*command, "--slug", "datong"]) == 2
    assert capsys.readouterr().err == (
        "cases/2025-03-04-datong 是链接，没有写入任何文件。请把它换成普通的文件夹，或换一个文件夹。\n"
    )
    assert [*elsewhere.iterdir()] == []


def test_a_full_disk_leaves_no_folder(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    before = sorted(project.rglob("*"))
    monkeypatch.setattr("os.fsync", full)
    command = ["new", "bulletin", "--no-input", "--published", "2025-03-04", "--slug", "datong"]
    assert main(command) == 2
    told = "写不进 cases/2025-03-04-datong：磁盘已满。没有留下任何文件。\n"
    assert capsys.readouterr().err == told
    assert sorted(project.rglob("*")) == before


def test_a_draft_on_a_person_is_said_to_be_one(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["new", "case", TAIYUAN.removeprefix("cases/"), "--no-input"]
    assert main([*command, "--title", "犯罪嫌疑人王建国买卖账号案"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == (
        "注意：草稿里有 1 处个人信息或没有隐去的姓名，现在只在本机：先照 casebook check 的提示改好，再提交。"
    )


def test_a_case_of_a_bulletin_that_is_not_complete_yet(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bulletin = ["new", "bulletin", "--no-input", "--published", "2026-03-18", "--slug", "taiyuan"]
    assert main(bulletin) == 0
    index = (project / "cases/2026-03-18-taiyuan/index.md").read_text(encoding="utf-8")
    assert "# 没有标题：请写这一期通报的标题，如 某市公安局通报涉网违法典型案例\ntitle:\n" in index
    capsys.readouterr()
    for number in ("01", "02"):
        assert main(["new", "case", "2026-03-18-taiyuan", "--no-input"]) == 0
        assert capsys.readouterr().out == (
            f"已新建 cases/2026-03-18-taiyuan/{number}.md。"
            "请补上以 # 开头的提示所说的内容，再运行 casebook check。\n"
        )


def test_a_folder_is_called_after_the_city_of_the_publisher(project: Path) -> None:
    command = ["new", "bulletin", "--no-input", "--published", "2026-03-18"]
    command += ["--province", "山西省", "--publisher", "大同市公安局"]
    assert main(command) == 0
    assert (project / "cases/2026-03-18-datong/index.md").is_file()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            ["--slug", "taiyuan"],
            "不知道发布日期，无法给文件夹命名。请加上 --published 和发布日期（如 --published 2025-02-10）。",
        ),
        (
            ["--published", "2025-03-04"],
            "不知道地名，无法给文件夹命名。请加上 --province 和省份（如 --province 山西省），或 --slug 和地名的拼音（如 --slug taiyuan）。",
        ),
        (
            ["--published", "2025年3月4日", "--slug", "taiyuan"],
            "发布日期（published）写的“2025年3月4日”不是日期。请写成 2025-03-04。",
        ),
    ],
)
def test_what_a_folder_lacks_is_asked_for(
    given: list[str], told: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "bulletin", "--no-input", *given]) == 2
    assert capsys.readouterr() == ("", f"{told}\n")


def test_a_case_without_any_bulletin(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(project / "cases")
    (project / "cases").mkdir()
    assert main(["new", "case", "2026-03-18-taiyuan", "--no-input"]) == 2
    assert capsys.readouterr().err == (
        "没有通报“2026-03-18-taiyuan”。现在一期也没有，请先运行 casebook new bulletin。\n"
    )
