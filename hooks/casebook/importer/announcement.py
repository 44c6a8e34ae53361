"""The announcement: the title, publisher, date and other facts of a bulletin as a whole."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casebook.content.partial_date import PartialDate
from casebook.content.web_address import flaw_of
from casebook.importer.bulletin_words import normalized
from casebook.importer.line import Line
from casebook.importer.manuscript import Manuscript
from casebook.importer.whereabouts import home_of, publishing_unit
from casebook.places.gazetteer import Level, Place

_DAY = re.compile(
    r"(?P<y>20[0-9]{2})\s?[年./-]\s?(?P<m>[01]?[0-9])\s?[月./-]\s?(?P<d>[0-3]?[0-9])(?![0-9])"
)
_BARE_DAY = re.compile(r"(?<![0-9年-])(?P<m>1[0-2]|[1-9])月(?P<d>3[01]|[12][0-9]|[1-9])日")
_IN_ADDRESS = re.compile("(20[0-9]{2})[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12][0-9]|3[01])(?![0-9])")
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_CHANNEL = re.compile(r"^(?:[【\[][^】\]]{1,8}[】\]]|[一-鿿A-Za-z]{1,6}\s*[|丨｜│]\s*)")
_MINISTRY = re.compile(
    "(?P<unit>公安部(?:网(?:络)?安(?:全保卫)?局|刑侦局)?|最高人民(?:法院|检察院))"
    "[^，。；：]{0,14}?(?:公布|通报|发布|获悉|公开|召开|曝光|依法惩治)"
)
_CAMPAIGN = re.compile("(?P<name>(?:净网|护网|清朗|断卡|云剑|昆仑|清源)[—·-]?20[0-9]{2})")
_SOURCE = re.compile(r"^[（(]?(?:来源|稿源|信息来源)\s*[：:]\s*(?P<name>[^）)\s]{2,30})")
_LEAD = 600
"""Characters of the text before the cases that are searched."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """The facts of a bulletin as a whole; None where it does not state them."""

    title: str | None
    publisher: str | None
    published: PartialDate | None
    """A full date."""
    home: Place | None
    """The city or province whose police publish it; None for the whole country."""
    campaign: str | None
    url: str | None
    lead: tuple[str, ...]
    """The paragraphs of sentences before the first case."""


def announcement_of(manuscript: Manuscript, before: Sequence[Line]) -> Announcement:
    """Extracts the announcement from the lines before the first case and the hints of the file."""
    hints = manuscript.hints
    everything = "\n".join(line.text for line in manuscript.lines)
    title = _title(hints, before)
    lead = tuple(line.text for line in before if _is_lead(line))
    head = "\n".join([title or "", *(lead or everything.split("\n"))])[:_LEAD]
    campaign = _CAMPAIGN.search(normalized(head))
    home = home_of(head, everything)
    if home and home.level is Level.DISTRICT and not lead:  # that of the first case only
        home = home.parent
    return Announcement(
        title=title,
        publisher=_publisher(head, home),
        published=_published(hints, before, everything),
        home=home,
        campaign=campaign["name"] if campaign else None,
        url=url if (url := hints.get("url", "")) and not flaw_of(url) else None,
        lead=lead,
    )


def _is_lead(line: Line) -> bool:
    """Whether a line before the cases is a paragraph, not metadata of the page."""
    is_stamped = _STAMPED.search(line.text) is not None and len(line.text) <= _STAMP
    return line.is_closed and len(line.text) > _SHORTEST_LEAD and not is_stamped


_STAMPED = re.compile("字号|浏览|来源|作者|点击|编辑")
_SHORTEST_LEAD = 24


def _title(hints: Mapping[str, str], before: Sequence[Line]) -> str | None:
    if hint := hints.get("title"):
        return _CHANNEL.sub("", hint).strip()
    found = [line.text for line in before if _can_be_title(line)]
    best = next((text for text in found if _PRESENTS.search(text)), None) or next(iter(found), None)
    return _CHANNEL.sub("", best).strip() if best else None


def _can_be_title(line: Line) -> bool:
    is_fitting = _SHORTEST_TITLE <= len(line.text) <= _LONGEST_TITLE
    return is_fitting and "。" not in line.text and not _DAY.search(normalized(line.text))


_PRESENTS = re.compile("案例|案件|通报|公布|曝光|典型|打掉|侦破|打击|晒出|披露|查处")
_LONGEST_TITLE = 64
_SHORTEST_TITLE = 8


def _publisher(head: str, home: Place | None) -> str | None:
    """The publishing unit: the announcing ministry, or the first named police unit."""
    ministry = _MINISTRY.search(normalized(head))
    return ministry["unit"] if ministry else publishing_unit(head, home)


def _published(
    hints: Mapping[str, str], before: Sequence[Line], everything: str
) -> PartialDate | None:
    """The publication date: from the hints, a line of its own, the byline, or the URL."""
    texts = [hints.get("date", ""), *(line.text for line in before)]
    for text in texts:
        plain = normalized(text)
        day = _DAY.search(plain)
        if day and (len(plain) <= _STAMP or day.start() < _BYLINE):
            return _day(day["y"], day["m"], day["d"])
    years = [
        year[0] for year in _YEAR.finditer(normalized("\n".join(line.text for line in before)))
    ]
    years = years or [year[0] for year in _YEAR.finditer(normalized(everything))]
    for line in before:
        day = _BARE_DAY.search(normalized(line.text), 0, _BYLINE * 2)
        if day and years:
            return _day(max(years), day["m"], day["d"])
    in_address = _IN_ADDRESS.search(hints.get("url", ""))
    return _day(*in_address.groups()) if in_address else None


_STAMP, _BYLINE = 60, 24
"""Maximum characters of a line with little but a date, and of a byline."""


def _day(year: str, month: str, day: str) -> PartialDate | None:
    try:
        return PartialDate.parse(f"{year}-{int(month):02}-{int(day):02}")
    except ValueError:
        return None
