#!/usr/bin/env bash
# Expected: a hyphen that Word keeps at the end of no line (Ctrl+Shift+_) is read as a hyphen, by whatever character.
# Happens: it is an element of its own (w:noBreakHyphen) and no text. Four of seven readers leave it out, so that the digits
# before and behind it make one number; the others write "-" or U+2011.
# Matters: the hyphen is used just where a range or a number of a document must not be torn: 5-10万元 becomes 510万元.
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
from docx.oxml import OxmlElement
from docx2python import docx2python

document = Document()
run = document.add_paragraph("先后骗取").add_run("5")
run._r.append(OxmlElement("w:noBreakHyphen"))
run.add_text("10万元")
document.save("a.docx")
with open("a.docx", "rb") as file:
    read_by_mammoth = mammoth.extract_raw_text(file)
print("mammoth reports:", [message.message for message in read_by_mammoth.messages])
GOT = {
    "python-docx": Document("a.docx").paragraphs[0].text,
    "mammoth": read_by_mammoth.value,
    "office-oxide": office_oxide.extract_text("a.docx"),
    "docx2txt": docx2txt.process("a.docx"),
    "docx2python": docx2python("a.docx").text,
    "firecrawl-anydoc": anydoc.to_markdown("a.docx"),
    "kreuzberg": kreuzberg.extract_file_sync("a.docx", config=kreuzberg.ExtractionConfig(use_cache=False)).content,
}
WANTED = {"python-docx": "5-10", "mammoth": "5\u201110", "office-oxide": "5\u201110"}
for name, got in GOT.items():
    print(name, version(name), "->", got.strip())
    wanted = f"先后骗取{WANTED.get(name, '510')}万元"
    assert got.strip() == wanted, (name, ascii(got), wanted)
PY
