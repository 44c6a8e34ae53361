"""Charges: the ones that a bulletin names for a case."""

from __future__ import annotations

from casebook.content.contents import Offence
from casebook.importer.bulletin_words import normalized
from casebook.importer.extracted_value import Extracted
from casebook.law.charges import mentions, plain


def charges_of(title: str, text: str, group: Extracted[Offence] | None) -> tuple[str, ...]:
    """The charges that title and text name with 罪, and those of the group named with 案, in the
    order of the text."""
    own = {plain(one.name): one.name for one in group.value.fields.charges} if group else {}
    whole = f"{normalized(title)}\n{normalized(text)}"
    found = [(one.start, one.end, one.name) for one in mentions(whole, own)]
    for name in sorted(own.values(), key=len, reverse=True):
        start = whole.find(f"{name.removesuffix('罪')}案")
        if start >= 0:
            found.append((start, start + len(name), name))
    longest = (
        (start, name)
        for start, end, name in found
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b, _ in found)
    )
    return tuple(dict.fromkeys(name for _, name in sorted(longest)))
