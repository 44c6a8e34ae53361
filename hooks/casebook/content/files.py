"""Files: finding the files in cases/ and docs/, and their kinds by path."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

from casebook.content.field_types import BULLETIN_ID
from casebook.content.file_access import is_folder, reason_of, unreadable_reason
from casebook.content.problem import Problem
from casebook.content.site_words import WORDS
from casebook.content.url_ledger import LEDGER
from casebook.texts import problems as texts

_BULLETIN_FOLDER = re.compile(BULLETIN_ID, re.ASCII)
_CASE_FILE = re.compile(r"[0-9]{2,6}\.md", re.ASCII)
_OFFENCE_URI = re.compile(r"offences/(?!index\.md)[^/]+\.md")
SEARCH = "search.md"
"""The uri of the search page."""
CORRECTIONS = "corrections.md"
"""The uri of the page of corrections and withdrawals, which contains the retention rules."""
IMAGES = (".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif")
"""The endings of pictures, which alone may lie beside cases."""
MAX_FOLDER_DEPTH = 20
"""Maximum nesting of folders; deeper ones are a mistake of a copying program."""
_TEMPORARY_FILE = re.compile(r"\..*|~\$.*|.*~|Thumbs\.db|desktop\.ini", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Folders:
    """The content folders; shown paths are relative to `root`."""

    cases: Path
    docs: Path
    root: Path

    def shown(self, path: Path) -> str:
        """A path for problems: relative to the root, or absolute where it is outside."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()


class SourceKind(Enum):
    """The kind of a Markdown file, by its path."""

    BULLETIN = auto()
    CASE = auto()
    OFFENCE = auto()
    SEARCH = auto()
    CORRECTIONS = auto()
    PAGE = auto()


@dataclass(frozen=True, slots=True)
class Source:
    """A Markdown file."""

    kind: SourceKind
    uri: str
    """Its path in the tree of pages, with slashes."""
    path: Path
    shown: str
    """Its path in problems."""

    @property
    def name(self) -> str:
        """The file's name without its extension."""
        return self.uri.rpartition("/")[2].removesuffix(".md")

    @property
    def folder(self) -> str:
        """The name of its folder."""
        return self.uri.rpartition("/")[0].rpartition("/")[2]


