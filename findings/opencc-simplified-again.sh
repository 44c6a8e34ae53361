#!/usr/bin/env bash
# Expected: a conversion to simplified characters leaves text alone that is simplified already, so it can be run over
# mixed text and run twice; the same table in the browser (opencc-js) and on the server (OpenCC) gives the same text.
# Happens: OpenCC's tw2s, the one that turns Taiwan's 著 into 着, makes 什么 into 什幺 and 抬高 into 擡高, which is not even
# simplified, and a second run changes 显著 into 显着. opencc-js (tw to cn) leaves 什么 and 抬高. t2s is safe but leaves 看著.
# Matters: readers in Taiwan and Hong Kong search in traditional characters; index and query must be folded alike.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check OpenCC==1.2.0
cd "$work"
npm install --silent --no-audit --no-fund --prefix . opencc-js@1.4.2 >npm.log 2>&1 || { cat npm.log; exit 1; }
PYTHONUTF8=1 venv/bin/python - <<'PY'
from importlib.metadata import version

from opencc import OpenCC

print("OpenCC", version("OpenCC"))
WANTED = {  # t2s, tw2s, tw2s run twice
    "什么": ("什么", "什幺", "什幺"),
    "抬高": ("抬高", "擡高", "擡高"),
    "顯著": ("显著", "显著", "显着"),
    "看著": ("看著", "看着", "看着"),
}
t2s, tw2s = OpenCC("t2s").convert, OpenCC("tw2s").convert
for word, wanted in WANTED.items():
    got = t2s(word), tw2s(word), tw2s(tw2s(word))
    print(word, "-> t2s", got[0], "| tw2s", got[1], "| twice", got[2])
    assert got == wanted, (word, got, wanted)
PY
node - <<'JS'
const assert = require("assert");
const OpenCC = require("opencc-js");
console.log("opencc-js", require("./node_modules/opencc-js/package.json").version);
const convert = OpenCC.Converter({ from: "tw", to: "cn" });
for (const [word, wanted] of [["什么", "什么"], ["抬高", "抬高"], ["看著", "看着"]]) {
  console.log(word, "-> tw to cn", convert(word));
  assert.strictEqual(convert(word), wanted);
}
JS
