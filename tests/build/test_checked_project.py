"""The project checker: problems of a project that changes while it is watched."""

from __future__ import annotations

import gc
import os
import time
from pathlib import Path
from random import Random

import pytest

from casebook.build import checked_project as module
from casebook.build.checked_project import ProjectChecker
from casebook.config.project import Project

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


def checker_of(root: Path) -> ProjectChecker:
    return ProjectChecker(Project(root))


def said(checker: ProjectChecker) -> list[str]:
    return [str(problem) for problem in checker.check().problems]


@pytest.mark.parametrize("seed", range(3))
def test_any_edits_are_judged_as_if_for_the_first_time(root, seed):
    random, checker = Random(seed), checker_of(root)
    paths = sorted((root / "cases").rglob("*.md"))
    for _ in range(8):
        path = random.choice(paths)
        sound, rotten = random.choice(ROTTEN)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(*random.choice(((sound, rotten), (rotten, sound)))), "utf-8")
        assert said(checker) == said(checker_of(root))


def test_what_was_judged_is_not_judged_again(root, monkeypatch):
    checker = checker_of(root)
    checker.check()
    asked = []
    original = module.of_content

    def counted(content, words):
        asked.append(content.uri)
        return original(content, words)

    monkeypatch.setattr(module, "of_content", counted)
    checker.check()
    assert asked == []
    path = sorted((root / "cases").rglob("0*.md"))[0]
    path.write_text(path.read_text(encoding="utf-8") + "\n又一句。\n", encoding="utf-8")
    checker.check()
    assert asked == [path.relative_to(root).as_posix()]


def test_a_site_without_drafts_is_planned_once(root):
    found = checker_of(root).check()
    assert found.preview is found.site


def test_a_long_lived_checker_freezes_nothing(root):
    """What is frozen is never collected, so that a preview would grow with every save."""
    checker = checker_of(root)
    before = gc.get_freeze_count()
    for _ in range(3):
        checker.check()
    assert gc.get_freeze_count() == before
