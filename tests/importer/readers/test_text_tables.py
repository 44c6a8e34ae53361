"""Tables in plain text: rows of cells that tabs or bars part."""

from __future__ import annotations

import pytest

from casebook.importer.readers.text_tables import rows_of_tables


def rows(*lines: str) -> dict[int, list[tuple[str, str]]]:
    found = rows_of_tables(lines)
    return {number: [(one.at, one.text) for one in cells] for number, cells in found.items()}


def test_lines_of_the_same_number_of_cells_are_a_table() -> None:
    assert rows("某市一览表", "序号\t案情\t结果", "1\t出售银行卡\t移送起诉", "", "说明") == {
        1: [("表1第1行第1列", "序号"), ("表1第1行第2列", "案情"), ("表1第1行第3列", "结果")],
        2: [("表1第2行第1列", "1"), ("表1第2行第2列", "出售银行卡"), ("表1第2行第3列", "移送起诉")],
    }


def test_an_empty_cell_is_left_out() -> None:
    assert rows("a|b|c|", "1||3|")[1] == [("表1第2行第1列", "1"), ("表1第2行第3列", "3")]


@pytest.mark.parametrize(
    "lines",
    [
        ("一行\t里有\t制表符",),
        ("甲\t乙", "丙\t丁"),
        ("文字 | 音频 | 视频", "普通的一行"),
        ("a\tb\tc", "a\tb\tc\td"),
    ],
)
def test_other_lines_are_no_table(lines: tuple[str, ...]) -> None:
    assert rows(*lines) == {}
