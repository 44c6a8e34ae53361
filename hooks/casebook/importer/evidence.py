"""Evidence: the kinds of facts in a text by which it reads like the report of a case."""

from __future__ import annotations

import re

from casebook.importer.bulletin_words import normalized

SHORTEST = 40
"""Minimum characters of a paragraph of a case."""
_KINDS = {
    "person": (
        "[一-鿿]某|[×*＊xX]{1,2}(?=[一-鿿、，等])|嫌疑人|被告人|行为人|当事人|网民|团伙|"
        "犯罪分子|被害人|受害人|男子|女子|老人"
    ),
    "unit": "公安|警方|民警|警察|警务|网安|网警|派出所|刑侦|反诈|专案组|检察|法院|审判|分局|公司",
    "action": (
        "抓获|抓捕|落网|归案|到案|查处|查获|查明|侦破|破获|侦办|侦查|打掉|捣毁|摧毁|端掉|立案|拘留|刑拘|逮捕|强制措施|移送|起诉|"
        "判处|判决|宣判|处罚|罚款|警告|训诫|批评教育|责令|收网|止付|劝阻|追回|冻结|扣押|接报|报警|报案|接到|发现|受理|核查|约谈"
    ),
    "deed": (
        "涉嫌|犯罪|违法|非法|诈骗|骗取|被骗|谣言|编造|散布|虚假|盗|贩卖|出售|倒卖|赌|淫秽|色情|敲诈|勒索|侵犯|窃取|攻击|入侵|控制|洗钱|传销|牟利|获利|侮辱|"
        "诽谤|偷拍|冒充|刷单|刷量|水军"
    ),
    "date": "[0-9]年|[0-9]月|[今去前同]年|近日|日前|近期|[一二三四五六七八九十]月|20[0-9]{2}[-/.]",
    "money": "[0-9零一二三四五六七八九十百千万亿余]元|涉案(?:金额|资金)|流水",
    "count": "[0-9一二两三四五六七八九十百千万余]+(?:名|人|条|部|张|台|个|家|起|次|套|份|枚)",
}
"""What a text names, by kind."""
_PATTERNS = tuple(re.compile(words) for words in _KINDS.values())
_HANDLED = re.compile(_KINDS["action"])
_LEAST, _LEAST_MARKED = 4, 2


def kinds_of_evidence(text: str) -> int:
    """How many kinds of facts a text names, from 0 to 7."""
    plain = normalized(text)
    return sum(bool(pattern.search(plain)) for pattern in _PATTERNS)


def handles(text: str) -> bool:
    """Whether a text names an act of police or court."""
    return bool(_HANDLED.search(normalized(text)))


def reads_like_a_case(text: str, is_marked: bool = False) -> bool:
    """Whether a text reports a case: enough kinds of facts; less is enough after a marker."""
    if is_marked:
        return len(text) >= SHORTEST // 2 and kinds_of_evidence(text) >= _LEAST_MARKED
    return len(text) >= SHORTEST and handles(text) and kinds_of_evidence(text) >= _LEAST


def reads_like_a_story(text: str) -> bool:
    """Whether a text begins the report of a single case: people and what happened to them."""
    plain = normalized(text)
    told = sum(
        bool(re.search(_KINDS[kind], plain)) for kind in ("person", "action", "deed", "money")
    )
    return len(text) >= SHORTEST and told >= _LEAST_MARKED


_OF_A_CASE = re.compile(
    "抓获|抓捕|落网|归案|到案|查处|查获|查明|侦破|破获|侦办|打掉|捣毁|摧毁|端掉|立案|拘留|刑拘|逮捕|批捕|强制措施|移送|起诉|取保|"
    "判处|判决|宣判|处罚|罚款|训诫|批评教育|责令|收网|追回|冻结|扣押|被骗|损失|(?!某)[一-鿿]某|"
    "[0-9零一二三四五六七八九十百千万亿余]元(?![一-鿿]{0,2}[店铺])"
)


def may_be_of_a_case(text: str) -> bool:
    """Whether a text names what a case does: an act of police or court, a sum, a masked person."""
    return bool(_OF_A_CASE.search(normalized(text)))


def masked_names(text: str) -> set[str]:
    """The masked names in a text."""
    return set(re.findall("(?!某)[一-鿿]某[某甲乙丙丁]?", text))
