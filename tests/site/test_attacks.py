"""Attack strings in every field that takes a text: none of them is alive in any output.

A table in the manner of OWASP's: each string stands in all fields of one case of its own, and in
turn in those of the bulletin, of an offence group and of pages written by hand.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser

from ..conftest import BuildOnce
from ..sites.building import ADDRESS, BuiltSite, built, every, is_inside
from ..sites.make import Content, copy_project
from ..sites.serving import serving

BULLETIN = "2024-09-01-shanxi"

ATTACKS = {
    # Elements and attributes
    "script": "<script>pwned=1</script>",
    "script, broken case": "<ScRiPt >pwned=1</sCrIpT >",
    "image": "<img src=x onerror=pwned=1>",
    "drawing": "<svg/onload=pwned=1>",
    "end of attribute": '"><img src=x onerror=pwned=1>',
    "end of attribute, single": "' autofocus onfocus=pwned=1 x='",
    "end of title": "</title><script>pwned=1</script>",
    "end of data": "</script><script>pwned=1</script>",
    "end of comment": "--><script>pwned=1</script><!--",
    "end of section": "]]><script>pwned=1</script>",
    "frame": "<iframe srcdoc='<script>parent.pwned=1</script>'>",
    "base": "<base href=https://evil.example/>",
    "refresh": "<meta http-equiv=refresh content=0;url=//evil.example>",
    "form": "<form action=//evil.example><button>x</button>",
    "style": "<style>@import'//evil.example'</style>",
    "entities": "&lt;script&gt;pwned=1&lt;/script&gt;",
    "numbers": "&#60;script&#62;pwned=1&#60;/script&#62;",
    "doctype": "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
    # Addresses
    "address": "javascript:pwned=1",
    "address in Markdown": "[x](javascript:pwned=1)",
    "picture in Markdown": "![x](https://evil.example/x.png)",
    "automatic address": "<javascript:pwned=1>",
    # Templates
    "template": "{{ 7*7 }}{% raw %}${7*7}#{7*7}<%= 7*7 %>",
    "template, deep": "{{ cycler.__init__.__globals__ }}",
    # Tables
    "formula": "=HYPERLINK(\"https://evil.example\";\"x\")",
    "formula, plus": "+cmd|' /C calc'!A0",
    "formula, minus": "-2+3+cmd|' /C calc'!A0",
    "formula, at": "@SUM(1+1)*cmd|' /C calc'!A0",
    # What servers and logs read
    "header": "x%0d%0aSet-Cookie: pwned=1",
    "quotes": "\\\"; return 200 pwned; #'",
    "path": "../../../etc/passwd",
    "workflow": "::set-output name=pwned::1",
}  # fmt: skip
"""By what they try; each short enough for a title."""

FOREIGN = "evil.example"


def numbered() -> dict[str, str]:
    """The attack strings by the ids of their cases."""
    return {f"{BULLETIN}/{number:02}": text for number, text in enumerate(ATTACKS.values(), 1)}


def write_case(content: Content, case_id: str, attack: str) -> None:
    shown = f"{attack}，公安机关查明有关情况以后，依法办理了这起案件。"
    content.case(
        case_id,
        f"## 案情\n\n据通报，`{attack}`。\n",
        title=f"{attack}案",
        agency=attack,
        summary=shown,
        amount="3万元",
        amount_label=attack[:12],
        figures={attack[:20]: attack},
        updates=[{"date": "2024-06", "stage": "移送起诉", "note": attack}],
        corrections=[{"date": "2024-10-01", "note": attack}],
    )


def write_content(root: Path) -> Content:
    content = Content(root)
    for case_id, attack in numbered().items():
        write_case(content, case_id, attack)
    beyond = len(ATTACKS) + 1
    content.case(
        f"{BULLETIN}/{beyond:02}",
        status="withdrawn",
        withdrawn={"date": "2024-12-01", "reason": ATTACKS["end of attribute"]},
    )
    content.bulletin(
        BULLETIN,
        title=ATTACKS["end of title"],
        publisher=ATTACKS["formula"],
        campaign=ATTACKS["image"],
        source_title=ATTACKS["end of data"],
        source_url="https://example.org/?a=%22%3E%3Cscript%3E&b='",
        omitted=[{"number": beyond + 1, "reason": ATTACKS["script"]}],
    )
    content.offence(
        "attacks",
        ATTACKS["drawing"],
        aliases=[ATTACKS["end of data"]],
        laws=[
            {
                "name": ATTACKS["script"],
                "article": ATTACKS["image"],
                "text": ATTACKS["end of comment"],
                "as_of": "2026-07-17",
            }
        ],
        quiz=[
            {
                "question": ATTACKS["end of attribute"],
                "options": [ATTACKS["script"], ATTACKS["image"]],
                "answer": ATTACKS["image"],
                "why": ATTACKS["end of section"],
            }
        ],
        order=99,
    )
    content.page(
        "events/attack.md",
        ATTACKS["end of title"],
        summary=ATTACKS["end of attribute"],
        place=ATTACKS["image"],
        source=ATTACKS["script"],
    )
    return content


@pytest.fixture(scope="session")
def attacked(build_once: BuildOnce) -> BuiltSite:
    """A site that knows where it stands, with an attack in every text."""

    def build(folder: Path) -> None:
        root = copy_project(folder / "project")
        write_content(root)
        built(folder / "site", root=root, CASEBOOK_SITE_URL=ADDRESS)

    return build_once("attacked", build)


def test_pages_hold_no_element_of_an_attack(attacked):
    def alive(page):
        found = [str(tag)[:80] for tag in page.soup(["iframe", "base", "object", "embed", "style"])]
        found += [
            str(tag)[:80]
            for tag in page.soup("script")
            if not tag.get("src") and tag.get("type") != "application/ld+json"
        ]
        found += [
            f"{tag.name} {name}"
            for tag in page.soup(True)
            for name in tag.attrs
            if name.startswith("on") or name in ("style", "srcdoc", "autofocus")
        ]
        found += [str(tag) for tag in page.soup("form") if not is_inside(tag.get("action", "."))]
        return found

    every(list(attacked.pages.values()), alive)


def test_pages_lead_nowhere_an_attack_wants(attacked):
    def foreign(page):
        return [
            address
            for _, address in page.addresses()
            if FOREIGN in address or "javascript" in address.lower()
        ]

    every(list(attacked.pages.values()), foreign)


def test_pages_show_attacks_as_written(attacked):
    for case_id, attack in numbered().items():
        page = attacked.page(f"cases/{case_id}/")
        assert page.heading == f"{attack}案"
        assert page.linked_data[1]["headline"] == f"{attack}案"


def test_feeds_and_maps_are_well_formed_and_hold_attacks_as_text(attacked):
    documents = sorted(attacked.folder.rglob("*.xml"))
    assert {"feed.xml", "sitemap.xml"} <= {path.name for path in documents}
    for path in documents:
        content = path.read_bytes()
        assert b"<!ENTITY" not in content, path
        names = {
            element.tag.rpartition("}")[2] for element in ElementTree.fromstring(content).iter()
        }
        assert not names & {"script", "img", "svg", "iframe", "base"}, path
    titles = "".join(ElementTree.parse(attacked.folder / "feed.xml").getroot().itertext())
    assert "<img src=x onerror=pwned=1>" in titles


def test_data_files_are_what_they_say(attacked):
    for path in attacked.folder.rglob("*.json"):
        json.loads(path.read_bytes())
    for case_id, attack in numbered().items():
        record = json.loads((attacked.folder / f"api/v1/cases/{case_id}.json").read_bytes())
        assert record["title"] == f"{attack}案"


def test_no_cell_of_a_table_is_a_formula(attacked):
    text = (attacked.folder / "cases.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    assert len(rows) > len(ATTACKS)
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))] == []
    book = load_workbook(attacked.folder / "cases.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    assert "=HYPERLINK" in "".join(str(cell.value) for cell in cells)


def test_no_line_of_a_host_file_comes_from_an_attack(attacked):
    for name in ("_headers", "_redirects", "robots.txt"):
        text = (attacked.folder / name).read_text(encoding="utf-8")
        assert not re.search("pwned|evil|passwd|script>", text), name


def test_nothing_comes_alive_in_a_browser_without_any_policy(attacked, browser: Browser):
    """Without it the pages themselves must be sound: the policy is the second line only."""
    addresses = [f"cases/{case_id}/" for case_id in numbered()]
    addresses += ["", "cases/", f"cases/{BULLETIN}/", "corrections/", "offences/attacks/"]
    addresses += ["quiz/attacks/", "events/attack/", "posters/attacks/a4/", "search/?q=pwned"]
    with serving(attacked.folder) as root:
        context = browser.new_context(bypass_csp=True)
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        harmed = []
        for address in addresses:
            page.goto(root + address)
            if address.startswith("search/"):
                page.locator(".results__list li").first.wait_for()
            if page.evaluate("'pwned' in window"):
                harmed.append(address)
        context.close()
    assert harmed == []
    assert [url for url in asked if not url.startswith(root)] == []
