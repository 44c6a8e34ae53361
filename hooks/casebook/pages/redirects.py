"""Redirects: from every old address of a page to its current one."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from casebook.content.aliases import alias_targets
from casebook.content.library import Library
from casebook.pages.page import CASES, HOME, SitePage, address_of
from casebook.pages.reserved import is_in_list
from casebook.texts import pages as texts


def redirect_targets(library: Library, hidden: Container[str]) -> dict[str, str]:
    """The redirects of cases, bulletins and hand-written pages: old address to current one."""
    targets = alias_targets(library, hidden)
    return {f"{alias}/": address_of(content.uri) for alias, content in targets.items()}


def emptied_lists(
    published: Iterable[str], known: Container[str], moved: Mapping[str, str]
) -> dict[str, str]:
    """The redirects of lists that have become empty, each to the nearest existing list above.

    A corrected date or a withdrawn case may empty a list, but its address is permanent.
    `published` are the addresses in the URL ledger, `known` those of the current pages, `moved`
    the other redirects: the list above may have moved itself.
    """
    emptied = {}
    for address in published:
        if address not in known and address not in moved and is_in_list(address):
            above = _above(address, known, moved)
            emptied[address] = moved.get(above, above)
    return emptied


def redirect_pages(redirects: Mapping[str, str], titles: Mapping[str, str]) -> Iterator[SitePage]:
    """The pages at old addresses; `titles` are those of the current pages by address."""
    for address, target in redirects.items():
        yield SitePage(
            address=address,
            template="moved.html",
            title=texts.MOVED.format(address=address.removeprefix("cases/").removesuffix("/")),
            summary=texts.MOVED_SUMMARY,
            breadcrumbs=(HOME, CASES) if address.startswith(CASES.address) else (HOME,),
            canonical=target,
            view={
                "target": target,
                "target_title": titles[target],
                "is_above": _is_above(target, address),
            },
        )


def _is_above(target: str, address: str) -> bool:
    """Whether a redirect leads to the list above, not to the moved page itself."""
    return address.startswith(target) and is_in_list(address)


def _above(address: str, known: Container[str], moved: Container[str]) -> str:
    while address not in known and address not in moved:
        address = address.rstrip("/").rpartition("/")[0]
        address = f"{address}/" if address else ""
    return address
