"""Loading: from the content folders to a Library, and the problems of reading and validating."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Generic, TypeVar

from casebook.content.contents import (
    Bulletin,
    Case,
    Content,
    CorrectionsPage,
    Offence,
    Page,
    SearchPage,
)
from casebook.content.file_access import decoded, read_text
from casebook.content.file_cache import FileCache
from casebook.content.files import Files, Folders, Source, SourceKind
from casebook.content.front_matter import Document, parse
from casebook.content.library import Library
from casebook.content.model import BulletinFields, CaseFields
from casebook.content.model_base import FrontMatter
from casebook.content.name_resolution import NameResolver
from casebook.content.page_model import CorrectionsFields, OffenceFields, PageFields, SearchFields
from casebook.content.partial_content import partial_content
from casebook.content.problem import Problem
from casebook.content.progress import Progress, no_progress
from casebook.content.recovery import recovered
from casebook.content.similar_cities import within_province
from casebook.content.site_words import parse_words
from casebook.content.text_limits import beyond_limits
from casebook.content.url_ledger import UrlLedger, parse_ledger
from casebook.content.validation import valid_fields, validate
from casebook.texts import problems as texts

Model = TypeVar("Model", bound=FrontMatter)
Result = TypeVar("Result")


def load(
    folders: Folders, progress: Progress = no_progress, cache: FileCache | None = None
) -> tuple[Library, list[Problem]]:
    """The library of these folders and the problems of its files; raises for no file.

    With the `cache` of an earlier load only changed files are read, and all others yield the same
    objects as before.
    """
    loader = _Loader(Files.find(folders), progress, cache or FileCache())
    return loader.library(), loader.problems


@dataclass(frozen=True, slots=True)
class _ReadResult(Generic[Model]):
    """A file's document and fields, None where they are invalid, and its problems."""

    document: Document | None
    fields: Model | None
    problems: tuple[Problem, ...]
    partial: Content | None = None
    """What could be read of an invalid file; None where nothing could."""


