"""Made-up sites, built with the real command: what the published cases do not show."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest

from ..conftest import BuildOnce
from ..sites.building import (
    ORIGIN,
    SITE_NAME,
    BuiltSite,
    Html,
    built,
    case_id,
    digest,
    is_inside,
    text_of,
)
from ..sites.make import Content, copy_project, many_cases

REPOSITORY = "https://github.com/example/casebook"

# Links to the source


def edit_link(page: Html) -> str | None:
    """Where a page's 编辑此页 leads, if it has one."""
    found = {
        str(link["href"])
        for link in page.soup.find_all("a", href=True)
        if "编辑此页" in text_of(link) + str(link.get("title", ""))
    }
    assert len(found) <= 1, found
    return found.pop() if found else None


@pytest.fixture(scope="session")
def linked(build_once: BuildOnce) -> BuiltSite:
    """A small site that knows its repository."""

    def build(folder: Path) -> None:
        root = copy_project(folder / "project")
        Content(root).case("2024-09-01-shanxi/01")
        built(folder / "site", root=root, CASEBOOK_REPO_URL=REPOSITORY)

    return build_once("linked", build)


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("cases/2024-09-01-shanxi/01/", "cases/2024-09-01-shanxi/01.md"),
        ("cases/2024-09-01-shanxi/", "cases/2024-09-01-shanxi/index.md"),
        ("offences/hacking/", "docs/offences/hacking.md"),
        ("tips/", "docs/tips.md"),
        ("events/", "docs/events/index.md"),
    ],
)
def test_a_page_leads_to_its_source(linked, address, source):
    assert edit_link(linked.page(address)) == f"{REPOSITORY}/edit/main/{source}"


def test_a_list_has_no_source_to_edit(linked):
    lists = ("cases/", "cities/", "cities/taiyuan/", "dates/2024/", "offences/")
    assert [edit_link(linked.page(address)) for address in lists] == [None] * len(lists)


def test_a_known_repository_is_named_in_links_to_sources_alone(linked):
    naming = {
        (page.address, str(tag))
        for page in linked.pages.values()
        for tag, address in page.addresses()
        if not is_inside(address) and urlsplit(address).hostname == "github.com"
        and not (tag.name == "a" and "edit" in tag["rel"] and address == edit_link(page))
    }  # fmt: skip
    assert naming == set()


def test_without_a_repository_nothing_leads_to_a_source(site):
    assert [page.address for page in site.pages.values() if edit_link(page)] == []


# Texts that try to be code


HOSTILE = "<script>alert(1)</script>“'\"&amp; & {{ 7*7 }} {% raw %}"


@pytest.fixture(scope="session")
def hostile(build_once: BuildOnce) -> BuiltSite:
    """Every free text of two cases and their bulletin is a script."""
    return build_once("hostile", build_hostile)


def build_hostile(root: Path) -> None:
    content = Content(root)
    bulletin = "2024-09-01-shanxi"
    content.bulletin(
        bulletin,
        title=f"通报{HOSTILE}",
        publisher=f"单位{HOSTILE}",
        campaign=f"行动{HOSTILE}",
        source_title=f"原题{HOSTILE}",
        omitted=[{"number": 3, "reason": f"原因{HOSTILE}"}],
    )
    content.case(
        f"{bulletin}/01",
        "## 案情\n\n正文里的 {{ 7*7 }} 和 `<script>alert(2)</script>`。\n",
        title=f"{HOSTILE}案",
        agency=f"机关{HOSTILE}",
        summary=f"摘要{HOSTILE}，公安机关依法办理了此案。",
        figures={'<b>"标&签': f"数{HOSTILE}"},
        updates=[{"date": "2024-06", "stage": "移送起诉", "note": f"进展{HOSTILE}"}],
        corrections=[{"date": "2024-10-01", "note": f"更正{HOSTILE}"}],
        aliases=["2023-01-01-shanxi/09"],
    )
    content.case(
        f"{bulletin}/02",
        title=f"另{HOSTILE}案",
        status="withdrawn",
        withdrawn={"date": "2024-12-01", "reason": f"撤回{HOSTILE}"},
    )
    built(root / "site", cases=content.cases)


