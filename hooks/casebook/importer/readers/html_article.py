"""The article of a page: which of its lines belong to it, and which only stand around it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from bs4.element import Tag

from casebook.importer.readers.html_lines import Line, Lines, Span
from casebook.importer.readers.html_styles import classes_of


@dataclass(frozen=True, slots=True)
class Article:
    """Lines of a page: from `start` up to but not including `end`."""

    start: int
    end: int
    furniture: frozenset[int]
    """The lines of navigation and the like, anywhere on the page."""
    elements: tuple[Tag, ...] = ()
    """The elements that hold it; none if that is the whole page."""

    def holds(self, place: int, tag: Tag) -> bool:
        """Whether an element before a line is in the article."""
        if not self.elements or self.start < place < self.end:
            return self.start <= place <= self.end
        around = islice(tag.parents, _FARTHEST)
        return any(one is element for one in around for element in self.elements)


def article_of(found: Lines) -> Article:
    """The article of a page: an element known to hold one, else the one with nearly all prose.

    If an article stands in several elements, all lines from the first to the last belong to it.
    """
    prose = _Prose(found)
    start, end, elements = prose.known() or prose.densest()
    inside = [number for number in range(start, end) if number not in prose.furniture]
    if inside:
        start, end = inside[0], inside[-1] + 1
    return Article(start, end, prose.furniture, elements)


_FARTHEST = 100
"""Elements around a picture among which that of the article is looked for."""
_MOST_ELEMENTS = 20


_Found = tuple[int, int, tuple[Tag, ...]]


class _Prose:
    """How much prose each element has: whole sentences that are no links."""

    def __init__(self, found: Lines) -> None:
        self.count = len(found.lines)
        self.spans = found.spans
        weights = [_weight(line) for line in found.lines]
        self.furniture = frozenset(_furniture(found.spans, weights))
        kept = [0 if number in self.furniture else one for number, one in enumerate(weights)]
        self.sums = [0, *accumulate(kept)]
        self.long = [
            number
            for number, weight in enumerate(kept)
            if weight >= _LONG and not _LEGAL.search(found.lines[number].text)
        ]
        """The lines that are whole sentences, but for the notices at the foot of sites."""

    def within(self, span: Span) -> int:
        """The characters of prose in an element."""
        return self.sums[span.end] - self.sums[span.start]

    def known(self) -> _Found | None:
        """The lines of the elements known to hold articles; None if they hold too little."""
        total = self.sums[-1]
        ranked = [(rank, span) for span in self.spans if (rank := _rank(span.tag)) is not None]
        ranked = [(rank, span) for rank, span in ranked if self.within(span)]
        for rank, least in enumerate(_LEAST_SHARES):
            spans = [span for one, span in ranked if one == rank]
            outer = list(_outermost(spans))
            if outer and sum(map(self.within, outer)) >= least * total:
                parts = [self._narrowed(inner) for inner in _grouped(outer, spans)]
                start = min(span.start for span in parts)
                end = max(span.end for span in parts)
                elements = tuple(span.tag for span in parts[:_MOST_ELEMENTS])
                if rank == 0:
                    return start, end, elements
                further = [
                    span
                    for _, span in ranked
                    if self.within(span) >= _PART * total
                    and (span.end <= start or end <= span.start)
                ]
                start = min([start, *(span.start for span in further)])
                end = max([end, *(span.end for span in further)])
                elements += tuple(span.tag for span in further[:_MOST_ELEMENTS])
                return *self._with_the_rest(start, end, _PART), elements
        return None

    def _narrowed(self, spans: Sequence[Span]) -> Span:
        """The innermost of nested elements that has nearly all of the prose of the first."""
        least = _NEARLY_ALL * self.within(spans[0])
        return [span for span in spans if self.within(span) >= least][-1]

    def densest(self) -> _Found:
        """The lines of the innermost element that has nearly all of the prose of the page."""
        total = self.sums[-1]
        if not total:
            return 0, self.count, ()
        most = [
            span
            for span in self.spans
            if span.tag.name in _CONTAINERS and self.within(span) >= _NEARLY_ALL * total
        ]
        if not most:
            return 0, self.count, ()
        return *self._with_the_rest(most[-1].start, most[-1].end, 0), (most[-1].tag,)

    def _with_the_rest(self, start: int, end: int, least: float) -> tuple[int, int]:
        """Some lines and the long sentences outside of them, if those have a share of the prose."""
        rest = [number for number in self.long if not start <= number < end]
        prose = sum(self.sums[number + 1] - self.sums[number] for number in rest)
        if not rest or prose < least * self.sums[-1]:
            return start, end
        return min(start, *rest), max(end, *(number + 1 for number in rest))


_CONTAINERS = frozenset(["article", "body", "center", "div", "form", "main", "section", "td"])
_NEARLY_ALL = 0.85
_PART = 0.15
"""The share of the prose of a page from which a further element is a part of the article."""
_LEAST_SHARES = (0.2, 0.6, 0.6, 0.6, 0.8)
"""The share of the prose of a page that an element of each rank must have to be the article."""
_LEAST_SENTENCE = 30
"""Characters from which a line without punctuation is prose."""
_LONG = 30
"""Characters from which a line is part of an article wherever it stands."""
_LEGAL = re.compile(
    "版权|备案|ICP|主办|承办|[Cc]opyright|地址|电话|邮编|免责|许可证|转载|举报|本网|本站|浏览器|客户端"
)
_SENTENCE = re.compile("[，。！？；]")
_STAMP = re.compile(
    r"(?:发布|更新|发稿)(?:时间|日期)|来\s*源\s*[:：]|字\s*[号体]|(?:浏览|点击|阅读)(?:次数|量|数)?[:：]"
)
_LONGEST_STAMP = 100
"""Characters of the longest line with the date and the source of an article."""
_NAMED = re.compile(
    r"trs_\w+|ucap-content|zoom(?:con)?|custom_unionstyle"
    r"|(?:js_|the_?|v_|vsb_|wp_|rm_|xxgk_?|zw_?|xl_?|wz_?|nr_?|con_?)*"
    r"(?:article|news|detail|details|info|main|text|txt|post|entry|pages?|zw|xl|wz|nr)_?"
    r"(?:content|contents|con|cont|conts|body|text|txt|main|nr|details?|box)"
)
_FURNITURE_NAME = re.compile(
    r"(?:(?:site|page|top|main|global|sub|left|right|bottom|g|m|w|js)_?)?"
    r"(?:nav|navi|navbar|navigation|menu|menus|crumbs?|breadcrumbs?|location|position|weizhi|dqwz"
    r"|header|head|top|topbar|logo|banner|search|login|tools?|toolbar|share|fenxiang|sidebar|side"
    r"|aside|related?|relates?|recommend|recommends|tuijian|xgxw|xglj|xgyd|hot|rank|ranking"
    r"|comments?|pinglun|footer|foot|bottom|copyright|copy|links?|friendlinks?|yqlj|qrcode|ewm"
    r"|pc_qr_code|pagination|pager|prev_?next|language|cookies?)"
    r"(?:_?(?:box|list|bar|wrap|wrapper|area|con|container|inner|\d+))?"
)
_FURNITURE_ROLES = frozenset(["navigation", "search", "banner", "contentinfo", "complementary"])
_MOST_FURNITURE = 0.3
"""The share of the prose of a page above which an element is no navigation, whatever its name."""


def _weight(line: Line) -> int:
    if line.linked * 2 > len(line.text):
        return 0
    if len(line.text) <= _LONGEST_STAMP and _STAMP.search(line.text):
        return 0
    is_prose = len(line.text) >= _LEAST_SENTENCE or bool(_SENTENCE.search(line.text))
    return len(line.text) if is_prose else 0


def _names(tag: Tag) -> set[str]:
    """The id and the classes of an element, in lower case with `_` between words."""
    texts = [*classes_of(tag), str(tag.get("id", ""))]
    split = (re.sub(r"(?<=[a-z])(?=[A-Z])", "_", text) for text in texts if text)
    return {text.lower().replace("-", "_") for text in split}


def _rank(tag: Tag) -> int | None:
    """How surely an element holds an article: 0 the surest; None if that is unknown."""
    names = _names(tag)
    if names & {"js_content", "rich_media_content"}:
        return 0
    if tag.get("itemprop") == "articleBody":
        return 1
    if any(_NAMED.fullmatch(name.replace("ucap_", "ucap-")) for name in names):
        return 2
    if tag.name == "article":
        return 3
    is_main = tag.name == "main" or tag.get("role") == "main"
    return 4 if is_main or names & {"content", "contents", "main", "con"} else None


def _furniture(spans: Sequence[Span], weights: Sequence[int]) -> Iterator[int]:
    sums = [0, *accumulate(weights)]
    for span in spans:
        is_named = any(_FURNITURE_NAME.fullmatch(name) for name in _names(span.tag))
        is_element = span.tag.name in ("nav", "footer", "aside")
        is_furniture = is_named or is_element or span.tag.get("role") in _FURNITURE_ROLES
        if is_furniture and sums[span.end] - sums[span.start] <= _MOST_FURNITURE * sums[-1]:
            yield from range(span.start, span.end)


def _outermost(spans: Iterable[Span]) -> Iterator[Span]:
    end = -1
    for span in spans:
        if span.end > end:
            yield span
            end = span.end


def _grouped(outer: Sequence[Span], spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Each of the outermost elements with those in it; all are in the order of the page."""
    waiting = deque(spans)
    for one in outer:
        group = []
        while waiting and waiting[0].end <= one.end:
            group.append(waiting.popleft())
        yield group or [one]
