"""The table of facts: no field of a case is left out of it, and each row tells what it names."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel, Field

from casebook.content import field_types
from casebook.content.case_parts import Update
from casebook.content.model import CaseFields
from casebook.schema.fact import CaseContext, Fact, FactPart, PageFact, plain_fact
from casebook.schema.facts import FACTS, INTERNAL

from ..outputs.contexts import small_content

FIRST = "2024-09-01-shanxi/01"

ROW = """\
“{name}” of a case is told nowhere. Where people or programs shall know it, write a row into FACTS
of hooks/casebook/schema/facts.py, at the place where it shall stand:
    plain_fact("{name}", "{title}", "{description}", {kind}),
(a `Fact` in place of a `plain_fact` says for each place how it shows). If a row tells it already,
name it in the `fields` of the row. If it is for editors alone, write it and why into INTERNAL."""
NESTED = """\
“{name}” of a case is told nowhere. Write it into its record in
hooks/casebook/schema/part_records.py, of a step also into `steps` in fact_values.py, and name it in
`fields` of the row of “{above}” in facts.py. If it is for editors alone, write it into INTERNAL
there with the reason."""


def inner_types(annotation: Any) -> Iterator[type]:
    """The types that an annotation is made of."""
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for part in get_args(annotation):
        yield from inner_types(part)


def names(model: type[BaseModel], above: str = "") -> Iterator[str]:
    """The fields of a model, those of models in it after a dot."""
    for name, field in model.model_fields.items():
        nested = [one for one in inner_types(field.annotation) if issubclass(one, BaseModel)]
        for one in nested:
            yield from names(one, f"{above}{name}.")
        if not nested:
            yield above + name


def untold(model: type[BaseModel], facts: Collection[Fact] = FACTS) -> list[str]:
    """What to write for each field of a model that no row tells."""
    told = {name for fact in facts for name in fact.fields} | set(INTERNAL)
    messages = []
    for name in names(model):
        above, _, nested = name.partition(".")
        if name in told or above in INTERNAL:
            continue
        if nested:
            messages.append(NESTED.format(name=name, above=above))
            continue
        field = model.model_fields[name]
        kind = "int | None" if int in inner_types(field.annotation) else "str | None"
        texts = {"title": field.title, "description": field.description}
        messages.append(ROW.format(name=name, kind=kind, **texts))
    return messages


def test_every_field_of_a_case_is_told_or_internal():
    assert len(list(names(CaseFields))) > 30
    found = untold(CaseFields)
    assert found == [], "\n\n".join(found)


class UpdateOfACourt(Update):
    """A step with a field that no row tells."""

    court: field_types.Text | None = Field(None, title="法院", description="作出判决的法院")


class CaseWithMore(CaseFields):
    """A case with fields that no row tells."""

    invented: field_types.Count | None = Field(None, title="虚构数", description="通报写明的虚构数")
    updates: tuple[UpdateOfACourt, ...] = Field((), title="后续进展", description="按日期排列")


def test_a_new_field_is_found_and_the_message_says_what_to_write():
    """Shows that the test above can fail."""
    row = 'plain_fact("invented", "虚构数", "通报写明的虚构数", int | None),'
    known = untold(CaseFields)
    nested, top = (one for one in untold(CaseWithMore) if one not in known)
    assert row in top
    assert top.startswith("“invented” of a case is told nowhere.")
    assert nested == NESTED.format(name="updates.court", above="updates")
    # The line it proposes is all that is missing.
    proposed = eval(row.removesuffix(","), {"plain_fact": plain_fact})
    assert set(untold(CaseWithMore, (*FACTS, proposed))) - set(known) == {nested}


def test_rows_and_reasons_name_fields_that_there_are():
    known = set(names(CaseFields))
    assert {name for fact in FACTS for name in fact.fields} <= known
    assert set(INTERNAL) <= set(CaseFields.model_fields)
    both = {name for fact in FACTS for name in fact.fields} & set(INTERNAL)
    assert both == set(), "A field that a row tells is not internal."


@pytest.fixture
def context(tmp_path: Path) -> CaseContext:
    content = small_content(tmp_path)
    content.case(FIRST, agency="某地公安分局", people="12", amount="3万元")
    (case,) = content.library().cases
    return CaseContext(case)


class Reading:
    """Front matter that keeps the names of the fields that were read."""

    def __init__(self, fields: CaseFields) -> None:
        self.fields = fields
        self.read: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        self.read.add(name)
        return getattr(self.fields, name)


RESOLVED = {
    "province",
    "city",
    "district",
    "offence",
    "charge",
    "act",
    "related",
    "also_in",
    "aliases",
}
"""The fields that a row takes from the case or its site, where names have become things."""


def read_by(fact: Fact, context: CaseContext) -> set[str]:
    """The fields of the front matter that a row reads for one of its places."""
    reading = Reading(context.fields)
    watched = replace(context, case=replace(context.case, fields=reading))  # type: ignore[arg-type]
    fact.value(watched)
    list(fact.page(watched) if fact.page else ())
    for texts in fact.search.values():
        list(texts(watched))
    return reading.read


def unread(facts: Collection[Fact], context: CaseContext) -> list[tuple[str, str]]:
    """The rows that name a field and do not read it."""
    return [
        (fact.key, name)
        for fact in facts
        for name in sorted({one.partition(".")[0] for one in fact.fields} - RESOLVED)
        if name not in read_by(fact, context)
    ]


def test_a_row_reads_what_it_names(context):
    assert unread(FACTS, context) == []


def test_a_row_that_does_not_read_what_it_names_is_found(context):
    """Shows that the test above can fail."""
    (agency,) = (fact for fact in FACTS if fact.key == "agency")
    assert unread([replace(agency, fields=("agency", "people"))], context) == [("agency", "people")]


def test_a_plain_fact_shows_everywhere(context):
    fact = plain_fact("agency", "办案单位", "通报所列的单位", str | None, "由{}办理")
    assert fact.api == str | None
    assert fact.value(context) == "某地公安分局"
    heading = ("办案单位", "通报所列的单位")
    assert (fact.headings, list(fact.cells(context))) == ((heading,), ["某地公安分局"])
    assert fact.page is not None
    assert list(fact.page(context)) == [PageFact("办案单位", (FactPart("由某地公安分局办理"),))]
    assert {place: list(texts(context)) for place, texts in fact.search.items()} == {
        "text": ["由某地公安分局办理"]
    }


def test_a_plain_fact_of_an_empty_field_shows_nowhere(context):
    fact = plain_fact("district", "区县", "通报写明的区县", str | None)
    assert list(fact.cells(context)) == [None]
    assert fact.page is not None
    assert list(fact.page(context)) == []
    assert list(fact.search["text"](context)) == []


def test_no_key_is_there_twice():
    keys = [fact.key for fact in FACTS]
    assert len(keys) == len(set(keys))
