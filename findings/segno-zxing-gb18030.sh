#!/usr/bin/env bash
# Expected: a QR code that states its encoding (ECI) as GB 18030, China's mandatory one, is read by another library
# without loss.
# Happens: segno writes assignment 29 for gb18030 and gbk, zxing-cpp takes 29 for GB 2312 (GB 18030 has 32). Every
# character outside GB 2312 comes out as one U+FFFD or two, although the bytes in the code are right.
# Matters: 镕 and the rare surnames (䶮, 𠮷) are outside GB 2312, so a name in a code is wrong for just them.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check segno==1.6.6 zxing-cpp==3.1.1 pillow==13.0.0
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
import io
from importlib.metadata import version

import segno
import zxingcpp
from PIL import Image

print("segno", version("segno"), "zxing-cpp", version("zxing-cpp"))
WANTED = {"张某": "张某", "镕某": "\ufffd某", "䶮某": "\ufffd某", "𠮷某": "\ufffd\ufffd某"}
for text, wanted in WANTED.items():
    file = io.BytesIO()
    code = segno.make_qr(text, encoding="gb18030", eci=True)
    code.save(file, kind="png", scale=4, border=4)
    (found,) = zxingcpp.read_barcodes(Image.open(file).convert("L"))
    print(text, "in GB 18030,", code.mode, "mode ->", found.text, ascii(found.text))
    assert (code.mode, found.text) == ("byte", wanted), (text, code.mode, found.text, wanted)
    assert found.bytes == text.encode("gb18030"), found.bytes
PY
