"""The published folder is replaced whole and at once."""

from __future__ import annotations

import stat
import threading
from pathlib import Path

import pytest

from casebook.build import atomic_swap
from casebook.build.atomic_swap import BusyError, atomic_replacement


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture(params=["one step", "two renames"])
def _either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the system call that swaps two folders, and where there is none."""
    if request.param == "two renames":
        monkeypatch.setattr(atomic_swap, "_exchange", lambda one, other: False)


def publish(target: Path, text: str, name: str = "index.html") -> None:
    with atomic_replacement(target) as built:
        (built / name).write_text(text)


def publish_and_fail(target: Path, error: type[BaseException]) -> None:
    with atomic_replacement(target) as built:
        (built / "index.html").write_text("new")
        raise error


def files(target: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in target.iterdir()}


def left_beside(target: Path) -> list[str]:
    """What stands beside the target, but for the lock."""
    return sorted(
        path.name
        for path in target.parent.iterdir()
        if path != target and not path.name.endswith(".lock")
    )


def can_exchange(at: Path) -> bool:
    one, other = at / "one", at / "other"
    one.mkdir()
    other.mkdir()
    (one / "mark").touch()
    done = atomic_swap._exchange(one, other)
    assert (other / "mark").exists() == done
    return done


def test_a_new_target_is_made_with_the_folders_above_it(tmp_path):
    target = tmp_path / "deep/down/site"
    publish(target, "new")
    assert files(target) == {"index.html": "new"}
    assert left_beside(target) == []


@pytest.mark.usefixtures("_either_way")
def test_an_existing_target_is_swapped_whole(target):
    publish(target, "old", name="gone.html")
    publish(target, "new")
    assert files(target) == {"index.html": "new"}
    assert left_beside(target) == []


def test_nothing_changes_until_the_block_ends(target):
    publish(target, "old")
    with atomic_replacement(target) as built:
        (built / "index.html").write_text("new")
        assert built.parent == target.parent
        assert files(target) == {"index.html": "old"}
    assert files(target) == {"index.html": "new"}


def test_the_block_begins_with_an_empty_folder(target):
    publish(target, "old")
    with atomic_replacement(target) as built:
        assert list(built.iterdir()) == []


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
@pytest.mark.usefixtures("_either_way")
def test_an_exception_keeps_the_old(target, error):
    publish(target, "old")
    with pytest.raises(error):
        publish_and_fail(target, error)
    assert files(target) == {"index.html": "old"}
    assert left_beside(target) == []


def test_an_exception_leaves_no_target_where_there_was_none(target):
    with pytest.raises(ValueError):  # noqa: PT011 -- the only thing that can raise it
        publish_and_fail(target, ValueError)
    assert not target.exists()
    assert left_beside(target) == []


def test_what_a_killed_build_left_is_swept_and_nothing_else(target):
    publish(target, "old")
    left = target.parent / ".site-new-killed"
    left.mkdir()
    (left / "index.html").write_text("half")
    others = [target.parent / name for name in (".other-new-x", "site-new-x", "cases")]
    for other in others:
        other.mkdir()
    with atomic_replacement(target):
        assert not left.exists()
    assert [other.name for other in others if not other.is_dir()] == []


def test_an_old_site_kept_by_a_killed_swap_is_swept(target):
    publish(target, "new")
    kept = target.parent / ".site-new-killed-old"
    kept.mkdir()
    publish(target, "newer")
    assert not kept.exists()


def test_a_second_builder_is_turned_away(target):
    publish(target, "old")
    with atomic_replacement(target) as built:
        (built / "index.html").write_text("first")
        with pytest.raises(BusyError):
            publish(target, "second")
        assert built.is_dir()
    assert files(target) == {"index.html": "first"}
    publish(target, "after")
    assert files(target) == {"index.html": "after"}


def test_another_folder_beside_it_is_no_hindrance(target):
    with atomic_replacement(target), atomic_replacement(target.parent / "other") as built:
        (built / "index.html").write_text("other")
    assert files(target.parent / "other") == {"index.html": "other"}


def test_web_servers_may_read_the_site(target):
    publish(target, "new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o755


def test_a_failed_exchange_falls_back_to_renames(target, monkeypatch):
    """As on a file system that does not know how to exchange."""
    asked = []

    def refuses(one: Path, other: Path) -> bool:
        asked.append((one, other))
        return False

    monkeypatch.setattr(atomic_swap, "_exchange", refuses)
    publish(target, "old")
    assert asked == []
    publish(target, "new")
    assert len(asked) == 1
    assert files(target) == {"index.html": "new"}


def test_an_exchange_swaps_or_changes_nothing(tmp_path):
    assert can_exchange(tmp_path) in (True, False)
    assert not atomic_swap._exchange(tmp_path / "one", tmp_path / "missing")
    assert (tmp_path / "one").is_dir()


def test_a_reader_never_meets_a_missing_or_half_site(tmp_path, target):
    if not can_exchange(tmp_path):
        pytest.skip("此文件系统不能一步交换文件夹 / this file system cannot exchange folders")
    publish(target, "0")
    done = threading.Event()
    missing: list[OSError] = []
    seen: set[str] = set()

    def read() -> None:
        while not done.is_set():
            try:
                seen.add((target / "index.html").read_text())
            except OSError as error:
                missing.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(1, 301):
            publish(target, str(number))
    finally:
        done.set()
        reader.join()
    assert missing == []
    assert seen <= {str(number) for number in range(301)}
    assert len(seen) > 1


def test_a_link_is_followed_and_stays(tmp_path):
    (tmp_path / "www").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "www")
    for text in ("one", "two"):
        with atomic_replacement(tmp_path / "site") as folder:
            (folder / "index.html").write_text(text, encoding="utf-8")
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "www/index.html").read_text(encoding="utf-8") == "two"


def test_a_build_killed_between_two_renames_loses_nothing(tmp_path):
    """The last site waits under another name; the next build puts it back before it begins."""
    (tmp_path / ".site-old").mkdir()
    (tmp_path / ".site-old/index.html").write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError), atomic_replacement(tmp_path / "site"):
        raise RuntimeError
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "old"
