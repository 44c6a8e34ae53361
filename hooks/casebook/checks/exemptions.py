"""Exemptions: the passages that editors allow with a reason, and the words that are no names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casebook.content.library import Library
from casebook.content.model_base import Allowance


@dataclass(frozen=True, slots=True)
class Exemptions:
    """What a site may hold although a rule on persons would find it."""

    allowances: frozenset[Allowance] = frozenset()
    words: frozenset[str] = frozenset()

    @classmethod
    def of(cls, library: Library, more: Iterable[Allowance] = ()) -> Exemptions:
        """Those of all contents of a library, and some more allowances."""
        own = (one for content in library.contents for one in content.fields.allow)
        return cls(frozenset((*own, *more)), library.words)


NO_EXEMPTIONS = Exemptions()
