"""The two kinds of rules: those that judge a content by itself, and those that compare."""

from __future__ import annotations

import inspect as signatures
import shutil
from pathlib import Path

from casebook.checks import OF_CONTENT, OF_LIBRARY, of_content

from .sites import copy_sound_site, library_of, sound

ROTTEN = ["city-elsewhere", "duplicate-suspected", "note-personal", "mobile-number", "link-dead"]


def test_rules_of_a_content_see_nothing_else() -> None:
    assert all(len(signatures.signature(rule).parameters) == 1 for rule in OF_CONTENT)
    assert all(len(signatures.signature(rule).parameters) == 2 for rule in OF_LIBRARY)


def test_every_rule_says_what_it_is() -> None:
    assert all(rule.__doc__ for rule in (*OF_CONTENT, *OF_LIBRARY))
    assert len({*OF_CONTENT, *OF_LIBRARY}) == len(OF_CONTENT) + len(OF_LIBRARY)


def test_what_is_found_of_a_content_does_not_depend_on_others(tmp_path: Path) -> None:
    path = "cases/2024-05-01-taiyuan/01.md"
    copy_sound_site(tmp_path)
    (tmp_path / path).write_text(sound(path, "电话13812345678。"), encoding="utf-8")

    def found() -> list[str]:
        case = library_of(tmp_path).case("2024-05-01-taiyuan/01")
        assert case is not None
        return [str(problem) for problem in of_content(case, frozenset())]

    among_others = found()
    (tmp_path / "cases/2024-05-01-taiyuan/02.md").unlink()
    shutil.rmtree(tmp_path / "cases/2024-06-01-datong")
    assert among_others
    assert found() == among_others
