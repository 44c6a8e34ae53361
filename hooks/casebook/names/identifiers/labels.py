"""Labelled values: what stands between the name of an account or a document and its value."""

# ruff: noqa: E501 - a pattern stays in one piece

from __future__ import annotations

import re

NO_COUNT = r"(?![0-9A-Za-z_*×＊]| ?[余多]?(?:[万亿元条次个群台张部年月日岁人家位款版本册页套%]|名(?!下)))(?!余|多个|[.]\d)"
"""After a value: no more of it, no mask, and no unit that makes it a quantity."""
GIVEN = r"\s?(?:(?:[:：=|/为是系叫]|分别为|就是){1,2}\s?)?[“\"‘「『（(\[【@]{0,2}\s?"
"""Between the name and the value."""
DATE = re.compile("20[0-9]{2}[-.]?(?:0[1-9]|1[0-2])[-.]?[0-3][0-9]")
"""A day in digits, which is no account and no number."""
_MASKED = re.compile("[某×＊*○〇□]|[xX]{2}")
_OFFICES = "公安|网警|警方|警察|交警|派出所|官方|法院|检察|政府|反诈|网信|消防|司法|网安|共青团|日报|晚报|电视台|央视|新华社|人民网"
_OFFICE = re.compile(
    f"[^被向遭由经的在到说]{{0,6}}?(?:{_OFFICES})|[一-鿿]{{2,8}}发布(?![一-鿿])|平安[一-鿿]{{2,3}}(?![一-鿿])"
)
_OF_OFFICE = re.compile(f"(?:{_OFFICES}|机关|局|支队|大队)(?:的|官方|政务|新浪|腾讯)?\\Z")


def is_masked(value: str) -> bool:
    """Whether signs of masking stand in a value."""
    return bool(_MASKED.search(value))


def is_of_office(text: str, start: int, value: str = "") -> bool:
    """Whether a value at `start` is the account of an office, by itself or the words before it."""
    return bool(_OFFICE.match(value) or _OF_OFFICE.search(text, max(0, start - 12), start))
