"""Fingerprints: digests of everything that goes into a page, so that a kept one is never stale.

A value's digest follows from what it holds, however deep; contents are the text of their files
and whatever their names mean. What this module does not know raises, and is not kept.
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
from casebook.content.gazetteer import Place
from casebook.content.library import Library

Digest = bytes

LENGTH = 16
"""Bytes of a digest: among a billion pages two would hardly be taken for one."""


class UnknownValueError(TypeError):
    """Nobody has said how a value of this type is told from another."""


class CacheKeys:
    """Takes the digest of one value after the other; of an object that many hold, once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, Digest]] = {}

    def of(self, value: object) -> Digest:
        """The digest of a value: equal for equal values, in every process and for ever."""
        if type(value) is str:
            return _of_text(value)
        if (known := self._known.get(id(value))) is not None:
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
        # The object is kept beside its digest: another could get its id.
        self._known[id(value)] = (value, digest)
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
"""Types whose values are told apart by what they look like."""


@lru_cache(maxsize=2**16)
def _of_text(text: str) -> Digest:
    """The digest of a plain text; the names of what pages show are the same in all of them."""
    return _digest(b"str", text.encode("utf-8", "surrogatepass"))


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a dataclass; those of a content follow from its document."""
    names = [one.name for one in fields(kind) if one.init]
    return tuple(name for name in names if name != "fields" or "document" not in names)


def _digest(name: bytes, content: bytes) -> Digest:
    """The digest of the parts of a value; digests are all of one length, so no part runs into
    the next."""
    return blake2b(name + b"\0" + content, digest_size=LENGTH).digest()


def folders_key(folders: Iterable[Path]) -> Digest:
    """The digest of all files in some folders and of their names, but for compiled programs."""
    digests = CacheKeys()
    return digests.of([
        (path.relative_to(folder).as_posix(), path.read_bytes().hex())
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.suffix != ".pyc" and path.is_file()
    ])  # fmt: skip
