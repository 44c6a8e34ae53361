"""Workbook furniture: the running heads and feet that a sheet is printed with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from casebook.importer.document import Block, Role, Unseen
from casebook.importer.readers.package import attribute, child, children
from casebook.importer.readers.runs import Runs, Tally
from casebook.importer.readers.xlsx_styles import unescaped


def furniture_of(sheet: Element, name: str, role: Role, tally: Tally) -> list[Block]:
    """The running heads (HEADER) or feet (FOOTER) of a sheet; a text comes once.

    `name` is that of the sheet, which they may print; numbers of pages and dates are left out.
    """
    said = child(sheet, "headerFooter")
    word = "Header" if role is Role.HEADER else "Footer"
    kinds = [f"odd{word}"]
    if attribute(said, "differentOddEven") in ("1", "true"):
        kinds.append(f"even{word}")
    if attribute(said, "differentFirst") in ("1", "true"):
        kinds.append(f"first{word}")
    blocks: dict[str, Block] = {}
    for one in children(said, *kinds):
        for runs in _parts(unescaped(one.text or ""), name, tally):
            for block in runs.blocks("页眉" if role is Role.HEADER else "页脚", role):
                blocks.setdefault(block.text, block)
    return list(blocks.values())


_CODE = re.compile(
    r"""&(?:
      (?P<part>[LCR])
    | (?P<escaped>&)
    | (?P<name>A)
    | (?P<toggle>[BS])
    | "[^"]*" | K[0-9A-F]{6} | K[0-9]{2}[+-][0-9]{3} | [PN](?:[+-][0-9]+)? | [0-9]+ | .
    )""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def _parts(code: str, name: str, tally: Tally) -> Iterator[Runs]:
    """The left, middle and right part."""
    runs, is_bold, is_struck, position = Runs(), False, False, 0

    def put(text: str) -> None:
        if is_struck:
            tally.leave_out(Unseen.STRUCK, text)
        else:
            runs.add(text, is_bold)

    for match in _CODE.finditer(code):
        put(code[position : match.start()])
        position = match.end()
        if match["part"]:
            yield runs
            runs, is_bold, is_struck = Runs(), False, False
        elif match["escaped"] or match["name"]:
            put("&" if match["escaped"] else name)
        elif match["toggle"]:
            is_bold ^= match["toggle"] in "Bb"
            is_struck ^= match["toggle"] in "Ss"
    put(code[position:])
    yield runs
