#!/usr/bin/env bash
# Expected: the text that striprtf gives back is a Python string that can be written to a file, and holds what the
# reader of the document sees.
# Happens: a character beyond U+FFFF, which Word writes as two \u numbers, comes back as two halves that no UTF-8 file
# can hold: the error is raised later, where the text is saved. Passages marked as deleted or hidden are given out as text.
# Matters: rare surnames and place names (𠮷) are such characters; what was deleted or hidden is not for publication.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check striprtf==0.0.35
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
from importlib.metadata import version

from striprtf.striprtf import rtf_to_text

print("striprtf", version("striprtf"))
HEAD = r"{\rtf1\ansi\ansicpg936\uc1 "
WANTED = {
    r"\u24352?\u26576?": "张某",
    r"\u-10174?\u-8265?\u26576?": "\ud842\udfb7某",  # U+20BB7 and 某
    r"{\deleted \u24352?}\u26576?": "张某",
    r"{\v \u24352?}\u26576?": "张某",
}
for source, wanted in WANTED.items():
    got = rtf_to_text(HEAD + source + "}")
    print(source, "->", ascii(got))
    assert got == wanted, (source, ascii(got), ascii(wanted))
try:
    rtf_to_text(HEAD + r"\u-10174?\u-8265?}").encode()
except UnicodeEncodeError as error:
    print("writing it:", error.reason)
else:
    raise SystemExit("the two halves can now be written")
PY
