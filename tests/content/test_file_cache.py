"""The cache: a file is read again when it changed, and not before."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from casebook.content.file_cache import FileCache
from casebook.content.files import Folders
from casebook.content.library import Library
from casebook.content.loader import load

from ..sites.make import Content

FIRST, SECOND = "2024-09-01-shanxi/01", "2024-09-01-shanxi/02"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    made = Content(tmp_path)
    made.page("index.md", "首页", summary="这里是首页。")
    made.offence("posters", "网络水军")
    made.case(FIRST)
    made.case(SECOND)
    return made


def settle(content: Content, seconds: float = 60) -> None:
    """Makes all files as old as files are that nobody is editing."""
    then = time.time() - seconds
    for path in content.root.rglob("*"):
        os.utime(path, (then, then))


def loaded(content: Content, cache: FileCache | None = None) -> Library:
    folders = Folders(content.cases, content.docs, content.root)
    return load(folders, cache=cache)[0]


def case(library: Library, case_id: str) -> object:
    found = library.case(case_id)
    assert found is not None
    return found


def test_what_did_not_change_is_the_same_object(content):
    settle(content)
    cache = FileCache()
    before = loaded(content, cache)
    after = loaded(content, cache)
    assert all(one is other for one, other in zip(before.contents, after.contents, strict=True))


def test_a_changed_case_is_read_again_and_no_other(content):
    settle(content)
    cache = FileCache()
    before = loaded(content, cache)
    path = content.cases / f"{FIRST}.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: ", "title: 涉嫌改过标题一案 #"), encoding="utf-8")
    after = loaded(content, cache)
    assert after.case(FIRST).title == "涉嫌改过标题一案"
    assert case(after, SECOND) is case(before, SECOND)


def test_what_is_made_of_a_changed_file_is_made_anew(content):
    settle(content)
    cache = FileCache()
    before = loaded(content, cache)
    content.bulletin("2024-09-01-shanxi", title="改过名的通报")
    after = loaded(content, cache)
    assert {one.bulletin.title for one in after.cases} == {"改过名的通报"}
    assert case(after, FIRST) is not case(before, FIRST)
    content.offence("posters", "网络水军", body="## 防范提示\n\n- 新的提示。\n")
    last = loaded(content, cache)
    assert last.case(FIRST).offences[0] is last.offences[0]
    assert case(last, FIRST) is not case(after, FIRST)


def test_saving_twice_within_the_clock_is_seen(content):
    """The second text is as long as the first, and as old by a coarse clock."""
    cache = FileCache()
    path = content.case(FIRST, title="涉嫌甲一案")
    now = time.time()
    os.utime(path, (now, now))
    assert loaded(content, cache).case(FIRST).title == "涉嫌甲一案"
    path.write_text(path.read_text(encoding="utf-8").replace("甲", "乙"), encoding="utf-8")
    os.utime(path, (now, now))
    assert loaded(content, cache).case(FIRST).title == "涉嫌乙一案"


@pytest.mark.parametrize("how", ["rename", "delete", "break and mend", "replace by older"])
def test_it_follows_files_that_come_and_go(content, how):
    settle(content)
    cache = FileCache()
    loaded(content, cache)
    path = content.cases / f"{FIRST}.md"
    text = path.read_text(encoding="utf-8")
    if how == "rename":
        path.rename(path.with_name("09.md"))
    elif how == "delete":
        path.unlink()
    elif how == "break and mend":
        path.write_text("没有文件头", encoding="utf-8")
        assert loaded(content, cache).case(FIRST) is None
        path.write_text(text, encoding="utf-8")
    else:
        other = path.with_name("09.md")
        other.write_text(text.replace("01的案情", "09的案情"), encoding="utf-8")
        os.utime(other, (time.time() - 600, time.time() - 600))
        other.replace(path)
    after, clean = loaded(content, cache), loaded(content)
    bodies = [{one.id: one.body for one in library.cases} for library in (after, clean)]
    assert bodies[0] == bodies[1]
