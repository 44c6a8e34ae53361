"""Every code that a rule gives to a problem has its texts."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from casebook.texts.messages import MESSAGES

ROOT = Path(__file__).parents[2]

MAKERS = {
    *("problem", "of", "body_problem", "key_problem", "flaw", "UnreadableError", "Finding"),
    *("_finding", "_report", "_reject"),
}
"""The functions whose first argument is the code of a problem."""


def codes_in(source: str, path: str) -> Iterator[tuple[str, str]]:
    """Each code that is written in a program, and where."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        code = node.args[0]
        written = code.value if isinstance(code, ast.Constant) else None
        if name in MAKERS and re.fullmatch(r"[a-z]+(-[a-z]+)*", str(written)):
            yield str(written), f"{path}:{node.lineno}"


def test_every_code_has_its_texts() -> None:
    found = {
        code: place
        for path in sorted((ROOT / "hooks").rglob("*.py"))
        for code, place in codes_in(path.read_text("utf-8"), path.relative_to(ROOT).as_posix())
    }
    assert len(found) > 100
    missing = {code: place for code, place in found.items() if code not in MESSAGES}
    assert missing == {}, "Write each code with text and hint into texts/problems.yml."


def test_a_code_without_texts_is_found() -> None:
    """Shows that the test above can fail."""
    source = 'def rule(content):\n    yield content.document.problem("no-such-code", ("title",))\n'
    assert list(codes_in(source, "x.py")) == [("no-such-code", "x.py:2")]
