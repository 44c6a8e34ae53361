"""Rules on names of files and folders and on former addresses: they become parts of addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache, partial
from itertools import pairwise
from pathlib import PurePosixPath
from urllib.parse import unquote

from casebook.checks.exemptions import Exemptions
from casebook.checks.places import FOLDER_PLACE
from casebook.content.aliases import alias_targets
from casebook.content.library import Library
from casebook.content.model_base import Allowance
from casebook.content.problem import Mark, Problem
from casebook.names.finding import Finding
from casebook.names.identifiers.masking import half_hidden
from casebook.names.personal_data import personal_data
from casebook.names.pinyin import pinyin_names
from casebook.places.gazetteer import gazetteer

CODE = "file-name-personal"
"""The code of what is found in a name; the rules here check its allowances themselves."""

_SEPARATOR = re.compile(r"[-_.+~()（）\[\]【】]|(?<=[0-9])(?=[A-WYZa-wyz])|(?<=[A-Za-z])(?=[0-9])")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_LATIN = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{2,}(?![0-9A-Za-z])")
_SHORTEST = 7
"""Digits of the shortest number that is a person's."""
_HASH = re.compile("[0-9a-f]{12}")
"""A folder of the build that is called by the hash of what is in it."""


def names_hold_no_personal_data(library: Library, today: date) -> Iterator[Problem]:
    """The name of a file or folder, and a former address, holds no personal data.

    What only looks like a name is allowed in any page or case, by the words of the file name.
    """
    allowances = _of_names(Exemptions.of(library).allowances)
    used: set[Allowance] = set()
    for shown, mark, words in _names(library):
        for finding in found_in_name(words, library.words):
            if allowance := finding.is_allowed(words, allowances):
                used.add(allowance)
            else:
                yield problem_of(shown, mark, words, finding)
                break
    for content in library.contents:
        for position, one in enumerate(content.fields.allow):
            if one.code == CODE and one not in used:
                yield content.problem("allow-unused", ("allow", position, "code"))


def _of_names(allowances: Iterable[Allowance]) -> tuple[Allowance, ...]:
    """The allowances of names; what is allowed as no place is allowed as a name too."""
    return tuple(
        one.model_copy(update={"code": CODE}) if one.code == FOLDER_PLACE else one
        for one in allowances
        if one.code in (CODE, FOLDER_PLACE)
    )


def path_problems(shown: str, path: str, exemptions: Exemptions) -> Iterator[Problem]:
    """The problems of the path of a published file, below a site that is shown as `shown`."""
    for words in path.split("/"):
        for finding in () if _HASH.fullmatch(words) else found_in_name(words, exemptions.words):
            if not finding.is_allowed(words, _of_names(exemptions.allowances)):
                yield problem_of(f"{shown}/{path}", Mark(1, 1), words, finding)


def problem_of(shown: str, mark: Mark, words: str, finding: Finding) -> Problem:
    """The problem of a finding in a name."""
    return Problem.of(CODE, shown, mark, found=half_hidden(words[finding.start : finding.end]))


def _names(library: Library) -> Iterator[tuple[str, Mark, str]]:
    """The shown path, the position and the words of every name, each once."""
    docs, root = shown_roots(library)
    seen = partial(found_in_name, site_words=library.words)
    paths = {path for uri in library.files for path in (uri, *map(str, PurePosixPath(uri).parents))}
    start = Mark(1, 1)
    for path in sorted(paths - {".", "cases"}):
        shown = (root if path.startswith("cases/") else docs) + path
        *_, folder, name = ("", *path.split("/"))
        yield shown, start, name
        stem = PurePosixPath(name).stem
        is_number = stem.isdigit() and len(stem) < _SHORTEST  # as those of cases are
        if path in library.files and not (is_number or seen(folder) or seen(name)):
            yield shown, start, f"{folder} {stem}"
    for address, content in alias_targets(library, ()).items():
        yield from ((content.document.path, start, words) for words in address.split("/"))
    known = {word for path in paths for word in path.split("/")}
    for address, line in library.ledger.lines.items():
        for words in sorted({*address.split("/")} - known):
            if not _HASH.fullmatch(words):
                yield library.ledger.path, Mark(line, 1), words


@lru_cache(maxsize=8192)
def found_in_name(name: str, site_words: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """The personal data in the name of a file or folder, with its extension or without.

    A name is read as it is and decoded, with spaces for separators, and up to each of its Chinese
    characters: what follows a person's name in it is seldom what would follow in a sentence.
    """
    if name in gazetteer().slugs:  # 云安区 is yunan-qu, which could be somebody
        return ()
    if "%" in name and (plain := unquote(name)) != name:
        return (Finding(CODE, 0, len(name)),) if found_in_name(plain, site_words) else ()
    known = {word.lower() for word in site_words}
    spans = (span for span in pinyin_names(name) if name[slice(*span)].lower() not in known)
    found = [Finding(CODE, *span) for span in spans]
    if found or (name.isascii() and not re.search("[0-9@]", name)):
        return tuple(found)
    # Pinyin is found above; capitals make other words look like names.
    name = _LATIN.sub(lambda match: match[0].lower(), name)
    found_in = partial(_found_in_words, site_words=site_words)
    return next(filter(None, map(found_in, _readings(name))), ())


def _readings(name: str) -> Iterator[tuple[str, list[int]]]:
    """The ways to read a name, each with the offset of its characters in the name."""
    yield name, [*range(len(name) + 1)]
    stem = name.rpartition(".")[0] or name
    cuts = [0, *(place for one in _SEPARATOR.finditer(stem) for place in one.span()), len(stem)]
    parts = [(stem[start:end], start) for start, end in pairwise(cuts) if start < end]
    text, places = "", list[int]()
    for part, start in parts:
        if not _SEPARATOR.fullmatch(part):
            text, places = f"{text}{part} ", [*places, *range(start, start + len(part) + 1)]
    for match in _CHINESE.finditer(text):
        yield text[: match.end()], places
    yield text.rstrip(), places


def _found_in_words(
    reading: tuple[str, list[int]], site_words: frozenset[str]
) -> tuple[Finding, ...]:
    text, places = reading
    spans = [(one.start, one.end) for one in personal_data(text, site_words)]
    return tuple(Finding(CODE, places[start], places[end - 1] + 1) for start, end in spans)


def shown_roots(library: Library) -> tuple[str, str]:
    """The path before the uri of a page, and of a case, in the paths that problems name."""
    roots = ["docs/", ""]
    for content in library.contents:
        path, uri = content.document.path, content.uri
        if path.endswith(uri):
            roots[uri.startswith("cases/")] = path.removesuffix(uri)
    return roots[0], roots[1]


OF_LIBRARY = (names_hold_no_personal_data,)
