"""Loading: small sites in a temporary folder, as a Library and as problems."""

# ruff: noqa: E501 - a message stays in one piece, so that it can be searched for

from __future__ import annotations

import os
import re
from dataclasses import FrozenInstanceError
from itertools import pairwise

import pytest

from casebook.content.contents import StatedCharge, names_of
from casebook.content.files import Folders
from casebook.content.loader import load

from .small_site import (
    SEARCH,
    SmallSite,
    bulletin_text,
    case_text,
    offence_text,
    page_text,
    small_site,
    written,
)

B = "2024-09-12-taiyuan"
START = f"cases/{B}"

STRAY = (
    "不该在这里。案例文件写成两位编号，如 01.md；通报写在 index.md；"
    "图片请用 png、jpg、webp、svg 或 gif 格式；其他文件请移到别处。"
)
NO_FRONT_MATTER = "文件开头没有文件头。第一行写三个半角连字符“---”，其后每行写一项，如“city: 太原市”，最后再写一行“---”。"
ENCODING = "文件不是 UTF-8 编码。请在编辑器中选择“另存为”，编码选“UTF-8”。"
EMPTY = "案例文件夹里没有任何案例。至少要有一个通报文件夹，内有 index.md 和 01.md。"
NO_FOLDER = "找不到案例文件夹。请新建该文件夹，或用环境变量 CASEBOOK_CASES 指明它的位置。"
NO_PAGES = "docs:1:1: 找不到手写页面的文件夹。请从备份恢复 docs 文件夹，或请维护人员恢复。"
NO_FOLDER_BUT_FILE = "这里应是文件夹，却是一个文件，或是失效的快捷方式。请把它移走，再从备份恢复这个文件夹，或请维护人员恢复。"


def unreadable(reason: str) -> str:
    return f"文件读不出来：{reason}。请检查文件是否损坏、是否有读取权限，或从备份恢复。"


def stray(name: str) -> str:
    return f"文件“{name}”{STRAY}"


@pytest.fixture
def site(tmp_path) -> SmallSite:
    return small_site(tmp_path)


def ids(contents) -> list[str]:
    return [content.id for content in contents]


# The whole


def test_small_site(site):
    site.write("docs/about.md", page_text())
    site.write(f"{START}/hall.jpg")
    library = site.library()
    assert ids(library.bulletins) == [B]
    assert ids(library.cases) == [f"{B}/01"]
    assert [group.slug for group in library.offences] == ["testing"]
    assert [page.uri for page in library.pages] == ["about.md"]
    assert library.broken == {}
    assert library.files == {
        f"{START}/01.md": site.root / f"{START}/01.md",
        f"{START}/hall.jpg": site.root / f"{START}/hall.jpg",
        f"{START}/index.md": site.root / f"{START}/index.md",
        "about.md": site.root / "docs/about.md",
        "offences/testing.md": site.root / "docs/offences/testing.md",
    }


def test_a_case_knows_what_it_names(site):
    site.offence("testing", charges="[{name: 测试罪, slug: ceshi, article: 第一条}]")
    site.case(f"{B}/01", charge="测试罪", district="晋源区", status="draft")
    library = site.library()
    case = library.cases[0]
    assert (case.id, case.number, case.uri) == (f"{B}/01", 1, f"{START}/01.md")
    assert case.bulletin is library.bulletins[0]
    assert case.offences == (library.offences[0],)
    (group,) = library.offences
    (entry,) = group.fields.charges
    assert case.charges == (StatedCharge("测试罪", "第一条", None, group, entry),)
    assert [place.name for place in (case.province, *case.places, case.district)] == [
        "山西省", "太原市", "晋源区",
    ]  # fmt: skip
    assert (case.title, str(case.date), case.body) == ("王某某测试案", "2024-04", "案情。\n")
    assert (case.is_draft, case.is_withdrawn) == (True, False)


