"""From a Library to Problems: the rules that a single field cannot know."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from casebook.checks import (
    bodies,
    consistency,
    duplicates,
    gate,
    pictures,
    places,
    privacy,
    references,
    retention,
    synonyms,
)
from casebook.content.library import Library
from casebook.content.problem import Problem
from casebook.content.track import Track, silently

Check = Callable[[Library, date], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    *consistency.CHECKS,
    *places.CHECKS,
    *references.CHECKS,
    *synonyms.CHECKS,
    *retention.CHECKS,
    *bodies.CHECKS,
    *privacy.CHECKS,
    *pictures.CHECKS,
    *duplicates.CHECKS,
)
"""Every rule but those on texts, which the gate goes through; a rule's docstring is the rule.

Each takes the library and today's date.
"""


def inspect(library: Library, today: date, track: Track = silently) -> Iterator[Problem]:
    """The problems that every rule finds, in no order. `today` is the date in China."""
    yield from gate.texts_hold(library, track)
    for check in CHECKS:
        yield from check(library, today)
