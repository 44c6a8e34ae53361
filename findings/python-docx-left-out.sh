#!/usr/bin/env bash
# Expected: `paragraph.text` is the text that a reader of the Word file sees.
# Happens: runs inside a wrapper are left out without a sign: dates that Word marked as a smart tag, words inserted
# with changes tracked, the value of a content control, the result of a simple field. What remains reads like a whole
# sentence. Word 2003 marked Chinese dates as `chsdate` smart tags by itself.
# Matters: an importer that reads `paragraph.text` loses the date and the amount and has nothing to report.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check python-docx==1.2.0
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
from importlib.metadata import version

from docx import Document
from docx.oxml import parse_xml

print("python-docx", version("python-docx"))
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RUN = "<w:r><w:t>{}</w:t></w:r>"
START, END = RUN.format("张某于"), RUN.format("被抓获")
WRAPPERS = {
    "smart tag": '<w:smartTag w:uri="x" w:element="chsdate">{}</w:smartTag>',
    "tracked insertion": '<w:ins w:id="1" w:author="x">{}</w:ins>',
    "content control": "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "simple field": '<w:fldSimple w:instr="DATE">{}</w:fldSimple>',
    "hyperlink": '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
}
for name, wrapper in WRAPPERS.items():
    document = Document()
    inner = wrapper.format(RUN.format("2025年3月1日"))
    document.element.body.insert(0, parse_xml(f'<w:p xmlns:w="{W}">{START}{inner}{END}</w:p>'))
    got = document.paragraphs[0].text
    print(f"{name}: {got}")
    wanted = "张某于2025年3月1日被抓获" if name == "hyperlink" else "张某于被抓获"
    assert got == wanted, (name, got, wanted)
PY