def test_the_stage_is_that_of_the_last_update(site):
    site.case(
        f"{B}/01",
        updates="[{date: 2025-01, stage: 移送起诉}, {date: 2025-03, stage: 提起公诉}]",
    )
    assert site.library().cases[0].stage == "提起公诉"
    site.case(f"{B}/01")
    assert site.library().cases[0].stage == "侦破"


def test_lookups(site):
    site.case(f"{B}/02", aliases=f"{B}/09")
    site.offence("testing", aliases="[甲, 乙]")
    library = site.library()
    bulletin, group = library.bulletins[0], library.offences[0]
    assert library.bulletin(B) is bulletin
    assert library.bulletin("2024-09-12-datong") is None
    assert library.case(f"{B}/02") in library.cases
    assert library.case(f"{B}/09") is library.case("") is None
    assert ids(library.cases_of(bulletin)) == [f"{B}/01", f"{B}/02"]
    assert names_of(group) == ("网络测试", "甲", "乙")
    assert [library.offence(name) for name in ("网络测试", "甲", "乙", "丙")] == [group] * 3 + [
        None
    ]
    assert list(library.contents) == [
        *library.bulletins, *library.cases, *library.offences, *library.pages,
    ]  # fmt: skip


def test_the_library_is_frozen(site):
    library = site.library()
    for content, name in [
        (library, "cases"),
        (library.bulletins[0], "id"),
        (library.cases[0], "places"),
        (library.offences[0], "slug"),
    ]:
        with pytest.raises(FrozenInstanceError):
            setattr(content, name, ())
    with pytest.raises(TypeError):
        library.files["x"] = site.root
    with pytest.raises(TypeError):
        library.broken["x"] = "x"


def test_the_same_files_give_the_same_library(site):
    site.bulletin("2025-01-01-datong")
    site.case("2025-01-01-datong/01", city="大同市")
    site.write("docs/about.md", page_text())
    first, second = site.library(), site.library()
    assert ids(first.cases) == ids(second.cases)
    assert list(first.files) == list(second.files)


# Order


def test_bulletins_and_cases_come_newest_first(site):
    for name in ["2023-12-31-shanxi", "2025-01-01-datong", "2024-09-12-datong"]:
        site.bulletin(name)
    dates = ["2024", "2024-04", "2024-04-09", "2023-12-31", "2025", "2024-04-10", "2024-05", "2024"]
    for number, date in enumerate(dates, 1):
        site.case(f"{B}/{number:02}", date=date)
    library = site.library()
    assert ids(library.bulletins) == [
        "2025-01-01-datong", B, "2024-09-12-datong", "2023-12-31-shanxi",
    ]  # fmt: skip
    assert [(str(case.date), case.number) for case in library.cases] == [
        ("2025", 5),
        ("2024-05", 7),
        ("2024-04-10", 6),
        ("2024-04-09", 3),
        ("2024-04", 2),
        ("2024", 1),
        ("2024", 8),
        ("2023-12-31", 4),
    ]
    assert all(one.date >= next_.date for one, next_ in pairwise(library.cases))


def test_cases_of_a_bulletin_come_by_number(site):
    for number in [100, 99, 10, 2]:
        site.case(f"{B}/{number:02}")
    library = site.library()
    assert [case.number for case in library.cases_of(library.bulletins[0])] == [1, 2, 10, 99, 100]


def test_offences_come_by_their_order_then_by_address(site):
    site.offence("testing", order="2")
    site.offence("b", title="乙", order="10")
    site.offence("a", title="甲", order="10")
    site.offence("z", title="丙", order="1")
    assert [group.slug for group in site.library().offences] == ["z", "testing", "a", "b"]


def test_the_place_of_the_cases_folder_is_taken(site):
    site.write("docs/cases/a.md", page_text())
    library, problems = site.load()
    assert problems == [
        "docs/cases/a.md:1:1: docs/cases/a.md 的网址留给自动生成的页面。请换一个文件名或文件夹。"
    ]
    assert library.pages == ()


