"""Release checks: a site must contain no personal data and lose no published address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from casebook.checks.exemptions import Exemptions
from casebook.config.organisation import Organisation
from casebook.content.library import Library
from casebook.content.model_base import Allowance
from casebook.content.problem import Problem, in_order
from casebook.content.url_ledger import UrlLedger, lost_addresses
from casebook.pages.routes import RouteTable
from casebook.texts import commands as texts
from casebook.texts import problems as problem_texts

if TYPE_CHECKING:
    from casebook.build.checked_project import CheckedProject

CONTACTS = ("email-address", "mobile-number", "home-telephone", "home-address")
"""The codes of an organisation's published contact data."""


class ContentError(Exception):
    """A project has problems with which it must not be built."""

    def __init__(self, checked: CheckedProject) -> None:
        super().__init__(texts.NOT_BUILT)
        self.checked = checked


class ReleaseError(Exception):
    """A finished site must not be published: the reason, and the problems."""

    def __init__(self, reason: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(reason)
        self.problems = problems


def check_release(
    ledger: UrlLedger, routes: RouteTable, leaks: Iterable[Problem], paths: Iterable[str]
) -> None:
    """Raises ReleaseError for leaks, for paths written twice, and for lost addresses of the ledger.

    `paths` are those of all written files.
    """
    counts = Counter(paths)
    if found := in_order(leaks):
        raise ReleaseError(texts.LEAKED, found)
    made = problem_texts.GENERATED_FILE
    repeated = sorted(path for path, count in counts.items() if count > 1)
    if repeated:
        taken = partial(Problem.of, "route-taken", "mkdocs.yml", source=made, other=made)
        raise ReleaseError(texts.NOT_BUILT, tuple(taken(found=path) for path in repeated))
    if lost := in_order(lost_addresses(ledger, routes.lasting(counts))):
        raise ReleaseError(texts.LOST, lost)


def exemptions(library: Library, organisation: Organisation) -> Exemptions:
    """What a site may contain: what editors allow or list, and its owner's contacts."""
    return Exemptions.of(library, _of_owner(organisation))


def _of_owner(owner: Organisation) -> Iterator[Allowance]:
    for text in filter(None, (owner.contact, owner.corrections)):
        for code in CONTACTS:
            contact = text.removeprefix("mailto:")
            yield Allowance(code=code, text=contact, reason=texts.OF_OWNER)
