"""From a Library to Problems: the rules that a single field cannot know."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from casebook.checks import (
    bodies,
    consistency,
    duplicates,
    gate,
    github_preview,
    markup,
    places,
    privacy,
    published_files,
    references,
    retention,
    synonyms,
)
from casebook.content.contents import Content
from casebook.content.library import Library
from casebook.content.problem import Problem

OF_CONTENT: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    gate.texts_hold,
    *consistency.OF_CONTENT,
    *places.OF_CONTENT,
    *references.OF_CONTENT,
    *synonyms.OF_CONTENT,
    *markup.OF_CONTENT,
    *github_preview.OF_CONTENT,
    *privacy.OF_CONTENT,
)
"""The rules that judge a content by itself; a rule's docstring is the rule."""

OF_LIBRARY: tuple[Callable[[Library, date], Iterator[Problem]], ...] = (
    *consistency.OF_LIBRARY,
    *references.OF_LIBRARY,
    *retention.OF_LIBRARY,
    *bodies.OF_LIBRARY,
    *published_files.OF_LIBRARY,
    *duplicates.OF_LIBRARY,
)
"""The rules that compare contents with one another, with files, or with today's date."""


def of_content(content: Content) -> Iterator[Problem]:
    """What the rules find in a content that depends on nothing but this object.

    A case knows its bulletin, groups, charge and places; no other file and no date is looked at, so
    that what was found of an object once holds as long as the object lives.
    """
    for rule in OF_CONTENT:
        yield from rule(content)


def of_library(library: Library, today: date) -> Iterator[Problem]:
    """What the rules find that depends on several contents, on files or on the date in China."""
    for rule in OF_LIBRARY:
        yield from rule(library, today)
