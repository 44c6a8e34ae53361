"""From a Library to Problems: the rules beyond the validation of single fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from casebook.checks import (
    bodies,
    charges,
    consistency,
    duplicates,
    gate,
    github_preview,
    markup,
    notes,
    places,
    privacy,
    proceedings,
    published_files,
    published_names,
    references,
    retention,
    sources,
    synonyms,
)
from casebook.content.contents import Content
from casebook.content.library import Library
from casebook.content.problem import Problem

OF_CONTENT: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    *consistency.OF_CONTENT,
    *sources.OF_CONTENT,
    *places.OF_CONTENT,
    *proceedings.OF_CONTENT,
    *references.OF_CONTENT,
    *charges.OF_CONTENT,
    *synonyms.OF_CONTENT,
    *markup.OF_CONTENT,
    *github_preview.OF_CONTENT,
)
"""The rules on a content by itself; a rule's docstring is the rule."""

OF_LIBRARY: tuple[Callable[[Library, date], Iterator[Problem]], ...] = (
    *consistency.OF_LIBRARY,
    *sources.OF_LIBRARY,
    *references.OF_LIBRARY,
    *retention.OF_LIBRARY,
    *bodies.OF_LIBRARY,
    *notes.OF_LIBRARY,
    *published_files.OF_LIBRARY,
    *published_names.OF_LIBRARY,
    *duplicates.OF_LIBRARY,
)
"""The rules that compare contents with one another, with files, or with today's date."""


def of_content(content: Content, words: frozenset[str]) -> Iterator[Problem]:
    """The problems of a content that depend on this object and on the site's words only.

    A case refers to its bulletin, groups, charges and places; no other file and no date is used, so
    that the result can be cached as long as the object exists.
    """
    yield from gate.texts_pass_rules(content, words)
    yield from gate.unread_passes_rules(content, words)
    yield from privacy.notes_without_personal_data(content, words)
    for rule in OF_CONTENT:
        yield from rule(content)


def of_partial(content: Content, words: frozenset[str]) -> Iterator[Problem]:
    """The problems of the texts of a broken file, so that its broken fields hide nothing."""
    yield from gate.partial_texts_pass_rules(content, words)
    yield from gate.unread_passes_rules(content, words)
    yield from privacy.notes_without_personal_data(content, words)
    for rule in (*markup.OF_CONTENT, *github_preview.OF_CONTENT):
        yield from rule(content)


def of_library(library: Library, today: date) -> Iterator[Problem]:
    """The problems that depend on several contents, on files or on the date in China."""
    for rule in OF_LIBRARY:
        yield from rule(library, today)
