"""What becomes of a page that cannot be rendered."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.commands.diagnosis import diagnosis
from casebook.render.renderer import RenderError

PAGE = "cases/2024-09-01-shanxi/01.md"
LIBRARY = ".venv/lib/site-packages/jinja2/environment.py"


@pytest.mark.parametrize(
    ("frame", "error", "line"),
    [
        (
            "overrides/case.html",
            "unexpected '}'",
            "模板 overrides/case.html 第 12 行有错误：unexpected '}'。"
            "请改正这个模板，或请维护人员恢复。",
        ),
        (
            "overrides/case.html",
            "'a.html' not found in search paths: '/x'",
            "模板 overrides/case.html 第 12 行有错误：'a.html' not found。"
            "请改正这个模板，或请维护人员恢复。",
        ),
        (
            "hooks/casebook/theme.py",
            "'x'",
            "程序 hooks/casebook/theme.py 第 12 行出错：'x'。"
            "改过程序或设置的，请改回；没有改过的，请把这段话告诉维护程序的人。",
        ),
        ("", "MemoryError", "生成程序出错：MemoryError。请把这段话告诉维护程序的人。"),
    ],
)
def test_a_failure_becomes_a_place_and_a_reason(
    tmp_path: Path, frame: str, error: str, line: str
) -> None:
    own = [(str(tmp_path / frame), 12)] if frame else []
    frames = (*own, (str(tmp_path / LIBRARY), 942))
    assert diagnosis(RenderError(error, frames), tmp_path) == line
    said = f"{line}\n当时正在生成的页面：{PAGE}"
    assert diagnosis(RenderError(error, frames, PAGE), tmp_path) == said


def test_an_exception_without_a_text_is_named() -> None:
    try:
        raise MemoryError
    except MemoryError as error:
        found = RenderError.of(error, PAGE)
    assert (found.error, found.page) == ("MemoryError", PAGE)
    assert found.frames[-1][0] == __file__
