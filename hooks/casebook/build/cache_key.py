"""Cache keys: digests of everything that a page is rendered from, so that no cached page is stale.

The digest of a value covers all nested values; that of a content covers the text of its file and
the fields derived from others. Values of unsupported types raise UnknownValueError.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path, PurePath
from typing import Any

from pydantic import BaseModel

from casebook.content.front_matter import Document
from casebook.content.library import Library
from casebook.places.gazetteer import Place

Digest = bytes

LENGTH = 16
"""Bytes of a digest: a collision among a billion pages is practically impossible."""


class UnknownValueError(TypeError):
    """The digest of a value of this type is not defined."""


class CacheKeys:
    """Computes digests of values and memoizes those of shared objects."""

    def __init__(self) -> None:
        self._digests: dict[int, tuple[object, Digest]] = {}

    def of(self, value: object) -> Digest:
        """The digest of a value, the same in every process; raises UnknownValueError."""
        if type(value) is str:
            return _of_text(value)
        if (known := self._digests.get(id(value))) is not None:
            return known[1]
        name = type(value).__name__.encode()
        if isinstance(value, str):
            return _digest(name, value.encode("utf-8", "surrogatepass"))
        if value is None or isinstance(value, _PLAIN):
            return _digest(name, str(value).encode())
        if isinstance(value, list | tuple):
            return _digest(b"list", b"".join(map(self.of, value)))
        if isinstance(value, set | frozenset):
            return _digest(b"set", b"".join(sorted(map(self.of, value))))
        if isinstance(value, Mapping):
            return _digest(
                b"map", b"".join(self.of(part) for pair in value.items() for part in pair)
            )
        digest = _digest(name, b"".join(self._parts(value)))
        # The reference keeps the id of the object from being reused.
        self._digests[id(value)] = (value, digest)
        return digest

    def _parts(self, value: object) -> Iterator[Digest]:
        if isinstance(value, Place):
            yield self.of(value.code)
        elif isinstance(value, type):
            yield self.of(f"{value.__module__}.{value.__qualname__}")
        elif isinstance(value, Document):
            yield from map(self.of, (value.path, "\n".join(value.head), value.body))
        elif isinstance(value, BaseModel):
            yield from (self.of(part) for item in value for part in item)
        elif is_dataclass(value) and not isinstance(value, Library):
            yield from (self.of(getattr(value, name)) for name in _names(type(value)))  # type: ignore[arg-type]
        else:
            raise UnknownValueError(type(value))


_PLAIN = (bool, int, float, Decimal, date, Enum, PurePath)
"""Types whose values are identified by their string form."""


@lru_cache(maxsize=2**16)
def _of_text(text: str) -> Digest:
    """The digest of a text, memoized because names recur in many pages."""
    return _digest(b"str", text.encode("utf-8", "surrogatepass"))


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a dataclass, without the parsed fields of a content: its document has them."""
    names = [one.name for one in fields(kind) if one.init]
    return tuple(name for name in names if name != "fields" or "document" not in names)


def _digest(name: bytes, content: bytes) -> Digest:
    """The digest of a type name and the digests of parts, unambiguous for their fixed length."""
    return blake2b(name + b"\0" + content, digest_size=LENGTH).digest()


def folders_key(folders: Iterable[Path]) -> Digest:
    """The digest of the relative paths and contents of all files in folders, without .pyc files."""
    digests = CacheKeys()
    return digests.of([
        (path.relative_to(folder).as_posix(), path.read_bytes().hex())
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.suffix != ".pyc" and path.is_file()
    ])  # fmt: skip
