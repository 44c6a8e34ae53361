"""Package: a zip archive of XML parts, as .docx, .odt, .ofd and .xlsx are, read within bounds."""

from __future__ import annotations

import lzma
import posixpath
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError, TreeBuilder
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from casebook.importer.readers.source import Limits, Refusal, UnreadableError


@dataclass(frozen=True, slots=True)
class Relationship:
    """A reference of a part to another part, or to something outside of the package."""

    kind: str
    """The last word of its type, as `styles`; alike in Strict and transitional files."""
    target: str
    """The name of a part, or an address if it is external."""
    is_external: bool


class Package:
    """The parts of an archive by their names, which are compared without regard to case.

    Raises UnreadableError for an archive that is broken, encrypted or beyond the limits.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        # Counted before it is opened: a directory of a million members alone fills the memory.
        if data.count(b"PK\x01\x02") > limits.members:
            raise UnreadableError(Refusal.TOO_LONG)
        try:
            self._archive = ZipFile(BytesIO(data))
        except _ARCHIVE_ERRORS as error:
            raise UnreadableError(Refusal.BROKEN) from error
        # Not is_dir(), which fails for a name of no character.
        members = [one for one in self._archive.infolist() if not one.filename.endswith("/")]
        if any(one.flag_bits & 1 for one in members):
            raise UnreadableError(Refusal.ENCRYPTED)
        self._limits = limits
        self._bytes_left = limits.whole_bytes
        self._elements_left = limits.elements
        self._members = {_plain(one.filename): one for one in members}
        self._folded = {name.lower(): one for name, one in self._members.items()}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, without folders, in the order of the archive."""
        return tuple(self._members)

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return self._member(name) is not None

    def read(self, name: str) -> bytes:
        """The bytes of a part, whatever size the archive states; every reading counts anew."""
        member = self._member(name)
        if member is None or member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise UnreadableError(Refusal.BROKEN)
        bound = min(self._limits.part_bytes, self._bytes_left)
        try:
            with self._archive.open(member) as part:
                data = part.read(bound + 1)
        except _ARCHIVE_ERRORS as error:
            raise UnreadableError(Refusal.BROKEN) from error
        if len(data) > bound:
            raise UnreadableError(Refusal.TOO_LARGE)
        self._bytes_left -= len(data)
        return data

    def xml(self, name: str) -> Element:
        """The root element of a part."""
        builder = _Builder(self._limits.depth, self._elements_left)
        root = _parsed(self.read(name), builder, self._limits)
        self._elements_left -= builder.elements
        return root

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """What a part refers to, by identifier; of the package itself for the part ''."""
        folder, base = posixpath.split(_plain(part))
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.has(name):
            return {}
        return {
            attribute(one, "Id"): _relationship(one, folder)
            for one in self.xml(name)
            if local(one) == "Relationship"
        }

    def _member(self, name: str) -> ZipInfo | None:
        plain = _plain(name)
        return self._members.get(plain) or self._folded.get(plain.lower())


def xml_of(data: bytes, limits: Limits) -> Element:
    """The root element of XML that stands in no archive.

    Raises UnreadableError for XML that is broken, has a document type, or is beyond the limits.
    """
    return _parsed(data, _Builder(limits.depth, limits.elements), limits)


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    tag: str = element.tag
    return tag.rpartition("}")[2]


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The direct children with one of these local names, or all if none is given."""
    for one in element if element is not None else ():
        if not names or local(one) in names:
            yield one


def child(element: Element | None, *path: str) -> Element | None:
    """The first element at a path of local names; None if there is none."""
    for name in path:
        for one in element if element is not None else ():
            if local(one) == name:
                element = one
                break
        else:
            return None
    return element


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """The value of the first attribute with this local name."""
    if element is None:
        return default
    values = (value for key, value in element.attrib.items() if key.rpartition("}")[2] == name)
    return next(values, default)


_ARCHIVE_ERRORS = (
    BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError, RuntimeError,
    ValueError, KeyError, IndexError, OverflowError,
)  # fmt: skip
_CHUNK_BYTES = 1 << 16


class _Builder(TreeBuilder):
    """Builds a tree as long as it is neither deep nor has more elements than are left."""

    def __init__(self, depth: int, elements: int) -> None:
        super().__init__()
        self._depth_left = depth
        self._most = elements
        self.elements = 0
        self.events = 0

    def start(self, tag: Any, attrs: dict[Any, Any], /) -> Element:
        self._depth_left -= 1
        self.events += 1
        self.elements += 1 + len(attrs) // 4
        if self._depth_left < 0 or self.elements > self._most:
            raise UnreadableError(Refusal.TOO_LONG)
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth_left += 1
        self.events += 1
        return super().end(tag)

    def data(self, data: str, /) -> None:
        self.events += 1
        super().data(data)


def _parsed(data: bytes, builder: _Builder, limits: Limits) -> Element:
    parser = DefusedXMLParser(target=builder, forbid_dtd=True)
    text = _decoded(data)
    waiting = events = 0
    try:
        for begin in range(0, len(text), _CHUNK_BYTES):
            parser.feed(text[begin : begin + _CHUNK_BYTES])
            # A start tag is held until it ends: one of millions of attributes would be too late.
            waiting = waiting + _CHUNK_BYTES if builder.events == events else 0
            events = builder.events
            if waiting > limits.part_bytes // 8:
                raise UnreadableError(Refusal.TOO_LARGE)
        root: Element = parser.close()
    except DefusedXmlException as error:
        raise UnreadableError(Refusal.UNSAFE) from error
    except (ParseError, ValueError, LookupError, AssertionError) as error:
        raise UnreadableError(Refusal.BROKEN) from error
    return root


def _decoded(data: bytes) -> bytes | str:
    """Text for the encodings of China that the parser does not know."""
    if re.match(rb"\s*<\?xml[^>]{0,80}encoding=.gb", data[:200], re.IGNORECASE):
        return data.decode("gb18030", "replace")
    return data


def _relationship(element: Element, folder: str) -> Relationship:
    kind = attribute(element, "Type").rpartition("/")[2]
    target = attribute(element, "Target")
    if attribute(element, "TargetMode") == "External":
        return Relationship(kind, target, True)
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    return Relationship(kind, _plain(posixpath.normpath(posixpath.join("/", folder, path))), False)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")
