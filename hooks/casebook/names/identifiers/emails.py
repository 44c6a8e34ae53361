"""E-mail addresses, also those with spaces or words for their signs."""

# ruff: noqa: E501 - a pattern stays in one piece

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.names.finding import Finding
from casebook.names.identifiers.masking import hidden_match

_NAME = "(?<![A-Za-z0-9._%+-])(?P<name>[A-Za-z0-9._%+-]+)"
_PROVIDER = "163|126|139|189|qq|gmail|foxmail|sina|sohu|yeah|aliyun|hotmail|outlook|icloud|yahoo|live|protonmail|proton|tom|21cn|vip"
_ENDING = "com|cn|net|org|edu|gov|info|top|me|cc|io|co|xyz|ru|hk|tw|jp|us|uk"
_EMAIL = re.compile(rf"{_NAME}@(?P<host>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
_AT = r"(?: ?[\[(（{<【] ?(?i:at|@|艾特) ?[\])）}>】] ?| ?@ ?| ?艾特 ?)"
_DOT = r"(?: ?[\[(（{] ?(?i:dot|\.|点) ?[\])）}] ?| ?[.。点] ?| (?i:dot) )"
_DISGUISED = re.compile(
    f"{_NAME}(?:{_AT}(?P<host>[A-Za-z0-9-]+{_DOT}(?:[A-Za-z0-9-]+{_DOT})?(?:{_ENDING})|{_PROVIDER})"
    f"|#(?:{_PROVIDER}){_DOT}(?:{_ENDING})| (?i:at) [A-Za-z0-9-]+ (?i:dot) (?:{_ENDING}))(?![A-Za-z0-9])"
)
_OFFICIAL = re.compile(r"(?i)(?:.*\.)?gov\.cn")


def emails(text: str) -> Iterator[Finding]:
    """A text contains no e-mail address except those of public offices."""
    if "@" in text:
        for match in _EMAIL.finditer(text):
            last = match["host"].rpartition(".")[2]
            if last.isalpha() and len(last) > 1 and not _OFFICIAL.fullmatch(match["host"]):
                yield hidden_match("email-address", match)
    if any(map(text.__contains__, ("@", "at", "AT", "At", "艾特", "#"))):
        for match in _DISGUISED.finditer(text):
            host = re.sub(r"[^A-Za-z0-9.-]", "", re.sub(_DOT, ".", match["host"] or ""))
            if not _EMAIL.match(text, match.start()) and not _OFFICIAL.fullmatch(host):
                yield hidden_match("email-address", match)
