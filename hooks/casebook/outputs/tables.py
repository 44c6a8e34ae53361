"""The tables: all cases as CSV and as a workbook, one in each line.

Both have the same lines: the cases as they stand in lists, then those withdrawn, of which they
say only that, when and why. Nothing in them is ever a formula, whatever a bulletin printed.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO, StringIO
from typing import Any

from casebook.outputs.api.case_serializer import CaseSerializer
from casebook.outputs.context import BuildContext, output_route
from casebook.pages.page import File
from casebook.pages.routes import Caching
from casebook.schema.fact import Cell
from casebook.schema.facts import COLUMNS, cells
from casebook.texts import pages as texts

Table = Sequence[tuple[Cell, ...]]

HEAD = tuple(title for title, _ in COLUMNS)
"""The first line: the titles of the columns."""

_BEGINS_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""How a text begins that a spreadsheet takes for a formula when it opens CSV."""
_LEAST, _MOST = 8, 40
"""The widths of columns, in letters; a Chinese character is two of them."""
_LONG_AGO = date(2000, 1, 1)
"""When the workbook of a site without any bulletin was made."""

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROUTES = (
    output_route("cases.csv", "text/csv", Caching.MINUTES, is_lasting=True),
    output_route(
        "cases.xlsx",
        XLSX,
        Caching.MINUTES,
        is_lasting=True,
        exempt="its rows are those of cases.csv",
    ),
)


def files(context: BuildContext) -> Iterator[File]:
    """Both tables."""
    serializer = CaseSerializer(context.library, context.site, context.site_config.absolute(""))
    site = serializer.site
    table = [cells(serializer.context(case)) for case in (*site.cases, *site.withdrawn)]
    days = (bulletin.fields.published for bulletin in site.bulletins)
    yield "cases.csv", written(table)
    yield "cases.xlsx", workbook(table, max(days, default=_LONG_AGO))


def written(table: Table) -> bytes:
    """A table as CSV that spreadsheets read as UTF-8."""
    text = StringIO()
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(HEAD)
    lines.writerows(map(_harmless, table))
    return text.getvalue().encode("utf-8-sig")


def _harmless(line: tuple[Cell, ...]) -> list[Cell]:
    return [
        f"'{cell}" if isinstance(cell, str) and cell[:1] in _BEGINS_FORMULA else cell
        for cell in line
    ]


def workbook(table: Table, day: date) -> bytes:
    """A table as a workbook that says it was made on a day, with a sheet on its columns."""
    from xlsxwriter import Workbook

    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": datetime.combine(day, time())})
        bold = book.add_format({"bold": True})
        for name, head, lines in (
            (texts.SHEET, HEAD, table),
            (texts.SHEET_OF_COLUMNS, texts.sequence("COLUMNS"), COLUMNS),
        ):
            sheet = book.add_worksheet(name)
            for column, title in enumerate(head):
                sheet.write_string(0, column, title, bold)
            _fill(sheet, lines)
            for column, width in enumerate(_widths((head, *lines))):
                sheet.set_column(column, column, width)
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, len(lines), len(head) - 1)
    return content.getvalue()


def _fill(sheet: Any, table: Table) -> None:
    """Writes the lines below the head; texts as texts, whatever they look like."""
    for number, line in enumerate(table, 1):
        for column, cell in enumerate(line):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell)
            elif cell is not None:
                sheet.write_number(number, column, cell)


def _widths(table: Table) -> Iterator[int]:
    """The width of each column, after its longest text."""
    for column in zip(*table, strict=True):
        longest = 0
        for cell in {*column} - {None}:
            longest = max(longest, len(str(cell).encode("gb18030")) + 2)
            if longest >= _MOST:
                break
        yield min(max(longest, _LEAST), _MOST)
