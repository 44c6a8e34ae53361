"""A line of a manuscript: the text of a paragraph, and whether it is emphasized."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLOSED = re.compile("(?:[。！？；：…!?;:][”』]?|[）)])$")
"""The end of a line that ends a sentence, or introduces the next one with a colon."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph without markup; not empty, without line breaks."""

    text: str
    is_bold: bool = False
    """Whether all of it is bold, or it is a heading."""

    @property
    def is_closed(self) -> bool:
        """Whether it ends with the end of a sentence."""
        return bool(_CLOSED.search(self.text))

    @property
    def is_short(self) -> bool:
        """Whether it can be a title: at most 64 characters, without the end of a sentence."""
        return len(self.text) <= _LONGEST_TITLE and not re.search(r"[。！；]", self.text)


_LONGEST_TITLE = 64


def rejoined(lines: list[Line]) -> list[Line]:
    """Joins lines that a column or page break split within a sentence."""
    whole: list[Line] = []
    for line in lines:
        if whole and _continues(whole[-1], line):
            whole[-1] = Line(whole[-1].text + line.text)
        else:
            whole.append(line)
    return whole


_STARTS_ANEW = re.compile(
    r"[【（(《◆●■★▲◎※►▶➤▪•☆◇①-⑳#>|]|\d{1,2}\s*[.．、](?!\d)|\d{1,2}\s|[一二三四五六七八九十]+、"
    r"|(?:典型)?案例|第[一二三四五六七八九十\d]+[起个]|记者|编辑|来源|图为|本报讯"
    r"|(?:\d{4}[年/.-]|\d{1,2}月|今年|去年|近日|日前|发布|时间|浏览|字号|目\s*录)"
)
_STAMP = re.compile(r"[0-9]{1,2}[:：][0-9]{2}|字号|浏览|来\s*源|作者|点击|阅读")
_LONGEST_STAMP = 80
"""Maximum characters of a line with the date and author of a page."""
_SENTENCE_BEGUN = re.compile(r"[，。；：,]")


def _continues(line: Line, after: Line) -> bool:
    """Whether a line ends within a sentence that the next line continues."""
    if line.is_bold or after.is_bold or line.is_closed or line.text.endswith("案"):
        return False
    if len(line.text) <= _LONGEST_STAMP and _STAMP.search(line.text):
        return False
    if line.text[-1] in "，、,":
        return True
    return bool(_SENTENCE_BEGUN.search(line.text)) and not _STARTS_ANEW.match(after.text)


def tidy(text: str) -> str:
    """The text on one line, without invisible characters and surrounding spaces."""
    return re.sub(r"[\s\u3000\xa0]+", " ", _UNSEEN.sub("", text)).strip()


_UNSEEN = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\xad\x00-\x08\x0e-\x1f]")
