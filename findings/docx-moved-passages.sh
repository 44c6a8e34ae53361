#!/usr/bin/env bash
# Expected: a reader that leaves out what was deleted with changes tracked also leaves out the old place of what was moved.
# Happens: Word keeps deleted words as w:delText, but those of a passage dragged elsewhere as ordinary w:t (in w:moveFrom).
# Three readers leave out the deletion and give the moved passage at both places; python-docx gives it at neither.
# Matters: a case that an editor moved to another place in the bulletin is imported twice, and counted twice, or not at all.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check python-docx==1.2.0 mammoth==1.13.0 docx2txt==0.9 \
  docx2python==3.7.1 office-oxide==0.1.15 firecrawl-anydoc==0.2.4 kreuzberg==4.10.4
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
from importlib.metadata import version

import anydoc
import docx2txt
import kreuzberg
import mammoth
import office_oxide
from docx import Document
from docx.oxml import parse_xml
from docx2python import docx2python

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RUN = "<w:r><w:t>{}</w:t></w:r>"
BY = 'w:author="x" w:date="2025-03-01T00:00:00Z"'
PARAGRAPHS = (
    f'{RUN.format("案例一")}<w:moveFromRangeStart w:id="1" w:name="m" {BY}/><w:moveFrom w:id="2" {BY}>'
    f'{RUN.format("张某诈骗案")}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>',
    f'{RUN.format("案例二")}<w:moveToRangeStart w:id="3" w:name="m" {BY}/><w:moveTo w:id="4" {BY}>'
    f'{RUN.format("张某诈骗案")}</w:moveTo><w:moveToRangeEnd w:id="3"/>',
    f'{RUN.format("案例三")}<w:del w:id="5" {BY}><w:r><w:delText>王某盗窃案</w:delText></w:r></w:del>',
)
document = Document()
for place, paragraph in enumerate(PARAGRAPHS):
    document.element.body.insert(place, parse_xml(f'<w:p xmlns:w="{W}">{paragraph}</w:p>'))
document.save("a.docx")
with open("a.docx", "rb") as file:
    read_by_mammoth = mammoth.extract_raw_text(file).value
GOT = {
    "mammoth": read_by_mammoth,
    "office-oxide": office_oxide.extract_text("a.docx"),
    "firecrawl-anydoc": anydoc.to_markdown("a.docx"),
    "docx2txt": docx2txt.process("a.docx"),
    "docx2python": docx2python("a.docx").text,
    "kreuzberg": kreuzberg.extract_file_sync("a.docx", config=kreuzberg.ExtractionConfig(use_cache=False)).content,
    "python-docx": "\n".join(paragraph.text for paragraph in Document("a.docx").paragraphs),
}
ONCE = ["案例一", "案例二张某诈骗案", "案例三"]
TWICE = ["案例一张某诈骗案", "案例二张某诈骗案", "案例三"]
WANTED = {"docx2txt": TWICE, "docx2python": TWICE, "kreuzberg": TWICE, "python-docx": ["案例一", "案例二", "案例三"]}
for name, got in GOT.items():
    print(name, version(name), "->", got.split())
    assert got.split() == WANTED.get(name, ONCE), (name, got)
PY
