#!/usr/bin/env bash
# Expected: a feed reader that takes no `tel:` links drops the link or its address, and a folded passage that it does
# not know keeps its words apart.
# Happens: feedparser keeps the link with an empty address, which leads to the feed itself; it drops `summary` but
# keeps `details`, so the heading runs into the text below it without a space.
# Matters: the number to call (96110, 110) in an entry of the feed is a link that looks right and goes nowhere,
# although nh3, which cleans the same text for the page, lets `tel:` through.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check feedparser==6.0.14
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
from html import escape
from importlib.metadata import version

import feedparser

print("feedparser", version("feedparser"))
FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x-example:feed</id><title>通报</title>
<updated>2025-01-01T00:00:00+08:00</updated><entry><id>urn:x-example:1</id><title>案例</title>
<updated>2025-01-01T00:00:00+08:00</updated><content type="html">{}</content></entry></feed>"""
WANTED = {
    '<p>请拨打<a href="tel:96110">96110</a></p>': '<p>请拨打<a href="">96110</a></p>',
    '<p>见<a href="https://police.example/a">a</a></p>': '<p>见<a href="https://police.example/a">a</a></p>',
    "<details><summary>案情</summary>张某被抓获</details>": "<details>案情张某被抓获</details>",
}
for source, wanted in WANTED.items():
    got = feedparser.parse(FEED.format(escape(source)).encode()).entries[0].content[0].value
    print(source, "->", got)
    assert got == wanted, (source, got, wanted)
PY
