"""Web addresses: which texts are the address of a public page, and what is wrong with others."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from casebook.content.front_matter import INVISIBLE

MAX_LENGTH = 2000
"""Maximum characters of an address; browsers and servers cut longer ones."""
_UNUSUAL = re.compile(r"[\s\\]|%(?:[01][0-9A-Fa-f]|7[Ff])")
"""White space, backslashes and control characters, also percent-encoded."""
_LABEL = re.compile("(?!-)[a-z0-9_\u4e00-\u9fff-]{1,63}(?<!-)")
_TOP = re.compile("[a-z]{2,}|[\u4e00-\u9fff]{2,}")
_INNER = {"localhost", "localdomain", "local", "lan", "internal", "intranet", "home", "corp"}
"""Top levels of names that only an internal network knows."""


def flaw_of(address: str) -> str:
    """What is wrong with an address, by its key in ADDRESS_FLAWS; empty for a public https page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "none"
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return "none"
    if "@" in parts.netloc:
        return "user"
    if len(address) > MAX_LENGTH:
        return "long"
    if _UNUSUAL.search(address) or INVISIBLE.search(address):
        return "characters"
    if not has_valid_port(parts):
        return "port"
    if not _is_public(parts.hostname or ""):
        return "host"
    return "http" if parts.scheme == "http" else ""


def has_valid_port(parts: SplitResult) -> bool:
    """Whether an address has no port, or one from 1 to 65535."""
    try:
        return parts.port != 0 and not parts.netloc.endswith(":")
    except ValueError:
        return False


def _is_public(host: str) -> bool:
    """Whether a host has a name in ASCII or Chinese below a top level, and is no IP address.

    Letters of other scripts are refused, for some look like ASCII.
    """
    try:
        labels = [_decoded(label) for label in host.split(".")]
    except UnicodeError:
        return False
    top = labels[-1]
    is_name = len(labels) > 1 and all(map(_LABEL.fullmatch, labels))
    return is_name and _TOP.fullmatch(top) is not None and top not in _INNER


def _decoded(label: str) -> str:
    """A label of a host with Punycode decoded. Raises UnicodeError."""
    return label[4:].encode("ascii").decode("punycode") if label.startswith("xn--") else label
