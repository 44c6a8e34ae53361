"""Drawings: what only draws passes, every text in it is read, and all else is refused by name."""

from __future__ import annotations

import pytest

from casebook.content.media.kinds import UnreadableError
from casebook.content.media.reading import texts_of
from casebook.content.media.svg import DEEPEST

from .files import NUMBER

TEXT = f"电话{NUMBER}"
NAMESPACES = (
    'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:ink="http://www.inkscape.org/namespaces/inkscape"'
)


def svg(inner: str, attributes: str = "") -> bytes:
    return f"<svg {NAMESPACES} {attributes}>{inner}</svg>".encode()


@pytest.mark.parametrize(
    "drawing",
    [
        svg(f"<text>{TEXT}</text>"),
        svg(f"<text>{TEXT[:5]}<tspan>{TEXT[5:8]}</tspan><tspan>{TEXT[8:]}</tspan></text>"),
        svg(f"<text><![CDATA[{TEXT}]]></text>"),
        svg("<text>" + "".join(f"&#{ord(letter)};" for letter in TEXT) + "</text>"),
        svg(f"<title>{TEXT}</title>"),
        svg(f"<desc>{TEXT}</desc>"),
        svg(f"<g>{TEXT}</g>"),
        svg(f"<!-- {TEXT} -->"),
        svg(f'<g id="{TEXT}"/>'),
        svg(f'<g class="{TEXT}"/>'),
        svg(f'<g aria-label="{TEXT}"/>'),
        svg(f'<g data-name="{TEXT}"/>'),
        svg(f'<g xlink:title="{TEXT}"/>'),
        svg(f'<use href="#{TEXT}"/>'),
        svg(f'<text font-family="{TEXT}">甲</text>'),
        svg(f'<text x="{TEXT}">甲</text>'),
        svg(f"<text>{TEXT[:5]}<title>甲</title></text><text>{TEXT}</text>"),
        svg(f".{TEXT} {{}}".join(("<style>", "</style>"))),
        svg(f"<g style=\"font-family:'{TEXT}'\"/>"),
        svg("", f'xmlns:a="{TEXT}"'),
        f"<svg {NAMESPACES}><text>{TEXT}</text></svg>".encode("utf-16"),
        f"<svg><text>{TEXT}</text></svg>".encode(),
    ],
)
def test_every_text_is_read(drawing: bytes) -> None:
    assert any(TEXT in text for text in texts_of("a.svg", drawing).texts)


