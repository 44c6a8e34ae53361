"""Date mentions: every date and period that a text writes, before its year is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casebook.importer.written_numbers import DAY_OR_MONTH, HAN_DIGIT, whole_number


@dataclass(frozen=True, slots=True)
class Written:
    """The parts of a date as written; words such as 去年, 同月 and 次日 are kept as words."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    year_word: str | None = None
    month_word: str | None = None
    day_word: str | None = None
    part: str = ""
    """The part of the year or month, as 秋天, 年底 and 下旬."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A date in a text; in a period the first day, with the last one as `until`."""

    start: int
    end: int
    written: Written
    until: Written | None = None


_YEAR_WORD = (
    "今年|本年|去年|前年(?<![以之目多数]前年)|上年(?!纪)|同年(?!龄|级|代)|当年|次年|翌年|隔年|"
    "第二年|来年"
)
_MONTH_WORD = "同月|当月|本月|这个月|上个?月|次月|翌月"
_DAY_WORD = "(?:同|当|次|翌|隔)[日天]|第二[天日]|当晚"


def _part_of_year(name: str) -> str:
    return (
        rf"(?P<yp{name}>年?(?:初|底|末|终|中)|的?[上下]半年|的?第?[一二三四1-4]季度|"
        r"春节(?:前后|期间)?|[春夏秋冬](?:季|天)?)?"
    )


def _part_of_month(name: str) -> str:
    return rf"(?P<mp{name}>[上中下]旬|中下旬|上中旬|月?[初底末]|间)?"


_TO = r"\s?(?:至|到|—{1,2}|–|-|~|～)\s?"


def _year(name: str) -> str:
    return (
        rf"(?:(?P<year{name}>(?<![0-9.])(?:19|20)[0-9]{{2}}|[一二][九〇零○]{HAN_DIGIT}{{2}})\s?年度?"
        rf"|(?<![0-9.刑第])(?P<short{name}>[123][0-9])年(?=\s?{DAY_OR_MONTH}\s?月)"
        rf"|(?P<year_word{name}>{_YEAR_WORD})度?)的?"
    )


def _month(name: str) -> str:
    return (
        rf"(?:(?P<month{name}>元|{DAY_OR_MONTH})\s?月(?!龄|供|薪|租|息|均|入|费|度|卡)份?"
        rf"|(?P<month_word{name}>{_MONTH_WORD}))"
    )


def _day(name: str) -> str:
    return rf"(?P<day{name}>{DAY_OR_MONTH})\s?[日号](?!楼|院|线|店)"


def _numeric(name: str) -> str:
    return (
        rf"(?<![0-9./-])(?P<ny{name}>(?:19|20)[0-9]{{2}})\s?(?P<sep{name}>[-./])\s?"
        rf"(?P<nm{name}>1[0-2]|0?[1-9])(?:\s?(?P=sep{name})\s?(?P<nd{name}>3[01]|[12][0-9]|0?[1-9]))?"
        r"(?![0-9年月.%万亿元]|[-/][0-9])"
    )


_BARE_MONTH = (
    rf"(?<![0-9.一二三四五六七八九十两几数个期近第])(?:(?=[0-9元])|(?={DAY_OR_MONTH}月"
    rf"(?:{DAY_OR_MONTH}[日号]|份|[上中下]旬|初|底|末|以来|起|，|[抓查侦破打捣端接对将在立，]))|(?=[同当本这上次翌]))"
)
_BARE_DAY = (
    r"(?<![^。，；：、\n于在局方警安])(?P<only>3[01]|[12][0-9]|[1-9])\s?[日号]"
    r"(?=，|\s?[0-9]{1,2}\s?[时点：]|凌晨|清晨|早|上午|中午|下午|傍晚|晚|深夜|"
    r"[一-鿿]{0,8}(?:警方|民警|公安|分局|派出所))"
)
_DATE = re.compile(
    rf"(?:{_numeric('1')}"
    rf"|{_year('1')}\s?(?:{_month('1')}\s?(?:{_day('1')}|{_part_of_month('1')})|{_part_of_year('1')})"
    rf"|{_BARE_MONTH}{_month('2')}\s?(?:{_day('2')}|{_part_of_month('2')})"
    rf"|(?P<day_word>{_DAY_WORD})|{_BARE_DAY})"
    rf"(?:{_TO}(?:{_numeric('3')}"
    rf"|(?={DAY_OR_MONTH}\s?[月日号]|{_MONTH_WORD}|(?:19|20)[0-9]{{2}}\s?年|{_YEAR_WORD}|[一二][九〇零○]|[0-9]{{2}}年)"
    rf"(?:{_year('3')}\s?)?(?:{_month('3')}\s?)?(?:{_day('3')}|{_part_of_month('3')})))?"
)
_UNREAD = re.compile(
    "(?:[今去前]年)?(?:农历|阴历|正月|腊月|冬月)[^，。；\n]{0,6}"
    "|(?:徒刑|拘役|管制|刑期|缓刑|考验期)[^，。；\n]{0,12}"
    r"|(?:电|讯|记者[^，。；\n]{0,8})?[一-鿿]{0,8}(?:20[0-9]{2}年)?[0-9]{1,2}月[0-9]{1,2}日(?:电|讯)(?=[\s（，：])"
    "|(?:[〔［][0-9]{4}[〕］])[0-9]*号"
)
"""Dates of other calendars, terms of sentences, datelines and numbers of documents."""


def mentions(plain: str) -> Iterator[Mention]:
    """Every date of a normalized text, in its order; what belongs to no case is left out."""
    read = _UNREAD.sub(lambda match: "□" * len(match[0]), plain)
    for match in _DATE.finditer(read):
        written = _written(match, "1") or _written(match, "2") or _only(match)
        if written is not None:
            yield Mention(match.start(), match.end(), written, _written(match, "3"))


def _only(match: re.Match[str]) -> Written | None:
    if match["day_word"]:
        return Written(day_word=match["day_word"])
    return Written(day=int(match["only"])) if match["only"] else None


def _written(match: re.Match[str], name: str) -> Written | None:
    """The parts of a match whose groups end in `name`; None if it has none of them."""
    groups = {
        key.removesuffix(name): text
        for key, text in match.groupdict().items()
        if key.endswith(name)
    }
    if groups.get("ny"):
        year, month, day = (_number(groups[key]) for key in ("ny", "nm", "nd"))
        return Written(year, month, day)
    short = groups.get("short")
    written = Written(
        year=2000 + int(short) if short else _number(groups.get("year")),
        month=1 if groups.get("month") == "元" else _number(groups.get("month")),
        day=_number(groups.get("day")),
        year_word=groups.get("year_word"),
        month_word=groups.get("month_word"),
        part=groups.get("yp") or groups.get("mp") or "",
    )
    return written if written != Written() else None


def _number(text: str | None) -> int | None:
    return whole_number(text) if text else None
