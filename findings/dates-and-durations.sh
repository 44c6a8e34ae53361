#!/usr/bin/env bash
# Expected: 9月12日 in a Chinese text is a day, ten days of detention (拘留十日) are a span of time, and naming the right language to
# a parser of dates makes it read better.
# Happens: dateparser's `search_dates` with languages=["zh"] reads 9月12日 as nine months and twelve days ago, 2024年 as two thousand years
# ago (the year 1), 9月 as nine months ago; `parse` returns None for 9月12日. Without the language both read 9月12日 right, but `parse` makes
# 12月1日 a day in January 2012. JioNLP reads 拘留十日 the other way round: the tenth of this month, "accurate", though 十日以上十五日以下
# is a span for it.
# Matters: days of a case are often written without a year; a guess of this kind is a wrong day in the archive, not an error.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check dateparser==1.5.0 jionlp==1.5.31
cd "$work"
PYTHONUTF8=1 venv/bin/python -W ignore - <<'PY'
from datetime import datetime
from importlib.metadata import version

from dateparser import parse
from dateparser.search import search_dates
from jionlp import parse_time

for name in ("dateparser", "jionlp"):
    print(name, version(name))
BASE = {"RELATIVE_BASE": datetime(2025, 2, 10)}
WANTED = {  # search in Chinese, search in any language, parse in Chinese, parse in any language
    "2024年9月12日": ("2024-09-12", "2024-09-12", "2024-09-12", "2024-09-12"),
    "9月12日": ("2024-04-28", "2025-09-12", None, "2025-09-12"),
    "12月1日": ("2024-02-09", "2025-12-01", None, "2012-01-10"),
    "9月": ("2024-05-10", "2024-05-10", "2025-09-10", "2025-09-10"),
    "2024年": ("0001-02-10", "0001-02-10", "0001-02-10", "0001-02-10"),
}


def day(found: datetime | None) -> str | None:
    return found and found.date().isoformat()


for text, wanted in WANTED.items():
    searched = [search_dates(text, languages=one, settings=BASE) or [(None, None)] for one in (["zh"], None)]
    parsed = [parse(text, languages=one, settings=BASE) for one in (["zh"], None)]
    got = tuple(day(found) for found in [*(one[0][1] for one in searched), *parsed])
    print(text, "->", *got)
    assert got == wanted, (text, got, wanted)

base = {"year": 2025, "month": 2, "day": 20}
for text, kind in {"拘留十日": "time_point", "十日以上十五日以下": "time_delta"}.items():
    found = parse_time(text, time_base=base)
    print("jionlp", text, "->", found)
    assert found["type"] == kind, found
assert parse_time("拘留十日", time_base=base)["time"][0] == "2025-02-10 00:00:00"
PY
