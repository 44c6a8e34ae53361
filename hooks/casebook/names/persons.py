"""Persons: who is named in full in a normalized text, and how certain that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casebook.names.context import FRAME, Context
from casebook.names.foreign import dotted_names, latin_names, pinyin_in_text
from casebook.names.hypotheses import Name
from casebook.names.lattice import lattice_names
from casebook.names.lexicon import UNKNOWN

_UNCERTAIN = 2.0
"""The margin below which a name without role and frame is about as likely an ordinary word."""

_JOINED = frozenset(("、", "和", "与", "及", "以及", "，"))
"""Between the names of a list, of which all are certain where the first is."""
_COMMON_WORD, _OF_WORD = -13.0, 1.5
"""The score of common words, and the margin from which they are names all the same."""


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A full name at a span of a text."""

    start: int
    end: int
    masked: str
    """The surname, or the first character of a foreign name, and 某 for the others."""
    is_certain: bool


def named_persons(context: Context) -> Iterator[NamedPerson]:
    """The persons named in full in a text, in order and without overlaps."""
    last: NamedPerson | None = None
    for name in _names(context):
        written = context.text[name.start : name.end]
        if name.margin < _OF_WORD and context.words.words.get(written, UNKNOWN) > _COMMON_WORD:
            continue
        is_certain = name.role > 0 or name.frame >= FRAME or name.margin >= _UNCERTAIN
        if last and last.is_certain and context.text[last.end : name.start] in _JOINED:
            is_certain = True
        last = NamedPerson(name.start, name.end, _masked(written, name.surname), is_certain)
        yield last


def _names(context: Context) -> list[Name]:
    others = [*dotted_names(context), *latin_names(context), *pinyin_in_text(context)]
    found = lattice_names(context.text, context.words)
    if others:
        found = [one for one in found if not any(_overlap(one, other) for other in others)]
    return sorted((*found, *others), key=lambda one: one.start)


def _masked(name: str, surname: int) -> str:
    if not surname:
        return name[0] + "某某"
    return name[:surname] + "某" * (len(name) - surname)


def _overlap(one: Name, other: Name) -> bool:
    return one.start < other.end and other.start < one.end
