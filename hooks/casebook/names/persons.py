"""Persons: who is named in full in a text, and how certain that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casebook.names.context import Roles
from casebook.names.foreign import dotted_names, latin_names
from casebook.names.lattice import Name, lattice_names
from casebook.names.lexicon import lexicon
from casebook.names.normalized_text import normalized

_UNCERTAIN = 2.0
"""The margin below which a name without role and frame is as likely an ordinary word."""


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A full name at a span of the source."""

    start: int
    end: int
    masked: str
    """How to write the name: its surname, and 某 for each other character."""
    is_certain: bool


def named_persons(text: str, site_words: frozenset[str] = frozenset()) -> Iterator[NamedPerson]:
    """The persons named in full in a source, in order, but for what the site lists as words."""
    seen = normalized(text)
    for name in names(seen.text, site_words):
        start, end = seen.source(name.start, name.end)
        written = seen.text[name.start : name.end]
        is_certain = bool(name.role or name.frame > 1) or name.margin > _UNCERTAIN
        yield NamedPerson(start, end, masked(written, name.surname), is_certain)


def names(text: str, site_words: frozenset[str] = frozenset()) -> list[Name]:
    """The full names in a normalized text, in order and without overlaps."""
    words = lexicon(site_words)
    roles = Roles.of(text, words)
    others = [*dotted_names(text, words, roles), *latin_names(text, words, roles)]
    found = lattice_names(text, words, roles)
    if others:
        found = [one for one in found if not any(_overlap(one, other) for other in others)]
    return sorted((*found, *others), key=lambda one: one.start)


def masked(name: str, surname: int) -> str:
    """A name with 某 for all but its surname, or but the first character of a foreign name."""
    if not surname:
        return name[0] + "某某"
    return name[:surname] + "某" * (len(name) - surname)


def _overlap(one: Name, other: Name) -> bool:
    return one.start < other.end and other.start < one.end
