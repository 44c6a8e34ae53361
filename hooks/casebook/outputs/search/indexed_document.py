"""Leaves: all that the index has of a single case, made from that case alone."""

from __future__ import annotations

from dataclasses import dataclass

from casebook.content.contents import Case
from casebook.outputs.search.document import entry
from casebook.outputs.search.ngrams import Stretch, stretch_of


@dataclass(frozen=True, slots=True)
class Leaf:
    """A case as it stands in the index."""

    shown: bytes
    """What the page of results reads of it, as JSON."""
    stretch: Stretch
    """What is looked through."""


def leaf(case: Case) -> Leaf:
    """The leaf of a case; what other cases say changes nothing in it."""
    found = entry(case)
    return Leaf(found.shown, stretch_of(found.texts))
