"""The ledger: every address at which the site has ever answered, kept with the content.

    # comments
    cases/2024-09-12-taiyuan/01/
    feed.xml

It only ever grows: a build that would lose one of them publishes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from casebook.content.problem import Mark, Problem
from casebook.texts import problems as texts

NAME = "addresses.txt"
"""The name of the file in the folder of the cases."""

_ADDRESS = re.compile(
    r"(?![/#]|[<=>]{7})(?!.*(?:^|/)\.{1,2}(?:/|$))(?!.*//)[^\x00-\x1f\x7f?\\]*[^\s?\\]"
)
"""What stands below a site, and neither a comment nor what a merge left behind."""


@dataclass(frozen=True, slots=True)
class UrlLedger:
    """The addresses ever published, each with its line."""

    path: str
    """The file as problems name it."""
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """The number of its line by address, from 1; empty where nothing was published yet."""


def is_address(text: str) -> bool:
    """Whether a line of the ledger can hold this as an address."""
    return text == text.strip() and bool(_ADDRESS.fullmatch(text))


def parse(text: str, path: str) -> tuple[UrlLedger, list[Problem]]:
    """The ledger that a file holds, and the lines of it that are no addresses."""
    lines: dict[str, int] = {}
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        address = line.strip()
        if not address or address.startswith("#"):
            continue
        if is_address(address):
            lines.setdefault(address, number)
        else:
            problems.append(Problem.of("ledger-line", path, Mark(number, 1), found=address))
    return UrlLedger(path, MappingProxyType(lines)), problems


def ledger_text(addresses: Iterable[str]) -> str:
    """The text of a ledger of these addresses."""
    return "\n".join([texts.LEDGER_HEAD, *sorted(set(addresses))]) + "\n"


def lost_addresses(ledger: UrlLedger, addresses: Iterable[str]) -> list[Problem]:
    """What of the ledger is not among the addresses of a finished site."""
    lost = ledger.lines.keys() - set(addresses)
    return [
        Problem.of("address-lost", ledger.path, Mark(ledger.lines[one], 1), found=one)
        for one in sorted(lost)
    ]
