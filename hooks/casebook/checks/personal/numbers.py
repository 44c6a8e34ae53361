"""Numbers that identify a person: identity numbers, telephones, bank cards, codes of firms.

Every run of digits is matched once and classified by its length, groups and check digit.
Sources: GB 11643 and ISO 7064 MOD 11-2 (identity), GB 32100 (firms), ISO/IEC 7812 (cards).
"""

# ruff: noqa: E501 - a pattern stays in one piece

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from stdnum import luhn
from stdnum.cn import ric, uscc
from stdnum.exceptions import ValidationError

from casebook.checks.finding import Finding
from casebook.checks.personal.ascii_runs import longest_ascii_run
from casebook.checks.personal.masking import half_hidden

_SHORTEST = 11
"""Digits of the shortest number that identifies a person in any context."""
_RUN = re.compile(r"[0-9][0-9 -]{9,}+[Xx]?")
"""Digits, or groups of digits separated by spaces or hyphens."""
_GROUP = re.compile(r"[0-9]++[Xx]?")
_COUNTED = re.compile(
    r" ?(?:[余多]?[万亿元条次个名年月日岁件张部台枚只份家笔组起户美港吨人]|余|多个|[%％℃]|[kKMG]B)|\.[0-9]"
)
"""Units after a number that make it a quantity."""
_BEFORE_FRACTION = re.compile(r"[0-9]\.\Z")
_LATIN = re.compile(r"[A-Za-z_]+\Z")
_CALL = re.compile(r"(?i)(?:tel|phone|mobile|mob|call|vx|wx|qq|id|no)\Z")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_MOBILE_GROUPS = {(11,), (3, 4, 4), (3, 8), (7, 4), (4, 3, 4), (3, 3, 5), (5, 6), (2, 11)}
_CARD_GROUPS = {(6, 13), (6, 10), (4, 15), (4, 12)}
_IDENTITY_LABEL = re.compile(
    r"(?:身份证|身份)(?:件?号码?|号)?[ ]?(?:[:：为是]|分别为|系)?[ “\"（(]{0,2}\Z"
)
_CODE = re.compile(r"[1-9ANYany][0-9A-Za-z]{17,}+")
_CODE_STARTS = frozenset(("11", "12", "13", "19", "21", "29", "31", "32", "33", "34", "35", "39", "41", "49", "51", "52", "53", "54", "55", "59", "61", "62", "69", "71", "72", "79", "81", "89", "91", "92", "93", "A1", "A9", "N1", "N2", "N3", "N9", "Y1"))  # fmt: skip
_HALF_MASKED = re.compile(
    r"(?<![0-9*])[0-9*Xx]{6}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[*Xx]{2,4}[0-9Xx]{0,2}(?![0-9*])"
)
_TIMESTAMP = re.compile(r"20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_HOME = re.compile(
    r"(?:家庭|家中|家里|住宅|宅)(?:的)?(?:电话?|座机|固话)(?:号码)?[:：为是 ]{0,2}(?P<number>0\d{2,3}[- ]?\d{7,8}|[2-8]\d{6,7})(?!\d)"
)
_AT_HOME = ("家庭", "家中", "家里", "住宅", "宅电")


class _Group(NamedTuple):
    start: int
    end: int
    digits: str


def numbers(text: str) -> Iterator[Finding]:
    """A text contains no identity, mobile, home telephone or bank card number or code of a firm."""
    if longest_ascii_run(text) >= _SHORTEST:
        yield from _long_numbers(text)
    if "**" in text or "xx" in text or "XX" in text:
        for match in _HALF_MASKED.finditer(text):
            yield _finding("birthday-shown", text, *match.span())
    if any(map(text.__contains__, _AT_HOME)):
        for match in _HOME.finditer(text):
            yield _finding("home-telephone", text, *match.span("number"))


def _long_numbers(text: str) -> Iterator[Finding]:
    for match in _RUN.finditer(text):
        start = match.start()
        groups = [
            _Group(start + one.start(), start + one.end(), one[0])
            for one in _GROUP.finditer(match[0])
        ]
        yield from _findings(text, groups)
    for match in _CODE.finditer(text):
        code = match[0].upper()
        before = text[max(0, match.start() - 1) : match.start()]
        if (
            len(code) == 18
            and not _LATIN.search(before)
            and _is_firm(code)
            and not _is_identity(code)
        ):
            yield _finding("credit-code", text, *match.span())


