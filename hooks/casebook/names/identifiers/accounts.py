"""Accounts in chats, networks and games, by the name of the service or a word for an account."""

# ruff: noqa: E501 - a pattern stays in one piece

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.names.finding import Finding
from casebook.names.identifiers.ascii_runs import longest_ascii_run
from casebook.names.identifiers.labels import DATE, GIVEN, NO_COUNT, is_of_office
from casebook.names.identifiers.masking import hidden_match

_SHORTEST = 5
"""Length of the shortest account that is no word."""
_BANK = 12
"""Digits from which on an account is one at a bank."""
_CHATS = (
    "QQ|qq|Qq|扣扣|企鹅|球球|秋秋|丘丘|微信|微[xX❤]|[wW]ei信|WeChat|Wechat|wechat|V信|v信|薇信|威信|徽信|vx|Vx|VX|wx|Wx|WX|抖音|快手|小红书|微博|支付宝|陌陌|探探|知乎|闲鱼"
    "|Telegram|telegram|TG|电报|纸飞机|蝙蝠|WhatsApp|whatsapp|Facebook|facebook|脸书|Twitter|twitter|推特|Instagram|instagram|Discord|discord|TikTok|Tiktok|tiktok"
)
SERVICES = f"{_CHATS}|视频号|公众号|哔哩哔哩|B站|b站|贴吧|头条|百家|西瓜|虎牙|斗鱼|YY|飞机|Skype|skype|豆瓣|转转|咸鱼|得物|酷狗|全民K歌|喜马拉雅|起点|CSDN|Git[Hh]ub|GitLab|Gitee|网易云|大众点评|饿了么|滴滴|Reddit|YouTube|油管|LINE|Kakao(?:Talk)?|Viber|Threads|币安|欧易|OKX|火币|Potato|Safew|Signal|伊对|世纪佳缘|珍爱网|百合网|映客|花椒|围脖|绿泡泡|绿色软件|卫星|脉脉|飞书|比邻|天涯|暗网|INS|ins|自媒体|原神|王者荣耀|和平精英|Soul|soul|Line|淘宝|旺旺|拼多多|钉钉|网易|搜狐|百度|京东|美团|Steam|steam|游戏|直播"
"""The names of services in which persons have accounts, for a regular expression."""
ROLES = "(?:用户名|用户|网友|网民|博主|主播|大[Vv]|[Uu][Pp]主|店主|卖家|买家|好友|会员名|店铺名?|昵称|网名|号码?|[账帐][号户]名?| ?[UuMm]?I[Dd]| ?id|群号?|名称?)"
"""What a person or an account is called in a service."""
_VALUE = rf"(?P<value>[A-Za-z0-9_][A-Za-z0-9_.+-]{{3,28}}[A-Za-z0-9_-]){NO_COUNT}"
_SERVICE = re.compile(
    rf"(?:{SERVICES})(?:平台|短?视频|直播间?|空间|交流|粉丝|音乐|频道|骑手)?[(（]?(?P<role>{ROLES}{{0,2}})(?P<link>{GIVEN})(?:live:)?{_VALUE}"
)
_CHAT = re.compile(_CHATS)
_WORD = re.compile(
    rf"(?P<word>号码?|[账帐][号户]|昵称|用户名|网名|登录名|会员名|注册名|[账帐]户名|[Uu]?ID|Id|[Uu]?id)名?{GIVEN}{_VALUE}"
)
_NO_ACCOUNT = re.compile(
    "(?:[型编序批书刊文字货税期案证单品水口信符括引代尾标井星问称旗记几房券版座席层楼站线栋幢桥隧航班次商利可备年月日时分第每各与和、的0-9一二三四五六七八九十百卡学工院床]"
    r"|版本|备案|端口|手机|电话|机主|门牌|车牌|进程|车架|[^一-鿿]|^)\Z"
)
"""Before 号, where the word is none for an account; telephones and documents have their rules."""
_CONTACT = re.compile(
    rf"加[我他她的]{{0,2}}(?:[VvWwQq]|微信?|薇信?|威信?|[Vv]信|扣扣?|[VvWw][Xx]|QQ|TG|飞机)[号群:：+ ]{{0,3}}{_VALUE}"
    r"|(?:添加|加)(?P<friend>[A-Za-z0-9_-]{6,20})(?:为|等)?(?:微信|QQ)?好友"
    rf"|[+＋➕][薇威微]信?[:：]?(?P<plus>[A-Za-z0-9_-]{{5,20}}){NO_COUNT}"
    rf"|(?:QQ|qq|扣扣|企鹅|球球|秋秋|丘丘)(?:号码?|群号?)?[:：为是]?\s?(?P<grouped>[0-9]{{3,6}}(?:[ -][0-9]{{2,6}}){{1,3}}){NO_COUNT}"
    rf"|(?<![A-Za-z0-9])(?P<short>wxid_[A-Za-z0-9_]{{4,28}}){NO_COUNT}|t\.me/(?P<link>[A-Za-z0-9_]{{5,32}})"
    rf"|(?<![A-Za-z0-9])(?:[VvQq]|[Dd][Yy]|[Kk][Ss]|[薇威微])(?:[:：❤♥💗+]{{1,2}}|(?<=[VvQqYySs])[号群][:：为是]?) ?(?P<letter>[A-Za-z0-9_-]{{5,20}}){NO_COUNT}"
)
_PRODUCT = re.compile(
    "(?i:windows|android|ios|mac|linux|web|app|pc|pro|sdk|api|beta|html|http|(?:title|description|image|card)$)"
)
_DIGIT = re.compile("[0-9_]")
_LETTER = re.compile("[A-Za-z_]")


