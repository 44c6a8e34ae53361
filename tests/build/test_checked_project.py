"""The desk: problems of a project that changes while somebody watches."""

from __future__ import annotations

import os
import time
from pathlib import Path
from random import Random

import pytest

from casebook.build import checked_project as desks
from casebook.build.checked_project import ProjectChecker, check_project, held
from casebook.content.files import Folders

from ..checks.sites import copy_sound_site

ROTTEN = (
    ("city: 太原市", "city: 太原"),
    ("stage: 刑事拘留", "stage: 刑事拘流"),
    ("## 案情", "# 案情"),
    ("title: ", "title: 联系电话13800138000"),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    copy_sound_site(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: 案例\n", encoding="utf-8")
    then = time.time() - 60
    for path in tmp_path.rglob("*"):
        os.utime(path, (then, then))
    return tmp_path


def desk_of(root: Path) -> ProjectChecker:
    return ProjectChecker(Folders(root / "cases", root / "docs", root), root / "mkdocs.yml")


def said(desk: ProjectChecker) -> list[str]:
    return [str(problem) for problem in desk.check().problems]


@pytest.mark.parametrize("seed", range(3))
def test_any_edits_are_judged_as_if_for_the_first_time(root, seed):
    random, desk = Random(seed), desk_of(root)
    paths = sorted((root / "cases").rglob("*.md"))
    for _ in range(8):
        path = random.choice(paths)
        sound, rotten = random.choice(ROTTEN)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(*random.choice(((sound, rotten), (rotten, sound)))), "utf-8")
        assert said(desk) == said(desk_of(root))


def test_what_was_judged_is_not_judged_again(root, monkeypatch):
    desk = desk_of(root)
    desk.check()
    asked = []
    original = desks.of_content

    def counted(content):
        asked.append(content.uri)
        return original(content)

    monkeypatch.setattr(desks, "of_content", counted)
    desk.check()
    assert asked == []
    path = sorted((root / "cases").rglob("0*.md"))[0]
    path.write_text(path.read_text(encoding="utf-8") + "\n又一句。\n", encoding="utf-8")
    desk.check()
    assert asked == [path.relative_to(root).as_posix()]


def test_what_is_held_stays_whatever_is_saved(root):
    folders = Folders(root / "cases", root / "docs", root)
    found = check_project(folders, root / "mkdocs.yml")
    with held(found):
        sorted((root / "cases").rglob("0*.md"))[0].unlink()
        assert check_project(folders, root / "mkdocs.yml") is found
    after = check_project(folders, root / "mkdocs.yml")
    assert len(after.library.cases) == len(found.library.cases) - 1


def test_a_site_is_put_together_once(root):
    found = desk_of(root).check()
    assert found.site is found.site
    assert found.preview is not found.site
