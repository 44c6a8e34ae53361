"""Quotations: what a text repeats from others, as a rumour, which states nothing about the case."""

from __future__ import annotations

import re

from casebook.importer.bulletin_words import normalized

BLANK = "□"
"""The character that replaces every character of a quotation."""
_QUOTED = re.compile(
    '“[^”\n]{0,120}”|‘[^’\n]{0,120}’|"[^"\n]{0,120}"|《[^》\n]{0,80}》|「[^」\n]{0,80}」'
)
_FALSE = "谣言|谎言|虚假|不实|假消息|假视频|假警情|假新闻"
_INVENTED = re.compile(
    "(?:编造|捏造|虚构|杜撰|造谣|散布|散播|传播|发布|转发|摆拍|制作|炮制|上传)"
    f"(?P<told>[^。；\n]{{1,60}}?)(?:{_FALSE})"
)
_CLAIMED = re.compile(
    "(?:发布|发帖|发文|视频|帖子|文章|朋友圈|留言|评论|造谣|谣传|谣称|编造|网传|传言|传闻)"
    "[^，。；、\n]{0,12}?(?:称|说|声称|表示)(?P<told>[^。；\n]*)"
)
_PRETENDED = re.compile("(?:谎称|谣称|诈称|假称|虚称)(?P<told>[^，。；\n]*)")


def without_quotations(text: str) -> str:
    """The text normalized, with quotations and invented stories blanked at unchanged positions.

    Terms in quotation marks, as “刷手”, stay: they are short and have no number.
    """
    plain = _QUOTED.sub(_unless_term, normalized(text))
    for pattern in (_INVENTED, _CLAIMED, _PRETENDED):
        plain = pattern.sub(_blanked, plain)
    return plain


def _unless_term(match: re.Match[str]) -> str:
    return match[0] if _TERM.fullmatch(match[0]) else BLANK * len(match[0])


_TERM = re.compile("[“‘][^0-9零〇一二两三四五六七八九十百千万亿，。]{1,8}[”’]")


def _blanked(match: re.Match[str]) -> str:
    start, end = match.start("told") - match.start(), match.end("told") - match.start()
    return match[0][:start] + BLANK * (end - start) + match[0][end:]
