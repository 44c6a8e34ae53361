"""The privacy scan: no published file contains personal data, whatever it is rendered from.

Every file is scanned unless its route is exempt. Pages share most of their texts: the pre-filter
extracts them fast, and every distinct text is checked once. Only a file with a finding is parsed
precisely, for the positions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from casebook.build.prefilter import chunk_lines, chunks, quick_texts
from casebook.build.text_extraction import (
    MalformedJsonError,
    blocks,
    texts_of_json,
    texts_of_markup,
)
from casebook.checks.exemptions import Exemptions
from casebook.checks.published_files import findings_in, problems_of_file
from casebook.checks.published_names import path_problems
from casebook.content.media.plain import mark_of
from casebook.content.problem import Problem
from casebook.names.finding import Finding
from casebook.pages.routes import Route, RouteKind


@dataclass(slots=True)
class PrivacyScan:
    """Scans the files of a site; memoizes hashes of texts without findings.

    Hashes only, because the texts themselves would take too much memory.
    """

    exemptions: Exemptions
    name: str
    """The name of the site's folder in problems."""
    seen_chunks: set[int] = field(default_factory=set)
    """Hashes of the chunks that pages share."""
    seen_lines: set[int] = field(default_factory=set)
    clean_texts: set[int] = field(default_factory=set)
    pieces: dict[int, tuple[tuple[str, Finding], ...]] = field(default_factory=dict)
    """The findings, each with its text, by the hash of the piece of a file."""

    def problems(self, route: Route, path: str, content: bytes) -> list[Problem]:
        """The personal data in a file of a route, and in its path.

        A file that cannot be read as its type is a problem; of what only might be a name the check
        has warned.
        """
        found = [*path_problems(self.name, path, self.exemptions)]
        found += [] if route.exempt else self._content_problems(route, path, content)
        return [problem for problem in found if problem.is_error]

    def _content_problems(self, route: Route, path: str, content: bytes) -> list[Problem]:
        shown = f"{self.name}/{path}"
        if route.kind is RouteKind.COPY:
            return list(problems_of_file(shown, content, self.exemptions))
        format_ = _format_of(route.media_type)
        if format_ is None:
            return [Problem.of("file-kind-unscanned", shown, found=route.media_type)]
        try:
            if self._is_clean(format_, content):
                return []
            text = content.decode("utf-8", "replace")
            return [
                problem
                for piece in sorted({*format_.split(text)})
                for problem in self._piece_problems(piece, format_, text, shown)
            ]
        except MalformedJsonError:
            return [Problem.of("file-kind-unscanned", shown, found=route.media_type)]

    def _is_clean(self, format_: _TextFormat, content: bytes) -> bool:
        """Whether the fast pass finds nothing, as in nearly all files."""
        if format_ is not _MARKUP or b"\0" in content:
            pieces = format_.split(content.decode("utf-8", "replace"))
            return self._are_clean([*chain.from_iterable(map(format_.texts, pieces))])
        found = chunks(content)
        new = set(map(hash, found)) - self.seen_chunks
        lines = {hash(line): line for one in found if hash(one) in new for line in chunk_lines(one)}
        unseen = lines.keys() - self.seen_lines
        is_clean = self._are_clean(quick_texts([lines[key] for key in unseen])) if unseen else True
        if is_clean:
            self.seen_chunks |= new
            self.seen_lines |= unseen
        return is_clean

    def _are_clean(self, texts: Collection[str]) -> bool:
        by_hash = dict(zip(map(hash, texts), texts, strict=True))
        for key in by_hash.keys() - self.clean_texts:
            if any(findings_in(by_hash[key], self.exemptions)):
                return False
            self.clean_texts.add(key)
        return True

    def _piece_problems(
        self, piece: str, format_: _TextFormat, content: str, shown: str
    ) -> Iterator[Problem]:
        key = hash(piece)
        if key not in self.pieces:
            texts = (text for text in format_.texts(piece) if hash(text) not in self.clean_texts)
            self.pieces[key] = tuple(
                (text, finding) for text in texts for finding in findings_in(text, self.exemptions)
            )
        place = content.find(piece) if self.pieces[key] else -1
        while place >= 0:
            for text, finding in self.pieces[key]:
                words = text[finding.start : finding.end]
                mark = mark_of(content, max(place, content.find(words, place, place + len(piece))))
                yield Problem.of(finding.code, shown, mark, "", **finding.found)
            place = content.find(piece, place + len(piece))


@dataclass(frozen=True, slots=True)
class _TextFormat:
    """How to split a file into pieces with positions, and to extract the texts of a piece."""

    split: Callable[[str], Iterable[str]]
    texts: Callable[[str], Iterable[str]]


_MARKUP = _TextFormat(blocks, texts_of_markup)
_JSON = _TextFormat(lambda content: (content,), texts_of_json)
_JSON_LINES = _TextFormat(lambda content: filter(str.strip, content.split("\n")), texts_of_json)
_PLAIN = _TextFormat(str.splitlines, lambda line: (line,))
_FORMATS = (
    (r"text/html|.*xml", _MARKUP),
    (r".*(?:ndjson|json-seq|jsonl|jsonlines)", _JSON_LINES),
    (r".*json", _JSON),
    (r"text/.*", _PLAIN),
)
"""The formats of generated files, by patterns of media types."""


def _format_of(media_type: str) -> _TextFormat | None:
    return next((one for kind, one in _FORMATS if re.fullmatch(kind, media_type)), None)
