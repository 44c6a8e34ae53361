"""Fitness: a last look at a finished site, before it takes the place of the one before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casebook.build.lasting_addresses import lasting
from casebook.config.organisation import Organisation
from casebook.content.library import Library
from casebook.content.model import Allowance
from casebook.content.problem import Problem, in_order
from casebook.content.url_ledger import lost_addresses
from casebook.outputs.context import BuildContext
from casebook.texts import commands as texts

CONTACTS = ("email-address", "mobile-number", "home-telephone", "home-address")
"""What an organisation gives so that it can be reached."""


class ReleaseError(Exception):
    """A finished site must not be published, for the reason given, where its problems say."""

    def __init__(self, reason: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(reason)
        self.problems = problems


def check_release(context: BuildContext, leaks: Iterable[Problem], paths: Iterable[str]) -> None:
    """UnfitError if a site of these files gives somebody away or loses an address."""
    if found := in_order(leaks):
        raise ReleaseError(texts.LEAKED, found)
    if lost := in_order(lost_addresses(context.library.ledger, lasting(paths))):
        raise ReleaseError(texts.LOST, lost)


def allowances(context: BuildContext) -> tuple[Allowance, ...]:
    """What of persons may stand in a site: what editors allowed, and how to reach its owner."""
    return (*_of_editors(context.library), *_of_owner(context.organisation))


def _of_editors(library: Library) -> Iterator[Allowance]:
    for content in library.contents:
        yield from content.fields.allow


def _of_owner(owner: Organisation) -> Iterator[Allowance]:
    for text in filter(None, (owner.contact, owner.corrections)):
        for code in CONTACTS:
            said = text.removeprefix("mailto:")
            yield Allowance(code=code, text=said, reason=texts.OF_OWNER)
