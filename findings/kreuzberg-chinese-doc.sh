#!/usr/bin/env bash
# Expected: who reads Word files of 1997 to 2003 reads their text as it is stored, in UTF-16 for everything but plain Latin.
# Happens: kreuzberg reads an English text in UTF-16 right, and a Chinese one byte by byte as Western: it gives "Ðg^lQ…", the
# first half of it, and no error or warning. Digits are right (3.5), so that a search for amounts even finds some.
# msdoc2docx, office-oxide, anydoc and word-extractor read both.
# Matters: WPS and many authorities still save .doc and .wps; such a file counts as read, and its text is letters with accents.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check kreuzberg==4.10.4 msdoc2docx==0.36.6 python-docx==1.2.0 \
  office-oxide==0.1.15 firecrawl-anydoc==0.2.4
cd "$work"
npm install --silent --no-audit --no-fund --prefix . word-extractor@1.0.4 >npm.log 2>&1 || { cat npm.log; exit 1; }
cat >word.py <<'PY'
"""Writes Word files of the years 1997 to 2003 (MS-DOC) in a compound file (MS-CFB)."""

import struct


def compound(streams):
    """A compound file of two streams, each of 4096 bytes or more, the shorter name last."""
    free, end = 0xFFFFFFFF, 0xFFFFFFFE
    table, body, rows = [0xFFFFFFFD, end], b"", []
    for name, data in streams.items():
        rows.append((name, 2, free, free, free, len(table), len(data)))
        sectors = -(-len(data) // 512)
        table += [*range(len(table) + 1, len(table) + sectors), end]
        body += data.ljust(512 * sectors, b"\0")
    rows[0] = (*rows[0][:2], 2, *rows[0][3:])
    folder = b""
    for name, kind, *numbers in [("Root Entry", 5, free, free, 1, end, 0), *rows, ("", 0, free, free, free, 0, 0)]:
        text = f"{name}\0".encode("utf-16-le") if name else b""
        folder += text.ljust(64, b"\0") + struct.pack("<HBBIII36xIQ", len(text), kind, 1, *numbers)
    head = bytes.fromhex("d0cf11e0a1b11ae1").ljust(24, b"\0")
    head += struct.pack("<5H6x9I", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0)
    head += struct.pack("<109I", 0, *[free] * 108)
    return head + struct.pack("<128I", *table, *[free] * (128 - len(table))) + folder + body


def document(text):
    """A Word file of a text in which each paragraph ends with a carriage return."""
    size = len(text)
    main = bytearray(1024) + text.encode("utf-16-le")
    main += bytes(-len(main) % 512)
    table, places = bytearray(), {}

    def put(number, data):
        places[number] = (len(table), len(data))
        table.extend(data)

    def page(cuts, entry, width, offset):
        """A page of properties of the runs or of the paragraphs between some places."""
        data = struct.pack(f"<{len(cuts)}I", *(1024 + 2 * cut for cut in cuts))
        data += bytes([offset]).ljust(width, b"\0") * (len(cuts) - 1)
        number = len(main) // 512
        main.extend((data.ljust(0x1F0, b"\0") + entry).ljust(511, b"\0") + bytes([len(cuts) - 1]))
        return struct.pack("<III", 1024, 1024 + 2 * size, number)

    normal = struct.pack("<6H", 0, 0xFFF1, 2, 0, 0, 6) + "Normal\0".encode("utf-16-le") + struct.pack("<3H", 2, 0, 0)
    styles = struct.pack("<10H", 18, 15, 10, 1, 91, 15, 0, 0, 0, 0)
    font = struct.pack("<BHBB34x", 0, 400, 134, 0) + "宋体\0".encode("utf-16-le")
    put(1, styles + struct.pack("<H", len(normal)) + normal + bytes(28))
    put(6, struct.pack("<IIHiHI", 0, size, 0, -1, 0, 0))
    put(12, page([0, size], b"", 1, 0))
    put(13, page([0, *(at + 1 for at, one in enumerate(text) if one == "\r")], b"\0\1\0\0", 13, 0xF8))
    put(15, struct.pack("<HHB", 1, 0, len(font)) + font)
    put(31, bytes(500))
    put(33, struct.pack("<BIIIHIH", 2, 16, 0, size, 0, 1024, 0))
    struct.pack_into("<7HI4xHHII", main, 0, 0xA5EC, 0xC1, 0, 0x804, 0, 0x1200, 0xBF, 0, 0, 0, 1024, 1024 + 2 * size)
    struct.pack_into("<H28xHI", main, 0x20, 14, 22, len(main))
    struct.pack_into("<I", main, 0x4C, size)
    struct.pack_into("<H", main, 0x98, 0x5D)
    for number, place in places.items():
        struct.pack_into("<II", main, 0x9A + 8 * number, *place)
    return compound({"WordDocument": bytes(main).ljust(4096, b"\0"), "1Table": bytes(table).ljust(4096, b"\0")})
PY
cat >check.py <<'PY'
import subprocess
from importlib.metadata import version
from pathlib import Path

import anydoc
import doc2docx
import kreuzberg
import office_oxide
from docx import Document
from word import document

TEXTS = {
    "latin.doc": ["Notice", "Twelve persons, 3.5 million"],
    "chinese.doc": ["某市公安局通报", "骗取3.5万元，张某等12人到案接受调查"],
}


def by_msdoc2docx(name):
    doc2docx.convert(name, "made.docx")
    return "\n".join(paragraph.text for paragraph in Document("made.docx").paragraphs)


def by_word_extractor(name):
    return subprocess.run(["node", "read.js", name], check=True, capture_output=True, encoding="utf-8").stdout


READERS = {
    "msdoc2docx": by_msdoc2docx,
    "office-oxide": office_oxide.extract_text,
    "firecrawl-anydoc": anydoc.to_markdown,
    "word-extractor": by_word_extractor,
}
for name, lines in TEXTS.items():
    Path(name).write_bytes(document("".join(f"{line}\r" for line in lines)))
    for library, read in READERS.items():
        got = [line for line in read(name).splitlines() if line]
        print(library, "1.0.4" if library == "word-extractor" else version(library), "->", got)
        assert got == lines, (library, got)
    result = kreuzberg.extract_file_sync(name, config=kreuzberg.ExtractionConfig(use_cache=False))
    print("kreuzberg", version("kreuzberg"), "->", ascii(result.content), "warnings:", result.processing_warnings)
    wanted = "\n".join(lines) if name == "latin.doc" else "Ðg^lQ‰[@\\\x90¥b\n—šÖS3.5\tNC"
    assert result.content == wanted, result.content
    assert not result.processing_warnings
PY
cat >read.js <<'JS'
const Extractor = require("word-extractor");
new Extractor().extract(process.argv[2]).then((document) => process.stdout.write(document.getBody()));
JS
PYTHONUTF8=1 venv/bin/python check.py
