"""Charges: the ones that a bulletin names for a case."""

from __future__ import annotations

import re

from casebook.content.contents import Offence
from casebook.importer.bulletin_words import normalized
from casebook.importer.extracted_value import Extracted
from casebook.law.charges import mentions, plain

_SHORT = 2
"""Names of charges of so many characters are common verbs: 洗钱, 诈骗."""
_PERSON = "(?<=[某人嫌犯等])"
"""What stands before such a name where it is a charge: 王某诈骗案, not 为赌博集团洗钱案."""


_OF_ELSE = re.compile("(?:曾|前科|不构成|不是|并非|可能|将构成|规定)[^，。；！？\\n]*$")
"""Words before a charge of a person's past, of a denial, of advice, or of the law in general."""
_CLAUSE = 40


def charges_of(title: str, text: str, group: Extracted[Offence] | None) -> tuple[str, ...]:
    """The charges that title and text name with 罪, and those of the group named with 案, in the
    order of the text."""
    own = {plain(one.name): one.name for one in group.value.fields.charges} if group else {}
    whole = f"{normalized(title)}\n{normalized(text)}"
    found = [
        (one.start, one.end, one.name)
        for one in mentions(whole, own)
        if not _OF_ELSE.search(whole, max(0, one.start - _CLAUSE), one.start)
    ]
    for name in own.values():
        bare = name.removesuffix("罪")
        before = _PERSON if len(bare) <= _SHORT else ""
        if match := re.search(f"{before}{re.escape(bare)}案", whole):
            found.append((match.start(), match.start() + len(name), name))
    longest = (
        (start, name)
        for start, end, name in found
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b, _ in found)
    )
    return tuple(dict.fromkeys(name for _, name in sorted(longest)))
