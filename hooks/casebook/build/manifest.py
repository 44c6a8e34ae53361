"""The manifest: the files of a published site with their sizes and SHA-256 digests.

`manifest.json` in the site's folder is written last and lists every other file:

    {
      "format": 1,
      "digest": "…",
      "files": [
        {"path": "404.html", "size": 5120, "sha256": "…"},
        …
      ]
    }

`path` is relative to the folder with `/` as separator, entries are sorted by code points;
`size` counts bytes, `sha256` is their SHA-256 in lower-case hexadecimal digits. `digest` is the
SHA-256 of the list in the format of `sha256sum`, a line `{sha256}  {path}` for each file in that
order, so it identifies the whole site. The same files give the same manifest, byte for byte.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import file_digest, sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

from casebook.content.json_depth import ensure_shallow

ADDRESS = "manifest.json"
"""Its path below the site's folder."""

FORMAT = 1
"""The version of the format described above; a reader refuses any other."""

_HEXADECIMAL = re.compile(r"[0-9a-f]{64}")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\]")
"""Control characters, and the path separator of Windows."""


class ManifestError(Exception):
    """A text is not a valid manifest; `detail` is the offending value."""

    def __init__(self, reason: str, detail: object = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        """`json`, `format`, `path`, `value`, `order` or `digest`."""
        self.detail = str(detail)


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """A published file: its path below the site, its size in bytes, and its hexadecimal SHA-256."""

    path: str
    size: int
    sha256: str

    @classmethod
    def of(cls, path: str, content: bytes) -> ManifestEntry:
        """The entry of a file with this content."""
        return cls(path, len(content), sha256(content).hexdigest())


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of a site, sorted by their paths."""

    files: tuple[ManifestEntry, ...]

    @classmethod
    def of(cls, entries: Iterable[ManifestEntry]) -> Manifest:
        """The manifest of files in any order."""
        return cls(tuple(sorted(entries, key=lambda entry: entry.path)))

    @property
    def digest(self) -> str:
        """The SHA-256 of the list of all digests and paths, in hexadecimal."""
        whole = sha256()
        for entry in self.files:
            whole.update(f"{entry.sha256}  {entry.path}\n".encode())
        return whole.hexdigest()

    def text(self) -> str:
        """The content of `manifest.json`, one line for each entry."""
        entries = ",\n".join(f"    {_json(_as_dict(entry))}" for entry in self.files)
        head = f'  "format": {FORMAT},\n  "digest": "{self.digest}",\n  "files": ['
        return f"{{\n{head}\n{entries}\n  ]\n}}\n"


def _as_dict(entry: ManifestEntry) -> dict[str, str | int]:
    """The fields of an entry; `asdict` takes sixty times as long, measured."""
    return {"path": entry.path, "size": entry.size, "sha256": entry.sha256}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def manifest_of(folder: Path) -> Manifest:
    """The manifest of all files in a folder, without an existing manifest."""
    entries = (_entry(path, address) for path, address in files_in(folder) if address != ADDRESS)
    return Manifest.of(entries)


def write_manifest(folder: Path, manifest: Manifest | None = None) -> None:
    """Writes a manifest into the folder of a site; by default that of the files in it."""
    text = (manifest or manifest_of(folder)).text()
    (folder / ADDRESS).write_text(text, encoding="utf-8", newline="\n")


def files_in(folder: Path, below: str = "") -> Iterator[tuple[Path, str]]:
    """All files in a folder, recursively, each with its relative path after the prefix `below`."""
    for found in os.scandir(folder):
        if found.is_dir():
            yield from files_in(Path(found.path), f"{below}{found.name}/")
        else:
            yield Path(found.path), below + found.name


def _entry(path: Path, address: str) -> ManifestEntry:
    with path.open("rb") as file:
        return ManifestEntry(address, path.stat().st_size, file_digest(file, "sha256").hexdigest())


def read_manifest(content: bytes) -> Manifest:
    """Parses and validates a manifest from any source.

    Raises ManifestError if it is malformed, inconsistent, or has a path that could leave the site.
    """
    try:
        text = content.decode()
        ensure_shallow(text)
        found = json.loads(text)
    except ValueError:
        raise ManifestError("json") from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise ManifestError("format")
    files = found.get("files")
    if not isinstance(files, list):
        raise ManifestError("format")
    manifest = Manifest(tuple(map(_parse_entry, files)))
    _require_order(entry.path for entry in manifest.files)
    if found.get("digest") != manifest.digest:
        raise ManifestError("digest")
    return manifest


def _parse_entry(value: Any) -> ManifestEntry:
    if not isinstance(value, dict) or not isinstance(path := value.get("path"), str):
        raise ManifestError("format")
    if not is_inside(path):
        raise ManifestError("path", path)
    size, digest = value.get("size"), value.get("sha256")
    if type(size) is not int or size < 0:
        raise ManifestError("value", path)
    if not isinstance(digest, str) or not _HEXADECIMAL.fullmatch(digest):
        raise ManifestError("value", path)
    return ManifestEntry(path, size, digest)


def is_inside(path: str) -> bool:
    """Whether a path is relative and inside the site on every operating system, and encodable."""
    parts = path.split("/")
    is_encodable = not any("\ud800" <= character <= "\udfff" for character in path)
    is_plain = not _UNSAFE.search(path) and ":" not in parts[0] and is_encodable
    return is_plain and not {"", ".", ".."} & set(parts) and path != ADDRESS


def _require_order(paths: Iterable[str]) -> None:
    for before, after in pairwise(paths):
        if before >= after:
            raise ManifestError("order", after)
