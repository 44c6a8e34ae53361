"""Changes: every step that something can take from one library to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.content.files import Folders
from casebook.content.library import Library
from casebook.content.loader import load
from casebook.editor.library_diff import Change, ChangeKind, LibraryDiff, Subject, diff

from ..sites.make import BULLETIN, Content

CASE, OTHER = f"{BULLETIN}/01", f"{BULLETIN}/02"
LATER = "2024-10-08-shanxi"


def title(case_id: str) -> str:
    bulletin, _, number = case_id.partition("/")
    return f"涉嫌有偿刷量控评{bulletin}第{number}起案"


def case(kind: ChangeKind, name: str = CASE, **said: object) -> Change:
    return Change(kind, Subject.CASE, name, **{"title": title(name), **said})  # type: ignore[arg-type]


def bulletin(kind: ChangeKind, name: str = BULLETIN, **said: object) -> Change:
    said = {"title": f"{name}涉网典型案例通报", **said}
    return Change(kind, Subject.BULLETIN, name, **said)  # type: ignore[arg-type]


@pytest.fixture
def base(tmp_path: Path) -> Content:
    """Two published cases, an offence group and two pages."""
    return content_in(tmp_path / "base")


@pytest.fixture
def head(tmp_path: Path) -> Content:
    """The same, for a test to change."""
    return content_in(tmp_path / "head")


def content_in(root: Path) -> Content:
    content = Content(root)
    content.offence("paid-posters", "网络水军")
    content.page("about.md", "关于")
    content.page("events/index.md", "活动")
    content.case(CASE)
    content.case(OTHER)
    return content


def told(base: Content, head: Content) -> tuple[Change, ...]:
    return diff(base.library(), head.library()).published


def test_the_same_content_has_no_changes(base: Content, head: Content) -> None:
    assert diff(base.library(), head.library()) == LibraryDiff((), 0)


def test_a_case_with_its_bulletin_is_new(base: Content, head: Content) -> None:
    head.case(f"{LATER}/01")
    assert told(base, head) == (
        case(ChangeKind.NEW, f"{LATER}/01"),
        bulletin(ChangeKind.NEW, LATER),
    )


@pytest.mark.parametrize(
    ("fields", "body", "expected"),
    [
        ({"people": 4}, None, {"parts": ("人数",)}),
        ({"city": "大同市", "charge": None}, None, {"parts": ("城市",)}),
        ({"amount": "超500万元", "stage": "提起公诉"}, None, {"parts": ("办理阶段", "金额")}),
        ({}, "## 案情\n\n据通报，情况另有说法。\n", {"body": True}),
        ({"agency": "某地公安"}, "## 案情\n\n又一段。\n", {"parts": ("办案单位",), "body": True}),
    ],
)  # fmt: skip
def test_a_case_changed(
    base: Content,
    head: Content,
    fields: dict[str, object],
    body: str | None,
    expected: dict[str, object],
) -> None:
    head.case(CASE, body, **fields)
    assert told(base, head) == (case(ChangeKind.CHANGED, **expected),)


def test_the_order_of_figures_is_a_change(base: Content, head: Content) -> None:
    base.case(CASE, figures={"扣押设备": "50余台", "关闭工作室": "4个"})
    head.case(CASE, figures={"关闭工作室": "4个", "扣押设备": "50余台"})
    assert told(base, head) == (case(ChangeKind.CHANGED, parts=("其他数据",)),)


def test_another_writing_of_the_same_is_no_change(base: Content, head: Content) -> None:
    base.case(CASE, city=["太原市"], status="published")
    head.case(CASE, city="太原市")
    assert told(base, head) == ()


def test_a_new_title_is_told(base: Content, head: Content) -> None:
    head.case(CASE, title="涉嫌有偿点赞案")
    assert told(base, head) == (case(ChangeKind.CHANGED, title="涉嫌有偿点赞案", parts=("标题",)),)


def test_a_correction_goes_before_what_it_corrects(base: Content, head: Content) -> None:
    first = {"date": "2024-10-01", "note": "改正了人数。"}
    base.case(CASE, corrections=[first])
    base.case(OTHER, corrections=[first])
    head.case(CASE, people=3, corrections=[first, {"date": "2024-10-02", "note": "补上人数。"}])
    head.case(OTHER, people=3, corrections=[first])
    assert told(base, head) == (
        case(ChangeKind.CHANGED, OTHER, parts=("人数",)),
        case(ChangeKind.CORRECTED, parts=("人数", "更正")),
    )


WITHDRAWN = {"status": "withdrawn", "withdrawn": {"date": "2024-10-01", "reason": "处理结果变更"}}


def test_of_a_withdrawn_case_only_the_id_is_told(base: Content, head: Content) -> None:
    head.case(CASE, **WITHDRAWN)
    parts = ("状态", "撤回")
    assert told(base, head) == (case(ChangeKind.WITHDRAWN, title="", parts=parts),)
    assert told(head, base) == (case(ChangeKind.RESTORED, parts=parts),)


def test_a_withdrawn_case_can_change_again(base: Content, head: Content) -> None:
    base.case(CASE, **WITHDRAWN)
    head.case(CASE, **(WITHDRAWN | {"withdrawn": {"date": "2024-10-01", "reason": "另一原因"}}))
    assert told(base, head) == (case(ChangeKind.CHANGED, title="", parts=("撤回",)),)


def test_drafts_are_counted_and_not_told(base: Content, head: Content) -> None:
    base.case(OTHER, status="draft")
    head.case(OTHER, status="draft", people=7)
    head.case(f"{LATER}/01", status="draft")
    assert diff(base.library(), head.library()) == LibraryDiff((), 2)


def test_a_draft_is_released_with_its_bulletin(base: Content, head: Content) -> None:
    base.case(f"{LATER}/01", status="draft")
    head.case(f"{LATER}/01")
    assert diff(base.library(), head.library()) == LibraryDiff(
        (case(ChangeKind.RELEASED, f"{LATER}/01"), bulletin(ChangeKind.RELEASED, LATER)), 0
    )


def test_a_draft_withdrawn_at_once(base: Content, head: Content) -> None:
    base.case(CASE, status="draft")
    head.case(CASE, **WITHDRAWN)
    assert told(base, head) == (case(ChangeKind.WITHDRAWN, title=""),)


@pytest.mark.parametrize("as_draft", [False, True], ids=["deleted", "made a draft"])
def test_a_case_that_vanishes_is_gone(as_draft: bool, base: Content, head: Content) -> None:
    if as_draft:
        head.case(OTHER, status="draft")
    else:
        head.remove(OTHER)
        base.bulletin(expected=2)
        head.bulletin(expected=2)
    assert told(base, head) == (case(ChangeKind.GONE, OTHER, title=""),)


def test_a_deleted_draft_is_no_loss(base: Content, head: Content) -> None:
    base.case(f"{LATER}/01", status="draft")
    assert diff(base.library(), head.library()) == LibraryDiff((), 0)


def test_a_case_moved_and_changed(base: Content, head: Content) -> None:
    for content in (base, head):
        content.case(f"{LATER}/01")
    head.remove(OTHER)
    head.case(f"{LATER}/02", title=title(OTHER), people=2, aliases=OTHER,
              body=f"## 案情\n\n据通报，这是{OTHER}的案情。\n")  # fmt: skip
    new = f"{LATER}/02"
    assert told(base, head) == (
        case(ChangeKind.CHANGED, new, title=title(OTHER), parts=("人数",)),
        bulletin(ChangeKind.CHANGED, BULLETIN, parts=("案例数",)),
        bulletin(ChangeKind.CHANGED, LATER, parts=("案例数",)),
        case(ChangeKind.MOVED, new, title=title(OTHER), former=OTHER),
    )


def test_a_case_moved_and_withdrawn_is_not_named(base: Content, head: Content) -> None:
    for content in (base, head):
        content.case(f"{LATER}/01")
        content.bulletin(expected=2)
        content.bulletin(LATER, expected=2)
    head.remove(OTHER)
    head.case(f"{LATER}/02", aliases=OTHER, **WITHDRAWN)
    found = told(base, head)
    assert [(one.kind, one.name, one.title) for one in found] == [
        (ChangeKind.WITHDRAWN, f"{LATER}/02", ""),
        (ChangeKind.MOVED, f"{LATER}/02", ""),
    ]


def test_a_bulletin_takes_its_cases_along(base: Content, head: Content) -> None:
    new = "2024-09-01-taiyuan"
    (head.cases / BULLETIN).rename(head.cases / new)
    head.bulletin(new, title=f"{BULLETIN}涉网典型案例通报", aliases=BULLETIN)
    name = f"{BULLETIN}涉网典型案例通报"
    assert told(base, head) == (
        case(ChangeKind.MOVED, f"{new}/01", title=title(CASE), former=CASE),
        case(ChangeKind.MOVED, f"{new}/02", title=title(OTHER), former=OTHER),
        bulletin(ChangeKind.MOVED, new, title=name, former=BULLETIN),
    )


def test_a_case_that_took_in_another(base: Content, head: Content) -> None:
    for content in (base, head):
        content.bulletin(expected=2)
    head.remove(OTHER)
    head.case(CASE, aliases=OTHER)
    head.bulletin(expected=2)
    assert told(base, head) == (
        case(ChangeKind.CHANGED, parts=("曾用编号",)),
        case(ChangeKind.MOVED, former=OTHER),
    )


def page(kind: ChangeKind, name: str, title: str = "", **said: object) -> Change:
    return Change(kind, Subject.PAGE, name, title, **said)  # type: ignore[arg-type]


def test_pages_and_offence_groups(base: Content, head: Content) -> None:
    head.offence("paid-posters", "网络水军", order=2, body="## 这是什么\n\n另一种说法。\n")
    head.offence("rumours", "网络谣言")
    (head.docs / "about.md").unlink()
    (head.docs / "events/index.md").unlink()
    head.page("events.md", "活动", summary="一句话。")
    head.page("search.md", "检索")
    base.page("tips.md", "提示")
    head.page("advice.md", "提示", moved_from="tips/")
    assert told(base, head) == (
        Change(ChangeKind.NEW, Subject.OFFENCE, "offences/rumours.md", "网络谣言"),
        page(ChangeKind.NEW, "search.md", "检索"),
        Change(
            *(ChangeKind.CHANGED, Subject.OFFENCE, "offences/paid-posters.md", "网络水军"),
            parts=("次序",),
            body=True,
        ),
        page(ChangeKind.CHANGED, "events.md", "活动", parts=("摘要",)),
        page(ChangeKind.MOVED, "advice.md", "提示", former="tips.md"),
        page(ChangeKind.GONE, "about.md"),
    )


def readable(content: Content) -> Library:
    return load(Folders(cases=content.cases, docs=content.docs, root=content.root))[0]


def test_a_file_that_cannot_be_read_is_neither_gone_nor_new(base: Content, head: Content) -> None:
    head.case(CASE, stage="不知道")
    assert diff(base.library(), readable(head)).published == ()
    assert diff(readable(head), base.library()).published == (
        case(ChangeKind.CHANGED, was_unreadable=True),
    )


def test_a_bulletin_that_cannot_be_read_takes_no_case_with_it(base: Content, head: Content) -> None:
    head.bulletin(province="不知道")
    assert diff(base.library(), readable(head)).published == ()


def test_steps_follow_each_other_in_the_order_of_their_weight() -> None:
    assert [step.value for step in ChangeKind] == [
        *("new", "released", "changed", "corrected", "withdrawn", "restored", "moved", "gone"),
    ]
