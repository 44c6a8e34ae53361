"""Rules on the files beside the pages: each is read whole, and no part of it leads to a person.

What cannot be read is refused: a list of what is dangerous would be out of date when it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path

from casebook.checks.addresses import personal_data_in_addresses, without_addresses
from casebook.checks.exemptions import NO_EXEMPTIONS, Exemptions
from casebook.checks.published_names import shown_roots
from casebook.content.file_access import reason_of
from casebook.content.file_cache import Stamp, stamp_of
from casebook.content.library import Library
from casebook.content.media.entries import Sort
from casebook.content.media.kinds import KINDS, LARGEST, UnreadableError, kind_of
from casebook.content.media.plain import mark_of
from casebook.content.media.reading import FileTexts, texts_of
from casebook.content.problem import Problem
from casebook.names.finding import Finding
from casebook.names.personal_data import personal_data
from casebook.names.pinyin import pinyin_names
from casebook.texts import problems as problem_texts

MOST = 100
"""Problems reported of one file; a list of persons has thousands, and is taken away as a whole."""


def files_hold_no_personal_data(library: Library, today: date) -> Iterator[Problem]:
    """A file beside the pages is of a kind that can be read whole, and holds no personal data."""
    exemptions = Exemptions.of(library)
    roots = shown_roots(library)
    for uri, path in library.files.items():
        is_of_case = uri.startswith("cases/")  # what strays there is reported for its place
        if not uri.endswith(".md") and (not is_of_case or (kind_of(uri) and uri.count("/") > 1)):
            shown = roots[is_of_case] + uri
            if stamp := stamp_of(path):
                yield from _remembered(stamp, shown, exemptions)
            else:
                yield from problems_of_path(path, shown, exemptions)


def problems_of_file(
    shown: str, content: bytes, exemptions: Exemptions = NO_EXEMPTIONS
) -> Iterator[Problem]:
    """The problems of a file by its shown path and bytes: unreadable, or holding personal data."""
    return islice(_of_file(shown, content, exemptions), MOST)


def _of_file(shown: str, content: bytes, exemptions: Exemptions) -> Iterator[Problem]:
    try:
        found = texts_of(shown, content)
    except UnreadableError as error:
        yield _of_error(error, shown)
        return
    if (kind := kind_of(shown)) and kind.format:
        yield from _of_metadata(found, shown, exemptions)
        return
    if kind and kind.form == "svg" and any(map(_is_name, found.texts)):
        yield Problem.of("image-metadata", shown, found=problem_texts.table("METADATA")["words"])
    source = content.decode("utf-8-sig", "replace")
    for text in dict.fromkeys(found.texts):
        for finding in findings_in(text, exemptions):
            line = max(source.find(text), 0)
            place = max(source.find(text[finding.start : finding.end], line), line)
            yield Problem.of(finding.code, shown, mark_of(source, place), "", **finding.found)


def _of_metadata(found: FileTexts, shown: str, exemptions: Exemptions) -> Iterator[Problem]:
    """What a picture holds beside its pixels; a sort of data is named once."""
    is_personal = any(
        _is_name(text) or next(personal_data(text, exemptions.words), None) for text in found.texts
    )
    others = [sort for sort in found.metadata if not (is_personal and sort == Sort.DESCRIPTION)]
    is_told = Sort.OWNER in others  # a name of an owner is a word too
    for name in [*others, "words"] if is_personal and not is_told else others:
        yield Problem.of("image-metadata", shown, found=problem_texts.table("METADATA")[name])


def _is_name(text: str) -> bool:
    """Whether a text is one word, as an identifier is, and holds a person's name in pinyin."""
    return len(text) < _LONGEST_WORD and not re.search(r"\s", text) and bool(pinyin_names(text))


_LONGEST_WORD = 100


def findings_in(text: str, exemptions: Exemptions) -> Iterator[Finding]:
    """The personal data in a text and in the web addresses there, unless it is exempt."""
    words = exemptions.words
    plain = without_addresses(text)
    found = chain(personal_data(plain, words), personal_data_in_addresses(text, words))
    return (finding for finding in found if not finding.is_allowed(text, exemptions.allowances))


def problems_of_path(path: Path, shown: str, exemptions: Exemptions) -> Iterator[Problem]:
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
        yield from problems_of_file(shown, content, exemptions)


@lru_cache(maxsize=4096)
def _remembered(stamp: Stamp, shown: str, exemptions: Exemptions) -> tuple[Problem, ...]:
    """The problems of a file, which are the same while its stamp is."""
    return tuple(problems_of_path(Path(stamp[0]), shown, exemptions))


def _of_error(error: UnreadableError, shown: str) -> Problem:
    detail = _advice_on(error.found.removeprefix(".").lower())
    more = {"detail": detail, "allowed": "、".join(one[1:] for one in KINDS)}
    most = LARGEST // 1_000_000
    return Problem.of(error.code, shown, error.mark, found=error.found, most=most, **more)


def _advice_on(ending: str) -> str:
    """What to do with a file that the site cannot read; empty for an unknown ending."""
    for kind, endings in problem_texts.table("OTHER_ENDINGS").items():
        if ending in endings.split():
            return problem_texts.table("OTHER_KINDS")[kind]
    return ""


OF_LIBRARY = (files_hold_no_personal_data,)
