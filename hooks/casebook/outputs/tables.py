"""The tables: all cases as CSV and as a workbook, one in each row.

Both have the same rows: the listed cases, then the withdrawn ones with only the date and reason of
the withdrawal. No cell is ever a formula, whatever the text of a bulletin.
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
"""The first row: the titles of the columns."""

_FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
"""The first characters of a CSV cell that spreadsheets take for a formula."""
_MIN_WIDTH, _MAX_WIDTH = 8, 40
"""The bounds of column widths, in characters; a Chinese character counts as two."""
_NO_DATE = date(2000, 1, 1)
"""The creation date of the workbook of a site without bulletins."""

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
    yield "cases.csv", csv_table(table)
    yield "cases.xlsx", workbook(table, max(days, default=_NO_DATE))


def csv_table(table: Table) -> bytes:
    """A table as CSV with CRLF and a byte order mark, by which spreadsheets detect UTF-8."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEAD)
    writer.writerows(map(_without_formulas, table))
    return text.getvalue().encode("utf-8-sig")


def _without_formulas(row: tuple[Cell, ...]) -> list[Cell]:
    return [
        f"'{cell}" if isinstance(cell, str) and cell[:1] in _FORMULA_STARTS else cell
        for cell in row
    ]


def workbook(table: Table, day: date) -> bytes:
    """A table as an XLSX workbook created on `day`, with a second sheet on its columns."""
    from xlsxwriter import Workbook

    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": datetime.combine(day, time())})
        bold = book.add_format({"bold": True})
        for name, head, rows in (
            (texts.SHEET, HEAD, table),
            (texts.SHEET_OF_COLUMNS, texts.sequence("COLUMNS"), COLUMNS),
        ):
            sheet = book.add_worksheet(name)
            for column, title in enumerate(head):
                sheet.write_string(0, column, title, bold)
            _fill(sheet, rows)
            for column, width in enumerate(_widths((head, *rows))):
                sheet.set_column(column, column, width)
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, len(rows), len(head) - 1)
    return content.getvalue()


def _fill(sheet: Any, table: Table) -> None:
    """Writes the rows below the head; texts always as strings, never as formulas or numbers."""
    for number, row in enumerate(table, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell)
            elif cell is not None:
                sheet.write_number(number, column, cell)


def _widths(table: Table) -> Iterator[int]:
    """The width of each column, by its longest text."""
    for column in zip(*table, strict=True):
        longest = 0
        for cell in {*column} - {None}:
            longest = max(longest, len(str(cell).encode("gb18030")) + 2)
            if longest >= _MAX_WIDTH:
                break
        yield min(max(longest, _MIN_WIDTH), _MAX_WIDTH)
