"""The site's Markdown: the one parser of its texts, both for checks and for rendering.

CommonMark and tables, with rules for Chinese texts: text pasted from a bulletin must not become
markup. Raw HTML, autolinked URLs, indented code and setext headings are not supported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, fence, list_block, reference
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_cjk_friendly import cjk_friendly

from casebook.content.emphasis import join_fragments, restore_markers, scan_run
from casebook.content.plain_text import is_plain, joins_without_space, plain_tokens

_INTERRUPTING = ["paragraph", "reference", "blockquote"]
_LONG_NUMBER = re.compile(r"[0-9]{4,}[.)](?:[ \t]|$)")
_QUOTATION = re.compile(r">+(?:[ \t]|$)")
_FENCE = re.compile("`{3,}|~{3,}")
_UNMARKED = re.compile(r"[^\n!&*<\[\\\]_`]+")


def parse(text: str) -> list[Token]:
    """The tokens of a Markdown text."""
    return plain_tokens(text) if is_plain(text) else PARSER.parse(text)


def definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A link reference definition of at most three lines: more would take quadratic time."""
    last = state.lineMax
    state.lineMax = min(last, start + 3)
    found = reference(state, start, end, silent)
    state.lineMax = last
    return found


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A list; a number of four or more digits is a year, not the number of an item."""
    return not _LONG_NUMBER.match(_line(state, start)) and list_block(state, start, end, silent)


def _year(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The end of a list, where a line begins with a number too long for an item."""
    return silent and bool(_LONG_NUMBER.match(_line(state, start)))


def _quotation(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A blockquote, whose marker is followed by a space; `>100万元` is text."""
    return bool(_QUOTATION.match(_line(state, start))) and blockquote(state, start, end, silent)


def _fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A code block between two fences; after an unclosed fence the rest of a text is no code."""
    unclosed: dict[tuple[str, int], int] = state.env.setdefault("unclosed", {})
    opening = _FENCE.match(_line(state, start))
    if not opening or (not silent and start < unclosed.get((opening[0], state.blkIndent), 0)):
        return False
    if not fence(state, start, end, silent):
        return False
    if silent or _is_closed(state, start, opening[0]):
        return True
    unclosed[opening[0], state.blkIndent] = state.line  # so that the lines are not scanned again
    state.tokens.pop()
    state.line = start
    return False


def _is_closed(state: StateBlock, start: int, opening: str) -> bool:
    """Whether the last line of the code block just parsed is a fence."""
    last = _line(state, state.line - 1).rstrip()
    return state.line > start + 1 and last.startswith(opening) and not last.strip(opening[0])


def _text(state: StateInline, silent: bool) -> bool:
    """Text up to a character that can begin markup: half the time of testing each character."""
    match = _UNMARKED.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.pending += match[0]
    state.pos = match.end()
    return True


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _join_lines(state: StateCore) -> None:
    """Removes soft line breaks beside Chinese, which would be rendered as spaces."""
    for token in state.tokens:
        if token.children:
            token.children = _without_breaks(token.children)


def _without_breaks(tokens: Sequence[Token]) -> list[Token]:
    for token in tokens:
        if token.children:
            token.children = _without_breaks(token.children)
    return [
        token
        for place, token in enumerate(tokens)
        if token.type != "softbreak" or not _is_beside_chinese(tokens, place)
    ]


def _is_beside_chinese(tokens: Sequence[Token], place: int) -> bool:
    before = _first_content(tokens, range(place - 1, -1, -1))
    return joins_without_space(before, _first_content(tokens, range(place + 1, len(tokens))))


def _first_content(tokens: Sequence[Token], places: Iterable[int]) -> str:
    return next((tokens[place].content for place in places if tokens[place].content), "")


def _number_items(state: StateCore) -> None:
    """Numbers the items of a list as written, unless all have the same number."""
    lists: list[list[Token]] = []
    for token in state.tokens:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            lists.append([])
        elif token.type == "list_item_open":
            lists[-1].append(token)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            _number(lists.pop())


def _number(items: Sequence[Token]) -> None:
    written = [int(item.info) for item in items if item.info]
    if len(set(written)) < 2:
        return
    for item, number, before in zip(items[1:], written[1:], written, strict=False):
        if number != before + 1:
            item.attrSet("value", str(number))


def _parser() -> MarkdownIt:
    found = MarkdownIt("commonmark", {"html": False}).use(cjk_friendly)
    # Without joining, escaped characters stay distinct from text that only looks like markup.
    found.enable("table").disable(["code", "lheading", "text_join"])
    blocks = found.block.ruler
    blocks.at("reference", definition)
    blocks.at("list", _list, {"alt": _INTERRUPTING})
    blocks.before("list", "year", _year, {"alt": ["list"]})
    blocks.at("blockquote", _quotation, {"alt": [*_INTERRUPTING, "list"]})
    blocks.at("fence", _fence, {"alt": [*_INTERRUPTING, "list"]})
    found.inline.ruler.at("text", _text)
    found.inline.ruler.at("emphasis", scan_run)
    found.inline.ruler2.after("balance_pairs", "restore_markers", restore_markers)
    found.inline.ruler2.at("fragments_join", join_fragments)
    found.core.ruler.after("inline", "join_lines", _join_lines)
    found.core.ruler.after("block", "number_items", _number_items)
    # URLs stay as written: they are validated by checks and filtered by the sanitizer.
    found.options["store_labels"] = True
    found.validateLink = lambda url: True  # type: ignore[method-assign]
    found.normalizeLink = lambda url: url  # type: ignore[method-assign]
    found.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    return found


PARSER = _parser()
