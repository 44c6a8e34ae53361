"""Moved: former addresses of pages, each with the address that stands for it now."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping

from casebook.content.library import Case, Library, Offence, Page
from casebook.pages import texts
from casebook.pages.page import CASES, HOME, SitePage, address_of

_LIST = re.compile(r"(?:cities|dates|stages|quiz|posters)/.+/|offences/[^/]+/.+/")
"""Where lists stand that are there only as long as something is listed."""


def former_addresses(library: Library, hidden: Container[str]) -> dict[str, str]:
    """What cases, bulletins and hand-written pages call their former addresses, with today's.

    A bulletin takes its cases along, unless another case claims the address. `hidden` are the
    uris of what is not published.
    """
    shown = [case for case in library.cases if case.uri not in hidden]
    found = {f"cases/{alias}/": _address(case) for case in shown for alias in case.fields.aliases}
    for bulletin in library.bulletins:
        for alias in bulletin.fields.aliases if bulletin.uri not in hidden else ():
            found[f"cases/{alias}/"] = f"cases/{bulletin.id}/"
            for case in library.cases_of(bulletin):
                if case.uri not in hidden:
                    number = case.id.removeprefix(bulletin.id)
                    found.setdefault(f"cases/{alias}{number}/", _address(case))
    written: tuple[Offence | Page, ...] = (*library.offences, *library.pages)
    for page in written:
        found |= dict.fromkeys(page.fields.moved_from, _address(page))
    return found


def lists_that_left(
    ever: Iterable[str], known: Container[str], moved: Mapping[str, str]
) -> dict[str, str]:
    """The lists that were published and list nothing any more, with the nearest one above.

    A date that was corrected or a case that was withdrawn may empty a list; its address must
    answer all the same. `ever` are the addresses ever published, `known` those of today's pages,
    `moved` the former ones: the list above may have moved itself.
    """
    left = {}
    for address in ever:
        if address not in known and address not in moved and _LIST.fullmatch(address):
            above = _above(address, known, moved)
            left[address] = moved.get(above, above)
    return left


def moved_pages(leads: Mapping[str, str], titles: Mapping[str, str]) -> Iterator[SitePage]:
    """The pages at former addresses; `titles` are those of today's pages by address."""
    for address, target in leads.items():
        yield SitePage(
            address=address,
            template="moved.html",
            title=texts.MOVED.format(address=address.removeprefix("cases/").removesuffix("/")),
            summary=texts.MOVED_SUMMARY,
            trail=(HOME, CASES) if address.startswith(CASES.address) else (HOME,),
            canonical=target,
            view={
                "target": target,
                "target_title": titles[target],
                "is_above": _is_above(target, address),
            },
        )


def _is_above(target: str, address: str) -> bool:
    """Whether an address leads to the list above it, and not to where its page has gone."""
    return address.startswith(target) and bool(_LIST.fullmatch(address))


def _above(address: str, known: Container[str], moved: Container[str]) -> str:
    while address not in known and address not in moved:
        address = address.rstrip("/").rpartition("/")[0]
        address = f"{address}/" if address else ""
    return address


def _address(content: Case | Offence | Page) -> str:
    return address_of(content.uri)
