"""Small OFD files for tests."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

NAMESPACE = "http://www.ofdspec.org/2016"


def text(
    top: float, words: str, left: float = 30.0, size: float = 4.0, more: str = "", inside: str = ""
) -> str:
    """A text object with its baseline at a place in millimetres; Chinese is as wide as high."""
    steps = " ".join(str(size if one > "\u2e7f" else size / 2) for one in words[:-1])
    return (
        f'<ofd:TextObject ID="1" Boundary="{left} {top - size} {size * len(words)} {size * 1.2}" '
        f'Font="3" Size="{size}" {more}>{inside}'
        f'<ofd:TextCode X="0" Y="{size}" DeltaX="{steps}">{words}</ofd:TextCode></ofd:TextObject>'
    )


def path(
    left: float,
    top: float,
    width: float,
    height: float,
    data: str,
    more: str = "",
    inside: str = "",
) -> str:
    """A path in a boundary in millimetres."""
    return (
        f'<ofd:PathObject ID="2" Boundary="{left} {top} {width} {height}" {more}>{inside}'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def stroke(left: float, top: float, right: float) -> str:
    """A line along the page."""
    return path(left, top, right - left, 0.2, f"M 0 0.1 L {right - left} 0.1", 'LineWidth="0.2"')


def box(left: float, top: float, right: float, bottom: float, colour: str) -> str:
    """A filled rectangle."""
    width, height = right - left, bottom - top
    return path(
        left, top, width, height,
        f"M 0 0 L {width} 0 L {width} {height} L 0 {height} C",
        'Fill="true" Stroke="false"', f'<ofd:FillColor Value="{colour}"/>',
    )  # fmt: skip


def picture(left: float, top: float, width: float, height: float, resource: str = "9") -> str:
    """A picture."""
    return (
        f'<ofd:ImageObject ID="5" Boundary="{left} {top} {width} {height}" '
        f'ResourceID="{resource}"/>'
    )


def layer(*drawn: str, kind: str = "Body") -> str:
    """A layer of a page."""
    return f'<ofd:Layer ID="4" Type="{kind}">{"".join(drawn)}</ofd:Layer>'


def page(*layers: str, before: str = "") -> str:
    """A page, a template or the like."""
    return _xml("Page", f"{before}<ofd:Content>{''.join(layers)}</ofd:Content>")


def made_ofd(
    pages: list[str],
    common: str = "",
    after: str = "",
    parts: dict[str, str | bytes] | None = None,
    info: str = "",
    roots: int = 1,
) -> bytes:
    """The bytes of a file with pages, and further entries of its parts."""
    listed = "".join(
        f'<ofd:Page ID="{10 + number}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
        for number in range(len(pages))
    )
    bodies = "".join(
        f"<ofd:DocBody><ofd:DocInfo>{info}</ofd:DocInfo>"
        f"<ofd:DocRoot>Doc_{number}/Document.xml</ofd:DocRoot></ofd:DocBody>"
        for number in range(roots)
    )
    members: dict[str, str | bytes] = {"OFD.xml": _xml("OFD", bodies)}
    for number in range(roots):
        members[f"Doc_{number}/Document.xml"] = _xml(
            "Document",
            "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
            f"</ofd:PageArea>{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>{after}",
        )
        for at, content in enumerate(pages):
            members[f"Doc_{number}/Pages/Page_{at}/Content.xml"] = content
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, part in (members | (parts or {})).items():
            archive.writestr(name, part)
    return file.getvalue()


def part(name: str, inside: str) -> str:
    """A part with a root element of a name."""
    return _xml(name, inside)


def _xml(name: str, inside: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><ofd:{name} xmlns:ofd="{NAMESPACE}">'
        f"{inside}</ofd:{name}>"
    )
