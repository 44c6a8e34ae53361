"""Segments: where each case of a bulletin begins and ends, by whatever habit it is marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from casebook.importer import wording
from casebook.importer.line import Line
from casebook.importer.places import is_place
from casebook.importer.wording import HAN_NUMBER, NUMBER, even, number_in


@dataclass(frozen=True, slots=True)
class Segment:
    """What a bulletin says of one case."""

    title: str | None
    """As printed; None where the bulletin gives it none."""
    lines: tuple[str, ...]
    """Its paragraphs, without marker and title."""
    heading: str = ""
    """Under which it stands with others, as printed."""

    @property
    def text(self) -> str:
        """All paragraphs, parted by line breaks."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class Habit:
    """A way to mark where a case begins."""

    name: str
    marker: re.Pattern[str]
    is_explicit: bool = False
    """Whether the marker itself says that a case begins."""


def _habit(name: str, marker: str, is_explicit: bool = False) -> Habit:
    return Habit(name, re.compile(marker), is_explicit)


_AFTER = r"\s*[】）]?\s*[：、.．|丨\-—]*\s*"
HABITS = (
    _habit("案例一", rf"[【（]?(?:典型)?(?:案例|案件|事例|案列)\s*(?:之)?(?P<n>{NUMBER}){_AFTER}", True),
    _habit("第一起", rf"[【（]?第(?P<n>{NUMBER})(?:起|个|则|案|例)(?:典型)?(?:案例|案件)?{_AFTER}", True),
    _habit("（一）", rf"[【（](?P<n>{HAN_NUMBER})[】）]\s*[、.]?\s*"),
    _habit("（1）", r"[【（](?P<n>[0-9]{1,2})[】）]\s*[、.]?\s*"),
    _habit("一、", rf"(?P<n>{HAN_NUMBER})\s*[、.．]\s*"),
    _habit("1.", r"(?P<n>[0-9]{1,2})\s*(?:[、．]|\.(?![0-9])|\.(?=20[0-9]{2}年))\s*"),
    _habit("①", r"(?P<n>[①-⑳])\s*"),
    _habit("1 ", r"(?P<n>0?[0-9]{1,2})(?:\s+|/\s*)(?=[^0-9\s]|20[0-9]{2}年)"),
    _habit("01", r"(?P<n>0[0-9]|[1-9][0-9]?)$"),
    _habit("01题", r"(?P<n>0[1-9])(?=[一-鿿“])"),
    _habit("一是", rf"(?P<n>{HAN_NUMBER})是"),
)  # fmt: skip
_BULLET = re.compile(r"(?P<n>[◆▶●■★▲◎►➤▪•☆◇※✦✅🔹🔸⭕❖])\s*")
_INLINE = ("案例一", "第一起", "（一）", "一、", "1.", "①", "一是")
"""The habits that also stand within a paragraph."""


@dataclass(frozen=True, slots=True)
class _Start:
    """A line on which a case begins."""

    line: int
    number: int
    rest: str
    """What of the line is left without its marker."""


def segments(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Segment, ...]]:
    """The lines before the first case, and the cases in the order of the bulletin.

    A text without any case has no segments, and all its lines come before them.
    """
    unfolded = [piece for line in lines for piece in _unfolded(line)]
    announced = announced_count(unfolded)
    divisions = list(_divisions(unfolded)) or list(_story(unfolded))
    if not divisions:
        return tuple(lines), ()
    best = max(divisions, key=lambda division: division.score(announced))
    return tuple(unfolded[: best.first]), best.segments


def announced_count(lines: Iterable[Line]) -> int | None:
    """How many cases the bulletin says it has, where it says so."""
    for line in lines:
        for match in wording.ANNOUNCED.finditer(even(line.text)):
            count = number_in(match["count"])
            if count > 1:
                return count
    return None


@dataclass(frozen=True, slots=True)
class _Division:
    """One way to divide a text into cases."""

    first: int
    """The line of the first case."""
    segments: tuple[Segment, ...]
    is_explicit: bool = False

    def score(self, announced: int | None) -> float:
        """How good it is: cases that read like cases, as many as were announced."""
        likely = sum(reads_like_a_case(one.text, self.is_explicit) for one in self.segments)
        unlikely = len(self.segments) - likely
        titled = sum(1 for one in self.segments if one.title and one.title.endswith("案"))
        score = likely - 0.8 * unlikely + 0.3 * titled
        if announced is not None and len(self.segments) == announced:
            score += _AS_ANNOUNCED
        return score + (_EXPLICIT if self.is_explicit and likely else 0)


_AS_ANNOUNCED = 4
_EXPLICIT = 8


