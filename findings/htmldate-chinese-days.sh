#!/usr/bin/env bash
# Expected: a library that finds the day of publication of a page reads 2025年12月30日 as it reads 2025/12/30, December 30, 2025 or the Korean
# 2025. 12. 30., or finds nothing.
# Happens: htmldate gives 2025-01-01 for 2025年12月30日, in text, in <time> and in <meta name="PubDate"> alike. With an hour behind it (10:30)
# the day is right, unless 发布时间： precedes it. Asked for the original day, a page that cites 法释〔2016〕19号 is of 2016-01-01.
# datetime="2025-12" gets the day of the month on which it is read.
# Matters: government pages write the day like this; a first of January is a real day, and nothing shows that it was guessed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check htmldate==1.11.0
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
from datetime import date
from importlib.metadata import version

from htmldate import find_date

print("htmldate", version("htmldate"))
PAGE = '<!DOCTYPE html><html lang="zh-CN"><head><title>通报</title>{}</head><body>{}</body></html>'
META = '<meta name="PubDate" content="{}">'
WANTED = {  # head and body: the day found, the original day found
    ("", "<p>2025/12/30</p>"): ("2025-12-30", "2025-12-30"),
    ("", "<p>December 30, 2025</p>"): ("2025-12-30", "2025-12-30"),
    ("", "<p>2025. 12. 30.</p>"): ("2025-12-30", "2025-12-30"),
    ("", "<p>发布时间：2025年12月30日</p>"): ("2025-01-01", "2025-01-01"),
    ("", "<time>2025年12月30日</time>"): ("2025-01-01", "2025-01-01"),
    (META.format("2025年12月30日"), "<p>通报</p>"): ("2025-01-01", "2025-01-01"),
    (META.format("2025年12月30日 10:30"), "<p>通报</p>"): ("2025-12-30", "2025-12-30"),
    ("", "<p>2025年12月30日 10:30</p>"): ("2025-12-30", "2025-12-30"),
    ("", "<p>发布时间：2025年12月30日 10:30</p>"): ("2025-01-01", "2025-01-01"),
    ("", "<p>2025年12月30日</p><p>依照法释〔2016〕19号</p>"): ("2025-01-01", "2016-01-01"),
}
for parts, wanted in WANTED.items():
    page = PAGE.format(*parts)
    got = find_date(page), find_date(page, original_date=True)
    print(*parts, "->", *got)
    assert got == wanted, (parts, got, wanted)
before = date.today().day
got = find_date(PAGE.format("", '<time datetime="2025-12">2025年12月</time>'))
print("datetime 2025-12 ->", got, "| today", date.today())
assert got in {f"2025-12-{day:02}" for day in (before, date.today().day)}, got
PY
