"""`casebook changes`: what a pull request changes, for its reviewers."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.cli import main
from casebook.commands import changes

from ..checks.sites import DATONG, TAIYUAN, copy_sound_site, sound

FIRST, SECOND, OTHER = f"{TAIYUAN}/01.md", f"{TAIYUAN}/02.md", f"{DATONG}/01.md"
SOUND = "检查了 2 期通报、3 起案例：没有发现问题。"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """The sound site as it was before."""
    return copy_sound_site(tmp_path / "base")


def write(root: Path, path: str, text: str) -> None:
    (root / path).write_text(text, encoding="utf-8")


def render_page(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    capsys.readouterr()
    assert main(["changes", *map(str, arguments)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_no_changes(project: Path, base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert render_page(capsys, base) == f"公开的内容没有变化。\n\n{SOUND}\n"
    assert render_page(capsys, base, "--format", "markdown").splitlines() == [
        "## 公开内容的变化",
        "",
        "公开的内容没有变化。",
        "",
        "## 问题",
        "",
        SOUND,
    ]


def change_everything(project: Path, base: Path) -> None:
    write(project, FIRST, sound(FIRST, people="7", title='"李某@甲|乙等人涉嫌侵犯公民个人信息案"'))
    write(project, SECOND, sound(SECOND, status="draft"))
    withdrawal = "{date: 2024-07-01, reason: 处理结果变更}"
    write(project, OTHER, sound(OTHER, status="withdrawn", withdrawn=withdrawal))
    page = project / "docs/about.md"
    page.rename(page.with_name("us.md"))
    page.with_name("us.md").write_text("---\ntitle: 关于\nmoved_from: about/\n---\n\n一段。\n")
    (base / "docs/about.md").write_text("---\ntitle: 关于\n---\n\n一段。\n")


def test_text(project: Path, base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change_everything(project, base)
    assert render_page(capsys, base).splitlines() == [
        "改动 1 处：",
        "  案例  2024-05-01-taiyuan/01  李某@甲|乙等人涉嫌侵犯公民个人信息案  标题、人数",
        "撤回 1 处：",
        "  案例  2024-06-01-datong/01  状态、撤回",
        "移动 1 处：",
        "  页面  us.md  关于  原为 about.md",
        "消失 1 处：",
        "  案例  2024-05-01-taiyuan/02",
        "这些网址会打不开，不能这样发布。移动了位置的，案例和通报在曾用编号（aliases）、页面在旧地址"
        "（moved_from）写明原来的；案例不再公开，把状态（status）写成 withdrawn，不要删去文件。",
        "新写或改过的草稿有 1 起，不公开，这里不列出。",
        "",
        SOUND,
    ]


def test_markdown(project: Path, base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change_everything(project, base)
    head = ["| 种类 | 编号或路径 | 标题 | 变化 |", "| --- | --- | --- | --- |"]
    title = "`李某@甲｜乙等人涉嫌侵犯公民个人信息案`"
    assert render_page(capsys, base, "--format", "markdown").splitlines() == [
        "## 公开内容的变化",
        "",
        "### 改动 1 处",
        "",
        *head,
        f"| 案例 | `2024-05-01-taiyuan/01` | {title} | 标题、人数 |",
        "",
        "### 撤回 1 处",
        "",
        *head,
        "| 案例 | `2024-06-01-datong/01` |  | 状态、撤回 |",
        "",
        "### 移动 1 处",
        "",
        *head,
        "| 页面 | `us.md` | 关于 | `原为 about.md` |",
        "",
        "### 消失 1 处",
        "",
        "这些网址会打不开，不能这样发布。移动了位置的，案例和通报在曾用编号（aliases）、页面在旧地址"
        "（moved_from）写明原来的；案例不再公开，把状态（status）写成 withdrawn，不要删去文件。",
        "",
        *head,
        "| 案例 | `2024-05-01-taiyuan/02` |  |  |",
        "",
        "新写或改过的草稿有 1 起，不公开，这里不列出。",
        "",
        "## 问题",
        "",
        SOUND,
    ]


def test_what_is_not_public_is_not_printed(
    project: Path, base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change_everything(project, base)
    for form in ("text", "markdown"):
        out = render_page(capsys, base, "--format", form)
        for path in (SECOND, OTHER):
            _, head, body = (base / path).read_text(encoding="utf-8").split("---\n", 2)
            lines = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
            assert lines["title"] not in out
            assert lines["summary"] not in out
            assert not any(line in out for line in body.split("\n") if line)


def test_errors_of_the_new_state_fail(
    project: Path, base: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project, FIRST, sound(FIRST, stage="不知道", date="昨天", people="几个"))
    monkeypatch.setattr(changes, "MOST_PROBLEMS", 2)
    assert main(["changes", str(base), "--format", "markdown"]) == 1
    shown = capsys.readouterr().out.splitlines()
    problems = shown[shown.index("## 问题") :]
    assert problems[2] == "检查了 2 期通报、2 起案例，另有 1 个文件读不完整：发现 3 个错误。"
    assert problems[4] == "```text"
    assert [line.partition(": ")[0] for line in problems[5:7]] == [
        f"{FIRST}:3:7",
        f"{FIRST}:6:8",
    ]
    assert problems[7:] == ["……另有 1 个，请运行 casebook check 查看。", "```"]


def test_errors_of_the_former_state_do_not(
    project: Path, base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(base, FIRST, "不是案例")
    assert render_page(capsys, base).splitlines()[:2] == [
        "改动 1 处：",
        "  案例  2024-05-01-taiyuan/01  王某等人涉嫌侵犯公民个人信息案  整个文件，原来的读不出来",
    ]


def test_long_tables_are_cut(
    project: Path, base: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project, FIRST, sound(FIRST, people="7"))
    write(project, OTHER, sound(OTHER, people="7"))
    monkeypatch.setattr(changes, "MOST_ROWS", 1)
    shown = render_page(capsys, base, "--format", "markdown").splitlines()
    assert shown[2] == "### 改动 2 处"
    assert [line.split(" | ")[1] for line in shown if "案例 |" in line] == [
        "`2024-05-01-taiyuan/01`"
    ]
    assert "另有 1 处没有列出。" in shown


@pytest.mark.parametrize("name", ["nowhere", "file", "empty"])
def test_nothing_to_compare_with(
    name: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "file").touch()
    (project / "empty").mkdir()
    assert main(["changes", name]) == 2
    assert capsys.readouterr() == (
        "",
        f"{name} 里没有案例，无法比较。请写出另一份项目的文件夹，里面应有 cases 和 docs。\n",
    )


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_summary_for_everyone_names_nobody(
    form: str, project: Path, base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, FIRST, sound(FIRST, title="犯罪嫌疑人王建国侵犯公民个人信息案"))
    assert main(["changes", str(base), "--format", form]) == 1
    out = capsys.readouterr().out
    assert "犯罪嫌疑人***侵犯公民个人信息案" in out.replace("\\*", "*")
    assert "王建国" not in out
