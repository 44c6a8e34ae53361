"""Accounts, network addresses, documents and car plates that identify a person."""

# ruff: noqa: E501 - a pattern stays in one piece

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import AddressValueError, IPv6Address

from casebook.checks.finding import Finding
from casebook.checks.personal.ascii_runs import longest_ascii_run
from casebook.checks.personal.masking import half_hidden

_SHORTEST = 5
"""Length of the shortest account, and of the longest ASCII run of a plate without separators."""
_NO_FIGURE = (
    r"(?![0-9A-Za-z_]| ?[余多]?[万亿元条次个名群台张部年月日岁人家位款版%])(?!余|多个|[.]\d)"
)
_GIVEN = r"\s?(?:[:：为是]|分别为|叫)?\s?[“\"（(]?"
_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])(?P<value>[A-Za-z0-9._%+-]++@(?P<host>[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)+))"
)
_OFFICIAL = re.compile(r"(?i)(?:.*\.)?gov\.cn")
_DOTTED = re.compile(
    r"[0-9]{1,3}+\.[0-9]{1,3}+\.[0-9]{1,3}+\.[0-9]{1,3}(?![0-9]|\.[0-9A-Za-z])(?! ?[节条章款项版])"
)
_TWO_POINTS = re.compile(r"\.[0-9]{1,3}\.[0-9]")
_JOINED = re.compile(r"[0-9A-Za-z.]\Z")
"""The character before belongs to the match, which is only a part of something longer."""
_VERSION = re.compile(
    r"(?i)(?:版本号?|固件|升级[至到]|\bver(?:sion)?\.?|\bv|第|[A-Za-z]{3,20}[ /])[:：为是]? ?\Z"
)
_ADDRESSED = re.compile(r"(?i)(?:ip|ipv4|host|server|from|addr(?:ess)?|ping)[ /]\Z")
_TWO_COLONS = re.compile(":[0-9A-Fa-f]{0,4}:")
_COLONS = re.compile(r"[0-9A-Fa-f]{1,4}:[0-9A-Fa-f:]{3,39}(?![0-9A-Za-z:])")
_JOINS = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ:.")
_QQ = re.compile(
    rf"(?:群|交流群)?(?:号码?|账号|帐号)?{_GIVEN}(?P<value>[1-9][0-9]{{4,11}}){_NO_FIGURE}"
)
_WECHAT = re.compile(
    r"(?:(?:号码?|账号|帐号| ?ID| ?id)\s?(?:[:：为是]|分别为)?|\s?[:：])\s?[“\"（(]?"
    rf"(?P<value>[A-Za-z][A-Za-z0-9_-]{{5,19}}|[0-9]{{6,20}}){_NO_FIGURE}"
)
_MEDIA = re.compile(
    r"(?:号码?|账号|帐号| ?ID)\s?[:：为是]\s?[“\"]?"
    rf"(?P<value>[A-Za-z0-9][A-Za-z0-9_.-]{{5,19}}){_NO_FIGURE}"
)
_CHATS = {
    **dict.fromkeys(("QQ", "qq", "Qq", "扣扣", "企鹅号"), _QQ),
    **dict.fromkeys(
        ("微信", "WeChat", "wechat", "V信", "v信", "薇信", "vx", "VX", "wx", "WX"), _WECHAT
    ),
    **dict.fromkeys(("抖音", "快手", "小红书", "支付宝", "微博", "电报", "Telegram"), _MEDIA),
}
"""The pattern of an account after the name of each service."""
_CHAT = re.compile("|".join(_CHATS))
_OFFICIAL_ACCOUNT = re.compile(r"(?:官方|[A-Za-z])\Z")
_PLATE = re.compile(
    r"[京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新][A-HJ-Za-hj-z][·•・. -]?"
    r"(?P<serial>(?:[A-Za-z]{0,3}[0-9][A-Za-z0-9]{2,4}|[A-Za-z0-9]{4})[A-Za-z0-9挂学警港澳领])"
    r"(?![0-9A-Za-z])(?! ?[余多]?[万亿元条次个股])"
)
_SERIAL = re.compile(r"[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[挂学警港澳领]")
_DOCUMENT = re.compile(rf"[0-9][0-9 -]{{5,22}}[0-9][Xx]?{_NO_FIGURE}")
_DOCUMENT_NAMED = re.compile(
    r"(?:护照|通行证|台胞证|驾驶证|驾照|行驶证|社保卡?|社会保障卡?|医保卡?|军官证|银行(?:卡|账户?|帐户?)|储蓄卡|信用卡"
    r"|收款(?:账户?|帐户?|卡)|对公账户?|卡)"
    r"(?:(?:证|档案)?(?:号码|编号|账号|帐号|卡号|号|户)\s?(?:[:：为是]|分别为)?|\s?[:：])\s?[“\"（(]?(?P<letters>[A-Za-z]{0,2})\Z"
)


