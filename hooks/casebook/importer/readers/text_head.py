"""The head of a text: the hints that stand before it, as a line `# source:` and front matter."""

from __future__ import annotations

import re

import yaml

from casebook.content.yaml_tree import is_deeper

_SOURCE = re.compile(r"#?[ \t]*source[ \t]*[:：][ \t]*([^\s]*)[^\n]*(?:\n|\Z)", re.IGNORECASE)
_HEAD = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"\s*(?:#[^\n]*\n\s*)*[A-Za-z_][\w-]*[ \t]*:(?:\s|\Z)")
_KEYS = ("title", "source", "date", "url")
_DEEPEST = 20
"""Lists and mappings within one another; hints are in none."""
_LONGEST = 5_000
"""Characters of the longest front matter."""


def hints_before(text: str) -> tuple[dict[str, str], int]:
    """The hints before a text, and the index at which the text begins.

    What stands between two lines of dashes is front matter only if it begins with a key; of its
    values only texts are hints.
    """
    hints: dict[str, str] = {}
    start = 0
    if source := _SOURCE.match(text):
        hints["url"] = source[1]
        start = source.end()
    head = _HEAD.match(text[start : start + _LONGEST])
    if head and _KEY.match(head[1]):
        hints |= _values(head[1])
        start += head.end()
    return {name: value for name, value in hints.items() if value}, start


def _values(head: str) -> dict[str, str]:
    if is_deeper(head, _DEEPEST):
        return {}
    try:
        values = yaml.load(head, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError):
        values = {}
    if not isinstance(values, dict):
        return {}
    texts = {key: values.get(key) for key in _KEYS}
    return {
        key: " ".join(value.split())
        for key, value in texts.items()
        if isinstance(value, str) and value.strip()
    }
