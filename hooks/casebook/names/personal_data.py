"""Personal data in texts: names, numbers, accounts and addresses that identify a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from casebook.names.finding import Finding
from casebook.names.identifiers.accounts import accounts
from casebook.names.identifiers.coordinates import coordinates
from casebook.names.identifiers.digit_runs import spelled_as_ascii
from casebook.names.identifiers.documents import documents
from casebook.names.identifiers.emails import emails
from casebook.names.identifiers.homes import homes
from casebook.names.identifiers.minors import minors
from casebook.names.identifiers.native_places import native_places
from casebook.names.identifiers.network import ip_addresses
from casebook.names.identifiers.nicknames import nicknames
from casebook.names.identifiers.numbers import numbers
from casebook.names.identifiers.telephones import telephones
from casebook.names.identifiers.vehicles import vehicles
from casebook.names.name_findings import mentions, names
from casebook.names.normalized_text import NormalizedText, normalized

_MAY_IDENTIFY = re.compile(
    r"[0-9@&%\\]|[^ -~\s]|[A-Z][a-z]*[ ,.-]+[A-Z]|(?i:qq|wx|tg|id|vx|\bat\b)"
)
"""What every text has in which something is found; half the lines of templates have none of it."""
_LIST_MARK = re.compile("[①-⑳⑴-⒛❶-❿](?=[0-9]{7})")
"""The number of an item in a list, which must not join the number that follows."""
_LINE_BREAK = re.compile("<(?P<word>w)?br ?/?>")
"""A line end within a text, or a place where one may be: both hide a number from a search."""
_NUMBERS: tuple[Callable[[str], Iterator[Finding]], ...] = (
    numbers, emails, ip_addresses, telephones, coordinates, vehicles, documents, accounts,
    nicknames, homes, minors, native_places,
)  # fmt: skip
"""The rules on what is no name; of findings over the same characters the first one counts."""


def personal_data(text: str, words: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """A text names no person in full and contains nothing that identifies one.

    `words` are those that the site lists as no names.
    """
    if not _MAY_IDENTIFY.search(text):
        return
    seen = normalized(_LINE_BREAK.sub(_as_character, _LIST_MARK.sub("、", text)))
    spelled = spelled_as_ascii(seen.text)
    taken: list[tuple[int, int]] = []
    for rule in _NUMBERS:
        for finding in rule(spelled):
            start, end = finding.start, finding.end
            if all(end <= first or last <= start for first, last in taken):
                taken.append((start, end))
                yield _in_source(finding, seen)
    yield from (_in_source(finding, seen) for finding in names(seen.text, words))


def person_mentions(text: str, words: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """A text mentions no person, by whatever word."""
    seen = normalized(text)
    yield from (_in_source(finding, seen) for finding in mentions(seen.text, words))


def _as_character(tag: re.Match[str]) -> str:
    """A line end, or nothing, in characters that normalization drops; the length is kept."""
    return ("\u200b" if tag["word"] else "\n").ljust(len(tag[0]), "\u200b")


def _in_source(finding: Finding, seen: NormalizedText) -> Finding:
    start, end = seen.source(finding.start, finding.end)
    return replace(finding, start=start, end=end)
