"""Fingerprints: equal for what is equal, in every process, and different for all else."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from decimal import Decimal

import pytest
from markupsafe import Markup

from casebook.build.cache_key import CacheKeys, UnknownValueError, folders_key
from casebook.content.library import Library
from casebook.law.proceedings.stage import Stage
from casebook.pages.site import plan_site


@dataclass(frozen=True)
class Pair:
    one: object
    other: object


DIFFERENT = [
    *("", "a", "ab", Markup("a"), 1, 1.0, True, None, "1", "None", Decimal(1), Stage.FILED),
    *((), ("a",), ("ab",), ("a", "b"), ("", "ab"), (("a",), "b"), ("a", ("b",)), {"a", "b"}),
    *({}, {"a": "b"}, {"b": "a"}, {"a": ("b",)}, Pair("a", "b"), Pair("b", "a"), Pair("a", None)),
    *(str(Stage.FILED), str, int),
]


def test_different_values_have_different_digests() -> None:
    digests = [CacheKeys().of(value) for value in DIFFERENT]
    assert len(set(digests)) == len(DIFFERENT)


def test_equal_values_have_equal_digests() -> None:
    for value in DIFFERENT:
        assert CacheKeys().of(value) == CacheKeys().of(value)
    assert CacheKeys().of({"b", "a"}) == CacheKeys().of({"a", "b"})
    assert CacheKeys().of([Pair(1, 2)]) == CacheKeys().of((Pair(1, 2),))


def test_what_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownValueError):
        CacheKeys().of([object()])


def test_every_page_of_the_site_has_one_of_its_own(library: Library) -> None:
    pages = plan_site(library).pages
    found = CacheKeys()
    assert len({found.of(page) for page in pages}) == len(pages)


def test_another_process_finds_the_same() -> None:
    program = (
        "from casebook.build.cache_key import CacheKeys as F;"
        "print(F().of([{'a': {'甲', '乙', '丙'}}, 1.5, None]).hex())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": s},
        ).stdout
        for s in ("1", "2")
    }
    assert len(runs) == 1


def test_files_are_told_apart_by_place_and_content(tmp_path) -> None:
    def digest() -> bytes:
        return folders_key([tmp_path])

    (tmp_path / "a.html").write_text("甲", encoding="utf-8")
    seen = [digest()]
    (tmp_path / "a.html").rename(tmp_path / "b.html")
    seen.append(digest())
    (tmp_path / "b.html").write_text("乙", encoding="utf-8")
    seen.append(digest())
    (tmp_path / "places.tsv").write_text("丙", encoding="utf-8")
    seen.append(digest())
    (tmp_path / "compiled.pyc").write_text("丁", encoding="utf-8")
    assert digest() == seen[-1]
    assert len(set(seen)) == 4
