"""Markup: the source of a page, made safe to parse, with its styles, scripts and pictures apart.

The parser of Python takes quadratic time for unclosed tags and comments (220 s for 150 KB in a
trial) and rejects `<![if`, which Word writes before the number of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casebook.importer.readers.source import Limits, Refusal, UnreadableError


@dataclass(frozen=True, slots=True)
class Markup:
    """A page without what a browser never shows."""

    text: str
    """Text, complete tags and no comments."""
    styles: tuple[str, ...]
    """The style sheets in the page that apply on a screen."""
    scripts: tuple[str, ...]
    comments: tuple[str, ...]
    pictures: tuple[str, ...]
    """The Base64 data of pictures; `data:picture/1` in the text stands for the first."""


def split(source: str, limits: Limits) -> Markup:
    """Splits a page; raises UnreadableError if it is beyond the limits.

    It may have as many tags as a document may have blocks, which takes about four seconds.
    """
    pictures: list[str] = []

    def replaced(match: re.Match[str]) -> str:
        pictures.append(match[1])
        return f"data:picture/{len(pictures)}"

    source = _PICTURE.sub(replaced, source).replace("\0", "")
    if len(source) > limits.pages * limits.page_characters:
        raise UnreadableError(Refusal.TOO_LONG)
    pieces = _Pieces(source, limits.blocks)
    text = "".join(pieces)
    return Markup(
        text, tuple(pieces.styles), tuple(pieces.scripts), tuple(pieces.comments), tuple(pictures)
    )


_PICTURE = re.compile(
    r"data:image/[\w.+-]{1,40};base64,([A-Za-z0-9+/=%]*+(?:[\r\n]++[ \t]*+[A-Za-z0-9+/=%]++)*)",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"""</?([a-zA-Z][^\s/>]*+)"""
    r"""(?=(?P<rest>(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?)*))(?P=rest)>""",
    re.DOTALL,
)
_TAG_BEGUN = re.compile("</?[a-zA-Z]")
_RAW = frozenset(["script", "style", "noscript", "noembed", "noframes", "iframe"])
"""Elements whose content a browser does not parse as markup."""
_OTHER_MEDIUM = re.compile(r"""\bmedia\s*=\s*["']?[^"'>]*\b(?:print|speech|aural)\b""", re.I)
_SCREEN = re.compile(r"""\bmedia\s*=\s*["']?[^"'>]*\b(?:all|screen)\b""", re.I)
_DATA = re.compile(r"""\btype\s*=\s*["']?(?:text/(?:template|html|x-)|application/json)""", re.I)


class _Pieces:
    """The pieces of a page that stay; gathers the rest while it is iterated."""

    def __init__(self, source: str, most_tags: int) -> None:
        self.source, self.most_tags = source, most_tags
        self.styles: list[str] = []
        self.scripts: list[str] = []
        self.comments: list[str] = []

    def __iter__(self) -> Iterator[str]:
        source, place, tags = self.source, 0, 0
        while (start := source.find("<", place)) >= 0:
            yield source[place:start]
            after = source[start + 1 : start + 2]
            if after in ("!", "?"):
                place = self._aside(start)
                continue
            if not _TAG_BEGUN.match(source, start):
                yield "&lt;"
                place = start + 1
                continue
            tag = _TAG.match(source, start)
            if tag is None:  # No tag ends in the rest of the page; a single one was cut.
                rest = source[start:]
                yield rest.replace("<", "&lt;") if rest.count("<") > 1 else ""
                return
            tags += 1
            if tags > self.most_tags:
                raise UnreadableError(Refusal.TOO_LONG)
            place = tag.end()
            if tag[0].lower().startswith("</br"):
                yield "<br>"
            elif after != "/" and tag[1].lower() in _RAW:
                place = self._raw(tag)
                if tag[1].lower() == "iframe":
                    yield tag[0] + "</iframe>"
            else:
                yield tag[0]
        yield source[place:]

    def _aside(self, start: int) -> int:
        """Passes over a comment or a declaration; returns its end."""
        if not self.source.startswith("<!--", start):
            end = self.source.find(">", start)
            return end + 1 if end >= 0 else len(self.source)
        if self.source.startswith(("<!-->", "<!--->"), start):
            return self.source.index(">", start) + 1
        end = self.source.find("-->", start + 4)
        stop = end if end >= 0 else len(self.source)
        self.comments.append(self.source[start + 4 : stop])
        return min(stop + 3, len(self.source))

    def _raw(self, tag: re.Match[str]) -> int:
        """Gathers the content of a script or style sheet; returns the end of the element."""
        name = tag[1].lower()
        closing = re.compile(rf"</{name}(?=[\s/>])[^>]*+>?+", re.IGNORECASE).search(
            self.source, tag.end()
        )
        content = self.source[tag.end() : closing.start() if closing else len(self.source)]
        if name == "script" and not _DATA.search(tag[0]):
            self.scripts.append(content)
        elif name == "style" and (_SCREEN.search(tag[0]) or not _OTHER_MEDIUM.search(tag[0])):
            self.styles.append(content)
        return closing.end() if closing else len(self.source)
