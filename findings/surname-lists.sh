#!/usr/bin/env bash
# Expected: a list of some 300 or 400 Chinese surnames in a package of today holds every surname that is common today, in the
# characters used in China today, so that joining two or three lists closes what gaps there are.
# Happens: 肖, 付 and 闫 are in none of the lists of mingzi, Faker and mimesis. mingzi has no 钟, 邱, 宁 either but 锺, 丘, 甯; mimesis
# (the order of the old 百家姓, 赵钱孙李) no 覃 but 於 and 麴. sinonym, whose counts are of authors in ORCID, has them all: 肖 37th of all
# surnames, and 62 times as frequent as 萧, which stands in its place in mingzi.
# Matters: a search for names that starts at a surname passes over 肖某's full name; the list must come from counts.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check mingzi==1.2.3 Faker==40.63.0 mimesis==22.2.0
"$work/venv/bin/pip" install -qq --disable-pip-version-check --no-deps sinonym==0.5.1
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
import csv
import json
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import mingzi
from faker.providers.person.zh_CN import Provider

lists = {"mingzi": list(mingzi.data["surname"]), "Faker": list(Provider.last_names)}
home = Path(find_spec("mimesis").submodule_search_locations[0])
lists["mimesis"] = json.loads((home / "datasets/zh/person.json").read_text("utf-8"))["surnames"]
home = Path(find_spec("sinonym").submodule_search_locations[0])
rows = csv.DictReader((home / "data/familyname_orcid.csv").read_text("utf-8").splitlines())
counted = {row["surname"]: float(row["ppm"]) for row in rows}
lists["sinonym"] = list(counted)
WANTED = {"mingzi": "肖付闫钟邱宁", "Faker": "肖付闫", "mimesis": "肖付闫覃", "sinonym": ""}
for name, wanted in WANTED.items():
    missing = "".join(char for char in "肖付闫钟邱宁覃" if char not in lists[name])
    print(name, version(name), len(lists[name]), "surnames, without", missing or "-")
    assert missing == wanted, (name, missing, wanted)
assert {"锺", "丘", "甯", "萧"} <= set(lists["mingzi"]) and {"於", "麴"} <= set(lists["mimesis"])
assert lists["mimesis"][:4] == list("赵钱孙李")
place, times = lists["sinonym"].index("肖") + 1, round(counted["肖"] / counted["萧"])
print("肖 in sinonym: place", place, "and", times, "times as frequent as 萧")
assert (place, times) == (37, 62)
PY
