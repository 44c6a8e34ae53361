"""The same content makes the same bytes, wherever, whenever and however it is built."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from ..sites.building import CASEBOOK, BuiltSite, digest, environment
from ..sites.make import ROOT

SOURCES = ("mkdocs.yml", "cases", "docs", "hooks", "overrides")

ANOTHER_DAY = """\
import time_machine

time_machine.travel(1930249800.0).start()  # a number, for a time with a zone would set that, too
"""
"""Python runs this before anything else in every process that finds it, the generator's too."""

LONG_AGO = 1_000_000_000
"""When the files of the copy were last written, in seconds."""

UMASK = 0o077


def copied(root: Path) -> Path:
    """A copy of all that a site is built from, written in another order and long ago.

    Its texts have the line breaks of Windows, as in a copy of which Git knows nothing.
    """
    for name in SOURCES:
        source = ROOT / name
        paths = [path for path in (source, *source.rglob("*")) if path.is_file()]
        for path in sorted(paths, reverse=True):
            if "__pycache__" not in path.parts:
                target = root / path.relative_to(ROOT)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(with_windows_line_breaks(path.read_bytes()))
                os.utime(target, (LONG_AGO, LONG_AGO))
    return root


def with_windows_line_breaks(content: bytes) -> bytes:
    if b"\0" in content:
        return content
    return content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


@pytest.fixture
def elsewhere(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """The project on another machine, as it were: another folder, and another environment."""
    root = copied(tmp_path / "另一个 folder/项目")
    (tmp_path / "start").mkdir()
    (tmp_path / "start/sitecustomize.py").write_text(ANOTHER_DAY, encoding="utf-8")
    kept = {name: value for name, value in environment().items() if name != "PYTHONUTF8"}
    return root, {
        **kept,
        "PYTHONPATH": os.pathsep.join((str(tmp_path / "start"), str(root / "hooks"))),
        "PYTHONHASHSEED": "4711",
        "HOME": str(tmp_path),
        "TZ": "KIR-14",  # in words that need no list of zones
        "LANG": "de_DE.ISO-8859-1",
        "LC_ALL": "C",
    }


LOOK = """
import datetime, json, os, casebook
print(json.dumps([str(datetime.datetime.now()), hash("a"), os.umask(0), casebook.__file__]))
"""


def test_the_other_machine_is_another_one(elsewhere):
    """Shows that the test below can fail: the disguise reaches every process of Python."""
    root, there = elsewhere
    run = subprocess.run(
        [sys.executable, "-c", LOOK], env=there, capture_output=True, check=True, umask=UMASK
    )
    now, hashed, umask, package = json.loads(run.stdout)
    assert now.startswith("2031-03-03 10:30")  # fourteen hours ahead of Greenwich
    assert umask == UMASK
    assert package == str(root / "hooks/casebook/__init__.py")
    assert b"\r\n" in (root / "docs/assets/js/share.js").read_bytes()
    assert b"\r\n" in (root / "cases/2024-09-12-taiyuan/01.md").read_bytes()
    again = subprocess.run(
        [sys.executable, "-c", "print(hash('a'))"],
        env=there | {"PYTHONHASHSEED": "1"},
        capture_output=True,
        check=True,
    )
    assert int(again.stdout) != hashed


def test_the_same_content_makes_the_same_bytes(site: BuiltSite, elsewhere, tmp_path):
    root, there = elsewhere
    run = subprocess.run(
        [CASEBOOK, "build", "--site-dir", tmp_path / "public"],
        cwd=root,
        env=there,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        umask=UMASK,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    here, other = digest(site.folder), digest(tmp_path / "public")
    differing = [path for path in here.keys() | other.keys() if here.get(path) != other.get(path)]
    assert sorted(differing) == []
    assert len(here) > 100


def git(*arguments: str | Path, at: Path) -> None:
    subprocess.run(["git", *arguments], cwd=at, capture_output=True, check=True)


def test_git_for_windows_checks_out_the_same_bytes(tmp_path):
    """Such a git writes CRLF into every text, if the repository does not ask for LF."""
    source, windows = copied(tmp_path / "source"), tmp_path / "windows"
    (source / ".gitattributes").write_bytes((ROOT / ".gitattributes").read_bytes())
    git("init", "--quiet", at=source)
    git("add", "--all", at=source)
    author = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    git(*author, "commit", "--quiet", "--no-verify", "--message=a", at=source)
    git("clone", "--quiet", "-c", "core.autocrlf=true", source, windows, at=tmp_path)
    checked_out = {
        path: found for path, found in digest(windows).items() if path.startswith(SOURCES)
    }
    here = {path: sha256((ROOT / path).read_bytes()).hexdigest() for path in checked_out}
    assert checked_out == here
    assert {path.partition("/")[0] for path in checked_out} == {*SOURCES}
