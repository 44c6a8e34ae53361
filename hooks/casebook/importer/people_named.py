"""Named people: the suspects that a text names or lists without counting them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from casebook.importer.people_mentions import MASKED
from casebook.importer.people_roles import CATCHING, MEASURES, SUSPECT

_DONE = f"(?:{CATCHING}|{MEASURES})"
_SUSPECT = f"(?:{SUSPECT})"
_PERHAPS = "(?:网民|负责人|站长|老板|主播|男子|女子|员工|博主|经营者|法定代表人|主管|店主|管理员)"
"""Who may be a suspect if nobody else is."""
_VICTIM = re.compile("(?:受害人?|被害人?|事主|民警|警员|证人|家属|报警人|举报人|失主)$")
_PUBLIC = re.compile("(?:群众|市民|居民|客户|顾客|学生|老人|家长)$")
"""Whom the police did something to if a suspect."""
_ASIDE = "(?:（[^（）]{0,16}）)?"
_LIST = re.compile(
    f"{MASKED}(?:{_ASIDE}(?:、|和|及|与|以及)(?:(?!受害|被害|群众|市民|事主|民警|家属)[^，。；、]){{0,6}}?{MASKED}){{1,40}}"
    "(?![等某及、])"
)
_PLAIN_LIST = re.compile(f"{MASKED}(?:{_ASIDE}[、和及]{MASKED})+")
_ONE = re.compile(MASKED)
_OPEN = re.compile(
    f"{MASKED}(?:等|、|和|及|与|伙同){MASKED}|{MASKED}等|团伙|多人|二人|两人|数人|同伙|分别|伙同|等人|他人共同"
)
_OTHERS = re.compile("等人|等[0-9]|团伙|多人|同伙|另案")
_DONE_TO_THEM = re.compile(f"(?:对|将|把|给予)其[^，。；]{{0,16}}?{_DONE}")
_NAMELESS = re.compile(
    f"(?:该|涉事|这名|一名[^，。；]{{0,8}}?)(?:男子|女子|网民|网友|博主|学生)[^，。；]{{0,16}}?{_DONE}"
)
_ACCUSED = re.compile(f"{_DONE}|涉嫌|有期徒刑|构成|犯")
_FIRMS = re.compile("(?P<n>[0-9]{1,3})家(?:公司|企业)的法(?:人|定)代表人?[^。，]{0,4}被")


@dataclass(frozen=True, slots=True)
class Named:
    """Suspects without a count."""

    count: int
    place: int
    is_certain: bool


def named(plain: str) -> Named | None:
    """The suspects that a normalized text names; None if it names none, or says 等人.

    A list is certain if it is closed and the text names nobody else.
    """
    victims = {one[0] for one in _ONE.finditer(plain) if _is_victim(plain, one)}
    ones = [
        one for one in _ONE.finditer(plain) if one[0] not in victims and _is_suspect(plain, one)
    ]
    taken = [one for one in ones if _is_taken(plain, one)]
    taken = taken or [one for one in ones if _is_called(plain, one, _PERHAPS)]
    lists = [one for one in _LIST.finditer(plain) if _is_suspect(plain, one)]
    if found := [one for one in lists if _is_taken_list(plain, one)]:
        return _listed(plain, found, ones, taken)
    if firms := _FIRMS.search(plain):
        return Named(int(firms["n"]), firms.start(), is_certain=False)
    plain_lists = [
        one
        for one in _LIST.finditer(plain)
        if _PLAIN_LIST.fullmatch(one[0]) and not _is_victim(plain, one)
    ]
    if plain_lists and _ACCUSED.search(plain):
        return _listed(plain, plain_lists, ones, taken)
    if _OPEN.search(plain):
        return None
    if not taken and len({one[0] for one in ones}) == 1 and _DONE_TO_THEM.search(plain):
        taken = ones
    if not taken:
        nameless = _NAMELESS.search(plain)
        return Named(1, nameless.start(), is_certain=False) if nameless else None
    count = len(_distinct({one[0] for one in taken}, set()))
    return Named(count, taken[0].start(), is_certain=False)


def taken_before(plain: str, place: int) -> int:
    """The number of suspects whom a normalized text names before a place, as before 其余5人."""
    names = {
        one[0]
        for one in _ONE.finditer(plain, 0, place)
        if _is_suspect(plain, one) and _is_taken(plain, one)
    }
    return len(_distinct(names, set()))


def _listed(
    plain: str,
    lists: Sequence[re.Match[str]],
    ones: Sequence[re.Match[str]],
    taken: Sequence[re.Match[str]],
) -> Named:
    """Those whom lists name, with others against whom measures were taken."""
    listed = {one[0] for match in lists for one in _ONE.finditer(match[0])}
    is_closed = (
        _distinct({one[0] for one in ones}, listed) == listed
        and len(lists) == 1
        and _PLAIN_LIST.fullmatch(lists[0][0]) is not None
        and _OTHERS.search(plain) is None
        and _is_taken_list(plain, lists[0])
        and _is_done(plain, lists[0])
    )
    everybody = _distinct(listed | {one[0] for one in taken}, listed)
    return Named(len(everybody), lists[0].start(), is_closed)


def _distinct(names: set[str], listed: set[str]) -> set[str]:
    """The names without those that begin another one, as 李某 beside 李某某, unless listed."""
    return {
        one
        for one in names
        if one in listed or not any(one != other and other.startswith(one) for other in names)
    }


def _is_taken_list(plain: str, match: re.Match[str]) -> bool:
    is_plain = _PLAIN_LIST.fullmatch(match[0]) is not None
    is_called = _is_called(plain, match, f"(?:{_SUSPECT}|{_PERHAPS})")
    return _is_acted_on(plain, match) or (is_plain and is_called)


def _is_suspect(plain: str, match: re.Match[str]) -> bool:
    if _is_victim(plain, match):
        return False
    before = plain[max(0, match.start() - 6) : match.start()]
    return not _PUBLIC.search(before) or _is_acted_on(plain, match)


def _is_victim(plain: str, match: re.Match[str]) -> bool:
    return _VICTIM.search(plain[max(0, match.start() - 6) : match.start()]) is not None


def _is_done(plain: str, match: re.Match[str]) -> bool:
    """Whether the sentence of a list tells that a measure was taken."""
    left = re.split("[。；\n]", plain[max(0, match.start() - 40) : match.start()])[-1]
    right = re.split("[。；\n]", plain[match.end() : match.end() + 60])[0]
    return re.search(_DONE, left + right) is not None


def _is_taken(plain: str, match: re.Match[str]) -> bool:
    """Whether a name is that of a suspect, or of somebody whom the police took measures against."""
    return _is_acted_on(plain, match) or _is_called(plain, match, _SUSPECT)


def _is_called(plain: str, match: re.Match[str], nouns: str) -> bool:
    left = _clause_before(plain, match.start())
    return re.search(f"{nouns}[^，]{{0,6}}$", left) is not None


def _is_acted_on(plain: str, match: re.Match[str]) -> bool:
    """Whether the police took measures against those whom a match names."""
    left = _clause_before(plain, match.start())
    right = re.split("[。；\n]", plain[match.end() : match.end() + 40])[0]
    is_object = re.search("(?:对|将|把|给予|判处|抓获|查获|抓捕|传唤|锁定)[^，]*$", left)
    return bool(
        (is_object and re.search(f"(?:抓获|查获|抓捕|传唤|锁定)[^，]*$|{_DONE}", left + right))
        or re.match(f"[^，]{{0,24}}?(?:被|已|均|到|主动|因)[^，]{{0,16}}?{_DONE}", right)
    )


def _clause_before(plain: str, place: int) -> str:
    return re.split("[，。；\n]", plain[max(0, place - 30) : place])[-1]
