"""Text limits: how much Markdown a body may contain, so that every text is set within a second.

They are checked before a body is parsed, for parsing more would take minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from casebook.content.front_matter import Document
from casebook.content.problem import Problem
from casebook.texts import problems as texts

MAX_LINES = 4000
MAX_LINE = 10_000
"""Maximum characters of a line, which is a paragraph or several."""
MAX_MARKERS = 10_000
MAX_CELLS = 5000
"""Maximum cells of all tables, including those that a row leaves out: they are set as well."""
MAX_BRACKETS = 20
"""Maximum square brackets within one another."""
MAX_DEPTH = 8
"""Maximum quotes and lists within one another, or emphases and links; checked when parsed."""
_MARKERS = re.compile(r"[!&*<>\[\]\\_`|~]|^[ \t]*(?:[-+#]|[0-9]+[.)])", re.MULTILINE)
"""Characters that may begin markup, and the beginnings of items and headings."""
_BRACKET = re.compile(r"[\[\]]")
_DELIMITERS = frozenset("|:-> \t")


def beyond_limits(document: Document) -> Iterator[Problem]:
    """A body is no longer, and has no more lines, marks and cells, than can be set in a second."""
    body = document.body
    if len(body) > min(MAX_LINE, MAX_LINES, MAX_MARKERS):
        yield from _lengths(document)
    if "|" in body:
        yield from _cells(document)
    if body.count("[") > MAX_BRACKETS:
        yield from _brackets(document)


def _lengths(document: Document) -> Iterator[Problem]:
    lines = document.body.rstrip().split("\n")
    if len(lines) > MAX_LINES:
        yield limit_problem(document, "lines", MAX_LINES, len(lines), MAX_LINES)
    for number, line in enumerate(lines):
        if len(line) > MAX_LINE:
            yield limit_problem(document, "line", number, len(line), MAX_LINE)
            break
    for count, match in enumerate(_MARKERS.finditer(document.body)):
        if count == MAX_MARKERS:
            above = document.body.count("\n", 0, match.end() - 1)
            yield limit_problem(document, "markers", above, count + 1, MAX_MARKERS)
            break


def _cells(document: Document) -> Iterator[Problem]:
    """A row has as many cells as the header, which has as many as the line of dashes below it."""
    lines = document.body.split("\n")
    cells = 0
    for number, line in enumerate(lines):
        if "|" in line and "-" in line and _DELIMITERS.issuperset(line):
            rows = sum(1 for _ in takewhile(str.strip, lines[number + 1 :]))
            cells += (line.count("|") + 1) * (rows + 1)
            if cells > MAX_CELLS:
                yield limit_problem(document, "cells", number, cells, MAX_CELLS)
                break


def _brackets(document: Document) -> Iterator[Problem]:
    for number, line in enumerate(document.body.split("\n")):
        depth = 0
        for match in _BRACKET.finditer(line):
            depth = depth + 1 if match[0] == "[" else max(depth - 1, 0)
            if depth > MAX_BRACKETS:
                yield limit_problem(document, "brackets", number, depth, MAX_BRACKETS)
                return


def limit_problem(document: Document, kind: str, line: int, found: int, most: int) -> Problem:
    """The problem of a body that has more of a kind than `most`, on a line counted from 0."""
    detail = texts.table("LIMITS")[kind].format(found=found)
    fix = texts.table("LIMIT_HINTS")[kind]
    return document.body_problem("text-limit", line, detail=detail, most=most, expected=fix)
