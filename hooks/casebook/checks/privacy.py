"""Rules on persons: names are masked, and administrative cases show nobody.

Sources: 法释〔2016〕19号 for masking, 治安管理处罚法 (2026) article 136 for sealed records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from casebook.content.library import Case, Content, Library
from casebook.content.problem import Problem

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程魏苏吕丁任"
    "沈姚卢姜崔钟谭陆汪范廖石金韦贾夏付邹熊白孟秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔"
    "向汤温牛巩荆岳于"
)
"""Frequent surnames; a rule that names persons reads no further than these."""

_ROLE = "犯罪嫌疑人|违法嫌疑人|嫌疑人|被告人|被害人|受害人|法定代表人|法人代表|违法行为人"
_AFTER_NAME = "等|、|，|。|；|（|及其|和|与|被|涉嫌|因|在|\\s|$"
_NOT_A_NAME = "于|向|万|任|高|金|成|何"
"""Surnames that are ordinary words just as often: read only where 某 or 等 marks a name."""

_ROLE_NAME = re.compile(
    rf"(?P<role>{_ROLE})(?:[:：])?(?P<name>(?!{_NOT_A_NAME})[{SURNAMES}](?!某)[一-鿿]{{1,2}}?)(?={_AFTER_NAME})"
)
_TITLE_NAME = re.compile(
    rf"(?P<name>[{SURNAMES}](?!某)[一-鿿]{{1,2}})(?=等[人0-9一二三四五六七八九十]|涉嫌)"
)
_TELLING = re.compile(
    rf"(?P<name>[{SURNAMES}]某(?P<last>[一-鿿]))(?=[、，。；（）]|等人|等[0-9一二三四五六七八九十]+[人名])"
)
_KEPT_BY_RULE = frozenset("某甲乙丙丁戊己庚辛壬癸等和与及在被将的")
_MASKED = re.compile(
    rf"(?!{_NOT_A_NAME})[{SURNAMES}]某(?!公司|网|平台|小区|地|市|县|区|校|医院|镇|村)|[于向万任高金何]某某|[于向万任高金何]某(?=[、，。；等]|为|因)"
)
_AGE = re.compile(r"[0-9]{1,3}岁|[男女]，")


def names_masked(library: Library, today: date) -> Iterator[Problem]:
    """A name after a role word or at the head of a title is written as surname and 某, no more."""
    for content in library.contents:
        if isinstance(content, Case) and (match := _TITLE_NAME.match(content.title)):
            yield content.document.problem("name-unmasked-title", ("title",), found=match["name"])
        for where, line, text in _texts(content):
            for match in _ROLE_NAME.finditer(text):
                if "某" not in match["name"]:
                    yield _at(content, where, line, match, "name-unmasked", role=match["role"])
            for match in _TELLING.finditer(text):
                if match["last"] not in _KEPT_BY_RULE:
                    masked = match["name"][:2] + "某"
                    yield _at(content, where, line, match, "name-telling", masked=masked)


def administrative_cases_show_nobody(library: Library, today: date) -> Iterator[Problem]:
    """A case of an administrative penalty names no person, not even masked, and no age."""
    for case in library.cases:
        if not case.stage.is_administrative:
            continue
        for where, line, text in _texts(case):
            for pattern in (_MASKED, _AGE):
                for match in pattern.finditer(text):
                    found = match[0].rstrip("，")
                    yield _at(case, where, line, match, "administrative-person", found=found)


def _texts(content: Content) -> Iterator[tuple[str, int, str]]:
    """The texts of a file: title and summary by field, the body line by line."""
    for where in ("title", "summary"):
        if text := getattr(content.fields, where, None):
            yield where, 0, text
    for line, text in enumerate(content.document.body.split("\n")):
        yield "", line, text


def _at(
    content: Content, where: str, line: int, match: re.Match[str], code: str, **found: object
) -> Problem:
    if where:
        return content.document.problem(code, (where,), **found)
    return content.document.body_problem(code, line, match.start() + 1, **found)


CHECKS = (names_masked, administrative_cases_show_nobody)
