"""Wording: the terms for persons and measures at each stage.

Source: 刑事诉讼法; 犯罪嫌疑人 until 提起公诉, 被告人 from then on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.checks import guilt
from casebook.checks.prose import case_texts
from casebook.checks.stages import is_dropped
from casebook.content.contents import Case, Content
from casebook.names.finding import Finding

_ACCUSED = re.compile("被告人(?<!嫌疑人、被告人)(?<!民事诉讼被告人)(?!、犯罪嫌疑人|有权)")
_TRIED = re.compile(
    r"犯罪嫌疑人(?=[^，。；\n]{0,12}(?:出庭|受审|当庭|庭审中|被判|获刑|一审|上诉|被宣判|认罪认罚))"
)
_SUSPECT, _PARTY = re.compile("(?<!违法)犯罪嫌疑人|(?<!原审)被告人|嫌犯"), "当事人"
_CRIMINAL = {
    "犯罪嫌疑人": "违法行为人", "被告人": "违法行为人", "刑事拘留": "行政拘留", "刑拘": "行政拘留",
    "刑事强制措施": "行政处罚", "移送起诉": "行政处罚", "移送审查起诉": "行政处罚",
    "批准逮捕": "行政处罚", "取保候审": "行政处罚", "提起公诉": "行政处罚",
}  # fmt: skip
_CRIMINAL_WORD = re.compile(
    r"(?:犯罪嫌疑人(?<!违法犯罪嫌疑人)|刑事拘留|刑拘|刑事强制措施|移送(?:审查)?起诉|批准逮捕|取保候审|提起公诉|被告人)"
    r"|涉嫌[一-鿿、]{2,24}?罪(?<!犯罪)(?![犯行名嫌])"
)
_NEGATED = re.compile(r"(?:不|未|尚未|没有|无需|撤销|不予|并非|不符合)[一-鿿]{0,4}\Z")


def roles_as_of_the_step(content: Content, text: str) -> Iterator[Finding]:
    """A person not yet charged is not called 被告人, a person on trial not 犯罪嫌疑人."""
    if not isinstance(content, Case) or content.stage.is_administrative:
        return
    if "被告人" in text and not content.stage.is_before_court:
        for match in _ACCUSED.finditer(text):
            yield guilt.finding("wording-role", text, *match.span(), guilt.SUSPECT)
    for match in _TRIED.finditer(text):
        if content.stage.is_before_court:
            yield guilt.finding("wording-role-late", text, *match.span(), "被告人")


def ended_cases_have_no_suspect(content: Content, text: str) -> Iterator[Finding]:
    """A case that ended without a guilty verdict calls nobody a suspect or an accused person."""
    if not isinstance(content, Case) or not content.stage.is_ended:
        return
    for match in _SUSPECT.finditer(text):
        found = {"found": match[0], "earlier": content.stage.value, "expected": _PARTY}
        yield Finding("wording-ended", *match.span(), found)


def penalties_are_no_crimes(content: Content, text: str) -> Iterator[Finding]:
    """A case with administrative stages only uses no term of criminal procedure."""
    if not isinstance(content, Case) or not guilt.is_administrative(content):
        return
    if is_dropped(content, text):  # an offence that is no crime may have been taken for one
        return
    for start, words in case_texts(content, text):
        for match in _CRIMINAL_WORD.finditer(words):
            if not _NEGATED.search(words, max(0, match.start() - 8), match.start()):
                right = _CRIMINAL.get(match[0], "违反治安管理")
                found = {"found": match[0], "expected": right}
                place = (start + match.start(), start + match.end())
                yield Finding("wording-administrative", *place, found)


OF_PERSONS = (*guilt.RULES, roles_as_of_the_step, ended_cases_have_no_suspect)
"""The rules that apply to any text, and not only to title, summary, notes and body."""

RULES = (*OF_PERSONS, penalties_are_no_crimes)
