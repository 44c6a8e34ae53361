#!/usr/bin/env bash
# Expected: the words in a text box are read once, or not at all, and the paragraph that the box is anchored in is read anyway.
# Happens: Word saves each box twice, for new and for old programs (mc:Choice and mc:Fallback). Two readers give both copies;
# another gives the box once and loses the whole paragraph that it is anchored in; python-docx has only the paragraph.
# Matters: letterheads (红头), seals and boxes of figures are text boxes, mostly anchored in the title: it is gone, or sums of
# the figures are doubled.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check python-docx==1.2.0 mammoth==1.13.0 docx2txt==0.9 \
  docx2python==3.7.1 firecrawl-anydoc==0.2.4 kreuzberg==4.10.4
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
from importlib.metadata import version

import anydoc
import docx2txt
import kreuzberg
import mammoth
from docx import Document
from docx.oxml import parse_xml
from docx2python import docx2python

BASE = "http://schemas.openxmlformats.org"
SPACES = {
    "w": f"{BASE}/wordprocessingml/2006/main",
    "mc": f"{BASE}/markup-compatibility/2006",
    "wp": f"{BASE}/drawingml/2006/wordprocessingDrawing",
    "a": f"{BASE}/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
BOX = "<w:txbxContent><w:p><w:r><w:t>涉案3.5万元</w:t></w:r></w:p></w:txbxContent>"
CHOICE = (
    '<w:drawing><wp:inline><wp:extent cx="1800000" cy="360000"/><wp:docPr id="9" name="框"/><a:graphic>'
    f'<a:graphicData uri="{SPACES["wps"]}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="1800000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
    f"<wps:txbx>{BOX}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
)
FALLBACK = f'<w:pict><v:rect style="width:100pt;height:30pt"><v:textbox>{BOX}</v:textbox></v:rect></w:pict>'
names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in SPACES.items())
document = Document()
document.element.body.insert(0, parse_xml(
    f'<w:p {names}><w:r><w:t>案情通报</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps">{CHOICE}</mc:Choice>'
    f"<mc:Fallback>{FALLBACK}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
))
document.add_paragraph("正文")
document.save("a.docx")
with open("a.docx", "rb") as file:
    read_by_mammoth = mammoth.extract_raw_text(file).value
GOT = {
    "mammoth": read_by_mammoth,
    "firecrawl-anydoc": anydoc.to_markdown("a.docx"),
    "docx2txt": docx2txt.process("a.docx"),
    "docx2python": docx2python("a.docx").text,
    "kreuzberg": kreuzberg.extract_file_sync("a.docx", config=kreuzberg.ExtractionConfig(use_cache=False)).content,
    "python-docx": "\n".join(paragraph.text for paragraph in Document("a.docx").paragraphs),
}
TITLE, FIGURE = "案情通报", "涉案3.5万元"
ONCE = [TITLE, FIGURE, "正文"]
WANTED = {
    "docx2txt": [TITLE, FIGURE, FIGURE, "正文"],
    "docx2python": [FIGURE, FIGURE, TITLE, "正文"],
    "kreuzberg": [FIGURE, "正文"],
    "python-docx": [TITLE, "正文"],
}
for name, got in GOT.items():
    print(name, version(name), "->", got.split())
    assert got.split() == WANTED.get(name, ONCE), (name, got)
PY
