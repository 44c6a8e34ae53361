#!/usr/bin/env bash
# Expected: Markdown's ordered lists start with ASCII digits, as CommonMark says; a paragraph that starts with
# full-width digits and a full stop stays a paragraph, and `start` is only ever written as an HTML integer.
# Happens: Python-Markdown takes digits of every script. Full-width digits make a list, and with `sane_lists` the
# full-width digits are copied into the attribute: start="３", which is not an integer in HTML, so browsers count from 1.
# Matters: Chinese input methods can write full-width digits; case ３ of a notice is shown as number 1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check Markdown==3.11.3
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
import markdown
from importlib.metadata import version

print("Markdown", version("Markdown"))
source = "３. 张某诈骗案\n４. 李某盗窃案"
WANTED = {
    (): "<ol>\n<li>张某诈骗案</li>\n<li>李某盗窃案</li>\n</ol>",
    ("sane_lists",): '<ol start="３">\n<li>张某诈骗案</li>\n<li>李某盗窃案</li>\n</ol>',
}
for extensions, wanted in WANTED.items():
    got = markdown.markdown(source, extensions=list(extensions))
    print(extensions, repr(got))
    assert got == wanted, (extensions, got, wanted)
PY
