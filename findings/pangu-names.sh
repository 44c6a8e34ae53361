#!/usr/bin/env bash
# Expected: pangu, which many editors and blogs run over Chinese text, only puts spaces between Chinese and Latin letters
# or digits; the characters of the text stay.
# Happens: the middle dot of names in Uyghur, Tibetan and other languages (·, U+00B7) becomes the katakana one (・, U+30FB), which
# NFKC does not take back, in Python and in JavaScript; the asterisk of a mask gets spaces around it. A slash between two names
# gets them in JavaScript only. autocorrect changes none of this.
# Matters: a rule that joins the two halves of a name at U+00B7 sees two words; 王 * 明 is no longer known as a mask.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check pangu==6.1.0 autocorrect-py==2.14.0
cd "$work"
npm install --silent --no-audit --no-fund --prefix . pangu@7.2.1 >npm.log 2>&1 || { cat npm.log; exit 1; }
PYTHONUTF8=1 venv/bin/python - <<'PY'
import unicodedata
from importlib.metadata import version

import autocorrect_py
import pangu

for name in ("pangu", "autocorrect-py"):
    print(name, version(name))
WANTED = {  # pangu, autocorrect
    "阿不都·买买提到案": ("阿不都・买买提到案", "阿不都·买买提到案"),
    "王*明和李*强": ("王 * 明和李 * 强", "王*明和李*强"),
    "张某/李某": ("张某/李某", "张某/李某"),
}
for text, wanted in WANTED.items():
    got = pangu.space_text(text), autocorrect_py.format(text)
    print(text, "-> pangu", got[0], "| autocorrect", got[1])
    assert got == wanted, (text, got, wanted)
assert unicodedata.normalize("NFKC", "・") == "・"
PY
cat >names.mjs <<'JS'
import assert from "node:assert";
import { readFileSync } from "node:fs";
import { pangu } from "pangu";
console.log("pangu (npm)", JSON.parse(readFileSync("node_modules/pangu/package.json")).version);
const wanted = {
  "阿不都·买买提到案": "阿不都・买买提到案",
  "王*明和李*强": "王 * 明和李 * 强",
  "张某/李某": "张某 / 李某",
};
for (const [text, spaced] of Object.entries(wanted)) {
  const got = pangu.spacingText(text);
  console.log(text, "-> pangu (npm)", got);
  assert.strictEqual(got, spaced);
}
JS
node names.mjs
