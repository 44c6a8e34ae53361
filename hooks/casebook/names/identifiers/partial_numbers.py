"""Partial numbers: masked ones that still tell a birthday, and those told in parts."""

# ruff: noqa: E501 - a pattern stays in one piece

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import luhn

from casebook.names.finding import Finding
from casebook.names.identifiers.masking import hidden_match, hidden_span
from casebook.names.identifiers.number_kinds import MOBILE, is_day

_HALF_MASKED = re.compile(
    r"(?<![0-9*])[0-9*Xx]{6}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[*Xx]{2,4}[0-9Xx]{0,2}(?![0-9*])"
)
_MASK_UNDONE = re.compile(
    r"(?<![0-9])(?P<head>[0-9][0-9 -]{1,14})(?P<mask>[*×xX]{2,12})(?P<tail>[0-9 -]{0,12})(?![0-9*])[^。\n]{0,24}?(?:中间|[*×xX]{2,12}[为是]|隐去|隐藏|遮|打码|星号|省略|完整|其余|缺|前|后|末|另外)[^。\n0-9]{0,10}(?P<rest>[0-9]{2,12})(?![0-9])"
)
_PLACES = "(?:开头|号段|前|出生|中间|中|后|末|尾号(?=前)|尾|最后)"
_PART = re.compile(
    f"(?P<place>{_PLACES})(?:前|日期|年月日?)?(?:[一二三四五六七八九十两几]{{1,2}}|[0-9]{{1,2}}(?=位))?[位号]?的?(?:数字|号码)?[为是:：]?\\s?(?P<digits>[0-9]{{3,16}})(?![0-9])"
    "|(?<![0-9])(?P<ahead>[0-9]{3,8})(?:在|为|是|打)?(?P<behind>开头|头|中间|结尾|尾)"
)
_HEAD = re.compile("(?<![0-9])1[3-9][0-9](?:[ -]?[0-9]{4})?(?![0-9])")
"""The first digits of a mobile number, whose last ones follow apart."""


def partial_numbers(text: str) -> Iterator[Finding]:
    """A text tells no masked identity number with its birthday, and no number part by part."""
    if "**" in text or "xx" in text or "XX" in text or "××" in text:
        for match in _HALF_MASKED.finditer(text):
            yield hidden_match("birthday-shown", match)
        yield from _masks_undone(text)
    if "位" in text or "尾" in text:
        yield from _told_in_parts(text)


def _masks_undone(text: str) -> Iterator[Finding]:
    """The masked numbers whose masked digits the sentence gives."""
    for match in _MASK_UNDONE.finditer(text):
        if len(match["rest"]) == len(match["mask"]):
            number = re.sub("[ -]", "", match["head"] + match["rest"] + match["tail"])
            kind = "mobile-number" if MOBILE.fullmatch(number) else "document-number"
            yield hidden_match(kind, match)


def _told_in_parts(text: str) -> Iterator[Finding]:
    """The numbers whose first, middle and last digits a sentence gives one by one."""
    for sentence in re.finditer("[^。；\n]+", text):
        parts = sorted(_PART.finditer(text, *sentence.span()), key=_place_of_part)
        heads = list(_HEAD.finditer(text, *sentence.span())) if parts else []
        for told in (parts, *([head, *parts] for head in heads)):
            digits = "".join(map(_digits_of_part, told))
            if len(told) > 1 and (code := _kind_of_told(digits, sentence[0])):
                start, end = min(one.start() for one in told), max(one.end() for one in told)
                yield hidden_span(code, text, start, end)
                break


def _kind_of_told(digits: str, sentence: str) -> str:
    """The code of a number whose parts a sentence tells; empty if they are none."""
    if MOBILE.fullmatch(digits):
        return "mobile-number"
    if len(digits) == 18 and is_day(digits[6:14]):
        return "identity-number"
    is_card = 15 <= len(digits) <= 19 and digits[0] in "3456"
    return "bank-card" if is_card and ("卡" in sentence or luhn.is_valid(digits)) else ""


def _digits_of_part(part: re.Match[str]) -> str:
    groups = part.groupdict()
    return re.sub("[ -]", "", groups.get("digits") or groups.get("ahead") or part[0])


def _place_of_part(part: re.Match[str]) -> int:
    """The order of a part: the first digits, those in the middle, the last ones."""
    place = part["place"] or part["behind"]
    is_first = place in ("开头", "头", "号段", "前") or part[0].startswith("尾号前")
    return 0 if is_first else 1 if place[0] in "出中" else 2