def test_pages_come_by_path_and_offences_are_none(site):
    site.write("docs/tips.md", page_text())
    site.write("docs/events/index.md", page_text())
    site.write("docs/events/2024-09-day.md", page_text(date="2024-09", place="某地"))
    site.write("docs/assets/extra.css", "")
    library = site.library()
    assert [page.uri for page in library.pages] == [
        "events/2024-09-day.md", "events/index.md", "tips.md",
    ]  # fmt: skip
    assert library.files["assets/extra.css"] == site.root / "docs/assets/extra.css"


def test_the_search_page(site):
    site.write("docs/search.md", written(SEARCH, {"synonyms": "[[帮信, 电诈]]"}, "提示。\n"))
    library = site.library()
    search = library.search
    assert (search.uri, search.title, search.document.body) == ("search.md", "检索", "提示。\n")
    assert search.fields.synonyms == (("帮信", "电诈"),)
    assert list(library.contents)[-1] is search
    assert library.pages == ()


def test_only_that_file_is_the_search_page(site):
    site.write("docs/events/search.md", page_text())
    library = site.library()
    assert library.search is None
    assert [page.uri for page in library.pages] == ["events/search.md"]


def test_a_broken_search_page_is_none(site):
    site.write("docs/search.md", written(SEARCH, {"title": None, "summary": "找案例。"}))
    library, problems = site.load()
    assert problems == ["docs/search.md:1:1: 缺少必填的标题（title）。请补上这一行。"]
    assert library.search is None
    assert library.broken == {"search.md": "docs/search.md"}


# Files and folders


def test_missing_folder(tmp_path):
    library, problems = SmallSite(tmp_path).load()
    assert problems == [f"cases:1:1: {NO_FOLDER}", NO_PAGES]
    assert (library.bulletins, library.cases, library.offences, library.pages) == ((), (), (), ())
    assert library.files == library.broken == {}


def test_empty_corpus(tmp_path):
    site = SmallSite(tmp_path)
    (tmp_path / "cases").mkdir()
    assert site.load()[1] == [f"cases:1:1: {EMPTY}", NO_PAGES]


def test_a_bulletin_without_cases_is_an_empty_corpus(tmp_path):
    site = SmallSite(tmp_path)
    site.bulletin(B)
    library, problems = site.load()
    assert ids(library.bulletins) == [B]
    assert problems == [f"cases:1:1: {EMPTY}", NO_PAGES]


def test_a_broken_case_is_no_empty_corpus(site):
    site.write(f"{START}/01.md", "案情。")
    assert site.load()[1] == [f"{START}/01.md:1:1: {NO_FRONT_MATTER}"]


@pytest.mark.parametrize(
    "name",
    ["1.md", "０２.md", "02.MD", "02.markdown", "02.txt", "02.docx", "02.md.bak", "02 - 副本.md",
     "02a.md", "1234567.md", "INDEX.MD", "readme.md", "图片.heic", "文件", "pictures/02.md"],
)  # fmt: skip
def test_stray_files(site, name):
    site.write(f"{START}/{name}", case_text())
    library, problems = site.load()
    assert ids(library.cases) == [f"{B}/01"]
    assert problems == [f"{START}/{name}:1:1: {stray(name.rpartition('/')[2])}"]


def test_a_stray_file_between_the_bulletins(site):
    site.write("cases/readme.md", page_text())
    assert site.load()[1] == [f"cases/readme.md:1:1: {stray('readme.md')}"]


@pytest.mark.parametrize(
    "name",
    ["2024-9-12-taiyuan", "2024-09-12", "2024-09-12-", "2024-09-12-太原", "2024-09-12-Taiyuan",
     "2024-09-12-tai_yuan", "20240912-taiyuan", "２０２４-09-12-taiyuan", "taiyuan",
     "2024-09-12-a b"],
)  # fmt: skip
def test_folder_names(site, name):
    site.write(f"cases/{name}/01.md", case_text())
    library, problems = site.load()
    assert ids(library.cases) == [f"{B}/01"]
    assert problems == [
        f"cases/{name}:1:1: 文件夹名“{name}”不合规则。"
        "请写成“发布日期-地名拼音”，如 2025-02-10-shanxi，只用小写字母、数字和连字符。"
    ]