@pytest.mark.parametrize(
    "inner",
    [
        f'<path d="M{NUMBER} 1e3,-2.5z"/>',
        '<rect x="1" y="50%" width="2em" height="9" fill="url(#a)" stroke="rgb(1, 2, 3)"/>',
        '<g transform="translate(1 2) rotate(45, 1, 1)"><circle r="1"/></g>',
        "<style>.a, g > rect:not(.b) { fill: url('#a'); stroke: #123456 }</style>",
        "<g style=\"fill:red;font-family:'Noto Sans'\"/>",
        '<linearGradient id="a"><stop offset="0.5" stop-color="red"/></linearGradient>',
        '<filter id="a"><feGaussianBlur stdDeviation="2"/></filter>',
        '<use xlink:href="#a"/><a href="#a"><rect/></a>',
    ],
)
def test_what_only_draws_passes(inner: str) -> None:
    found = texts_of("a.svg", svg(inner, 'viewBox="0 0 9 9" version="1.1"'))
    assert found.metadata == ()
    assert not any(NUMBER in text for text in found.texts)


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        ("<script/>", "<script>"),
        ("<SCRIPT/>", "<SCRIPT>"),
        ('<script xmlns="http://www.w3.org/1999/xhtml"/>', "<script>"),
        ('<rect xmlns="http://www.w3.org/1999/xhtml"/>', "<rect>"),
        ('<g onclick="a()"/>', "onclick="),
        ('<g xlink:onload="a()"/>', "onload="),
        ("<foreignObject/>", "<foreignObject>"),
        ('<animate attributeName="href"/>', "<animate>"),
        ('<set attributeName="onload"/>', "<set>"),
        ("<iframe/>", "<iframe>"),
        ("<metadata/>", "<metadata>"),
        ("<ink:grid/>", "<grid>"),
        ('<g ink:label="图层"/>', "label="),
        ('<g xml:base="https://example.com/"/>', "base="),
        ('<a href="https://example.com/"/>', "https://example.com/"),
        ('<a href="other.html"/>', "other.html"),
        ('<a href=""/>', "href="),
        (f'<a xlink:href="tel:{NUMBER}"/>', f"tel:{NUMBER}"),
        ('<a href=" java&#10;script:a()"/>', " java\nscript:a()"),
        ('<image href="a.png"/>', "<image>"),
        ('<image href="data:image/png;base64,AAAA"/>', "<image>"),
        ('<use href="a.svg#b"/>', "a.svg#b"),
        ('<use href="data:image/png;base64,AAAA"/>', "data:image/png;base64,AAAA"),
        ('<rect src="a.png"/>', "src="),
        ('<rect fill="url(https://example.com/a)"/>', "url()"),
        ('<rect fill="url(a.svg#b)"/>', "url()"),
        ('<rect fill="\\75rl(a)"/>', "\\"),
        ('<g style="background:url(a)"/>', "url()"),
        ('<g style="background:red"/>', "background:"),
        ("<g style=\"cursor:image-set('a.png' 1x)\"/>", "image-set()"),
        ("<style>@import 'a.css';</style>", "@import"),
        ("<style>@font-face { src: url(#a) }</style>", "@font-face"),
        ("<style>a { fill: url(a) }</style>", "url()"),
        ("<style>@media print { a { fill: red } }</style>", "@media"),
        ("<style>/* 甲 */</style>", "/*"),
        ("<style>a { fill: '/*' url(a) '*/' }</style>", "/*"),
        ("<style>a { fill: 'a\n url(a) ' }</style>", "url()"),
        ("<text><style>a { fill: url(a) }</style></text>", "url()"),
        ("<style>a::after { content: '甲' }</style>", "content:"),
        ("<style>a { b { fill: red } }</style>", "b { fill:"),
    ],
)
def test_what_does_more_than_draw_is_refused(inner: str, found: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        texts_of("a.svg", svg(inner))
    assert (refused.value.code, refused.value.found) == ("svg-unsafe", found)


@pytest.mark.parametrize(
    ("content", "code", "found"),
    [
        (b"", "file-malformed", "SVG"),
        (b"<svg", "file-malformed", "SVG"),
        (b"PK\3\4", "file-malformed", "SVG"),
        (svg("<g>"), "file-malformed", "SVG"),
        (svg("&a;"), "file-malformed", "SVG"),
        (b"<g/>", "svg-unsafe", "<g>"),
        (b"<html/>", "svg-unsafe", "<html>"),
        (b"<?xml-stylesheet href='a'?><svg/>", "svg-unsafe", "<?xml-stylesheet?>"),
        (b"<!DOCTYPE svg><svg/>", "svg-unsafe", "<!DOCTYPE>"),
        (svg("<g>" * DEEPEST + "</g>" * DEEPEST), "svg-unsafe", "<g>"),
    ],
)
def test_a_file_that_is_no_drawing_is_refused(content: bytes, code: str, found: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        texts_of("a.svg", content)
    assert (refused.value.code, refused.value.found) == (code, found)


def test_entities_are_refused_before_they_are_expanded() -> None:
    declared = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 2 if n else "甲"}">' for n in range(4))
    content = f"<!DOCTYPE svg [{declared}]>".encode() + svg("<title>&a3;</title>")
    with pytest.raises(UnreadableError) as refused:
        texts_of("a.svg", content)
    assert (refused.value.code, refused.value.found) == ("svg-unsafe", "<!DOCTYPE>")
    assert (refused.value.mark.line, refused.value.mark.column) == (1, 15)
