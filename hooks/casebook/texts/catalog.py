"""A catalog: the texts of one data file by their names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

Value = TypeVar("Value")


class Catalog:
    """The texts of a data file of this package, which is read when the first one is asked for."""

    def __init__(self, file: str) -> None:
        self._file = file

    def __getattr__(self, name: str) -> str:
        """The text of a name; AttributeError if the file has none."""
        if name.startswith("_"):
            raise AttributeError(name)
        return self._value(name, str)

    def table(self, name: str) -> Mapping[str, str]:
        """The texts of a table by their keys, in order; AttributeError if the file has none."""
        return self._value(name, dict)

    def sequence(self, name: str) -> tuple[str, ...]:
        """The texts of a list; AttributeError if the file has none of this name."""
        return tuple(self._value(name, list))

    def _value(self, name: str, kind: type[Value]) -> Value:
        value = entries(self._file).get(name)
        if not isinstance(value, kind):
            raise AttributeError(f"{self._file} has no {kind.__name__} of the name {name}")
        return value


@cache
def entries(file: str) -> Mapping[str, Any]:
    """Everything in a data file of this package by its name."""
    text = Path(__file__).with_name(file).read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return found
