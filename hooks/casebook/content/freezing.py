"""Freezing: mappings that nobody can change, and that a pickle can hold."""

from __future__ import annotations

import copyreg
from types import MappingProxyType
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


def frozen(mapping: dict[Key, Value]) -> MappingProxyType[Key, Value]:
    """A view of a mapping that is nobody else's."""
    return MappingProxyType(mapping)


def _parts(view: MappingProxyType[Key, Value]) -> tuple[object, tuple[dict[Key, Value]]]:
    return frozen, ({**view},)


# Python itself can pickle a dict and no view of one.
copyreg.pickle(MappingProxyType, _parts)  # type: ignore[arg-type]
