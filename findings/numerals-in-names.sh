#!/usr/bin/env bash
# Expected: what turns Chinese numerals in a text into digits leaves words and names alone that merely hold a numeral, and
# what it turns keeps all its digits.
# Happens: cn2an's `transform` makes 李四 into 李4, 王五一 into 王51, 幺某 into 1某, 统一 into 统1, 四川 into 4川, yet leaves 唐万里. uroman,
# asked only for Latin letters, writes zhang3qiang and 100limou for 百里某. The whole name 陆千一 is 6100 for the one and 6001 for the
# other. In uroman a number written digit by digit loses its zeros: 一三八〇〇〇〇一二三四 is 1·3·8·1·2·3·4.
# Matters: numerals are read as digits to find phone numbers written out; done to the text itself this hides the names in it
# from every rule about Han characters, and with uroman the numbers as well. All names and numbers here are made up.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check cn2an==0.5.24 uroman==1.3.1.1
cd "$work"
PYTHONUTF8=1 venv/bin/python -W ignore - <<'PY'
from importlib.metadata import version

from cn2an import transform
from uroman import Uroman

for name in ("cn2an", "uroman"):
    print(name, version(name))
uroman = Uroman().romanize_string
WANTED = {  # cn2an, uroman
    "李四": ("李4", "li4"),
    "张三强": ("张3强", "zhang3qiang"),
    "王五一": ("王51", "wang5·1"),
    "唐万里": ("唐万里", "tangwanli"),
    "幺某": ("1某", "1mou"),
    "百里某": ("百里某", "100limou"),
    "陆千一": ("6100", "6001"),
    "统一": ("统1", "tong1"),
    "四川": ("4川", "4chuan"),
    "一三八〇〇〇〇一二三四": ("13800001234", "1·3·8·1·2·3·4"),
}
for text, wanted in WANTED.items():
    got = transform(text), uroman(text)
    print(text, "-> cn2an", got[0], "| uroman", got[1])
    assert got == wanted, (text, got, wanted)
PY
