"""Document transfer: a document, or why there is none, from one process to another.

One line of JSON, then the bytes of the pictures. Whoever receives it need not trust the sender.
"""

from __future__ import annotations

import json
from functools import partial
from typing import IO, Any

from casebook.content.json_depth import ensure_shallow
from casebook.importer.document import Block, Cell, Document, Note, Picture, Role, Unseen
from casebook.importer.readers.source import Limits, Refusal, UnreadableError


class BrokenTransferError(Exception):
    """What was received is incomplete, or no document."""


def send(stream: IO[bytes], document: Document) -> None:
    """Writes a document; half a character of a broken file becomes a question mark."""
    _write(stream, {
        "blocks": [
            [one.text, one.at, one.role, one.label_length, one.is_bold, _numbers(one.cell)]
            for one in document.blocks
        ],
        "hints": dict(document.hints),
        "unseen": {reason.value: count for reason, count in document.unseen.items()},
        "notes": document.notes,
        "pictures": [
            [one.name, None if one.data is None else len(one.data), one.at]
            for one in document.pictures
        ],
        "attachments": document.attachments,
    })  # fmt: skip
    for picture in document.pictures:
        stream.write(picture.data or b"")


def send_refusal(stream: IO[bytes], refusal: Refusal) -> None:
    """Writes why there is no document."""
    _write(stream, {"refusal": refusal})


def send_missing(stream: IO[bytes], module: str) -> None:
    """Writes that a module is not installed."""
    _write(stream, {"missing": module})


def receive(stream: IO[bytes], limits: Limits) -> Document:
    """The document that is sent.

    Raises UnreadableError if a refusal is sent, ModuleNotFoundError if a module is missing there,
    and BrokenTransferError for anything else that is no document within the limits.
    """
    line = stream.readline(limits.whole_bytes)
    try:
        text = line.decode("utf-8") if line.endswith(b"\n") else "null"
        ensure_shallow(text)
        found = json.loads(text)
        if isinstance(found, dict) and "missing" in found:
            raise ModuleNotFoundError(name=_of(str, found["missing"]))
        if isinstance(found, dict) and "refusal" in found:
            raise UnreadableError(Refusal(found["refusal"]))
        return _document(found, stream, limits.whole_bytes)
    except (ValueError, TypeError, KeyError) as error:
        raise BrokenTransferError from error


def _write(stream: IO[bytes], value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    stream.write(text.encode("utf-8", "replace"))
    stream.write(b"\n")


def _numbers(cell: Cell | None) -> list[int] | None:
    return None if cell is None else [cell.table, cell.row, cell.column]


def _document(found: Any, stream: IO[bytes], most: int) -> Document:
    def data(size: int | None) -> bytes | None:
        nonlocal most
        if size is None:
            return None
        most -= _of(int, size)
        read = stream.read(size) if size >= 0 and most >= 0 else b""
        if len(read) != size:
            raise ValueError("incomplete")
        return read

    values = _of(dict, found)
    return Document(
        tuple(_block(*_of(list, one)) for one in _of(list, values["blocks"])),
        {key: _of(str, value) for key, value in _of(dict, values["hints"]).items()},
        {Unseen(key): _of(int, value) for key, value in _of(dict, values["unseen"]).items()},
        tuple(map(Note, _of(list, values["notes"]))),
        tuple(
            Picture(_of(str, name), data(size), _of(str, at))
            for name, size, at in map(partial(_of, list), _of(list, values["pictures"]))
        ),
        tuple(_of(str, name) for name in _of(list, values["attachments"])),
    )


def _block(text: Any, at: Any, role: Any, length: Any, is_bold: Any, cell: Any) -> Block:
    place = None if cell is None else Cell(*(_of(int, number) for number in _of(list, cell)))
    words = _of(str, text), _of(str, at)
    return Block(*words, Role(role), _of(int, length), _of(bool, is_bold), place)


def _of(kind: type[Any], value: Any) -> Any:
    """A value of that type; ValueError for another."""
    if type(value) is not kind:
        raise ValueError("another type")
    return value
