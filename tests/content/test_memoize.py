"""Remembering: a check of a text is made once, and its refusals every time."""

from __future__ import annotations

import pytest

from casebook.content.field_types import Status
from casebook.content.front_matter import parse
from casebook.content.memoize import memoized
from casebook.content.model import CaseFields
from casebook.content.validation import validate

from .small_site import case_text


def test_a_text_is_understood_once() -> None:
    seen: list[object] = []

    def check(value: object) -> tuple[object]:
        seen.append(value)
        return (value,)

    look_up = memoized(check)
    assert look_up("甲") is look_up("甲")
    assert look_up("乙") == ("乙",)
    assert seen == ["甲", "乙"]


def test_what_is_no_text_is_checked_every_time() -> None:
    seen: list[object] = []
    look_up = memoized(seen.append)
    look_up(["甲"])
    look_up(["甲"])
    assert seen == [["甲"], ["甲"]]


def test_a_refusal_is_not_remembered() -> None:
    look_up = memoized(lambda value: int(str(value)))
    for _ in range(2):
        with pytest.raises(ValueError, match="甲"):
            look_up("甲")


def test_the_same_text_in_two_fields_keeps_their_rules_apart() -> None:
    document, _ = parse(case_text(people="2024", date="2024", district="draft"), "x.md")
    assert document is not None
    fields, problems = validate(document, CaseFields)
    assert problems == []
    assert fields is not None
    assert (fields.people and fields.people.count, str(fields.date), fields.district) == (
        2024,
        "2024",
        "draft",
    )
    assert fields.status is Status.PUBLISHED
