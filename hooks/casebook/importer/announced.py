"""The announced number: how many cases a bulletin says that it has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from casebook.importer.bulletin_words import HAN_NUMBER, normalized, number_in

_NUMBER = rf"(?P<count>(?<![0-9.])[0-9]{{1,3}}|{HAN_NUMBER}|两)"
_MEASURE = "(?:大|个|起|件|则|例|宗|批|桩)"
_CASES = "(?:案|通报|谣言|团伙|窝点|违法)"
_ANNOUNCED = re.compile(
    rf"{_NUMBER}{_MEASURE}[^，。：；0-9]{{0,40}}?{_CASES}"
    rf"|(?:公布|通报|发布|选取|曝光|公开|披露|晒出|推出|精选)(?:了|出)?(?:以下|如下|这|上述)?"
    rf"{_NUMBER.replace('count', 'told')}{_MEASURE}"
)
_TOTAL = re.compile(
    "(?:共|累计|先后|已|成功|依法)?(?:侦破|破获|查处|侦办|办理|打掉|立案|捣毁)[^，。；]{0,16}$|(?:累计|共计?)$|第$"
)
"""What stands before the number of a total, which is no announcement."""
_PRESENTS = re.compile("公布|通报|发布|选取|曝光|公开|披露|晒|推出|精选|典型|案例|如下|现将")
_ONE_STORY = re.compile("(?:侦破|破获|查处|侦办|打掉|捣毁|摧毁|端掉)了?一(?:起|个|名|处)")


def announced_count(texts: Iterable[str]) -> int | None:
    """The number of cases that the title or lead announces; None if it announces none.

    Totals of a campaign (破获案件300余起) are none.
    """
    found = (
        count
        for number, text in enumerate(texts)
        for count in _counts(normalized(text), number < _HEADLINES)
    )
    return next(found, None)


_HEADLINES = 3
"""Lines at the beginning that can be the headline."""


def _counts(plain: str, may_be_headline: bool) -> Iterator[int]:
    is_headline = may_be_headline and "。" not in plain
    for match in _ANNOUNCED.finditer(plain):
        count = number_in(match["count"] or match["told"])
        sentence = re.split("[。；]", plain[: match.start()])[-1]
        rest = re.split("[。；]", plain[match.start() :])[0]
        is_total = _TOTAL.search(sentence) is not None and not is_headline
        if count > 1 and not is_total and (is_headline or _PRESENTS.search(sentence + rest)):
            yield count


def tells_one_story(title: str) -> bool:
    """Whether a title announces a single case: 破获一起……案."""
    return bool(_ONE_STORY.search(normalized(title)))


def presents(text: str) -> bool:
    """Whether a title or lead speaks of several cases that follow."""
    return bool(_SEVERAL.search(normalized(text)))


_SEVERAL = re.compile(
    "案例|典型案|通报|公布|曝光|披露|晒|各案|战报|汇编|[0-9一二两三四五六七八九十]+(?:起|件|则|例)[^，。]{0,12}案|一批"
)
