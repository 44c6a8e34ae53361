"""Rules on the files beside the pages: each is read whole, and no part of it leads to a person.

What cannot be read is refused: a list of what is dangerous would be out of date when it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import islice
from pathlib import Path, PurePosixPath

from casebook.checks.personal import personal_data
from casebook.checks.personal.masking import half_hidden
from casebook.content.file_access import reason_of
from casebook.content.gazetteer import gazetteer
from casebook.content.library import Library
from casebook.content.media.entries import Sort
from casebook.content.media.errors import UnreadableError
from casebook.content.media.kinds import KINDS, LARGEST, kind_of
from casebook.content.media.plain import mark_of
from casebook.content.media.reading import texts_of
from casebook.content.model import Allowance
from casebook.content.problem import START, Mark, Problem
from casebook.texts import problems as problem_texts

MOST = 100
"""Problems reported of one file; a list of persons has thousands, and is taken away as a whole."""

_ADDRESS = re.compile(r"https?://[!-~]+")
_SEPARATORS = re.compile(r"[-_.+~()（）\[\]【】\s]+")
_CHINESE = re.compile("[\u4e00-\u9fff]")


def files_hold_no_personal_data(library: Library, today: date) -> Iterator[Problem]:
    """A file beside the pages is of a kind that can be read whole, and holds no personal data."""
    allowances = [one for content in library.contents for one in content.fields.allow]
    shown = shown_roots(library)
    for uri, path in library.files.items():
        root = shown["cases/" if uri.startswith("cases/") else ""]
        if is_checked(uri):
            yield from problems_of_path(path, root + uri, allowances)


def names_hold_no_personal_data(library: Library, today: date) -> Iterator[Problem]:
    """The name of a file or folder holds no personal data; it becomes part of an address."""
    shown = shown_roots(library)
    paths = {path for uri in library.files for path in (uri, *map(str, PurePosixPath(uri).parents))}
    for path in sorted(paths - {".", "cases"}):
        root = shown["cases/" if path.startswith("cases/") else ""]
        if found := personal_part(path.rpartition("/")[2]):
            yield Problem.of("file-name-personal", root + path, found=found)


def is_checked(uri: str) -> bool:
    """Whether a file is published as it is, and not reported for its place already."""
    if uri.startswith("cases/"):
        return kind_of(uri) is not None and uri.count("/") > 1 and not uri.endswith(".md")
    return not uri.endswith(".md")


def problems_of_path(
    path: Path, shown: str, allowances: Iterable[Allowance] = ()
) -> Iterator[Problem]:
    """The problems of a file on the disk, which is not read where it is too large."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        yield Problem.of("file-unreadable", shown, reason=reason_of(error))
        return
    if size > LARGEST and kind_of(shown):
        yield _of_error(UnreadableError("attachment-large", f"{size // 1_000_000}"), shown)
    else:
        yield from problems_of_file(shown, content, allowances)


def problems_of_file(
    shown: str, content: bytes, allowances: Iterable[Allowance] = ()
) -> Iterator[Problem]:
    """The problems of a file by its shown path and bytes: unreadable, or holding personal data."""
    try:
        found = texts_of(shown, content)
    except UnreadableError as error:
        yield _of_error(error, shown)
        return
    kind = kind_of(shown)
    if kind is not None and kind.format:
        yield from _of_metadata(found.texts, found.metadata, shown)
        return
    for sort in found.metadata:
        data = problem_texts.table("METADATA")[sort]
        yield Problem.of("image-metadata", shown, START, "", found=data)
    source = content.decode("utf-8-sig", "replace")
    yield from islice(_of_texts(found.texts, source, shown, tuple(allowances)), MOST)


def _of_error(error: UnreadableError, shown: str) -> Problem:
    ending = error.found[1:].lower() if error.found.startswith(".") else ""
    return Problem.of(
        error.code,
        shown,
        error.mark,
        found=error.found,
        detail=_advice_on(ending),
        allowed="、".join(one[1:] for one in KINDS),
        most=LARGEST // 1_000_000,
    )


