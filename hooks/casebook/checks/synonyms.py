"""Rules on the words that the search takes for the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from unicodedata import normalize

from casebook.content.library import Library
from casebook.content.problem import Problem


def synonyms_differ(library: Library, today: date) -> Iterator[Problem]:
    """A writing stands once in all lists of synonyms; capitals and full width make no other."""
    if library.search is None:
        return
    document = library.search.document
    lines: dict[str, int] = {}
    for group, writings in enumerate(library.search.fields.synonyms):
        for position, found in enumerate(writings):
            location = ("synonyms", group, position)
            writing = normalize("NFKC", found).casefold()
            if writing in lines:
                yield document.problem(
                    "synonym-repeated", location, found=found, first=lines[writing]
                )
            else:
                lines[writing] = document.marks[location].line


CHECKS = (synonyms_differ,)
