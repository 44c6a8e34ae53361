"""Tables of cases: a case a row under a head, or a case a table with labels on the left."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from casebook.importer.bulletin_words import number_in
from casebook.importer.case_text import CaseText
from casebook.importer.evidence import reads_like_a_case
from casebook.importer.line import Line
from casebook.importer.reasons import Reason
from casebook.importer.sections import section_label
from casebook.importer.segment import Segment

_TITLE = re.compile("名称|标题|案名|案由|题目|^案件$|^案例$")
_NUMBER = re.compile("序号|编号|^序$|^号$|^No")
_ATTRIBUTE = re.compile(
    "单位|机关|地区|区县|县区|旗县|辖区|地点|时间|日期|何时|金额|人数|类型|类别|罪名"
)
"""The heads of columns with a fact each, which are no part of the story."""
_LONGEST_HEAD, _LONGEST_ATTRIBUTE = 16, 20

Row = dict[int, list[Line]]
"""The lines of a row by column."""


def table_segments(lines: Sequence[Line]) -> Iterator[Segment]:
    """The cases of the tables among these lines; none for tables without a head."""
    for rows in _tables(lines):
        if _is_labelled(rows):
            labels = {number: _joined(row.get(1, [])) for number, row in enumerate(rows, 1)}
            values = {number: row.get(2, []) for number, row in enumerate(rows, 1)}
            yield from _case_of(values, labels)
        elif heads := _heads(rows):
            left = [(line, Reason.LABEL) for cell in rows[0].values() for line in cell]
            for segment in (one for row in rows[1:] for one in _case_of(row, heads)):
                yield replace(segment, body=replace(segment.body, left_out=tuple(left)))
                left = []


def _is_labelled(rows: list[Row]) -> bool:
    """Whether a table has labels on the left and what they are of on the right."""
    if not all(set(row) <= {1, 2} for row in rows):
        return False
    labels = [_joined(row.get(1, [])) for row in rows]
    known = sum(
        bool(_TITLE.search(one) or _ATTRIBUTE.search(one) or section_label(one)) for one in labels
    )
    return known > 1 and all(len(one) <= _LONGEST_HEAD for one in labels)


def _joined(cell: Sequence[Line]) -> str:
    return "".join(line.text for line in cell)


def _tables(lines: Sequence[Line]) -> Iterator[list[Row]]:
    """The rows of each table with more than one row and column."""
    tables: dict[int, dict[int, Row]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for line in lines:
        if line.cell:
            tables[line.cell.table][line.cell.row][line.cell.column].append(line)
    for rows in tables.values():
        if len(rows) > 1 and max(map(len, rows.values())) > 1:
            yield list(rows.values())


def _heads(rows: list[Row]) -> dict[int, str]:
    """The heads of the columns by number; none unless the first row consists of short words."""
    heads = {column: _joined(cell) for column, cell in rows[0].items()}
    is_head = len(heads) > 1 and all(len(head) <= _LONGEST_HEAD for head in heads.values())
    titled = any(_TITLE.search(head) or _NUMBER.search(head) for head in heads.values())
    return heads if is_head and titled else {}


def _case_of(row: Row, heads: dict[int, str]) -> Iterator[Segment]:
    """The case of a row; none if it reports none."""
    text = "\n".join(line.text for cell in row.values() for line in cell)
    if not reads_like_a_case(text, is_marked=True):
        return
    number, title = 0, None
    heading: list[Line] = []
    kept: list[tuple[str, Line]] = []
    facts: list[tuple[str, str]] = []
    for column, cell in row.items():
        head = heads.get(column, "")
        if not number and _NUMBER.search(head) and len(cell) == 1:
            number = number_in(cell[0].text)
            heading += cell
        elif title is None and _TITLE.search(head) and len(cell) == 1:
            title = cell[0].text
            heading += cell
        elif _ATTRIBUTE.search(head) and len(cell) == 1 and len(cell[0].text) <= _LONGEST_ATTRIBUTE:
            facts.append((head, cell[0].text))
            heading += cell
        else:
            kept += [(head, line) for line in cell]
    if kept:
        body = CaseText(tuple(line for _, line in kept))
        reading = "\n".join(f"{head}：{text}" if head else text for head, text in facts)
        yield Segment(number, tuple(heading), title, body, facts=reading)
