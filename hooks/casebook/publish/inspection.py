"""Inspection: no finished site gives a person away, whatever it was made from.

Pages share most of what they say. Every piece of text is judged once, however many pages have it;
a page whose pieces are all known costs no more than cutting it up.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from casebook.checks.finding import Finding
from casebook.checks.personal import personal_data
from casebook.checks.personal.pictures import is_picture, said_by_picture
from casebook.content.model import Allowance
from casebook.content.problem import START, Mark, Problem
from casebook.publish.markup import Texts, blocks, texts_of_json, texts_of_markup

_Cut = Callable[[str], Sequence[str]]
_Read = Callable[[str], Texts]

_ADDRESS = re.compile(r"https?://[!-~]+")
_SKIPPED = re.compile(
    r"assets/(?:stylesheets|javascripts|fonts)/.*|search/[0-9a-f]+/(?:pinyin|grams)/.*"
)
"""The theme's own files; and the parts of the search index that hold pairs of characters."""


@dataclass(slots=True)
class Judge:
    """Judges one file of a site after the other, and remembers pieces of files and their texts."""

    allowances: tuple[Allowance, ...]
    name: str
    """What problems call the site's folder."""
    sound: set[int] = field(default_factory=set)
    """The hashes of pieces and texts in which nothing is found; the texts would fill memory."""
    guilty: dict[str, tuple[tuple[str, Finding], ...]] = field(default_factory=dict)
    """What is found in a raw piece, each with the text it was found in."""

    def problems(self, address: str, content: bytes) -> list[Problem]:
        """Each place of a page, feed, table or JSON that gives a person away and is not allowed."""
        reader = _reader(address)
        if reader is None:
            return []
        text, shown = content.decode("utf-8", "replace"), f"{self.name}/{address}"
        return [
            problem
            for piece in self._at_fault(text, *reader)
            for problem in self._places(piece, text, shown)
        ]

    def problems_in(self, folder: Path) -> Iterator[Problem]:
        """Each such place of the files in a folder, and what pictures say beside their pixels.

        What cannot be read has nothing in it.
        """
        for path, address in _files(folder, ""):
            if is_picture(address):
                shown = f"{self.name}/{address}"
                for kind in said_by_picture(path):
                    yield Problem.of("image-metadata", shown, START, "", found=kind)
            elif _reader(address):
                try:
                    content = path.read_bytes()
                except OSError:
                    continue
                yield from self.problems(address, content)

    def _at_fault(self, text: str, cut: _Cut, read: _Read) -> list[str]:
        """The pieces of a text in which something is found."""
        pieces = cut(text)
        hashes = list(map(hash, pieces))
        if self.sound.issuperset(hashes):
            return []
        seen = dict(zip(hashes, pieces, strict=True))
        fresh = [seen[key] for key in seen.keys() - self.sound]
        for piece in fresh:
            if piece not in self.guilty:
                if found := tuple(self._found(read(piece))):
                    self.guilty[piece] = found
                else:
                    self.sound.add(hash(piece))
        return sorted(piece for piece in fresh if piece in self.guilty)

    def _found(self, texts: Texts) -> Iterator[tuple[str, Finding]]:
        for text in texts:
            key = hash((text,))  # a text is not the piece that has the same characters
            if key not in self.sound:
                findings = tuple(self._findings(text))
                if not findings:
                    self.sound.add(key)
                yield from ((text, finding) for finding in findings)

    def _findings(self, text: str) -> Iterator[Finding]:
        if "://" in text:
            text = _ADDRESS.sub(lambda match: "\ufffc" * len(match[0]), text)
        for finding in personal_data(text):
            if not finding.is_allowed(text, self.allowances):
                yield finding

    def _places(self, piece: str, content: str, shown: str) -> Iterator[Problem]:
        place = content.find(piece)
        while place >= 0:
            for text, finding in self.guilty[piece]:
                words = text[finding.start : finding.end]
                mark = _mark(content, max(place, content.find(words, place, place + len(piece))))
                yield Problem.of(finding.code, shown, mark, "", **finding.found)
            place = content.find(piece, place + len(piece))


def personal_data_in(
    folder: Path, allowances: Iterable[Allowance], name: str = ""
) -> Iterator[Problem]:
    """Each place of a finished site that gives a person away and is not allowed.

    Problems name the folder as `name`, or as it is called.
    """
    return Judge(tuple(allowances), name or folder.name).problems_in(folder)


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


def _lines(content: str) -> list[str]:
    return content.splitlines()


def _as_it_is(content: str) -> tuple[str, ...]:
    return (content,)


_MARKUP: tuple[_Cut, _Read] = (blocks, texts_of_markup)
_JSON: tuple[_Cut, _Read] = (_as_it_is, texts_of_json)
_PLAIN: tuple[_Cut, _Read] = (_lines, _as_it_is)
_READERS: dict[str, tuple[_Cut, _Read]] = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".svg"), _MARKUP),
    **dict.fromkeys((".json", ".webmanifest", ".geojson"), _JSON),
    **dict.fromkeys((".txt", ".csv", ".tsv", ".md", ".ics", ".vcf"), _PLAIN),
}


def _reader(address: str) -> tuple[_Cut, _Read] | None:
    """How a file is cut and read; None for what holds no texts or only parts of them."""
    _, dot, ending = address.rpartition(".")
    return None if _SKIPPED.fullmatch(address) else _READERS.get(f"{dot}{ending}".lower())
