#!/usr/bin/env bash
# Expected: a library that reads dates of Excel reads those that someone in China typed as 2025年3月1日, 2025年3月 or 3月1日.
# Happens: these cells have the formats 31, 57 and 58, whose text is in no file: the standard lists it, by language. openpyxl
# and what reads with it, anydoc and exceljs give 45717; calamine, office-oxide and SheetJS give the date.
# The same text as a format of one's own is a date in all of them.
# Matters: the day of a case becomes a number of five digits, in the one column of dates that was filled in by hand.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check xlsxwriter==3.3.1 openpyxl==3.1.5 python-calamine==0.9.1 \
  office-oxide==0.1.15 firecrawl-anydoc==0.2.4
cd "$work"
npm install --silent --no-audit --no-fund --prefix . xlsx@0.18.5 exceljs@4.4.0 >npm.log 2>&1 || { cat npm.log; exit 1; }
PYTHONUTF8=1 venv/bin/python - <<'PY'
import datetime
from importlib.metadata import version

import anydoc
import office_oxide
import openpyxl
import python_calamine
import xlsxwriter

for name in ("xlsxwriter", "openpyxl", "python-calamine", "office-oxide", "firecrawl-anydoc"):
    print(name, version(name))
with xlsxwriter.Workbook("a.xlsx") as book:
    sheet = book.add_worksheet("案件")
    for row, form in enumerate((31, 57, 58, 'yyyy"年"m"月"d"日"')):
        sheet.write_number(row, 0, 45717, book.add_format({"num_format": form}))
table = python_calamine.CalamineWorkbook.from_path("a.xlsx").get_sheet_by_index(0)
GOT = {
    "openpyxl": [row[0] for row in openpyxl.load_workbook("a.xlsx").active.iter_rows(values_only=True)],
    "anydoc": [line.strip("| ") for line in anydoc.to_markdown("a.xlsx").splitlines() if line.strip("|- ")],
    "calamine": [row[0] for row in table.to_python()],
    "office-oxide": office_oxide.extract_text("a.xlsx").split()[1:],
}
DAY = datetime.date(2025, 3, 1)
WANTED = {
    "openpyxl": [45717, 45717, 45717, datetime.datetime(2025, 3, 1)],
    "anydoc": ["45717", "45717", "45717", "2025-03-01"],
    "calamine": [DAY] * 4,
    "office-oxide": ["2025-03-01"] * 4,
}
for name, got in GOT.items():
    print(name, "->", *got)
    assert got == WANTED[name], (name, got, WANTED[name])
PY
cat >read.js <<'JS'
const assert = require("node:assert");
const sheets = require("xlsx");
const excel = require("exceljs");
const version = (name) => require(`./node_modules/${name}/package.json`).version;
const isDate = (value) => value instanceof Date;
(async () => {
  const sheet = sheets.readFile("a.xlsx", { cellDates: true }).Sheets["案件"];
  const book = new excel.Workbook();
  await book.xlsx.readFile("a.xlsx");
  const cells = ["A1", "A2", "A3", "A4"];
  const got = {
    xlsx: cells.map((cell) => sheet[cell].v),
    exceljs: cells.map((cell) => book.worksheets[0].getCell(cell).value),
  };
  for (const [name, values] of Object.entries(got)) {
    console.log(name, version(name), "->", ...values);
  }
  assert.deepStrictEqual(got.xlsx.map(isDate), [true, true, true, true]);
  assert.deepStrictEqual(got.exceljs.slice(0, 3), [45717, 45717, 45717]);
  assert.ok(isDate(got.exceljs[3]));
})();
JS
node read.js
