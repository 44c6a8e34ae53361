"""The title of a bulletin, among logos, numbers of documents, stamps and addressees."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from casebook.importer.bulletin_words import normalized
from casebook.importer.date_mentions import mentions
from casebook.importer.line import Line

_CHANNEL = re.compile(r"^(?:[【\[][^】\]]{1,8}[】\]]|[一-鿿A-Za-z]{1,6}\s*[|丨｜│]\s*)")
_SITE = re.compile(
    r"\s*[-_|丨｜—–]+\s*[^-_|丨｜—–，。]{0,20}(?:网|网站|公安局|公安厅|政府|平台|门户|客户端|频道|新闻)$"
)
_PRESENTS = re.compile("案例|案件|通报|公布|曝光|典型|打掉|侦破|打击|晒出|披露|查处|破获")
_UNIT = re.compile(
    "[一-鿿 ]{2,24}(?:公安局|公安厅|公安部|分局|[支总大]队|派出所|人民政府|检察院|法院|"
    "委员会|办公室|中心)"
    r"(?:[一-鿿]{0,8}(?:文件|简报|专报|通知公告|新闻|要闻|警务动态))?"
)
_FURNITURE = re.compile(
    r"[〔［【(（]20[0-9]{2}[〕］】)）]\s?[0-9]+\s?号|签发人|密级|^(?:绝密|机密|秘密|内部)|^编号|^[（(]?(?:20[0-9]{2}年)?第\s?[0-9一二三四五六七八九十]+\s?期[）)]?$"
    "|^(?:首页|当前位置|您的位置|来源|作者|字号|浏览|发布|时间|关注|点击|扫码|抄送|主送|索引号)|[：]$"
    r"|(?:文件|简报)$"
)
_SUBTITLE = re.compile("[—―－-]{1,3}(?=[一-鿿“])")
_BEGUN = re.compile("^[一-鿿]{0,20}关于")
_ENDED = re.compile("(?:通报|公告|通告|通知|函|报告|意见)$")
_LONGEST, _SHORTEST = 64, 8
_LONGEST_IN_PARTS = 100


def title_of(
    hints: Mapping[str, str], before: Sequence[Line]
) -> tuple[str | None, tuple[Line, ...]]:
    """The title, and the lines that print it; it is no name of a unit and no document number.

    `hints` are what the file says outside of its text, `before` the lines before the cases.
    """
    hint = _cleaned(hints.get("title", ""))
    if hint and not _is_furniture(hint):
        printed = (line for line in before if _bare(line.text) and _bare(line.text) in _bare(hint))
        return hint, tuple(line for line in printed if len(line.text) >= _SHORTEST)
    found = [lines for lines in _candidates(before) if _can_be_title(_joined(lines))]
    presenting = (lines for lines in found if _PRESENTS.search(_joined(lines)))
    best = next(presenting, None) or next(iter(found), None)
    return (_cleaned(_joined(best)), best) if best else (None, ())


def _candidates(before: Sequence[Line]) -> list[tuple[Line, ...]]:
    """The lines, and those of a title that is printed on several: 关于…的通报, or ——…."""
    found: list[tuple[Line, ...]] = []
    place = 0
    while place < len(before):
        lines = before[place : place + 1]
        if place + 1 < len(before) and _SUBTITLE.match(before[place + 1].text):
            lines = before[place : place + 2]
        if _BEGUN.match(lines[0].text) and not _ENDED.search(lines[0].text):
            for more in (2, 3):
                joined = before[place : place + more]
                if _ENDED.search(joined[-1].text) and len(_joined(joined)) <= _LONGEST_IN_PARTS:
                    lines = joined
                    break
        found.append(tuple(lines))
        place += len(lines)
    return found


def _joined(lines: Sequence[Line]) -> str:
    return "".join(line.text for line in lines)


def _cleaned(title: str) -> str:
    """A title without the name of a channel before it, and of a site behind it."""
    return _SITE.sub("", _CHANNEL.sub("", title.strip())).strip()


def _can_be_title(text: str) -> bool:
    longest = _LONGEST_IN_PARTS if _BEGUN.match(text) else _LONGEST
    if not _SHORTEST <= len(text) <= longest or "。" in text or _is_furniture(text):
        return False
    return not any(one.written.day and one.written.month for one in mentions(normalized(text)))


def _is_furniture(text: str) -> bool:
    plain = normalized(_cleaned(text))
    return bool(_UNIT.fullmatch(plain) or _FURNITURE.search(plain))


def _bare(text: str) -> str:
    """A text without spaces."""
    return re.sub(r"\s", "", text)
