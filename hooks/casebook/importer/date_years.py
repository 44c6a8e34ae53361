"""Years of dates: from the dates of a text as written to dates with a year."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from casebook.content.partial_date import PartialDate
from casebook.importer.date_mentions import Mention, Written

_YEARS_BACK = {"今年": 0, "本年": 0, "去年": 1, "上年": 1, "前年": 2}
_NEXT_YEAR = ("次年", "翌年", "隔年", "第二年", "来年")
_DECEMBER = 12
_MONTHS_OF = {"春": 2, "夏": 5, "秋": 8, "冬": 11, "中": 6, "下半": 7, "底": 11, "末": 11, "终": 11}
"""The first month of a part of a year."""
_DAYS_OF = {"中": 11, "下": 21, "底": 21, "末": 21}
"""The first day of a part of a month."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A date with its year, and whether the text leaves no other year open."""

    date: PartialDate
    is_sure: bool
    until: PartialDate | None = None


@dataclass(slots=True)
class Years:
    """Gives dates their years in the order of a text: by those before, else by the publication."""

    published: PartialDate | None
    before: PartialDate | None
    """The date of the case before, to which 同月 may refer."""
    told_year: int | None = None
    """The year of which the bulletin tells, if it is the one before that of the publication."""
    _last: PartialDate | None = field(default=None, init=False)
    _last_part: str = field(default="", init=False)
    _is_last_firm: bool = field(default=False, init=False)

    def resolved(self, mention: Mention, is_firm: bool, is_aside: bool) -> Resolved | None:
        """The date of a mention; None if it has no year, does not exist or lies in the future.

        A date aside, as 2019年的视频, gives later ones no year; one that is not firm, as
        2021年以来, gives it without certainty.
        """
        found = self._resolved(mention.written)
        if found is None or not self._is_possible(found.date):
            return None
        until = self._until(mention.until, found.date) if mention.until else None
        if not is_aside:
            self._last, self._is_last_firm = until or found.date, is_firm and found.is_sure
            self._last_part = mention.written.part
        return Resolved(found.date, found.is_sure, until)

    def _is_possible(self, day: PartialDate) -> bool:
        return self.published is None or day.first_day <= self.published.last_day

    def _resolved(self, written: Written) -> Resolved | None:
        if written.day_word:
            return self._other_day(written.day_word)
        if written.month_word:
            return self._other_month(written.month_word, written.day)
        if written.month is None and written.day is not None:
            return self._day_of_month(written.day)
        if written.year is not None:
            return _dated(written.year, written.month, written.day, True)
        if written.year_word:
            year, is_sure = self._year_of(written.year_word)
        else:
            year, is_sure = self._nearest_year(written)
        return _dated(year, written.month, written.day, is_sure) if year else None

    def _day_of_month(self, day: int) -> Resolved | None:
        """A day without a month: of the last month told, else of that of the publication."""
        last = self._last
        if last is not None:
            return _dated(last.year, last.month, day, self._is_last_firm)
        if self.published is None or self.published.day is None or day > self.published.day:
            return None
        return _dated(self.published.year, self.published.month, day, is_sure=False)

    def _year_of(self, word: str) -> tuple[int | None, bool]:
        if word in _YEARS_BACK:
            return (self.published.year - _YEARS_BACK[word] if self.published else None), True
        if word in _NEXT_YEAR:
            return (self._last.year + 1 if self._last else None), True
        if self._last:
            return self._last.year, True
        return (self.before.year if self.before else None), False

    def _nearest_year(self, written: Written) -> tuple[int | None, bool]:
        """The year of a month without one, and whether it is sure."""
        by_text, by_paper = self._year_by_text(written), self._year_by_publication(written)
        if by_text is None:
            return by_paper[0], by_paper[1] and self._agrees(by_paper[0])
        if by_paper[0] is None or by_text == by_paper:
            return by_text
        if by_text[0] == by_paper[0]:
            return by_text[0], by_text[1] or by_paper[1]
        return (
            by_text if by_text[1] else ((by_paper if not self._is_last_firm else by_text)[0], False)
        )

    def _year_by_text(self, written: Written) -> tuple[int | None, bool] | None:
        last = self._last
        if last is None:
            return None
        month = written.month or 1
        if last.month is None:
            later = PartialDate(last.year + 1, month)
            is_next = month < _first_month(self._last_part) and self._is_possible(later)
            return last.year + is_next, False
        if month >= last.month:
            return last.year, self._is_last_firm
        later = PartialDate(last.year + 1, month)
        return (later.year if self._is_possible(later) else last.year), False

    def _year_by_publication(self, written: Written) -> tuple[int | None, bool]:
        if self.published is None:
            return (self.before.year if self.before else None), False
        year, month = self.published.year, written.month or 1
        latest = self.published.last_day
        day = written.day or _first_day(written.part)
        is_past = (month, day) <= (latest.month, latest.day)
        if self.told_year == year - 1:
            return year - 1, not is_past
        return (year, True) if is_past else (year - 1, month != latest.month)

    def _agrees(self, year: int | None) -> bool:
        """Whether the case before, if any, is of the same year."""
        return self.before is None or self.before.year == year

    def _other_month(self, word: str, day: int | None) -> Resolved | None:
        back = 0
        month_of = self._last if self._last and self._last.month else self.before
        is_sure = True
        if word in ("本月", "这个月") or word.startswith("上"):
            month_of, back = self.published, int(word.startswith("上"))
        elif word in ("次月", "翌月"):
            month_of, back = self._last, -1
        if month_of is None or month_of.month is None:
            return None
        count = month_of.year * _DECEMBER + month_of.month - 1 - back
        return _dated(count // _DECEMBER, count % _DECEMBER + 1, day, is_sure)

    def _other_day(self, word: str) -> Resolved | None:
        if self._last is None and word.startswith("同") and self.before and self.before.day:
            return Resolved(self.before, is_sure=False)
        if self._last is None or self._last.day is None:
            return None
        later = timedelta(days=int(word[0] in "次翌隔第"))
        return Resolved(PartialDate.of(self._last.first_day + later), self._is_last_firm)

    def _until(self, written: Written, since: PartialDate) -> PartialDate | None:
        """The last day of a period; parts that it omits are those of the first one."""
        year = written.year
        if written.year_word in _NEXT_YEAR:
            year = since.year + 1
        elif written.year_word in _YEARS_BACK and self.published:
            year = self.published.year - _YEARS_BACK[written.year_word]
        month = written.month or (since.month if written.day else None)
        year = year or since.year + int((month or _DECEMBER) < (since.month or 1))
        found = _dated(year, month, written.day, True)
        return found.date if found else None


def _first_month(part: str) -> int:
    """The first month of a part of a year; 1 for the whole year."""
    return next((month for word, month in _MONTHS_OF.items() if word in part), 1)


def _first_day(part: str) -> int:
    """The first day of a part of a month; 1 for the whole month."""
    return next((day for word, day in _DAYS_OF.items() if word in part), 1)


def _dated(year: int, month: int | None, day: int | None, is_sure: bool) -> Resolved | None:
    """The date if it exists."""
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return Resolved(PartialDate(year, month, day if month else None), is_sure)
