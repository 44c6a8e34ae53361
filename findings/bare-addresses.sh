#!/usr/bin/env bash
# Expected: with `linkify`, markdown-it and its port markdown-it-py make the same links of bare addresses, and a link
# ends before the Chinese full stop or comma behind the address, as it does before the Latin one.
# Happens: all take Chinese punctuation and the words behind it into the path. markdown-it-py 3 makes a link when one
# Chinese character is right before the address, none when two or more do; 4 and the original make both.
# Matters: sentences of notices run on without spaces (详见https://…，…), and mdit-py-cjk-friendly 0.3.0 needs
# markdown-it-py below 4: the preview in an editor written in JavaScript and the page from Python differ.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for release in 3.0.0 4.3.0; do
  python3 -m venv "$release"
  "$release/bin/pip" install -qq --disable-pip-version-check "markdown-it-py==$release" linkify-it-py==2.2.0
done
npm install --silent --no-audit --no-fund --prefix . markdown-it@14.3.3 linkify-it@6.1.0 >npm.log 2>&1 \
  || { cat npm.log; exit 1; }
cat >render.py <<'PY'
import json
import sys

from markdown_it import MarkdownIt

render = MarkdownIt("gfm-like").render
print(json.dumps([render(text) for text in json.load(sys.stdin)]))
PY
cat >check.js <<'JS'
const assert = require("assert");
const { execFileSync } = require("child_process");
const MarkdownIt = require("markdown-it");
const version = (name) => require(`./node_modules/${name}/package.json`).version;
console.log("markdown-it", version("markdown-it"), "linkify-it", version("linkify-it"));
console.log("markdown-it-py 3.0.0 and 4.3.0, linkify-it-py 2.2.0");
const md = new MarkdownIt({ linkify: true });
const A = "https://police.example/a";
const wanted = { // markdown-it, markdown-it-py 3, markdown-it-py 4
  [`见 ${A}.`]: [A, A, A],
  [`见 ${A}。`]: [`${A}。`, `${A}。`, `${A}。`],
  [`见${A}，下同`]: [`${A}，下同`, `${A}，下同`, `${A}，下同`],
  [`详见${A}，下同`]: [`${A}，下同`, undefined, `${A}，下同`],
  [`详见${A}`]: [A, undefined, A],
};
const texts = Object.keys(wanted);
const port = (release) =>
  JSON.parse(execFileSync(`${release}/bin/python`, ["render.py"], { input: JSON.stringify(texts) }));
const link = (html) => (html.match(/href="([^"]*)"/) || [])[1];
const pages = [texts.map((text) => md.render(text)), port("3.0.0"), port("4.3.0")];
texts.forEach((text, i) => {
  const got = pages.map((page) => link(page[i])).map((address) => address && decodeURI(address));
  console.log(text, "->", ...got);
  assert.deepStrictEqual(got, wanted[text]);
});
JS
PYTHONUTF8=1 node check.js
