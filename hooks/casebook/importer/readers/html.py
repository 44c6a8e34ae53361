"""HTML: pages saved from WeChat, from news sites and from word processors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bs4 import BeautifulSoup
from bs4.element import Tag

from casebook.content.radicals import without_radicals
from casebook.importer.document import Block, Cell, Document, Note, Picture, Role, Unseen, tidy
from casebook.importer.readers import html_hints, html_scripts
from casebook.importer.readers.broken_lines import rejoined
from casebook.importer.readers.encodings import decoded
from casebook.importer.readers.html_article import Article, article_of
from casebook.importer.readers.html_lines import Line, Lines, lines_of
from casebook.importer.readers.html_markup import split
from casebook.importer.readers.html_resources import Resources, picture_of
from casebook.importer.readers.html_styles import StyleSheets
from casebook.importer.readers.html_tree import parsed
from casebook.importer.readers.printed_layout import PrintedLine
from casebook.importer.readers.source import Limits, Source


def read(source: Source) -> Document:
    """The document of a page."""
    return document_of(decoded(source.data), source.limits)


def document_of(
    text: str, limits: Limits, resources: Resources | None = None, is_whole: bool = False
) -> Document:
    """The document of the source of a page; raises UnreadableError if it is beyond the limits.

    `is_whole` tells that all of the page is the article.
    """
    resources = resources or Resources()
    markup = split(text, limits)
    page = parsed(markup.text)
    styles = [*resources.styles, *markup.styles, *_fill_frames(page, resources, limits)]
    values = html_scripts.values_of(markup.scripts)
    _fill_article(page, values, limits)
    found = lines_of(page, StyleSheets(styles, limits), limits)
    article = Article(0, len(found.lines), frozenset()) if is_whole else article_of(found)
    stated = html_hints.stated(page, markup.comments)
    titles = [stated.get("title", ""), *html_hints.names_of(page)]
    title = _title(found.lines, article, titles)
    roles = list(_roles(found.lines, article, title))
    blocks = tuple(_blocks(found.lines, roles))
    resources = replace(resources, inline=markup.pictures)
    return Document(
        blocks=tuple(rejoined([PrintedLine(block) for block in blocks], by_sentence=False)),
        hints={} if is_whole else _hints(stated, values, blocks, titles),
        unseen=_unseen(found, article),
        notes=(Note.REVISIONS,) if found.is_revised else (),
        pictures=tuple(_pictures(found, article, blocks, resources, limits)),
    )


def _fill_frames(page: BeautifulSoup, resources: Resources, limits: Limits) -> Iterator[str]:
    """Puts the pages of frames in their places; yields their style sheets."""
    for frame in page.find_all(["iframe", "frame"]):
        if inner := resources.frames.get(str(frame.get("src", ""))):
            markup = split(inner, limits)
            frame.name = "div"
            frame.append(parsed(markup.text))
            yield from markup.styles


def _fill_article(page: BeautifulSoup, values: Mapping[str, str], limits: Limits) -> None:
    """Puts the article in its place that a script of WeChat holds, unless it is there."""
    content = values.get("content_noencode", "")
    target = page.find(id="js_content") or page.find("body") or page
    if not content or not isinstance(target, Tag):
        return
    is_plain = not re.search(r"<(?:p|section|div)\b", content, re.IGNORECASE)
    markup = split(content.replace("\n", "<br>") if is_plain else content, limits)
    inner = parsed(markup.text)
    flat = re.sub(r"\s", "", inner.get_text())
    if flat[:_BEGINNING] in re.sub(r"\s", "", target.get_text()):
        return
    place = page.new_tag("div", attrs={"class": "rich_media_content"})
    place.append(inner)
    target.append(place)


_BEGINNING = 20
"""Characters by which an article is recognized."""


def _title(lines: Sequence[Line], article: Article, titles: Sequence[str]) -> int | None:
    """The number of the line with the title: the one that the page names, else a first heading."""
    known = {_flat(title) for title in titles if title}
    named = [
        number
        for number, line in enumerate(lines[: article.end])
        if _flat(line.text) in known and line.linked < len(line.text)
    ]
    for number in named:
        if lines[number].role is Role.HEADING:
            return number
    if named:
        return named[0]
    for number, line in enumerate(lines[: article.end]):
        is_first = line.role is Role.HEADING and line.level == 1
        if is_first and number not in article.furniture and line.linked < len(line.text):
            return None if _OF_CASE.match(line.text) else number
    return None


_OF_CASE = re.compile(r"(?:典型)?案例|案件|第?[一二三四五六七八九十]+[、起]|[0-9]{1,2}\s*[.、．]")
"""The beginning of a heading of one case."""


def _flat(text: str) -> str:
    return re.sub(r"\s", "", text)


def _roles(lines: Sequence[Line], article: Article, title: int | None) -> Iterator[Role]:
    # Once for each table: to ask it goes through all of its cells.
    tables = {id(line.table): line.table for line in lines if line.table}
    of_data = {number for number, table in tables.items() if table.holds_data}
    for number, line in enumerate(lines):
        if number == title:
            yield Role.TITLE
        elif number < article.start:
            yield Role.HEADER
        elif number >= article.end:
            yield Role.FOOTER
        elif line.place[0] and id(line.table) in of_data:
            yield Role.CELL
        else:
            yield line.role


def _blocks(lines: Sequence[Line], roles: Sequence[Role]) -> Iterator[Block]:
    counts: Counter[str] = Counter()
    tables: dict[int, int] = {}
    before, further = "", 0
    for line, role in zip(lines, roles, strict=True):
        cell = None
        if role is Role.CELL and line.table:
            number = tables.setdefault(id(line.table), len(tables) + 1)
            cell = Cell(number, *line.place)
            at = f"表{number}第{cell.row}行第{cell.column}列"
        else:
            region = _REGIONS.get(role, "")
            counts[region] += 1
            at = f"{region}第{counts[region]}段"
        if line.source_line:
            further = further + 1 if line.source_line == before else 0
            at = f"第{int(line.source_line) + further}行"
        before = line.source_line
        is_bold = line.is_bold or role in (Role.TITLE, Role.HEADING)
        yield Block(without_radicals(line.text), at, role, line.label_length, is_bold, cell)


_REGIONS = {Role.HEADER: "正文前", Role.FOOTER: "正文后"}


def _unseen(found: Lines, article: Article) -> dict[Unseen, int]:
    """What is not read in the article; the folded menus around it are on every page."""
    counts: Counter[Unseen] = Counter()
    for place, reason, count in found.unseen:
        if article.start <= place <= article.end:
            counts[reason] += count
    return dict(counts)


def _pictures(
    found: Lines, article: Article, blocks: Sequence[Block], resources: Resources, limits: Limits
) -> Iterator[Picture]:
    """The pictures in the article, each at the block before it."""
    count = 0
    for place, tag in found.pictures:
        if article.holds(place, tag):
            count += 1
            at = blocks[max(place - 1, 0)].at if blocks else "第1段"
            yield picture_of(tag, count, at, resources, limits)


def _hints(
    stated: Mapping[str, str],
    values: Mapping[str, str],
    blocks: Sequence[Block],
    titles: Sequence[str],
) -> dict[str, str]:
    """The hints, the surest first: of elements, of the text, of scripts, of the window."""
    title = next((block.text for block in blocks if block.role is Role.TITLE), "")
    before = [block.text for block in blocks if block.role is Role.HEADER]
    after = [block.text for block in blocks if block.role is Role.FOOTER]
    found = {"title": titles[-1]}
    found |= html_hints.around(before, after)
    found |= html_scripts.hints_of(dict(values))
    found |= {"title": title} if title else {}
    found |= dict(stated)
    return {name: tidy(value) for name, value in found.items() if value}
