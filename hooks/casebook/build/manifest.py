"""The manifest: which files a published site has, and a fingerprint of each.

`manifest.json` lies in the site's folder, is written last and lists every other file:

    {
      "format": 1,
      "digest": "…",
      "files": [
        {"path": "404.html", "size": 5120, "sha256": "…"},
        …
      ]
    }

`path` is a file's place below the folder with `/` between its parts, in the order of Unicode;
`size` counts bytes, `sha256` is their SHA-256 in small hexadecimal digits. `digest` is the
SHA-256 of the list as `sha256sum` would print it, a line `{sha256}  {path}` for each file in
that order, so one fingerprint stands for the whole site. The same files give the same bytes.
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

ADDRESS = "manifest.json"
"""Where it stands in a site's folder."""

FORMAT = 1
"""The form described above; a reader that meets another one gives up."""

_HEXADECIMAL = re.compile(r"[0-9a-f]{64}")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\]")
"""Control characters, and what parts the names of folders on Windows."""


class ManifestError(Exception):
    """A text is no manifest, or one that must not be followed; `detail` is what was found."""

    def __init__(self, reason: str, detail: object = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        """`json`, `format`, `path`, `value`, `order` or `digest`."""
        self.detail = str(detail)


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """A published file: where it stands below the site, how long it is, and its fingerprint."""

    path: str
    size: int
    sha256: str

    @classmethod
    def of(cls, path: str, content: bytes) -> ManifestEntry:
        """The entry of a file that holds these bytes."""
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
        """One fingerprint of all files and their names."""
        whole = sha256()
        for entry in self.files:
            whole.update(f"{entry.sha256}  {entry.path}\n".encode())
        return whole.hexdigest()

    def text(self) -> str:
        """What stands in the file, a line for each entry."""
        entries = ",\n".join(f"    {_json(_as_dict(entry))}" for entry in self.files)
        head = f'  "format": {FORMAT},\n  "digest": "{self.digest}",\n  "files": ['
        return f"{{\n{head}\n{entries}\n  ]\n}}\n"


def _as_dict(entry: ManifestEntry) -> dict[str, str | int]:
    """The fields of an entry; `asdict` takes sixty times as long, measured."""
    return {"path": entry.path, "size": entry.size, "sha256": entry.sha256}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def manifest_of(folder: Path) -> Manifest:
    """The manifest of what lies in a folder now; an older manifest there is no part of it."""
    entries = (_entry(path, address) for path, address in files_in(folder) if address != ADDRESS)
    return Manifest.of(entries)


def write_manifest(folder: Path, manifest: Manifest | None = None) -> None:
    """Writes the list of a finished site, its last file; by default of what is there."""
    text = (manifest or manifest_of(folder)).text()
    (folder / ADDRESS).write_text(text, encoding="utf-8", newline="\n")


def files_in(folder: Path, below: str = "") -> Iterator[tuple[Path, str]]:
    """All files in a folder, each with its place there, which begins with `below`."""
    for found in os.scandir(folder):
        if found.is_dir():
            yield from files_in(Path(found.path), f"{below}{found.name}/")
        else:
            yield Path(found.path), below + found.name


def _entry(path: Path, address: str) -> ManifestEntry:
    with path.open("rb") as file:
        return ManifestEntry(address, path.stat().st_size, file_digest(file, "sha256").hexdigest())


def read_manifest(content: bytes) -> Manifest:
    """The manifest that a file says; ManifestError where it is none or contradicts itself.

    A manifest may come from anywhere, so a path that could lead out of the site is refused.
    """
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        raise ManifestError("json") from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise ManifestError("format")
    files = found.get("files")
    if not isinstance(files, list):
        raise ManifestError("format")
    manifest = Manifest(tuple(map(_parse_entry, files)))
    _refuse_disorder(entry.path for entry in manifest.files)
    if found.get("digest") != manifest.digest:
        raise ManifestError("digest")
    return manifest


def _parse_entry(said: Any) -> ManifestEntry:
    if not isinstance(said, dict) or not isinstance(path := said.get("path"), str):
        raise ManifestError("format")
    if not is_inside(path):
        raise ManifestError("path", path)
    size, fingerprint = said.get("size"), said.get("sha256")
    if type(size) is not int or size < 0:
        raise ManifestError("value", path)
    if not isinstance(fingerprint, str) or not _HEXADECIMAL.fullmatch(fingerprint):
        raise ManifestError("value", path)
    return ManifestEntry(path, size, fingerprint)


def is_inside(path: str) -> bool:
    """Whether a path names a file below the site and nothing else, on any system or host."""
    parts = path.split("/")
    is_encodable = not any("\ud800" <= character <= "\udfff" for character in path)
    is_plain = not _UNSAFE.search(path) and ":" not in parts[0] and is_encodable
    return is_plain and not {"", ".", ".."} & set(parts) and path != ADDRESS


def _refuse_disorder(paths: Iterable[str]) -> None:
    for before, after in pairwise(paths):
        if before >= after:
            raise ManifestError("order", after)
