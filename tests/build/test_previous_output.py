"""The previous output: a file is reused only if it was not modified since it was written."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from time import sleep

import pytest

from casebook.build.manifest import ManifestEntry, manifest_of
from casebook.build.previous_output import OutputRecord, clear_path, remove_unwanted, take_over

FILES = {"index.html": "首页", "cases/a/index.html": "甲", "cases/b/index.html": "乙"}


def lay(folder: Path, files: dict[str, str]) -> Path:
    for address, text in files.items():
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_text(text, encoding="utf-8")
    return folder


def laid(folder: Path) -> dict[str, str]:
    """The files of a folder, with their texts."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def folders(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*/"))


# Building in it


def test_an_empty_folder_gets_all_of_the_previous_site(tmp_path):
    previous = lay(tmp_path / "cache/previous", FILES)
    folder = lay(tmp_path / "new", {})
    folder.mkdir()
    number = folder.stat().st_ino
    assert take_over(previous, folder)
    assert laid(folder) == FILES
    assert folder.stat().st_ino == number
    assert [path.name for path in (tmp_path / "cache").iterdir()] == []


def test_without_a_previous_output_the_folder_is_unchanged(tmp_path):
    folder = lay(tmp_path / "new", FILES)
    assert not take_over(tmp_path / "cache/previous", folder)
    assert laid(folder) == FILES


@pytest.mark.parametrize("calls", range(3))
def test_the_rest_after_an_interruption_is_still_a_previous_output(tmp_path, monkeypatch, calls):
    previous = lay(tmp_path / "previous", FILES)
    folder = lay(tmp_path / "new", {})
    folder.mkdir()
    rename, left = Path.rename, iter([True] * calls)

    def breaking(path: Path, target: Path) -> Path:
        if not next(left, False):
            raise KeyboardInterrupt
        return rename(path, target)

    with monkeypatch.context() as patch, suppress(KeyboardInterrupt):
        patch.setattr(Path, "rename", breaking)
        take_over(previous, folder)
    again = lay(tmp_path / "again", {})
    again.mkdir()
    if previous.exists():
        assert take_over(previous, again)
    assert sorted([*laid(again), *laid(folder)]) == sorted(FILES)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["again", "new"]


# Writing in it


@pytest.mark.parametrize("there", ["", "a", "a/b", "a/b/c", "a/b/c/d"])
@pytest.mark.parametrize("address", ["a", "a/b", "a/b/c"])
def test_the_path_of_a_file_is_cleared(tmp_path, address, there):
    folder = tmp_path / "site"
    folder.mkdir()
    lay(folder, {there: "旧"} if there else {})
    clear_path(folder, address)
    (folder / address).write_text("新", encoding="utf-8")
    assert laid(folder) == {address: "新"}


def test_nothing_is_written_through_a_link(tmp_path):
    outside = lay(tmp_path / "outside", {"a": "别人的", "b/index.html": "别人的"})
    folder = lay(tmp_path / "site", {})
    folder.mkdir()
    (folder / "a").symlink_to(outside / "a")
    (folder / "b").symlink_to(outside / "b")
    (folder / "c").symlink_to(outside / "gone")
    for address in ("a", "b/index.html", "c"):
        clear_path(folder, address)
        (folder / address).write_text("新", encoding="utf-8")
    assert laid(outside) == {"a": "别人的", "b/index.html": "别人的"}
    assert laid(folder) == {"a": "新", "b/index.html": "新", "c": "新"}


# Removing


def test_unwanted_files_are_removed_with_folders_that_get_empty(tmp_path):
    folder = lay(tmp_path / "site", FILES | {"cases/b/more/x.txt": "旧", "old/x.txt": "旧"})
    (folder / "empty/deep").mkdir(parents=True)
    remove_unwanted(folder, {"index.html", "cases/b/index.html"})
    assert laid(folder) == {"index.html": "首页", "cases/b/index.html": "乙"}
    assert folders(folder) == ["cases", "cases/b"]


def test_of_a_link_only_the_link_is_removed(tmp_path):
    outside = lay(tmp_path / "outside", {"a": "别人的"})
    folder = lay(tmp_path / "site", FILES)
    (folder / "there").symlink_to(outside)
    (folder / "gone").symlink_to(outside / "gone")
    remove_unwanted(folder, {*FILES})
    assert sorted(path.name for path in folder.iterdir()) == ["cases", "index.html"]
    assert laid(outside) == {"a": "别人的"}


# Records


TICK = 0.05
"""Seconds after which the clock of a file system has gone on."""


def recorded(folder: Path) -> tuple[OutputRecord, ManifestEntry]:
    entries = manifest_of(lay(folder, FILES)).files
    record = OutputRecord.of("来源", folder, entries)
    sleep(TICK)
    return record, entries[0]


def test_a_record_is_read_as_it_was_written(tmp_path):
    record, _ = recorded(tmp_path / "site")
    record.write(tmp_path / "last.json")
    assert OutputRecord.read(tmp_path / "last.json") == record


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '["", []]', '["", {"a": 1}]', "null", "1"])
def test_a_record_that_cannot_be_read_is_empty(tmp_path, text):
    (tmp_path / "last.json").write_text(text, encoding="utf-8")
    assert OutputRecord.read(tmp_path / "last.json") == OutputRecord()
    assert OutputRecord.read(tmp_path / "gone.json") == OutputRecord()


def test_a_file_is_unchanged_after_its_folder_is_moved(tmp_path):
    record, entry = recorded(tmp_path / "site")
    assert record.is_unchanged(entry, tmp_path / "site")
    (tmp_path / "site").rename(tmp_path / "previous")
    assert record.is_unchanged(entry, tmp_path / "previous")


def touched(path: Path) -> None:
    os.utime(path)


def written(path: Path) -> None:
    path.write_bytes(path.read_bytes())


def replaced(path: Path) -> None:
    found = path.stat()
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    os.utime(other, ns=(found.st_atime_ns, found.st_mtime_ns))
    other.replace(path)


def disguised(path: Path) -> None:
    """The mtime of a file can be set back, but not its ctime."""
    found = path.stat()
    path.write_bytes(path.read_bytes()[::-1])
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


@pytest.mark.parametrize("change", [touched, written, replaced, disguised, Path.unlink])
def test_a_modified_file_is_not_unchanged(tmp_path, change):
    record, entry = recorded(tmp_path / "site")
    change(tmp_path / "site" / entry.path)
    assert not record.is_unchanged(entry, tmp_path / "site")


def test_another_content_is_not_unchanged(tmp_path):
    record, entry = recorded(tmp_path / "site")
    assert not record.is_unchanged(ManifestEntry.of(entry.path, b"other"), tmp_path / "site")
    assert not record.is_unchanged(ManifestEntry.of("new.html", b"new"), tmp_path / "site")


def test_a_file_is_scanned_by_the_same_inputs_alone(tmp_path):
    record, entry = recorded(tmp_path / "site")
    assert record.is_scanned(entry, "来源")
    assert not record.is_scanned(entry, "别的来源")
    assert not record.is_scanned(ManifestEntry.of(entry.path, b"other"), "来源")
    assert not record.is_scanned(ManifestEntry("elsewhere.html", entry.size, entry.sha256), "来源")
