"""The command line: what is printed where, and the exit code. `build` has tests of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from casebook.cli import main
from casebook.config.project import Project
from casebook.editor.field_tables import with_field_tables

from .checks.sites import DATONG, TAIYUAN, sound

FIRST, SECOND, OTHER = f"{TAIYUAN}/01.md", f"{TAIYUAN}/02.md", f"{DATONG}/01.md"

NO_STAGE = "缺少必填的办理阶段（stage）。请补上这一行。"
REVIEW_DUE = "复核日期 2024-07-01 已到。请重新核对本案，再改写复核日期（review_on）。"
SOUND = "检查了 2 期通报、3 起案例：没有发现问题。\n"


def without_stage(root: Path, *paths: str) -> None:
    """Puts an error into these cases."""
    for path in paths:
        (root / path).write_text(sound(path, stage=None), encoding="utf-8")


def due(root: Path, path: str) -> None:
    """Puts a warning into this case."""
    (root / path).write_text(sound(path, review_on="2024-07-01"), encoding="utf-8")


# Exit codes and the three forms


def test_a_sound_site(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr() == ("", SOUND)


def test_an_error(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    without_stage(project, SECOND)
    assert main(["check"]) == 1
    assert capsys.readouterr() == (
        f"{SECOND}:1:1: {NO_STAGE}\n",
        "检查了 2 期通报、2 起案例，另有 1 个文件读不完整：发现 1 个错误。\n",
    )


def test_warnings_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    due(project, SECOND)
    assert main(["check"]) == 0
    assert capsys.readouterr() == (
        f"{SECOND}:8:12: {REVIEW_DUE}\n",
        "检查了 2 期通报、3 起案例：发现 1 个提醒。\n",
    )


def test_errors_and_warnings_stand_in_order(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without_stage(project, OTHER, FIRST)
    due(project, SECOND)
    assert main(["check"]) == 1
    assert capsys.readouterr() == (
        f"{FIRST}:1:1: {NO_STAGE}\n{SECOND}:8:12: {REVIEW_DUE}\n{OTHER}:1:1: {NO_STAGE}\n",
        "检查了 2 期通报、1 起案例，另有 2 个文件读不完整：发现 2 个错误、1 个提醒。\n",
    )


def test_files_of_a_bulletin_with_a_broken_index_are_counted(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for index in project.glob("cases/*/index.md"):
        index.write_text("---\ntitle：某通报\n---\n", encoding="utf-8")
    assert main(["check"]) == 1
    assert capsys.readouterr().err == (
        "检查了 0 期通报、0 起案例，另有 5 个文件读不完整：发现 2 个错误。\n"
    )


def test_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    without_stage(project, SECOND)
    assert main(["check", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "path": SECOND,
            "line": 1,
            "column": 1,
            "field": "stage",
            "code": "missing-field",
            "message": "缺少必填的办理阶段（stage）。",
            "hint": "请补上这一行。",
            "severity": "error",
        }
    ]


def test_json_of_a_sound_site(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "json"]) == 0
    assert capsys.readouterr() == ("[]\n", SOUND)


ANNOTATION = f"::error file={SECOND},line=1,col=1,title=missing-field::{NO_STAGE}\n"
LINE = f"{SECOND}:1:1: {NO_STAGE}\n"


@pytest.mark.parametrize(
    ("on_github", "arguments", "printed"),
    [
        (None, [], LINE),
        (None, ["--format", "github"], ANNOTATION),
        ("true", [], ANNOTATION),
        ("true", ["--format", "text"], LINE),
        ("", [], LINE),
    ],
)
def test_annotations_are_the_default_on_github(
    on_github: str | None,
    arguments: list[str],
    printed: str,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if on_github is not None:
        monkeypatch.setenv("GITHUB_ACTIONS", on_github)
    without_stage(project, SECOND)
    assert main(["check", *arguments]) == 1
    assert capsys.readouterr().out == printed


# Files named on the command line


@pytest.mark.parametrize(
    ("paths", "reported"),
    [
        ([SECOND], [SECOND]),
        ([OTHER], [OTHER]),
        ([SECOND, OTHER], [SECOND, OTHER]),
        ([OTHER, SECOND], [SECOND, OTHER]),
        ([SECOND, SECOND], [SECOND]),
        ([TAIYUAN], [SECOND]),
        ([DATONG, SECOND], [SECOND, OTHER]),
        (["cases"], [SECOND, OTHER]),
        (["."], [SECOND, OTHER]),
        ([f"cases/../{SECOND}"], [SECOND]),
        ([FIRST], []),
        (["docs"], []),
    ],
)
def test_only_the_named_files_are_reported(
    paths: list[str], reported: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without_stage(project, SECOND, OTHER)
    assert main(["check", *paths]) == (1 if reported else 0)
    assert capsys.readouterr().out == "".join(f"{path}:1:1: {NO_STAGE}\n" for path in reported)


def test_an_absolute_path(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    without_stage(project, SECOND, OTHER)
    assert main(["check", str(project / SECOND)]) == 1
    assert capsys.readouterr().out == LINE


def test_paths_are_read_from_the_current_folder(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without_stage(project, SECOND, OTHER)
    monkeypatch.chdir(project / TAIYUAN)
    assert main(["check", "02.md"]) == 1
    assert capsys.readouterr().out == LINE


def test_paths_that_do_not_exist(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    without_stage(project, SECOND)
    assert main(["check", "无.md", SECOND, "cases/也无"]) == 2
    assert capsys.readouterr() == ("", "找不到：无.md、cases/也无\n")


# Where the project and its cases are


def test_a_folder_below_the_project_finds_it(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without_stage(project, SECOND)
    monkeypatch.chdir(project / "docs" / "offences")
    assert main(["check"]) == 1
    assert capsys.readouterr().out == LINE


def test_outside_a_project_the_packages_own_one_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Project.here().root == Path(__file__).parents[1]


def test_cases_elsewhere_in_the_project(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without_stage(project, SECOND)
    (project / "cases").rename(project / "案例")
    monkeypatch.setenv("CASEBOOK_CASES", "案例")
    monkeypatch.chdir(project / "docs")
    assert main(["check"]) == 1
    assert capsys.readouterr().out == f"案例/2024-05-01-taiyuan/02.md:1:1: {NO_STAGE}\n"


def test_cases_outside_the_project_are_shown_by_their_whole_path(
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    without_stage(project, SECOND)
    elsewhere = tmp_path / "elsewhere"
    (project / "cases").rename(elsewhere)
    monkeypatch.setenv("CASEBOOK_CASES", str(elsewhere))
    case = elsewhere / "2024-05-01-taiyuan" / "02.md"
    for arguments in (["check"], ["check", str(case)], ["check", str(elsewhere)]):
        assert main(arguments) == 1
        assert capsys.readouterr().out == f"{case}:1:1: {NO_STAGE}\n"


def test_an_empty_variable_names_no_folder(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CASEBOOK_CASES", "")
    assert main(["check"]) == 0
    assert capsys.readouterr() == ("", SOUND)


def test_no_cases_folder(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CASEBOOK_CASES", "none")
    assert main(["check"]) == 1
    assert capsys.readouterr() == (
        "none:1:1: 找不到案例文件夹。请新建该文件夹，或用环境变量 CASEBOOK_CASES 指明它的位置。\n",
        "检查了 0 期通报、0 起案例：发现 1 个错误。\n",
    )


def test_no_cases_at_all(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "empty").mkdir()
    monkeypatch.setenv("CASEBOOK_CASES", "empty")
    assert main(["check"]) == 1
    assert capsys.readouterr() == (
        "empty:1:1: 案例文件夹里没有任何案例。至少要有一个通报文件夹，内有 index.md 和 01.md。\n",
        "检查了 0 期通报、0 起案例：发现 1 个错误。\n",
    )


# Help and misuse


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["-h"], ["用法：casebook", "把典型案例通报做成网站。", "命令:", "检查案例、通报和页面"]),
        (["--help"], ["用法：casebook", "检查并生成网站", "更新编辑手册里的字段表"]),
        (["check", "-h"], ["用法：casebook check", "参数:", "选项:", "显示这段说明"]),
        (["build", "-h"], ["用法：casebook build", "网站放在哪里，默认 site"]),
        (["fields", "-h"], ["用法：casebook fields", "含有字段表标记的 Markdown 文件"]),
    ],
)
def test_help_speaks_chinese(
    arguments: list[str],
    parts: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 0
    out, err = capsys.readouterr()
    assert [part for part in parts if part not in out] == []
    assert [word for word in ("usage", "options", "positional") if word in out] == []
    assert err == ""


MISUSES: tuple[tuple[list[str], str], ...] = (
    (
        ["冲"],
        "没有“冲”这个命令。可用：check、new、import、fix、retire、status、build、nginx、addresses、"
        "verify、links、changes、fields、schema。",
    ),
    (
        ["chek"],
        "没有“chek”这个命令。最接近的写法：“check”。可用：check、new、import、fix、retire、status、"
        "build、nginx、addresses、verify、links、changes、fields、schema。",
    ),
    (["new", "甲"], "没有“甲”这个种类。可用：bulletin、case。"),
    ([], "缺少：命令。请补上。"),
    (["check", "--format", "xml"], "--format 不能写“xml”。可用：text、json、github。"),
    (["check", "--format"], "--format 后面缺少内容。请补上。"),
    (["check", "--无"], "不认识“--无”。请核对写法，或在后面加上 -h 查看。"),
    (["fields"], "缺少：文件。请补上。"),
    (["new", "case", "甲", "--number", "三"], "--number 写的“三”不是整数。请写数字。"),
    (["nginx", "--s", "x"], "“--s”没有写全，可能是：--site-dir、--server-name。"),
    (["check", "--format=text", "--help=x"], "-h/--help 后面不能写“x”。请删去。"),
)


@pytest.mark.parametrize(("arguments", "told"), MISUSES)
def test_misuse_is_told_on_stderr_in_chinese(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("用法：casebook")
    # Which of them argparse puts into quotes differs between the versions of Python.
    assert err.replace("'", "").endswith(f"\n{told}\n")
    english = ("argument", "choice", "choose", "required", "unrecognized", "expected")
    assert [word for word in english if word in err] == []


# fields


def test_fields_fills_the_tables_of_a_file(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "# 手册\n\n<!-- fields: case -->\n<!-- end -->\n"
    manual = project / "手册.md"
    manual.write_text(text, encoding="utf-8")
    assert main(["fields", "手册.md"]) == 0
    assert manual.read_text(encoding="utf-8") == with_field_tables(text) != text
    assert capsys.readouterr() == ("", "")


def test_fields_of_a_file_that_does_not_exist(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fields", "无.md"]) == 2
    assert capsys.readouterr() == ("", "找不到：无.md\n")


# As installed


def test_the_installed_command(project: Path) -> None:
    without_stage(project, SECOND)
    due(project, OTHER)
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONUTF8": "0"}
    ran = subprocess.run(
        [Path(sys.executable).parent / "casebook", "check"],
        cwd=project,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert ran.stdout.decode("utf-8") == (f"{SECOND}:1:1: {NO_STAGE}\n{OTHER}:9:12: {REVIEW_DUE}\n")
    assert ran.stderr.decode("utf-8") == (
        "检查了 2 期通报、2 起案例，另有 1 个文件读不完整：发现 1 个错误、1 个提醒。\n"
    )
    assert ran.returncode == 1
