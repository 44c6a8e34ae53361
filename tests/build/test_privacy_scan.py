"""The finished site: what can give a person away is read, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from casebook.build.privacy_scan import PrivacyScan
from casebook.checks import published_files
from casebook.checks.exemptions import NO_EXEMPTIONS, Exemptions
from casebook.content import json_depth
from casebook.content.model_base import Allowance
from casebook.content.problem import Problem
from casebook.names.finding import Finding
from casebook.names.personal_data import personal_data
from casebook.pages.routes import Route, RouteKind

NUMBER = "13800138000"


TYPES = {
    "html": "text/html",
    "xml": "application/xml",
    "svg": "image/svg+xml",
    "json": "application/json",
    "csv": "text/csv",
    "txt": "text/plain",
}

Content = str | bytes


def places(problems: Iterable[Problem]) -> list[str]:
    return [f"{one.path}:{one.line}:{one.column} {one.code}" for one in problems]


def scanned(
    kind: RouteKind, files: Mapping[str, Content], allowances: tuple[Allowance, ...]
) -> list[str]:
    scan = PrivacyScan(Exemptions(frozenset(allowances)), "site")
    found = []
    for name, text in files.items():
        media_type = TYPES.get(name.rpartition(".")[2], "application/octet-stream")
        content = text if isinstance(text, bytes) else text.encode()
        found += scan.problems(Route(name, kind, name, media_type), name, content)
    return places(found)


def brought(files: Mapping[str, Content], *allowances: Allowance) -> list[str]:
    """What is found in files that editors brought."""
    return scanned(RouteKind.COPY, files, allowances)


def found(files: Mapping[str, Content], *allowances: Allowance) -> list[str]:
    """What is found in files that the build made."""
    return scanned(RouteKind.OUTPUT, files, allowances)


@pytest.mark.parametrize(
    ("address", "content", "place"),
    [
        ("cases/x/01/index.html", f"<p>一。</p>\n<p>电话{NUMBER}。</p>", "2:6 mobile-number"),
        ("index.html", "<p>电话<b>138</b>00138000。</p>", "1:1 mobile-number"),
        ("index.html", "<p>犯罪嫌疑人<strong>王小明</strong>通过网络</p>", "1:17 name-unmasked"),
        ("index.html", f'<img src="a.png" alt="电话{NUMBER}">', "1:25 mobile-number"),
        ("index.html", f'<meta name="description" content="电话{NUMBER}">', "1:37 mobile-number"),
        ("index.html", f"<a title='电话{NUMBER}' href='#'>电话</a>", "1:13 mobile-number"),
        ("index.html", f'<a href="tel:{NUMBER}">电话</a>', "1:14 mobile-number"),
        ("index.html", '<a href="mailto:yang@example.com">信</a>', "1:17 email-address"),
        (
            "index.html",
            '<a href="mailto:a%40gov.cn?cc=yang%40example.com">信</a>',
            "1:1 email-address",
        ),
        ("index.html", f'<a href="https://example.com/?t={NUMBER}">页</a>', "1:33 mobile-number"),
        ("index.html", f"<p>见https://example.com/{NUMBER}。</p>", "1:25 mobile-number"),
        ("index.html", f"<p>见https://example.com/?t=%31{NUMBER[1:]}。</p>", "1:28 mobile-number"),
        ("data/cases.json", f'{{"source_url": "https://a.cn/{NUMBER}"}}', "1:30 mobile-number"),
        ("index.html", "<p>yang&#64;example.com</p>", "1:1 email-address"),
        ("index.html", f"<p>\n电话\n<!-- {NUMBER} --></p>", "3:6 mobile-number"),
        (
            "index.html",
            f'<script type="application/ld+json">{{"name": "电话{NUMBER}"}}</script>',
            "1:48 mobile-number",
        ),
        ("feed.xml", f"<rss>\n<title>电话{NUMBER}</title></rss>", "2:10 mobile-number"),
        ("feed.xml", f"<d><![CDATA[<p>电话{NUMBER}</p>]]></d>", "1:18 mobile-number"),
        ("feed.xml", f"<d>&lt;p&gt;电话{NUMBER}&lt;/p&gt;</d>", "1:15 mobile-number"),
        ("assets/a.svg", f"<svg><text>电话{NUMBER}</text></svg>", "1:14 mobile-number"),
        ("search/1a2b/cases/0.json", f'{{"text":["电话{NUMBER}"]}}', "1:13 mobile-number"),
        ("data/cases.json", '{"电话": 13800138000}', "1:8 mobile-number"),
        ("data/broken.json", f'{{"电话": "{NUMBER}', "1:1 file-kind-unscanned"),
        ("data/cases.csv", f"甲,乙\n1,{NUMBER}\n", "2:3 mobile-number"),
        ("data/note.txt", f"电话{NUMBER}", "1:3 mobile-number"),
    ],
)
def test_what_a_file_gives_away(address: str, content: str, place: str) -> None:
    assert f"site/{address}:{place}" in found({address: content})


@pytest.mark.parametrize(
    ("address", "content"),
    [
        ("index.html", f"<script>const a = '{NUMBER}';</script>"),
        ("index.html", f"<style>.a{NUMBER} {{}}</style>"),
        ("index.html", '<a href="https://www.example.com/20240501123456">页</a>'),
        ("index.html", '<p>见https://www.example.com/t20240501_1380013.html。</p>'),
        ("index.html", f'<path d="M{NUMBER} 1"/>'),
        ("index.html", "<p>拨打110、96110，征订010-82341063。</p>"),
        ("index.html", ""),
        ("index.html", "<"),
        ("index.html", "<script type='application/json'>{"),
        ("index.html", "<!--"),
        ("a.xml", b"\xff\xfe\x00<"),
    ],
)  # fmt: skip
def test_what_gives_nothing_away(address: str, content: str | bytes) -> None:
    assert found({address: content}) == []


@pytest.mark.parametrize("address", ["a.map", "a.woff2", "data/list.ndjson", "a.pdf", "a"])
def test_an_output_of_a_kind_that_is_in_no_list_is_refused(address: str) -> None:
    assert found({address: "甲"}) == [f"site/{address}:1:1 file-kind-unscanned"]


@pytest.mark.parametrize("content", ["", "{", '{"a": 1} {"b": 2}', "[", "甲"])
def test_an_output_that_is_no_json_is_refused(content: str) -> None:
    assert found({"a.json": content}) == ["site/a.json:1:1 file-kind-unscanned"]


def test_each_line_of_json_lines_is_read() -> None:
    """Escaped characters are personal data, too."""
    scan = PrivacyScan(NO_EXEMPTIONS, "site")
    route = Route("cases.ndjson", RouteKind.OUTPUT, "", "application/x-ndjson")
    line = json.dumps({"text": f"甲{NUMBER}"})
    problems = scan.problems(route, route.path, f'{{"a": 1}}\n\n{line}\n'.encode())
    assert [(str(problem.line), problem.code) for problem in problems] == [("3", "mobile-number")]
    assert scan.problems(route, route.path, b'{"a": 1}\n{"b": 2}\n') == []
    assert [one.code for one in scan.problems(route, route.path, b'{"a": 1}\nb\n')] == [
        "file-kind-unscanned"
    ]


def test_what_the_build_makes_of_scanned_texts_is_exempt_by_its_route() -> None:
    route = Route("cases.bin", RouteKind.OUTPUT, "", "text/plain", exempt="made of scanned texts")
    assert PrivacyScan(NO_EXEMPTIONS, "site").problems(route, "cases.bin", NUMBER.encode()) == []


@pytest.mark.parametrize(
    ("address", "content", "place"),
    [
        ("assets/javascripts/a.js", f"// {NUMBER}", "1:4 mobile-number"),
        ("assets/js/a.js", f"// \\u0031\\u0033{NUMBER[2:]}", "1:1 mobile-number"),
        ("assets/casebook.css", f"\n/* {NUMBER} */", "2:4 mobile-number"),
        ("assets/stylesheets/a.html", "<p>页</p>", "1:1 file-kind-unknown"),
        ("a.woff2", NUMBER, "1:1 file-kind-unknown"),
        ("list.txt", f"\n电话{NUMBER}", "2:3 mobile-number"),
        ("list.txt", "电话".encode("gb18030"), "1:1 file-encoding"),
        ("list.csv", b"1,2\n3,\0", "2:3 control-character"),
        ("list.json", "", "1:1 file-malformed"),
        ("a.jpg", b"\xff\xd8broken", "1:1 image-broken"),
        ("a.png", b"\x89PNG\r\n\x1a\nbroken", "1:1 image-broken"),
        ("a.webp", b"", "1:1 image-broken"),
    ],
)
def test_a_file_of_an_editor_is_read_or_refused(
    address: str, content: str | bytes, place: str
) -> None:
    assert brought({address: content}) == [f"site/{address}:{place}"]


def test_a_finding_is_reported_on_every_page_that_has_it() -> None:
    files = {f"{name}/index.html": f"<div>\n<p>电话{NUMBER}</p>\n</div>" for name in "abc"}
    assert found({**files}) == [f"site/{name}/index.html:2:6 mobile-number" for name in "abc"]


def test_twice_on_a_page_is_reported_twice() -> None:
    page = f"<p>电话{NUMBER}</p>\n<p>电话{NUMBER}</p>\n"
    assert found({"a.html": page}) == [
        "site/a.html:1:6 mobile-number",
        "site/a.html:2:6 mobile-number",
    ]


def test_what_an_editor_allowed_is_allowed() -> None:
    allowed = Allowance(code="mobile-number", text=f"示例号码{NUMBER}", reason="虚构的号码")
    page = f"<p>示例号码{NUMBER}</p>\n<p>电话{NUMBER}</p>\n"
    assert found({"a.html": page}, allowed) == ["site/a.html:2:6 mobile-number"]


def photograph(path: Path, tags: dict[int, object], **more: object) -> bytes:
    exif = Image.Exif()
    for tag, value in tags.items():
        exif[tag] = value
    Image.new("RGB", (8, 8)).save(path, exif=exif, **more)  # type: ignore[arg-type]
    return path.read_bytes()


GPS = {0x8825: {1: "N", 2: (37.0, 52.0, 0.0), 3: "E", 4: (112.0, 33.0, 0.0)}}


@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
@pytest.mark.parametrize("tags", [GPS, {0x013B: "Li Yangli"}, {0x010E: f"tel {NUMBER}"}])
def test_a_picture_that_says_too_much(ending: str, tags: dict[int, object], tmp_path: Path) -> None:
    content = photograph(tmp_path / f"b.{ending}", tags)
    assert brought({f"a/b.{ending}": content}) == [f"site/a/b.{ending}:1:1 image-metadata"]


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "gif"])
def test_a_picture_that_says_nothing(ending: str, tmp_path: Path) -> None:
    content = photograph(tmp_path / f"a.{ending}", {0x0112: 1, 0x010F: "Telephone"})
    assert brought({f"a.{ending}": content}) == []


def test_text_in_a_picture(tmp_path: Path) -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Li Yangli")
    packet = b"<x:xmpmeta xmlns:x='adobe:ns:meta/' exif:GPSLatitude='37,52N'/>"
    saved: dict[str, dict[str, object]] = {
        "a.png": {"pnginfo": words},
        "b.jpg": {"comment": f"tel {NUMBER}"},
        "c.webp": {"xmp": packet},
    }
    files = {name: photograph(tmp_path / name, {}, **more) for name, more in saved.items()}
    assert brought(files) == [f"site/{name}:1:1 image-metadata" for name in files]


def test_what_pages_share_is_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[str] = []

    def counted(text: str, words: frozenset[str]) -> Iterator[Finding]:
        judged.append(text)
        return personal_data(text, words)

    monkeypatch.setattr(published_files, "personal_data", counted)
    shell = "".join(f"<p>第{number}段，王某某等人被抓获。</p>\n" for number in range(30))
    pages = {f"{number}.html": f"{shell}<p>只在第{number}页</p>" for number in range(20)}
    assert found({**pages}) == []
    assert len(judged) == len(set(judged)) <= 30 + 20


def test_json_has_a_largest_depth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_depth, "MAX_DEPTH", 3)
    assert found({"a.json": f'[[["电话{NUMBER}"]]]'}) == ["site/a.json:1:7 mobile-number"]
    assert found({"a.json": f'[[[["电话{NUMBER}"]]]]'}) == ["site/a.json:1:1 file-kind-unscanned"]
