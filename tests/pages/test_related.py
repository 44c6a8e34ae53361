"""Which cases are offered beside a case."""

from __future__ import annotations

import pytest

from casebook.pages.related import NEARBY, Relations

from ..sites.make import Content

BULLETIN = "2025-06-01-shanxi"


@pytest.fixture
def add(content: Content):
    """Writes the case of a number; its date is 2024-05 unless told."""

    def case(number: int, **fields: object) -> None:
        content.case(f"{BULLETIN}/{number:02}", **fields)

    return case


@pytest.fixture
def related(content: Content):
    """The numbers of the cases named beside a case, and of those found nearby."""

    def numbers(number: int) -> tuple[list[int], list[int]]:
        library = content.library()
        relations = Relations(library.cases)
        case = library.case(f"{BULLETIN}/{number:02}")
        return (
            [other.number for other in relations.named(case)],
            [other.number for other in relations.nearby(case)],
        )

    return numbers


def test_a_case_alone_has_no_relatives(add, related):
    add(1)
    assert related(1) == ([], [])


def test_a_named_relation_shows_both_ways_and_once(add, related):
    add(1, offence="网络黑客", related=[f"{BULLETIN}/02", f"{BULLETIN}/03"])
    add(2, related=[f"{BULLETIN}/01"])
    add(3)
    assert related(1) == ([2, 3], [])
    assert related(2)[0] == [1]
    assert related(3)[0] == [1]


def test_a_relation_to_a_case_that_is_not_there_is_left_out(content, add):
    add(1, related=[f"{BULLETIN}/02"])
    add(2)
    first = content.library().case(f"{BULLETIN}/01")
    assert Relations([first]).named(first) == ()


def test_a_named_case_is_not_offered_again(add, related):
    add(1, related=[f"{BULLETIN}/02"])
    add(2)
    add(3)
    assert related(1) == ([2], [3])
    assert related(2) == ([1], [3])


def test_a_case_is_never_its_own_relative(add, related):
    add(1, related=[f"{BULLETIN}/01"], city=["太原市", "大同市"])
    add(2)
    assert related(1) == ([], [2])


def test_other_groups_are_never_nearby(add, related):
    add(1)
    add(2, offence="网络黑客")
    add(3, offence=["网络黑客", "网络水军"])
    assert related(1) == ([], [])


def test_the_same_city_comes_before_the_province_and_that_before_anywhere(add, related):
    add(1)
    add(2, province="陕西省", city="西安市")
    add(3, city="大同市")
    add(4, date="2020-01")
    assert related(1)[1] == [4, 3, 2]


def test_every_city_of_a_case_counts_as_its_own(add, related):
    add(1, city=["太原市", "大同市"])
    add(2, city="运城市")
    add(3, city="大同市")
    add(4, city="太原市")
    assert related(1)[1] == [4, 3, 2]


def test_a_province_wide_case_looks_in_its_province_first(add, related):
    add(1, city="全省")
    add(2, province="陕西省", city="西安市")
    add(3, date="2020-01")
    assert related(1)[1] == [3, 2]


def test_no_more_than_a_few_are_offered(add, related):
    for number in range(1, NEARBY + 4):
        add(number)
    assert len(related(1)[1]) == NEARBY


def test_the_nearest_in_date_come_first(add, related):
    add(1, date="2024-05")
    for number, date in enumerate(("2023-05", "2024-04-20", "2024-07", "2025-05-30"), start=2):
        add(number, date=date)
    assert related(1)[1] == [3, 4, 2, 5]


def test_a_far_newer_case_does_not_displace_nearer_older_ones(add, related):
    add(1, date="2024-05")
    for number, date in enumerate(("2025-05", "2024-04", "2024-03", "2024-02", "2024-01"), start=2):
        add(number, date=date)
    assert related(1)[1] == [3, 4, 5, 6]


def test_the_newest_and_the_oldest_find_neighbours_too(add, related):
    for number in range(1, 7):
        add(number, date=f"2024-{number:02}")
    assert related(1)[1] == [2, 3, 4, 5]
    assert related(6)[1] == [5, 4, 3, 2]


def test_many_named_cases_leave_room_for_nearby_ones(add, related):
    named = range(2, 32)
    add(1, related=[f"{BULLETIN}/{number:02}" for number in named])
    for number in named:
        add(number)
    add(90, date="2020-01")
    assert related(1) == ([*named], [90])
