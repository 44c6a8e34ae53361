#!/usr/bin/env bash
# Expected: underscores inside a word are text, as in CommonMark; a plugin that mends `**` next to Chinese text
# leaves that rule alone.
# Happens: it treats every Chinese character as punctuation when it decides what may open and close, so underscores
# between Chinese characters become emphasis, where CommonMark, and markdown-it-py without the plugin, keep them.
# Matters: names of files and accounts in evidence lists (转账_记录_张某) lose their underscores on the page.
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
plain = MarkdownIt("commonmark").renderInline
friendly = MarkdownIt("commonmark").use(cjk_friendly).renderInline
WANTED = {
    "转账_记录_张某": ("转账_记录_张某", "转账<em>记录</em>张某"),
    "聊天__记录__截图": ("聊天__记录__截图", "聊天<strong>记录</strong>截图"),
    "wx_id_1": ("wx_id_1", "wx_id_1"),
}
for source, wanted in WANTED.items():
    got = plain(source), friendly(source)
    print(source, "-> plain:", got[0], "| with the plugin:", got[1])
    assert got == wanted, (source, got, wanted)
PY
