"""Sections of a case: the labels that bulletins put before its parts."""

from __future__ import annotations

import re

from casebook.importer.bulletin_words import NUMBER, normalized

_ABOUT = (
    "案情|案件|案例|事件|事实|经过|经纬|起因|始末|过程|情况|结果|处理|处罚|处置|查处|审理|裁判|判决|裁决|诉讼|起诉|"
    "意义|评析|点评|分析|解析|解读|启示|影响|侦办|侦破|侦查|办案|作案|手法|手段|定性|依据|理由|要旨|关键词|亮点|成效|"
    "说法|说理|析案|提示|提醒|警示|建议|寄语|法条|链接|普法|释法|防范|法律"
)
_TIPS = "说法|提示|提醒|警示|建议|寄语|法条|链接|普法|释法|防范|法律依据|法律知识|法律规定"
_LEAD = rf"(?:[（(]?(?:{NUMBER}|[①-⑳])[）)]?\s*[、.．:：]?\s*)?"
_WORDS = rf"(?:(?![局某省市县区])[一-鿿]){{0,5}}(?:{_ABOUT})[一-鿿]{{0,3}}"
_BRACKETED = re.compile(
    rf"{_LEAD}[【\[〖《〔（(]\s*(?P<name>{_WORDS})\s*[】\]〗》〕）)]\s*[:：]?\s*"
)
_ALONE = re.compile(rf"{_LEAD}(?P<name>{_WORDS})\s*[:：]?$")
_RUN_IN = re.compile(
    rf"{_LEAD}(?P<name>[一-鿿]{{0,2}}(?:{_ABOUT})[一-鿿]{{0,2}})(?:\s*[:：]\s*|\s+)"
)
_CASE = re.compile("(?<!基本)(?<!简要)(?<!主要)案(?:件|例)?$")
"""The end of a title of a case, which is no label."""
_LONGEST = 14
"""Maximum characters of a label on a line of its own."""


def section_label(text: str) -> str | None:
    """The label at the beginning of a text, as printed: 【基本案情】, 处理结果：; None if none."""
    plain = normalized(text)
    match = _BRACKETED.match(plain) or _RUN_IN.match(plain)
    if match is None and len(plain) <= _LONGEST:
        match = _ALONE.match(plain)
    if match is None or _CASE.search(match["name"]):
        return None
    return text[: match.end()]


def is_advice(label: str) -> bool:
    """Whether a label opens advice or texts of law, which belong to no case."""
    return bool(re.search(_TIPS, label))
