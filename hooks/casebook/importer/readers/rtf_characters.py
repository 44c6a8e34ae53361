"""RTF characters: what the bytes and the control words of a Rich Text file print."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from casebook.importer.readers.word_symbols import symbol


@dataclass(slots=True)
class Font:
    """A font of the font table."""

    name: str = ""
    codec: str = ""
    """The encoding of bytes in this font; empty if the font leaves it to the document."""

    @property
    def is_symbols(self) -> bool:
        """Whether its letters print as signs."""
        return self.label.lower().startswith(("symbol", "wingdings", "webdings"))

    @property
    def label(self) -> str:
        """The name without what ends it in the font table."""
        return self.name.strip(" ;")


def codec_of_charset(number: int | None) -> str:
    """The encoding of a character set of Windows, as 134; empty if it has none."""
    return _CHARSETS.get(number or 0, "")


def codec_of_page(number: int | None) -> str:
    """The encoding of a code page, as 936; empty for an unknown one."""
    if number in _PAGES:
        return _PAGES[number]
    name = f"cp{number}"
    try:
        codecs.lookup(name)
    except LookupError:
        return ""
    return name


def printed(data: bytes, font: Font, page: str) -> str:
    """The text of bytes in a font, in a document of a code page; and the signs of symbol fonts.

    A font of Western letters may hold Chinese in a Chinese document, as files of WPS have it.
    """
    if font.is_symbols:
        return "".join(symbol(font.label, byte) for byte in data)
    if data.isascii():
        return data.decode("ascii")
    for codec in (font.codec, page, "gb18030", "cp1252"):
        if codec:
            try:
                return data.decode(codec)
            except UnicodeDecodeError:
                continue
    return data.decode(font.codec or page or "gb18030", "replace")


def character(code: int, font: Font) -> str:
    """The character of a number of `u`, which may be half of one; empty for ornaments."""
    code %= 0x10000
    return symbol(font.label, code) if 0xF000 <= code <= 0xF0FF else chr(code)


def together(half: str, text: str) -> str:
    """The character of two halves; text that is no second half comes out as it is."""
    if not "\udc00" <= text <= "\udfff":
        return text
    return (half + text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


CHARACTERS = {
    "~": "\xa0", "_": "-", "tab": "\t", "line": "\n", "softline": "\n", "lbr": "\n", "page": "\n",
    "column": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
"""What control words print; breaks of a line, column or page end it."""

_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_PAGES = {936: "gb18030", 54936: "gb18030", 65001: "utf-8", 10000: "mac_roman", 1361: "johab"}