def _advice_on(ending: str) -> str:
    """What to do with a file that the site cannot read; nothing for an ending nobody knows."""
    for kind, endings in problem_texts.table("OTHER_ENDINGS").items():
        if ending in endings.split():
            return problem_texts.table("OTHER_KINDS")[kind]
    return ""


def _of_metadata(texts: Iterable[str], metadata: Iterable[Sort], shown: str) -> Iterator[Problem]:
    """What a picture holds beside its pixels; a sort of data is named once."""
    names = list[str](metadata)
    if any(next(personal_data(text), None) for text in texts):
        names = [name for name in names if name != Sort.DESCRIPTION] + ["words"]
    for name in names:
        data = problem_texts.table("METADATA")[name]
        yield Problem.of("image-metadata", shown, START, "", found=data)


def _of_texts(
    texts: Iterable[str], source: str, shown: str, allowances: tuple[Allowance, ...]
) -> Iterator[Problem]:
    """The personal data in texts, each with its place in the source where it is found there."""
    searched: dict[str, int] = {}
    for text in dict.fromkeys(texts):
        plain = _ADDRESS.sub(lambda match: "\ufffc" * len(match[0]), text)
        for finding in personal_data(plain):
            if finding.is_allowed(text, allowances):
                continue
            words = text[finding.start : finding.end]
            place = source.find(words, searched.get(words, 0))
            searched[words] = place + len(words)
            mark = mark_of(source, place) if place >= 0 else Mark(1, 1)
            yield Problem.of(finding.code, shown, mark, "", **finding.found)


@lru_cache(maxsize=4096)
def personal_part(name: str) -> str:
    """What of the name of a file or folder is personal data, half hidden; nothing where nothing is.

    A name is read as it is, with spaces for separators, and up to each of its Chinese characters:
    what follows a person's name in it is seldom what would follow in a sentence.
    """
    stem = name.rpartition(".")[0] or name
    spaced = _SEPARATORS.sub(" ", stem).strip()
    ends = [match.end() for match in _CHINESE.finditer(spaced)]
    for text in dict.fromkeys((name, stem, spaced, *(spaced[:end] for end in ends))):
        for finding in personal_data(text):
            return half_hidden(text[finding.start : finding.end])
    return ""


FOLDER_PLACE = "bulletin-folder-place"
_UNITS = {"quanguo", "gonganbu"}
"""What a bulletin from no single province is called after."""


def bulletin_folder_names_place(library: Library, today: date) -> Iterator[Problem]:
    """The folder of a bulletin is called after its date and a place, never after a person.

    What is no place of the gazetteer is allowed in the bulletin by an allowance of its words.
    """
    used = set[Allowance]()
    for bulletin in library.bulletins:
        words = bulletin.id[_DATE:]
        if not _is_place(words):
            allowed = [one for one in bulletin.fields.allow if _allows(one, words)]
            used.update(allowed)
            if not allowed:
                yield Problem.of(FOLDER_PLACE, bulletin.document.path, found=words)
    for content in library.contents:
        for position, allowance in enumerate(content.fields.allow):
            if allowance.code == FOLDER_PLACE and allowance not in used:
                yield content.document.problem("allow-unused", ("allow", position, "code"))


_DATE = len("2025-02-10-")
_NUMBER = re.compile("[0-9]{1,2}")


def _is_place(words: str) -> bool:
    known = gazetteer().slug_words
    return all(
        word in known or word in _UNITS or _NUMBER.fullmatch(word) for word in words.split("-")
    )


def _allows(allowance: Allowance, words: str) -> bool:
    return allowance.code == FOLDER_PLACE and allowance.text == words


def shown_roots(library: Library) -> dict[str, str]:
    """The path before a uri of cases/ and of docs/ in the paths that problems name."""
    roots = {"cases/": "", "": "docs/"}
    for content in library.contents:
        path, uri = content.document.path, content.uri
        if path.endswith(uri):
            roots["cases/" if uri.startswith("cases/") else ""] = path.removesuffix(uri)
    return roots


OF_LIBRARY = (files_hold_no_personal_data, names_hold_no_personal_data, bulletin_folder_names_place)