def _divisions(lines: list[Line]) -> Iterator[_Division]:
    """The ways to divide the text that its marks, titles and openings offer."""
    for habit in HABITS:
        starts = _in_runs(_marked(lines, habit.marker))
        yield from _at(lines, starts, habit.is_explicit)
    for bullet in dict.fromkeys(
        match["n"] for line in lines if (match := _BULLET.match(line.text))
    ):
        yield from _at(lines, list(_marked(lines, re.compile(re.escape(bullet) + r"\s*(?P<n>)"))))
    yield from _at(lines, [start for start in _titles(lines) if start.rest.endswith("案")])
    yield from _at(lines, [start for start in _titles(lines) if lines[start.line].is_bold])
    yield from _at(lines, [start for start in _titles(lines) if is_place(start.rest)])
    for found in (_opened(lines), _told_in_one(lines)):
        if cases := tuple(found):
            first = next(n for n, line in enumerate(lines) if cases[0].lines[0] in line.text)
            yield _Division(first, cases)


def _at(lines: list[Line], starts: list[_Start], is_explicit: bool = False) -> Iterator[_Division]:
    """The division at these starts, and the one where they are headings of several cases."""
    if not starts:
        return
    ends = [*(start.line for start in starts[1:]), len(lines)]
    parts = [
        (start.rest, lines[start.line + 1 : end]) for start, end in zip(starts, ends, strict=True)
    ]
    found = [_segment(rest, part) for rest, part in parts]
    kept = [segment for segment in _evened(found) if segment.lines]
    if kept:
        yield _Division(starts[0].line, tuple(kept), is_explicit)
    apart = tuple(replace(one, heading=rest) for rest, part in parts for one in _opened(part))
    if len(apart) > len(kept) and not is_explicit:
        yield _Division(starts[0].line, apart)


def _marked(lines: list[Line], marker: re.Pattern[str]) -> Iterator[_Start]:
    for number, line in enumerate(lines):
        if match := marker.match(even(line.text)):
            yield _Start(number, number_in(match["n"]), line.text[match.end() :].strip())


def _in_runs(starts: Iterable[_Start]) -> list[_Start]:
    """Those whose numbers count upwards, one by one, with another beside them."""
    runs: list[list[_Start]] = []
    for start in starts:
        if runs and start.number == runs[-1][-1].number + 1:
            runs[-1].append(start)
        elif start.number == 1 or not runs:
            runs.append([start])
    return [start for run in runs for start in run]


def _titles(lines: list[Line]) -> Iterator[_Start]:
    """The lines that can be a title, each followed by a text."""
    for number, (line, after) in enumerate(pairwise(lines)):
        title = line.text.strip("【】[]")
        if Line(title).is_short and not Line(title).is_closed and len(after.text) >= _SHORTEST:
            yield _Start(number, 0, title)


_SHORTEST = 40
"""Characters that a paragraph on a case has at least."""


def _segment(rest: str, lines: Sequence[Line]) -> Segment:
    """The case that a marker begins: what follows the marker, and the lines up to the next one."""
    title, texts = _title(rest, [line.text for line in lines])
    return Segment(title, tuple(_own(texts)))


_RUN_IN = re.compile(
    r"(?P<title>[^。]{4,60}?案(?:件)?)[。：]\s*(?=[^\s])|(?P<other>[^。，：]{4,30})。"
)


def _title(rest: str, texts: list[str]) -> tuple[str | None, list[str]]:
    """The title of a case, and its paragraphs without it."""
    if not rest:
        head = texts[0] if texts else ""
        is_title = head and Line(head).is_short and not Line(head).is_closed and len(texts) > 1
        return (head, texts[1:]) if is_title else (None, texts)
    plain = even(rest)
    opening = wording.OPENING.match(plain)
    is_dated = opening is not None and opening["since"] is not None
    if not is_dated and (match := _RUN_IN.match(plain)):
        said = rest[match.end() :].strip()
        return match["title"] or match["other"], [said, *texts] if said else texts
    if Line(rest).is_short and texts and (not Line(rest).is_closed or rest[-1] in "：:”）)?？"):
        return rest.rstrip("：: "), texts
    return None, [rest, *texts]


def _own(texts: Iterable[str]) -> Iterator[str]:
    """The paragraphs up to the first that closes the case or belongs to the page."""
    held: list[str] = []
    for text in texts:
        plain = even(text)
        if not held and (label := wording.LABEL.match(plain)):
            text = text[label.end() :]
            if not text:
                continue
        if wording.CLOSING.match(plain) or (held and wording.TOTALS.search(plain)):
            break
        held.append(text)
    while held and Line(held[-1]).is_short and not Line(held[-1]).is_closed:
        held.pop()
    yield from held


