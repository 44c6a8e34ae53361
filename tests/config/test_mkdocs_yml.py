"""mkdocs.yml as a file: the whole report of one that cannot be read."""

# ruff: noqa: E501 - a line of a report stays in one piece, so that it can be searched for

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.config import mkdocs_yml
from casebook.config.mkdocs_yml import read_mkdocs_yml

ROOT = Path(__file__).parents[2]

SYNTAX = "设置文件在这里读不下去。请检查这一行和上一行：冒号后面空一格，同级的各项左边对齐，引号和括号成对，不用制表符。"


def report(config: Path) -> list[str]:
    return [str(problem) for problem in read_mkdocs_yml(config, "mkdocs.yml").problems]


@pytest.mark.parametrize("text", ["", "# 空的\n", "site_name: 案例\n", "a: !ENV [A, b]\nc: !x d\n"])
def test_keys_and_values_are_left_to_the_generator(tmp_path, text):
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert report(tmp_path / "mkdocs.yml") == []


def test_the_projects_own_configuration_can_be_read():
    assert report(ROOT / "mkdocs.yml") == []


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("site_name: [甲\nb: c: d\n".encode(), f"mkdocs.yml:2:2: {SYNTAX}"),
        (b"a: 1\n\tb: 2\n", f"mkdocs.yml:2:1: {SYNTAX}"),
        ("a: “\nb: '甲\n".encode(), f"mkdocs.yml:3:1: {SYNTAX}"),
        (b"a: \x01\n", f"mkdocs.yml:1:1: {SYNTAX}"),
        (b"- a\n- b\n", "mkdocs.yml:1:1: 设置文件不是每行一项的形式。请从备份恢复 mkdocs.yml，或请维护人员恢复。"),
        ("甲\n".encode(), "mkdocs.yml:1:1: 设置文件不是每行一项的形式。请从备份恢复 mkdocs.yml，或请维护人员恢复。"),
        ("a: 1\nb: 案例\n".encode("gb18030"), "mkdocs.yml:2:4: 文件不是 UTF-8 编码。请在编辑器中选择“另存为”，编码选“UTF-8”。"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read(tmp_path, content, line):
    (tmp_path / "mkdocs.yml").write_bytes(content)
    assert report(tmp_path / "mkdocs.yml") == [line]


def test_nesting_has_a_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(mkdocs_yml, "MAX_DEPTH", 3)
    (tmp_path / "mkdocs.yml").write_text("a: [[b]]\n", encoding="utf-8")
    assert report(tmp_path / "mkdocs.yml") == []
    (tmp_path / "mkdocs.yml").write_text("a: [[[b]]]\n", encoding="utf-8")
    assert report(tmp_path / "mkdocs.yml") == [f"mkdocs.yml:1:1: {SYNTAX}"]


def test_no_file_and_a_folder_in_its_place(tmp_path):
    config = tmp_path / "mkdocs.yml"
    assert report(config) == [
        "mkdocs.yml:1:1: 找不到网站的设置文件。请从备份恢复 mkdocs.yml，或请维护人员恢复。"
    ]
    config.mkdir()
    assert report(config) == [
        "mkdocs.yml:1:1: 文件读不出来：它是文件夹，不是文件。请检查文件是否损坏、是否有读取权限，或从备份恢复。"
    ]
