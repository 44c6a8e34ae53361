#!/usr/bin/env bash
# Expected: `segno.make(text, encoding="utf-8")` makes a QR code that a scanner reads back as the same text.
# Happens: segno encodes the text as UTF-8 and then looks at the bytes: when all pairs of them are in the ranges of
# Shift_JIS, it writes them in Kanji mode, which is Shift_JIS by definition. Every scanner shows other characters: 美国
# is read as 鄒主嵜. It needs text of an even number of bytes without ASCII, as two-character words are: 1053 of 4702 common ones.
# Matters: a name, a place or a slogan as a code on a poster. An address is safe, its ASCII letters keep it in byte mode;
# `mode="byte"` is safe for all.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check segno==1.6.6 zxing-cpp==3.1.1 pillow==13.0.0 jieba==0.42.1
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
import io
from importlib.metadata import version
from pathlib import Path

import jieba
import segno
import zxingcpp
from PIL import Image

print("segno", version("segno"), "zxing-cpp", version("zxing-cpp"), "jieba", version("jieba"))


def read(text: str, **options: str) -> tuple[str, str]:
    file = io.BytesIO()
    code = segno.make(text, encoding="utf-8", micro=False, **options)
    code.save(file, kind="png", scale=4, border=4)
    (found,) = zxingcpp.read_barcodes(Image.open(file).convert("L"))
    return code.mode, found.text


WANTED = {
    "美国": ("kanji", "鄒主嵜"),
    "如果": ("kanji", "螯よ棡"),
    "诈骗": ("byte", "诈骗"),
    "https://police.example/美国": ("byte", "https://police.example/美国"),
}
for text, wanted in WANTED.items():
    got = read(text)
    print(text, "->", *got)
    assert got == wanted, (text, got, wanted)
    assert read(text, mode="byte") == ("byte", text)
lines = (Path(jieba.__file__).parent / "dict.txt").read_text("utf-8").splitlines()
common = [word for word, count, _ in map(str.split, lines) if len(word) == 2 and int(count) >= 1000]
wrong = sum(segno.make(word, encoding="utf-8", micro=False).mode == "kanji" for word in common)
print(wrong, "of", len(common), "common two-character words are written in Kanji mode")
assert (wrong, len(common)) == (1053, 4702), (wrong, len(common))
PY