def test_hostile_texts_become_no_elements(hostile):
    for page in hostile.pages.values():
        scripts = [tag for tag in page.soup.find_all("script") if "alert(" in tag.get_text()]
        assert {tag.get("type") for tag in scripts} <= {"application/ld+json"}, page.address
        handlers = [tag for tag in page.soup.find_all(True) if tag.has_attr("alert(1)")]
        assert handlers == [], page.address


def test_linked_data_holds_hostile_texts_as_written(hostile):
    """The element ends at the first `</script`, so the text must not hold one as it stands."""
    page = hostile.page("cases/2024-09-01-shanxi/01/")
    (element,) = page.soup.find_all("script", type="application/ld+json")
    assert not re.search(r"[<>&']", element.get_text())
    way, news = page.linked_data
    assert [step["name"] for step in way["itemListElement"]] == [
        "首页",
        "案例",
        f"通报{HOSTILE}",
        f"{HOSTILE}案",
    ]
    assert news["headline"] == f"{HOSTILE}案"
    assert news["description"] == f"摘要{HOSTILE}，公安机关依法办理了此案。"
    assert news["isBasedOn"]["publisher"] == {"@type": "Organization", "name": f"单位{HOSTILE}"}


def test_hostile_texts_are_shown_as_written(hostile):
    page = hostile.page("cases/2024-09-01-shanxi/01/")
    assert page.heading == f"{HOSTILE}案"
    assert page.title == f"{HOSTILE}案 - {SITE_NAME}"
    assert page.description == f"摘要{HOSTILE}，公安机关依法办理了此案。"
    text = text_of(page.article)
    shown = [f"机关{HOSTILE}", '<b>"标&签', f"数{HOSTILE}", f"进展{HOSTILE}", f"更正{HOSTILE}"]
    shown += [f"单位{HOSTILE}", f"原题{HOSTILE}", f"通报{HOSTILE}"]
    shown += ["正文里的 {{ 7*7 }} 和 <script>alert(2)</script>"]
    assert [words for words in shown if words not in text] == []


@pytest.mark.parametrize(
    ("address", "texts"),
    [
        ("cases/2024-09-01-shanxi/", ["通报", "单位", "行动", "原题", "原因", "摘要"]),
        ("cases/2024-09-01-shanxi/02/", ["撤回"]),
        ("cases/2023-01-01-shanxi/09/", [""]),
        ("cases/", ["", "摘要", "通报", "单位"]),
        ("cities/taiyuan/", ["", "摘要"]),
        ("dates/2024/05/", ["", "摘要"]),
        ("offences/paid-posters/", ["", "摘要"]),
        ("corrections/", ["", "更正", "通报", "撤回"]),
        ("", ["通报", "单位"]),
    ],
)
def test_hostile_texts_are_shown_as_written_in_lists(hostile, address, texts):
    text = text_of(hostile.page(address).article)
    assert [words for words in texts if f"{words}{HOSTILE}" not in text] == []


def test_the_search_looks_through_hostile_texts_as_written(hostile):
    (entry,) = hostile.searched
    assert entry["title"] == f"{HOSTILE}案"
    assert entry["summary"] == f"摘要{HOSTILE}，公安机关依法办理了此案。"
    assert "正文里的 {{ 7*7 }} 和 <script>alert(2)</script>。" in entry["text"]


def test_no_script_makes_elements_of_a_text(hostile):
    """Titles and texts come as data; only as text can they be put into a page."""
    danger = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment"
        r"|DOMParser|setHTML|srcdoc|\beval\b|new Function"
    )
    scripts = {path.name: path.read_text(encoding="utf-8") for path in hostile.folder.rglob("*.js")}
    assert "search.js" in scripts
    assert {
        name: danger.findall(text) for name, text in scripts.items() if danger.search(text)
    } == {}


# Withdrawn cases and former addresses


@pytest.fixture(scope="session")
def changed(build_once: BuildOnce) -> BuiltSite:
    """Three cases, of which one is withdrawn, one a draft and one moved here."""
    return build_once("changed", build_changed)


def build_changed(root: Path) -> None:
    content = Content(root)
    content.case("2024-09-01-shanxi/01", aliases=["2023-01-01-shanxi/09"])
    content.case(
        "2024-09-01-shanxi/02",
        "## 案情\n\n撤回之前的正文。\n",
        title="撤回之前的标题案",
        summary="撤回之前的摘要，写明了有人涉嫌有偿点赞和评论。",
        agency="撤回之前的单位",
        status="withdrawn",
        withdrawn={"date": "2024-12-01", "reason": "事实需要核实"},
    )
    content.case("2024-09-01-shanxi/03", "## 案情\n\n草稿的正文。\n", status="draft")
    built(root / "site", cases=content.cases)


