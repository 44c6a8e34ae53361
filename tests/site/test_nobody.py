"""Every place of a project that becomes part of the site: a person there is refused.

Names and numbers are invented; the check digit of the identity number fits.
"""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import brotli
import pytest
from PIL import Image, PngImagePlugin

from ..content.media.files import packet, saved
from ..sites.building import run_build
from ..sites.make import BULLETIN, Content, copy_project

TELEPHONE, IDENTITY, NAME = "13800138000", "110101199003070134", "王建国"
PERSON = f"犯罪嫌疑人{NAME}，手机{TELEPHONE}，身份证号{IDENTITY}。"
CODES = ("[name-unmasked]", "[mobile-number]", "[identity-number]")
CASE, INDEX = f"cases/{BULLETIN}/01.md", f"cases/{BULLETIN}/index.md"
SUMMARY = f"有人涉嫌在网上有偿点赞和评论，公安机关依法办理。{PERSON}"
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"{}>{}</svg>'
)

Put = Callable[[Path], object]


def case(**fields: object) -> Put:
    """A case with other fields."""
    return lambda root: Content(root).case(f"{BULLETIN}/01", **fields)


def body(text: str) -> Put:
    """A case with another body."""
    return lambda root: Content(root).case(f"{BULLETIN}/01", f"## 案情\n\n一段文字。\n\n{text}\n")


def bulletin(**fields: object) -> Put:
    """A bulletin with other fields."""
    return lambda root: Content(root).bulletin(**fields)


def file(path: str, content: str | bytes) -> Put:
    """Another file."""

    def put(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content if isinstance(content, bytes) else content.encode())

    return put


