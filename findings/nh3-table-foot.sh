#!/usr/bin/env bash
# Expected: nh3's default lists fit together: an element whose attributes it lists is an element that it keeps.
# Happens: ALLOWED_ATTRIBUTES has an entry for `tfoot`, ALLOWED_TAGS has no `tfoot`. The element is dropped and its
# rows are left behind as direct children of the table, after the body. `<li value>` and `<time datetime>` go too.
# Matters: the total (合计) of a table of seized goods is no longer told from its rows, by styles or by a screen
# reader, and a numbered list continues with other numbers than in the notice.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check nh3==0.3.8
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
import nh3
from importlib.metadata import version

print("nh3", version("nh3"))
got = sorted(nh3.ALLOWED_ATTRIBUTES["tfoot"]), "tfoot" in nh3.ALLOWED_TAGS
print("attributes of tfoot:", got[0], "tfoot allowed:", got[1])
assert got == (["align", "char", "charoff"], False), got
ROW = "<tr><td>{}</td></tr>"
WANTED = {
    f"<table><tbody>{ROW.format('手机')}</tbody><tfoot>{ROW.format('合计')}</tfoot></table>":
        f"<table><tbody>{ROW.format('手机')}</tbody>{ROW.format('合计')}</table>",
    '<ol><li value="5">张某</li></ol>': "<ol><li>张某</li></ol>",
    '<time datetime="2025-03-01">昨日</time>': "<time>昨日</time>",
}
for source, wanted in WANTED.items():
    cleaned = nh3.clean(source)
    print(source, "->", cleaned)
    assert cleaned == wanted, (source, cleaned, wanted)
PY