def accounts(text: str) -> Iterator[Finding]:
    """A text contains no account of a person that is written in letters and digits."""
    if longest_ascii_run(text) < _SHORTEST:
        return
    in_services = set()
    for match in _SERVICE.finditer(text):
        in_services.add(match.start("value"))
        if _is_in_service(match) and not is_of_office(text, match.start()):
            yield hidden_match("chat-account", match, "value")
    for match in _WORD.finditer(text):
        is_other = match.start("value") not in in_services
        if is_other and _is_named(match) and not is_of_office(text, match.start()):
            is_bank = match["value"].isdigit() and len(match["value"]) >= _BANK
            yield hidden_match("document-number" if is_bank else "chat-account", match, "value")
    for match in _CONTACT.finditer(text):
        group = match.lastgroup or ""
        is_word = group == "letter" and match[group].isalpha()
        if not (is_word or _PRODUCT.match(match[group]) or DATE.match(match[group])):
            yield hidden_match("chat-account", match, group)


def _is_in_service(match: re.Match[str]) -> bool:
    """Whether the value after the name of a service is an account there."""
    value, text, start = match["value"], match.string, match.start()
    if _PRODUCT.match(value) or re.match("[A-Za-z]{2}", text[max(0, start - 1) : start + 1]):
        return False
    if match["role"]:
        return True
    is_mixed = bool(_DIGIT.search(value) and _LETTER.search(value)) and len(value) > _SHORTEST
    if not _CHAT.match(text, start):
        return is_mixed and bool(match["link"].strip())
    if match["link"].strip():
        return True
    return is_mixed or (text[start] in "Qq扣企" and value.isdigit() and not DATE.fullmatch(value))


def _is_named(match: re.Match[str]) -> bool:
    """Whether the value after a word for an account is one."""
    word, text, start = match["word"], match.string, match.start()
    before = text[max(0, start - 2) : start]
    if word.isascii() and re.match("[A-Za-z]", before[-1:]):
        return False  # the end of another word, as of uuid
    if word.startswith("号"):
        return bool(_DIGIT.search(match["value"])) and not _NO_ACCOUNT.search(before)
    after = text[match.end("value") : match.end("value") + 1]
    is_said = "=" not in match[0] and after not in ("(", "[")
    if word in ("UID", "uid"):
        return is_said and bool(_DIGIT.search(match["value"]))
    if word in ("ID", "Id", "id") and not re.match("[一-鿿]", before[-1:]):
        is_first = not before[-1:].strip("。，、 \n") and not match["value"].isdigit()
        is_code = match["value"].replace("_", "").isalpha() and after in (",", ";", "}", ")")
        is_given = bool(re.search("[:：为是]", match[0]))
        return is_said and is_first and is_given and not is_code
    is_word = match["value"].isalpha() and (word.endswith("户") or _PRODUCT.match(match["value"]))
    return not is_word
