"""Scripts: what the scripts of a WeChat page say of its article, which they put into the page."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone

_NAMES = (
    "msg_title|title|nickname|nick_name|ct|create_time|createTime|ori_create_time|publish_time"
    "|content_noencode|msg_link|link"
)
_NAME = re.compile(rf"(?<![\w.$])(?:window\.)?({_NAMES})\s*+[:=](?!=)")
_WORD = re.compile(
    r"""\s*+(?:\|\|\s*+)?(?:[\w.$]{1,40}\(\s*+)?"""
    r"""(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|(\d{10})(?!\d))\s*+\)?""",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "b": "", "f": "", "v": "", "0": ""}
_CHINA = timezone(timedelta(hours=8))


def values_of(scripts: Sequence[str]) -> dict[str, str]:
    """The first value of each name that pages of WeChat use; empty values are left out."""
    found: dict[str, str] = {}
    for script in scripts:
        for name in _NAME.finditer(script):
            if name[1] in found:
                continue
            place = name.end()
            for _ in range(_ALTERNATIVES):
                word = _WORD.match(script, place)
                if word is None:
                    break
                if value := _decoded(word[1] or word[2] or word[3] or ""):
                    found[name[1]] = value
                    break
                place = word.end()
    return found


_ALTERNATIVES = 4
"""Values joined by `||` of which the first that is not empty counts."""


def hints_of(values: dict[str, str]) -> dict[str, str]:
    """The title, source, date and address of the article; a time in seconds is one of China."""
    names = {
        "title": ("msg_title", "title"),
        "source": ("nickname", "nick_name"),
        "date": ("createTime", "create_time", "publish_time", "ct", "ori_create_time"),
        "url": ("msg_link", "link"),
    }
    found = {
        hint: next((values[name] for name in places if values.get(name)), "")
        for hint, places in names.items()
    }
    if re.fullmatch(r"\d{10}", found["date"]):
        moment = datetime.fromtimestamp(int(found["date"]), UTC).astimezone(_CHINA)
        found["date"] = f"{moment:%Y-%m-%d %H:%M}"
    return {hint: value for hint, value in found.items() if value}


def _decoded(text: str) -> str:
    def replaced(match: re.Match[str]) -> str:
        code = match[1] or match[2]
        if code:
            character = chr(int(code, 16))
            return "\ufffd" if "\ud800" <= character <= "\udfff" else character
        return _CONTROLS.get(match[3], match[3])

    return html.unescape(_ESCAPE.sub(replaced, text)).strip()
