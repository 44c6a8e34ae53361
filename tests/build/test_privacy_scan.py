"""The finished site: what can give a person away is read, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from casebook.build import privacy_scan
from casebook.build.privacy_scan import personal_data_in
from casebook.checks.finding import Finding
from casebook.checks.personal import personal_data
from casebook.content.model import Allowance

NUMBER = "13800138000"


def site(root: Path, files: dict[str, str | bytes]) -> Path:
    folder = root / "site"
    for address, content in files.items():
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    folder.mkdir(exist_ok=True)
    return folder


def found(root: Path, files: dict[str, str | bytes], *allowances: Allowance) -> list[str]:
    problems = personal_data_in(site(root, files), allowances)
    return [f"{one.path}:{one.line}:{one.column} {one.code}" for one in problems]


@pytest.mark.parametrize(
    ("address", "content", "place"),
    [
        ("cases/x/01/index.html", f"<p>一。</p>\n<p>电话{NUMBER}。</p>", "2:6 mobile-number"),
        ("index.html", "<p>电话<b>138</b>00138000。</p>", "1:1 mobile-number"),
        ("index.html", "<p>犯罪嫌疑人<strong>王小明</strong>通过网络</p>", "1:1 name-unmasked"),
        ("index.html", f'<img src="a.png" alt="电话{NUMBER}">', "1:25 mobile-number"),
        ("index.html", f'<meta name="description" content="电话{NUMBER}">', "1:37 mobile-number"),
        ("index.html", f"<a title='电话{NUMBER}' href='#'>电话</a>", "1:13 mobile-number"),
        ("index.html", f'<a href="tel:{NUMBER}">电话</a>', "1:14 mobile-number"),
        ("index.html", '<a href="mailto:yang@example.com">信</a>', "1:17 email-address"),
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
        ("data/broken.json", f'{{"电话": "{NUMBER}', "1:9 mobile-number"),
        ("data/cases.csv", f"甲,乙\n1,{NUMBER}\n", "2:3 mobile-number"),
        ("data/note.txt", f"电话{NUMBER}", "1:3 mobile-number"),
    ],
)
def test_what_a_file_gives_away(address: str, content: str, place: str, tmp_path: Path) -> None:
    assert f"site/{address}:{place}" in found(tmp_path, {address: content})


@pytest.mark.parametrize(
    ("address", "content"),
    [
        ("index.html", f"<script>const a = '{NUMBER}';</script>"),
        ("index.html", f"<style>.a{NUMBER} {{}}</style>"),
        ("index.html", f'<a href="https://www.example.com/{NUMBER}">页</a>'),
        ("index.html", f'<p>见https://www.example.com/{NUMBER}。</p>'),
        ("index.html", f'<path d="M{NUMBER} 1"/>'),
        ("assets/javascripts/a.js", NUMBER),
        ("assets/js/a.js", NUMBER),
        ("assets/casebook.css", NUMBER),
        ("assets/stylesheets/a.html", NUMBER),
        ("a.map", NUMBER),
        ("a.woff2", NUMBER),
        ("search/1a2b/pinyin/a.json", f'["{NUMBER}"]'),
        ("search/1a2b/cases.bin", NUMBER),
        ("index.html", "<p>拨打110、96110，征订010-82341063。</p>"),
        ("index.html", ""),
        ("index.html", "<"),
        ("index.html", "<script type='application/json'>{"),
        ("index.html", "<!--"),
        ("a.json", "[" * 100_000),
        ("a.json", ""),
        ("a.xml", b"\xff\xfe\x00<"),
        ("a.jpg", b"\xff\xd8broken"),
        ("a.png", b"\x89PNG\r\n\x1a\nbroken"),
        ("a.webp", b""),
    ],
)  # fmt: skip
def test_what_gives_nothing_away_or_cannot_be_read(
    address: str, content: str | bytes, tmp_path: Path
) -> None:
    assert found(tmp_path, {address: content}) == []


def test_a_missing_folder_and_a_dead_link_have_nothing(tmp_path: Path) -> None:
    folder = site(tmp_path, {})
    (folder / "a.html").symlink_to(folder / "nowhere")
    assert list(personal_data_in(folder, ())) == []
    assert list(personal_data_in(tmp_path / "nowhere", ())) == []


def test_a_finding_is_reported_on_every_page_that_has_it(tmp_path: Path) -> None:
    files = {f"{name}/index.html": f"<div>\n<p>电话{NUMBER}</p>\n</div>" for name in "abc"}
    assert found(tmp_path, {**files}) == [
        f"site/{name}/index.html:2:6 mobile-number" for name in "abc"
    ]


def test_twice_on_a_page_is_reported_twice(tmp_path: Path) -> None:
    page = f"<p>电话{NUMBER}</p>\n<p>电话{NUMBER}</p>\n"
    assert found(tmp_path, {"a.html": page}) == [
        "site/a.html:1:6 mobile-number",
        "site/a.html:2:6 mobile-number",
    ]


def test_what_an_editor_allowed_is_allowed(tmp_path: Path) -> None:
    allowed = Allowance(code="mobile-number", text=f"示例号码{NUMBER}", reason="虚构的号码")
    page = f"<p>示例号码{NUMBER}</p>\n<p>电话{NUMBER}</p>\n"
    assert found(tmp_path, {"a.html": page}, allowed) == ["site/a.html:2:6 mobile-number"]


def photograph(path: Path, tags: dict[int, object], **more: object) -> None:
    exif = Image.Exif()
    for tag, value in tags.items():
        exif[tag] = value
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (8, 8)).save(path, exif=exif, **more)  # type: ignore[arg-type]


GPS = {0x8825: {1: "N", 2: (37.0, 52.0, 0.0), 3: "E", 4: (112.0, 33.0, 0.0)}}


@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
@pytest.mark.parametrize("tags", [GPS, {0x013B: "Li Yangli"}, {0x010E: f"tel {NUMBER}"}])
def test_a_picture_that_says_too_much(ending: str, tags: dict[int, object], tmp_path: Path) -> None:
    photograph(tmp_path / f"site/a/b.{ending}", tags)
    assert found(tmp_path, {}) == [f"site/a/b.{ending}:1:1 image-metadata"]


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "gif"])
def test_a_picture_that_says_nothing(ending: str, tmp_path: Path) -> None:
    photograph(tmp_path / f"site/a.{ending}", {0x0112: 1, 0x010F: "Telephone"})
    assert found(tmp_path, {}) == []


def test_text_in_a_picture(tmp_path: Path) -> None:
    site(tmp_path, {})
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Li Yangli")
    Image.new("RGB", (8, 8)).save(tmp_path / "site/a.png", pnginfo=words)
    Image.new("RGB", (8, 8)).save(tmp_path / "site/b.jpg", comment=f"tel {NUMBER}")
    packet = b"<x:xmpmeta xmlns:x='adobe:ns:meta/' exif:GPSLatitude='37,52N'/>"
    Image.new("RGB", (8, 8)).save(tmp_path / "site/c.webp", xmp=packet)
    assert found(tmp_path, {}) == [
        f"site/{name}:1:1 image-metadata" for name in ("a.png", "b.jpg", "c.webp")
    ]


def test_what_pages_share_is_judged_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[str] = []

    def counted(text: str) -> Iterator[Finding]:
        judged.append(text)
        return personal_data(text)

    monkeypatch.setattr(privacy_scan, "personal_data", counted)
    shell = "".join(f"<p>第{number}段，王某某等人被抓获。</p>\n" for number in range(30))
    pages = {f"{number}.html": f"{shell}<p>只在第{number}页</p>" for number in range(20)}
    assert list(personal_data_in(site(tmp_path, pages), ())) == []
    assert len(judged) == len(set(judged)) <= 30 + 20


def test_json_with_deep_lists_is_read(tmp_path: Path) -> None:
    nested: object = f"电话{NUMBER}"
    for _ in range(500):
        nested = [nested]
    assert len(found(tmp_path, {"a.json": json.dumps(nested, ensure_ascii=False)})) == 1
