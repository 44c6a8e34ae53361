"""Dates: when the police found or cleared a case, among all dates in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casebook.content.partial_date import PartialDate
from casebook.importer.bulletin_words import normalized
from casebook.importer.extracted_value import Extracted, sentence_at

_HAN_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_DATE = re.compile(
    r"(?:(?P<year>(?:19|20)[0-9]{2}|二[〇零○][〇零○一二三四五六七八九]{2})\s?年(?:度)?"
    r"|(?P<relative>[今去前同当本]年)(?:的)?|(?P<same>同月|当月|本月)|(?<![0-9.]))"
    r"(?:\s?(?P<month>1[0-2]|0?[1-9])\s?月(?:份)?(?:\s?(?P<day>3[01]|[12][0-9]|"
    r"0?[1-9])\s?[日号])?)?"
)
_POLICE_ACTED = re.compile(
    "公安|警方|网安|民警|网警|派出所|侦破|破获|打掉|抓获|查处|接报|接到|接群众|报警|"
    "报案|立案|收网|捣毁|摧毁|侦办|查获|"
    "发现|抓捕|线索|专案组|强制措施|刑拘|检察院|法院"
)
_DEEDS = re.compile(
    "^(?:(?:[0-9]{1,2}[日号])?(?:以来|开始|起[，至]|起$|期间|至(?:今|案发|"
    "[0-9]{2,4}年|[0-9]{1,2}月)|[—~-])|间?[，]?[^，。]{0,12}"
    "(?:注册|成立|购买|通过|为谋|为牟|开设|非法获取|利用|伙同|结识|加入|入职|出于|因|编造|发布))"
)
_JUDGED = re.compile("判决|宣判|提起公诉|判处|一审|二审|生效|起诉")
_QUOTED = re.compile("“[^”]{0,80}”")
_NUMBERED = re.compile("专项|行动|净网|护网|[《“][^》”]*$")


@dataclass(frozen=True, slots=True)
class _Dated:
    date: PartialDate
    start: int
    score: int


def found_on(
    text: str, published: PartialDate | None, before: PartialDate | None
) -> Extracted[PartialDate] | None:
    """When the police found or cleared the case; None if the text does not state it.

    `published` gives the year of 今年 and of months without one; `before` is the date of the
    previous case, to which 同月 refers. The day is taken from a later step in that month, if any.
    """
    dated = list(_dated(text, published, before))
    if not dated:
        return None
    best = max(dated, key=lambda one: (one.score, -one.start))
    if best.score < 0:
        return None
    date = best.date
    if date.day is None and date.month is not None:
        steps = [
            one.date
            for one in dated
            if one.date.day
            and (one.date.year, one.date.month) == (date.year, date.month)
            and one.score >= _BY_POLICE
        ]
        date = steps[0] if steps else date
    rivals = {str(one.date)[:7] for one in dated if one.score >= best.score - 1}
    return Extracted(date, sentence_at(text, best.start), len(rivals) == 1)


_BY_POLICE = 3


def _dated(
    text: str, published: PartialDate | None, before: PartialDate | None
) -> Iterator[_Dated]:
    plain = _QUOTED.sub(lambda match: "□" * len(match[0]), normalized(text))
    year = published.year if published else None
    last: PartialDate | None = None
    for match in _DATE.finditer(plain):
        if not match[0].strip():
            continue
        date = _resolved(match, year, last, before)
        if date is None:
            continue
        last = date
        yield _Dated(date, match.start(), _score(plain, match, date, published))


def _resolved(
    match: re.Match[str], year: int | None, last: PartialDate | None, before: PartialDate | None
) -> PartialDate | None:
    """The date of a match; None if it is ambiguous or invalid."""
    if match["same"]:
        month_of = last or before
        return PartialDate(month_of.year, month_of.month) if month_of else None
    if match["year"]:
        year = int(match["year"].translate(_HAN_DIGITS))
    elif match["relative"]:
        word = match["relative"][0]
        base = (last.year if last else year) if word in "同当" else year
        year = base - "今去前".find(word) if base and word in "今去前" else base
    elif match["month"]:
        year = last.year if last else year
    else:
        return None
    month, day = (int(match[name]) if match[name] else None for name in ("month", "day"))
    if year is None or (match["relative"] and month is None):
        return None
    try:
        return PartialDate.parse(str(PartialDate(year, month, day)))
    except ValueError:
        return None


_NEAR = 80
"""Characters after a date that describe the event."""
_UNTIL = ("至", "到", "—", "~", "-")


def _score(
    plain: str, match: re.Match[str], date: PartialDate, published: PartialDate | None
) -> int:
    """The score of a date, by its position and the text around it."""
    after = plain[match.end() : match.end() + _NEAR]
    clause = re.split("[。；]", after, maxsplit=1)[0][:60]
    score = 0
    if _POLICE_ACTED.search(clause):
        score += _BY_POLICE
    if match.start() < 8:
        score += 2
    if _DEEDS.match(after):
        score -= 5
    if plain[max(0, match.start() - 1) : match.start()] in _UNTIL:
        score -= 4
    if _JUDGED.search(clause[:24]):
        score -= 2
    if date.month is None:
        score -= 2
    if _NUMBERED.search(plain[max(0, match.start() - 4) : match.start()]) or re.match(
        "[电讯]", after
    ):
        score -= 6
    if published and date.first_day > published.last_day:
        score -= 6
    return score
