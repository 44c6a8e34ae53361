"""Numerals: numbers as word processors write them."""

from __future__ import annotations

import pytest

from casebook.importer.readers.numerals import circled, han, written


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "零"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九"),
        (100, "一百"), (101, "一百零一"), (110, "一百一十"), (1001, "一千零一"),
        (1010, "一千零一十"), (1100, "一千一百"), (10000, "一万"), (10005, "一万零五"),
        (123456, "一十二万三千四百五十六"),
    ],
)  # fmt: skip
def test_chinese_numbers_are_written_out(number: int, expected: str) -> None:
    assert written(number, "chineseCountingThousand") == expected


@pytest.mark.parametrize(
    ("form", "number", "expected"),
    [
        ("decimal", 7, "7"),
        ("unheardOf", 7, "7"),
        ("none", 7, ""),
        ("bullet", 7, ""),
        ("decimalZero", 7, "07"),
        ("decimalFullWidth", 12, "１２"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographLegalTraditional", 3, "參"),
        ("ideographDigital", 2025, "二〇二五"),
        ("ideographTraditional", 11, "甲"),
        ("ideographZodiac", 12, "亥"),
        ("ideographZodiacTraditional", 2, "乙丑"),
        ("ideographEnclosedCircle", 2, "㊁"),
        ("ideographEnclosedCircle", 11, "十一"),
        ("decimalEnclosedParen", 21, "(21)"),
        ("decimalEnclosedFullstop", 21, "21."),
        ("upperLetter", 28, "BB"),
        ("upperLetter", 0, ""),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("upperRoman", 0, "0"),
        ("ordinal", 12, "12th"),
        ("ordinal", 22, "22nd"),
        ("numberInDash", 3, "- 3 -"),
        ("chineseCounting", -3, "-3"),
        ("chineseCounting", 10**9, "1000000000"),
    ],
)
def test_every_form_is_written(form: str, number: int, expected: str) -> None:
    assert written(number, form) == expected


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "⓪"), (1, "①"), (20, "⑳"), (21, "㉑"), (36, "㊱"), (51, "51")]
)
def test_numbers_in_circles_go_to_fifty(number: int, expected: str) -> None:
    assert circled(number) == expected


def test_other_digits_and_units_are_taken() -> None:
    assert han(205, "零壹贰叁肆伍陆柒捌玖", "拾佰仟") == "贰佰零伍"
