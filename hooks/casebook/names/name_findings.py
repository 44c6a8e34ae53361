"""Names of persons in texts, in full or in masks that keep more than the surname."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.names.context import Context
from casebook.names.finding import Finding
from casebook.names.identifiers.masking import half_hidden
from casebook.names.lexicon import lexicon
from casebook.names.masks import telling_masks
from casebook.names.mentions import person_mentions
from casebook.names.persons import named_persons

_TELLS_NOTHING = re.compile("[某×*xX男女岁姓人他她]")
"""Signs of a mention that may be quoted in a report."""


def names(text: str, site_words: frozenset[str]) -> Iterator[Finding]:
    """A normalized text names nobody in full, and a mask in it keeps the surname only."""
    context = Context(text, lexicon(site_words))
    taken: set[int] = set()
    for one in named_persons(context):
        code = "name-unmasked" if one.is_certain else "name-uncertain"
        taken.update(range(one.start, one.end))
        yield Finding(code, one.start, one.end, {"masked": one.masked})
    for mask in telling_masks(context):
        if taken.isdisjoint(range(mask.start, mask.end)):
            yield Finding("name-telling", mask.start, mask.end, {"masked": mask.masked})


def mentions(text: str, site_words: frozenset[str]) -> Iterator[Finding]:
    """A normalized text mentions no person, by whatever word; overlapping mentions are one."""
    last = 0
    for start, end in sorted(person_mentions(text, lexicon(site_words))):
        if start >= last:
            found = text[start:end]
            shown = found if _TELLS_NOTHING.search(found) else half_hidden(found)
            yield Finding("administrative-person", start, end, {"found": shown})
        last = max(last, end)
