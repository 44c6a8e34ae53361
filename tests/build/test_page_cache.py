"""The store: what was kept comes back whole or not at all."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from casebook.build.page_cache import INDEX, MOST_PACKS, PACK, CachedPage, PageCache


def keep(store: PageCache, content: bytes) -> CachedPage:
    kept = store.add(content, sha256(content).hexdigest())
    assert kept is not None
    return kept


def packs(folder: Path) -> int:
    return len(list(folder.glob(f"*{PACK}")))


def test_pages_come_back(tmp_path: Path) -> None:
    store = PageCache.at(tmp_path / "cache")
    kept = {name: keep(store, name.encode() * 9) for name in ("甲", "乙", "")}
    store.close(kept)
    again = PageCache.at(tmp_path / "cache")
    assert dict(again.index) == kept
    assert [again.read(again.index[name]) for name in kept] == [name.encode() * 9 for name in kept]


def test_what_is_not_kept_any_more_goes_with_its_pack(tmp_path: Path) -> None:
    first = PageCache.at(tmp_path)
    first.close({"甲": keep(first, b"1")})
    second = PageCache.at(tmp_path)
    second.close({"乙": keep(second, b"2")})
    assert packs(tmp_path) == 1
    assert list(PageCache.at(tmp_path).index) == ["乙"]


def test_what_another_build_swept_away_is_no_page(tmp_path: Path) -> None:
    store = PageCache.at(tmp_path)
    kept = keep(store, b"content")
    store.close({"甲": kept})
    for pack in tmp_path.glob(f"*{PACK}"):
        pack.unlink()
    assert PageCache.at(tmp_path).read(kept) == b""


def test_many_packs_make_it_begin_anew(tmp_path: Path) -> None:
    kept = {}
    for number in range(MOST_PACKS + 1):
        kept[str(number)] = keep(PageCache.at(tmp_path), b"%d" % number)
    PageCache.at(tmp_path).close(kept)
    assert not PageCache.at(tmp_path).index


@pytest.mark.parametrize(
    "index", [b"", b"[]", b"{", b'{"a": 1}', b'{"a": [1]}', b"\xff", b'{"a": ["p", 1, 2, 3, 4]}']
)
def test_a_damaged_index_is_an_empty_store(tmp_path: Path, index: bytes) -> None:
    (tmp_path / INDEX).write_bytes(index)
    assert not PageCache.at(tmp_path).index


def test_a_place_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = PageCache.at(tmp_path / "file")
    assert store.add(b"content", "") is None
    store.close({})
    assert not PageCache.at(tmp_path / "file").index


def test_the_index_names_places_in_packs(tmp_path: Path) -> None:
    store = PageCache.at(tmp_path)
    store.close({"甲": keep(store, b"12"), "乙": keep(store, b"345")})
    found = json.loads((tmp_path / INDEX).read_bytes())
    assert [values[1:3] for values in found.values()] == [[0, 2], [2, 3]]
