"""Reading: the files of cases/ and docs/ as a Library, and the problems met on the way."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from casebook.content.fields import BULLETIN_ID
from casebook.content.front_matter import Document, parse
from casebook.content.library import Bulletin, Case, Library, Offence, Page, names_of
from casebook.content.model import (
    BulletinFields,
    CaseFields,
    FrontMatter,
    OffenceFields,
    PageFields,
)
from casebook.content.places import WHOLE_COUNTRY, WHOLE_PROVINCE, Place, gazetteer
from casebook.content.problem import Mark, Problem, nearest
from casebook.content.validation import read

Model = TypeVar("Model", bound=FrontMatter)

_BULLETIN = re.compile(BULLETIN_ID, re.ASCII)
_CASE_FILE = re.compile(r"(?P<number>[0-9]{2,6})\.md", re.ASCII)
_OFFENCE = re.compile(r"offences/(?!index\.md)[^/]+\.md")
_IMAGES = {".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif"}
_LEFT_BY_PROGRAMS = re.compile(r"\..*|~\$.*|.*~|Thumbs\.db|desktop\.ini", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the content lies; `root` is what shown paths are relative to."""

    cases: Path
    docs: Path
    root: Path

    def shown(self, path: Path) -> str:
        """A path as problems name it: relative to the root, or whole where it lies elsewhere."""
        return (path.relative_to(self.root) if path.is_relative_to(self.root) else path).as_posix()


def load(folders: Folders) -> tuple[Library, list[Problem]]:
    """The library of these folders and the problems of reading; no file makes it raise."""
    return _Reader(folders).library()


