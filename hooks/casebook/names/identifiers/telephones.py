"""Fixed-line telephones of persons, and numbers abroad; those of offices and firms are public."""

# ruff: noqa: E501 - a pattern stays in one piece

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.names.finding import Finding
from casebook.names.identifiers.digit_runs import ASCII_DIGITS, DIGITS
from casebook.names.identifiers.masking import hidden_match

_GAP = "[ ()（）—–‐·.-]{0,3}"
_NUMBER = re.compile(
    rf"(?<![{DIGITS}.-])(?:[(（]?[0０〇零洞][{DIGITS}]{{2,3}}{_GAP})?[{DIGITS}]{{3,4}}{_GAP}[{DIGITS}]{{4}}(?![{DIGITS}])"
)
_SUBSCRIBER = re.compile("(?:0[1-9][0-9]{1,2})?[2-8][0-9]{6,7}")
_TELEPHONE = re.compile("电话|座机|固话|宅电|家电|联系方式|号码|来电")
_FIXED_LINE = re.compile("座机|固话|固定电话|宅电|家电")
"""Telephones that are somebody's, unless an office or a firm is named."""
_OWNED = re.compile("(?:家[中里]?|住[处宅])\\Z")
_NAMED = re.compile("(?:电话|座机|固话|宅电|家电|号码)(?:号码?)?[:：为是系“（( ]{0,3}\\Z")
_PERSON = (
    "家庭|家中|家里|家属|住宅|宅电|住处|事主|受害人|被害人|受害者|被害者|报[案警]人|嫌疑人|被告人|当事人"
    "|举报人|证人|机主|户主|失主|房主|本人|某[某甲乙丙]?|女士|先生|老人|父母|父亲|母亲|爸|妈|住家|家人|老家|妻子|丈夫|儿子|女儿|邻居|亲属|其(?![他中余它次实])"
)
_OFFICE = (
    "(?:举报|报警|值班|咨询|征订|投诉|服务|监督|客服|办公|公开|救助|求助|反诈|维权|预约|订票|总机|前台)(?:电话|热线|号码)"
    "|热线|公布|传真|总机|前台|客服|公安局|派出所|支队|大队|分局|公司|医院|学校|政府|法院|检察院|编辑部|记者|民警|警方|酒店|宾馆|单位|企业|商家|店|平台|物业"
)
_OWNER = re.compile(f"(?P<person>{_PERSON})|(?P<office>{_OFFICE})")
_OUT_OF_USE = re.compile("[^，。；\n]{0,6}(?:停用|停机|关机|无人接听|打不通|欠费|销号)")
_ABROAD = re.compile(
    r"(?<![0-9A-Za-z+])(?:\+|00)(?!86|0)[1-9][0-9]{0,2}[ -]?[0-9](?:[ -]?[0-9]){6,11}(?![0-9A-Za-z])"
)
_CALLED = re.compile(
    "(?:手机|电话|机号|号码|来电|短信|显示|WhatsApp|Telegram)[:：为是“（( ]{0,3}\\Z"
)


def telephones(text: str) -> Iterator[Finding]:
    """A text contains no fixed-line telephone of a person and no telephone abroad."""
    if _TELEPHONE.search(text):
        for match in _NUMBER.finditer(text):
            if _is_of_person(text, *match.span()):
                yield hidden_match("home-telephone", match)
    if "+" in text or "00" in text:
        for match in _ABROAD.finditer(text):
            if _CALLED.search(text, max(0, match.start() - 12), match.start()):
                yield hidden_match("mobile-number", match)


def _is_of_person(text: str, start: int, end: int) -> bool:
    """Whether a span is a telephone number that the words around give to a person.

    The nearest owner before it counts, or else one after it.
    """
    digits = re.sub("[^0-9]", "", text[start:end].translate(ASCII_DIGITS))
    before = re.split("[。；\n]", text[max(0, start - 30) : start])[-1]
    is_named = _NAMED if digits[0] != "0" else _TELEPHONE
    is_owned = digits[0] == "0" and _OWNED.search(before)
    if not _SUBSCRIBER.fullmatch(digits) or not (is_owned or is_named.search(before)):
        return False
    owners = [match.lastgroup for match in _OWNER.finditer(before)]
    if owners:
        return owners[-1] == "person"
    after = re.split("[。；\n]", text[end : end + 20])[0]
    owner = _OWNER.search(after)
    if owner:
        return owner.lastgroup == "person"
    return bool(_FIXED_LINE.search(before) or _OUT_OF_USE.match(after))
