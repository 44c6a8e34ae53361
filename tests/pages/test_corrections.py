"""The page 更正与撤回: what it lists, how it is divided, and what stands on its first page."""

from __future__ import annotations

from casebook.content.files import Folders
from casebook.content.loader import load
from casebook.pages.page import CORRECTIONS, HOME, ColumnMeta, SitePage
from casebook.pages.pagination import PER_PAGE
from casebook.pages.site import plan_site

from ..sites.make import Content

FIRST, SECOND, THIRD, FOURTH = (f"2024-09-01-shanxi/{number:02}" for number in (1, 2, 3, 4))
RULES = [{"stage": "全部", "years": 5, "action": "撤回"}]


def pages(content: Content, *, with_drafts: bool = False) -> list[SitePage]:
    built = plan_site(content.library(), with_drafts).pages
    return [page for page in built if page.address.startswith("corrections/")]


def listed(page: SitePage) -> list[tuple[str, str, str, str]]:
    """The step, day, case and note of each line."""
    return [
        (event.kind.value, event.day.isoformat(), event.case.id, event.note)
        for event in page.view["pagination"].items
    ]


def withdrawn(day: str, reason: str) -> dict[str, object]:
    return {"status": "withdrawn", "withdrawn": {"date": day, "reason": reason}}


def test_corrections_and_withdrawals_newest_first_and_nothing_else(content) -> None:
    content.case(FIRST, updates=[{"date": "2025-03", "stage": "移送起诉"}])
    content.case(
        SECOND,
        corrections=[
            {"date": "2024-10-01", "note": "人数改正"},
            {"date": "2025-10-01", "note": "金额改正"},
        ],
    )
    content.case(
        THIRD,
        corrections=[{"date": "2024-10-02", "note": "撤回之前的"}],
        **withdrawn("2025-01-02", "到期"),
    )
    (page,) = pages(content)
    assert listed(page) == [
        ("corrected", "2025-10-01", SECOND, "金额改正"),
        ("withdrawn", "2025-01-02", THIRD, "到期"),
        ("corrected", "2024-10-01", SECOND, "人数改正"),
    ]


def test_what_drafts_went_through_is_shown_in_the_preview_only(content) -> None:
    content.case(FIRST)
    content.case(SECOND, status="draft", corrections=[{"date": "2024-10-01", "note": "人数改正"}])
    assert listed(pages(content)[0]) == []
    assert listed(pages(content, with_drafts=True)[0]) == [
        ("corrected", "2024-10-01", SECOND, "人数改正")
    ]


def test_without_its_file_it_says_what_it_is(content) -> None:
    content.case(FIRST)
    (page,) = pages(content)
    assert (page.address, page.template) == ("corrections/", "corrections.html")
    assert (page.title, page.summary) == (
        "更正与撤回",
        "本站更正过、撤回过的案例，从新到旧排列。",
    )
    assert (page.content, page.body, page.breadcrumbs) == (None, "", (HOME,))
    assert (page.view["pagination"].count, page.view["rules"]) == (0, ())


def test_an_empty_list_without_a_text_is_no_column(content) -> None:
    content.case(FIRST)
    assert [page.column for page in pages(content)] == [None]
    content.case(SECOND, **withdrawn("2025-01-02", "到期"))
    assert [page.column for page in pages(content)] == [ColumnMeta("网站信息")]
    content.remove(SECOND)
    content.page("corrections.md", "更正与撤回", "怎样改。\n")
    assert [page.column for page in pages(content)] == [ColumnMeta("网站信息")]


def test_the_file_gives_title_text_and_rules(content) -> None:
    content.case(FIRST)
    content.page("corrections.md", "改和撤", "怎样改。\n", summary="一句话。", retention=RULES)
    (page,) = pages(content)
    assert (page.title, page.summary, page.body) == ("改和撤", "一句话。", "怎样改。\n")
    assert page.uri == "corrections.md"
    assert [(rule.stage, rule.years) for rule in page.view["rules"]] == [(("全部",), 5)]
    assert page.view["enforce_after_days"] == 30


def test_it_does_not_grow_and_further_pages_hold_the_list_only(content) -> None:
    days = [f"20{year}-{month:02}-01" for year in (25, 26) for month in range(1, 13)]
    notes = [{"date": day, "note": f"第{turn}次"} for turn in range(3) for day in days]
    content.case(FIRST, corrections=notes)
    content.page("corrections.md", "更正与撤回", "怎样改。\n", retention=RULES)
    first, second = pages(content)
    assert [len(page.view["pagination"].items) for page in (first, second)] == [
        PER_PAGE,
        len(notes) - PER_PAGE,
    ]
    assert (second.address, second.title) == ("corrections/page/2/", "更正与撤回（第2页）")
    assert (second.content, second.body, second.view["rules"]) == (None, "", ())
    assert second.breadcrumbs == (HOME, CORRECTIONS)
    assert len({page.uri for page in (first, second)}) == 2


def test_a_broken_file_leaves_its_place_to_the_preview(content) -> None:
    content.case(FIRST)
    (content.docs / "corrections.md").write_text("---\nretention: 是\n---\n", encoding="utf-8")
    library, problems = load(Folders(content.cases, content.docs, content.root))
    assert problems
    built = plan_site(library).pages
    assert [page for page in built if page.address.startswith("corrections/")] == []