@dataclass(slots=True)
class _Reader:
    folders: Folders
    problems: list[Problem] = field(default_factory=list)
    files: dict[str, Path] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)

    def library(self) -> tuple[Library, list[Problem]]:
        offences = self._offences()
        pages = self._pages()
        by_name = self._names(offences)
        bulletins: list[Bulletin] = []
        cases: list[Case] = []
        for folder in self._bulletin_folders():
            bulletin = self._bulletin(folder)
            if bulletin is not None:
                bulletins.append(bulletin)
            cases += self._cases(folder, bulletin, by_name)
        if not cases and not any(_CASE_FILE.search(uri) for uri in self.broken):
            shown = self.folders.shown(self.folders.cases)
            code = "corpus-empty" if self.folders.cases.is_dir() else "folder-missing"
            self.problems.append(Problem.of(code, shown))
        library = Library(
            bulletins=tuple(sorted(bulletins, key=lambda bulletin: bulletin.id, reverse=True)),
            cases=tuple(sorted(cases, key=lambda case: case.newest_first)),
            offences=tuple(sorted(offences, key=lambda group: (group.fields.order, group.slug))),
            pages=tuple(pages),
            files=MappingProxyType(self.files),
            broken=MappingProxyType(self.broken),
        )
        return library, self.problems

    # Folders

    def _bulletin_folders(self) -> Iterator[Path]:
        """The folders of bulletins by name; noting every file as it passes."""
        for entry in self._entries(self.folders.cases):
            if not entry.is_dir():
                self._note(entry)
                self._stray(entry)
            elif not _BULLETIN.fullmatch(entry.name):
                shown = self.folders.shown(entry)
                self.problems.append(Problem.of("bulletin-folder-name", shown, found=entry.name))
            else:
                yield entry

    def _entries(self, folder: Path) -> list[Path]:
        try:
            entries = sorted(folder.iterdir())
        except FileNotFoundError:
            return []
        except OSError as error:
            self._unreadable(folder, error)
            return []
        return [entry for entry in entries if not _LEFT_BY_PROGRAMS.fullmatch(entry.name)]

    def _note(self, path: Path) -> str:
        uri = f"cases/{path.relative_to(self.folders.cases).as_posix()}"
        self.files[uri] = path
        return uri

    def _stray(self, path: Path) -> None:
        shown = self.folders.shown(path)
        self.problems.append(Problem.of("file-stray", shown, found=path.name))

    # Files

    def _document(self, path: Path) -> Document | None:
        shown = self.folders.shown(path)
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            before = error.object[: error.start]
            column = error.start - before.rfind(b"\n")
            self.problems.append(
                Problem.of("file-encoding", shown, Mark(before.count(b"\n") + 1, column))
            )
            return None
        except OSError as error:
            self._unreadable(path, error)
            return None
        document, problems = parse(text, shown)
        self.problems += problems
        return document

    def _unreadable(self, path: Path, error: OSError) -> None:
        reason = _REASONS.get(type(error), os.strerror(error.errno) if error.errno else str(error))
        self.problems.append(Problem.of("file-unreadable", self.folders.shown(path), reason=reason))

    def _read(self, path: Path, model: type[Model]) -> tuple[Document, Model] | None:
        document = self._document(path)
        if document is None:
            return None
        fields, problems = read(document, model)
        self.problems += problems
        return None if fields is None else (document, fields)

    # Content

    def _bulletin(self, folder: Path) -> Bulletin | None:
        index = folder / "index.md"
        uri = f"cases/{folder.name}/index.md"
        shown = self.folders.shown(index)
        if not os.path.lexists(index):
            self.broken[uri] = shown
            self.problems.append(Problem.of("bulletin-missing", shown, found=folder.name))
            return None
        found = self._read(index, BulletinFields)
        if found is None:
            self.broken[uri] = shown
            return None
        document, fields = found
        return Bulletin(folder.name, fields, document)

    def _cases(
        self, folder: Path, bulletin: Bulletin | None, by_name: dict[str, Offence]
    ) -> Iterator[Case]:
        for path in self._files_below(folder):
            match = _CASE_FILE.fullmatch(path.name)
            is_own = path.parent == folder
            if is_own and path.name == "index.md":
                continue
            if not (is_own and match) and path.suffix.lower() not in _IMAGES:
                self._stray(path)
            elif is_own and match:
                found = self._read(path, CaseFields)
                case = found and bulletin and self._case(bulletin, match["number"], *found, by_name)
                if case:
                    yield case
                else:
                    uri = f"cases/{folder.name}/{path.name}"
                    self.broken[uri] = self.folders.shown(path)

    def _files_below(self, folder: Path) -> Iterator[Path]:
        for entry in self._entries(folder):
            if entry.is_dir() and not entry.is_symlink() and not _CASE_FILE.fullmatch(entry.name):
                yield from self._files_below(entry)
            else:
                self._note(entry)
                yield entry

    def _case(
        self,
        bulletin: Bulletin,
        number: str,
        document: Document,
        fields: CaseFields,
        by_name: dict[str, Offence],
    ) -> Case | None:
        offences = list(self._offences_named(document, fields, by_name))
        if len(offences) < len(fields.offence):
            return None
        charge = None
        if fields.charge is not None:
            charges = {
                known.name: known for group in by_name.values() for known in group.fields.charges
            }
            charge = charges.get(fields.charge)
            if charge is None:
                hint = nearest(fields.charge, charges)
                self.problems.append(
                    document.problem(
                        "charge-unknown", ("charge",), found=fields.charge, nearest=hint
                    )
                )
                return None
        province, places = _places(bulletin, fields)
        city = places[0] if len(places) == 1 else None
        district = gazetteer().district(city, fields.district) if city and fields.district else None
        return Case(
            id=f"{bulletin.id}/{number}",
            number=int(number),
            bulletin=bulletin,
            fields=fields,
            document=document,
            province=province,
            places=places,
            district=district,
            offences=tuple(dict.fromkeys(offences)),
            charge=charge,
        )

    def _offences_named(
        self, document: Document, fields: CaseFields, by_name: dict[str, Offence]
    ) -> Iterator[Offence]:
        for position, name in enumerate(fields.offence):
            if name in by_name:
                yield by_name[name]
            else:
                location: tuple[str | int, ...] = ("offence", position)
                hint = nearest(name, by_name, f"可选：{'、'.join(_titles(by_name))}。")
                self.problems.append(
                    document.problem("offence-unknown", location, found=name, nearest=hint)
                )

    def _offences(self) -> list[Offence]:
        offences = []
        for path in self._entries(self.folders.docs / "offences"):
            if path.suffix == ".md" and path.stem != "index":
                found = self._read(path, OffenceFields)
                if found is not None:
                    document, fields = found
                    offences.append(Offence(path.stem, fields, document))
        return offences

    def _names(self, offences: list[Offence]) -> dict[str, Offence]:
        """The groups by title and alias; what two groups claim, charges too, is a problem."""
        by_name: dict[str, Offence] = {}
        claimed: dict[str, Offence] = {}
        for group in sorted(offences, key=lambda group: group.slug):
            claims = [
                *names_of(group),
                *(claim for charge in group.fields.charges for claim in (charge.name, charge.slug)),
            ]
            for claim in claims:
                owner = claimed.setdefault(claim, group)
                if owner is not group:
                    self.problems.append(
                        group.document.problem(
                            "offence-title-taken",
                            ("title",),
                            found=claim,
                            other=owner.document.path,
                        )
                    )
            by_name |= {name: group for name in names_of(group) if claimed[name] is group}
        return by_name

    def _pages(self) -> Iterator[Page]:
        docs = self.folders.docs
        for path in sorted(path for path in docs.rglob("*") if not path.is_dir()):
            uri = path.relative_to(docs).as_posix()
            self.files[uri] = path
            if path.suffix != ".md" or _OFFENCE.fullmatch(uri):
                continue
            found = self._read(path, PageFields)
            if found is not None:
                document, fields = found
                yield Page(uri, fields, document)


_REASONS: dict[type[OSError], str] = {
    IsADirectoryError: "它是文件夹，不是文件",
    PermissionError: "没有读取权限",
    FileNotFoundError: "文件不存在，或是一个失效的快捷方式",
}


def _titles(by_name: dict[str, Offence]) -> list[str]:
    return [group.title for group in dict.fromkeys(by_name.values())]


def _places(bulletin: Bulletin, fields: CaseFields) -> tuple[Place | None, tuple[Place, ...]]:
    """The province and places of a case; the province follows the cities if nothing names it."""
    named = fields.province or bulletin.fields.province
    province = None if named == WHOLE_COUNTRY else gazetteer().province(named)
    cities = tuple(city for name in fields.city if (city := gazetteer().city(name)) is not None)
    if province is None and cities:
        province = cities[0].province
    if WHOLE_PROVINCE in fields.city:
        return province, (province,) if province else ()
    return province, cities
