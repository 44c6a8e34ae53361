#!/usr/bin/env bash
# Expected: `stdnum.cn.ric.is_valid` answers True or False, and True for the numbers on the residence permits of Hong
# Kong and Macau people (81…, 82…) as for those on identity cards.
# Happens: the library reads the birthplace from a list of regions and years. A number of a district founded in 2021
# raises KeyError out of `is_valid`; 81 holds only for births from 1997 on and 82 from 1999 on, so permits of
# everybody older are refused; 83 (Taiwan) is not in the list at all.
# Matters: a scan for identity numbers that trusts `is_valid` misses them or ends with a traceback. All numbers here are made up.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check python-stdnum==2.2
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
from importlib.metadata import version

from stdnum.cn import ric

print("python-stdnum", version("python-stdnum"))


def answer(region: str, year: str) -> object:
    digits = f"{region}{year}0101123"
    number = digits + ric.calc_check_digit(digits + "0")
    try:
        return ric.is_valid(number)
    except KeyError as error:
        return type(error).__name__


WANTED = {
    ("110101", "1990"): True,  # 北京东城区
    ("330114", "2022"): "KeyError",  # 杭州钱塘区, founded in 2021
    ("330113", "2022"): "KeyError",  # 杭州临平区, founded in 2021
    ("810000", "1998"): True,
    ("810000", "1990"): False,
    ("820000", "1990"): False,
    ("830000", "2020"): False,
}
for (region, year), wanted in WANTED.items():
    got = answer(region, year)
    print("region", region, "born", year, "->", got)
    assert got == wanted, (region, year, got, wanted)
PY
