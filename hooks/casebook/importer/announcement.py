"""The announcement: the title, publisher, date and other facts of a bulletin as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from casebook.content.partial_date import PartialDate
from casebook.content.web_address import flaw_of
from casebook.importer.bulletin_title import title_of
from casebook.importer.bulletin_words import normalized
from casebook.importer.document import Document, Role
from casebook.importer.line import Line
from casebook.importer.publication_day import published_on, told_year
from casebook.importer.publishers import home_of, publishing_unit
from casebook.places.gazetteer import Level, Place

_MINISTRY = re.compile(
    "(?P<unit>公安部(?:网(?:络)?安(?:全保卫)?局|刑侦局)?|最高人民(?:法院|检察院))"
    "[^，。；：]{0,14}?(?:公布|通报|发布|获悉|公开|召开|曝光|依法惩治)"
)
_CAMPAIGN = re.compile("(?P<name>(?:净网|护网|清朗|断卡|云剑|昆仑|清源)[—·-]?20[0-9]{2})")
_UNIT = "[一-鿿]{2,20}?(?:公安局|公安厅)(?:[一-鿿]{2,6}分局)?"
_RED_HEAD = re.compile(rf"^(?P<unit>{_UNIT})(?:办公室|[一-鿿]{{0,6}})?文件$")
_SIGNATURE = re.compile(rf"^(?P<unit>{_UNIT})(?:[0-9〇零○一二三四五六七八九十年月日]*)$")
_SOURCE = re.compile(
    rf"(?:来源|稿源|信息来源|发布单位|供稿|发布机构)\s?：\s?(?P<unit>{_UNIT})(?![一-鿿])"
)
_OF_CITY = re.compile("(?:我|本|全)市(?:公安|警方|网警)|市公安局|市局(?!部|长)|本报讯")
_OF_PROVINCE = re.compile("(?:我|本|全)省(?:公安|警方|网警)|省公安厅|省厅")
_OF_COUNTY = re.compile("(?:我|本|全)[县旗区](?:公安|警方|网警)|县公安局|县局")
_CALLED = re.compile("(?:公安|警方|网警|网安|公安机关|公安(?:机关)?网安(?:部门)?)$")
_LEAD = 600
"""Characters of the text before the cases that are searched."""
_LINES_AT_END = 12


@dataclass(frozen=True, slots=True)
class Announcement:
    """The facts of a bulletin as a whole; None where it does not state them."""

    title: str | None
    publisher: str | None
    published: PartialDate | None
    """A full date."""
    told_year: int | None
    """The year of which it tells, if it is the one before that of publication."""
    home: Place | None
    """The city or province whose police publish it; None for the whole country."""
    campaign: str | None
    url: str | None
    title_lines: tuple[Line, ...]
    """The lines that print the title; none if it stands only outside of the text."""
    lead: tuple[Line, ...]
    """The paragraphs of sentences before the first case."""


def announcement_of(
    document: Document, before: Sequence[Line], after: Sequence[Line]
) -> Announcement:
    """Extracts the announcement from the hints of a document and the lines around its cases.

    `before` are those before the first case, `after` the later ones that belong to no case, such
    as a signature.
    """
    hints = document.hints
    everything = "\n".join(
        block.text for block in document.blocks if block.role not in (Role.HEADER, Role.FOOTER)
    )
    title, title_lines = title_of(hints, before)
    lead = tuple(line for line in before if line not in title_lines and _is_lead(line))
    told = [line.text for line in lead] or everything.split("\n")
    head = "\n".join([title or "", *told])[:_LEAD]
    campaign = _CAMPAIGN.search(normalized(head))
    home = home_of(head, everything)
    if home and home.level is Level.DISTRICT and not lead:  # that of the first case only
        home = home.parent
    above, below = [line.text for line in before], [line.text for line in after]
    heads = [block.text for block in document.blocks if block.role is Role.HEADER]
    published = published_on(hints, [*above, *heads] if above else [], below, everything)
    return Announcement(
        title=title,
        publisher=_publisher(head, home, above, below),
        published=published,
        told_year=told_year(head, everything, published),
        home=home,
        campaign=campaign["name"] if campaign else None,
        url=url if (url := hints.get("url", "")) and not flaw_of(url) else None,
        title_lines=title_lines,
        lead=lead,
    )


def _is_lead(line: Line) -> bool:
    """Whether a line before the cases is a paragraph, not metadata of the page."""
    is_stamped = _STAMPED.search(line.text) is not None and len(line.text) <= _STAMP
    return line.is_closed and len(line.text) > _SHORTEST_LEAD and not is_stamped


_STAMPED = re.compile("字号|浏览|来源|作者|点击|编辑")
_STAMP, _SHORTEST_LEAD = 60, 24


def _publisher(
    head: str, home: Place | None, before: Sequence[str], after: Sequence[str]
) -> str | None:
    """The publishing unit: named by the head or the signature, or implied as 我市公安局."""
    if ministry := _MINISTRY.search(normalized(head)):
        return ministry["unit"]
    lines = [_bare(line) for line in before]
    signatures = [_bare(line) for line in reversed(after[-_LINES_AT_END:])]
    for pattern, texts in ((_RED_HEAD, lines), (_SIGNATURE, signatures)):
        if match := next(filter(None, map(pattern.search, texts)), None):
            return match["unit"]
    if unit := publishing_unit(head, home):
        return _formal(unit, home)
    source = next(filter(None, map(_SOURCE.search, (*lines, *signatures))), None)
    return source["unit"] if source else _implied(normalized(head), home)


def _formal(unit: str, home: Place | None) -> str:
    """The name of the police of a place that a text calls 太原警方 or 太原公安机关."""
    if home is None or not _CALLED.search(unit) or not unit.startswith(home.name[:2]):
        return unit
    is_city = home.level is not Level.PROVINCE or home.name.endswith("市")
    return f"{home.name}公安{'局' if is_city else '厅'}"


def _bare(line: str) -> str:
    return re.sub(r"\s", "", normalized(line)).strip("（）")


def _implied(head: str, home: Place | None) -> str | None:
    """The police of the place that a text calls ours."""
    if home is None:
        return None
    city = home.parent if home.level is Level.DISTRICT else home
    if _OF_PROVINCE.search(head):
        return f"{home.province.name}公安厅"
    if home.level is Level.DISTRICT and _OF_COUNTY.search(head):
        return f"{home.name}公安局"
    if city is not None and city.level is Level.CITY and _OF_CITY.search(head):
        return f"{city.name}公安局"
    return None
