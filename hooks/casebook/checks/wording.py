"""Wording: the presumption of innocence, and the terms for persons at each stage.

Source: 刑事诉讼法 article 12; 犯罪嫌疑人 until 提起公诉, 被告人 from then on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.checks.finding import Finding
from casebook.checks.prose import case_texts
from casebook.content.contents import Bulletin, Case, Content
from casebook.content.stage import Stage

_SUSPECT, _OFFENDER = "犯罪嫌疑人", "违法行为人"

_GUILTY = {
    "罪犯": "(?!罪|人|规|法)",
    "犯罪分子": "",
    "犯人": "(?<![侵冒触罪违防再]犯人)",
    "凶手": "(?<!行凶手)(?!段|法|机|持|中)",
    "主犯": "(?<![自公业民]主犯)(?!罪|错|下|了)",
    "从犯": "(?<!服从犯)(?!罪|错)",
    "首犯": "(?!罪|错)",
    "惯犯": "(?!罪)",
    "案犯": "(?!罪|下|了|有|案)",
    "逃犯": "(?!罪)",
    "嫌犯": "(?<!涉嫌犯)(?!罪)",
    "嫌疑犯": "(?!罪)",
    "作案分子": "",
    "犯罪团伙成员": "",
}
"""Words that call a person guilty, and patterns of what must not be beside them."""
_DEEDS = {
    "罪名成立": "涉嫌……罪",
    "罪行": "涉嫌的犯罪事实",
    "罪证": "证据",
    "畏罪潜逃": "潜逃",
    "畏罪自杀": "自杀",
    "畏罪": "逃避侦查",
    "罪大恶极": "涉嫌……罪",
    "罪有应得": "依法处理",
    "罪责难逃": "依法处理",
    "恶贯满盈": "涉嫌……罪",
}
_DEED_CONTEXT = {"罪行": "(?!为|动|业|径|程)", "罪证": "(?!据|人|明|实)"}
_NEUTRAL = {
    "赃款": "涉案资金", "赃物": "涉案财物", "供认不讳": "到案", "如实供述": "到案",
    "落入法网": "被抓获", "绳之以法": "依法处理", "难逃法网": "被抓获",
}  # fmt: skip
"""Words that presume a verdict."""
_PRESUMED = re.compile(
    "|".join(
        [word + beside for word, beside in sorted(_GUILTY.items(), key=lambda item: -len(item[0]))]
        + [word + _DEED_CONTEXT.get(word, "") for word in (*_DEEDS, *_NEUTRAL)]
    )
)
_COMMITTED = re.compile(
    r"犯(?<![侵触防违冒嫌罪共再初预重累主从首惯案逃疑]犯)(?![罪人规前本])"
    r"(?P<rest>[下了有]?(?P<charge>[一-鿿、]{2,24}?罪))(?<!犯罪)(?![犯行恶证嫌])"
)

_ACCUSED = re.compile("被告人(?<!嫌疑人、被告人)(?<!民事诉讼被告人)(?!、犯罪嫌疑人|有权)")
_TRIED = re.compile(
    r"犯罪嫌疑人(?=[^，。；\n]{0,12}(?:出庭|受审|当庭|庭审中|被判|获刑|一审|上诉|被宣判|认罪认罚))"
)
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


def presumption_of_innocence(content: Content, text: str) -> Iterator[Finding]:
    """Before a judgment is in force no case and no bulletin's lead calls a person guilty."""
    if not isinstance(content, Case | Bulletin) or _is_judged(content):
        return
    person = _OFFENDER if _is_administrative(content) else _SUSPECT
    for match in _PRESUMED.finditer(text):
        if match[0] in _NEUTRAL:
            yield _finding("wording-neutral", match, match[0], _NEUTRAL[match[0]])
        else:
            yield _finding("wording-guilt", match, match[0], _DEEDS.get(match[0], person))
    if not (isinstance(content, Case) and content.stage is Stage.FIRST_JUDGMENT):
        for match in _COMMITTED.finditer(text):
            yield _finding(
                "wording-guilt", match, match[0], f"涉嫌{match['charge'].lstrip('下了有')}"
            )


def roles_as_of_the_step(content: Content, text: str) -> Iterator[Finding]:
    """A person not yet charged is not called 被告人, a person on trial not 犯罪嫌疑人."""
    if not isinstance(content, Case) or content.stage.is_administrative:
        return
    if "被告人" in text and content.stage.order < Stage.CHARGED.order:
        for match in _ACCUSED.finditer(text):
            yield _finding("wording-role", match, match[0], _SUSPECT)
    for match in _TRIED.finditer(text):
        if content.stage.order >= Stage.CHARGED.order:
            yield _finding("wording-role-late", match, match[0], "被告人")


def penalties_are_no_crimes(content: Content, text: str) -> Iterator[Finding]:
    """A case with administrative stages only uses no term of criminal procedure."""
    if not isinstance(content, Case) or not _is_administrative(content):
        return
    for start, words in case_texts(content, text):
        for match in _CRIMINAL_WORD.finditer(words):
            if not _NEGATED.search(words, max(0, match.start() - 8), match.start()):
                right = _CRIMINAL.get(match[0], "违反治安管理")
                found = {"found": match[0], "expected": right}
                place = (start + match.start(), start + match.end())
                yield Finding("wording-administrative", *place, found)


def _finding(code: str, match: re.Match[str], found: str, right: str) -> Finding:
    return Finding(code, *match.span(), {"found": found, "expected": right})


def _is_judged(content: Case | Bulletin) -> bool:
    return isinstance(content, Case) and content.stage.is_judged


def _is_administrative(content: Case | Bulletin) -> bool:
    """Whether all stages of a case are administrative."""
    if isinstance(content, Bulletin):
        return False
    fields = content.fields
    return fields.stage.is_administrative and all(
        update.stage.is_administrative for update in fields.updates
    )


OF_PERSONS = (presumption_of_innocence, roles_as_of_the_step)
"""The rules that apply to any text, and not only to title, summary, notes and body."""

RULES = (presumption_of_innocence, roles_as_of_the_step, penalties_are_no_crimes)
