"""Files: what lies in cases/ and docs/, told apart by place and name, and read as text."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path, PurePosixPath

from casebook.content.fields import BULLETIN_ID
from casebook.content.ledger import NAME as LEDGER
from casebook.content.messages import LEADS_OUT, TOO_DEEP
from casebook.content.problem import Problem
from casebook.content.reading import flaw_of, is_folder, reason_of

_BULLETIN_FOLDER = re.compile(BULLETIN_ID, re.ASCII)
_CASE_FILE = re.compile(r"[0-9]{2,6}\.md", re.ASCII)
_OFFENCE_URI = re.compile(r"offences/(?!index\.md)[^/]+\.md")
SEARCH = "search.md"
"""The uri of the search page."""
CORRECTIONS = "corrections.md"
"""The uri of the page of corrections and withdrawals, which holds the rules of retention."""
_IMAGES = {".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif"}
_GENERATED = re.compile(
    r"(cases|cities|dates|stages|quiz|posters)(/.*|\.md)"
    r"|(problems|statistics|sitemap)(/index)?\.md|(search|corrections)/.*|assets/casebook\.css"
    r"|offences(\.md|/index\.md|/.*/.*)",
    re.DOTALL,
)
"""Where casebook puts pages of its own."""
DEEPEST = 20
"""Folders in folders beyond this are a mistake of a program that copied."""
_LEFT_BY_PROGRAMS = re.compile(r"\..*|~\$.*|.*~|Thumbs\.db|desktop\.ini", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the content lies; `root` is what shown paths are relative to."""

    cases: Path
    docs: Path
    root: Path

    def shown(self, path: Path) -> str:
        """A path as problems name it: relative to the root, or whole where it lies elsewhere."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()


class Kind(Enum):
    """What a Markdown file is, by where it lies."""

    BULLETIN = auto()
    CASE = auto()
    OFFENCE = auto()
    SEARCH = auto()
    CORRECTIONS = auto()
    PAGE = auto()


@dataclass(frozen=True, slots=True)
class Source:
    """A Markdown file."""

    kind: Kind
    uri: str
    """Its path in the tree of pages, with slashes."""
    path: Path
    shown: str
    """Its path as problems name it."""

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return PurePosixPath(self.uri).stem

    @property
    def folder(self) -> str:
        """The name of the folder it lies in."""
        return PurePosixPath(self.uri).parent.name


@dataclass(slots=True)
class Files:
    """All files of the content folders, sorted, and the problems of their names and places."""

    folders: Folders
    sources: list[Source] = field(default_factory=list)
    by_uri: dict[str, Path] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    ledger: Path | None = None
    """The file of all addresses ever published, if there is one."""

    @classmethod
    def find(cls, folders: Folders) -> Files:
        """The files that lie there now; nothing is opened."""
        files = cls(folders)
        files._find_cases()
        files._find_pages()
        if is_folder(folders.cases) and not any(files.of(Kind.CASE)):
            files._report("corpus-empty", folders.cases)
        for folder, code in ((folders.cases, "folder-missing"), (folders.docs, "pages-missing")):
            if not is_folder(folder):
                files._report("folder-is-file" if os.path.lexists(folder) else code, folder)
        return files

    @property
    def has_pages(self) -> bool:
        """Whether there is a folder of hand-written pages, which name the offence groups."""
        return is_folder(self.folders.docs)

    def of(self, kind: Kind) -> Iterator[Source]:
        """The Markdown files of one kind."""
        return (source for source in self.sources if source.kind is kind)

    def _find_cases(self) -> None:
        for entry in self._entries(self.folders.cases):
            if entry.name == LEDGER:
                self.ledger = entry
            elif not is_folder(entry):
                self._note("cases", entry, self.folders.cases)
                self._report("file-stray", entry, found=entry.name)
            elif not _BULLETIN_FOLDER.fullmatch(entry.name):
                self._report("bulletin-folder-name", entry, found=entry.name)
            elif entry.is_symlink():
                self._report("folder-link", entry, found=entry.name)
            else:
                self._find_in_bulletin(entry)

    def _find_in_bulletin(self, folder: Path) -> None:
        index = folder / "index.md"
        if not os.path.lexists(index):
            self._report("bulletin-missing", index, found=folder.name)
        for path in self._below(folder):
            uri = self._note("cases", path, self.folders.cases)
            is_own = path.parent == folder
            if path == index:
                self._add(Kind.BULLETIN, uri, path)
            elif is_own and _CASE_FILE.fullmatch(path.name):
                self._add(Kind.CASE, uri, path)
            elif path.suffix.lower() not in _IMAGES:
                self._report("file-stray", path, found=path.name)

    def _find_pages(self) -> None:
        for path in self._below(self.folders.docs):
            uri = self._note("", path, self.folders.docs)
            if is_generated(uri):
                self._report("page-reserved", path, found=uri)
            elif path.suffix == ".md":
                self._add(_kind_of_page(uri), uri, path)

    def _leads_out(self, path: Path) -> bool:
        """Whether a file is a link out of the folders: it would publish whatever lies there."""
        if not path.is_symlink() or flaw_of(path):
            return False
        inside = (self.folders.cases.resolve(), self.folders.docs.resolve())
        return not any(map(path.resolve().is_relative_to, inside))

    def _below(self, folder: Path, depth: int = 1) -> Iterator[Path]:
        """All plain files, and whatever bears the name of a Markdown file.

        A link to a folder is not followed: it can lead back to where it lies.
        """
        for entry in self._entries(folder):
            if self._leads_out(entry):
                self._report("file-unreadable", entry, reason=LEADS_OUT)
            if entry.suffix == ".md":
                yield entry
            elif not is_folder(entry):
                if reason := flaw_of(entry):
                    self._report("file-unreadable", entry, reason=reason)
                else:
                    yield entry
            elif entry.is_symlink():
                self._report("folder-link", entry, found=entry.name)
            elif depth == DEEPEST:
                self._report("file-unreadable", entry, reason=TOO_DEEP)
            else:
                yield from self._below(entry, depth + 1)

    def _entries(self, folder: Path) -> list[Path]:
        try:
            entries = sorted(folder.iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            if is_folder(folder):  # else it is reported as missing
                self._report("file-unreadable", folder, reason=reason_of(error))
            return []
        return [entry for entry in entries if not _LEFT_BY_PROGRAMS.fullmatch(entry.name)]

    def _note(self, prefix: str, path: Path, root: Path) -> str:
        below = path.relative_to(root).as_posix()
        uri = f"{prefix}/{below}" if prefix else below
        self.by_uri[uri] = path
        return uri

    def _add(self, kind: Kind, uri: str, path: Path) -> None:
        self.sources.append(Source(kind, uri, path, self.folders.shown(path)))

    def _report(self, code: str, path: Path, **found: object) -> None:
        self.problems.append(Problem.of(code, self.folders.shown(path), **found))


def is_generated(uri: str) -> bool:
    """Whether casebook puts a page of its own there."""
    return bool(_GENERATED.fullmatch(uri))


def _kind_of_page(uri: str) -> Kind:
    if uri == SEARCH:
        return Kind.SEARCH
    if uri == CORRECTIONS:
        return Kind.CORRECTIONS
    return Kind.OFFENCE if _OFFENCE_URI.fullmatch(uri) else Kind.PAGE
