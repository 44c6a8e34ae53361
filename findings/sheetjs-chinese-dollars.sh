#!/usr/bin/env bash
# Expected: [$-804] in a number format only says that the format is Chinese, and prints nothing; [DBNum2] prints 壹佰贰拾叁.
# Happens: SheetJS prints a dollar sign for [$-804]: "$123人", and "$aaaa" for a day of the week. With a year in the format it
# does not. [DBNum2] is left out, so that an amount in capitals comes out in digits with a dollar sign before them.
# Matters: Excel's own formats 中文大写数字 and 星期三 hold [$-804]. The text of a cell says dollars where people or yuan are meant,
# in tables that may well tell of dollars, and is taken over as it is.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check xlsxwriter==3.3.1
cd "$work"
npm install --silent --no-audit --no-fund --prefix . xlsx@0.18.5 @e965/xlsx@0.20.3 >npm.log 2>&1 || { cat npm.log; exit 1; }
PYTHONUTF8=1 venv/bin/python - <<'PY'
from importlib.metadata import version

import xlsxwriter

print("xlsxwriter", version("xlsxwriter"))
CELLS = (
    (123, '[$-804]0"人"'),
    (123, '[DBNum2][$-804]General"元整"'),
    (45678, "[$-804]aaaa"),
    (45678, '[$-804]yyyy"年"m"月"d"日"'),
    (123, '[$¥-804]0"元"'),
)
with xlsxwriter.Workbook("a.xlsx") as book:
    sheet = book.add_worksheet("案件")
    for row, (number, form) in enumerate(CELLS):
        sheet.write_number(row, 0, number, book.add_format({"num_format": form}))
PY
cat >read.js <<'JS'
const assert = require("node:assert");
const wanted = {
  A1: "$123人", // Excel: 123人
  A2: "$123元整", // 壹佰贰拾叁元整
  A3: "$aaaa", // 星期二
  A4: "2025年1月21日",
  A5: "¥123元",
};
for (const name of ["xlsx", "@e965/xlsx"]) {
  const sheets = require(name);
  const sheet = sheets.readFile("a.xlsx", { cellNF: true }).Sheets["案件"];
  console.log("SheetJS", name, sheets.version);
  for (const [cell, text] of Object.entries(wanted)) {
    console.log(sheet[cell].z, sheet[cell].v, "->", sheet[cell].w);
    assert.strictEqual(sheet[cell].w, text);
  }
}
JS
node read.js
