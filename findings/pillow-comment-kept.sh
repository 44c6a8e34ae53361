#!/usr/bin/env bash
# Expected: saving a picture again with Pillow, without passing anything on, drops what the camera or the office
# program wrote into it: EXIF (with the place), XMP, colour profile, comment.
# Happens: EXIF, XMP and profile are dropped from a JPEG, the comment is carried over, also from GIF to GIF and from
# JPEG 2000 to JPEG. To drop it one has to pass `comment=b""`, or delete it from `info`.
# Matters: the comment is free text, a place for names and numbers like any other; a picture that was opened and saved
# again is taken for cleaned.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check pillow==13.0.0
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
import io
from importlib.metadata import version

from PIL import Image

print("Pillow", version("Pillow"))
EXIF = Image.Exif()
EXIF[0x010E] = "description"


def again(first: str, second: str, **options: bytes) -> list[str]:
    file, copy = io.BytesIO(), io.BytesIO()
    picture = Image.new("RGB", (8, 8), "red")
    picture.save(file, first, comment=b"made by x", exif=EXIF, xmp=b"<x/>", icc_profile=b"0" * 200)
    opened = Image.open(io.BytesIO(file.getvalue()))
    opened.load()
    opened.save(copy, second, **options)
    kept = Image.open(io.BytesIO(copy.getvalue()))
    return sorted({"comment", "exif", "xmp", "icc_profile"} & set(kept.info))


WANTED = {
    ("JPEG", "JPEG"): ["comment"],
    ("GIF", "GIF"): ["comment"],
    ("JPEG2000", "JPEG"): ["comment"],
    ("JPEG", "WEBP"): [],
}
for formats, wanted in WANTED.items():
    got = again(*formats)
    print(*formats, "->", got)
    assert got == wanted, (formats, got, wanted)
assert again("JPEG", "JPEG", comment=b"") == [], "an empty comment is no longer dropped"
PY
