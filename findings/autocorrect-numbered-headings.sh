#!/usr/bin/env bash
# Expected: autocorrect puts Chinese punctuation where a sentence has Latin punctuation, and knows a number of a heading.
# Happens: behind an ASCII number the dot stays (1.案情), behind a Chinese number or a name it becomes the full stop that
# ends a sentence: 一.案情 becomes 一。案情. The bracket of (一) stays half-width and gets a space; quoted speech gets a
# Chinese full stop inside Latin quotation marks.
# Matters: notices number their parts 一. 二. and (一); after `autocorrect --fix` they are no headings for an importer.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check autocorrect-py==2.14.0
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
from importlib.metadata import version

import autocorrect_py

print("autocorrect-py", version("autocorrect-py"))
WANTED = {
    "1.案情": "1.案情",
    "一.案情": "一。案情",
    "二.处理结果": "二。处理结果",
    "张某.李某": "张某。李某",
    "(一)案情": "(一) 案情",
    '他说:"你好."': '他说:"你好。"',
}
for source, wanted in WANTED.items():
    got = autocorrect_py.format(source)
    print(source, "->", got)
    assert got == wanted, (source, got, wanted)
PY
