"""The folder of a bulletin: all its drafts or none, nothing overwritten, and pictures beside."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from casebook.content.file_writing import LinkError
from casebook.content.files import Files, Folders
from casebook.content.hidden_folders import PREFIX
from casebook.editor.draft_folder import OccupiedError, write

ROOT = Path(__file__).parents[2]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_texts_and_pictures_are_written(tmp_path: Path) -> None:
    folder = tmp_path / "甲"
    paths = write(folder, {"01.md": "一\n", "图1.jpg": b"\xff\xd8\r\n"})
    assert paths == [folder / "01.md", folder / "图1.jpg"]
    assert [path.read_bytes() for path in paths] == ["一\n".encode(), b"\xff\xd8\r\n"]


def test_all_files_that_exist_are_named(tmp_path: Path) -> None:
    (tmp_path / "01.md").write_text("mine", encoding="utf-8")
    (tmp_path / "02.md").symlink_to("nowhere")
    with pytest.raises(OccupiedError) as refusal:
        write(tmp_path, {"01.md": "", "02.md": "", "03.md": ""})
    assert refusal.value.paths == [tmp_path / "01.md", tmp_path / "02.md"]
    assert names(tmp_path) == ["01.md", "02.md"]


def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "a").symlink_to("b")
    with pytest.raises(LinkError):
        write(tmp_path / "a", {"01.md": ""})
    assert [*(tmp_path / "b").iterdir()] == []


def test_files_that_another_program_writes_meanwhile_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.png").touch()
    real = os.fsync

    def meanwhile(handle: int) -> None:
        (tmp_path / "02.md").write_text("theirs", encoding="utf-8")
        real(handle)

    monkeypatch.setattr("os.fsync", meanwhile)
    with pytest.raises(OccupiedError) as refusal:
        write(tmp_path, {"01.md": "", "02.md": ""})
    assert refusal.value.paths == [tmp_path / "02.md"]
    assert names(tmp_path) == ["02.md", "x.png"]
    assert (tmp_path / "02.md").read_text(encoding="utf-8") == "theirs"


def test_a_folder_that_another_program_fills_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, real = tmp_path / "a", os.fsync

    def meanwhile(handle: int) -> None:
        folder.mkdir(exist_ok=True)
        (folder / "01.md").write_text("theirs", encoding="utf-8")
        real(handle)

    monkeypatch.setattr("os.fsync", meanwhile)
    with pytest.raises(OccupiedError) as refusal:
        write(folder, {"01.md": "", "02.md": ""})
    assert refusal.value.paths == [folder / "01.md"]
    assert names(tmp_path) == ["a"]
    assert names(folder) == ["01.md"]


def test_nothing_is_written_of_a_text_that_cannot_be_encoded(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write(tmp_path / "a", {"01.md": "", "02.md": "\ud800"})
    assert [*tmp_path.iterdir()] == []


def test_a_failed_import_can_be_repeated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(OSError, match="No space left"):
            write(tmp_path / "a", {"01.md": "", "02.md": ""})
    assert [*tmp_path.iterdir()] == []
    write(tmp_path / "a", {"01.md": "", "02.md": ""})
    assert names(tmp_path / "a") == ["01.md", "02.md"]


WRITER = """
import sys
from pathlib import Path
from casebook.editor.draft_folder import write

for number in range(10_000):
    write(Path(sys.argv[1]) / f"2025-02-10-{number}", {f"{n:02}.md": "x" * 5000 for n in range(9)})
"""


def test_content_loading_passes_over_what_a_killed_import_left(tmp_path: Path) -> None:
    """A process that writes one bulletin after the other is killed."""
    (tmp_path / "docs").mkdir()
    folders = Folders(tmp_path / "cases", tmp_path / "docs", tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    command = [sys.executable, "-c", WRITER, str(folders.cases)]
    for _ in range(20):
        with subprocess.Popen(command, env=environment) as process:
            while not folders.cases.is_dir() or not any(folders.cases.glob(f"{PREFIX}*/new/*")):
                time.sleep(0.0005)
            process.send_signal(signal.SIGKILL)
        if left := [*folders.cases.glob(f"{PREFIX}*/new/*.md")]:
            break
    assert left != []
    found = Files.find(folders)
    assert not any(PREFIX in uri for uri in found.by_uri)
    written = sorted(folders.cases.glob("2025-*"))
    assert all(len(names(folder)) == 9 for folder in written)
    write(folders.cases / "2025-02-11-x", {"index.md": ""})
    assert [*folders.cases.glob(f"{PREFIX}*")] == []
