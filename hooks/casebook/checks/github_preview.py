"""The GitHub preview: where GitHub would render a body differently from the site."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from markdown_it import MarkdownIt

from casebook.checks.markup import MAX_FINDINGS
from casebook.checks.shown_text import CLOSED, OPENED, Block, find_marker, rich_tokens, shown_blocks
from casebook.content.contents import Content
from casebook.content.emphasis import join_fragments
from casebook.content.markdown import definition
from casebook.content.problem import Problem
from casebook.texts import problems as texts

_GITHUB = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
"""The reference for the site's own Markdown; raw HTML has a rule of its own."""
_GITHUB.block.ruler.at("reference", definition)
_GITHUB.inline.ruler2.at("fragments_join", join_fragments)
_GITHUB.validateLink = lambda url: True  # type: ignore[method-assign]
_GITHUB.normalizeLink = lambda url: url  # type: ignore[method-assign]
_MARK = re.compile(rf"[{OPENED}{CLOSED}]")
_ONE_TILDE = re.compile(r"(?<![~\s\\`])~(?![~\s])(?=[^~`]*[^~\s\\`]~(?!~))")
_CODE = re.compile(r"(`+)[^`]*\1")
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def preview_shows_the_same(content: Content) -> Iterator[Problem]:
    """GitHub's preview of a file renders its text as the site does.

    Where only one of them parses something as markup, it is ambiguous what the author meant.
    """
    yield from islice(_differences(content), MAX_FINDINGS)


def _differences(content: Content) -> Iterator[Problem]:
    body = content.document.body
    if (tokens := rich_tokens(body)) is None:
        return
    lines = body.split("\n")
    site, github = _by_line(shown_blocks(tokens)), _by_line(shown_blocks(_GITHUB.parse(body)))
    until = 0
    for line in sorted(site.keys() | github.keys()):
        ours, theirs = site[line], github[line]
        if line >= until and _appearance(ours) != _appearance(theirs):
            until = max(block.end + _is_underlined(lines, block) for block in (*ours, *theirs))
            near = [block for start in range(line, until) for block in github[start]]
            yield _problem(content, lines, ours, near)
        elif line >= until:
            yield from _tildes(content, lines, ours)


def _by_line(found: Iterator[Block]) -> defaultdict[int, list[Block]]:
    lines: defaultdict[int, list[Block]] = defaultdict(list)
    for block in found:
        lines[block.start].append(block)
    return lines


def _appearance(found: Sequence[Block]) -> list[tuple[object, ...]]:
    return [(block.path, block.kind, block.text) for block in found]


def _problem(
    content: Content, lines: Sequence[str], ours: list[Block], theirs: list[Block]
) -> Problem:
    """The problem of blocks that differ, at the first marker that makes the difference."""
    first = min((*ours, *theirs), key=lambda block: block.start)
    kind = _kind_of_blocks(lines, ours, theirs)
    line, column, found = first.start, 0, lines[first.start].strip()
    if kind is None and ours and theirs:
        pairs = zip(ours, theirs, strict=False)
        one, other = next((pair for pair in pairs if pair[0].text != pair[1].text), (first, first))
        kind, marker, count = _first_difference(one.text, other.text)
        if marker:
            line, column = find_marker(lines, one, marker[0], count)
            found = marker
    elif kind in ("dashes", "equals"):
        line = next(block.end for block in theirs if _HEADINGS & set(block.path))
        found = lines[line].strip()
    elif kind == "number":
        line = next((n for n in range(line, len(lines)) if _is_number(lines[n])), line)
        found = lines[line].split()[0]
    return _preview_problem(content, kind or "other", line, column, found)


def _is_underlined(lines: Sequence[str], block: Block) -> bool:
    """Whether a block is a setext heading."""
    below = lines[block.end].strip(" >") if block.end < len(lines) else ""
    return bool(_HEADINGS & set(block.path)) and bool(below) and not below.strip(below[0] + " \t")


def _is_number(line: str) -> bool:
    return re.match(r"\s*[0-9]{4,}[.)](\s|$)", line) is not None


def _preview_problem(content: Content, kind: str, line: int, column: int, found: str) -> Problem:
    place, document = (line, column + 1), content.document
    if fix := texts.table("LITERALS").get(kind):
        return document.body_problem("markdown-literal", *place, found=found, expected=fix)
    fix = texts.table("PREVIEW_HINTS")[kind]
    detail = texts.table("PREVIEWS")[kind].format(found=found)
    return document.body_problem("markdown-preview", *place, detail=detail, expected=fix)


def _kind_of_blocks(
    lines: Sequence[str], ours: Sequence[Block], theirs: Sequence[Block]
) -> str | None:
    """The kind of the blocks that only GitHub parses; None if only the texts of blocks differ."""
    site = [part for block in ours for part in (block.kind, *block.path)]
    github = [part for block in theirs for part in (block.kind, *block.path)]
    if "code_block" in github:
        return "indent"
    if "fence" in github and "fence" not in site:
        return "fence"
    if _HEADINGS & set(github) and not _HEADINGS & set(site):
        underlined = next(block for block in theirs if _HEADINGS & set(block.path))
        return "equals" if "=" in lines[underlined.end] else "dashes"
    if github.count("blockquote") > site.count("blockquote"):
        return "quote"
    if github.count("ol") > site.count("ol"):
        return "number"
    if [p for p in github if p.isdigit()] != [p for p in site if p.isdigit()]:
        return "numbering"
    return None


def _first_difference(ours: str, theirs: str) -> tuple[str, str, int]:
    """The kind of the first differing marker, the marker, and the count of its character before."""
    pairs = zip(ours, theirs, strict=False)
    at = next((place for place, pair in enumerate(pairs) if pair[0] != pair[1]), None)
    if at is None:
        return "other", "", 0
    for kind, text in (("emphasis", theirs), ("bold", ours)):
        if text[at] in (OPENED, CLOSED):
            marker = re.match(r"\*+|_+|~+", text[at + 1 :])
            assert marker is not None
            count = _MARK.sub("", text[:at]).count(marker[0][0])
            return ("strike" if marker[0][0] == "~" else kind), marker[0], count
    return "other", "", 0


def _tildes(content: Content, lines: Sequence[str], found: Sequence[Block]) -> Iterator[Problem]:
    """The text between two single tildes, which only GitHub strikes out."""
    for block in found:
        if block.kind == "inline" and "~" in block.text:
            for line in range(block.start, block.end):
                text = _CODE.sub(lambda code: " " * len(code[0]), lines[line])
                if match := _ONE_TILDE.search(text):
                    yield _preview_problem(content, "strike", line, match.start(), "~")
                    break


OF_CONTENT = (preview_shows_the_same,)