def page(path: str, old: str, new: str) -> Put:
    """A file of the project in which something is written otherwise."""

    def put(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return put


def lead(root: Path) -> None:
    """A bulletin with another body."""
    index = root / INDEX
    index.write_text(index.read_text(encoding="utf-8") + PERSON, encoding="utf-8")


def drawing(inner: str = "", attributes: str = "") -> Put:
    return file("docs/assets/plan.svg", DRAWING.format(attributes, inner))


def png(**words: str) -> bytes:
    """A picture with these texts."""
    info, found = PngImagePlugin.PngInfo(), io.BytesIO()
    for key, value in words.items():
        info.add_itxt(key, value)
    Image.new("RGB", (8, 8)).save(found, "PNG", pnginfo=info)
    return found.getvalue()


def exif(tag: int, value: object) -> bytes:
    """A photograph with this tag."""
    tags = Image.Exif()
    tags[tag] = value
    return saved("JPEG", exif=tags)


PLACES: dict[str, tuple[Put, str]] = {
    "title": (case(title=f"{PERSON}案"), CASE),
    "summary": (case(summary=SUMMARY), CASE),
    "agency": (case(agency=PERSON), CASE),
    "figures": (case(figures={"涉案人员": PERSON}), CASE),
    "note of an update": (
        case(updates=[{"date": "2024-06", "stage": "移送起诉", "note": PERSON}]),
        CASE,
    ),
    "note of a correction": (case(corrections=[{"date": "2024-09-02", "note": PERSON}]), CASE),
    "draft": (case(status="draft", summary=SUMMARY), CASE),
    "body": (body(PERSON), CASE),
    "emphasis": (body(PERSON.replace(NAME, f"**{NAME}**")), CASE),
    "caption": (body(f"![图](a.png '{PERSON}')"), CASE),
    "alternative text": (body(f"![{PERSON}](a.png)"), CASE),
    "heading": (body(f"## {PERSON}"), CASE),
    "table": (body(f"| 甲 | 乙 |\n|---|---|\n| 一 | {PERSON} |"), CASE),
    "code": (body(f"`{PERSON}`"), CASE),
    "bulletin's title": (bulletin(title=PERSON), INDEX),
    "bulletin's source": (bulletin(source_title=PERSON), INDEX),
    "bulletin's omission": (bulletin(omitted=[{"number": 2, "reason": PERSON}]), INDEX),
    "bulletin's lead": (lead, INDEX),
    "page": (page("docs/about.md", "\n---\n", f"\n---\n\n{PERSON}\n"), "docs/about.md"),
    "event": (
        page("docs/events/2024-09-campus-day.md", "\n---\n", f"\n---\n\n{PERSON}\n"),
        "docs/events/2024-09-campus-day.md",
    ),
    "offence": (
        page("docs/offences/hacking.md", "\n---\n", f"\n---\n\n{PERSON}\n"),
        "docs/offences/hacking.md",
    ),
    "attachment": (file("docs/files/list.csv", f"甲,乙\n1,{PERSON}\n"), "docs/files/list.csv"),
    "data": (file("docs/files/a.json", json.dumps({"a": PERSON})), "docs/files/a.json"),
    "script": (file("docs/files/a.js", f"// {PERSON}\n"), "docs/files/a.js"),
    "drawing": (drawing(f"<text>{PERSON}</text>"), "docs/assets/plan.svg"),
    "title of a drawing": (drawing(f"<title>{PERSON}</title>"), "docs/assets/plan.svg"),
    "description of a drawing": (drawing(f"<desc>{PERSON}</desc>"), "docs/assets/plan.svg"),
    "comment of a drawing": (drawing(f"<!-- {PERSON} -->"), "docs/assets/plan.svg"),
    "data of a drawing": (drawing(attributes=f' data-who="{PERSON}"'), "docs/assets/plan.svg"),
    "label of a drawing": (drawing(attributes=f' aria-label="{PERSON}"'), "docs/assets/plan.svg"),
    "site's name": (page("mkdocs.yml", "site_name: ", f"site_name: {PERSON}"), "mkdocs.yml"),
    "organisation": (
        page("mkdocs.yml", "      name: # 主办单位", f"      name: {PERSON}"),
        "mkdocs.yml",
    ),
    "navigation": (page("mkdocs.yml", "- 首页: ", f"- {PERSON}: "), "mkdocs.yml"),
    "copyright": (page("mkdocs.yml", "plugins:", f"copyright: {PERSON}\nplugins:"), "mkdocs.yml"),
    "comment of the configuration": (
        page("mkdocs.yml", "plugins:", f"# {PERSON}\nplugins:"),
        "mkdocs.yml",
    ),
    "template": (
        page("overrides/home.html", "\n", f"\n{{# {PERSON} #}}\n<p>{PERSON}</p>\n"),
        "overrides/home.html",
    ),
    "style": (
        page("overrides/styles/10-tokens.css", "\n", f"\n/* {PERSON} */\n"),
        "overrides/styles/10-tokens.css",
    ),
    "quiz": (
        page("docs/offences/hacking.md", "question: ", f"question: {PERSON}"),
        "docs/offences/hacking.md",
    ),
}
"""A person in full: where, and the path that a problem names."""

HIDDEN: dict[str, tuple[Put, str, str]] = {
    "link to a number": (body(f"见[电话](tel:{TELEPHONE})。"), CASE, "mobile-number"),
    "link on a number": (
        body(f"见[这里](https://a.example/?id={IDENTITY})。"),
        CASE,
        "identity-number",
    ),
    "link on a name": (
        body(
            "见[这里](https://a.example/%E5%AB%8C%E7%96%91%E4%BA%BA%E7%8E%8B%E5%BB%BA%E5%9B%BD)。"
        ),
        CASE,
        "name-unmasked",
    ),
    "source": (
        bulletin(source_url=f"https://a.example/{IDENTITY}.html"),
        INDEX,
        "identity-number",
    ),
    "picture's name": (
        file(f"cases/{BULLETIN}/zhang_jianguo.png", png()),
        f"cases/{BULLETIN}/zhang_jianguo.png",
        "file-name-personal",
    ),
    "picture's Chinese name": (
        file(f"docs/assets/{NAME}.png", png()),
        f"docs/assets/{NAME}.png",
        "file-name-personal",
    ),
    "picture's number": (
        file("docs/assets/wangwei13812345678.png", png()),
        "docs/assets/wangwei13812345678.png",
        "file-name-personal",
    ),
    "folder": (
        file("docs/zhangjianguo/a.txt", "一"),
        "docs/zhangjianguo",
        "file-name-personal",
    ),
    "name in two parts": (
        file("docs/zhang/jianguo.txt", "一"),
        "docs/zhang/jianguo.txt",
        "file-name-personal",
    ),
    "event's name": (
        file("docs/events/zhang-jianguo.md", "---\ntitle: 活动\n---\n\n一段。\n"),
        "docs/events/zhang-jianguo.md",
        "file-name-personal",
    ),
    "former name of a bulletin": (
        bulletin(aliases=["2024-09-02-zhangjianguo"]),
        INDEX,
        "file-name-personal",
    ),
    "former address of a page": (
        page("docs/about.md", "\n---\n", "\nmoved_from: zhang-jianguo/\n---\n"),
        "docs/about.md",
        "file-name-personal",
    ),
    "ledger": (
        file("cases/addresses.txt", "cases/2024-09-02-zhangjianguo/\n"),
        "cases/addresses.txt",
        "file-name-personal",
    ),
    "picture's description": (
        file("docs/assets/a.png", png(Description=PERSON)),
        "docs/assets/a.png",
        "image-metadata",
    ),
    "picture's key": (
        file("docs/assets/a.png", png(zhangjianguo="x")),
        "docs/assets/a.png",
        "image-metadata",
    ),
    "picture's artist": (
        file("docs/assets/a.jpg", exif(0x013B, "Zhang Jianguo")),
        "docs/assets/a.jpg",
        "image-metadata",
    ),
    "picture's packet": (
        file("docs/assets/a.webp", saved("WEBP", xmp=packet(f"<dc:title>{PERSON}</dc:title>"))),
        "docs/assets/a.webp",
        "image-metadata",
    ),
    "picture's comment": (
        file("docs/assets/a.jpg", saved("JPEG", comment=PERSON.encode())),
        "docs/assets/a.jpg",
        "image-metadata",
    ),
    "bytes after a picture": (
        file("docs/assets/a.png", png() + PERSON.encode()),
        "docs/assets/a.png",
        "image-metadata",
    ),
    "identifier in a drawing": (
        drawing('<g id="zhang-jianguo"/>'),
        "docs/assets/plan.svg",
        "image-metadata",
    ),
    "link in a drawing": (
        drawing(f'<a xlink:href="tel:{TELEPHONE}"/>'),
        "docs/assets/plan.svg",
        "svg-unsafe",
    ),
    "document": (
        file("docs/files/list.pdf", f"%PDF {PERSON}"),
        "docs/files/list.pdf",
        "file-kind-unknown",
    ),
}
"""A person in part, in a name or hidden in a file: where, the path and the code of a problem."""


def project(tmp_path: Path) -> Path:
    """A project with one case."""
    root = copy_project(tmp_path / "project")
    Content(root).case(f"{BULLETIN}/01")
    return root


def refused(put: Put, tmp_path: Path) -> tuple[list[str], str]:
    """The problems of a build that is refused and leaves nothing, and all that is printed."""
    root, site = project(tmp_path), tmp_path / "sites/site"
    site.parent.mkdir()
    put(root)
    run = run_build(site, root=root, cases=root / "cases")
    assert run.returncode == 1, run.stdout + run.stderr
    assert [path.name for path in site.parent.rglob("*") if path.is_file()] == []
    return run.stdout.splitlines(), run.stdout + run.stderr


@pytest.mark.parametrize("place", PLACES)
def test_a_person_is_refused_in_every_place(place: str, tmp_path: Path) -> None:
    put, path = PLACES[place]
    problems, said = refused(put, tmp_path)
    own = [line for line in problems if line.startswith(f"{path}:")]
    assert {code for code in CODES if any(line.endswith(code) for line in own)} == set(CODES)
    assert not any(secret in said for secret in (TELEPHONE, IDENTITY))


@pytest.mark.parametrize("place", HIDDEN)
def test_a_hidden_person_is_refused(place: str, tmp_path: Path) -> None:
    put, path, code = HIDDEN[place]
    problems, _ = refused(put, tmp_path)
    wanted = {
        "image-metadata": "图片文件里带有",
        "svg-unsafe": "SVG 图片里有",
        "file-kind-unknown": "本站读不懂",
    }
    sign = wanted.get(code, f"[{code}]")
    assert any(line.startswith(f"{path}:") and sign in line for line in problems), problems


def texts_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The contents of all files of a site, unpacked where they are packed."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            name = path.relative_to(folder).as_posix()
            if path.suffix == ".gz":
                content = gzip.decompress(content)
            elif path.suffix == ".br":
                content = brotli.decompress(content)
            elif path.suffix == ".xlsx":
                with zipfile.ZipFile(path) as book:
                    content = b"".join(book.read(one) for one in book.namelist())
            yield name, content


def test_what_is_allowed_is_published_and_nothing_else(tmp_path: Path) -> None:
    root, site = project(tmp_path), tmp_path / "site"
    allowed = [{"code": code[1:-1], "text": PERSON, "reason": "虚构的例子"} for code in CODES]
    Content(root).case(f"{BULLETIN}/01", f"## 案情\n\n{PERSON}\n", allow=allowed)
    Content(root).case(
        f"{BULLETIN}/02",
        status="draft",
        summary="另一起还没有写完的案例，不应出现在网站的任何地方。",
    )
    file("docs/files/zhang-jianguo.txt", "一\n")(root)
    about = "allow: [{code: file-name-personal, text: zhang-jianguo, reason: 虚构的例子}]\n"
    page("docs/about.md", "\n---\n", f"\n{about}---\n")(root)
    run = run_build(site, "--compress", root=root, cases=root / "cases")
    assert run.returncode == 0, run.stdout + run.stderr
    found = dict(texts_in(site))
    holding = {name for name, content in found.items() if TELEPHONE.encode() in content}
    assert f"cases/{BULLETIN}/01/index.html" in holding
    assert f"cases/{BULLETIN}/01/index.html.gz" in holding, "packed copies are looked into"
    assert not any("还没有写完".encode() in content for content in found.values())
    assert (site / "files/zhang-jianguo.txt").is_file()
