#!/usr/bin/env bash
# Expected: the paragraphs of an OpenDocument text are what a reader of the printed page sees, in that order.
# Happens: with both libraries a passage that an editor deleted with changes tracked comes first, as an ordinary
# paragraph; the editor's comment, with the editor's name, is in the middle of the sentence that it is about,
# and is then given once more as a paragraph of its own.
# Matters: what an editor deletes from a notice before publication may be a person's name, and comments are internal.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq --disable-pip-version-check odfpy==1.4.1 odfdo==3.27.3
cd "$work"
PYTHONUTF8=1 venv/bin/python - <<'PY'
import io
import zipfile
from importlib.metadata import version

import odfdo
from odf import teletype
from odf.opendocument import load
from odf.text import P

O = "urn:oasis:names:tc:opendocument:xmlns:"
ODT = "application/vnd.oasis.opendocument.text"
CONTENT = f"""<office:document-content xmlns:office="{O}office:1.0" xmlns:text="{O}text:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:body><office:text><text:tracked-changes>
<text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>编辑</dc:creator>
</office:change-info><text:p>删去的一段</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p>张某<office:annotation><dc:creator>编辑</dc:creator><text:p>请核实</text:p></office:annotation>被抓获</text:p>
</office:text></office:body></office:document-content>"""
MANIFEST = f"""<manifest:manifest xmlns:manifest="{O}manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODT}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""
file = io.BytesIO()
with zipfile.ZipFile(file, "w") as archive:
    for name, text in {"mimetype": ODT, "content.xml": CONTENT, "META-INF/manifest.xml": MANIFEST}.items():
        archive.writestr(name, text)
by_odfpy = [teletype.extractText(p) for p in load(io.BytesIO(file.getvalue())).getElementsByType(P)]
document = odfdo.Document(io.BytesIO(file.getvalue()))
by_odfdo = [p.inner_text for p in document.body.get_paragraphs()]
print("odfpy", version("odfpy"), by_odfpy)
print("odfdo", version("odfdo"), by_odfdo)
assert by_odfpy == ["删去的一段", "张某编辑请核实被抓获", "请核实"], by_odfpy
assert by_odfdo == ["删去的一段", "张某请核实\n编辑 None被抓获", "请核实"], by_odfdo
PY
