#!/usr/bin/env bash
# Expected: NFKC turns the radicals that some writers of PDF put for whole characters (⼈ for 人) back into the characters;
# pdfplumber has a setting for it.
# Happens: that holds for the old radicals, but ⼾ becomes 戶, not 户, and the simplified ones stay: of the 115 radicals of
# their block, Unicode gives two a counterpart. Skia, which draws for Chromium and here for @napi-rs/canvas, writes them
# with the font Noto Sans SC for everyday characters: 民, 青, 长, 门, 车 and the surnames 马, 黄, 龙 and 齐.
# Matters: the names, 人民币, 户籍 and 青海 look right on the page and are then found by no search, list of places or mask.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check pdfplumber==0.11.10 pylopdf-fonts-zh-cn==0.1.1
cd "$work"
npm install --silent --no-audit --no-fund --prefix . @napi-rs/canvas@1.1.1 >npm.log 2>&1 || { cat npm.log; exit 1; }
cp venv/lib/python3*/site-packages/pylopdf_fonts_zh_cn/NotoSansSC-Regular.otf font.otf
cat >print.js <<'JS'
const { GlobalFonts, PDFDocument } = require("@napi-rs/canvas");
const { writeFileSync } = require("node:fs");
GlobalFonts.registerFromPath("font.otf", "song");
const pdf = new PDFDocument();
const page = pdf.beginPage(600, 100);
page.font = "20px song";
page.fillText(process.argv[2], 20, 50);
pdf.endPage();
writeFileSync("a.pdf", pdf.close());
JS
TEXT=人户言金马黄龙齐民青长门车见贝风页食
node print.js $TEXT
PYTHONUTF8=1 venv/bin/python - $TEXT <<'PY'
import logging
import sys
import unicodedata
from importlib.metadata import version
from pathlib import Path

import pdfplumber

logging.getLogger("pdfminer").setLevel(logging.ERROR)
canvas = Path("node_modules/@napi-rs/canvas/package.json").read_text(encoding="utf-8")
print("@napi-rs/canvas", canvas.split('"version": "')[1].split('"')[0])
for name in ("pylopdf-fonts-zh-cn", "pdfplumber"):
    print(name, version(name))
printed = sys.argv[1]
WANTED = {
    None: "⼈⼾⾔⾦⻢⻩⻰⻬⺠⻘⻓⻔⻋⻅⻉⻛⻚⻝",
    "NFKC": "人戶言金⻢⻩⻰⻬⺠⻘⻓⻔⻋⻅⻉⻛⻚⻝",
}
print("printed:", printed)
for form, wanted in WANTED.items():
    with pdfplumber.open("a.pdf", unicode_norm=form) as pdf:
        got = pdf.pages[0].extract_text()
    print(form, "->", got, "differs at", "".join(a for a, b in zip(printed, got) if a != b))
    assert got == wanted, (form, got, wanted)
radicals = [one for one in map(chr, range(0x2E80, 0x2F00)) if unicodedata.name(one, "")]
turned = {one: unicodedata.normalize("NFKC", one) for one in radicals if unicodedata.normalize("NFKC", one) != one}
print("radicals of the block:", len(radicals), "with a counterpart:", turned)
assert len(radicals) == 115 and turned == {"⺟": "母", "⻳": "龟"}, turned
PY
