"""A manuscript: the lines of a bulletin's file, whatever its form and encoding."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from casebook.importer import hypertext, word
from casebook.importer.line import Line, mended, tidy


class UnreadableError(Exception):
    """The file cannot be read as a bulletin; `code` names the reason."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The paragraphs of a bulletin, and what its file says beside them."""

    lines: tuple[Line, ...]
    hints: Mapping[str, str] = field(default_factory=dict)
    """Of `title`, `source`, `date` and `url` those that the file states outside its text."""


def read(path: Path) -> Manuscript:
    """The manuscript in a `.txt`, `.md`, `.html` or `.docx` file.

    Raises UnreadableError for another form, a broken file, or an encoding that is neither UTF-8,
    UTF-16 with its mark, nor GB18030; OSError where the file cannot be opened.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise UnreadableError("form")
    lines, hints = reader(path.read_bytes())
    if not lines:
        raise UnreadableError("empty")
    return Manuscript(tuple(mended(lines)), hints)


def decoded(data: bytes) -> str:
    """The text of a file as Chinese programs write it."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError("encoding")


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SOURCE = re.compile(r"#?\s*source\s*[:：]\s*(\S*)[^\n]*\n", re.IGNORECASE)
_HEAD = re.compile(r"\s*---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_BOLD = re.compile(r"\*\*|__")
_HEADING = re.compile(r"#{1,6}(?:\s+|(?=[^\s#]))")


def _plain(data: bytes) -> tuple[list[Line], dict[str, str]]:
    """The lines of a plain or Markdown text; its front matter gives the hints."""
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    hints = {}
    if source := _SOURCE.match(text):
        hints["url"] = source[1]
        text = text[source.end() :]
    if head := _HEAD.match(text):
        hints |= _hints(head[1])
        text = text[head.end() :]
    return list(_lines(text)), hints


def _hints(head: str) -> dict[str, str]:
    try:
        values = yaml.load(head, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return {}
    known = ("title", "source", "date", "url")
    return {key: value for key in known if isinstance(values, dict) and (value := values.get(key))}


def _lines(text: str) -> Iterator[Line]:
    for raw in text.split("\n"):
        line = _LINK.sub(r"\1", _IMAGE.sub("", raw))
        marked = line.strip()
        is_heading = bool(_HEADING.match(marked))
        marked = _HEADING.sub("", marked) if is_heading else marked
        words = tidy(_BOLD.sub("", marked))
        # Where only the beginning is bold it is a marker or a title run into its paragraph.
        is_bold = is_heading or bool(re.fullmatch(r"(\*\*|__)(?:(?!\1).)+\1", marked))
        if words:
            yield Line(words, is_bold)


_READERS: dict[str, Callable[[bytes], tuple[list[Line], dict[str, str]]]] = {
    ".txt": _plain,
    ".md": _plain,
    ".markdown": _plain,
    ".html": lambda data: hypertext.lines_of(decoded(data)),
    ".htm": lambda data: hypertext.lines_of(decoded(data)),
    ".docx": word.lines_of,
}
