"""Printed layout: how the lines of a text were set, and which of them go on a sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casebook.importer.document import Block, Role
from casebook.importer.readers.page_furniture import is_bare_number, names_paper


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as it stands in a source."""

    block: Block
    indent: int = 0
    """Half-width characters."""
    begins_page: bool = False
    follows_blank: bool = False
    """Whether an empty line stands before it."""


_CLOSED = re.compile("(?:[。！？；：…!?;:][”』’」]?|[）)])$")
"""The end of a line that ends a sentence, or introduces the next one with a colon."""
_ENDED = re.compile("[。！？…!?][”』’」）)]?$")
_OPEN = re.compile(r"[“‘《〈（「『【〔(\[、，,]$")
"""The end of a line after which a sentence must go on."""
_INNER = re.compile(r"[，。、；：！？”’》〉）」』】〕%‰℃]")
"""Signs that begin no line."""
_NUMBER_CUT = re.compile("[0-9０-９][.．]?$")
_NUMBER_GOES_ON = re.compile(
    "[0-9０-９]*[.．]?[0-9０-９]*[余多几]?[万亿千百]*[余多]?[元人名起个条张部台次笔件户年月日%]"
)
_NUMBERED = r"[0-9]{1,3}\s*[.．、](?![0-9]|$)|[0-9]{1,3}[.．、](?=20[0-9]{2}[年.\-/]|[0-9]{1,2}月)"
_STARTS_ANEW = re.compile(
    rf"[【（(《◆●■★▲◎※►▶➤▪•☆◇①-⑳#>|]|{_NUMBERED}|[0-9]{{1,2}}\s"
    r"|[一二三四五六七八九十]+、|(?:典型)?案例|第[一二三四五六七八九十0-9]+[起个]"
    r"|记者|编辑|来源|图为|本报讯"
    r"|[一-鿿]{2,6}[:：]|[0-9]{4}[年/.-]|[0-9]{1,2}月"
    r"|今年|去年|近日|日前|发布|时间|浏览|字号|目\s*录"
)
_MARKED = re.compile(
    rf"[【◆●■★▲◎※►▶➤▪•☆◇①-⑳]|{_NUMBERED}|[一二三四五六七八九十]+、"
    r"|[（(][一二三四五六七八九十0-9]{1,3}[）)]|(?:典型)?案例[一二三四五六七八九十0-9]"
)
"""The beginning of a line that never goes on a sentence."""
_DATED = re.compile(
    "(?:20[0-9]{2}年|[0-9]{1,2}月|[今去前同当]年|[同当本]月|[同当]日|近日|近期|日前)[^，]{0,12}，"
)
"""The beginning of a sentence, which no title has."""
_OPENS = re.compile(
    "[一-鿿]{2,12}(?:公安|分局|警方|网安|派出所|法院|检察院)|[一-鿿]{2,6}[市县区旗](?:一[家名位]|某|[一-鿿]{0,4}居民)"
)
"""The beginning of a paragraph on what a unit did, or on somebody in a place."""
_TITLE_END = re.compile("(?<![涉立破该此本办报串并结投作发犯查翻个类两同])案$")
_COMPLETE = re.compile(
    "(?:拘留|逮捕|起诉|措施|候审|[办审]理中|侦办中|之中|处罚|罚款|警告|教育|训诫|整改|改正|判决"
    "|责任|[刑罪]|追究|处理|注意|防范|监督|举报|环境|安全)$"
)
"""The end of a paragraph that lacks its full stop."""
_LONG = 40
"""Characters from which a line before an empty one can be broken, as at the end of a column."""
_STAMP = re.compile("[0-9]{1,2}[:：][0-9]{2}|字号|浏览|来\\s*源|作者|点击|阅读")
_LONGEST_STAMP = 80
"""Characters of the longest line with the date and author of a page."""
_SENTENCE = 12
"""Characters from which a line before a sign of punctuation is part of a sentence."""
_LABELLED = 24
"""Characters from which a line with a colon is more than a label and its value: 编辑：某某."""
_LABEL = re.compile("^[^，。；,]{1,10}[:：][^，。；,]*$")
_BEGUN = re.compile("[，。；：,]")


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lines of a text were set."""

    width: int
    """The half-width characters of a full line; 0 if the lines are whole paragraphs."""
    length: int
    """The characters of a full line."""
    is_indented: bool
    """Whether the first line of each paragraph begins farther right."""
    margin: int

    @classmethod
    def of(cls, lines: Sequence[PrintedLine]) -> Layout:
        """The layout of a text, from the lengths of its lines."""
        prose = [line for line in lines if line.block.role is Role.PARAGRAPH]
        margin = min((line.indent for line in prose), default=0)
        width = _common_most([_width(line) for line in prose], _LOOSE)
        length = _common_most([len(line.block.text) + line.indent // 2 for line in prose], 1)
        layout = cls(width, length, False, margin)
        full = [line for line in prose if layout.is_full(line)]
        texts = [line.block.text for line in full]
        unclosed = sum(not _CLOSED.search(text) and not _is_title(text) for text in texts)
        longer = sum(
            _width(line) > width + _LOOSE and len(line.block.text) > length + 1 for line in prose
        )
        is_set = (
            min(width, length * 2) >= _NARROWEST
            and len(full) >= max(_LEAST, 0.25 * len(prose))
            and unclosed >= 0.4 * len(full)
            and longer <= 0.05 * len(prose)
        )
        if not is_set:
            return cls(0, 0, False, margin)
        indented = sum(layout.begins_paragraph(line) for line in prose)
        return replace(layout, is_indented=1 < indented < len(prose) - 1)

    def is_full(self, line: PrintedLine) -> bool:
        """Whether a line reaches the right margin."""
        width, length = _width(line), len(line.block.text) + line.indent // 2
        is_long = length >= self.length - 1 and width >= 0.75 * self.width
        return bool(self.width) and (width >= self.width - _LOOSE or is_long)

    def begins_paragraph(self, line: PrintedLine) -> bool:
        """Whether a line is indented."""
        return line.indent - self.margin >= _INDENT

    def continues(
        self, line: PrintedLine, after: PrintedLine, by_sentence: bool, is_parted: bool
    ) -> bool:
        """Whether a line ends within a sentence that the next line goes on with.

        `is_parted` tells that page furniture stands between them.
        """
        text, other = line.block.text, after.block.text
        if not _is_prose(line.block) or not _is_prose(after.block):
            return False
        if self.is_indented and self.begins_paragraph(after):
            return False
        if _INNER.match(other) and (_BEGUN.search(text) or len(text) >= _SENTENCE):
            return True
        if _OPEN.search(text):
            return not _MARKED.match(other)
        is_apart = after.follows_blank and not is_parted and not self.width
        is_begun = len(text) >= _LONG or _DATED.match(text) is not None
        if is_apart and (not is_begun or _COMPLETE.search(text) or _OPENS.match(other)):
            return False
        if self.is_full(line):
            return self._flows(line, after)
        if self.width and not is_parted:
            return False
        if len(text) <= _LONGEST_STAMP and _STAMP.search(text):
            return False
        if _CLOSED.search(text) or _is_title(text):
            return False
        is_number = bool(_NUMBER_CUT.search(text) and _NUMBER_GOES_ON.match(other))
        is_begun = bool(_BEGUN.search(text)) and (len(text) >= _LABELLED or not _LABEL.search(text))
        if is_begun and is_number:
            return True
        return (by_sentence or is_parted) and is_begun and not _STARTS_ANEW.match(other)

    def _flows(self, line: PrintedLine, after: PrintedLine) -> bool:
        """Whether the line after a full one is of the same paragraph."""
        if self.is_indented:
            return True
        text = line.block.text
        is_ended = bool(_CLOSED.search(text)) or _is_title(text)
        return not is_ended and not _MARKED.match(after.block.text)

    def is_head(self, before: PrintedLine, head: PrintedLine, after: PrintedLine) -> bool:
        """Whether a short line between the halves of a sentence is a running head."""
        if _CLOSED.search(before.block.text) or not self.continues(before, after, True, True):
            return False
        if is_bare_number(head.block.text):
            return not self.begins_paragraph(head) or not self.is_indented
        if self.width:
            return not self.is_full(head) and not _ENDED.search(head.block.text)
        return names_paper(head.block.text)


_LOOSE = 4
"""Half-width characters that a full line may lack."""
_LEAST = 4
"""Full lines from which a text is set in lines of one width."""
_NARROWEST = 28
"""Half-width characters of the narrowest column."""
_INDENT = 2
"""Half-width characters from which a line is indented."""


def _is_title(text: str) -> bool:
    """Whether a line is the title of a case, which has no full stop."""
    return bool(_TITLE_END.search(text)) and not re.search("[。！；]", text)


def _is_prose(block: Block) -> bool:
    return block.role is Role.PARAGRAPH and not block.is_bold


def _common_most(lengths: Sequence[int], loose: int) -> int:
    """The greatest length that several lines have, about; 0 if all lines differ."""
    ordered = sorted(lengths, reverse=True)
    least = max(3, len(ordered) * 3 // 20)
    for place, length in enumerate(ordered[: 1 - least or None]):
        if ordered[place + least - 1] >= length - loose:
            return length
    return 0


def _width(line: PrintedLine) -> int:
    wide = sum(unicodedata.east_asian_width(one) in "WFA" for one in line.block.text)
    return line.indent + len(line.block.text) + wide
