"""What commands print names nobody, for logs and summaries can be public."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.cli import main

from ..checks.sites import TAIYUAN, copy_sound_site, sound

CASE = f"{TAIYUAN}/02.md"
TITLE = "犯罪嫌疑人王建国编造停水消息案"
PHONE = "13800138000"


def printed(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    main(list(command))
    read = capsys.readouterr()
    return read.out + read.err


def write(root: Path, text: str) -> None:
    (root / CASE).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_status(form: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, sound(CASE, title=TITLE, status="draft"))
    said = printed(capsys, "status", "--format", form)
    assert "犯罪嫌疑人" in said
    assert "王建国" not in said


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_changes(form: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = copy_sound_site(project / "base")
    write(project, sound(CASE, title=TITLE))
    said = printed(capsys, "changes", str(base), "--format", form)
    assert "编造停水消息案" in said
    assert "王建国" not in said


def test_new(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for option, value in (("--city", "王建国"), ("--stage", "李四"), ("--date", f"电话{PHONE}")):
        said = printed(capsys, "new", "case", "2024-05-01-taiyuan", option, value, "--no-input")
        assert "写的“" in said
        assert value not in said
        assert PHONE not in said


def test_fix(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, sound(CASE, f"有人用电话{PHONE}盗用帐号。"))
    said = printed(capsys, "fix", "--dry-run")
    assert "盗用账号" in said
    assert PHONE not in said


def test_what_is_allowed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = f"{{code: mobile-number, text: '{PHONE}', reason: 犯罪嫌疑人王建国的号码}}"
    unknown = "{code: 王建国, text: 甲, reason: 乙}"
    write(project, sound(CASE, f"电话{PHONE}。", allow=f"[{known}, {unknown}]"))
    said = printed(capsys, "check")
    assert "已放行 mobile-number" in said
    assert "规则代码“***”不存在" in said
    assert "王建国" not in said
