#!/usr/bin/env bash
# Expected: a reader leaves out the automatic number of a paragraph, as python-docx does, or gives the one that Word prints.
# Happens: three give another one. For 第一条 and （二） anydoc writes 第1条 and （2）, which reads like the original; docx2python
# writes two hyphens, with a warning on the console; markitdown writes "1." before both.
# Matters: bulletins and rules are numbered so and cite each other by number. A 第1条 that is nowhere in the document finds
# nothing in the list of articles, and nobody sees that it was made up.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check python-docx==1.2.0 docx2python==3.7.1 firecrawl-anydoc==0.2.4 \
  'markitdown[docx]==0.1.9'
cd "$work"
PYTHONUTF8=1 venv/bin/python -W ignore - <<'PY'
from importlib.metadata import version

import anydoc
from docx import Document
from docx.oxml import parse_xml
from docx2python import docx2python
from markitdown import MarkItDown

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
    f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    for level, (form, text) in enumerate((("chineseCountingThousand", "第%1条"), ("chineseCounting", "（%2）")))
)
document = Document()
numbering = document.part.numbering_part.element
numbering.insert(0, parse_xml(
    f'<w:abstractNum {W} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>{LEVELS}</w:abstractNum>'
))
numbering.append(parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
for level, text in ((0, "适用范围"), (1, "诈骗"), (1, "盗窃"), (0, "附则")):
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'))
document.save("a.docx")
GOT = {
    "python-docx": "\n".join(paragraph.text for paragraph in Document("a.docx").paragraphs),
    "firecrawl-anydoc": anydoc.to_markdown("a.docx"),
    "docx2python": docx2python("a.docx").text,
    "markitdown": MarkItDown().convert("a.docx").text_content,
}
WANTED = {  # Word prints 第一条适用范围, （一）诈骗, （二）盗窃, 第二条附则
    "python-docx": ["适用范围", "诈骗", "盗窃", "附则"],
    "firecrawl-anydoc": ["- 第1条 适用范围", "- （1） 诈骗", "- （2） 盗窃", "- 第2条 附则"],
    "docx2python": ["--\t适用范围", "--\t诈骗", "--\t盗窃", "--\t附则"],
    "markitdown": ["1. 适用范围", "1. 诈骗", "2. 盗窃", "2. 附则"],
}
for name, got in GOT.items():
    lines = [line.strip() for line in got.splitlines() if line.strip()]
    print(name, version(name), "->", lines)
    assert lines == WANTED[name], (name, lines, WANTED[name])
PY
