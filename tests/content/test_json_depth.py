"""The depth of JSON, known before it is decoded."""

from __future__ import annotations

import pytest

from casebook.content import json_depth
from casebook.content.json_depth import ensure_shallow


@pytest.fixture(autouse=True)
def _lower(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_depth, "MAX_DEPTH", 3)


@pytest.mark.parametrize(
    "text",
    [
        "", "1", '"["', "[[[]]]", '{"a": [{"b": 1}], "c": [[], {}]}', '"[[[[[["', r'"\"[[[["',
        "[[[", "]]]]]]", '[["', r'"\\', '{"a": [1, 2}', "[]" * 9, '"[[[[', r'["\\", "[[[["]',
    ],
)  # fmt: skip
def test_shallow(text: str) -> None:
    ensure_shallow(text)


@pytest.mark.parametrize(
    "text", ["[[[[]]]]", "[[[[", '{"a": {"b": {"c": {}}}}', '["a", [[[1]]]]', '[[[{"a": ', "[][[[["]
)
def test_deep(text: str) -> None:
    with pytest.raises(ValueError, match="JSON that nests too deep"):
        ensure_shallow(text)
