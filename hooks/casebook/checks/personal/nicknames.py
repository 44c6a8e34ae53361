"""Names on the net: what persons call themselves there, in quotation marks, after an @ or a colon."""

# ruff: noqa: E501 - a pattern stays in one piece

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.checks.finding import Finding
from casebook.checks.personal.accounts import ROLES, SERVICES
from casebook.checks.personal.labels import is_masked, is_of_office
from casebook.checks.personal.masking import half_hidden

_QUOTED = re.compile('[“"「『‘](?P<name>[^“”"「」『』‘’\\n]{1,24})[”"」』’]')
_IS = "(?:名?[:：为叫是]|名称为?|名叫|分别为)?\\s?"
_NAMED = re.compile(
    f"(?:(?:{SERVICES})(?:平台|短?视频|直播间?|空间)?{ROLES}+|(?<!别)网名|昵称|绰号|外号|化名|花名|艺名|人称|[账帐]号名|用户名|群名片?|群昵称|群聊|网民|网友|博主|主播|[Uu][Pp]主|I[Dd]){_IS}\\Z"
)
_SERVICE_ALONE = re.compile(f"(?:{SERVICES}){_IS}\\Z")
_ACCOUNT_ALONE = re.compile(f"(?:[账帐]号|用户){_IS}\\Z")
_ACTING = re.compile("[的等发直转评散在上内称、（(多先通进公实粉拥]")
"""After the name of an account that acts, where only the word account stands before."""
_FEATURE = re.compile(
    "直播|带货|圈|程序|购物|橱窗|支付|转账|红包|搜|话题|平台|频道|群|店|商城|会员|粉丝|引流|刷|养号|水军|客服|中心|功能|服务|软件|[Aa][Pp][Pp]|版|空间|好友|附近|摇一摇|推|活动|专区|盗|号"
)
_PLAIN = re.compile(
    "(?:网名|昵称|绰号|外号|化名|花名)(?:叫做?|[为是:：])(?P<name>[一-鿿A-Za-z0-9_]{2,10})(?=[，。；、）)的\\n]|\\Z)"
)
_AFTER_COLON = re.compile(
    f"(?:{SERVICES}){ROLES}[:：](?P<name>[一-鿿][一-鿿A-Za-z0-9_]{{1,9}})(?=[，。；、）)的\\n]|\\Z)"
)
_NO_NAME = re.compile(
    "什么|不详|未知|他人|随机|真名|本人|不[同明]|牟利|虚[假构]|若干|扫码|关注|搜索|点击|长按|等|假[冒的]"
)
_AT = re.compile(
    "(?<![A-Za-z0-9._%+/-])(?<![A-Za-z0-9] )@(?P<name>[A-Za-z0-9_一-鿿][A-Za-z0-9_一-鿿.·-]{1,19})(?![/A-Za-z0-9*×＊])"
)
_HAN = re.compile("[一-鿿]")
_ANYONE = re.compile("账号|用户|网友|好友|所有人|全体|他人|对方|微信|后缀|符号")
_MARKUP_WORD = re.compile(
    "import|param|returns?|type|typedef|media|font-face|keyframes|charset|supports|page|layer|see|link|context|graph|id"
)
"""What follows an @ in CSS, JSON-LD and comments of programs."""
_MENTIONED = re.compile(
    f"(?<![A-Za-z])(?:{SERVICES}|账号|用户|联系|关注|添加|艾特|[加转评])[^，。；]{{0,6}}\\Z"
)


def nicknames(text: str) -> Iterator[Finding]:
    """A text contains no name that a person bears on the net, unless it is masked."""
    for match in _QUOTED.finditer(text):
        name, start = match["name"], match.start()
        before = text[max(0, start - 18) : start]
        is_alone = _SERVICE_ALONE.search(before) and not _FEATURE.search(name)
        is_acting = _ACCOUNT_ALONE.search(before) and _ACTING.match(text, match.end())
        if (_NAMED.search(before) or is_alone or is_acting) and _is_of_person(text, match):
            yield _finding(match)
    patterns = [_PLAIN] if "名" in text or "昵称" in text or "号" in text else []
    if "：" in text or ":" in text:
        patterns.append(_AFTER_COLON)
    for pattern in patterns:
        for match in pattern.finditer(text):
            if not _NO_NAME.search(match["name"]) and _is_of_person(text, match):
                yield _finding(match)
    if "@" in text:
        for match in _AT.finditer(text):
            if _is_mention(text, match) and _is_of_person(text, match):
                yield _finding(match)


def _is_mention(text: str, match: re.Match[str]) -> bool:
    """Whether an @ is followed by the name of an account and not of a version or a rule of CSS."""
    name, start = match["name"], match.start()
    if name[0].isascii() and text[max(0, start - 1) : start] in (">", ";", "{", "}"):
        return False
    if _HAN.search(name):
        return not _ANYONE.match(name)
    if re.fullmatch("[0-9.]+", name):
        return False
    if _MARKUP_WORD.fullmatch(name):
        return False
    return bool(_MENTIONED.search(text, max(0, start - 14), start))


def _is_of_person(text: str, match: re.Match[str]) -> bool:
    return not is_masked(match["name"]) and not is_of_office(text, match.start(), match["name"])


def _finding(match: re.Match[str]) -> Finding:
    return Finding("chat-account", *match.span("name"), {"found": half_hidden(match["name"])})