def accounts(text: str) -> Iterator[Finding]:
    """A text contains no e-mail or IP address, chat account, document number or car plate."""
    if "@" in text:
        yield from _emails(text)
    if _TWO_COLONS.search(text):
        yield from _ipv6_addresses(text)
    if longest_ascii_run(text) >= _SHORTEST:
        if _TWO_POINTS.search(text):
            yield from _dotted_quads(text)
        yield from _chats(text)
        yield from _documents(text)
    if longest_ascii_run(text) >= _SHORTEST or any(map(text.__contains__, "·•・")):
        yield from _plates(text)


def _chats(text: str) -> Iterator[Finding]:
    for word in _CHAT.finditer(text):
        account = _CHATS[word[0]].match(text, word.end())
        start = word.start()
        if account and not _OFFICIAL_ACCOUNT.search(text, max(0, start - 2), start):
            yield _finding("chat-account", account, "value")


def _emails(text: str) -> Iterator[Finding]:
    """The e-mail addresses in a text, except those of public offices."""
    for match in _EMAIL.finditer(text):
        last = match["host"].rpartition(".")[2]
        if last.isalpha() and len(last) > 1 and not _OFFICIAL.fullmatch(match["host"]):
            yield _finding("email-address", match, "value")


def _dotted_quads(text: str) -> Iterator[Finding]:
    """Four numbers up to 255 are an IP address, unless the words before mark them as a version."""
    for match in _DOTTED.finditer(text):
        before = text[max(0, match.start() - 24) : match.start()]
        if _JOINED.search(before):
            continue
        is_version = _VERSION.search(before) and not _ADDRESSED.search(before)
        is_own = match[0].startswith(("127.", "0.", "255."))
        if not is_version and not is_own and all(int(one) < 256 for one in match[0].split(".")):
            yield _finding("ip-address", match)


def _ipv6_addresses(text: str) -> Iterator[Finding]:
    for match in _COLONS.finditer(text):
        if text[max(0, match.start() - 1) : match.start()] in _JOINS:
            continue
        if sum(map(bool, match[0].split(":"))) < 3:
            continue
        try:
            IPv6Address(match[0])
        except AddressValueError:
            continue
        yield _finding("ip-address", match)


def _plates(text: str) -> Iterator[Finding]:
    """A province, a letter and five characters (six on electric cars), two of them digits at least."""
    for match in _PLATE.finditer(text):
        serial = match["serial"].upper()
        if _SERIAL.fullmatch(serial) and sum(map(str.isdigit, serial)) >= 2:
            yield _finding("vehicle-plate", match)


def _documents(text: str) -> Iterator[Finding]:
    """A number of at least seven digits after the name of a document or an account."""
    for match in _DOCUMENT.finditer(text):
        named = _DOCUMENT_NAMED.search(text, max(0, match.start() - 16), match.start())
        if named:
            start, end = named.start("letters"), match.end()
            found = {"found": half_hidden(text[start:end])}
            yield Finding("document-number", start, end, found)


def _finding(code: str, match: re.Match[str], group: str | int = 0) -> Finding:
    return Finding(code, *match.span(group), {"found": half_hidden(match[group])})
