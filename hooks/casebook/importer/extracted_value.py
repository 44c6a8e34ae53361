"""An extracted value: a value that a bulletin states, and the sentence that states it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Extracted(Generic[T]):
    """A value extracted from a text, with its sentence verbatim."""

    value: T
    sentence: str
    is_certain: bool = True
    """False if the text is ambiguous, so that an editor must check the value."""


_SENTENCE_END = re.compile(r"(?<=[。！？；\n])")


def sentence_at(text: str, place: int) -> str:
    """The sentence that contains the character at index `place`; empty beyond the text."""
    start = 0
    for sentence in _SENTENCE_END.split(text):
        if start + len(sentence) > place:
            return sentence.strip()
        start += len(sentence)
    return ""
