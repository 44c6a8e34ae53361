#!/usr/bin/env bash
# Expected: readers of Chinese numerals agree about amounts as bulletins write them: 3万5千元 is 35000元, 1亿5千万元 is 150000000元.
# Happens: JioNLP's `parse_money` adds the first part twice: 3万5千元 is 65000.00, 1亿5千万元 is 250000000.00, both "accurate"; 三万五千元 and
# 1千5百元 are right. chinese2digits puts the parts side by side, 300005000元, and adds those of 六千二三百元 (6200 to 6300) to 8300元.
# cn2an reads 3万5千 right when it is alone; in a text its `transform` leaves it as it is.
# Matters: amounts are compared with the bulletin's and with legal thresholds; two of three readers are wrong and report no doubt.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check jionlp==1.5.31 chinese2digits==6.0.2 cn2an==0.5.24
cd "$work"
PYTHONUTF8=1 venv/bin/python -W ignore - <<'PY'
from importlib.metadata import version

from chinese2digits import takeNumberFromString
from cn2an import cn2an, transform
from jionlp import parse_money

for name in ("jionlp", "chinese2digits", "cn2an"):
    print(name, version(name))
WANTED = {  # jionlp, chinese2digits, cn2an in a text
    "35000元": ("35000.00", "35000元", "35000元"),
    "三万五千元": ("35000.00", "35000元", "35000元"),
    "1千5百元": ("1500.00", "1000500元", "1千5百元"),
    "3万5千元": ("65000.00", "300005000元", "3万5千元"),
    "12万5千元": ("155000.00", "1200005000元", "12万5千元"),
    "1亿5千万元": ("250000000.00", "10000000050000000元", "1亿5千万元"),
    "六千二三百元": (None, "8300元", "六千二三百元"),
}
for text, wanted in WANTED.items():
    money = parse_money(text)
    exact = money["num"] if money["definition"] == "accurate" else None
    got = (exact, takeNumberFromString(text)["replacedText"], transform(text))
    print(text, "-> jionlp", got[0], "| chinese2digits", got[1], "| cn2an", got[2])
    assert got == wanted, (text, got, wanted)
alone = [cn2an(text, "smart") for text in ("3万5千", "1亿5千万")]
print("cn2an alone:", alone)
assert alone == [35000, 150000000], alone
PY
