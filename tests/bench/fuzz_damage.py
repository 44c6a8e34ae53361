"""Damage: files changed at random, as bytes and as what their format consists of."""

from __future__ import annotations

import random
import struct
from email import message_from_bytes
from email.message import Message
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import olefile

from .fuzz_tokens import LARGEST, LINES, MARKUP, NUMBERS, PORTABLE, RICH_TEXT, WORDS, rearranged

_GRAMMARS = {
    "docx": MARKUP, "odt": MARKUP, "ofd": MARKUP, "xlsx": MARKUP, "html": MARKUP, "mhtml": MARKUP,
    "eml": LINES, "md": LINES, "txt": LINES, "rtf": RICH_TEXT, "pdf": PORTABLE,
}  # fmt: skip
"""How each format is taken apart; what is binary is not."""
_ARCHIVES = {"docx", "odt", "ofd", "xlsx"}
_MAIL = {"mhtml", "eml"}
_INTEGERS = (0, 1, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF)


def damaged(data: bytes, name: str, dice: random.Random) -> bytes:
    """A file of a format with one or a few changes, always the same for the same dice."""
    changes = dice.choice((1, 1, 1, 2, 3, 6))
    # An archive of which the bytes change is hardly ever one.
    share = 0.05 if name in _ARCHIVES else 0.2
    blind = sum(dice.random() < share for _ in range(changes))
    # The blind ones come last: after them, there may be nothing left that can be taken apart.
    for _ in range(changes - blind):
        data = _changed(data, name, dice)
    for _ in range(blind):
        data = in_bytes(data, dice)
    return data


def _changed(data: bytes, name: str, dice: random.Random) -> bytes:
    if name in _ARCHIVES:
        return _in_archive(data, name, dice)
    if name == "doc":
        return _in_compound(data, dice)
    if name in _MAIL and dice.random() < 0.5:
        return _in_mail(data, dice)
    if name in ("md", "txt") and dice.random() < 0.1:
        return _recoded(data, dice)
    return rearranged(data, _GRAMMARS[name], dice)


def in_bytes(data: bytes, dice: random.Random) -> bytes:
    """A file with bits flipped, or a piece cut, put in, doubled, overwritten or moved."""
    if not data:
        return dice.randbytes(8)
    at, length = dice.randrange(len(data)), _length(len(data), dice)
    piece = data[at : at + length]
    match dice.randrange(8):
        case 0:
            return _flipped(data, dice)
        case 1:
            return data[:at] + data[at + length :]
        case 2:
            return data[:at]
        case 3:
            put = dice.choice((dice.randbytes(dice.randrange(1, 9)), *NUMBERS, *WORDS))
            return data[:at] + put + data[at:]
        case 4:
            times = min(dice.choice((1, 1, 4, 200)), LARGEST // len(piece))
            return data[:at] + piece * times + data[at:]
        case 5:
            return _overwritten(data, dice)
        case 6:
            return _sectors_swapped(data, dice)
        case _:
            to = dice.randrange(len(data))
            rest = data[:at] + data[at + length :]
            return rest[:to] + piece + rest[to:]


def _length(whole: int, dice: random.Random) -> int:
    return min(dice.choice((1, 2, 4, 16, 64, 512, 4096, max(whole // 3, 1))), LARGEST)


def _flipped(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.choice((1, 2, 8, 40))):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def _overwritten(data: bytes, dice: random.Random) -> bytes:
    """Numbers of two or four bytes with values at the ends of what is possible."""
    changed = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 5))):
        size = dice.choice((2, 4))
        at = dice.randrange(max(len(changed) - size, 1)) // size * size
        value = dice.choice((*_INTEGERS, len(data), dice.getrandbits(32))) & ((1 << 8 * size) - 1)
        changed[at : at + size] = struct.pack("<I", value)[:size]
    return bytes(changed)[: len(data)]


def _sectors_swapped(data: bytes, dice: random.Random) -> bytes:
    size = dice.choice((64, 512))
    sectors = [data[at : at + size] for at in range(0, len(data), size)]
    one, other = dice.randrange(len(sectors)), dice.randrange(len(sectors))
    sectors[one], sectors[other] = sectors[other], sectors[one]
    return b"".join(sectors)


def _in_archive(data: bytes, name: str, dice: random.Random) -> bytes:
    """An archive with a change of a part, or of which parts there are."""
    with ZipFile(BytesIO(data)) as archive:
        parts = [(one.filename, archive.read(one)) for one in archive.infolist()]
    # The parts with the text are the large ones; the small ones are as likely as all of these.
    marked = [at for at, (_, part) in enumerate(parts) if part.lstrip()[:1] == b"<"]
    places = marked if marked and dice.random() < 0.9 else range(len(parts))
    weights = [len(parts[at][1]) + 500 for at in places]
    place = dice.choices(places, weights)[0]
    title, part = parts[place]
    match dice.randrange(12):
        case 0 if len(parts) > 1:
            del parts[place]
        case 1:
            parts.insert(dice.randrange(len(parts)), (title, dice.choice(parts)[1]))
        case 2:
            other = dice.randrange(len(parts))
            parts[place], parts[other] = (title, parts[other][1]), (parts[other][0], part)
        case 3:
            parts[place] = (title, in_bytes(part, dice))
        case _:
            parts[place] = (title, rearranged(part, _GRAMMARS[name], dice))
    return _zipped(parts)


def _zipped(parts: list[tuple[str, bytes]]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for title, part in parts:
            if title not in archive.NameToInfo:
                small = ZIP_STORED if len(part) < 100 else ZIP_DEFLATED
                archive.writestr(ZipInfo(title), part, small)
    return file.getvalue()


def _in_compound(data: bytes, dice: random.Random) -> bytes:
    """A compound file with a stream overwritten, which leaves the order of its sectors."""
    file = BytesIO(data)
    with olefile.OleFileIO(file, write_mode=True) as compound:
        stream = dice.choice(compound.listdir())
        content = compound.openstream(stream).read()
        change = dice.choice((_flipped, _overwritten, _overwritten, _shifted))
        compound.write_stream(stream, change(content, dice))
        return file.getvalue()


def _shifted(data: bytes, dice: random.Random) -> bytes:
    """A piece of a stream written over another, which leaves its size as it is."""
    length = min(_length(len(data), dice), len(data))
    source, target = (dice.randrange(max(len(data) - length, 1)) for _ in range(2))
    return data[:target] + data[source : source + length] + data[target + length :]


def _in_mail(data: bytes, dice: random.Random) -> bytes:
    """A message with a change in what one of its parts holds, packed anew."""
    try:
        message = message_from_bytes(data)
        leaves = [one for one in message.walk() if not one.is_multipart()]
        part: Message = dice.choice(leaves)
        payload = part.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else b""
        is_page = content.lstrip()[:1] == b"<"
        content = rearranged(content, MARKUP if is_page else LINES, dice)
        del part["Content-Transfer-Encoding"]
        part["Content-Transfer-Encoding"] = "8bit"
        part.set_payload(content.decode("utf-8", "surrogateescape"))
        return message.as_bytes()
    except Exception:  # an earlier change broke it, in any way
        return rearranged(data, LINES, dice)


def _recoded(data: bytes, dice: random.Random) -> bytes:
    """A text in another encoding than it was."""
    text = data.decode(dice.choice(("utf-8", "utf-8", "gb18030", "utf-16")), "replace")
    return text.encode(
        dice.choice(("gb18030", "utf-16", "utf-16-be", "utf-8-sig", "big5")), "replace"
    )
