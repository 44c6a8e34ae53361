"""Inspection: no finished site gives a person away, whatever it was made from.

Pages share most of what they say. A file is skimmed first, and every text is judged once, however
many files have it; only where something is found is the file read closely, place by place.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from casebook.build.prefilter import chunk_lines, chunks, quick_texts
from casebook.build.text_extraction import blocks, texts_of_json, texts_of_markup
from casebook.checks.finding import Finding
from casebook.checks.personal import personal_data
from casebook.checks.published_files import problems_of_path
from casebook.content.media.reading import ending_of
from casebook.content.model import Allowance
from casebook.content.problem import Mark, Problem

_ADDRESS = re.compile(r"https?://[!-~]+")
_WITHOUT_TEXTS = re.compile(r"search/[0-9a-f]+/(?:(?:pinyin|grams)/.*|\w+\.bin)|cases\.xlsx")
"""What outputs make of texts that are read in other files, and what holds no texts of content."""


@dataclass(slots=True)
class PrivacyScan:
    """Judges one file of a site after the other, and remembers what is sound of them.

    It remembers hashes alone: the texts themselves would fill memory.
    """

    allowances: tuple[Allowance, ...]
    name: str
    """What problems call the site's folder."""
    seen_chunks: set[int] = field(default_factory=set)
    """What pages share at large, and the lines of the rest."""
    seen_lines: set[int] = field(default_factory=set)
    texts: set[int] = field(default_factory=set)
    """What any file says to a reader."""
    pieces: dict[int, tuple[tuple[str, Finding], ...]] = field(default_factory=dict)
    """What is found in raw pieces read closely, each with the text it was found in."""

    def problems(self, address: str, content: bytes) -> list[Problem]:
        """Each place of a file made here that gives a person away and is not allowed.

        A file of a kind that is in no list is a problem.
        """
        if _WITHOUT_TEXTS.fullmatch(address):
            return []
        reader = _READERS.get(ending_of(address).lower())
        if reader is None:
            found = {"found": ending_of(address), "detail": "", "allowed": KINDS_OF_OUTPUTS}
            return [Problem.of("file-kind-unknown", f"{self.name}/{address}", **found)]
        if self._is_harmless(reader, content):
            return []
        text, shown = content.decode("utf-8", "replace"), f"{self.name}/{address}"
        return [
            problem
            for piece in sorted({*reader.cut(text)})
            for problem in self._places(piece, reader, text, shown)
        ]

    def problems_in(self, folder: Path) -> Iterator[Problem]:
        """Each problem of the files that editors brought into a folder, which nothing here made.

        A file that cannot be read whole is one, whatever the reason.
        """
        for path, address in _files(folder, ""):
            yield from problems_of_path(path, f"{self.name}/{address}", self.allowances)

    def _is_harmless(self, reader: _TextFormat, content: bytes) -> bool:
        """Whether nothing is found where a file is only skimmed; nearly all files end here."""
        if reader is not _MARKUP or b"\0" in content:
            pieces = reader.cut(content.decode("utf-8", "replace"))
            return self._are_sound([*chain.from_iterable(map(reader.texts, pieces))])
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
        said = dict(zip(map(hash, texts), texts, strict=True))
        for key in said.keys() - self.texts:
            if any(self._findings(said[key])):
                return False
            self.texts.add(key)
        return True

    def _findings(self, text: str) -> Iterator[Finding]:
        if "://" in text:
            text = _ADDRESS.sub(lambda match: "\ufffc" * len(match[0]), text)
        for finding in personal_data(text):
            if not finding.is_allowed(text, self.allowances):
                yield finding

    def _places(
        self, piece: str, reader: _TextFormat, content: str, shown: str
    ) -> Iterator[Problem]:
        key = hash(piece)
        if key not in self.pieces:
            texts = (text for text in reader.texts(piece) if hash(text) not in self.texts)
            found = [(text, finding) for text in texts for finding in self._findings(text)]
            self.pieces[key] = tuple(found)
        place = content.find(piece) if self.pieces[key] else -1
        while place >= 0:
            for text, finding in self.pieces[key]:
                words = text[finding.start : finding.end]
                mark = _mark(content, max(place, content.find(words, place, place + len(piece))))
                yield Problem.of(finding.code, shown, mark, "", **finding.found)
            place = content.find(piece, place + len(piece))


def personal_data_in(
    folder: Path, allowances: Iterable[Allowance], name: str = ""
) -> Iterator[Problem]:
    """Each problem of the files that editors brought into a folder.

    Problems name the folder as `name`, or as it is called.
    """
    return PrivacyScan(tuple(allowances), name or folder.name).problems_in(folder)


def _files(folder: Path, below: str) -> Iterator[tuple[Path, str]]:
    """The files of a folder and their addresses, in order."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        address = below + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path), f"{address}/")
        else:
            yield Path(entry.path), address


def _mark(content: str, place: int) -> Mark:
    return Mark(content.count("\n", 0, place) + 1, place - content.rfind("\n", 0, place))


@dataclass(frozen=True, slots=True)
class _TextFormat:
    """How a file is cut into pieces, each at a place of its own, and what a piece says."""

    cut: Callable[[str], Iterable[str]]
    texts: Callable[[str], Iterable[str]]


_MARKUP = _TextFormat(blocks, texts_of_markup)
_JSON = _TextFormat(lambda content: (content,), texts_of_json)
_PLAIN = _TextFormat(str.splitlines, lambda line: (line,))
_READERS: dict[str, _TextFormat] = {
    **dict.fromkeys((".html", ".xml", ".svg"), _MARKUP),
    ".json": _JSON,
    **dict.fromkeys((".txt", ".csv", "_headers", "_redirects", ".nojekyll"), _PLAIN),
}

KINDS_OF_OUTPUTS = "、".join(ending[1:] for ending in _READERS)
