#!/usr/bin/env bash
# Expected: with mdit-py-cjk-friendly no white space is left where a line of Chinese text is broken in the source,
# and `**` next to Chinese quotation marks opens and closes bold text.
# Happens: its list of CJK characters has 《》「」 but not the marks that texts from the mainland use: curly
# quotation marks, the dash and the ellipsis. A break next to one of them, or next to bold text or a link, stays a
# line break, which a browser shows as a space; and a bold quotation before a digit stays two asterisks.
# Matters: a police notice names its campaign in curly quotation marks (“净网2025”), often in bold, in wrapped lines.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check mdit-py-cjk-friendly==0.3.0 markdown-it-py==3.0.0
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
from importlib.metadata import version

from markdown_it import MarkdownIt
from mdit_py_cjk_friendly import cjk_friendly

print("mdit-py-cjk-friendly", version("mdit-py-cjk-friendly"), "markdown-it-py", version("markdown-it-py"))
render = MarkdownIt("commonmark").use(cjk_friendly).renderInline
WANTED = {
    "《网络安全法》\n第一条": "《网络安全法》第一条",  # joined, as promised
    "“净网”\n行动": "“净网”\n行动",
    "张某——\n系主犯": "张某——\n系主犯",
    "张某\n**李某**被抓获": "张某\n<strong>李某</strong>被抓获",
    "见[通报](/a)\n全文": '见<a href="/a">通报</a>\n全文',
    "**“净网”**专项行动": "<strong>“净网”</strong>专项行动",  # bold, as promised
    "**“净网”**2025年行动": "**“净网”**2025年行动",
}
for source, wanted in WANTED.items():
    got = render(source)
    print(repr(source), "->", repr(got))
    assert got == wanted, (source, got, wanted)
PY
