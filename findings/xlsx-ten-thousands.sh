#!/usr/bin/env bash
# Expected: whoever asks a library for the text that a cell shows, and not for its number, gets what Excel shows.
# Happens: 0\.0,"万元" is how Excel users show yuan as 万元 with a decimal: the comma takes off three digits, the point is
# only printed before the last one that is left. 123456 is 12.3万元; SheetJS says 1.23万元, office-oxide 123.万元, anydoc 12.3万元.
# Matters: tables of bulletins are made so. Text ten times too small or too large looks as good as the right one; the number in
# the cell (123456) cannot be taken for it either, for the heading of the column says 万元.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check xlsxwriter==3.3.1 office-oxide==0.1.15 firecrawl-anydoc==0.2.4
cd "$work"
npm install --silent --no-audit --no-fund --prefix . xlsx@0.18.5 @e965/xlsx@0.20.3 >npm.log 2>&1 || { cat npm.log; exit 1; }
PYTHONUTF8=1 venv/bin/python - <<'PY'
from importlib.metadata import version

import anydoc
import office_oxide
import xlsxwriter

for name in ("xlsxwriter", "office-oxide", "firecrawl-anydoc"):
    print(name, version(name))
with xlsxwriter.Workbook("a.xlsx") as book:
    sheet = book.add_worksheet("案件")
    form = book.add_format({"num_format": r'0\.0,"万元"'})
    for row, amount in enumerate((123456, 98765, 1234567)):
        sheet.write_number(row, 0, amount, form)
GOT = {
    "anydoc": [cell.strip("| ") for cell in anydoc.to_markdown("a.xlsx").split("\n") if "万" in cell],
    "office-oxide": office_oxide.extract_text("a.xlsx").split()[1:],
}
WANTED = {  # Excel: 12.3万元, 9.9万元, 123.5万元
    "anydoc": ["12.3万元", "9.9万元", "123.5万元"],
    "office-oxide": ["123.万元", "99.万元", "1235.万元"],
}
for name, got in GOT.items():
    print(name, "->", got)
    assert got == WANTED[name], (name, got, WANTED[name])
PY
cat >read.js <<'JS'
const assert = require("node:assert");
for (const name of ["xlsx", "@e965/xlsx"]) {
  const sheets = require(name);
  const sheet = sheets.readFile("a.xlsx").Sheets["案件"];
  const got = ["A1", "A2", "A3"].map((cell) => sheet[cell].w);
  console.log("SheetJS", name, sheets.version, "->", got);
  assert.deepStrictEqual(got, ["1.23万元", ".99万元", "12.35万元"]);
}
JS
node read.js
