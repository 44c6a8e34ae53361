#!/usr/bin/env bash
# Expected: what reads feeds takes dc:date 2024-04 (W3CDTF allows a month and a year) for the beginning of April, or reports that it has no
# day; it takes the same for the same feed tomorrow; an entry without a day of publication has none.
# Happens: fastfeedparser fills in what is missing from the day it runs: 2024-04 read on the 15th is 2024-04-15, and 2024 read in November
# is in November. In Atom it makes `updated` the day of publication where there is none; feedparser does not, but for RSS gives
# dc:date only as `updated`.
# Matters: many cases are known by month only. Written this way into a feed they get an exact day, another one each day; and a
# corrected case without `published` looks newly published.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check fastfeedparser==0.6.5 feedparser==6.0.14
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
from datetime import date
from importlib.metadata import version

import fastfeedparser
import feedparser

for name in ("fastfeedparser", "feedparser"):
    print(name, version(name))
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>通报</title><link>https://example.org/</link><description>通报</description>
<item><title>某案</title><link>https://example.org/1</link><dc:date>{}</dc:date></item></channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>通报</title><id>urn:example:1</id><updated>2025-02-10T00:00:00Z</updated>
<author><name>某局</name></author>
<entry><title>某案</title><id>urn:example:2</id><updated>2025-02-10T00:00:00Z</updated></entry></feed>"""


def read(text: str) -> tuple[str | None, str | None]:
    fast, slow = (parse(text).entries[0] for parse in (fastfeedparser.parse, feedparser.parse))
    day = slow.get("published_parsed")
    return fast.get("published"), day and date(*day[:3]).isoformat()


before, rows = date.today(), {}
for written in ("2024-04-12", "2024-04", "2024"):
    rows[written] = read(RSS.format(written))[0][:10]
updated = feedparser.parse(RSS.format("2024-04")).entries[0]
after = date.today()
print("today", after, "| fastfeedparser", rows, "| feedparser", updated.get("updated_parsed")[:3])
wanted = [
    {
        "2024-04-12": "2024-04-12",
        "2024-04": f"2024-04-{min(today.day, 30):02}",
        "2024": f"2024-{today.month:02}-{today.day:02}",
    }
    for today in {before, after}
]
assert rows in wanted, (rows, wanted)
assert tuple(updated["updated_parsed"][:3]) == (2024, 4, 1) and "published" not in updated, updated
got = read(ATOM)
print("Atom without published ->", got)
assert got == ("2025-02-10T00:00:00+00:00", None), got
PY
