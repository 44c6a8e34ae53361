"""The day of publication of a bulletin: by its file, its head, its signature or its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from casebook.content.partial_date import PartialDate
from casebook.importer.bulletin_words import normalized
from casebook.importer.date_evidence import is_aside, is_period
from casebook.importer.date_mentions import Mention, mentions
from casebook.importer.quotations import without_quotations

_STAMP, _BYLINE = 60, 24
"""Maximum characters of a line with little but a date, and before the date of a byline."""
_SIGNATURE = 40
_LINES_AT_END = 12
_LINES_AT_HEAD = 4
_ADDRESS = re.compile("(20[0-9]{2})[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12][0-9]|3[01])(?![0-9])")
_DATELINE = re.compile(
    r"(?:电|讯)(?=[\s（，：]|$)|[^。]{0,30}?(?:通报|公布|发布|召开|获悉|报道|介绍|举行|披露|公开|晒出)"
)
_DATELINE_DAY = re.compile(
    r"(?<![0-9年])(?P<month>1[0-2]|[1-9])月(?P<day>3[01]|[12][0-9]|[1-9])日(?=$|电|讯|，|上午|下午|，?记者|从)"
)
_STAMPED = re.compile("发布|时间|日期|来源|浏览|阅读|字号|作者|编辑|[0-9]{1,2}：[0-9]{2}")
_NUMBER = re.compile(r"[〔［【(（](?P<year>20[0-9]{2})[〕］】)）]\s?[0-9]+\s?号")
_CAMPAIGN = re.compile("(?:净网|护网|清朗|断卡|云剑|昆仑|清源)[—·-]?(?P<year>20[0-9]{2})")
_LAST_YEAR = re.compile("20[0-9]{2}年(?:全年|度)?[，全]")


def published_on(
    hints: Mapping[str, str], before: Sequence[str], after: Sequence[str], text: str
) -> PartialDate | None:
    """The day on which a bulletin was published; None if it states none, or no year of it.

    `before` and `after` are the lines around the cases, `text` is all of it. No year is taken
    from within a case, as that of an old video.
    """
    if stated := next(_days(hints.get("date", "")), None):
        return stated[1]
    head = before or text.split("\n")[:_LINES_AT_HEAD]
    for line in head:
        if found := _in_head(line):
            return found
    for line in reversed(after[-_LINES_AT_END:]):
        if found := _signed(line):
            return found
    if in_address := _ADDRESS.search(hints.get("url", "")):
        return _day(*in_address.groups())
    return _with_year_of_head(head, text)


def _days(line: str) -> Iterator[tuple[Mention, PartialDate]]:
    """The full dates of a line that are printed with their years."""
    for one in mentions(without_quotations(line)):
        written = one.written
        if not (written.year and written.month and written.day) or one.until is not None:
            continue
        if day := _day(written.year, written.month, written.day):
            yield one, day


def _in_head(line: str) -> PartialDate | None:
    """The date of a stamp, a byline or a dateline before the cases."""
    plain = normalized(line)
    for one, day in _days(line):
        if is_period(plain, one):
            continue
        rest = plain[: one.start] + plain[one.end :]
        is_stamp = len(plain) <= _STAMP and ("。" not in plain or _STAMPED.search(rest))
        if is_stamp or (
            not is_aside(plain, one) and one.start < _BYLINE and _DATELINE.match(plain, one.end)
        ):
            return day
    if match := _FULL_DATELINE.search(plain, 0, _STAMP):
        return _day(match["year"], match["month"], match["day"])
    return None


_FULL_DATELINE = re.compile(
    r"(?P<year>20[0-9]{2})\s?年\s?(?P<month>1[0-2]|0?[1-9])\s?月\s?(?P<day>3[01]|[12][0-9]|0?[1-9])\s?日\s?(?:电|讯)"
)


def _signed(line: str) -> PartialDate | None:
    """The date that ends a short line, as of a signature."""
    plain = normalized(line).strip("（）()【】 \u3000")
    if len(plain) > _SIGNATURE or "。" in plain:
        return None
    ends = [day for one, day in _days(plain) if not plain[one.end :].strip("印发 ）)")]
    return ends[-1] if ends else None


def _with_year_of_head(head: Sequence[str], text: str) -> PartialDate | None:
    """The day of a dateline without a year, with the year that the head names, if it is sure."""
    joined = normalized("\n".join(head))
    years = {
        int(one["year"]) for pattern in (_NUMBER, _CAMPAIGN) for one in pattern.finditer(joined)
    }
    for line in head:
        plain = normalized(line)
        years |= {
            one.written.year
            for one in mentions(without_quotations(plain))
            if one.written.year and not is_aside(plain, one)
        }
    for line in head:
        if match := _DATELINE_DAY.search(normalized(line), 0, _BYLINE * 2):
            found = _day(max(years), match["month"], match["day"]) if years else None
            is_open = _LAST_YEAR.search(joined) and int(match["month"]) <= _FIRST_MONTHS
            return None if is_open or (found and _is_before_a_case(found, text)) else found
    return None


_FIRST_MONTHS = 3
"""Months in which bulletins tell of the whole year before."""
_YEAR_TOLD = re.compile(
    "(?P<year>20[0-9]{2})年(?:全年|度|以来|来)?(?:[，全我各典打网十]|，|以来|度)"
)
_THIS_YEAR = re.compile("今年(?:以来|[0-9]{1,2}月)|开年|新年以来")
_MONTH_FIRST = re.compile(
    r"^[^。，；\n0-9]{0,8}(?:[0-9]{1,3}[、.．）) ]\s?)?(?P<month>1[0-2]|[1-9])月", re.MULTILINE
)
_FEWEST_IN_ORDER = 4


def told_year(head: str, text: str, published: PartialDate | None) -> int | None:
    """The year before the publication, if a bulletin of the first months tells of its cases.

    `head` states the year, or the months without a year that begin the lines of `text` run
    upwards beyond the month of publication.
    """
    if published is None or published.month is None or published.month > _FIRST_MONTHS:
        return None
    plain, last = normalized(head), published.year - 1
    if _THIS_YEAR.search(plain):
        return None
    if any(int(one["year"]) == last for one in _YEAR_TOLD.finditer(plain)):
        return last
    months = [int(one["month"]) for one in _MONTH_FIRST.finditer(normalized(text))]
    is_upwards = len(months) >= _FEWEST_IN_ORDER and months == sorted(months)
    return last if is_upwards and months[0] <= published.month < months[-1] else None


def _is_before_a_case(day: PartialDate, text: str) -> bool:
    """Whether a text tells a later date, so that the year of the day is wrong."""
    plain = without_quotations(text)
    for one in mentions(plain):
        written = one.written
        if written.year and written.month and not is_aside(plain, one):
            told = _day(written.year, written.month, written.day or 1)
            if told and told.first_day > day.last_day:
                return True
    return False


def _day(year: str | int, month: str | int, day: str | int) -> PartialDate | None:
    try:
        return PartialDate.parse(f"{int(year):04}-{int(month):02}-{int(day):02}")
    except ValueError:
        return None
