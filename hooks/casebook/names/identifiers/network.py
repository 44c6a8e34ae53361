"""Addresses on the network: IP addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import AddressValueError, IPv6Address

from casebook.names.finding import Finding
from casebook.names.identifiers.masking import hidden_match

_DOTTED = re.compile(
    r"[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}(?![0-9]|\.[0-9A-Za-z])(?! ?[节条章款项版])"
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


def ip_addresses(text: str) -> Iterator[Finding]:
    """A text contains no IP address."""
    if "." in text and _TWO_POINTS.search(text):
        yield from _dotted_quads(text)
    if ":" in text and _TWO_COLONS.search(text):
        yield from _ipv6_addresses(text)


def _dotted_quads(text: str) -> Iterator[Finding]:
    """Four numbers up to 255 are an IP address, unless the words before mark them as a version."""
    for match in _DOTTED.finditer(text):
        before = text[max(0, match.start() - 24) : match.start()]
        if _JOINED.search(before):
            continue
        is_version = _VERSION.search(before) and not _ADDRESSED.search(before)
        is_own = match[0].startswith(("127.", "0.", "255."))
        if not is_version and not is_own and all(int(one) < 256 for one in match[0].split(".")):
            yield hidden_match("ip-address", match)


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
        yield hidden_match("ip-address", match)