def _evened(found: list[Segment]) -> list[Segment]:
    """The segments with the last one, behind which the page goes on, cut where its case ends.

    Its paragraphs go on with the case as long as they say so, or bear a label that others bear.
    """
    if len(found) < 2:
        return found
    labels = {label[0] for one in found[:-1] for text in one.lines if (label := _LABEL.match(text))}
    last = found[-1]
    kept = list(last.lines[:1])
    for text in last.lines[1:]:
        label = _LABEL.match(text)
        if not _goes_on(even(text)) and not (label and label[0] in labels):
            break
        kept.append(text)
    return [*found[:-1], Segment(last.title, tuple(kept))]


_LABEL = re.compile(r"[【（(][^】）)]{1,8}[】）)]|[一二三]、[^，。]{2,8}$")


def _opened(lines: Sequence[Line]) -> Iterator[Segment]:
    """The cases whose first paragraph says when or where the police acted, and nothing else.

    A story that began with a year goes on where a later paragraph begins with a month alone, as
    long as nobody has been caught in it.
    """
    held: list[str] = []
    rank = 0
    for line in lines:
        plain = even(line.text)
        opening = _opening_rank(plain)
        is_over = rank and any(wording.OUTCOME.search(even(text)) for text in held)
        if opening == _DATED or (opening and (not held or (is_over and opening >= min(rank, 2)))):
            if held:
                yield Segment(None, tuple(held))
            held, rank = [line.text], opening
        elif held and _goes_on(plain):
            held.append(line.text)
        elif held:
            yield Segment(None, tuple(held))
            held, rank = [], 0
    if held:
        yield Segment(None, tuple(held))


def _goes_on(plain: str) -> bool:
    """Whether a paragraph goes on with the case of the paragraph before it."""
    if wording.CLOSING.match(plain):
        return False
    return bool(
        wording.GOES_ON.match(plain)
        or (wording.OPENING.match(plain) and wording.OUTCOME.search(plain))
    )


def _story(lines: list[Line]) -> Iterator[_Division]:
    """The division of a text that tells of a single case: from where somebody is caught to its end."""
    for number, line in enumerate(lines):
        plain = even(line.text)
        if reads_like_a_case(plain) and wording.OUTCOME.search(plain) and not line.is_short:
            own = tuple(_own(line.text for line in lines[number:]))
            if own:
                yield _Division(number, (Segment(None, own),))
            return


def _told_in_one(lines: Sequence[Line]) -> Iterator[Segment]:
    """The cases of a paragraph that gives each a sentence or two, beginning with who cleared it."""
    for line in lines:
        starts = [match.start("n") for match in wording.CLEARED.finditer(even(line.text))]
        if len(starts) > 1:
            for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
                yield Segment(None, (line.text[start:end].strip(),))


def _opening_rank(plain: str) -> int:
    """How surely a paragraph opens a case: 0 where it does not, more the more it says when."""
    opening = wording.OPENING.match(plain)
    if not opening or wording.CLOSING.match(plain) or wording.TOTALS.search(plain):
        return 0
    if not reads_like_a_case(plain) or wording.ANNOUNCES.search(plain):
        return 0
    if opening["since"]:
        return _DATED if opening["year"] else 2
    return 1


_DATED = 3
"""The rank of an opening that says the year, which no story goes on with."""


def reads_like_a_case(text: str, is_announced: bool = False) -> bool:
    """Whether a text tells of something that was handled; an announced one needs fewer words."""
    plain = even(text)
    if is_announced:
        return len(plain) >= _SHORTEST // 2
    return (
        len(plain) >= _SHORTEST
        and bool(wording.POLICE.search(plain))
        and bool(wording.HANDLED.search(plain))
    )


def _unfolded(line: Line) -> Iterator[Line]:
    """The line, or its parts where one paragraph holds several marked cases."""
    plain = even(line.text)
    for habit in HABITS:
        if habit.name not in _INLINE:
            continue
        marker = re.compile(rf"(?:^|(?<=[。；：！？”\s])){habit.marker.pattern}")
        starts = [
            _Start(match.start(), number_in(match["n"]), "") for match in marker.finditer(plain)
        ]
        run = _in_runs(starts)
        if len(run) < 2:
            continue
        cuts = [start.line for start in run]
        pieces = [
            line.text[start:end].strip()
            for start, end in zip(cuts, [*cuts[1:], len(line.text)], strict=True)
        ]
        if all(len(piece) >= _SHORTEST for piece in pieces):
            if before := line.text[: cuts[0]].strip():
                yield Line(before)
            yield from map(Line, pieces)
            return
    yield line
