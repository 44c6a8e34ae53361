"""Page furniture: page numbers and running heads among the lines of a text copied from pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from casebook.importer.document import Role

_NUMBER = r"(?:[0-9０-９]{1,4}|[一二三四五六七八九十百]{1,5}|[ivxlc]{1,6}|[IVXLC]{1,6})"
_DASH = r"[-—–―－‐~·•∙一_]"
_PAGE_NUMBER = re.compile(
    rf"{_DASH}{{1,3}}\s*[0-9０-９]{{1,4}}\s*{_DASH}{{1,3}}"
    rf"|第\s*{_NUMBER}\s*页(?:\s*[,，/／|丨]?\s*[（(]?共\s*{_NUMBER}\s*页[）)]?)?"
    rf"|共\s*{_NUMBER}\s*页\s*[,，/／|丨]?\s*第\s*{_NUMBER}\s*页"
    rf"|[0-9]{{1,4}}\s*[/／]\s*[0-9]{{1,4}}(?:\s*页)?"
    r"|[Pp](?:age)?\.?\s*[0-9]{1,4}(?:\s*(?:of|/)\s*[0-9]{1,4})?"
)
_BARE_NUMBER = re.compile(r"[0-9０-９]{1,4}")
_NAMES_PAPER = re.compile(
    "简报|专报|快报|周报|月报|日报|通报|内部|资料|密级|秘密|机密|期刊|增刊|第.{1,6}[期号版]|文件"
)
_LONGEST = 40
"""Characters of the longest running head."""
_REACH = 2
"""Lines before and after a page number among which a running head is."""


def is_page_number(text: str) -> bool:
    """Whether a line can only be the number of a page; a bare number can be that of a case."""
    return bool(_PAGE_NUMBER.fullmatch(text))


def is_bare_number(text: str) -> bool:
    """Whether a line is only a number, as of a page or of a case."""
    return bool(_BARE_NUMBER.fullmatch(text))


def could_be_head(text: str) -> bool:
    """Whether a line is short and no sentence, as a running head."""
    return len(text) <= _LONGEST and not re.search("[。！？；，：]", text)


def names_paper(text: str) -> bool:
    """Whether a line has words of running heads, as the name and number of a paper."""
    return bool(_NAMES_PAPER.search(text))


def furniture(texts: Sequence[str], page_starts: frozenset[int]) -> dict[int, Role]:
    """The page numbers, and the lines beside them that come back on several pages, by their index.

    `page_starts` has the indexes of the lines before which a page ends, as a form feed says.
    """
    roles = {number: Role.FOOTER for number, text in enumerate(texts) if is_page_number(text)}
    for start in page_starts:
        for number in (start - 1, start):
            if 0 <= number < len(texts) and is_bare_number(texts[number]):
                roles[number] = Role.FOOTER
    beside = _beside(len(texts), roles, page_starts)
    seen = Counter(_key(texts[number]) for number in beside if could_be_head(texts[number]))
    titles = {_key(text) for text in texts[:_REACH]}
    for number, role in beside.items():
        key = _key(texts[number])
        is_repeated = seen[key] > 1 or (key in titles and len(key) >= _SHORTEST_TITLE)
        if is_repeated and could_be_head(texts[number]) and number >= _REACH:
            roles[number] = role
    return roles


_SHORTEST_TITLE = 6


def beside_page_ends(
    count: int, roles: dict[int, Role], page_starts: frozenset[int]
) -> dict[int, Role]:
    """The lines among which a running head can be, each with the role that it would have."""
    return _beside(count, roles, page_starts)


def _beside(count: int, roles: dict[int, Role], page_starts: frozenset[int]) -> dict[int, Role]:
    found: dict[int, Role] = {}
    ends = [(number, number) for number in roles] + [(start, start - 1) for start in page_starts]
    for first, last in ends:
        for step in range(1, _REACH + 1):
            if first - step >= 0 and first - step not in roles:
                found.setdefault(first - step, Role.FOOTER)
            if last + step < count and last + step not in roles:
                found[last + step] = Role.HEADER
    return found


def _key(text: str) -> str:
    return re.sub(r"[0-9０-９]+", "#", re.sub(r"\s", "", text))
