#!/usr/bin/env bash
# Expected: extractors of articles find the article of a WeChat page: it is the one long text there, and the server sends it
# complete.
# Happens: the server also sends it with `visibility: hidden`, which a script of the page takes away. Mozilla Readability and
# Resiliparse leave it out and give the bar below it (微信扫一扫…) as the article; readability-lxml gives an empty body.
# Without the style all three have it. trafilatura and gne have it anyway, trafilatura with the bar.
# Matters: many notices are published there first. What two of them give is text with a title: no check for "empty" sees it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
for packages in 'trafilatura==2.3.1 resiliparse==2.0.1 gne==0.4.3' 'readability-lxml==0.9'; do
  # shellcheck disable=SC2086
  "$work/venv/bin/pip" install -qq --disable-pip-version-check $packages
done
cd "$work"
npm install --silent --no-audit --no-fund --prefix . @mozilla/readability@0.6.0 linkedom@0.18.15 >npm.log 2>&1 \
  || { cat npm.log; exit 1; }
cat >page.html <<'HTML'
<!DOCTYPE html>
<html><head><meta charset="utf-8"><meta property="og:title" content="某市公安局公布典型案例"><title></title></head>
<body id="activity-detail" class="zh_CN wx_wap_page"><div id="js_article" class="rich_media"><div class="rich_media_inner">
<div id="page-content" class="rich_media_area_primary"><div id="img-content" class="rich_media_wrp">
<h1 class="rich_media_title" id="activity-name">某市公安局公布典型案例</h1>
<div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">某市公安局</span></div>
<div class="rich_media_content js_underline_content" id="js_content" style="visibility: hidden; opacity: 0; ">
<section><p><span>近日，某市公安局网安支队公布打击整治网络谣言、网络诈骗的典型案例，提醒广大网民遵守法律法规，维护清朗网络空间。</span></p></section>
<section><p><span>案例一：张某诈骗案。2025年3月，张某以刷单返利为名，先后骗取李某等12人共计3.5万元，被依法采取刑事强制措施。</span></p></section>
<section><p><span>案例二：王某寻衅滋事案。2025年4月，王某为博取流量，编造某地发生地震的虚假信息，被依法处以行政拘留十日的处罚。</span></p></section>
<section><p><span>案例三：赵某侵犯公民个人信息案。2025年5月，赵某非法出售公民个人信息2万余条，获利8000元，案件正在进一步侦办之中。</span></p></section>
</div></div></div>
<div class="rich_media_tool"><p>微信扫一扫，关注该公众号；微信扫一扫，使用小程序；继续滑动，看下一个；轻触，阅读原文。</p></div>
</div></div></body></html>
HTML
sed 's/ style="visibility: hidden; opacity: 0; "//' page.html >visible.html
cat >check.py <<'PY'
from importlib.metadata import version
from pathlib import Path

import trafilatura
from gne import GeneralNewsExtractor
from readability import Document
from resiliparse.extract.html2text import extract_plain_text

WANTED = {  # cases and bar in the hidden article, in the visible one
    "readability-lxml": ((0, False), (3, False)),
    "resiliparse": ((0, True), (3, True)),
    "trafilatura": ((3, True), (3, True)),
    "gne": ((3, False), (3, False)),
}
pages = [Path(name).read_text(encoding="utf-8") for name in ("page.html", "visible.html")]
READERS = {
    "readability-lxml": lambda page: Document(page).summary(),
    "resiliparse": lambda page: extract_plain_text(page, main_content=True),
    "trafilatura": trafilatura.extract,
    "gne": lambda page: GeneralNewsExtractor().extract(page)["content"],
}
for name, read in READERS.items():
    got = tuple((text.count("案例") - text.count("典型案例"), "扫一扫" in text) for text in map(read, pages))
    print(name, version(name), "-> cases and bar, hidden:", got[0], "visible:", got[1])
    assert got == WANTED[name], (name, got, [read(page) for page in pages])
PY
PYTHONUTF8=1 venv/bin/python check.py
cat >check.js <<'JS'
const assert = require("node:assert");
const { readFileSync } = require("node:fs");
const { Readability } = require("@mozilla/readability");
const { parseHTML } = require("linkedom");
for (const name of ["@mozilla/readability", "linkedom"]) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
}
const wanted = { "page.html": [0, true], "visible.html": [3, false] };
for (const [name, counts] of Object.entries(wanted)) {
  const { document } = parseHTML(readFileSync(name, "utf8"));
  const text = new Readability(document).parse().textContent;
  const got = [(text.match(/案例[一二三]/g) || []).length, text.includes("扫一扫")];
  console.log("Mozilla Readability", name, "-> cases and bar:", got, text.trim().slice(0, 20));
  assert.deepStrictEqual(got, counts);
}
JS
node check.js
