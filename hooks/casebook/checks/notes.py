"""Notes: what importers leave for the editor is worked off before a file is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from casebook.content.contents import Bulletin, Case, Content
from casebook.content.library import Library
from casebook.content.problem import Mark, Problem

NOTE = re.compile(r"请(?:核对|补上|改写|对照|写|从|用)|# \[[^\]]{2,20}\] ")
"""A part of every note that an importer leaves."""


def notes_are_deleted(library: Library, today: date) -> Iterator[Problem]:
    """A published file holds no note of a draft, for what it is about was not checked yet."""
    for content in library.contents:
        if _is_published(content, library):
            for number, line in content.document.comments:
                if NOTE.search(line):
                    place = Mark(number, line.index("#") + 1)
                    yield Problem.of("note-left", content.document.path, place)


def _is_published(content: Content, library: Library) -> bool:
    """Whether a case is no draft; of a bulletin, whether one of its cases is none."""
    cases = library.cases_of(content) if isinstance(content, Bulletin) else (content,)
    return any(isinstance(case, Case) and not case.is_draft for case in cases)


OF_LIBRARY = (notes_are_deleted,)
