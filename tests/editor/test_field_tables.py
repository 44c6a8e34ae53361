"""The field tables of the editors' manual."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import Field

from casebook.content import field_types
from casebook.content.model_base import FrontMatter
from casebook.editor.field_tables import TABLES, field_table, with_field_tables

MANUAL = Path(__file__).parents[2] / "CONTRIBUTING.md"


class Measured(FrontMatter):
    title: field_types.Text = Field(title="标题", description="写全称")
    height: field_types.Count | None = Field(
        None, title="高度", description="单位为米", examples=["3", "12"]
    )


def test_table_of_a_model() -> None:
    assert field_table(Measured) == (
        "| 英文名 | 名称 | 必填 | 写什么 | 例子 |\n"
        "|---|---|---|---|---|\n"
        "| `title` | 标题 | 是 | 写全称 |  |\n"
        "| `height` | 高度 |  | 单位为米 | `3`、`12` |"
    )


@pytest.mark.parametrize("name", TABLES)
def test_tables_hold_every_field_with_its_words(name: str) -> None:
    model = TABLES[name]
    rows = [line.split(" | ") for line in field_table(model).splitlines()[2:]]
    assert [row[0] for row in rows] == [f"| `{key}`" for key in model.model_fields]
    assert all(len(row) == 5 for row in rows), "a | inside a cell would break the table"
    assert all(row[1] and row[3] for row in rows), "every field has a title and a description"


@pytest.mark.parametrize("name", TABLES)
def test_markers_are_refilled(name: str) -> None:
    text = f"前文\n\n<!-- fields: {name} -->\n旧表\n<!-- end -->\n\n后文\n"
    table = field_table(TABLES[name])
    assert with_field_tables(text) == (
        f"前文\n\n<!-- fields: {name} -->\n\n{table}\n\n<!-- end -->\n\n后文\n"
    )


def test_several_tables_are_filled_each_with_its_own() -> None:
    text = "\n".join(f"<!-- fields: {name} -->\n<!-- end -->\n正文" for name in TABLES)
    assert with_field_tables(text) == "\n".join(
        f"<!-- fields: {name} -->\n\n{field_table(model)}\n\n<!-- end -->\n正文"
        for name, model in TABLES.items()
    )


def test_filling_twice_changes_nothing() -> None:
    once = with_field_tables("<!-- fields: case --><!-- end -->\n")
    assert with_field_tables(once) == once


@pytest.mark.parametrize(
    "text",
    [
        "没有标记的文字。\n",
        "<!-- fields: weather -->\n旧表\n<!-- end -->\n",
        "<!-- fields: case -->\n没有结尾\n",
        "",
    ],
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert with_field_tables(text) == text


@pytest.mark.skipif(not MANUAL.exists(), reason="CONTRIBUTING.md is not written yet")
def test_the_manual_is_in_step_with_the_models() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    for name in TABLES:
        assert f"<!-- fields: {name} -->" in text
    assert with_field_tables(text) == text, "run `make fields`"
