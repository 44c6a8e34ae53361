"""Moved: former addresses of pages, each with the address that stands for it now."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from casebook.content.aliases import alias_targets
from casebook.content.library import Library
from casebook.pages.page import CASES, HOME, SitePage, address_of
from casebook.pages.reserved import is_in_list
from casebook.texts import pages as texts


def redirect_targets(library: Library, hidden: Container[str]) -> dict[str, str]:
    """The former addresses of cases, bulletins and hand-written pages, with today's."""
    places = alias_targets(library, hidden)
    return {f"{place}/": address_of(content.uri) for place, content in places.items()}


def emptied_lists(
    ever: Iterable[str], known: Container[str], moved: Mapping[str, str]
) -> dict[str, str]:
    """The lists that were published and list nothing any more, with the nearest one above.

    A date that was corrected or a case that was withdrawn may empty a list; its address must
    answer all the same. `ever` are the addresses ever published, `known` those of today's pages,
    `moved` the former ones: the list above may have moved itself.
    """
    left = {}
    for address in ever:
        if address not in known and address not in moved and is_in_list(address):
            above = _above(address, known, moved)
            left[address] = moved.get(above, above)
    return left


def redirect_pages(leads: Mapping[str, str], titles: Mapping[str, str]) -> Iterator[SitePage]:
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
    return address.startswith(target) and is_in_list(address)


def _above(address: str, known: Container[str], moved: Container[str]) -> str:
    while address not in known and address not in moved:
        address = address.rstrip("/").rpartition("/")[0]
        address = f"{address}/" if address else ""
    return address
