"""Blocks of pages: running text, tables, heads and feet of printed pages in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from casebook.importer.document import Block, Note, Role, tidy
from casebook.importer.readers.glyphs import Page
from casebook.importer.readers.page_cells import Tables
from casebook.importer.readers.page_paragraphs import Paragraph, paragraphs
from casebook.importer.readers.page_parts import Part, parts_of
from casebook.importer.readers.page_roles import is_mostly_bold, roles
from casebook.importer.readers.page_setting import Setting
from casebook.importer.readers.page_tables import Table


def read_pages(pages: Sequence[Page]) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    """What is printed on pages in reading order, and what to check in it.

    Heads and feet that recur come once, before all and after all.
    """
    parts, furniture, notes = parts_of(pages)
    heads = [block for block in furniture if block.role is Role.HEADER]
    feet = [block for block in furniture if block.role is Role.FOOTER]
    return (*heads, *_aside(pages), *_body(parts), *feet), tuple(notes)


def _body(parts: Sequence[Part]) -> Iterator[Block]:
    """The blocks of the parts in their order, the footnotes after the paragraph they interrupt."""
    setting = Setting.of([region for part in parts for region in part.regions()])
    stretches = list(_stretches(parts))
    texts = [
        paragraphs([region for part in stretch for region in part.regions()], setting)
        for stretch in stretches
    ]
    whole = [paragraph for text in texts for paragraph in text]
    role_of = dict(zip(map(id, whole), roles(whole, setting), strict=True))
    is_telling = not is_mostly_bold(whole)
    counts: Counter[int] = Counter()
    tables = Tables()
    for stretch, text in zip(stretches, texts, strict=True):
        first = stretch[0]
        if isinstance(first.printed, Table):
            yield from tables.blocks(first.page.number, first.printed)
        else:
            tables.end()
        notes = [(part.page.number, note) for part in stretch for note in part.footnotes]
        for paragraph in text:
            while notes and notes[0][0] < paragraph.page:
                yield _footnote(*notes.pop(0))
            counts[paragraph.page] += 1
            at = f"第{paragraph.page}页第{counts[paragraph.page]}段"
            yield from _block(paragraph, at, role_of[id(paragraph)], is_telling)
        yield from (_footnote(*note) for note in notes)


def _stretches(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Each table by itself, and the running text between two tables, over pages."""
    stretch: list[Part] = []
    for part in parts:
        if isinstance(part.printed, Table):
            if stretch:
                yield stretch
            yield [part]
            stretch = []
        else:
            stretch.append(part)
    if stretch:
        yield stretch


def _block(paragraph: Paragraph, at: str, role: Role, is_telling: bool) -> Iterator[Block]:
    text = tidy(paragraph.text)
    if text:
        is_bold = role is Role.HEADING or (paragraph.is_bold and is_telling)
        yield Block(text, at, role, is_bold=is_bold)


def _footnote(page: int, text: str) -> Block:
    return Block(tidy(text), f"第{page}页脚注", Role.FOOTNOTE)


def _aside(pages: Sequence[Page]) -> Iterator[Block]:
    """Texts beside the lines of pages, each once."""
    seen: set[str] = set()
    for page in pages:
        for text in map(tidy, page.aside):
            if text and text not in seen:
                seen.add(text)
                yield Block(text, f"第{page.number}页边上", Role.HEADER)
