#!/usr/bin/env bash
# Expected: a converter from HTML to Markdown escapes what Markdown would take for markup, so that the text comes out
# of a Markdown parser as it was; and each block of a page becomes a paragraph.
# Happens: html2text escapes "2024." but not the asterisks of masked names, markdownify the asterisks but not "2024.";
# each loses what the other keeps. html2text runs the <section> blocks that WeChat articles are made of together, and
# puts a space behind bold text; markdownify's bold quotation is not bold for markdown-it-py.
# Matters: 张*明和李*强 lose their masks (and look like whole names), the year of a sentence becomes the number of a list.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check html2text==2025.4.15 markdownify==1.2.3 markdown-it-py==3.0.0
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
from importlib.metadata import version

import html2text
import markdownify
from markdown_it import MarkdownIt

for name in ("html2text", "markdownify", "markdown-it-py"):
    print(name, version(name))
render = MarkdownIt("commonmark").render
WANTED = {  # by html2text, by markdownify, each read back
    "<p>张*明和李*强被抓获</p>": ("<p>张<em>明和李</em>强被抓获</p>", "<p>张*明和李*强被抓获</p>"),
    "<p>2024. 12月结案</p>": (
        "<p>2024. 12月结案</p>",
        '<ol start="2024">\n<li>12月结案</li>\n</ol>',
    ),
    "<section>案情</section><section>处理</section>": ("<p>案情处理</p>", "<p>案情</p>\n<p>处理</p>"),
    "<p><b>张某</b>，男</p>": ("<p><strong>张某</strong> ，男</p>", "<p><strong>张某</strong>，男</p>"),
    "<p><b>“净网”</b>行动</p>": ("<p><strong>“净网”</strong> 行动</p>", "<p>**“净网”**行动</p>"),
}
for source, wanted in WANTED.items():
    got = render(html2text.html2text(source)).strip(), render(markdownify.markdownify(source)).strip()
    print(source, "-> html2text", repr(got[0]), "| markdownify", repr(got[1]))
    assert got == wanted, (source, got, wanted)
PY
