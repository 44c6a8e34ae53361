"""The published cases say what the bulletins say."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from .facts import BULLETINS, FACTS

each_case = pytest.mark.parametrize("facts", FACTS, ids=lambda facts: facts.id)
each_bulletin = pytest.mark.parametrize("facts", BULLETINS, ids=lambda facts: facts.id)


def test_the_library_holds_exactly_the_cases_of_the_table(library):
    assert sorted(case.id for case in library.cases) == sorted(facts.id for facts in FACTS)


def test_the_table_holds_as_many_cases_as_each_bulletin_announces():
    counted = Counter(facts.id.split("/")[0] for facts in FACTS)
    assert counted == {bulletin.id: bulletin.expected for bulletin in BULLETINS}


@each_bulletin
def test_bulletin(library, facts):
    fields = library.bulletin(facts.id).fields
    assert str(fields.published) == facts.published
    assert fields.expected == facts.expected
    assert fields.campaign == facts.campaign
    assert [word for word in facts.publisher if word not in fields.publisher] == []


@each_case
def test_case(library, facts):
    case = library.case(facts.id)
    fields = case.fields
    amount = fields.amount
    stated = {
        "date": str(fields.date),
        "province": case.province.name,
        "cities": tuple(place.name for place in case.places),
        "district": case.district.name if case.district else None,
        "stage": fields.stage.value,
        "people": fields.people,
        "amount": amount.text if amount else None,
        "yuan": amount.yuan if amount else None,
        "figures": set(fields.figures.values()),
        "offence": tuple(group.title for group in case.offences),
        "charge": fields.charge,
    }
    assert stated == {name: getattr(facts, name) for name in stated}
    assert [word for word in facts.agency if word not in (fields.agency or "")] == []


@each_case
def test_case_leaves_out_what_must_never_be_printed(library, facts):
    case = library.case(facts.id)
    for text in (case.fields.title, case.fields.summary, case.body):
        assert [pattern for pattern in facts.never if re.search(pattern, text)] == []
