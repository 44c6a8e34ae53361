"""Inspection: no finished site gives a person away, whatever it was made from.

Pages share most of what they say. Every piece of text is judged once, however many pages have it;
a page whose pieces are all known costs no more than cutting it up.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from casebook.checks.finding import Finding
from casebook.checks.personal import personal_data
from casebook.checks.personal.pictures import is_picture, said_by_picture
from casebook.content.model import Allowance
from casebook.content.problem import START, Mark, Problem
from casebook.publish.markup import Texts, blocks, texts_of_json, texts_of_markup

_Cut = Callable[[str], Iterable[str]]
_Read = Callable[[str], Texts]

_ADDRESS = re.compile(r"https?://[!-~]+")
_SKIPPED = re.compile(
    r"assets/(?:stylesheets|javascripts|fonts)/.*|search/[0-9a-f]+/(?:pinyin|grams)/.*"
)
"""The theme's own files; and the parts of the search index that hold pairs of characters."""


@dataclass(slots=True)
class _Judge:
    """Remembers what has been judged: raw pieces of files, and the texts in them."""

    allowances: tuple[Allowance, ...]
    sound: set[int] = field(default_factory=set)
    """The hashes of pieces and texts in which nothing is found; the texts would fill memory."""
    guilty: dict[str, tuple[tuple[str, Finding], ...]] = field(default_factory=dict)
    """What is found in a raw piece, each with the text it was found in."""

    def of(self, pieces: Iterable[str], read: _Read) -> list[str]:
        """The pieces in which something is found."""
        seen = {hash(piece): piece for piece in pieces}
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


def personal_data_in(
    folder: Path, allowances: Iterable[Allowance], name: str = ""
) -> Iterator[Problem]:
    """Each place of a finished site that gives a person away and is not allowed.

    Read are pages, feeds, tables, JSON, drawings and what pictures say beside their pixels; not
    scripts, style sheets and fonts. What cannot be read has nothing in it. Problems name the
    folder as `name`, or as it is called.
    """
    judge = _Judge(tuple(allowances))
    for path, address in _files(folder, ""):
        shown = f"{name or folder.name}/{address}"
        if is_picture(address):
            for kind in said_by_picture(path):
                yield Problem.of("image-metadata", shown, START, "", found=kind)
        elif reader := _READERS.get(os.path.splitext(address)[1].lower()):  # noqa: PTH122 - no Path
            yield from _problems(judge, path, shown, *reader)


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
        elif not _SKIPPED.fullmatch(address):
            yield Path(entry.path), address


def _problems(judge: _Judge, path: Path, shown: str, cut: _Cut, read: _Read) -> Iterator[Problem]:
    try:
        content = path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return
    for piece in judge.of(cut(content), read):
        place = content.find(piece)
        while place >= 0:
            for text, finding in judge.guilty[piece]:
                words = text[finding.start : finding.end]
                mark = _mark(content, max(place, content.find(words, place, place + len(piece))))
                yield Problem.of(finding.code, shown, mark, "", **finding.found)
            place = content.find(piece, place + len(piece))


def _mark(content: str, place: int) -> Mark:
    return Mark(content.count("\n", 0, place) + 1, place - content.rfind("\n", 0, place))


def _lines(content: str) -> Iterable[str]:
    return content.splitlines()


def _as_it_is(content: str) -> Texts:
    return (content,)


_MARKUP: tuple[_Cut, _Read] = (blocks, texts_of_markup)
_JSON: tuple[_Cut, _Read] = (_as_it_is, texts_of_json)
_PLAIN: tuple[_Cut, _Read] = (_lines, _as_it_is)
_READERS: dict[str, tuple[_Cut, _Read]] = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".svg"), _MARKUP),
    **dict.fromkeys((".json", ".webmanifest", ".geojson"), _JSON),
    **dict.fromkeys((".txt", ".csv", ".tsv", ".md", ".ics", ".vcf"), _PLAIN),
}
