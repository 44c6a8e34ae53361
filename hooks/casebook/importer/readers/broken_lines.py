"""Broken lines: the paragraphs of a text whose lines or pages were broken where it was copied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from string import ascii_letters

from casebook.importer.document import Block, Role
from casebook.importer.readers.page_furniture import (
    beside_page_ends,
    could_be_head,
    furniture,
    is_bare_number,
    is_page_number,
)
from casebook.importer.readers.printed_layout import Layout, PrintedLine


def rejoined(lines: Sequence[PrintedLine], by_sentence: bool = True) -> list[Block]:
    """The blocks of lines, of which those are joined that a line or page end broke.

    Only paragraphs are joined. Lines of one width, half signs of punctuation and halved numbers
    tell of a break; with `by_sentence` also a sentence without an end. Page numbers and running
    heads between the halves of a sentence follow it.
    """
    layout = Layout.of(lines)
    roles = _roles(lines, layout)
    found: list[list[Block]] = []
    """The pieces of each block."""
    held: list[list[Block]] = []
    """The page furniture after the last of the blocks."""
    last: PrintedLine | None = None
    for number, line in enumerate(lines):
        if number in roles:
            held.append([_furniture(line.block, roles[number])])
            continue
        if last is not None and layout.continues(last, line, by_sentence, bool(held)):
            found[-1].append(line.block)
        else:
            found += held
            held = []
            found.append([line.block])
        last = line
    return [_joined(pieces) for pieces in found + held]


def _furniture(block: Block, role: Role) -> Block:
    """A line as the head or foot of a page; of a page number the spaces are no part."""
    text = block.text.replace(" ", "") if is_page_number(block.text) else block.text
    return replace(block, text=text, role=role)


def _roles(lines: Sequence[PrintedLine], layout: Layout) -> dict[int, Role]:
    """The roles of page numbers and running heads, by the index of the line."""
    texts = [line.block.text for line in lines]
    starts = frozenset(number for number, line in enumerate(lines) if line.begins_page)
    roles = {
        number: role
        for number, role in furniture(texts, starts).items()
        if lines[number].block.role is Role.PARAGRAPH
    }
    candidates = beside_page_ends(len(lines), roles, starts)
    candidates |= {number: Role.FOOTER for number, text in enumerate(texts) if is_bare_number(text)}
    for number, role in sorted(candidates.items()):
        before = next((one for one in range(number - 1, -1, -1) if one not in roles), None)
        others = (
            one
            for one in range(number + 1, min(number + _GAP, len(lines)))
            if one not in roles and (one not in candidates or not could_be_head(texts[one]))
        )
        after = next(others, None)
        if before is None or after is None or not could_be_head(texts[number]):
            continue
        if layout.is_head(lines[before], lines[number], lines[after]):
            roles[number] = role
    return roles


_GAP = 6
"""Lines after a running head among which the sentence must go on."""


def _joined(pieces: Sequence[Block]) -> Block:
    first, last = pieces[0], pieces[-1]
    if first is last:
        return first
    texts = [first.text]
    for piece in pieces[1:]:
        is_latin = texts[-1][-1] in _LATIN_END and piece.text[0] in ascii_letters
        texts.append((" " if is_latin else "") + piece.text)
    return replace(first, text="".join(texts), at=_from_to(first.at, last.at))


_LATIN_END = frozenset(ascii_letters + ",.")
_PLACE = re.compile(r"(.*第)([0-9]+)(?:–([0-9]+))?([段行])")


def _from_to(first: str, last: str) -> str:
    one, other = _PLACE.fullmatch(first), _PLACE.fullmatch(last)
    if not one or not other or (one[1], one[4]) != (other[1], other[4]):
        return first
    return f"{one[1]}{one[2]}–{other[3] or other[2]}{one[4]}"
