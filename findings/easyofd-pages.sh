#!/usr/bin/env bash
# Expected: a library for OFD finds the pages of a document by the list of pages in it, wherever the parts of the file are.
# Happens: easyofd numbers a page by the first digits in the name of its part. A name from the root of the package, as
# GB/T 33190 allows (/Doc_0/Pages/Page_1/Content.xml), has the 0 of Doc_0 first: all pages get the number 0, and only the last
# one is left. What a template prints on every page is put on the one page of the same number, and of two documents in a
# file only the first is read. Nothing is reported. ofdkit reads all of it.
# Matters: notices (红头文件) are published as OFD, and writers differ in just these things. The case on the last page is a
# text as good as any other: nobody misses the others.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check easyofd==20260427 pymupdf==2.0 ofdkit==0.2.0
cd "$work"
PYTHONUTF8=1 venv/bin/python -W ignore - <<'PY'
import contextlib
import io
import zipfile
from importlib.metadata import version

import ofdkit
from loguru import logger

logger.remove()  # easyofd reports each font of Windows that is not installed.
from easyofd import OFD  # noqa: E402

NAMES = 'xmlns:ofd="http://www.ofdspec.org/2016"'
BOX = "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
TEMPLATE = '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/>'
FONTS = '<ofd:Fonts><ofd:Font ID="3" FontName="宋体" FamilyName="宋体"/></ofd:Fonts>'


def page(text, top=20, use=""):
    steps = f'DeltaX="g {len(text) - 1} 4"'
    return (
        f'<ofd:Page {NAMES}>{use}<ofd:Area>{BOX}</ofd:Area><ofd:Content><ofd:Layer ID="9"><ofd:TextObject ID="10" '
        f'Boundary="20 {top} 150 6" Font="3" Size="4"><ofd:TextCode X="0" Y="5" {steps}>{text}</ofd:TextCode>'
        "</ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>"
    )


def document(names, template=""):
    pages = "".join(f'<ofd:Page ID="{20 + number}" BaseLoc="{name}"/>' for number, name in enumerate(names))
    return (
        f"<ofd:Document {NAMES}><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea>{BOX}</ofd:PageArea>"
        f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{template}</ofd:CommonData><ofd:Pages>{pages}</ofd:Pages></ofd:Document>"
    )


def file(parts, folders=("Doc_0",)):
    bodies = "".join(
        f"<ofd:DocBody><ofd:DocInfo><ofd:DocID>{number:032}</ofd:DocID></ofd:DocInfo>"
        f"<ofd:DocRoot>{folder}/Document.xml</ofd:DocRoot></ofd:DocBody>"
        for number, folder in enumerate(folders)
    )
    parts = {"OFD.xml": f'<ofd:OFD {NAMES} DocType="OFD" Version="1.0">{bodies}</ofd:OFD>', **parts}
    parts |= {f"{folder}/PublicRes.xml": f'<ofd:Res {NAMES} BaseLoc="Res">{FONTS}</ofd:Res>' for folder in folders}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return made.getvalue()


def by_easyofd(data):
    reader = OFD()
    with contextlib.redirect_stdout(io.StringIO()):
        reader.read(data, fmt="binary")
    pages = reader.data[0]["page_info"].items()
    return {number: [text["text"] for text in content["text_list"]] for number, content in pages}


PARTS = [f"Pages/Page_{number}/Content.xml" for number in range(3)]
CASES = ["案例一", "案例二", "案例三"]
USE = '<ofd:Template TemplateID="2"/>'
FILES = {
    "relative names": file(
        {"Doc_0/Document.xml": document(PARTS), **{f"Doc_0/{part}": page(case) for part, case in zip(PARTS, CASES)}}
    ),
    "names from the root": file(
        {
            "Doc_0/Document.xml": document([f"/Doc_0/{part}" for part in PARTS]),
            **{f"Doc_0/{part}": page(case) for part, case in zip(PARTS, CASES)},
        }
    ),
    "a template": file(
        {
            "Doc_0/Document.xml": document(PARTS, TEMPLATE),
            "Doc_0/Tpls/Tpl_0/Content.xml": page("内部资料", 10),
            **{f"Doc_0/{part}": page(case, use=USE) for part, case in zip(PARTS, CASES)},
        }
    ),
    "two documents": file(
        {f"{folder}/{name}": text for folder, case in (("Doc_0", "通报"), ("Doc_1", "附件")) for name, text in
         (("Document.xml", document(PARTS[:1])), (PARTS[0], page(case)))},
        ("Doc_0", "Doc_1"),
    ),
}
WANTED = {  # easyofd, ofdkit
    "relative names": ({0: ["案例一"], 1: ["案例二"], 2: ["案例三"]}, CASES),
    "names from the root": ({0: ["案例三"]}, CASES),
    "a template": (
        {0: ["内部资料", "案例一"], 1: ["案例二"], 2: ["案例三"]},
        ["内部资料", "案例一", "内部资料", "案例二", "内部资料", "案例三"],
    ),
    "two documents": ({0: ["通报"]}, ["通报", "附件"]),
}
for name in ("easyofd", "ofdkit"):
    print(name, version(name))
for name, data in FILES.items():
    got = by_easyofd(data), ofdkit.extract_text(io.BytesIO(data)).split()
    print(name, "-> easyofd", got[0], "ofdkit", got[1])
    assert got == WANTED[name], (name, got, WANTED[name])
PY