def _findings(text: str, groups: list[_Group]) -> Iterator[Finding]:
    """The findings in a sequence of groups; no group is part of two findings."""
    first = 0
    while first < len(groups):
        digits, taken = "", 0
        for last in range(first, min(first + 8, len(groups))):
            digits += groups[last].digits
            if len(digits) > 22:
                break
            sizes = tuple(len(group.digits) for group in groups[first : last + 1])
            start, end = groups[first].start, groups[last].end
            if len(digits) >= 11 and (code := _kind(text, start, end, digits.upper(), sizes)):
                yield _finding(code, text, start, end)
                taken = last + 1
                break
        first = max(first + 1, taken)


def _kind(text: str, start: int, end: int, digits: str, sizes: tuple[int, ...]) -> str:
    if len(digits) == 18 and _is_identity(digits):
        return "identity-number"
    before = text[max(0, start - 16) : start]
    if len(digits) in (15, 18) and len(sizes) <= 4 and _IDENTITY_LABEL.search(before):
        is_old = len(digits) == 15 and digits.isdigit() and _is_day(f"19{digits[6:12]}")
        return "identity-number" if is_old or len(digits) == 18 else ""
    if not digits.isdigit() or _COUNTED.match(text, end) or _BEFORE_FRACTION.search(before):
        return ""
    if (latin := _LATIN.search(before)) and not _CALL.search(latin[0]):
        return ""
    if re.match("[A-Za-z_]", text[end : end + 1]):
        return ""
    if _is_mobile(digits, sizes, before):
        return "mobile-number"
    return "bank-card" if _is_card(digits, sizes) else ""


def _is_mobile(digits: str, sizes: tuple[int, ...], before: str) -> bool:
    if digits.startswith("0086") and len(sizes) == 1:
        digits, sizes = digits[2:], (len(digits) - 2,)
    if digits.startswith("86") and len(digits) == 13:
        rest = (11,) if len(sizes) == 1 else sizes[1:] if sizes[0] == 2 else ()
        return bool(_MOBILE.fullmatch(digits[2:])) and rest in _MOBILE_GROUPS
    return bool(_MOBILE.fullmatch(digits)) and sizes in _MOBILE_GROUPS


def _is_card(digits: str, sizes: tuple[int, ...]) -> bool:
    """Whether it can be a bank card by length, groups, issuer's industry (first digit) and Luhn."""
    if not 12 <= len(digits) <= 19 or digits[0] not in "234569" or _TIMESTAMP.match(digits):
        return False
    if (len(digits) == 13 and digits.startswith(("978", "979"))) or len(set(digits)) == 1:
        return False
    fours = len(sizes) >= 3 and all(size == 4 for size in sizes[:-1]) and sizes[-1] <= 4
    if not (len(sizes) == 1 or fours or sizes in _CARD_GROUPS or sizes == (4, 6, 5)):
        return False
    return bool(luhn.is_valid(digits))


def _is_identity(digits: str) -> bool:
    """Whether it has eighteen characters, a date of birth and the check character of GB 11643."""
    if not re.fullmatch(r"[1-9][0-9]{16}[0-9X]", digits):
        return False
    return _is_day(digits[6:14]) and ric.calc_check_digit(digits) == digits[-1]


def _is_day(digits: str) -> bool:
    with suppress(ValueError):
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        return 1850 <= day.year <= 2100
    return False


def _is_firm(code: str) -> bool:
    """Whether it is a unified social credit code of GB 32100: register, region, check character."""
    if code[:2] not in _CODE_STARTS or not code[2:8].isdigit():
        return False
    with suppress(ValidationError, ValueError):
        return bool(uscc.calc_check_digit(code[:-1]) == code[-1])
    return False


def _finding(code: str, text: str, start: int, end: int) -> Finding:
    return Finding(code, start, end, {"found": half_hidden(text[start:end])})
