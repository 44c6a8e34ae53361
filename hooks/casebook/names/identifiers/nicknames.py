"""Names on the net: what persons call themselves there, in quotation marks, after an @ or a colon."""

# ruff: noqa: E501 - a pattern stays in one piece

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.names.finding import Finding
from casebook.names.identifiers.accounts import ROLES, SERVICES
from casebook.names.identifiers.labels import is_masked, is_of_office
from casebook.names.identifiers.masking import hidden_match

_QUOTED = re.compile("[“\"「『‘'](?P<name>[^“”\"「」『』‘’'\\n]{1,24})[”\"」』’']")
_BRACKETED = re.compile(
    "(?:网名|昵称|绰号|外号|花名|用户名|诨[号名])[:：为是叫]?[《<【\\[(（](?P<name>[^》>】\\]）)，。\\n]{2,16})[》>】\\]）)]"
)
_AS_NAME = re.compile(
    "为(?:网名|昵称)|为名(?:发[帖布]|跟?帖|评论|活[跃动]|注册[账帐])|的名义(?:发[帖布]|跟?帖|评论|注册[账帐])"
)
_BORNE_BY = re.compile(
    "的[一-鿿A-Za-z]{0,4}(?:[账帐][号户]|用户|网[友民]|[博群店]主|主播|好友|[卖买]家)"
)
_CALLED = re.compile("(?:名为|名叫|叫做?|自称)\\Z")
_DEED = re.compile(
    "(?:点赞|转发|围观|吃瓜|热议|刷屏|吐槽|评论|支招|跟风|拍砖|一边倒|人肉(?:搜索)?|搜索|带节奏|信以为真|晒单|晒图|打赏|带货|连麦|种草|拔草|翻车|收藏|留言|跟帖|发帖|顶帖|灌水|潜水|互动|投票|举报|投诉|爆料|曝光|打卡|声援|力挺|质疑|讨论|站队|传播|扩散|接龙|骂战|互撕|对骂|网暴|抹黑|造谣|传谣|信谣|辟谣|脑补|较真|买账|下单|退款|退货|好评|差评|刷单|刷[赞量粉]|涨粉|掉粉|取关|解封|租借|出租|买卖|倒卖|交易|实名|画像|矩阵|跑分|洗钱|洗稿|裂变|秒杀|登录|绑定|注册|解绑|换绑|代[一-鿿]|关注|拉黑|屏蔽|入坑|出圈|出逃|被骗|上当|中招|维权|求助|求证|求援|下播|开播|跳槽|私奔|秀|车|零钱|钱包|一键[一-鿿]{2}|解散|踢人|禁言|[货还借房运尾定]款|[一-鿿]{1,2}费|黑灰产|数字[一-鿿]{2,4})+"
)
"""Ordinary words of what persons do on the net, which no name consists of."""
_NEXT = re.compile("(?:专项)?(?:行动|计划|项目|骗局|软件|程序|服务)")
_IS = "(?:名?(?:为[:：]|叫做|[:：为叫是])|名称为?|名叫|分别为)?\\s?"
_NAMED = re.compile(
    f"(?:(?:{SERVICES})(?:平台|短?视频|直播间?|空间)?{ROLES}+|(?<!别)网名|昵称|绰号|外号|诨[号名]|小名|笔名|代号|化名|花名|艺名|人称|备注名?|登录名|注册名|会员名|游戏角色|[账帐]号名称?|(?:网络|论坛|社区|社交|短视频|骑手)[账帐]号|版主|楼主|群主|管理员|(?<!以)[上下]家|[买卖]家|作者|客服|频道|直播间|用户名|群名片?|群昵称|群聊|网民|网友|博主|主播|网红|大[Vv]|吧主|淘宝店|[Uu][Pp]主?|I[Dd]){_IS}\\Z"
)
_WEAK = re.compile(
    f"(?:代号|备注名?|版主|楼主|群主|管理员|[上下]家|[买卖]家|作者|客服|频道|直播间|(?:网络|论坛|社区|社交|短视频|骑手)[账帐]号|用户){_IS}\\Z"
)
"""Words before a quotation that may be something else than a name."""
_SERVICE_ALONE = re.compile(f"(?:{SERVICES})(?:短?视频)?{_IS}\\Z")
_ACCOUNT_ALONE = re.compile(f"(?:[账帐]号|用户){_IS}\\Z")
_SOME_ACCOUNT = re.compile(f"[一-鿿A-Za-z](?<![的个等类该批多种些此])[账帐]号{_IS}\\Z")
"""An account in a service that is not listed, at the end of a sentence."""
_ACTING = re.compile("[的等发直转评散在上内称、（(多先通进公实粉拥]")
"""After the name of an account that acts, where only the word account stands before."""
_END = re.compile("[。；]|\\Z")
_FEATURE = re.compile(
    "直播|带货|圈|程序|购物|橱窗|支付|转账|红包|搜|话题|平台|频道|群|店|商城|会员|粉丝|引流|刷|养号|水军|客服|中心|功能|服务|软件|[Aa][Pp][Pp]|版|空间|好友|附近|摇一摇|推|活动|专区|盗|号"
)
_PLAIN = re.compile(
    "(?:网名|昵称|绰号|外号|化名|花名|(?<![A-Za-z])(?:ID|id)(?=[:：为是]+[A-Za-z0-9_]*[一-鿿]))(?:叫做?|[为是:：]{1,2})(?P<name>[一-鿿A-Za-z0-9_]{2,10}?)(?=[，。；、）)的\\n]|\\Z)"
)
_OF_SOMEBODY = re.compile(
    "(?:网名|昵称|绰号|外号|花名)(?P<name>(?!相|类|含|带|为|是|叫)[一-鿿A-Za-z0-9_]{2,8}?)的(?=男|女|人(?!数)|网[友民]|用户|[账帐]号|主播|群主)"
)
_AFTER_COLON = re.compile(
    f"(?:{SERVICES}){ROLES}[:：](?P<name>[一-鿿][一-鿿A-Za-z0-9_]{{1,9}})(?=[，。；、）)的\\n]|\\Z)"
)
_HAS_COLON = re.compile("[:：][一-鿿]")
_NO_NAME = re.compile(
    "什么|不详|未知|他人|随机|真名|本人|不[同明]|牟利|虚[假构]|若干|扫码|关注|搜索|点击|长按|等|假[冒的]"
)
_AT = re.compile(
    "(?<![A-Za-z0-9._%+/-])(?<![A-Za-z0-9] )@(?P<name>[A-Za-z0-9_一-鿿][A-Za-z0-9_一-鿿.·-]{1,19})(?![/A-Za-z0-9*×＊])"
)
_HAN = re.compile("[一-鿿]")
_ANYONE = re.compile(
    "账号|用户|网友|好友|所有人|全体|他人|对方|微信|后缀|符号|功能|everyone(?![A-Za-z_.-])"
)
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
        if _is_quoted_name(text, match) and _is_of_person(text, match):
            yield hidden_match("chat-account", match, "name")
    signs = ("名", "昵称", "号", "ID", "id")
    is_labelled = any(map(text.__contains__, signs))
    patterns = [_PLAIN, _BRACKETED, _OF_SOMEBODY] if is_labelled else []
    if _HAS_COLON.search(text):
        patterns.append(_AFTER_COLON)
    for pattern in patterns:
        for match in pattern.finditer(text):
            if not _NO_NAME.search(match["name"]) and _is_of_person(text, match):
                yield hidden_match("chat-account", match, "name")
    if "@" in text:
        for match in _AT.finditer(text):
            if _is_mention(text, match) and _is_of_person(text, match):
                yield hidden_match("chat-account", match, "name")


def _is_quoted_name(text: str, match: re.Match[str]) -> bool:
    """Whether the words around a quotation make it a name on the net, and it is no deed there."""
    before, end = text[max(0, match.start() - 18) : match.start()], match.end()
    if _WEAK.search(before) or _SERVICE_ALONE.search(before):
        is_named = not _FEATURE.search(match["name"])
    else:
        is_named = bool(_NAMED.search(before))
    if not is_named and _SOME_ACCOUNT.search(before) and _END.match(text, end):
        is_named = not _FEATURE.search(match["name"])
    is_named = bool(
        is_named
        or (_ACCOUNT_ALONE.search(before) and _ACTING.match(text, end))
        or (_CALLED.search(before) and _BORNE_BY.match(text, end))
        or (before.endswith("以") and _AS_NAME.match(text, end))
    )
    return is_named and not (_DEED.fullmatch(match["name"]) or _NEXT.match(text, end))


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
