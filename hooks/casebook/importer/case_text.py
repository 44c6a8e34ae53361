"""The text of a case: which lines between its heading and the next one belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from casebook.importer.bulletin_words import normalized
from casebook.importer.evidence import kinds_of_evidence, may_be_of_a_case
from casebook.importer.line import Line
from casebook.importer.reasons import (
    Reason,
    caption,
    explicit_reason,
    implicit_reason,
    is_exhortation,
)
from casebook.importer.sections import is_advice, section_label


@dataclass(frozen=True, slots=True)
class CaseText:
    """The lines of a case, and those after its heading that are not of it."""

    kept: tuple[Line, ...] = ()
    left_out: tuple[tuple[Line, Reason], ...] = ()


@dataclass(slots=True)
class _Sorting:
    """The state of sorting the lines of a case."""

    kept: list[Line] = field(default_factory=list)
    left_out: list[tuple[Line, Reason]] = field(default_factory=list)
    after: Reason | None = None
    """Why the previous lines are not of the case; None within it."""
    in_section: bool = False
    """Whether the lines stand in a labelled section of the case."""


def case_text(lines: Sequence[Line], is_last: bool = False) -> CaseText:
    """Sorts the lines after a heading; of the last case the end of the bulletin is cut off."""
    sorting = _Sorting()
    for line in lines:
        _sort(line, sorting)
    _cut_end(sorting, is_last)
    if is_last and sorting.kept:
        _cut_appeal(sorting)
    return CaseText(tuple(sorting.kept), tuple(sorting.left_out))


def _sort(line: Line, sorting: _Sorting) -> None:
    label = section_label(line.text)
    if sorting.after is Reason.KEYWORDS and label and not _BRACKETED.match(label):
        label = label if len(label) == len(line.text) else None
    reason = _reason(line, label, sorting)
    if reason is not None:
        sorting.left_out.append((line, reason))
        if reason not in (Reason.CAPTION, Reason.LABEL):
            sorting.after = reason
        return
    sorting.after = None
    sorting.in_section = sorting.in_section or label is not None
    if label and not sorting.kept:
        _split_label(line, label, sorting)
    else:
        sorting.kept.append(line)


def _reason(line: Line, label: str | None, sorting: _Sorting) -> Reason | None:
    """Why a line is not of the case; None if it is."""
    if sorting.after is not None and sorting.after.is_final:
        return sorting.after
    if caption(line.text):
        return Reason.CAPTION
    if label:
        return _reason_of_section(label)
    if sorting.after is Reason.KEYWORDS:
        return Reason.KEYWORDS
    if found := explicit_reason(line.text):
        return found if sorting.kept or found is not Reason.ADVICE or line.is_short else None
    if not sorting.kept:
        return None
    if sorting.after is Reason.ADVICE:
        return None if _goes_on(line) else Reason.ADVICE
    if sorting.after is not None:
        return None if may_be_of_a_case(line.text) else sorting.after
    return None if sorting.in_section else implicit_reason(line.text)


def _reason_of_section(label: str) -> Reason | None:
    """Why a section of a case is none of its text: keywords, advice, texts of law."""
    if _KEYWORDS.search(label):
        return Reason.KEYWORDS
    return Reason.ADVICE if is_advice(label) else None


_BRACKETED = re.compile(r"[【\[〖（(]")
_KEYWORDS = re.compile("关键[词字]")
_GOES_ON = 4
_RETURNS = re.compile(
    "目前|经查|经审|经侦查|案发后|随后|最终|该案|本案|到案后|法院|检察院|处理结果|20[0-9]{2}年"
)


def _goes_on(line: Line) -> bool:
    """Whether a line after advice reports on the case again."""
    plain = normalized(line.text)
    is_fact = may_be_of_a_case(plain) and kinds_of_evidence(plain) >= _GOES_ON
    return is_fact and _RETURNS.match(plain) is not None and not is_exhortation(plain)


def _split_label(line: Line, label: str, sorting: _Sorting) -> None:
    """Takes the label of the first section off the text of a case."""
    if printed := line.part(0, len(label)):
        sorting.left_out.append((printed, Reason.LABEL))
    if text := line.part(len(label)):
        sorting.kept.append(text)


def _cut_end(sorting: _Sorting, is_last: bool) -> None:
    """Takes signatures, short lines and calls to the public off the end of a case."""
    while len(sorting.kept) > 1:
        line = sorting.kept[-1]
        reason = _reason_at_end(line, is_last, sorting.in_section)
        if reason is None:
            return
        sorting.kept.pop()
        sorting.left_out.append((line, reason))


def _reason_at_end(line: Line, is_last: bool, in_section: bool) -> Reason | None:
    if may_be_of_a_case(line.text):
        return None
    is_open = line.is_short and not line.is_closed
    if is_open and kinds_of_evidence(line.text) < 2:
        return implicit_reason(line.text) or Reason.OTHER
    if is_last and not in_section:
        if is_exhortation(line.text):
            return Reason.ADVICE
        if kinds_of_evidence(line.text) < 2 and not _ACTS.match(line.text):
            return explicit_reason(line.text) or Reason.SUMMARY
    return None


_ACTS = re.compile("警方|民警|公安机关|网安部门|法院|检察院")
"""The beginning of a sentence on what an authority did."""
_APPEAL = re.compile(
    "网络(?:空间)?(?:不是|并?非|绝非)法外之地|(?:公安机关|警方|网警|民警|检察官|法官)(?:在此)?(?:郑重|温馨|特别|再次)?(?:提醒|提示|呼吁)"
    "(?=[：:，广大各请您]|[^，。]{0,6}(?:市民|群众|网民|网友|家长|公众))"
    "|(?:请|希望)?广大(?:网民|群众|市民)|下一步，|如遇"
)
"""The beginning of a sentence that addresses the public."""


def _cut_appeal(sorting: _Sorting) -> None:
    """Takes the sentences that address the public off the last paragraph."""
    last = sorting.kept[-1]
    sentences = re.split("(?<=[。！；])(?=.)", last.text)
    own = takewhile(lambda sentence: not _APPEAL.match(normalized(sentence)), sentences[1:])
    end = len(sentences[0]) + sum(map(len, own))
    text, appeal = last.part(0, end), last.part(end)
    if text and appeal:
        sorting.kept[-1] = text
        sorting.left_out.append((appeal, Reason.ADVICE))
