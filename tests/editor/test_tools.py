"""What editors work with beside the command line: VS Code's tasks, and the hooks of git."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from casebook.cli import main

from ..checks.sites import TAIYUAN, sound

ROOT = Path(__file__).parents[2]
EDITOR = ROOT / ".vscode"
HOOK = ROOT / "tools/hooks/pre-commit"
FIRST, SECOND = f"{TAIYUAN}/01.md", f"{TAIYUAN}/02.md"
NO_STAGE = "缺少必填的办理阶段（stage）。请补上这一行。"


def commented(name: str) -> Any:
    """A file of VS Code, whose comments stand on lines of their own."""
    text = (EDITOR / name).read_text(encoding="utf-8")
    return json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))


# VS Code


def matchers() -> list[tuple[str, dict[str, Any]]]:
    tasks = commented("tasks.json")["tasks"]
    return [(task["label"], task["problemMatcher"]) for task in tasks if task["problemMatcher"]]


def test_tasks() -> None:
    tasks = commented("tasks.json")["tasks"]
    labels = [task["label"] for task in tasks]
    assert labels == ["检查全部案例", "检查当前文件", "预览网站", "导入通报", "查看进度"]
    for task in tasks:
        assert task["type"] == "process", "a shell would read what an editor types"
        program = task["command"].rpartition("/")[2]
        assert task["command"] == f"${{workspaceFolder}}/.venv/bin/{program}"
        windows = f"${{workspaceFolder}}\\.venv\\Scripts\\{program}.exe"
        assert task["windows"] == {"command": windows}
        if program == "casebook":
            with pytest.raises(SystemExit) as ended:
                main([task["args"][0], "--help"])
            assert ended.value.code == 0
    asked = re.findall(r"\$\{input:(\w+)\}", json.dumps(tasks))
    assert asked == [one["id"] for one in commented("tasks.json")["inputs"]]


@pytest.mark.parametrize(("label", "matcher"), matchers())
def test_problems_are_read_from_a_real_report(
    label: str, matcher: dict[str, Any], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / FIRST).write_text(sound(FIRST, stage=None), encoding="utf-8")
    (project / SECOND).write_text(
        sound(SECOND, "## 案情\n\n犯罪嫌疑人张三编造消息。"), encoding="utf-8"
    )
    main(["check", "--format", "text"])
    render_page, closing = capsys.readouterr()
    main(["check", "--format", "json"])
    wanted = json.loads(capsys.readouterr().out)
    assert len(wanted) > 1
    pattern = matcher["pattern"]
    found = [re.search(pattern["regexp"], line) for line in render_page.splitlines()]
    places = [
        (one[pattern["file"]], int(one[pattern["line"]]), int(one[pattern["column"]]))
        for one in found
        if one
    ]
    assert places == [(one["path"], one["line"], one["column"]) for one in wanted]
    messages = [one[pattern["message"]] for one in found if one]
    assert messages == [one["message"] + one["hint"] for one in wanted]
    codes = [one[pattern["code"]] for one in found if one]
    assert {code for code in codes if code} == {"name-unmasked"}
    assert not any(re.search(pattern["regexp"], line) for line in closing.splitlines())
    assert all((project / path).is_file() for path, _, _ in places)


@pytest.mark.parametrize("path", ["C:/案例/01.md", "C:\\案例\\01.md", "cases/a b/01.md"])
def test_paths_with_colons_and_spaces(path: str) -> None:
    for _, matcher in matchers():
        found = re.search(matcher["pattern"]["regexp"], f"{path}:12:3: 日期：2024:1:2: 不对。")
        assert found
        assert found.groups() == (path, "12", "3", "日期：2024:1:2: 不对。", None)


def test_settings_agree_with_the_checks() -> None:
    settings = commented("settings.json")
    assert settings["files.eol"] == "\n"
    assert settings["files.encoding"] == "utf8"
    assert settings["editor.unicodeHighlight.ambiguousCharacters"] is False
    assert settings["editor.unicodeHighlight.invisibleCharacters"] is True
    assert settings["[markdown]"]["files.trimTrailingWhitespace"] is False
    assert "yaml.schemas" not in settings, "that extension reads no front matter"
    assert commented("extensions.json")["recommendations"]


def test_git_keeps_these_files() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("不在 git 仓库中 / not a git checkout")
    names = [path.relative_to(ROOT).as_posix() for path in EDITOR.rglob("*") if path.is_file()]
    ran = subprocess.run(
        ["git", "check-ignore", *names, "tools/hooks/pre-commit"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (1, ""), "some are ignored"


# The hook of git


def git(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    who = {
        f"GIT_{one}_{what}": "x@example.com"
        for one in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return subprocess.run(
        ["git", *arguments],
        env={**kept, **who, **alone, **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def repository(project: Path) -> Path:
    """The project in git, with our hook and an environment that holds the installed command."""
    shutil.copytree(HOOK.parent, project / "tools/hooks")
    (project / ".venv/bin").mkdir(parents=True)
    (project / ".venv/bin/casebook").symlink_to(Path(sys.executable).parent / "casebook")
    (project / ".gitignore").write_text("/.venv/\n")
    assert git("init", "-q").returncode == 0
    git("add", "-A")
    assert git("commit", "-q", "-m", "一").returncode == 0
    git("config", "core.hooksPath", "tools/hooks")
    return project


def commit(*arguments: str, **variables: str) -> tuple[int, str]:
    ran = git("commit", "-q", "-m", "二", *arguments, **variables)
    return ran.returncode, ran.stdout + ran.stderr


def test_hook_lets_a_sound_commit_pass(repository: Path) -> None:
    (repository / SECOND).write_text(sound(SECOND, people="3"), encoding="utf-8")
    git("add", "-A")
    code, said = commit()
    assert code == 0, said
    assert "没有发现问题" in said


def test_hook_stops_an_error(repository: Path) -> None:
    (repository / SECOND).write_text(sound(SECOND, stage=None), encoding="utf-8")
    git("add", "-A")
    code, said = commit()
    assert code == 1
    assert f"{SECOND}:1:1: {NO_STAGE}" in said
    assert "没有提交" in said
    assert git("log", "--oneline").stdout.count("\n") == 1
    assert commit("--no-verify")[0] == 0


def test_hook_reports_staged_files_only(repository: Path) -> None:
    for path in (FIRST, SECOND):
        (repository / path).write_text(sound(path, stage=None), encoding="utf-8")
    git("add", FIRST)
    code, said = commit()
    assert code == 1
    assert FIRST in said
    assert SECOND not in said


def test_hook_judges_what_is_staged_and_not_what_stands_in_the_folder(repository: Path) -> None:
    (repository / SECOND).write_text(sound(SECOND, stage=None), encoding="utf-8")
    git("add", "-A")
    (repository / SECOND).write_text(sound(SECOND, people="3"), encoding="utf-8")
    assert commit()[0] == 1
    git("add", "-A")
    (repository / SECOND).write_text(sound(SECOND, stage=None), encoding="utf-8")
    assert commit()[0] == 0


def test_hook_judges_a_commit_of_named_files(repository: Path) -> None:
    (repository / SECOND).write_text(sound(SECOND, stage=None), encoding="utf-8")
    code, said = commit(SECOND)
    assert code == 1
    assert NO_STAGE in said


def test_hook_leaves_other_files_alone(repository: Path) -> None:
    (repository / SECOND).write_text(sound(SECOND, stage=None), encoding="utf-8")
    (repository / "说明.md").write_text("无关的文件\n", encoding="utf-8")
    git("add", "说明.md")
    assert commit() == (0, "")


def test_hook_names_new_files_with_chinese_names(repository: Path) -> None:
    page = repository / "docs/活动 一.md"
    page.write_text("---\ntitle: 活动\nstage: 侦破\n---\n\n内容。\n", encoding="utf-8")
    git("add", "-A")
    code, said = commit()
    assert code == 1
    assert "docs/活动 一.md:3:1: " in said


def test_hook_passes_over_what_is_taken_away(repository: Path) -> None:
    git("rm", "-q", SECOND)
    assert commit()[0] == 0, "the check of all content will say that a case is missing"


PERSON = "犯罪嫌疑人王建国，手机13800138000。"
DRAWING = f'<svg xmlns="http://www.w3.org/2000/svg"><title>{PERSON}</title></svg>'
CASE_FOLDER = FIRST.rpartition("/")[0]


@pytest.mark.parametrize(
    ("path", "content", "said"),
    [
        ("docs/名单 一.txt", PERSON, "docs/名单 一.txt:1:"),
        ("docs/it's “so”.csv", PERSON, "docs/it's “so”.csv:1:"),
        ('docs/a"b.csv', PERSON, 'docs/a"b.csv:1:'),
        ("docs/files/list.json", f'{{"a": "{PERSON}"}}', "docs/files/list.json:1:"),
        ("docs/files/list.pdf", "%PDF-1.7", "docs/files/list.pdf:1:1: 本站读不懂“.pdf”"),
        ("docs/files/list.docx", "PK", "docs/files/list.docx:1:1: 本站读不懂“.docx”"),
        ("docs/.list.swp", PERSON, "docs/.list.swp:1:1: 本站读不懂“.swp”"),
        ("docs/~$list.txt", PERSON, "docs/~$list.txt:1:"),
        ("docs/13800138000/plan.txt", "一", "docs/13800138000:1:1: "),
        ("docs/zhang-jianguo.txt", "一", "docs/zhang-jianguo.txt:1:1: "),
        (f"{CASE_FOLDER}/现场 图.svg", DRAWING, f"{CASE_FOLDER}/现场 图.svg:1:"),
        (f"{CASE_FOLDER}/hall.png", "GIF8", f"{CASE_FOLDER}/hall.png:1:1: "),
        (f"{CASE_FOLDER}/list.xlsx", "PK", f"{CASE_FOLDER}/list.xlsx:1:1: "),
        ("cases/2025-03-01-zhangjianguo/index.md", "---\n", "cases/2025-03-01-zhangjianguo:1:1: "),
        ("cases/张三/01.md", PERSON, "cases/张三:1:1: "),
        ("cases/addresses.txt", "cases/2025-03-01-zhangjianguo/\n", "cases/addresses.txt:1:1: "),
        ("overrides/main.html", f"<!-- {PERSON} -->", "overrides/main.html:1:"),
        ("overrides/styles/a.css", f"/* {PERSON} */", "overrides/styles/a.css:1:"),
        ("overrides/a.woff2", "wOF2", "overrides/a.woff2:1:1: 本站读不懂“.woff2”"),
        ("mkdocs.yml", f"site_name: 一 # {PERSON}\n", "mkdocs.yml:1:"),
        ("mkdocs.yml", r'copyright: "\u7535\u8bdd13800\u003138000"', "mkdocs.yml:1:12: "),
    ],
)
def test_hook_reads_files_of_every_kind(
    path: str, content: str, said: str, repository: Path
) -> None:
    file = repository / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    git("add", "-f", path)
    file.write_text("一", encoding="utf-8")
    code, report = commit()
    assert code == 1, report
    assert said in report
    assert "王建国" not in report


def test_hook_reads_renamed_files_and_passes_over_what_is_gone(repository: Path) -> None:
    (repository / "docs/list.txt").write_text("一\n" * 50, encoding="utf-8")
    git("add", "docs/list.txt")
    assert commit()[0] == 0
    git("mv", "docs/list.txt", "docs/犯罪嫌疑人王建国.txt")
    code, report = commit()
    assert code == 1
    assert "docs/犯罪嫌疑人王建国.txt:1:1: 文件、文件夹的名字或网址里有个人信息“***”" in report
    git("mv", "docs/犯罪嫌疑人王建国.txt", "docs/plan.txt")
    assert commit()[0] == 0
    git("rm", "-q", "docs/plan.txt")
    assert commit()[0] == 0


def test_hook_reads_many_files_at_once(repository: Path) -> None:
    for number in range(300):
        (repository / f"docs/list {number}.txt").write_text("一\n", encoding="utf-8")
    (repository / "docs/list 299.txt").write_text(PERSON, encoding="utf-8")
    git("add", "docs")
    code, report = commit()
    assert code == 1
    assert "docs/list 299.txt:1:" in report


def test_hook_says_when_there_is_no_environment(repository: Path) -> None:
    (repository / ".venv/bin/casebook").unlink()
    (repository / SECOND).write_text(sound(SECOND, people="3"), encoding="utf-8")
    git("add", "-A")
    code, said = commit(PATH=os.defpath)
    assert code == 1
    assert "make check" in said


def test_hook_finds_the_environment_of_windows(repository: Path) -> None:
    (repository / ".venv/Scripts").mkdir()
    (repository / ".venv/bin/casebook").rename(repository / ".venv/Scripts/casebook.exe")
    (repository / SECOND).write_text(sound(SECOND, stage=None), encoding="utf-8")
    git("add", "-A")
    assert NO_STAGE in commit(PATH=os.defpath)[1]


def test_hook_checks_named_files_where_they_stand(repository: Path) -> None:
    (repository / SECOND).write_text(sound(SECOND, stage=None), encoding="utf-8")
    for paths, code in (([FIRST], 0), ([FIRST, SECOND], 1)):
        ran = subprocess.run(["tools/hooks/pre-commit", *paths], capture_output=True, check=False)
        assert ran.returncode == code


def test_hook_leaves_nothing_behind(repository: Path, tmp_path: Path) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    for stage in (None, "侦破"):
        (repository / SECOND).write_text(sound(SECOND, stage=stage), encoding="utf-8")
        git("add", "-A")
        commit(TMPDIR=str(place))
    assert list(place.iterdir()) == []


def test_hook_is_plain_sh_and_can_be_run() -> None:
    assert HOOK.stat().st_mode & 0o111 == 0o111
    text = HOOK.read_bytes()
    assert text.startswith(b"#!/bin/sh\n")
    assert b"\r" not in text
    attributes = (ROOT / ".gitattributes").read_text(encoding="utf-8")
    assert "* text=auto eol=lf" in attributes.splitlines()


def test_pre_commit_hooks_name_what_exists() -> None:
    (own,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (repo,) = config["repos"]
    (local,) = repo["hooks"]
    assert own["entry"].split()[0] == "casebook"
    assert (ROOT / local["entry"]).samefile(HOOK)
    for hook in (own, local):
        assert re.search(hook["files"], FIRST)
        assert re.search(hook["files"], "docs/offences/hacking.md")
        for path in ("docs/a b.pdf", "cases/addresses.txt", "overrides/a.css", "mkdocs.yml"):
            assert re.search(hook["files"], path)
        assert hook["types"] == []
        assert not re.search(hook["files"], "tests/bad/_base/cases/2024-05-01-taiyuan/01.md")
        assert hook["require_serial"]
