"""Rules on text that Markdown parses as markup by accident."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from markdown_it.token import Token

from casebook.checks.shown_text import CLOSED, OPENED, Block, find_marker, rich_tokens, shown_blocks
from casebook.content import text_limits
from casebook.content.contents import Content
from casebook.content.emphasis import CLOSING, OPENING
from casebook.content.markdown import parse
from casebook.content.problem import Problem
from casebook.content.text_limits import limit_problem
from casebook.names.finding import Finding
from casebook.names.lexicon import lexicon
from casebook.texts import problems as problem_texts

_WORD = re.compile(r"[^\W_]+")
_ENTITY = re.compile(r"&#?[0-9A-Za-z]+;")
_RUN_ON = re.compile(
    r"[ \t>]*(?P<mark>[0-9]{1,3}[.)](?=\s)|[0-9]{1,2}[、．]|[（(][0-9]{1,2}[）)]"
    r"|[（(]?[一二三四五六七八九十]{1,3}[）)、]|[①-⑳]|[•●■◆▪○])"
)
_MAY_RUN_ON = re.compile(rf"[^\n]\n{_RUN_ON.pattern}")
_HARD_BREAK = re.compile(r"(?:  |\\)$")
_SPACED = re.compile(r"(?<![\w*])\*\*\s[^*|]*[^\s*|]\s*\*\*|\*\*[^*\s|][^*|]*\s\*\*(?![\w*])")
_JOINING = "和与及或跟同、"
_NUMERAL = re.compile(r"[0-9一二三四五六七八九十]+、")
_EMPHASIS = re.compile(
    rf"{OPENED}(?P<mark>\*{{1,3}}|_{{1,3}})(?P<text>[^{OPENED}{CLOSED}]*){CLOSED}"
)
_LEFT_OVER = re.compile(rf"(?<![*_{OPENED}{CLOSED}])(?:\*+|_+)")
MAX_FINDINGS = 100
"""Maximum of problems per rule and body; more come from pasting something that is no text."""
_PAIRS = (("“", "”"), ("‘", "’"), ("《", "》"), ("（", "）"), ("「", "」"), ("(", ")"))


def nothing_lost(content: Content) -> Iterator[Problem]:
    """Every word of a body is rendered, or is part of the URL of a link.

    Lost are cells beyond the header of a table, unused link reference definitions, words after the
    fence of a code block, and blockquotes and lists nested too deeply to be parsed.
    """
    yield from islice(_lost(content), MAX_FINDINGS)


def _lost(content: Content) -> Iterator[Problem]:
    body = content.document.body
    if (tokens := rich_tokens(body)) is None:
        return
    used, budgets = _words_shown(tokens)
    for number, line in enumerate(body.split("\n")):
        budget = budgets.get(number, used)
        for match in _WORD.finditer(_ENTITY.sub(lambda found: " " * len(found[0]), line)):
            word = match[0].casefold()
            if budget[word] < 1:
                yield content.document.body_problem(
                    "markdown-lost", number, match.start() + 1, found=match[0]
                )
                break
            budget[word] -= budget is not used


def _words_shown(tokens: Iterable[Token]) -> tuple[Counter[str], dict[int, Counter[str]]]:
    """The words of all links, and for each line the words of its block."""
    used: Counter[str] = Counter()
    budgets: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for token in tokens:
        if token.map and token.nesting == 0:
            budget = budgets[token.map[0]]
            budgets.update((line, budget) for line in range(*token.map))
            words = Counter(_words(token.content)) if not token.children else Counter()
            if token.info.isascii():
                words.update(_words(token.info))
            for child in token.children or ():
                leading = Counter(
                    _words(*map(str, child.attrs.values()), child.meta.get("label", ""))
                )
                used.update(leading)
                words.update(leading)
                words.update(_words(child.content))
            budget.update(words)
        elif token.map and token.type == "list_item_open":
            budgets[token.map[0]].update(_words(token.info))
    return used, budgets


def _words(*texts: str) -> Iterator[str]:
    return (word.casefold() for text in texts for word in _WORD.findall(text))


def lines_are_apart(content: Content) -> Iterator[Problem]:
    """A line that begins like a list item starts a list item or a paragraph."""
    body = content.document.body
    if not _MAY_RUN_ON.search(body):
        return
    lines = body.split("\n")
    for block in shown_blocks(parse(body)):
        if block.kind == "inline":
            for number in range(block.start + 1, block.end):
                match = _RUN_ON.match(lines[number])
                if match and not _HARD_BREAK.search(lines[number - 1]):
                    yield content.document.body_problem(
                        "markdown-run-on", number, match.start("mark") + 1, found=match["mark"]
                    )


def emphasis_is_close(content: Content) -> Iterator[Problem]:
    """There is no space between the stars of an emphasis and its words."""
    body = content.document.body
    if "**" not in body:
        return
    lines = body.split("\n")
    for token in rich_tokens(body) or ():
        if token.map and (match := _SPACED.search(_literal(token.children or ()))):
            places = ((number, lines[number].find(match[0])) for number in range(*token.map))
            number, column = next((one for one in places if one[1] >= 0), (token.map[0], 0))
            yield content.document.body_problem(
                "markdown-literal",
                number,
                column + 1,
                found=match[0],
                expected=problem_texts.table("LITERALS")["spaced"],
            )


def _literal(tokens: Iterable[Token]) -> str:
    """The text of tokens, with a bar in place of each token that is no text."""
    return "".join(token.content if token.type == "text" else "|" for token in tokens)


def no_mask_is_emphasis(content: Content, text: str) -> Iterator[Finding]:
    """Stars and underscores that mask a name or a number are not parsed as emphasis."""
    body = content.document.body
    if "*" not in body and "_" not in body:
        return
    lines = body.split("\n")
    starts = [len(text) - len(body)]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    found = (
        _finding(lines, starts, block, match)
        for block in shown_blocks(rich_tokens(body) or ())
        if block.kind == "inline"
        for match in _masks(block.text)
    )
    yield from islice(found, MAX_FINDINGS)


def _masks(text: str) -> Iterator[re.Match[str]]:
    """The emphasised words of a block that may be the text between two masks."""
    left_over = {len(run[0]) for run in _LEFT_OVER.finditer(text)}
    return (match for match in _EMPHASIS.finditer(text) if _may_be_mask(text, match, left_over))


def _finding(
    lines: Sequence[str], starts: Sequence[int], block: Block, match: re.Match[str]
) -> Finding:
    marker = match["mark"][0]
    line, column = find_marker(lines, block, marker, block.text.count(marker, 0, match.start()))
    start = starts[line] + column
    whole = match["mark"] + match["text"] + match["mark"]
    found = {"found": whole, "expected": whole.replace(marker, f"\\{marker}")}
    return Finding("markdown-mask", start, start + len(match["mark"]), found)


def _may_be_mask(text: str, match: re.Match[str], left_over: set[int]) -> bool:
    """Whether the stars around the words of `match` may be masks."""
    words = match["text"]
    before, last = text[: match.start()][-1:], words[-1:]
    if not words or (_hides(before) and _hides(last)):
        return True
    if last in _JOINING and not _NUMERAL.fullmatch(words):
        return True
    if any(words.count(one) != words.count(other) for one, other in _PAIRS):
        return True
    if _ends_name(last) and (len(words) == 1 or words[-2] in _JOINING + OPENING + CLOSING):
        return True
    if len(match["mark"]) in left_over and _hides(before):
        return True
    return len(match["mark"]) == 1 and words.isdigit()


def _hides(character: str) -> bool:
    """Whether stars after a character may mask the rest of a name or number."""
    return _ends_name(character) or (character.isascii() and character.isalnum())


def _ends_name(character: str) -> bool:
    words = lexicon()
    return character == "某" or words.is_frequent_surname(character)


def nesting_is_shallow(content: Content) -> Iterator[Problem]:
    """Quotes and lists, and emphases and links, are within one another up to a limit."""
    blocks, most = 0, text_limits.MAX_DEPTH
    for token in rich_tokens(content.document.body) or ():
        if token.tag in ("blockquote", "ul", "ol"):
            blocks += token.nesting
        depth = max(blocks, *(child.level for child in token.children or ()), 0)
        if depth > most and token.map:
            yield limit_problem(content.document, "depth", token.map[0], depth, most)
            break


OF_CONTENT = (nothing_lost, nesting_is_shallow, lines_are_apart, emphasis_is_close)
RULES = (no_mask_is_emphasis,)
