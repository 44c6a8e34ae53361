"""The URL ledger: every address ever published on the site, in a file among the content.

    # comments
    cases/2024-09-12-taiyuan/01/
    feed.xml

It only grows: a build that lacks one of the addresses is not published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from casebook.content.line_list import read_lines
from casebook.content.problem import Mark, Problem
from casebook.texts import problems as texts

LEDGER = "addresses.txt"
"""The name of the file in the cases folder."""

_ADDRESS = re.compile(
    r"(?![/#]|[<=>]{7})(?!.*(?:^|/)\.{1,2}(?:/|$))(?!.*//)[^\x00-\x1f\x7f?\\]*[^\s?\\]"
)
"""A path relative to the site, and neither a comment nor a merge conflict marker."""


@dataclass(frozen=True, slots=True)
class UrlLedger:
    """The addresses ever published, each with its line number."""

    path: str
    """The file's path in problems."""
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """The line number of each address, from 1; empty where nothing was published yet."""


def is_ledger_address(text: str) -> bool:
    """Whether a text is a valid address for a line of the ledger."""
    return text == text.strip() and bool(_ADDRESS.fullmatch(text))


def parse_ledger(text: str, path: str) -> tuple[UrlLedger, list[Problem]]:
    """The ledger parsed from the text of a file, and a problem for each invalid line."""
    lines, problems = read_lines(text, path, _ADDRESS, "ledger-line")
    return UrlLedger(path, MappingProxyType(lines)), problems


def ledger_text(addresses: Iterable[str]) -> str:
    """The text of a ledger file with these addresses, sorted and without duplicates."""
    return "\n".join([texts.LEDGER_HEAD, *sorted(set(addresses))]) + "\n"


def lost_addresses(ledger: UrlLedger, addresses: Iterable[str]) -> list[Problem]:
    """A problem for each address of the ledger that is not among those of a built site."""
    lost = ledger.lines.keys() - set(addresses)
    return [
        Problem.of("address-lost", ledger.path, Mark(ledger.lines[one], 1), found=one)
        for one in sorted(lost)
    ]
