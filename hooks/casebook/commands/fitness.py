"""Fitness: a last look at a finished site, before it takes the place of the one before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from casebook import texts
from casebook.content.ledger import losses
from casebook.content.library import Library
from casebook.content.model import Allowance
from casebook.content.problem import Problem, in_order
from casebook.organisation import Organisation
from casebook.publish.addresses import addresses_of
from casebook.publish.edition import Edition
from casebook.publish.inspection import personal_data_in

CONTACTS = ("email-address", "mobile-number", "home-telephone", "home-address")
"""What an organisation gives so that it can be reached."""


class UnfitError(Exception):
    """A finished site must not be published, for the reason given, where its problems say."""

    def __init__(self, reason: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(reason)
        self.problems = problems


def ensure_fitness(edition: Edition, folder: Path, name: str) -> None:
    """UnfitError if a site gives somebody away or loses an address; problems call it `name`."""
    allowed = [*_of_editors(edition.library), *_of_owner(edition.organisation)]
    if leaks := in_order(personal_data_in(folder, allowed, name)):
        raise UnfitError(texts.LEAKED, leaks)
    if lost := in_order(losses(edition.library.ledger, addresses_of(folder))):
        raise UnfitError(texts.LOST, lost)


def _of_editors(library: Library) -> Iterator[Allowance]:
    for content in library.contents:
        yield from content.fields.allow


def _of_owner(owner: Organisation) -> Iterator[Allowance]:
    for text in filter(None, (owner.contact, owner.corrections)):
        for code in CONTACTS:
            said = text.removeprefix("mailto:")
            yield Allowance(code=code, text=said, reason=texts.OF_OWNER)