@dataclass(slots=True)
class Files:
    """All files of the content folders, sorted, and the problems of their names and paths."""

    folders: Folders
    sources: list[Source] = field(default_factory=list)
    by_uri: dict[str, Path] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    ledger: Path | None = None
    """The path of the URL ledger, if it exists."""
    words: Path | None = None
    """The path of the list of the site's words, if it exists."""

    @classmethod
    def find(cls, folders: Folders) -> Files:
        """The files of the content folders; none is opened."""
        files = cls(folders)
        files._find_cases()
        files._find_pages()
        if is_folder(folders.cases) and not any(files.of(SourceKind.CASE)):
            files._report("corpus-empty", folders.cases)
        for folder, code in ((folders.cases, "folder-missing"), (folders.docs, "pages-missing")):
            if not is_folder(folder):
                files._report("folder-is-file" if os.path.lexists(folder) else code, folder)
        return files

    @property
    def has_pages(self) -> bool:
        """Whether the folder of hand-written pages exists, which defines the offence groups."""
        return is_folder(self.folders.docs)

    def of(self, kind: SourceKind) -> Iterator[Source]:
        """The Markdown files of one kind."""
        return (source for source in self.sources if source.kind is kind)

    def _find_cases(self) -> None:
        for entry in self._entries(self.folders.cases):
            if entry.name == LEDGER:
                self.ledger = Path(entry.path)
            elif entry.name == WORDS:
                self.words = Path(entry.path)
            elif not _is_folder(entry):
                self._note("cases/", entry)
                self._report("file-stray", Path(entry.path), found=entry.name)
            elif not _BULLETIN_FOLDER.fullmatch(entry.name):
                self._report("bulletin-folder-name", Path(entry.path), found=entry.name)
            elif entry.is_symlink():
                self._report("folder-link", Path(entry.path), found=entry.name)
            else:
                self._find_in_bulletin(Path(entry.path))

    def _find_in_bulletin(self, folder: Path) -> None:
        own, shown, has_lead = f"cases/{folder.name}/", f"{self.folders.shown(folder)}/", False
        for entry, place in self._walk(folder, own):
            path = self._note(place, entry)
            is_own = place == own
            if is_own and entry.name == "index.md":
                has_lead = True
                self._add(SourceKind.BULLETIN, place + entry.name, path, shown + entry.name)
            elif is_own and _CASE_FILE.fullmatch(entry.name):
                self._add(SourceKind.CASE, place + entry.name, path, shown + entry.name)
            elif path.suffix.lower() not in IMAGES:
                self._report("file-stray", path, found=entry.name)
        if not has_lead:
            self._report("bulletin-missing", folder / "index.md", found=folder.name)

    def _find_pages(self) -> None:
        for entry, place in self._walk(self.folders.docs, ""):
            path, uri = self._note(place, entry), place + entry.name
            if uri.startswith("cases/"):  # reserved for the cases folder
                self._report("page-reserved", path, found=uri)
            elif entry.name.endswith(".md"):
                self._add(_kind_of_page(uri), uri, path, self.folders.shown(path))

    def _points_outside(self, path: Path) -> bool:
        """Whether a link to a file points outside the folders: it would publish any file."""
        if unreadable_reason(path):
            return False
        inside = (self.folders.cases.resolve(), self.folders.docs.resolve())
        return not any(map(path.resolve().is_relative_to, inside))

    def _walk(
        self, folder: Path, place: str, depth: int = 1
    ) -> Iterator[tuple[os.DirEntry[str], str]]:
        """All regular files, and any entry with the name of a Markdown file, with its folder's uri.

        Links to folders are not followed: they can form a cycle.
        """
        for entry in self._entries(folder):
            if entry.is_symlink() and self._points_outside(Path(entry.path)):
                self._report("file-unreadable", Path(entry.path), reason=texts.LEADS_OUT)
            if entry.name.endswith(".md"):
                yield entry, place
            elif not _is_folder(entry):
                if reason := unreadable_reason(Path(entry.path)):
                    self._report("file-unreadable", Path(entry.path), reason=reason)
                else:
                    yield entry, place
            elif entry.is_symlink():
                self._report("folder-link", Path(entry.path), found=entry.name)
            elif depth == MAX_FOLDER_DEPTH:
                self._report("file-unreadable", Path(entry.path), reason=texts.TOO_DEEP)
            else:
                yield from self._walk(Path(entry.path), f"{place}{entry.name}/", depth + 1)

    def _entries(self, folder: Path) -> list[os.DirEntry[str]]:
        """The entries of a folder, sorted by name; they have their types without further calls."""
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            if is_folder(folder):  # else it is reported as missing
                self._report("file-unreadable", folder, reason=reason_of(error))
            return []
        return [entry for entry in entries if not is_temporary(entry.name)]

    def _note(self, place: str, entry: os.DirEntry[str]) -> Path:
        path = self.by_uri[place + entry.name] = Path(entry.path)
        return path

    def _add(self, kind: SourceKind, uri: str, path: Path, shown: str) -> None:
        self.sources.append(Source(kind, uri, path, shown))

    def _report(self, code: str, path: Path, **found: object) -> None:
        self.problems.append(Problem.of(code, self.folders.shown(path), **found))


def is_temporary(name: str) -> bool:
    """Whether a file or folder of that name belongs to a program, and is never published."""
    return _TEMPORARY_FILE.fullmatch(name) is not None


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder, or a link to one."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _kind_of_page(uri: str) -> SourceKind:
    if uri == SEARCH:
        return SourceKind.SEARCH
    if uri == CORRECTIONS:
        return SourceKind.CORRECTIONS
    return SourceKind.OFFENCE if _OFFENCE_URI.fullmatch(uri) else SourceKind.PAGE
