"""Stage phrases: the stage of a case by the phrases of its text."""

from __future__ import annotations

import re

from casebook.importer.bulletin_words import normalized
from casebook.importer.extracted_value import Extracted, sentence_at
from casebook.proceedings.stage import Stage

_STATED = (
    (Stage.FINAL_JUDGMENT, "终审|判决(?:已经?|现已|已)?生效|二审(?:维持|裁定)"),
    (Stage.FIRST_JUDGMENT, "一审判决|判决|被判处|判处(?!.{0,6}以下)|获刑|宣判"),
    (Stage.CHARGED, "提起公诉|被起诉"),
    (Stage.TRANSFERRED, (
        "移送(?:至|到)?(?:人民|[一-鿿]{0,8})?(?:检察(?:院|机关))?(?:依法)?(?:审查)?起诉|"
        "移送检察|移诉"
    )),
    (Stage.MEASURES, "强制措施|刑事措施|逮捕|取保候审|监视居住"),
    (Stage.DETAINED, "刑事拘留|刑拘"),
    (Stage.PENALTY, (
        "行政拘留|治安拘留|行政处罚|治安处罚|治安管理处罚|"
        "拘留[一二三四五六七八九十0-9]+日|处以?罚款|处以?警告|批评教育|训诫"
    )),
    (Stage.CLEARED, "侦破|破获|抓获|打掉|捣毁|摧毁|归案|落网|查获|查处|查明|铲除|侦办|挽回|止付"),
    (Stage.FILED, "立案|侦查|侦办|接报|报案|报警"),
)  # fmt: skip
"""The stages, the latest first, with the patterns that state them."""
_NOT_YET = re.compile(
    "(?:将|拟|尚未|未|待|准备|建议|可|应|可能|最高|以下|以上|面临)(?:被|依法|予以)?$"
)
_QUOTED = re.compile("“[^”]{0,80}”|《[^》]{0,60}》")
ALSO_BEFORE = re.compile(
    "(?:这|上述|以上)(?P<n>[两二三四五六七八九十0-9]+)(?:起|个)?(?:案件?|案)(?:均|都|"
    "也)?[^。]{0,30}"
)
"""A sentence on several cases, including previous ones."""


def stage_of(text: str) -> Extracted[Stage] | None:
    """The latest stage that a text states as reached; None if it states none."""
    plain = _QUOTED.sub(lambda match: "□" * len(match[0]), normalized(text))
    for stage, words in _STATED:
        for match in re.finditer(words, plain):
            if not _NOT_YET.search(plain[max(0, match.start() - 6) : match.start()]):
                certain = stage not in (Stage.CLEARED, Stage.FILED)
                return Extracted(stage, sentence_at(text, match.start()), certain)
    return None
