"""Contexts of charges: what the words around a charge say of whose it is, and how far it went."""

from __future__ import annotations

import re
from enum import IntEnum

_CLAUSE = "[^，。；！？\n]"
_SENTENCE = "[^。；！？\n]"
SIN = re.compile("罪(?![犯行名责证人恶]|嫌(?!疑人))")
"""The end of the name of a charge."""
PERSON = re.compile("[某人嫌犯等名]$")
"""What stands before a name that is a common verb where it is a charge: 王某诈骗案."""
JOINT = re.compile("(?:[、和及与]|以及)\\s*$")
"""What joins a charge to the one before it."""
_WHOLE = re.compile(
    '(?:^|[，。；：！？\n（“‘"\\s和及与或的是了其系某]|[以因犯定按判]|犯有|涉嫌|构成|成立|触犯|认定|认为'
    "|定为|判为|行为|为|属于?|罪名|控告?|指控|等人|[0-9]人)$"
)
_AFTER_SIN = re.compile("罪\\s*(?:[、和及与]|以及)\\s*$")
_NO_NAME = re.compile(
    "(?:犯|有|无|认|定|数|悔|服|判|各|[一二两三]|上述|本|该|此|何|免|重|轻|多|余|畏|恕|得|涉|之|新|旧|他|同|并|归|赎|问)$"
)
_ASSIGNED = re.compile(f"(?:以|因|涉嫌|犯|构成|触犯){_CLAUSE}{{1,30}}$")
_OF_ELSE = re.compile(
    "(?:曾(?!某)|前科|劣迹|[累再]犯|不构成|不是|并非|不属|不以|不按|不宜|未构成|并未|是否|可能|或将|将构成|恐构成"
    "|规定|明知|上游|下游|他人|对方|如果|如构成|一旦|若|凡|避免|防止|提醒|警惕|为实施|用于|被用来|等待"
    "|谎称|声称|自称|诈称|称其|称他|称她|被告知|诬告|诬陷|诬称|恐吓|撤回|撤销|变更(?!为)|而非|排除|区别于)"
    f"{_CLAUSE}*$"
)
_FOR_OTHERS = re.compile(
    "(?<![行认定判更改名由仍])为(?![^，。；]{0,3}(?:某|人|名|主犯|首))[^，。；：、]{0,8}$"
)
_NOT_OWN = re.compile(
    "(?:变更|改)为|[”’]?等?为(?:由|名|借口|幌子)|是指|指的是|所得|嫌疑不|不成立|的，处|等(?:上游|下游)?犯罪(?!嫌疑)|犯(?!罪)"
    "|的(?:规定|构成|认定|处|犯罪分子|罪犯|上游|证据不足|成立|追诉|立案标准|特征|区别|界限)"
)
_ELSEWHERE = re.compile(
    "[^，。；！？\n）]{0,12}(?:，(?:现|已|并|均|目前|将)*)?另案(?:处理|侦办|起诉)"
)
_RELEASED = re.compile(f"{_SENTENCE}{{0,50}}?(?:刑满|释放后|出狱|执行完毕|缓刑考验期)")
_LAW = re.compile(
    "《[^》\n]*》|第[一二三四五六七八九十百零0-9]+条(?:之[一二三])?[^，。；]{0,12}规定"
)
_IN_PASSING = re.compile("(?:侦办|查办|办理|侦查|侦破|破获|审查)(?:的)?一起[^，。]{0,12}$")
_MEANWHILE = re.compile("案件?(?:时|中|过程|期间|的过程)")
_OTHER_ORGAN = re.compile("[。；\n]|法院|检察|检方|公安|警方")
_ACCUSED = re.compile("指控|公诉")
_CHARGED = re.compile("提起公诉|(?<!移送)(?<!审查)(?<!提请)起诉|公诉")
_JUDGED = re.compile("判处|判决|获刑|宣判|判刑|改判|数罪并罚|定罪|罪处罚|被判|裁定")
_BY_COURT = re.compile(f"(?:(?<!向)法院|一审|二审|终审){_SENTENCE}*$")
_BEFORE = 44
"""Characters before a charge that are read."""


class Rank(IntEnum):
    """How far the proceedings are in which a charge is named."""

    CASE = 0
    """As the name of the case: 诈骗案."""
    SUSPECTED = 1
    CHARGED = 2
    JUDGED = 3


def before(text: str, place: int) -> str:
    """The words before a place that are read."""
    return text[max(0, place - _BEFORE) : place]


def is_whole(text: str, start: int) -> bool:
    """Whether a name that begins at `start` is whole: 以诈骗罪, not 投资诈骗罪."""
    return _WHOLE.search(before(text, start)) is not None


def follows_charge(text: str, start: int) -> bool:
    """Whether another charge with 罪 is joined to what begins at `start`."""
    return _AFTER_SIN.search(before(text, start)) is not None


def is_assigned(text: str, end: int) -> bool:
    """Whether the words before a 罪 are those of a charge against the suspects: 以…罪."""
    words = before(text, end - 1)
    is_named = _ASSIGNED.search(words) and not _NO_NAME.search(words)
    return bool(is_named) and not _OF_ELSE.search(words)


def is_of_suspects(text: str, start: int, end: int) -> bool:
    """Whether a charge is one of the suspects of this case, now.

    It is not where it is of their past, of others, denied, quoted, or in words on the law.
    """
    words = before(text, start)
    if _OF_ELSE.search(words) or _FOR_OTHERS.search(words) or _NOT_OWN.match(text, end):
        return False
    if _ELSEWHERE.match(text, end) or _RELEASED.match(text, end):
        return False
    return not (_is_quoted(text, start, end) or _is_of_law(text, start))


def is_of_case(text: str, start: int, end: int) -> bool:
    """Whether a name before 案 is that of this case: not 在侦办一起诈骗案时."""
    words = before(text, start)
    is_meanwhile = _MEANWHILE.match(text, end) and _IN_PASSING.search(words)
    return not (_OF_ELSE.search(words) or is_meanwhile)


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a charge is part of what somebody is quoted to say: “你涉嫌洗钱罪”."""
    head = re.search("“([^“”\n]*)$", before(text, start))
    tail = re.match("([^“”\n]{0,40})”", text[end : end + _BEFORE])
    return head is not None and tail is not None and bool(head[1] + tail[1])


def _is_of_law(text: str, start: int) -> bool:
    """Whether a charge is in the title of a law, or in a reference to an article of one."""
    begin = max(0, start - 2 * _BEFORE)
    laws = _LAW.finditer(text, begin, start + 2 * _BEFORE)
    return any(law.start() <= start < law.end() for law in laws)


def is_of_other_organ(between: str) -> bool:
    """Whether the words between two charges pass on to another sentence or organ."""
    return _OTHER_ORGAN.search(between) is not None


def rank_of(text: str, start: int, end: int, until: int) -> Rank:
    """How far the proceedings are by the words before a charge, and after it up to `until`."""
    rest = re.split("[。；\n]", text[end:until])[0]
    sentence = re.split("[。；！？\n]", before(text, start))[-1]
    if _ACCUSED.search(re.split("，", sentence)[-1]):
        return Rank.CHARGED
    if _JUDGED.search(rest) and not _CHARGED.match(rest):
        return Rank.JUDGED
    if _CHARGED.search(rest):
        return Rank.CHARGED
    return Rank.JUDGED if _BY_COURT.search(sentence) else Rank.SUSPECTED
