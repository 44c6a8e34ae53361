"""Line breaks: files of text are published with the same ones, wherever they were checked out."""

from __future__ import annotations

_TEXT_ENDINGS = frozenset(
    {
        *("css", "js", "mjs", "map", "svg", "html", "htm", "xhtml", "xml", "rss", "atom"),
        *("json", "geojson", "webmanifest", "yml", "yaml", "txt", "md", "csv", "tsv", "vtt", "srt"),
    }
)


def is_text(name: str) -> bool:
    """Whether a file is, by its name, of a kind in which all line breaks mean the same."""
    return name.rpartition(".")[2].lower() in _TEXT_ENDINGS


def with_unix_line_breaks(content: bytes) -> bytes:
    """The content of a file of text with every CRLF replaced by LF; UTF-16 stays as it is."""
    return content if b"\0" in content else content.replace(b"\r\n", b"\n")
