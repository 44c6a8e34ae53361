"""Word files made for tests, of the XML that stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from casebook.importer.readers.reading import read

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_NAMESPACES = {
    "w": TRANSITIONAL,
    "r": _KINDS.rstrip("/"),
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}


def part(name: str, content: str, namespace: str = TRANSITIONAL) -> bytes:
    """The XML of a part with a root element of this name."""
    names = {**_NAMESPACES, "w": namespace}
    declared = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in names.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {declared}>{content}</w:{name}>'.encode()
    )


def relationships(targets: Mapping[str, tuple[str, str]]) -> bytes:
    """The XML of relationships: identifier to kind and target; an address is external."""
    rows = "".join(
        f'<Relationship Id="{identifier}" Type="{_KINDS}{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if "://" in target else "/>")
        for identifier, (kind, target) in targets.items()
    )
    address = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{address}">{rows}</Relationships>'.encode()


def archive(parts: Mapping[str, bytes]) -> bytes:
    """A zip archive of parts."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return file.getvalue()


def word_file(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    settings: str = "",
    parts: Mapping[str, bytes] | None = None,
    targets: Mapping[str, tuple[str, str]] | None = None,
    namespace: str = TRANSITIONAL,
) -> bytes:
    """A `.docx` with a body, and with other parts that its main part refers to."""
    made = {
        "_rels/.rels": relationships({"main": ("officeDocument", "word/document.xml")}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>", namespace),
    }
    referred = dict(targets or {})
    for name, content in (("styles", styles), ("numbering", numbering), ("settings", settings)):
        if content:
            made[f"word/{name}.xml"] = part(name, content, namespace)
            referred[name] = (name, f"{name}.xml")
    made["word/_rels/document.xml.rels"] = relationships(referred)
    return archive({**made, **(parts or {})})


def paragraph(text: str, properties: str = "", run_properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text, run_properties)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def in_list(text: str, number: int = 1, level: int = 0) -> str:
    """A paragraph of a list."""
    numbers = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, numbers)


def level(
    pattern: str, form: str = "decimal", depth: int = 0, *, start: int = 1, more: str = ""
) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def lists(
    *levels: str, numbers: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
) -> str:
    """One list of these levels, with its numbers."""
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{numbers}'


def deleted(text: str) -> str:
    """A tracked deletion of text."""
    return f'<w:del w:id="1"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def cell(content: str, properties: str = "") -> str:
    """A cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of a table."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def box(content: str) -> str:
    """A text box of DrawingML."""
    return (
        "<w:r><w:drawing><wp:anchor><wp:docPr id='1' name='框' descr='替代文字'/><a:graphic>"
        f"<a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def vml_box(content: str, style: str = "") -> str:
    """A text box of VML."""
    return (
        f"<w:r><w:pict><v:shape style='{style}'><v:textbox><w:txbxContent>{content}"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def field(instruction: str, result: str | None, form: str = "") -> str:
    """A field of an instruction and a result; without a mark of its result if there is none."""
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>{shown}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def texts(body: str, styles: str = "") -> list[str]:
    """The texts that are read of a Word file with this body."""
    return [block.text for block in read(word_file(body, styles=styles)).blocks]
