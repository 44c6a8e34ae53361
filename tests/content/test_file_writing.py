"""File writing: whole files or none, whatever breaks it off; links are never written through."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from casebook.content.file_writing import LinkError, add_files, remove_leftovers, replace_file
from casebook.content.hidden_folders import PREFIX

FILES = {"index.md": b"lead", "01.md": b"one", "图1.jpg": b"\xff\xd8"}
BREAKS = (OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt())


def held(folder: Path) -> dict[str, bytes]:
    """All files below a folder by their relative paths; folders as empty entries with a slash."""
    return {
        path.relative_to(folder).as_posix() + "/" * path.is_dir(): b""
        if path.is_dir()
        else path.read_bytes()
        for path in folder.rglob("*")
    }


def test_a_new_folder_appears_with_its_files(tmp_path: Path) -> None:
    add_files(tmp_path / "a/b", FILES)
    expected = {"a/": b"", "a/b/": b""} | {f"a/b/{name}": data for name, data in FILES.items()}
    assert held(tmp_path) == expected


def test_files_join_those_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "02.md").write_bytes(b"two")
    add_files(tmp_path, FILES)
    assert held(tmp_path) == FILES | {"02.md": b"two"}


def test_an_empty_folder_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir(mode=0o750)
    add_files(tmp_path / "a", FILES)
    assert held(tmp_path / "a") == FILES
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o750


def test_new_files_have_the_mode_of_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        add_files(tmp_path / "a", {"01.md": b""})
        replace_file(tmp_path / "b.md", b"")
    finally:
        os.umask(before)
    modes = [(tmp_path / name).stat().st_mode & 0o777 for name in ("a", "a/01.md", "b.md")]
    assert modes == [0o750, 0o640, 0o640]


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "/a"])
def test_a_path_is_no_name(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a plain file name"):
        add_files(tmp_path / "a", {name: b""})
    assert held(tmp_path) == {}


def test_a_file_that_exists_stays(tmp_path: Path) -> None:
    (tmp_path / "01.md").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        add_files(tmp_path, FILES)
    assert held(tmp_path) == {"01.md": b"mine"}


def test_a_file_in_place_of_the_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        add_files(tmp_path / "a", FILES)
    assert held(tmp_path) == {"a": b"mine"}


@pytest.mark.parametrize("target", ["elsewhere", "nowhere"])
def test_a_link_in_place_of_the_folder_is_refused(target: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "a").symlink_to(tmp_path / target)
    with pytest.raises(LinkError) as refusal:
        add_files(tmp_path / "a", FILES)
    assert refusal.value.filename == str(tmp_path / "a")
    assert [*(tmp_path / "elsewhere").iterdir()] == []


def test_a_link_in_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/01.md").symlink_to(tmp_path / "nowhere")
    with pytest.raises(FileExistsError):
        add_files(tmp_path / "a", FILES)
    assert sorted(tmp_path.rglob("*")) == [tmp_path / "a", tmp_path / "a/01.md"]


def test_a_file_is_replaced_with_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "01.md"
    path.write_bytes(b"old")
    path.chmod(0o604)
    replace_file(path, b"new")
    assert held(tmp_path) == {"01.md": b"new"}
    assert path.stat().st_mode & 0o777 == 0o604


@pytest.mark.skipif(os.geteuid() != 0, reason="只有管理员能把文件给别人 / root only")
def test_a_file_is_replaced_with_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "01.md"
    path.write_bytes(b"old")
    os.chown(path, 12345, 54321)
    replace_file(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 54321)


def test_another_name_of_a_file_keeps_the_former_content(tmp_path: Path) -> None:
    (tmp_path / "01.md").write_bytes(b"old")
    os.link(tmp_path / "01.md", tmp_path / "copy.md")
    replace_file(tmp_path / "01.md", b"new")
    assert held(tmp_path) == {"01.md": b"new", "copy.md": b"old"}


def test_a_link_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "02.md").write_bytes(b"old")
    (tmp_path / "01.md").symlink_to("02.md")
    with pytest.raises(LinkError):
        replace_file(tmp_path / "01.md", b"new")
    assert (tmp_path / "01.md").is_symlink()
    assert held(tmp_path) == {"01.md": b"old", "02.md": b"old"}


def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "01.md")
    with pytest.raises(FileExistsError):
        replace_file(tmp_path / "01.md", b"new")
    assert (tmp_path / "01.md").is_fifo()


@pytest.mark.skipif(os.geteuid() == 0, reason="管理员写得进任何文件 / root may write anything")
def test_what_is_protected_stays(tmp_path: Path) -> None:
    path = tmp_path / "01.md"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(PermissionError):
        replace_file(path, b"new")
    path.chmod(0o644)
    tmp_path.chmod(0o555)
    with pytest.raises(PermissionError):
        replace_file(path, b"new")
    with pytest.raises(PermissionError):
        add_files(tmp_path / "a", FILES)
    tmp_path.chmod(0o755)
    assert held(tmp_path) == {"01.md": b"old"}


def breaking(steps: int, error: BaseException, real: Callable[..., None]) -> Callable[..., None]:
    """A function that works so many times and then raises."""
    left = iter(range(steps))

    def step(*given: object) -> None:
        if next(left, None) is None:
            raise error
        real(*given)

    return step


def until_it_works(write: Callable[[], None], name: str, error: BaseException) -> Iterator[int]:
    """Breaks a call of the system at its first use, then at its second, until nothing breaks."""
    for steps in range(100):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(name, breaking(steps, error, getattr(os, name.removeprefix("os."))))
            try:
                write()
            except (OSError, KeyboardInterrupt):
                yield steps
            else:
                return


@pytest.mark.parametrize("error", BREAKS, ids=["full disk", "Ctrl+C"])
@pytest.mark.parametrize("has_others", [False, True])
def test_a_failure_at_any_step_leaves_nothing_of_new_files(
    has_others: bool, error: BaseException, tmp_path: Path
) -> None:
    folder = tmp_path / "b/a"
    if has_others:
        folder.mkdir(parents=True)
        (folder / "02.md").write_bytes(b"two")
    before, whole = held(tmp_path), {f"b/a/{name}": data for name, data in FILES.items()}
    calls = ("os.fsync", "os.link") if has_others else ("os.fsync",)
    for call in calls:
        broken = 0
        for _ in until_it_works(lambda: add_files(folder, FILES), call, error):
            broken += 1
            found = held(tmp_path)
            # Whoever breaks off in the last step of all finds everything in place.
            assert found in (before, before | {"b/": b"", "b/a/": b""} | whole)
            assert found == before or isinstance(error, KeyboardInterrupt)
            for name in FILES:
                (folder / name).unlink(missing_ok=True)
            if not has_others and folder.exists():
                folder.rmdir()
                folder.parent.rmdir()
        assert broken >= len(FILES)
        assert held(tmp_path) == before | {"b/": b"", "b/a/": b""} | whole
        for name in FILES:
            (folder / name).unlink()


@pytest.mark.parametrize("error", BREAKS, ids=["full disk", "Ctrl+C"])
def test_a_failure_at_any_step_leaves_a_file_as_it_was(
    error: BaseException, tmp_path: Path
) -> None:
    path = tmp_path / "01.md"
    path.write_bytes(b"old")
    broken = 0
    for _ in until_it_works(lambda: replace_file(path, b"new"), "os.fsync", error):
        broken += 1
        found = held(tmp_path)
        assert found in ({"01.md": b"old"}, {"01.md": b"new"})
        assert found["01.md"] == b"old" or isinstance(error, KeyboardInterrupt)
        path.write_bytes(b"old")
    assert broken == 2
    assert held(tmp_path) == {"01.md": b"new"}


def test_a_file_that_did_not_exist_is_gone_after_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "01.md"
    for _ in until_it_works(lambda: replace_file(path, b"new"), "os.fsync", BREAKS[0]):
        assert held(tmp_path) == {}
    assert held(tmp_path) == {"01.md": b"new"}


def test_a_file_system_without_hard_links_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*given: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr("os.link", refused)
    (tmp_path / "02.md").write_bytes(b"two")
    add_files(tmp_path, FILES)
    replace_file(tmp_path / "02.md", b"zwei")
    assert held(tmp_path) == FILES | {"02.md": b"zwei"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("不能挂载小磁盘 / cannot mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_runs_full(small_disk: Path) -> None:
    (small_disk / "01.md").write_bytes(b"old")
    large = bytes(100_000)
    with pytest.raises(OSError, match="No space left"):
        replace_file(small_disk / "01.md", large)
    for folder in (small_disk / "a", small_disk):
        with pytest.raises(OSError, match="No space left"):
            add_files(folder, {"02.md": b"two", "03.md": large})
    assert held(small_disk) == {"01.md": b"old"}


def killed(write: Callable[[], None], after: float, is_spared: bool = False) -> None:
    """Runs something in a child that is killed after so many seconds, or spared."""
    child = os.fork()
    if child == 0:
        try:
            write()
        finally:
            os._exit(0)
    if not is_spared:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def hidden(folder: Path) -> list[Path]:
    return [*folder.rglob(f"{PREFIX}*")]


MANY = {f"{number:02}.md": bytes([number]) * 20_000 for number in range(12)}


def moments(write: Callable[[], None]) -> list[float]:
    """Seconds after which to kill: 25 moments spread over the time that writing takes."""
    start = time.perf_counter()
    killed(write, 0, is_spared=True)
    whole = min(time.perf_counter() - start, 0.04)
    return [whole * number / 24 for number in range(25)]


def test_a_killed_process_leaves_no_half_folder(tmp_path: Path) -> None:
    for number, moment in enumerate(moments(lambda: add_files(tmp_path / "first", MANY))):
        folder = tmp_path / f"{number}"
        killed(lambda folder=folder: add_files(folder, MANY), moment)  # type: ignore[misc]
        if folder.exists():
            assert held(folder) == MANY
        else:
            add_files(folder, MANY)
            assert held(folder) == MANY
            assert hidden(tmp_path) == []
    remove_leftovers(tmp_path / "0")
    assert hidden(tmp_path) == []


def test_what_a_killed_process_left_in_a_folder_is_taken_back(tmp_path: Path) -> None:
    for number, moment in enumerate(moments(lambda: add_files(tmp_path, MANY))):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        (folder / "x.png").write_bytes(b"picture")
        killed(lambda folder=folder: add_files(folder, MANY), moment)  # type: ignore[misc]
        remove_leftovers(folder)
        assert held(folder) in ({"x.png": b"picture"}, MANY | {"x.png": b"picture"})


def test_a_killed_process_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "01.md"
    old, new = b"o" * 300_000, b"n" * 300_000
    for moment in moments(lambda: replace_file(path, new)):
        path.write_bytes(old)
        killed(lambda: replace_file(path, new), moment)
        assert path.read_bytes() in (old, new)
    replace_file(path, new)
    assert held(tmp_path) == {"01.md": new}


@pytest.mark.parametrize("step", range(1, 4))
def test_a_process_killed_between_two_files_leaves_neither(step: int, tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(b"picture")

    def write() -> None:
        os.link = breaking(step, SystemExit(), os.link)  # type: ignore[assignment]
        os.unlink = os.rmdir = lambda *given, **settings: os._exit(9)  # type: ignore[assignment]
        add_files(tmp_path, FILES | {"02.md": b"two"})

    killed(write, 0.3)
    assert len(held(tmp_path).keys() & FILES.keys()) == step
    remove_leftovers(tmp_path)
    assert held(tmp_path) == {"x.png": b"picture"}


def test_what_was_edited_since_stays(tmp_path: Path) -> None:
    stage = tmp_path / f"{PREFIX}x/new"
    stage.mkdir(parents=True)
    for name in ("01.md", "02.md"):
        (stage / name).write_bytes(b"draft")
        os.link(stage / name, tmp_path / name)
        os.utime(stage / name, (1, 1))
    (tmp_path / "02.md").write_bytes(b"edited")
    os.utime(stage, (2, 2))
    remove_leftovers(tmp_path)
    assert held(tmp_path) == {"02.md": b"edited"}


def test_the_folder_of_a_living_process_stays(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        real = os.fsync

        def waiting(handle: int) -> None:
            os.write(writer, b"x")
            time.sleep(0.3)
            real(handle)

        os.fsync = waiting  # type: ignore[assignment]
        add_files(tmp_path / "a", {"01.md": b"one"})
        os._exit(0)
    os.read(reader, 1)
    add_files(tmp_path / "b", {"01.md": b"one"})
    assert len(hidden(tmp_path)) == 1
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert held(tmp_path) == {"a/": b"", "a/01.md": b"one", "b/": b"", "b/01.md": b"one"}
    os.close(reader)
    os.close(writer)


def test_a_link_with_the_name_of_a_leftover_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/01.md").write_bytes(b"mine")
    (tmp_path / "cases").mkdir()
    (tmp_path / f"cases/{PREFIX}x").symlink_to(tmp_path / "mine")
    add_files(tmp_path / "cases/a", {"01.md": b"one"})
    assert (tmp_path / "mine/01.md").read_bytes() == b"mine"
