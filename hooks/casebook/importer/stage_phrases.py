"""Stage phrases: the step at which a case is by the phrases of its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casebook.importer.bulletin_words import normalized
from casebook.importer.extracted_value import Extracted, sentence_at
from casebook.law.proceedings.stage import Stage
from casebook.law.proceedings.statements import STRONG, Statement, furthest, is_mixed, statements
from casebook.law.proceedings.steps import Step

_QUOTED = re.compile("“[^”]{0,80}”|《[^》]{0,60}》")
_CLAUSE = re.compile("[^，。；！？\n]+")
ALSO_BEFORE = re.compile(
    "(?:这|上述|以上)(?P<n>[两二三四五六七八九十0-9]+)(?:起|个)?(?:案件?|案)(?:均|都|"
    "也)?[^。]{0,30}"
)
"""A sentence on several cases, including previous ones."""
_NO_STEPS = re.compile(
    "(?m:^[^，。；：\n]{0,8}(?:法院|法庭|一审|裁判|审判)(?:的)?(?:判决|结果|裁判|宣判|审理|情况)[^，。；：\n]{0,4}$)"
    "|责令(?:[^，。；\n]{0,6})(?:改正|整改)(?=[^。；\n]{0,6}(?:仍|拒不|未改|不改|后再))"
)
"""Headings of parts of a text, and orders that were told before and came to nothing."""
_VAGUE = (Stage.CLEARED, Stage.FILED, None)
"""Stages that a text rather leaves open than states."""
_ON_THINGS = frozenset(
    (
        "penalty-confiscation",
        "penalty-suspension",
        "penalty-licence",
        "penalty-warning",
        "order-correct",
        "educated",
    )
)
"""Measures that beside suspects who were caught are none against them."""
_SUSPECT = re.compile("犯罪嫌疑人|嫌犯|犯罪团伙|抓获|落网")
_FIRM = re.compile("公司|平台|网站|企业|单位|机构|酒店|网吧|店|账号")
_NAMES = re.compile("[一-鿿]某(?:某|[甲乙丙丁])?")
_COUNT = re.compile("([0-9]+|[一二两三四五六七八九十]+)余?(?:名|人)")
_OF_CASE = re.compile(
    "该?案件?(?=[^，。；]{0,8}(?:移送|提起|审|判|侦))|上述|均|全部|全案|等人|一并"
)


def step_of(text: str) -> Extracted[Step] | None:
    """The furthest step that a text states as taken; None if it states none.

    It is uncertain where only a clearing is stated, where several decisions are, and where
    suspects are at different stages.
    """
    plain = _unquoted(text)
    found = [*statements(plain)]
    last = furthest(found)
    if last is None:
        return None
    caught = next((one for one in found if one.stage is Stage.CLEARED), None)
    if caught and _is_less(last, plain):
        last = caught
    is_certain = (
        last.stage not in _VAGUE and not is_mixed(found) and not _is_split(last, found, plain)
    )
    return Extracted(last.step, sentence_at(text, last.start), is_certain)


def _is_less(last: Statement, plain: str) -> bool:
    """Whether a step tells less of the suspects than that they were caught."""
    if last.stage is Stage.FILED:
        return True
    return last.step.key in _ON_THINGS and _SUSPECT.search(plain) is not None


def _is_split(last: Statement, found: Sequence[Statement], plain: str) -> bool:
    """Whether other suspects are at another stage than the furthest."""
    return any(_is_of_others(one, last, plain) for one in found if _differs(one, last))


def _differs(one: Statement, last: Statement) -> bool:
    return one.weight == STRONG and one.stage not in (last.stage, Stage.FILED, Stage.CLEARED, None)


def _is_of_others(one: Statement, last: Statement, plain: str) -> bool:
    """Whether a statement is on others than the furthest one is."""
    here, there = _clause(plain, one.start), _clause(plain, last.start)
    if one.step.track is not last.step.track:
        return not (_FIRM.search(here) or one.stage is last.stage)
    is_judged = last.stage is Stage.FINAL_JUDGMENT and one.stage is Stage.FIRST_JUDGMENT
    if one.start > last.start and not is_judged:
        return True
    if is_judged or _OF_CASE.search(there):
        return False
    names, others = set(_NAMES.findall(here)), set(_NAMES.findall(there))
    count, other = _COUNT.search(here), _COUNT.search(there)
    has_other_count = bool(count and other and count[1] != other[1])
    return has_other_count or bool(names and others and names.isdisjoint(others))


def _clause(plain: str, place: int) -> str:
    return next((one[0] for one in _CLAUSE.finditer(plain) if one.start() <= place < one.end()), "")


def stage_in_clause(text: str, place: int) -> Stage | None:
    """The stage that the clause or else the sentence around a character states; None if none."""
    plain = _unquoted(text)
    for part in (_clause(plain, place), sentence_at(plain, place)):
        if (last := furthest(statements(part))) and last.step.stage:
            return last.step.stage
    return None


def _unquoted(text: str) -> str:
    """The text with quotations and what is no step blanked out, at unchanged positions."""
    plain = _QUOTED.sub(_blank, normalized(text))
    return _NO_STEPS.sub(_blank, plain)


def _blank(match: re.Match[str]) -> str:
    return "□" * len(match[0])
