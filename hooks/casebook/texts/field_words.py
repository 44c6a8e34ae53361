"""The words of the fields of models, from a table of texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def give_words(fields: Mapping[str, Any], words: Mapping[str, Mapping[str, Any]]) -> None:
    """Sets title, description and examples of the fields of a model as far as there are words."""
    for key, about in fields.items():
        for name, text in words.get(key, {}).items():
            setattr(about, name, text)
