"""Entries: what of a case is looked through, and what a result shows of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from casebook.content.contents import Case
from casebook.pages.paragraphs import paragraphs

_NO_NUMBER = re.compile("[数几上]")
"""Says an order of magnitude only: 数百万元, 上亿元."""
_UNITS = ((Decimal(100_000_000), "亿元"), (Decimal(10_000), "万元"), (Decimal(1), "元"))


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A case as the index has it; every text is one of `texts`, the title the first."""

    id: str
    title: str
    facts: tuple[str, ...]
    """What a list says above a case."""
    summary: str
    text: tuple[str, ...]
    """The paragraphs, then what else the case's page says."""
    unseen: tuple[str, ...]
    """Other writings of the facts."""

    @property
    def texts(self) -> Iterator[str]:
        """All that is looked through; no hit reaches from one into the next."""
        yield self.title
        yield from self.facts
        yield self.summary
        yield from self.text
        yield from self.unseen

    @property
    def shown(self) -> bytes:
        """What the page of results reads of this case, as JSON."""
        parts = {name: getattr(self, name) for name in ("id", "title", "facts", "summary", "text")}
        return json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()


def search_document(case: Case) -> SearchDocument:
    """The entry of a case; how many people it counts is left out."""
    return SearchDocument(
        id=case.id,
        title=case.title,
        facts=tuple(_facts(case)),
        summary=case.fields.summary,
        text=(*paragraphs(case.body), *_further_facts(case)),
        unseen=(*_whole_places(case), *_amounts(case)),
    )


def _facts(case: Case) -> Iterator[str]:
    """As the line above a case in a list."""
    yield case.date.chinese
    yield from (place.name for place in case.places)
    if case.district:
        yield case.district.name
    yield from (group.title for group in case.offences)
    yield case.stage.value


def _further_facts(case: Case) -> Iterator[str]:
    """What only the page of a case says."""
    fields = case.fields
    if case.charge:
        yield case.charge.name
    if fields.agency:
        yield fields.agency
    if fields.amount:
        yield f"{fields.amount_label}{fields.amount}"
    yield from (f"{label}{text}" for label, text in fields.figures.items())
    yield from (update.note for update in fields.updates if update.note)
    yield from (correction.note for correction in fields.corrections)


def _whole_places(case: Case) -> Iterator[str]:
    """The places with all that holds them: 山西省太原市晋源区."""
    for place in case.places:
        above = place.province.name if place.parent else ""
        yield f"{above}{place.name}{case.district.name if case.district else ''}"


def _amounts(case: Case) -> Iterator[str]:
    """The amount in digits and its largest unit, for bulletins also print 三百二十万元."""
    amount = case.fields.amount
    if amount and _NO_NUMBER.search(amount.text):
        return
    for yuan in (amount.yuan, amount.upper) if amount else ():
        if yuan:
            size, unit = next(one for one in _UNITS if yuan >= one[0] or one[0] == 1)
            yield f"{(yuan / size).normalize():f}{unit}"
