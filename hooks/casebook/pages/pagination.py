"""Pagination: a long list in pages of fifty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any, Generic, TypeVar

from casebook.pages.page import SitePage
from casebook.schema.term_keys import Key
from casebook.texts import pages as texts

Item = TypeVar("Item")

PER_PAGE = 50
"""Cases or bulletins on one page; bounds the size of a page."""


@dataclass(frozen=True, slots=True)
class Pagination(Generic[Item]):
    """One page of a list of cases or bulletins; numbers count from 1."""

    first_address: str
    number: int
    pages: int
    items: tuple[Item, ...]
    """The items of this page."""
    count: int
    """The number of items on all pages."""

    @property
    def address(self) -> str:
        """The address of this page."""
        return self.address_of(self.number)

    @property
    def previous(self) -> str | None:
        """The address of the previous page; None on the first."""
        return self.address_of(self.number - 1) if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """The address of the next page; None on the last."""
        return self.address_of(self.number + 1) if self.number < self.pages else None

    def address_of(self, number: int) -> str:
        """The address of a page of the list; that of the first has no number."""
        return self.first_address if number == 1 else f"{self.first_address}page/{number}/"

    @property
    def shown_numbers(self) -> tuple[int | None, ...]:
        """The page numbers to link: first, last and neighbours; None marks a gap."""
        near = {1, self.pages, self.number - 1, self.number, self.number + 1}
        numbers = sorted(number for number in near if 1 <= number <= self.pages)
        shown: list[int | None] = []
        for number in numbers:
            if shown and shown[-1] is not None and number - shown[-1] > 1:
                shown.append(None)
            shown.append(number)
        return tuple(shown)


def paginate(address: str, items: Sequence[Item]) -> Iterator[Pagination[Item]]:
    """The pages of a list; an empty list is one empty page."""
    pages = max(1, ceil(len(items) / PER_PAGE))
    for number in range(1, pages + 1):
        part = tuple(items[(number - 1) * PER_PAGE : number * PER_PAGE])
        yield Pagination(address, number, pages, part, len(items))


def list_page(
    pagination: Pagination[Any], title: str, key: Key, above: tuple[Key, ...], **more: Any
) -> SitePage:
    """A page of a list; those after the first have a number in the title, and `key` above them.

    `above` are the pages above the list, `more` the other values of the page.
    """
    is_first, number = pagination.number == 1, pagination.number
    return SitePage(
        address=pagination.address,
        is_lasting=is_first,
        title=title if is_first else texts.NUMBERED.format(title=title, number=number),
        breadcrumbs=above if is_first else (*above, key),
        **more,
    )
