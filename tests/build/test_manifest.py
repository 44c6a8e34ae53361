"""The manifest lists every file of a site with its fingerprint, and is believed only if sound."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.build.manifest import (
    ADDRESS,
    Manifest,
    ManifestEntry,
    ManifestError,
    is_inside,
    manifest_of,
    read_manifest,
    write_manifest,
)

FILES = {
    "index.html": b"<h1>1</h1>",
    "a/index.html": b"2",
    "a-b.txt": b"",
    "a/地图.json": b"{}\n",
    ".nojekyll": b"",
    "assets/manifest.json": b"[]",
}

EXPECTED = """\
{
  "format": 1,
  "digest": "DIGEST",
  "files": [
    {"path": ".nojekyll", "size": 0, "sha256": "EMPTY"},
    {"path": "a-b.txt", "size": 0, "sha256": "EMPTY"},
    {"path": "a/index.html", "size": 1, "sha256": "TWO"},
    {"path": "a/地图.json", "size": 3, "sha256": "MAP"},
    {"path": "assets/manifest.json", "size": 2, "sha256": "OTHER"},
    {"path": "index.html", "size": 10, "sha256": "HOME"}
  ]
}
"""


def hexadecimal(content: bytes) -> str:
    return sha256(content).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for path, content in FILES.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    return site


def test_the_whole_file(folder):
    write_manifest(folder)
    lines = "".join(f"{hexadecimal(FILES[path])}  {path}\n" for path in sorted(FILES))
    expected = EXPECTED
    for word, value in (
        ("DIGEST", hexadecimal(lines.encode())),
        ("EMPTY", hexadecimal(b"")),
        ("TWO", hexadecimal(b"2")),
        ("MAP", hexadecimal(FILES["a/地图.json"])),
        ("OTHER", hexadecimal(b"[]")),
        ("HOME", hexadecimal(FILES["index.html"])),
    ):
        expected = expected.replace(word, value)
    assert (folder / ADDRESS).read_bytes() == expected.encode()


def test_an_older_manifest_is_no_part_of_it(folder):
    write_manifest(folder)
    first = (folder / ADDRESS).read_bytes()
    write_manifest(folder)
    assert (folder / ADDRESS).read_bytes() == first


def test_what_is_written_is_read(folder):
    manifest = manifest_of(folder)
    assert read_manifest(manifest.text().encode()) == manifest
    assert len(manifest.files) == len(FILES)


@pytest.mark.parametrize("change", ["content", "name", "more", "less"])
def test_any_change_changes_the_digest(folder, change):
    before = manifest_of(folder).digest
    if change == "content":
        (folder / "a/index.html").write_bytes(b"3")
    elif change == "name":
        (folder / "a-b.txt").rename(folder / "a-c.txt")
    elif change == "more":
        (folder / "new.txt").touch()
    else:
        (folder / ".nojekyll").unlink()
    assert manifest_of(folder).digest != before


def test_the_manifest_of_a_build_is_its_last_word(site):
    written = (site.folder / ADDRESS).read_bytes()
    assert written == manifest_of(site.folder).text().encode()
    assert len(read_manifest(written).files) > 100
    newest = max(site.folder.rglob("*"), key=lambda path: path.stat().st_mtime_ns)
    assert newest == site.folder / ADDRESS


HASH = hexadecimal(b"")


def said(*files: object, **more: object) -> bytes:
    return json.dumps({"format": 1, "digest": HASH, "files": list(files), **more}).encode()


def entry(path: object = "a.html", **more: object) -> dict[str, object]:
    return {"path": path, "size": 0, "sha256": HASH, **more}


@pytest.mark.parametrize(
    ("content", "reason", "detail"),
    [
        (b"<h1>404</h1>", "json", ""),
        (b"\xff\xfe", "json", ""),
        (b"[[", "json", ""),
        (b"[]", "format", ""),
        (b"{}", "format", ""),
        (said(format=2), "format", ""),
        (said(files={}), "format", ""),
        (said("a.html"), "format", ""),
        (said(entry(path=7)), "format", ""),
        (said(entry("../a.html")), "path", "../a.html"),
        (said(entry(size=-1)), "value", "a.html"),
        (said(entry(size=True)), "value", "a.html"),
        (said(entry(size="0")), "value", "a.html"),
        (said(entry(sha256=HASH.upper())), "value", "a.html"),
        (said(entry(sha256=HASH[1:])), "value", "a.html"),
        (said(entry(sha256=None)), "value", "a.html"),
        (said(entry("b.html"), entry("a.html")), "order", "a.html"),
        (said(entry("a.html"), entry("a.html")), "order", "a.html"),
        (said(entry("a.html")), "digest", ""),
        (said(digest=None), "digest", ""),
    ],
)
def test_what_is_no_manifest_is_refused(content, reason, detail):
    with pytest.raises(ManifestError) as found:
        read_manifest(content)
    assert (found.value.reason, found.value.detail) == (reason, detail)


def test_a_site_without_files_has_a_manifest():
    assert read_manifest(said()) == Manifest(())


@pytest.mark.parametrize(
    "path",
    [
        *("", "/", "/a", "//host/a", "a//b", "a/", "..", "../a", "a/../../b", "a/..", "./a", "a/."),
        *("https://host/a", "file:a", "C:a", "c:\\a", "..\\a", "a\\..\\b", "a\nb", "a\0", "\x7f"),
        *("\ud800", "manifest.json"),
    ],
)
def test_a_path_that_leads_elsewhere_is_not_inside(path):
    assert not is_inside(path)


@pytest.mark.parametrize(
    "path", ["a", "index.html", ".nojekyll", "_headers", "cases/a/", "a b", "地图", "..a", "a?b#c"]
)
def test_a_path_below_the_site_is_inside(path):
    assert is_inside(path.rstrip("/"))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_path_is_inside_only_below_the_folder(path):
    if is_inside(path):
        base = "/site/" + "x" * 5
        assert os.path.normpath(os.path.join(base, path)).startswith(f"{base}/")  # noqa: PTH118


def test_an_entry_of_bytes_is_that_of_the_file(folder):
    assert ManifestEntry.of("a/index.html", b"2") in manifest_of(folder).files
