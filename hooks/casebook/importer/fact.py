"""A fact: a value that a bulletin states, and the sentence that states it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A value read from a text, with its sentence as printed."""

    value: T
    sentence: str
    is_certain: bool = True
    """False where the text allows another reading, so that an editor must look."""


_SENTENCE_END = re.compile(r"(?<=[。！？；\n])")


def sentence_at(text: str, place: int) -> str:
    """The sentence of a text that holds the character at `place`."""
    start = 0
    for sentence in _SENTENCE_END.split(text):
        if start + len(sentence) > place:
            return sentence.strip()
        start += len(sentence)
    return ""
