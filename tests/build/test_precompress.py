"""The packed files beside those of a site."""

from __future__ import annotations

import gzip
import os
from pathlib import Path
from random import Random

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.build.precompress import SMALLEST, brotlied, gzipped, precompress
from casebook.build.route_plan import finished_routes
from casebook.outputs.registry import all_outputs

ROUTES = finished_routes(all_outputs())
TEXT = "冒充客服退款。".encode() * 200
NOISE = Random(1).randbytes(SMALLEST + 1)
FILES = {
    "index.html": TEXT,
    "cities/feed.xml": TEXT,
    "api/cases.json": TEXT,
    "small/index.html": b"x" * SMALLEST,
    "robots.txt": NOISE,
    "share/site.png": TEXT,
    "search/0123456789ab/grams/0.bin": TEXT,
}
COMPRESSED_ENDINGS = ("api/cases.json", "cities/feed.xml", "index.html")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for address, content in FILES.items():
        path = tmp_path / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path


def addresses(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_texts_are_packed_where_that_makes_them_smaller(site):
    precompress(site, ROUTES)
    new = {f"{address}{ending}" for address in COMPRESSED_ENDINGS for ending in (".gz", ".br")}
    assert addresses(site) == FILES.keys() | new
    assert {address: (site / address).read_bytes() for address in FILES} == FILES
    for address in COMPRESSED_ENDINGS:
        assert gzip.decompress((site / f"{address}.gz").read_bytes()) == TEXT
        assert brotli.decompress((site / f"{address}.br").read_bytes()) == TEXT


def test_it_tells_how_far_it_is(site):
    told = []

    def progress(items, title):
        told.append((len(items), title))
        return iter(items)

    precompress(site, ROUTES, progress)
    assert told == [(len(COMPRESSED_ENDINGS) + 1, "正在压缩文件")]


def test_a_file_that_cannot_be_written_is_no_secret(site, monkeypatch):
    def refuse(path: Path, content: bytes) -> int:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(OSError, match=os.strerror(28)):
        precompress(site, ROUTES)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=3000))
def test_what_is_unpacked_is_what_was_packed(content):
    assert gzip.decompress(gzipped(content)) == content
    assert brotli.decompress(brotlied(content)) == content


def test_neither_time_nor_name_is_in_it():
    packed = gzipped(TEXT)
    assert packed == gzipped(TEXT)
    assert (packed[3], packed[4:8]) == (0, bytes(4))


@pytest.mark.parametrize("size", [0, 1, 2**16, 2**16 + 1, 2**20])
def test_a_window_is_as_large_as_needed(size):
    """What repeats only at the end of a long text is found there."""
    content = Random(size).randbytes(size)
    assert len(brotlied(content + content)) < size * 1.1 + 100
