"""The privacy scan: no published file holds personal data, whatever it was made from.

Every file is read, unless its route says why not. Pages share most of their texts: a page is first
read fast and roughly, and every text is checked once, however many files have it. Only where
something is found is the file read closely, place by place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from casebook.build.prefilter import chunk_lines, chunks, quick_texts
from casebook.build.text_extraction import blocks, texts_of_json, texts_of_markup
from casebook.checks.finding import Finding
from casebook.checks.published_files import findings_in, problems_of_file
from casebook.content.media.plain import mark_of
from casebook.content.model import Allowance
from casebook.content.problem import Problem
from casebook.pages.routes import Route, RouteKind


@dataclass(slots=True)
class PrivacyScan:
    """Scans one file of a site after the other; texts without findings are remembered.

    Their hashes alone are kept: the texts would fill the memory.
    """

    allowances: tuple[Allowance, ...]
    name: str
    """The folder of the site in problems."""
    seen_chunks: set[int] = field(default_factory=set)
    """The large parts of pages, which they share."""
    seen_lines: set[int] = field(default_factory=set)
    texts: set[int] = field(default_factory=set)
    pieces: dict[int, tuple[tuple[str, Finding], ...]] = field(default_factory=dict)
    """The findings in pieces of files that were read closely, each with its text."""

    def problems(self, route: Route, path: str, content: bytes) -> list[Problem]:
        """The personal data in a file of a route; a file that nobody can read is a problem."""
        if route.exempt:
            return []
        shown = f"{self.name}/{path}"
        if route.kind is RouteKind.COPY:
            return list(problems_of_file(shown, content, self.allowances))
        format_ = _format_of(route.media_type)
        if format_ is None:
            return [Problem.of("file-kind-unscanned", shown, found=route.media_type)]
        if self._is_harmless(format_, content):
            return []
        text = content.decode("utf-8", "replace")
        return [
            problem
            for piece in sorted({*format_.cut(text)})
            for problem in self._places(piece, format_, text, shown)
        ]

    def _is_harmless(self, format_: _TextFormat, content: bytes) -> bool:
        """Whether a fast reading finds nothing, as in nearly all files."""
        if format_ is not _MARKUP or b"\0" in content:
            pieces = format_.cut(content.decode("utf-8", "replace"))
            return self._are_sound([*chain.from_iterable(map(format_.texts, pieces))])
        found = chunks(content)
        new = set(map(hash, found)) - self.seen_chunks
        fresh = {hash(line): line for one in found if hash(one) in new for line in chunk_lines(one)}
        unread = fresh.keys() - self.seen_lines
        is_sound = self._are_sound(quick_texts([fresh[key] for key in unread])) if unread else True
        if is_sound:
            self.seen_chunks |= new
            self.seen_lines |= unread
        return is_sound

    def _are_sound(self, texts: Collection[str]) -> bool:
        by_hash = dict(zip(map(hash, texts), texts, strict=True))
        for key in by_hash.keys() - self.texts:
            if any(findings_in(by_hash[key], self.allowances)):
                return False
            self.texts.add(key)
        return True

    def _places(
        self, piece: str, format_: _TextFormat, content: str, shown: str
    ) -> Iterator[Problem]:
        key = hash(piece)
        if key not in self.pieces:
            texts = (text for text in format_.texts(piece) if hash(text) not in self.texts)
            self.pieces[key] = tuple(
                (text, finding) for text in texts for finding in findings_in(text, self.allowances)
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
    """How a file is cut into pieces, each at a place of its own, and the texts of a piece."""

    cut: Callable[[str], Iterable[str]]
    texts: Callable[[str], Iterable[str]]


_MARKUP = _TextFormat(blocks, texts_of_markup)
_JSON = _TextFormat(lambda content: (content,), texts_of_json)
_PLAIN = _TextFormat(str.splitlines, lambda line: (line,))
_FORMATS = ((r"text/html|.*xml", _MARKUP), (r".*json", _JSON), (r"text/.*", _PLAIN))
"""By media type, of the files that the build itself makes."""


def _format_of(media_type: str) -> _TextFormat | None:
    return next((one for kind, one in _FORMATS if re.fullmatch(kind, media_type)), None)
