"""`casebook fix`: what it changes, what it shows, and files that cannot be written."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.cli import main

from ..checks.sites import TAIYUAN, sound

CASE, OTHER = f"{TAIYUAN}/02.md", f"{TAIYUAN}/01.md"
FAULTY = "涉案帐号共20个,均已停用。"
MENDED = "涉案账号共20个，均已停用。"


def faulty(root: Path, path: str = CASE) -> Path:
    """Puts slips that need nobody's judgment into a case."""
    file = root / path
    file.write_text(sound(path, FAULTY), encoding="utf-8")
    return file


def test_slips_are_put_right(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = faulty(project)
    assert main(["fix"]) == 0
    assert capsys.readouterr() == (
        f"{CASE}：\n-{FAULTY}\n+{MENDED}\n已改好 1 个文件。请再运行 casebook check。\n",
        "",
    )
    assert file.read_text(encoding="utf-8") == sound(CASE, MENDED)
    assert main(["check"]) == 0
    assert main(["fix"]) == 0
    assert capsys.readouterr().out.endswith("没有可以自动改的地方。\n")


def test_a_dry_run_changes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = faulty(project)
    assert main(["fix", "--dry-run"]) == 0
    said = "可以改 1 个文件（现在什么都没有写）。\n"
    assert capsys.readouterr().out == f"{CASE}：\n-{FAULTY}\n+{MENDED}\n{said}"
    assert file.read_text(encoding="utf-8") == sound(CASE, FAULTY)


def test_only_the_named_files_are_mended(project: Path) -> None:
    first, second = faulty(project), faulty(project, OTHER)
    assert main(["fix", CASE]) == 0
    assert MENDED in first.read_text(encoding="utf-8")
    assert FAULTY in second.read_text(encoding="utf-8")


def test_windows_line_ends_stay(project: Path) -> None:
    file = faulty(project)
    file.write_bytes(sound(CASE, FAULTY).replace("\n", "\r\n").encode())
    assert main(["fix"]) == 0
    assert file.read_bytes() == sound(CASE, MENDED).replace("\n", "\r\n").encode()


def test_a_missing_file_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", "cases/没有.md"]) == 2
    assert capsys.readouterr() == ("", "找不到：cases/没有.md\n")


def test_a_file_that_cannot_be_written_is_named_and_the_others_are_mended(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = faulty(project), faulty(project, OTHER)
    opened = Path.open

    def full(path: Path, mode: str = "r", **settings: object) -> object:
        if path.name == "02.md" and mode == "xb":
            raise OSError(13, "Permission denied")
        return opened(path, mode, **settings)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", full)
    assert main(["fix"]) == 1
    out, err = capsys.readouterr()
    assert err == f"{CASE} 写不进去：没有权限。文件保持原样。\n"
    assert out.endswith("已改好 1 个文件。请再运行 casebook check。\n")
    assert FAULTY in first.read_text(encoding="utf-8")
    assert MENDED in second.read_text(encoding="utf-8")


def test_a_link_is_not_followed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = faulty(project)
    elsewhere = file.rename(file.with_name("图.png"))
    file.symlink_to(elsewhere)
    assert main(["fix"]) == 1
    assert capsys.readouterr().err == (
        f"{CASE} 是链接，没有改写。请把它换成普通的文件，再运行一次。\n"
    )
    assert file.is_symlink()
    assert elsewhere.read_text(encoding="utf-8") == sound(CASE, FAULTY)


def test_mode_and_other_files_stay(project: Path) -> None:
    file = faulty(project)
    file.chmod(0o640)
    before = sorted(project.rglob("*"))
    assert main(["fix"]) == 0
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(project.rglob("*")) == before


def test_files_with_broken_heads_are_named(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = project / CASE
    file.write_text("---\ntitle：某案\n---\n", encoding="utf-8")
    told = (
        f"1 个文件的文件头有错误，读不完整，未处理：{CASE}。"
        "请先运行 casebook check 并改正，再运行一次。\n"
    )
    assert main(["fix"]) == 0
    assert capsys.readouterr() == ("其余文件没有可以自动改的地方。\n", told)
    assert main(["fix", OTHER]) == 0
    assert capsys.readouterr() == ("没有可以自动改的地方。\n", "")
