"""A manuscript: the lines of a bulletin's file, independent of its format and encoding."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from casebook.importer import docx_file, html_file
from casebook.importer.line import Line, rejoined, tidy


class UnreadableBulletinError(Exception):
    """The file cannot be parsed as a bulletin; `code` is `form`, `empty` or `encoding`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The paragraphs of a bulletin, and the metadata of its file."""

    lines: tuple[Line, ...]
    hints: Mapping[str, str] = field(default_factory=dict)
    """The values of `title`, `source`, `date` and `url` outside the text, if any."""


def read(path: Path) -> Manuscript:
    """Parses a `.txt`, `.md`, `.html` or `.docx` file.

    Raises UnreadableBulletinError for another format, an empty or broken file, or an encoding that
    is neither UTF-8, UTF-16 with its mark, nor GB18030; OSError if the file cannot be opened.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise UnreadableBulletinError("form")
    lines, hints = reader(path.read_bytes())
    if not lines:
        raise UnreadableBulletinError("empty")
    return Manuscript(tuple(rejoined(lines)), hints)


def decoded(data: bytes) -> str:
    """Decodes UTF-8, UTF-16 with its mark, or GB18030; raises UnreadableBulletinError."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableBulletinError("encoding")


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
    """The lines of a plain or Markdown text, and the hints in its front matter."""
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
        # If only the beginning is bold, it is a marker or a run-in title.
        is_bold = is_heading or bool(re.fullmatch(r"(\*\*|__)(?:(?!\1).)+\1", marked))
        if words:
            yield Line(words, is_bold)


_READERS: dict[str, Callable[[bytes], tuple[list[Line], dict[str, str]]]] = {
    ".txt": _plain,
    ".md": _plain,
    ".markdown": _plain,
    ".html": lambda data: html_file.lines_of(decoded(data)),
    ".htm": lambda data: html_file.lines_of(decoded(data)),
    ".docx": docx_file.lines_of,
}
