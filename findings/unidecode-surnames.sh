#!/usr/bin/env bash
# Expected: a table that writes Chinese without marks errs with the surnames of several readings (曾, 单, 仇), and only with
# those; a surname of one everyday reading comes out as in every passport.
# Happens: Unidecode, and python-slugify through text-unidecode, have rare or old readings instead: 沈 is chen, 叶 and 薛 are xie,
# 万 is mo, 宁 is zhu. uroman writes 贾 as gu, 殷 as yan, 俞 as shu, 沈 as chen. anyascii has all of these right.
# Matters: the slug of 沈某 is that of 陈某, 叶某's and 薛某's that of 谢某: one name is shown as another and addresses collide; a
# search for pinyin names in slugs must know the wrong readings too.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check \
  Unidecode==1.4.0 text-unidecode==1.3 python-slugify==9.2.0 uroman==1.3.1.1 anyascii==0.3.3
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
from importlib.metadata import version

from anyascii import anyascii
from slugify import slugify
from unidecode import unidecode
from uroman import Uroman

for name in ("Unidecode", "text-unidecode", "python-slugify", "uroman", "anyascii"):
    print(name, version(name))
uroman = Uroman().romanize_string
WANTED = {  # Unidecode, python-slugify, uroman, anyascii
    "沈某": ("Chen Mou", "chen-mou", "chenmou", "ShenMou"),
    "陈某": ("Chen Mou", "chen-mou", "chenmou", "ChenMou"),
    "叶某": ("Xie Mou", "xie-mou", "yemou", "YeMou"),
    "薛某": ("Xie Mou", "xie-mou", "xuemou", "XueMou"),
    "谢某": ("Xie Mou", "xie-mou", "xiemou", "XieMou"),
    "万某": ("Mo Mou", "mo-mou", "wanmou", "WanMou"),
    "宁某": ("Zhu Mou", "zhu-mou", "ningmou", "NingMou"),
    "贾某": ("Jia Mou", "jia-mou", "gumou", "JiaMou"),
    "殷某": ("Yin Mou", "yin-mou", "yanmou", "YinMou"),
    "俞某": ("Yu Mou", "yu-mou", "shumou", "YuMou"),
}
for name, wanted in WANTED.items():
    got = unidecode(name).strip(), slugify(name), uroman(name), anyascii(name)
    print(name, "-> Unidecode", got[0], "| slugify", got[1], "| uroman", got[2], "| anyascii", got[3])
    assert got == wanted, (name, got, wanted)
PY
