#!/usr/bin/env bash
# Expected: the pinyin that Word sets above a rare character (拼音指南) is left out of the plain text or put in
# brackets behind it; the character itself is in the text in any case.
# Happens: python-docx and mammoth leave out the character together with its reading, so the surname is gone;
# docx2txt and docx2python put the reading before the character, with nothing between them.
# Matters: a reading is put above rare surnames first of all, and the name is what is masked, compared and counted.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check python-docx==1.2.0 mammoth==1.13.0 docx2txt==0.9 docx2python==3.7.1
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
from importlib.metadata import version

import docx2txt
import mammoth
from docx import Document
from docx.oxml import parse_xml
from docx2python import docx2python

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RUN = "<w:r><w:t>{}</w:t></w:r>"
ruby = (
    f'<w:p xmlns:w="{W}">{RUN.format("嫌疑人")}<w:r><w:ruby><w:rubyPr/><w:rt>{RUN.format("miào")}</w:rt>'
    f"<w:rubyBase>{RUN.format('缪')}</w:rubyBase></w:ruby></w:r>{RUN.format('某')}</w:p>"
)
document = Document()
document.element.body.insert(0, parse_xml(ruby))
document.save("a.docx")
with open("a.docx", "rb") as file:
    read_by_mammoth = mammoth.extract_raw_text(file)
print("mammoth reports:", [message.message for message in read_by_mammoth.messages])
GOT = {
    "python-docx": Document("a.docx").paragraphs[0].text,
    "mammoth": read_by_mammoth.value.strip(),
    "docx2txt": docx2txt.process("a.docx").strip(),
    "docx2python": docx2python("a.docx").text.strip(),
}
WANTED = {
    "python-docx": "嫌疑人某",
    "mammoth": "嫌疑人某",
    "docx2txt": "嫌疑人miào缪某",
    "docx2python": "嫌疑人miào缪某",
}
for name, got in GOT.items():
    print(name, version(name), "->", got)
    assert got == WANTED[name], (name, got, WANTED[name])
PY
