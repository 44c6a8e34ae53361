"""Rich Text: the document of a `.rtf` file, of Word, WPS or LibreOffice.

Read by tokens of its own, for striprtf read hidden, struck and deleted text in a trial.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable

from casebook.importer.document import Document, Unseen
from casebook.importer.readers.rtf_characters import (
    CHARACTERS,
    Font,
    character,
    codec_of_charset,
    codec_of_page,
    printed,
    together,
)  # fmt: skip
from casebook.importer.readers.rtf_contents import Contents
from casebook.importer.readers.rtf_destinations import opener
from casebook.importer.readers.rtf_state import State, Target
from casebook.importer.readers.rtf_tokens import Kind, Token, tokens
from casebook.importer.readers.rtf_words import ROW_WORDS, changed, define_row
from casebook.importer.readers.source import Limits, Refusal, Source, UnreadableError


def read(source: Source) -> Document:
    """The document of a Rich Text file; raises UnreadableError."""
    data = source.data.removeprefix(codecs.BOM_UTF8).lstrip()
    if not data.startswith(b"{\\rtf"):
        raise UnreadableError(Refusal.BROKEN)
    has_labels = b"\\listtext" in data or b"\\pntext" in data
    reader = _Reader(source.limits, _is_utf8(data), has_labels)
    for token in tokens(data, source.limits):
        reader.take(token)
    return reader.document()


class _Reader:
    """Takes the tokens of a file one by one."""

    def __init__(self, limits: Limits, is_utf8: bool, has_labels: bool) -> None:
        self._limits = limits
        self._is_utf8 = is_utf8
        self._has_labels = has_labels
        self._contents = Contents(limits)
        self._state = State(Target.FLOW, self._contents.body, [])
        self._groups: list[tuple[State, list[Callable[[], None]]]] = []
        """The state around each open group, and what to do when the group ends."""
        self._page = ""
        self._bytes = bytearray()
        """Bytes that wait, for a character of two bytes may be written in several ways."""
        self._half = ""
        """The first half of a character in Unicode that is not yet whole."""
        self._is_optional = False
        self._skip = 0
        """Bytes to pass over, which stand for a character in Unicode."""

    def take(self, token: Token) -> None:
        """Takes the next token."""
        if token.kind in (Kind.TEXT, Kind.CODE):
            self._take_bytes(token)
            return
        self._flush()
        if token.kind is Kind.WORD:
            if self._state.target is not Target.DROPPED:
                self._take_word(token.word, token.number)
        elif token.kind is Kind.BINARY:
            if self._state.target is Target.PICTURE:
                self._contents.picture.binary.append(token.data)
        else:
            self._take_brace(token.kind is Kind.OPEN)

    def document(self) -> Document:
        """The document; raises UnreadableError if the file ends amid a paragraph or a table."""
        self._flush()
        state = self._state
        if self._groups and (state.target is not Target.FLOW or state.flow.has_text):
            raise UnreadableError(Refusal.BROKEN)
        if state.flow.has_text:
            self._end("par")
        return self._contents.document()

    def _take_brace(self, is_open: bool) -> None:
        self._skip, self._is_optional = 0, False
        if is_open:
            self._groups.append((self._state, []))
            if self._state.target is Target.STYLES:
                self._contents.sheet.begin()
        elif self._groups:
            self._state, endings = self._groups.pop()
            for end in reversed(endings):
                end()

    def _take_bytes(self, token: Token) -> None:
        data = token.data
        if self._skip:
            skipped = min(self._skip, len(data))
            self._skip -= skipped
            data = data[skipped:]
        target = self._state.target
        if target is Target.PICTURE:
            self._contents.picture.hexadecimal.append(data)
        elif target in (Target.SHAPE, Target.LISTS, Target.DROPPED):
            return
        elif self._is_utf8 and token.kind is Kind.TEXT and not data.isascii():
            self._flush()
            self._put(data.decode("utf-8", "replace"))
        else:
            self._bytes += data

    def _flush(self) -> None:
        """Puts the bytes that wait."""
        if self._bytes:
            self._put(printed(bytes(self._bytes), self._font(), self._page))
            self._bytes.clear()

    def _font(self) -> Font:
        font = self._contents.fonts.get(self._state.font, _NO_FONT)
        return Font(codec=font.codec) if self._state.target is Target.FONTS else font

    def _put(self, text: str) -> None:
        state, contents = self._state, self._contents
        if state.target is Target.FLOW:
            contents.put(state, text)
        elif state.target is Target.BUFFER:
            state.buffer.append(text)
        elif state.target is Target.FONTS:
            contents.fonts.setdefault(state.font, Font()).name += text
        elif state.target is Target.STYLES:
            contents.sheet.name += text
            if ";" in text:
                contents.sheet.end(state)

    def _take_word(self, word: str, number: int | None) -> None:
        if word == "*":
            self._is_optional = True
            return
        is_optional, self._is_optional = self._is_optional, False
        if opened := opener(word, self._state, is_optional):
            self._skip = 0
            self._state, end = opened(self._contents, self._state)
            if self._groups:
                self._groups[-1][1].append(end)
        elif word == "u":
            self._take_character(character(number or 0, self._font()))
        elif word in CHARACTERS:
            if self._skip:
                self._skip -= 1
            else:
                self._put(CHARACTERS[word])
        else:
            self._skip = 0
            self._take_setting(word, number)

    def _take_character(self, text: str) -> None:
        """Puts a character in Unicode; one beyond 16 bits comes in two halves."""
        self._skip = self._state.fallback
        if "\ud800" <= text <= "\udbff":
            self._half = text
            return
        self._put(together(self._half, text))
        self._half = ""

    def _take_setting(self, word: str, number: int | None) -> None:
        target = self._state.target
        if word in _PAGE_WORDS:
            self._page = codec_of_page(number if word == "ansicpg" else _PAGE_WORDS[word])
        elif target is Target.FONTS and word in ("fcharset", "cpg"):
            codec = codec_of_charset(number) if word == "fcharset" else codec_of_page(number)
            font = self._contents.fonts.setdefault(self._state.font, Font())
            font.codec = codec or font.codec
        elif word in ("ffres", "ffdefres") and self._state.field:
            self._state.field.answers[word] = number or 0
        elif target is Target.LISTS:
            self._contents.lists.define(word, number)
        elif target is Target.PICTURE:
            self._contents.picture.ending = _PICTURES.get(word, self._contents.picture.ending)
        elif target is Target.STYLES and word in ("s", "cs", "ds", "ts", "sbasedon"):
            self._contents.sheet.define(word, number or 0)
        elif target is Target.FLOW and self._end(word):
            return
        elif word in ("s", "cs"):
            style = self._contents.sheet.style(word, number or 0, self._limits.depth)
            self._state = (
                self._state._replace(style=style)
                if word == "s"
                else self._state._replace(letters=style)
            )
        elif word in ROW_WORDS:
            define_row(self._state, word)
        else:
            self._state = changed(self._state, word, number)

    def _end(self, word: str) -> bool:
        """Ends what a word ends: a paragraph, a cell or a row; false for other words."""
        state, role = self._state, self._state.style.role
        flow = state.flow
        if word in ("par", "sect"):
            if state.unseen in (Unseen.DELETED, Unseen.HIDDEN) and not state.around:
                self._contents.end_unseen(state)
            else:
                self._number(state)
                flow.end_paragraph(role, state.depth)
        elif word in ("cell", "nestcell"):
            self._number(state)
            flow.end_cell(role, max(state.depth, 2) if word == "nestcell" else 1)
        elif word == "row":
            flow.end_row(1)
            flow.is_row_open = False
        elif word == "nestrow":
            flow.end_row(max(state.level, 2))
        else:
            return False
        return True

    def _number(self, state: State) -> None:
        """Numbers the paragraph that ends if the file says of none how its number prints."""
        if state.list_number and not self._has_labels and state.flow.has_text:
            label = self._contents.lists.label(state.list_number, state.list_level)
            state.flow.number(label)


def _is_utf8(data: bytes) -> bool:
    """Whether bytes beyond ASCII, which a program wrote without escaping them, are UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for begin in range(0, len(data), _CHUNK):
            decoder.decode(data[begin : begin + _CHUNK])
    except UnicodeDecodeError:
        return False
    return True


_CHUNK = 1 << 20
_NO_FONT = Font()
_PAGE_WORDS = {"ansicpg": 0, "mac": 10000, "pc": 437, "pca": 850}
_PICTURES = {
    "pngblip": "png", "jpegblip": "jpg", "emfblip": "emf", "wmetafile": "wmf", "dibitmap": "bmp",
    "wbitmap": "bmp", "macpict": "pict",
}  # fmt: skip
"""The ending of the name of each kind of picture."""
