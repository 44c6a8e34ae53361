"""Rules on the addresses of other sites in texts: what they are made of can name a person too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote_to_bytes

from casebook.checks.finding import Finding
from casebook.checks.personal import personal_data
from casebook.content.media.entries import decoded

ADDRESS = re.compile(r"https?://[!-~]+")
_TELLING = frozenset({"name-unmasked", "name-telling", "identity-number", "email-address"})
"""Other numbers in addresses are mostly those of pages, and no check digit tells them apart."""
_DELIMITERS = dict.fromkeys(map(ord, "/?&=#_+.-"), " ")


def without_addresses(text: str) -> str:
    """The text with every character of an address blanked out: no word, no number, no space."""
    return ADDRESS.sub(lambda one: "\ufffc" * len(one[0]), text) if "://" in text else text


def findings_in_addresses(text: str, words: frozenset[str]) -> Iterator[Finding]:
    """The persons in the addresses of a text: a finding covers the address that names one."""
    for match in ADDRESS.finditer(text) if "://" in text else ():
        readable = decoded(unquote_to_bytes(match[0]))
        for reading in (readable, readable.translate(_DELIMITERS)):
            found = next((f for f in personal_data(reading, words) if f.code in _TELLING), None)
            if found:
                yield replace(found, start=match.start(), end=match.end(), replacement=None)
                break
