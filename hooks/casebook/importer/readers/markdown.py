"""Markdown: what a text in Markdown looks like; read by way of HTML, which it may hold, too."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from markdown_it import MarkdownIt
from mdit_py_cjk_friendly import cjk_friendly

from casebook.content.emphasis import join_fragments, restore_markers, scan_run
from casebook.content.markdown import definition
from casebook.importer.document import Document, Unseen, characters
from casebook.importer.readers import html
from casebook.importer.readers.broken_lines import rejoined
from casebook.importer.readers.html_lines import SOURCE_LINE
from casebook.importer.readers.printed_layout import PrintedLine
from casebook.importer.readers.source import Limits, Refusal, UnreadableError

_SIGNS = re.compile(
    r"^[ ]{0,3}\#{1,6}[ \t]+\S"  # a heading
    r"|^[ ]{0,3}>[ \t]+\S"  # a quotation
    r"|^[ ]{0,3}(?:```|~~~)"
    r"|^[ ]{0,3}(?:\|[ \t]*:?-|:?---)-*:?[ \t]*\|"  # the line under the head of a table
    r"|!?\[[^\]\n]{0,500}\]\([^)\s]{0,2000}\)"  # a link or a picture
    r"|~~(?=\S)[^\n~]{1,500}~~"
    r"|<!--|</?(?:p|br|b|strong|i|em|u|s|del|ins|span|font|div|img|a|center|table|h[1-6])\b"
    r"[^>\n]{0,500}>",
    re.MULTILINE | re.VERBOSE,
)
_STRONG = re.compile(r"(?<![*_\w])(\*\*|__)(?=[^\s*_])[^\n*_]{1,500}(?<=\S)\1(?![*_])", re.ASCII)


def is_markdown(text: str) -> bool:
    """Whether a text has signs of Markdown; single stars and masked names are none."""
    return bool(_SIGNS.search(text) or _STRONG.search(with_masks(_DOUBLED.sub("", text))))


def document_of(text: str, start: int, hints: Mapping[str, str], limits: Limits) -> Document:
    """The document of a text in Markdown that begins at an index after its hints.

    Raises UnreadableError (TOO_LONG) if it is longer than five pages may be.
    """
    if len(text) - start > _PAGES * limits.page_characters:
        raise UnreadableError(Refusal.TOO_LONG)
    body = _Body(text[start:])
    tokens = _PARSER.parse(body.text)
    first = text.count("\n", 0, start) + 1
    for token in tokens:
        if token.map and token.nesting >= 0:
            token.attrSet(SOURCE_LINE, str(token.map[0] + first))
        for child in token.children or ():
            child.type = _KINDS.get(child.type, child.type)
    page = _PARSER.renderer.render(tokens, _PARSER.options, {})
    document = html.document_of(page, limits, is_whole=True)
    unseen = dict(document.unseen)
    if hidden := characters(body.comments):
        unseen[Unseen.HIDDEN] = unseen.get(Unseen.HIDDEN, 0) + hidden
    lines = [PrintedLine(block) for block in document.blocks]
    return replace(
        document,
        blocks=tuple(rejoined(lines, by_sentence=False)),
        hints={**document.hints, **hints},
        unseen=unseen,
    )


_KINDS = {"softbreak": "hardbreak", "text_special": "text"}
"""How kinds of tokens are rendered: lines as in the source, and escaped characters as text."""
_PAGES = 5
"""The greatest length of a text in Markdown, which takes far longer to read than plain text."""


class _Body:
    """A text whose comments are apart, and whose other signs are those of the parser."""

    def __init__(self, text: str) -> None:
        self.comments: list[str] = []
        text = _COMMENT.sub(self._without, text)
        text = _STRUCK.sub(r"<del>\1</del>", text)
        text = _CLOSE_HEADING.sub(r"\1 ", text)
        text = _DOUBLED.sub("", text)
        text = _WRITTEN.sub(r"\1\\\2", text)
        fences = list(_FENCE.finditer(text))
        if len(fences) % 2:
            place = fences[-1].start(1)
            text = f"{text[:place]}\\{text[place:]}"
        self.text = with_masks(text)

    def _without(self, match: re.Match[str]) -> str:
        self.comments.append(match[1])
        return "\n" * match[0].count("\n")


_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_STRUCK = re.compile(r"(?<!~)~~(?=[^\s~])([^\n~]+?)(?<=[^\s~])~~(?!~)")
_DOUBLED = re.compile(r"(?<=[^\s*0-9])\*{4}(?=[^\s*0-9][^\n*]*\*\*(?!\*))")
"""The end of an emphasis and the beginning of the next one, which are none in CommonMark."""
_CLOSE_HEADING = re.compile(r"^(#{1,6})(?=[^\s#])(?!.*#)", re.MULTILINE)
"""The signs of a heading without a space after them; with a further one it is a topic: #净网#."""
_WRITTEN = re.compile(
    r"^([ ]{0,3}(?:[0-9]{1,9}(?=[.)](?:\s|$))|(?=>(?![ >\n]))))([.)>])", re.MULTILINE
)
"""Numbers of items, which stay as written, and signs that are no quotation, as in >100万元."""
_FENCE = re.compile(r"^[ ]{0,3}(`{3,}|~{3,})", re.MULTILINE)


def with_masks(text: str) -> str:
    """The text in which the stars of masked names, as in 李**, are escaped."""
    return "\n".join(_masked(line) if "*" in line else line for line in text.split("\n"))


_RUN = re.compile(r"(?<![*\\])\*{2,3}(?!\*)")


def _masked(line: str) -> str:
    """A line with the stars of masked names escaped: those after a surname that open nothing."""
    runs = list(_RUN.finditer(line))
    pieces, place, is_open = [], 0, False
    for number, run in enumerate(runs):
        following = runs[number + 1] if number + 1 < len(runs) else None
        is_mask = (
            not is_open
            and _is_after_surname(line, run)
            and (
                (len(runs) - number) % 2 == 1
                or (following is not None and _is_after_surname(line, following))
            )
        )
        if not is_mask:
            is_open = not is_open
            continue
        pieces += [line[place : run.start()], "\\*" * len(run[0])]
        place = run.end()
    return "".join([*pieces, line[place:]])


def _is_after_surname(line: str, run: re.Match[str]) -> bool:
    return run.start() > 0 and line[run.start() - 1] in _SURNAMES


_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
    "钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜"
    "倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游"
    "阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来蔺连褚"
)


def _parser() -> MarkdownIt:
    """CommonMark and tables, with HTML and with the emphasis of the site."""
    parser = MarkdownIt("commonmark", {"html": True}).use(cjk_friendly)
    parser.enable("table").disable(["code", "lheading", "text_join"])
    parser.block.ruler.at("reference", definition)
    parser.inline.ruler.at("emphasis", scan_run)
    parser.inline.ruler2.after("balance_pairs", "restore_markers", restore_markers)
    parser.inline.ruler2.at("fragments_join", join_fragments)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


_PARSER = _parser()
