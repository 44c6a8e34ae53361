"""Tables of cases: a case a row, or a case a table."""

from __future__ import annotations

from casebook.importer.case_tables import table_segments
from casebook.importer.document import Block, Cell, Document, Role
from casebook.importer.line import body_lines

STORY = "2025年1月9日，甲县公安局抓获出售银行卡的赵某等3人，涉案金额30万元。"


def segments(*rows: tuple[str, ...], table: int = 1) -> list[tuple[int, str | None, str, str]]:
    """Number, title, text and facts of the cases of a table."""
    blocks = [
        Block(text, f"表{table}", Role.CELL, cell=Cell(table, row, column))
        for row, cells in enumerate(rows, 1)
        for column, text in enumerate(cells, 1)
        if text
    ]
    found = table_segments(list(body_lines(Document(tuple(blocks)))))
    return [(one.number, one.title, one.text, one.facts) for one in found]


def test_a_row_under_a_head_is_a_case() -> None:
    rows = (
        ("序号", "案件名称", "办案单位", "简要案情", "处理结果"),
        ("1", "赵某等人甲案", "甲县公安局", STORY, "移送起诉"),
        ("2", "孙某乙案", "乙县公安局", STORY, "行政拘留"),
    )
    assert segments(*rows) == [
        (1, "赵某等人甲案", f"{STORY}\n移送起诉", "办案单位：甲县公安局"),
        (2, "孙某乙案", f"{STORY}\n行政拘留", "办案单位：乙县公安局"),
    ]


def test_a_table_with_labels_on_the_left_is_a_case() -> None:
    rows = (("案件名称", "赵某等人甲案"), ("案情", STORY), ("办理情况", "移送起诉"))
    assert segments(*rows) == [(0, "赵某等人甲案", f"{STORY}\n移送起诉", "")]


def test_a_table_of_something_else_has_no_case() -> None:
    assert segments(("序号", "名称", "数量"), ("1", "手机", "3部"), ("2", "银行卡", "9张")) == []
