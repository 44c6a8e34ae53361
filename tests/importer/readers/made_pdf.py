"""Small PDF files for tests, with fonts of their own: each character is drawn as a box."""

from __future__ import annotations

from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0
LEFT = 90.0
"""Where lines begin that are given no place."""


@dataclass
class MadePdf:
    """Collects pages; places are counted from the top left, in points."""

    title: str = ""
    pages: list[str] = field(default_factory=list)
    extras: list[str] = field(default_factory=list)
    """Entries of each page, as /Rotate 90."""
    objects: dict[int, bytes] = field(default_factory=dict)
    """Further objects from number 100 on, to be named by the extras."""
    catalog: str = ""
    characters: str = ""

    def page(self, *drawn: str, extra: str = "") -> MadePdf:
        """Adds a page with drawn parts."""
        self.pages.append("\n".join(drawn))
        self.extras.append(extra)
        return self

    def text(
        self,
        top: float,
        text: str,
        left: float = LEFT,
        size: float = 12.0,
        mode: int = 0,
        colour: str = "0 g",
        turn: str = "1 0 0 1",
        is_bold: bool = False,
    ) -> str:
        """A line of text on a baseline; Chinese characters are as wide as high, others half."""
        for one in text:
            if one not in self.characters:
                self.characters += one
        codes = ""
        for one in text:
            font, code = divmod(self.characters.index(one), 200)
            codes += f"/{'B' if is_bold else 'F'}{font} {size} Tf <{code + 32:02x}> Tj "
        return f"q {colour} BT {mode} Tr {turn} {left} {HEIGHT - top} Tm {codes} ET Q"

    def lines(self, top: float, *texts: str, left: float = LEFT, step: float = 20.0,
              size: float = 12.0) -> str:  # fmt: skip
        """Lines of text one under the other."""
        return "\n".join(
            self.text(top + step * number, text, left, size) for number, text in enumerate(texts)
        )

    def data(self) -> bytes:
        """The bytes of the file."""
        fonts = (len(self.characters) - 1) // 200 + 1
        names = " ".join(
            f"/F{number} {10 + 2 * number} 0 R /B{number} {50 + 2 * number} 0 R"
            for number in range(fonts)
        )
        parts: dict[int, bytes] = {
            1: f"<</Type/Catalog/Pages 2 0 R{self.catalog}>>".encode(),
            3: b"<</Title " + _text(self.title) + b">>",
        } | {number: _stream(drawn) for number, drawn in _GLYPHS.items()}
        kids = []
        for number, (drawn, extra) in enumerate(zip(self.pages, self.extras, strict=True)):
            at = 1000 + 2 * number
            kids.append(f"{at} 0 R")
            resources = f"<</Font<<{names}>>/XObject<<{self._pictures()}>>>>"
            parts[at] = (
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH:g} {HEIGHT:g}]"
                f"/Resources {resources}/Contents {at + 1} 0 R{extra}>>"
            ).encode()
            parts[at + 1] = _stream(drawn.encode())
        parts[2] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
        for number in range(fonts):
            some = self.characters[200 * number : 200 * number + 200]
            parts[10 + 2 * number] = _font(some, "Made", 11 + 2 * number)
            parts[11 + 2 * number] = _stream(_unicode(some))
            parts[50 + 2 * number] = _font(some, "Made-Bold", 11 + 2 * number)
        return _file(parts | self.objects)

    def _pictures(self) -> str:
        return " ".join(
            f"/P{number} {number} 0 R"
            for number, one in self.objects.items()
            if b"/Image" in one or b"/Form" in one
        )


def rule(left: float, top: float, right: float, bottom: float, colour: str = "0 g") -> str:
    """A filled rectangle."""
    return f"q {colour} {left} {HEIGHT - bottom} {right - left} {bottom - top} re f Q"


def stroke(left: float, top: float, right: float, bottom: float, pen: float = 0.7) -> str:
    """A straight line."""
    return f"q {pen} w {left} {HEIGHT - top} m {right} {HEIGHT - bottom} l S Q"


def grid(lefts: list[float], tops: list[float]) -> str:
    """The rules of a table."""
    return "\n".join(
        [stroke(left, tops[0], left, tops[-1]) for left in lefts]
        + [stroke(lefts[0], top, lefts[-1], top) for top in tops]
    )


def picture(number: int, left: float, top: float, right: float, bottom: float) -> str:
    """A picture, which must be among the objects."""
    return f"q {right - left} 0 0 {bottom - top} {left} {HEIGHT - bottom} cm /P{number} Do Q"


GREY = b"<</Type/XObject/Subtype/Image/Width 40/Height 40/BitsPerComponent 8/ColorSpace/DeviceGray"
"""The beginning of an image of 40 × 40 pixels."""


def grey_picture(level: int = 200) -> bytes:
    """A picture in one grey."""
    return GREY + b"/Length 1600>>\nstream\n" + bytes([level]) * 1600 + b"\nendstream"


def _text(text: str) -> bytes:
    return b"<" + ("\ufeff" + text).encode("utf-16-be").hex().encode() + b">"


def _stream(data: bytes) -> bytes:
    return b"<</Length %d>>\nstream\n" % len(data) + data + b"\nendstream"


def _width(one: str) -> int:
    return 1000 if one > "\u2e7f" else 500


def _font(characters: str, name: str, to_unicode: int) -> bytes:
    widths = " ".join(str(_width(one)) for one in characters)
    codes = range(32, 32 + len(characters))
    drawn = " ".join(
        f"/g{code} {_glyph(one)} 0 R" for code, one in zip(codes, characters, strict=True)
    )
    names = " ".join(f"/g{code}" for code in codes)
    return (
        f"<</Type/Font/Subtype/Type3/Name/{name}/FontBBox[0 -120 1000 880]"
        f"/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 32/LastChar {31 + len(characters)}"
        f"/Widths[{widths}]/Encoding<</Type/Encoding/Differences[32 {names}]>>"
        f"/CharProcs<<{drawn}>>/Resources<<>>/ToUnicode {to_unicode} 0 R>>"
    ).encode()


_GLYPHS = {
    4: b"1000 0 50 -80 950 820 d1 50 -80 900 900 re f",
    5: b"500 0 50 0 450 700 d1 50 0 400 700 re f",
    6: b"500 0 0 0 0 0 d1",
}
"""What is drawn for Chinese characters, for others, and for spaces."""


def _glyph(one: str) -> int:
    return 6 if one.isspace() else 4 if _width(one) == 1000 else 5


def _unicode(characters: str) -> bytes:
    pairs = "\n".join(
        f"<{code:02x}> <{one.encode('utf-16-be').hex()}>" for code, one in enumerate(characters, 32)
    )
    return (
        "/CIDInit /ProcSet findresource begin begincmap /CMapName /Made def "
        "1 begincodespacerange <00> <ff> endcodespacerange "
        f"{len(characters)} beginbfchar\n{pairs}\nendbfchar endcmap end"
    ).encode()


def _file(parts: dict[int, bytes]) -> bytes:
    data = b"%PDF-1.7\n"
    places = {}
    for number, part in sorted(parts.items()):
        places[number] = len(data)
        data += b"%d 0 obj\n" % number + part + b"\nendobj\n"
    start = len(data)
    last = max(parts)
    data += b"xref\n0 1\n0000000000 65535 f \n"
    for number in sorted(parts):
        data += b"%d 1\n%010d 00000 n \n" % (number, places[number])
    return data + (
        b"trailer\n<</Size %d/Root 1 0 R/Info 3 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (last + 1, start)
    )
