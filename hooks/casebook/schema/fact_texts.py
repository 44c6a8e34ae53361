"""Facts as plain texts, for the search index and the cells of tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from casebook.places.gazetteer import Place
from casebook.schema.fact import CaseContext
from casebook.texts import pages as texts

_NO_NUMBER = re.compile("[数几上]")
"""Marks an order of magnitude without a number: 数百万元, 上亿元."""
_UNITS = ((Decimal(100_000_000), "亿元"), (Decimal(10_000), "万元"), (Decimal(1), "元"))


def other_charges(context: CaseContext) -> Iterator[str]:
    """The names of the charges in full, for short and of today, unless they are printed so."""
    for charge in context.case.charges:
        if known := charge.statutory:
            yield from ({known.name, known.short, *known.successors} - {charge.name, ""})


def full_places(context: CaseContext) -> Iterator[str]:
    """The full names of the places, as printed and of today: 山西省太原市晋源区."""
    case, printed = context.case, context.fields.district or ""
    district = case.district.name if case.district else ""
    names = [_full(city.place, city.name, printed) for city in case.cities]
    names += [_full(place, place.name, district) for place in case.places]
    yield from dict.fromkeys(names)


def _full(place: Place, name: str, district: str) -> str:
    above = place.province.name if place.province.name != name else ""
    return f"{above}{name}{district}"


def amount(context: CaseContext) -> Iterator[str]:
    """The amount after its label."""
    if found := context.fields.amount:
        yield f"{context.fields.amount_label}{found.amount}"


def amount_in_digits(context: CaseContext) -> Iterator[str]:
    """The amount in digits and its largest unit, for bulletins also write 三百二十万元."""
    told = context.fields.amount
    amount = told and told.amount
    if amount and _NO_NUMBER.search(amount.text):
        return
    for yuan in (amount.yuan, amount.upper) if amount else ():
        if yuan:
            size, unit = next(one for one in _UNITS if yuan >= one[0] or one[0] == 1)
            yield f"{(yuan / size).normalize():f}{unit}"


def loss(context: CaseContext) -> Iterator[str]:
    """The loss of the victims."""
    if (victims := context.fields.victims) and victims.loss:
        yield str(victims.loss)


def stage(context: CaseContext) -> list[str]:
    """The stage; nothing for a notice, of which there are no proceedings."""
    return [] if context.case.is_notice else [context.case.stage.value]


def figures(context: CaseContext) -> Iterator[str]:
    """Further figures, each after its label."""
    return (f"{label}{text}" for label, text in context.fields.figures.items())


def joined(name: str) -> Callable[[Iterable[Any]], str | None]:
    """Makes a cell function that joins the attribute `name` of several values; None without any."""
    return lambda values: texts.SEVERAL.join(getattr(one, name) for one in values) or None


def pairs(figures: Mapping[str, str]) -> str | None:
    """A cell with labels and figures; None without any."""
    parts = (texts.FIGURE.format(label=label, text=text) for label, text in figures.items())
    return texts.FIGURES.join(parts) or None
