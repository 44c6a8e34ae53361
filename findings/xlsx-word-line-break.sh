#!/usr/bin/env bash
# Expected: what xlsxwriter writes into a cell, openpyxl and calamine read as the same text.
# Happens: a vertical tab is stored as _x000B_, as the format says. calamine turns it back, openpyxl shows the seven
# characters. The other way round, openpyxl deletes "x005F_" wherever it is in a text.
# Matters: a vertical tab is Word's own character for a line break inside a paragraph; a test that reads the published
# table with openpyxl sees another text than one that reads it with calamine.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check xlsxwriter==3.3.1 openpyxl==3.1.5 python-calamine==0.8.1
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
import io
from importlib.metadata import version

import openpyxl
import python_calamine
import xlsxwriter

for name in ("xlsxwriter", "openpyxl", "python-calamine"):
    print(name, version(name))
TEXTS = ["张某\x0b李某", "设备号x005F_甲", "_x000B_"]
WANTED = {
    "openpyxl": ["张某_x000B_李某", "设备号甲", "_x000B_"],
    "calamine": ["张某\x0b李某", "设备号x005F_甲", "_x000B_"],
}
file = io.BytesIO()
with xlsxwriter.Workbook(file) as book:
    sheet = book.add_worksheet()
    for row, text in enumerate(TEXTS):
        sheet.write_string(row, 0, text)
file = file.getvalue()
rows = openpyxl.load_workbook(io.BytesIO(file)).active.iter_rows(values_only=True)
table = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(file)).get_sheet_by_index(0)
GOT = {"openpyxl": [row[0] for row in rows], "calamine": [row[0] for row in table.to_python()]}
for name, got in GOT.items():
    print(name, got)
    assert got == WANTED[name], (name, got, WANTED[name])
PY