def test_a_draft_is_not_published(changed):
    assert "cases/2024-09-01-shanxi/03/" not in changed.pages
    naming = [path for path in changed.folder.rglob("*") if path.is_file()
              and ("草稿的正文" in (text := path.read_bytes().decode("utf-8", "replace"))
                   or "第03起案" in text)]  # fmt: skip
    assert naming == []


def test_a_withdrawn_case_answers_with_date_and_reason(changed):
    text = text_of(changed.page("cases/2024-09-01-shanxi/02/").article)
    assert "2024年12月1日" in text
    assert "事实需要核实" in text


def test_the_text_of_a_withdrawn_case_leaves_the_site(changed):
    naming = [
        path
        for path in changed.folder.rglob("*")
        if path.is_file() and "撤回之前的" in path.read_bytes().decode("utf-8", "replace")
    ]
    assert naming == []


def test_a_withdrawn_case_counts_as_published_nowhere(changed):
    bulletin = text_of(changed.page("cases/2024-09-01-shanxi/").article)
    assert "本站发布1起" in bulletin
    assert "1起案例" in text_of(changed.page("").article.find(id="bulletins").find_next("ul"))
    assert "共1起案例" in text_of(changed.page("cities/taiyuan/").article)


def test_a_former_address_leads_on(changed):
    page = changed.page("cases/2023-01-01-shanxi/09/")
    (refresh,) = page.soup.find_all("meta", attrs={"http-equiv": "refresh"})
    targets = [refresh["content"].partition("url=")[2], page.article.find_all("a")[-1]["href"]]
    here = "2024-09-01-shanxi/01"
    assert [case_id(page.leads_to(str(target))) for target in targets] == [here, here]
    assert "noindex" in page.soup.find("meta", attrs={"name": "robots"})["content"]


@pytest.mark.parametrize("address", ["cases/2023-01-01-shanxi/09/", "cases/2024-09-01-shanxi/02/"])
def test_a_page_without_a_text_keeps_the_rules_of_all_pages(changed, address):
    page = changed.page(address)
    assert page.description
    assert page.meta["robots"] == ["noindex"]
    assert not {"PubDate", "ArticleTitle", "ColumnName"} & set(page.meta)
    assert [node["@type"] for node in page.linked_data] == ["BreadcrumbList"]
    inside = [found for _, found in page.addresses() if is_inside(found)]
    assert inside
    for found in inside:
        target = urldefrag(page.leads_to(found)).url
        assert target.startswith(ORIGIN)
        assert changed.file_at(target).is_file(), found
    outside = {found for _, found in page.addresses() if not is_inside(found)}
    assert outside == {"tel:110"}


# Size


def largest(site: BuiltSite, wanted: re.Pattern[str]) -> int:
    sizes = [len(page.source.encode()) for page in site.pages.values()
             if wanted.fullmatch(page.address)]  # fmt: skip
    return max(sizes)


def test_no_page_grows_with_the_corpus(tmp_path):
    """Both corpora fill the first page of the longest lists; the second has three times the cases.

    Only counts and page numbers may get longer.
    """
    case_page = re.compile(r"cases/[0-9-]{10}-shanxi/[0-9]+/")
    list_page = re.compile(
        r"(?!.*/page/)(cases|(cities|dates|offences|stages)/.*|(stages|quiz|posters|search)(/.*)?)/|"
    )
    sizes = []
    for count in (60, 180):
        content = many_cases(tmp_path / str(count), count)
        site = built(tmp_path / str(count) / "site", cases=content.cases)
        assert sum(1 for address in site.pages if case_page.fullmatch(address)) == count
        sizes.append((largest(site, case_page), largest(site, list_page)))
    (case_before, list_before), (case_after, list_after) = sizes
    assert abs(case_after / case_before - 1) < 0.05
    assert abs(list_after / list_before - 1) < 0.05


# Another generator


def test_properdocs_builds_the_same_site(site, tmp_path):
    other = built(tmp_path / "site", "--generator", "properdocs")
    assert digest(other.folder) == digest(site.folder)


def test_no_page_names_the_generator(site):
    assert [page.address for page in site.pages.values() if "generator" in page.meta] == []