LEFT = [
    ".DS_Store", ".02.md.swp", ".#02.md", "~$02.md", "02.md~", "Thumbs.db", "thumbs.db",
    "desktop.ini", ".git/02.md", ".hidden.md",
]  # fmt: skip


@pytest.mark.parametrize("name", LEFT)
@pytest.mark.parametrize("folder", ["cases", START, f"{START}/pictures", "docs", "docs/offences"])
def test_what_programs_leave_is_skipped(site, folder, name):
    site.write(f"{folder}/{name}", "\x00")
    library = site.library()
    assert sorted(library.files) == [f"{START}/01.md", f"{START}/index.md", "offences/testing.md"]


@pytest.mark.parametrize("name", ["a.png", "b.jpg", "c.jpeg", "d.webp", "e.svg", "f.gif", "G.JPG"])
def test_images_are_noted(site, name):
    paths = [site.write(f"{START}/{name}"), site.write(f"{START}/pictures/{name}")]
    files = site.library().files
    assert [files[f"{START}/{name}"], files[f"{START}/pictures/{name}"]] == paths


def test_shown_paths_are_relative_to_the_root_or_whole(site, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    folders = Folders(cases=site.root / "cases", docs=elsewhere, root=site.root / "cases")
    site.write("elsewhere/about.md", "正文。")
    site.write(f"{START}/01.md", "案情。")
    assert sorted(str(problem) for problem in load(folders)[1]) == [
        f"{elsewhere.as_posix()}/about.md:1:1: {NO_FRONT_MATTER}",
        f"{B}/01.md:1:1: {NO_FRONT_MATTER}",
    ]


# What cannot be read


@pytest.mark.parametrize(
    ("path", "text", "column"),
    [
        (f"{START}/02.md", case_text(), 8),
        (f"{START}/index.md", bulletin_text(), 10),
        ("docs/offences/other.md", offence_text(), 8),
        ("docs/about.md", page_text(), 8),
    ],
)
def test_another_encoding(site, path, text, column):
    """The place is the first byte that cannot be UTF-8: some pairs of GB18030 can."""
    site.write(path, text.encode("gb18030"))
    library, problems = site.load()
    assert f"{path}:2:{column}: {ENCODING}" in problems
    assert path in library.broken.values()


def test_place_of_the_first_byte_that_is_not_utf_8(site):
    site.write(f"{START}/02.md", "---\na: 甲\nb: 1".encode() + b"\xff\n---\n")
    assert site.load()[1] == [f"{START}/02.md:3:5: {ENCODING}"]


def test_utf_8_with_a_byte_order_mark(site):
    site.write(f"{START}/02.md", case_text().replace("\n", "\r\n").encode("utf-8-sig"))
    assert ids(site.library().cases) == [f"{B}/01", f"{B}/02"]


@pytest.mark.parametrize("path", [f"{START}/02.md", "docs/about.md", "docs/offences/other.md"])
def test_a_folder_in_place_of_a_file(site, path):
    site.write(f"{path}/inside.txt")
    library, problems = site.load()
    assert problems == [f"{path}:1:1: {unreadable('它是文件夹，不是文件')}"]
    assert list(library.broken.values()) == [path]


def test_a_folder_in_place_of_the_bulletin(site):
    (site.root / START / "index.md").unlink()
    (site.root / START / "index.md").mkdir()
    library, problems = site.load()
    assert problems == [f"{START}/index.md:1:1: {unreadable('它是文件夹，不是文件')}"]
    assert (library.bulletins, library.cases) == ((), ())
    assert sorted(library.broken) == [f"{START}/01.md", f"{START}/index.md"]


@pytest.mark.parametrize("path", [f"{START}/02.md", "docs/about.md", "docs/offences/other.md"])
def test_a_link_to_nowhere(site, path):
    site.path(path).symlink_to("nowhere")
    library, problems = site.load()
    assert problems == [f"{path}:1:1: {unreadable('文件不存在，或是一个失效的快捷方式')}"]
    assert list(library.broken.values()) == [path]


@pytest.mark.parametrize("path", [f"{START}/02.md", "docs/about.md", "docs/offences/other.md"])
def test_a_link_to_itself(site, path):
    site.path(path).symlink_to(path.rpartition("/")[2])
    library, problems = site.load()
    assert [re.sub("：[^a-zA-Z]+。请", "：…。请", problem) for problem in problems] == [
        f"{path}:1:1: {unreadable('…')}"
    ]
    assert list(library.broken.values()) == [path]


def test_a_link_to_the_folder_above_is_not_followed(site):
    site.path(f"{START}/again").symlink_to(".")
    site.path("docs/again").symlink_to(".")
    library, problems = site.load()
    assert ids(library.cases) == [f"{B}/01"]
    said = "“again”是指向文件夹的快捷方式。网站只用真正的文件夹：请删去它，把要用的文件放在这里。"
    assert problems == [f"{START}/again:1:1: {said}", f"docs/again:1:1: {said}"]


def test_a_link_to_another_case_is_read(site):
    site.path(f"{START}/02.md").symlink_to("01.md")
    assert ids(site.library().cases) == [f"{B}/01", f"{B}/02"]


def test_a_file_in_place_of_the_folder_of_cases(tmp_path):
    site = SmallSite(tmp_path)
    site.write("cases", "")
    problems = site.load()[1]
    assert f"cases:1:1: {NO_FOLDER_BUT_FILE}" in problems
    assert not [problem for problem in problems if re.search("[A-Z][a-z]", problem)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(site):
    site.path(f"{START}/01.md").chmod(0)
    assert site.load()[1] == [f"{START}/01.md:1:1: {unreadable('没有权限')}"]


@pytest.mark.parametrize("noise", [b"", b"\x00" * 100, b"\xff\xfe", b"---", b"---\n[---\n["])
@pytest.mark.parametrize(
    "path",
    [
        f"{START}/01.md",
        f"{START}/index.md",
        "docs/offences/testing.md",
        "docs/search.md",
        "docs/index.md",
    ],
)
def test_no_file_makes_it_raise(site, path, noise):
    site.write(path, noise)
    library, problems = site.load()
    assert any(problem.startswith(f"{path}:") for problem in problems)
    assert path in library.broken.values()


# Bulletins that are missing or broken


def test_cases_without_a_bulletin_stay_out_and_are_known(site):
    site.bulletin("2025-01-01-datong")
    site.case("2025-01-01-datong/01")
    (site.root / START / "index.md").unlink()
    library, problems = site.load()
    assert problems == [
        f"{START}/index.md:1:1: 通报文件夹“{B}”里没有 index.md。"
        "请新建 index.md，写明通报的标题、发布单位、发布日期等。"
    ]
    assert ids(library.bulletins) == ["2025-01-01-datong"]
    assert ids(library.cases) == ["2025-01-01-datong/01"]
    assert library.broken == {f"{START}/01.md": f"{START}/01.md"}


def test_cases_of_a_broken_bulletin_stay_out_and_are_known(site):
    site.bulletin(B, expected="两")
    library, problems = site.load()
    assert problems == [
        f"{START}/index.md:5:11: 案例数（expected）写的“两”不是人数或件数。"
        "请写 1 以上的整数，只用半角数字，不加单位。"
    ]
    assert (library.bulletins, library.cases) == ((), ())
    assert library.broken == {
        f"{START}/01.md": f"{START}/01.md",
        f"{START}/index.md": f"{START}/index.md",
    }


def test_a_case_without_a_bulletin_still_has_its_own_problems(site):
    (site.root / START / "index.md").unlink()
    site.write(f"{START}/01.md", "案情。")
    assert f"{START}/01.md:1:1: {NO_FRONT_MATTER}" in site.load()[1]


def test_all_problems_of_all_files_come_in_one_run(site):
    site.write(f"{START}/01.md", "案情。")
    site.write(f"{START}/02.md", b"\xff")
    site.write(f"{START}/x.txt")
    site.write("docs/about.md", "正文。")
    assert site.load()[1] == [
        f"{START}/01.md:1:1: {NO_FRONT_MATTER}",
        f"{START}/02.md:1:1: {ENCODING}",
        f"{START}/x.txt:1:1: {stray('x.txt')}",
        f"docs/about.md:1:1: {NO_FRONT_MATTER}",
    ]


def test_an_empty_value_does_not_keep_a_case_out(site):
    site.case(f"{B}/01", people="")
    library, problems = site.load()
    assert ids(library.cases) == [f"{B}/01"]
    assert problems == [
        f"{START}/01.md:8:8: 人数（people）后面没有内容。请写上内容，或删去这一行。"
    ]


# Offences and charges


def test_offences_are_found_by_title_and_alias(site):
    site.offence("other", title="另一类", aliases="[甲, 乙]", order="2")
    site.case(f"{B}/01", offence="[乙, 网络测试, 甲, 另一类]")
    library = site.library()
    assert [group.slug for group in library.cases[0].offences] == ["other", "testing"]


@pytest.mark.parametrize(
    ("offence", "expected"),
    [
        ("网络测验", ["5:10: 本站没有“网络测验”这一类型。最接近的写法：“网络测试”。"]),
        (
            "黑客",
            [
                "5:10: 本站没有“黑客”这一类型。请从现有的类型里选；都不合适的，请联系维护人员。可选：网络测试。"
            ],
        ),
        (
            "[网络测试, 黑客]",
            [
                "5:17: 本站没有“黑客”这一类型。请从现有的类型里选；都不合适的，请联系维护人员。可选：网络测试。"
            ],
        ),
        (
            "testing",
            [
                "5:10: 本站没有“testing”这一类型。请从现有的类型里选；都不合适的，请联系维护人员。可选：网络测试。"
            ],
        ),
    ],
)
def test_unknown_offences(site, offence, expected):
    site.case(f"{B}/01", offence=offence)
    library, problems = site.load()
    assert problems == [f"{START}/01.md:{line}" for line in expected]
    assert library.cases == ()
    assert library.broken == {f"{START}/01.md": f"{START}/01.md"}


CHARGES = "[{name: 测试罪, slug: ceshi, article: 第一条}]"
WRITE_CHARGE = "通报确有此罪名时，请先写进 docs/offences/ 中相应类型页的罪名（charges）。"


def test_unknown_charge(site):
    site.offence("testing", charges=CHARGES)
    site.case(f"{B}/01", charge="测验罪")
    library, problems = site.load()
    assert problems == [
        f"{START}/01.md:8:9: 刑法和类型页里都没有“测验罪”这个罪名。"
        f"最接近的写法：“测试罪”。{WRITE_CHARGE}"
    ]
    assert list(library.broken) == [f"{START}/01.md"]


def test_unknown_offence_and_charge_are_both_named(site):
    site.case(f"{B}/01", offence="黑客", charge="测试罪")
    assert site.load()[1] == [
        f"{START}/01.md:5:10: 本站没有“黑客”这一类型。请从现有的类型里选；都不合适的，请联系维护人员。可选：网络测试。",
        f"{START}/01.md:8:9: 刑法和类型页里都没有“测试罪”这个罪名。{WRITE_CHARGE}",
    ]


def test_a_charge_of_another_group_is_found(site):
    site.offence("other", title="另一类", charges=CHARGES)
    site.case(f"{B}/01", charge="测试罪")
    (charge,) = site.library().cases[0].charges
    assert (charge.group.slug, charge.entry.slug) == ("other", "ceshi")


@pytest.mark.parametrize(
    ("changes", "taken", "place"),
    [
        ({"title": "网络测试"}, "网络测试", "2:8"),
        ({"aliases": "网络测试"}, "网络测试", "6:10"),
        ({"aliases": "[丙, 别称]"}, "别称", "6:14"),
        ({"title": "别称"}, "别称", "2:8"),
        ({"charges": "[{name: 测试罪, slug: other, article: 一}]"}, "测试罪", "6:18"),
        ({"charges": "[{name: 别的罪, slug: ceshi, article: 一}]"}, "ceshi", "6:29"),
        ({"aliases": "测试罪"}, "测试罪", "6:10"),
        ({"title": "ceshi"}, "ceshi", "2:8"),
    ],
)
def test_what_two_groups_claim_stays_the_first_ones(site, changes, taken, place):
    site.offence("testing", aliases="别称", charges=CHARGES)
    site.offence("zebra", **{"title": "后来", **changes})
    library, problems = site.load()
    assert problems == [
        f"docs/offences/zebra.md:{place}: “{taken}”在 docs/offences/testing.md 里已经用过。"
        "名称、别称、罪名和罪名网址在各类型之间不能重复。"
    ]
    assert library.cases[0].offences[0].slug == "testing"


def test_a_group_may_bear_the_name_of_its_own_charge(site):
    site.offence("testing", aliases="测试罪", charges=CHARGES)
    assert site.library().offence("测试罪") is not None


# Places


def places_of(site: SmallSite, **changes: str | None) -> tuple[str | None, list[str], str | None]:
    site.case(f"{B}/01", **changes)
    case = site.library().cases[0]
    return (
        case.province and case.province.name,
        [place.name for place in case.places],
        case.district and case.district.name,
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"city": "太原市"}, ("山西省", ["太原市"], None)),
        ({"city": "太原市", "district": "晋源区"}, ("山西省", ["太原市"], "晋源区")),
        ({"city": "太原市", "district": "平城区"}, ("山西省", ["太原市"], None)),
        ({"city": "[太原市, 大同市]"}, ("山西省", ["太原市", "大同市"], None)),
        ({"city": "[太原市, 大同市]", "district": "晋源区"},
         ("山西省", ["太原市", "大同市"], None)),
        ({"city": "全省"}, ("山西省", ["山西省"], None)),
        ({"city": "全省", "province": "河南省"}, ("河南省", ["河南省"], None)),
        ({"city": "洛阳市", "province": "河南省"}, ("河南省", ["洛阳市"], None)),
        ({"city": "济源市", "province": "河南省"}, ("河南省", ["济源市"], None)),
        ({"city": "重庆市", "province": "重庆市"}, ("重庆市", ["重庆市"], None)),
        ({"city": "重庆市", "province": "重庆市", "district": "万州区"},
         ("重庆市", ["重庆市"], "万州区")),
    ],
)  # fmt: skip
def test_places(site, changes, expected):
    assert places_of(site, **changes) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"city": "太原市"}, ("山西省", ["太原市"], None)),
        ({"city": "济源市"}, ("河南省", ["济源市"], None)),
        ({"city": "重庆市", "district": "万州区"}, ("重庆市", ["重庆市"], "万州区")),
        ({"city": "全省", "province": "山西省"}, ("山西省", ["山西省"], None)),
        ({"city": "全省"}, (None, [], None)),
        ({"city": "[太原市, 洛阳市]"}, ("山西省", ["太原市", "洛阳市"], None)),
    ],
)
def test_places_of_a_nationwide_bulletin(site, changes, expected):
    site.bulletin(B, province="全国")
    assert places_of(site, **changes) == expected
