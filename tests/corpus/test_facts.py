"""The published cases say what the bulletins say."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from casebook.checks import retention
from casebook.content.retention_rule import Action

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
    source = (fields.source_kind, fields.source_title, fields.medium, fields.reposted_from)
    assert source == (
        facts.source_kind,
        facts.source_title,
        facts.medium,
        facts.reposted_from,
    )
    assert [word for word in facts.publisher if word not in fields.publisher] == []


SURNAMES = "王闫董牛李徐付巩魏马史荆宋张于郑高"
"""The surnames of all suspects in the bulletins."""
MASKED = re.compile(f"[{SURNAMES}]某{{1,2}}")


def words(facts) -> tuple[str, ...]:
    """What each further count of a case counts."""
    return tuple(word for word, _ in facts.counted)


@each_case
def test_case_shows_the_people_of_the_bulletin_masked(library, facts):
    case = library.case(facts.id)
    text = "\n".join((case.fields.title, case.fields.summary, case.body))
    assert set(MASKED.findall(text)) == facts.names


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
        "people": fields.people.count if fields.people else None,
        "people_at": fields.people.at.value if fields.people and fields.people.at else None,
        "amount": amount.amount.text if amount else None,
        "yuan": amount.amount.yuan if amount else None,
        "figures": set(fields.figures.values()),
        "offence": tuple(group.title for group in case.offences),
        "act": "、".join(fields.act) or None,
        "charge": "、".join(fields.charge) or None,
    }
    assert stated == {name: getattr(facts, name) for name in stated}
    assert [word for word in facts.agency if word not in (fields.agency or "")] == []


@each_case
def test_case_leaves_out_what_must_never_be_printed(library, facts):
    case = library.case(facts.id)
    for text in (case.fields.title, case.fields.summary, case.body):
        assert [pattern for pattern in facts.never if re.search(pattern, text)] == []


REVIEWED = date(2026, 11, 30)
"""The day on which the cases were last compared with their bulletins."""


def test_the_cases_obey_the_rules_that_their_site_prints(library):
    problems = [one for rule in retention.OF_LIBRARY for one in rule(library, REVIEWED)]
    assert [str(problem) for problem in problems] == []
    assert [case.id for case in library.cases if case.is_withdrawn or case.is_draft] == []


def test_a_case_that_shows_nobody_is_reviewed_before_it_is_withdrawn(library):
    found = [
        (rule.years, rule.action)
        for rule in library.corrections.fields.retention
        if any(
            rule.applies_at(case.stage) for case in library.cases if case.stage.is_administrative
        )
    ]
    assert found == [(1, Action.REVIEW), (5, Action.WITHDRAW)]
