#!/usr/bin/env bash
# Expected: converters from traditional to simplified characters agree about names of places in mainland China, whose simplified
# form is official, and about the surname 甯.
# Happens: OpenCC keeps 乾 in 乾縣 and 乾安縣, and makes 乾潭鎮 (Hangzhou) 干潭镇 and 乾務鎮 (Zhuhai) 干务镇; zhconv has these two right. zhconv makes 於潛鎮
# 于潜镇 and the surname 甯 宁; OpenCC keeps both. No one has 浚县 for 濬縣. opencc-js does as OpenCC does.
# Matters: a converted bulletin names a town that no table of places has, or another person's surname; one converter does not
# cover the other's mistakes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check OpenCC==1.4.2 zhconv==1.4.3
cd "$work"
npm install --silent --no-audit --no-fund --prefix . opencc-js@1.4.2 >npm.log 2>&1 || { cat npm.log; exit 1; }
cat >names.json <<'JSON'
["乾縣", "乾安縣", "乾潭鎮", "乾務鎮", "於潛鎮", "於都縣", "濬縣", "甯某"]
JSON
node - >js.json <<'JS'
const convert = require("opencc-js").Converter({ from: "t", to: "cn" });
console.log(JSON.stringify(require("./names.json").map((name) => convert(name))));
JS
PYTHONUTF8=1 venv/bin/python - <<'PY'
import json
from importlib.metadata import version
from pathlib import Path

from opencc import OpenCC
from zhconv import convert

for name in ("OpenCC", "zhconv"):
    print(name, version(name))
script = json.loads(Path("node_modules/opencc-js/package.json").read_text())
print("opencc-js", script["version"])
names, other = (json.loads(Path(name).read_text()) for name in ("names.json", "js.json"))
WANTED = {  # OpenCC and opencc-js, zhconv
    "乾縣": ("乾县", "乾县"),
    "乾安縣": ("乾安县", "乾安县"),
    "乾潭鎮": ("干潭镇", "乾潭镇"),
    "乾務鎮": ("干务镇", "乾务镇"),
    "於潛鎮": ("於潜镇", "于潜镇"),
    "於都縣": ("于都县", "于都县"),
    "濬縣": ("濬县", "濬县"),
    "甯某": ("甯某", "宁某"),
}
for name, by_script in zip(names, other, strict=True):
    got = OpenCC("t2s").convert(name), convert(name, "zh-cn")
    print(name, "-> OpenCC", got[0], "| opencc-js", by_script, "| zhconv", got[1])
    assert (*got, by_script) == (*WANTED[name], WANTED[name][0]), (name, got, by_script)
PY
