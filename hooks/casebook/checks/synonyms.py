"""Rules on the synonyms of the search."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from casebook.content.contents import Content, SearchPage
from casebook.content.problem import Problem


def synonyms_differ(content: Content) -> Iterator[Problem]:
    """No term is in two lists of synonyms or twice in one; case and full width are ignored."""
    if not isinstance(content, SearchPage):
        return
    document = content.document
    lines: dict[str, int] = {}
    for group, writings in enumerate(content.fields.synonyms):
        for position, found in enumerate(writings):
            location = ("synonyms", group, position)
            writing = normalize("NFKC", found).casefold()
            if writing in lines:
                yield document.problem(
                    "synonym-repeated", location, found=found, first=lines[writing]
                )
            else:
                lines[writing] = document.marks[location].line


OF_CONTENT = (synonyms_differ,)