@dataclass(slots=True)
class _Loader:
    files: Files
    progress: Progress
    cache: FileCache
    problems: list[Problem] = field(init=False)
    broken: dict[str, str] = field(default_factory=dict)
    partial: list[Content] = field(default_factory=list)
    bulletins: dict[str, Bulletin] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.problems = self.files.problems

    def library(self) -> Library:
        offences = self._made(SourceKind.OFFENCE, OffenceFields, Offence, "name")
        are_all = self.files.has_pages and not self.broken
        resolver = partial(NameResolver.of, offences, are_all=are_all)
        names, problems = self.cache.derive("names", (are_all, *offences), resolver)
        self.problems += problems
        pages = self._made(SourceKind.PAGE, PageFields, Page, "uri")
        searches = self._made(SourceKind.SEARCH, SearchFields, SearchPage)
        corrections = self._made(SourceKind.CORRECTIONS, CorrectionsFields, CorrectionsPage)
        bulletins = self._made(SourceKind.BULLETIN, BulletinFields, Bulletin, "folder")
        self.bulletins = {bulletin.id: bulletin for bulletin in bulletins}
        cases = list(self._cases(names))
        uris = [source.uri for source in self.files.sources]
        self.cache.keep_only({"names", *uris, *map(_partial_name, self.broken)})
        return Library(
            bulletins=tuple(sorted(self.bulletins.values(), key=lambda one: one.id, reverse=True)),
            cases=tuple(sorted(cases, key=lambda case: case.newest_first)),
            offences=tuple(sorted(offences, key=lambda group: (group.fields.order, group.slug))),
            pages=tuple(pages),
            files=MappingProxyType(self.files.by_uri),
            broken=MappingProxyType(self.broken),
            partial=tuple(self.partial),
            ledger=self._ledger(),
            words=self._words(),
            search=searches[0] if searches else None,
            corrections=corrections[0] if corrections else None,
        )

    def _made(
        self, kind: SourceKind, model: type[FrontMatter], make: Callable[..., Result], *names: str
    ) -> list[Result]:
        """The contents of the valid files of a kind, made from `names` of each source first."""
        return [
            self._derived(
                source, make, *(getattr(source, name) for name in names), fields, document
            )
            for source, document, fields in self._read(kind, model)
        ]

    def _cases(self, names: NameResolver) -> Iterator[Case]:
        """The valid cases; a case whose bulletin is missing or broken is broken, too."""
        for source, document, fields in self._read(SourceKind.CASE, CaseFields):
            bulletin = self.bulletins.get(source.folder)
            case: Case | list[Problem] = []
            if bulletin is not None:
                case = self._derived(
                    source, NameResolver.case, names, source.name, bulletin, fields, document
                )
            if isinstance(case, Case):
                yield case
            else:
                self.problems += case
                parts = (source.uri, fields, document)
                make = partial(partial_content, *parts)
                self._break(source, self.cache.derive(_partial_name(source.uri), parts, make))

    def _read(
        self, kind: SourceKind, model: type[Model]
    ) -> Iterator[tuple[Source, Document, Model]]:
        """The valid files of a kind, parsed; the others are recorded as broken."""
        sources = tuple(self.files.of(kind))
        # Only cases are numerous enough for a progress bar.
        for source in self.progress(sources, texts.READING) if kind is SourceKind.CASE else sources:
            found = self.cache.read(source.uri, source.path, partial(_read_source, source, model))
            bulletin = self.bulletins.get(source.folder) if kind is SourceKind.CASE else None
            self.problems += within_province(found.problems, found.partial, bulletin)
            if found.document is None or found.fields is None:
                self._break(source, found.partial)
            else:
                yield source, found.document, found.fields

    def _derived(self, source: Source, make: Callable[..., Result], *parts: object) -> Result:
        """The value of `make(*parts)`, cached for a source while the parts are identical."""
        return self.cache.derive(source.uri, (make, *parts), partial(make, *parts))

    def _ledger(self) -> UrlLedger:
        """The URL ledger in the cases folder; empty where nothing was published yet."""
        if self.files.ledger is None:
            return UrlLedger("")
        return self._parsed(self.files.ledger, parse_ledger)

    def _words(self) -> frozenset[str]:
        """The words of the site that are no names; none where there is no list."""
        path = self.files.words
        return frozenset() if path is None else self._parsed(path, parse_words)

    def _parsed(
        self, path: Path, parse: Callable[[str, str], tuple[Result, list[Problem]]]
    ) -> Result:
        """What a file in the cases folder holds; an unreadable one is parsed as an empty text."""
        shown = self.files.folders.shown(path)
        text = read_text(path, shown)
        if isinstance(text, Problem):
            self.problems.append(text)
            text = ""
        found, problems = parse(text, shown)
        self.problems += problems
        return found

    def _break(self, source: Source, content: Content | None) -> None:
        self.broken[source.uri] = source.shown
        if content is not None:
            self.partial.append(content)


def _partial_name(uri: str) -> str:
    """The name in the cache of what is derived from a file as partial content."""
    return f"{uri}#partial"


def _read_source(source: Source, model: type[Model]) -> _ReadResult[Model]:
    text = read_text(source.path, source.shown)
    if isinstance(text, Problem):
        readable = text.code == "file-encoding" and decoded(source.path)
        content = _partial(source, model, readable) if readable else None
        return _ReadResult(None, None, (text,), content)
    document, problems = parse(text, source.shown, model)
    if document is not None:
        if beyond := [*beyond_limits(document)]:
            return _ReadResult(None, None, (*problems, *beyond))
        fields, flaws = validate(document, model)
        problems += flaws
        if fields is not None:
            return _ReadResult(document, fields, tuple(problems))
    return _ReadResult(None, None, tuple(problems), _partial(source, model, text))


def _partial(source: Source, model: type[FrontMatter], text: str) -> Content:
    """What can be read of the text of a broken file."""
    document = parse(text, source.shown, model)[0] or recovered(text, source.shown)
    return partial_content(source.uri, valid_fields(document, model), document)
