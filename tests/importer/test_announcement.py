"""Announcements: the title, the publisher and the day of publication of whole bulletins."""

from __future__ import annotations

import pytest

from casebook.content.partial_date import PartialDate
from casebook.importer.announcement import Announcement, announcement_of
from casebook.importer.document import Block, Document, Role
from casebook.importer.line import Line
from casebook.importer.publication_day import told_year

CASE = "2024年3月，大同市公安局平城分局侦破一案，抓获犯罪嫌疑人3名，该视频系2019年外地旧事。"


def announced(before: str, after: str = "", **hints: str) -> Announcement:
    """The announcement of the lines around one case."""
    head = [Line(text) for text in before.split("\n") if text]
    foot = [Line(text) for text in after.split("\n") if text]
    texts = [*(line.text for line in head), CASE, *(line.text for line in foot)]
    blocks = tuple(Block(text, f"第{number}段") for number, text in enumerate(texts, 1))
    return announcement_of(Document(blocks, hints), head, foot)


TITLE = "大同市公安局通报3起网络违法犯罪案件"
DAYS = [
    (f"{TITLE}\n2025年4月16日", "", "2025-04-16"),
    (f"{TITLE}\n二〇二五年四月十六日", "", "2025-04-16"),
    (f"{TITLE}\n2025-04-16 09:30", "", "2025-04-16"),
    (f"{TITLE}\n2025/4/16", "", "2025-04-16"),
    (f"{TITLE}\n2025.04.16", "", "2025-04-16"),
    (f"{TITLE}\n发布时间：2025-04-16　来源：大同市公安局　浏览：231", "", "2025-04-16"),
    (f"{TITLE}\n来源：大同日报 发布于 2025年4月16日", "", "2025-04-16"),
    (f"{TITLE}\n2025年4月16日，市公安局召开新闻发布会，通报典型案例。", "", "2025-04-16"),
    (f"{TITLE}\n新华社太原2025年4月16日电 记者从公安机关获悉典型案例。", "", "2025-04-16"),
    (f"{TITLE}\n现通报典型案例如下。", "大同市公安局\n二〇二五年四月十六日", "2025-04-16"),
    (f"{TITLE}\n现通报典型案例如下。", "大同市公安局 2025年4月16日", "2025-04-16"),
    (f"{TITLE}\n现通报典型案例如下。", "（大同市公安局2025年4月16日印发）", "2025-04-16"),
    (f"{TITLE}\n2025年以来，各地公安机关破案多起。4月16日，市公安局通报案例。", "", "2025-04-16"),
    (f"{TITLE}\n本报4月16日讯 2025年以来，各地公安机关破案多起。", "", "2025-04-16"),
    (f"{TITLE}\n4月16日，市公安局通报“净网2025”专项行动案例。", "", "2025-04-16"),
    (f"{TITLE}\n本报1月16日讯 2024年，各地公安机关破案多起。", "", None),
    (f"{TITLE}\n本报8月5日讯 大同市公安局通报3起案件。", "", None),
    (f"{TITLE}\n本报2月5日讯 2024年以来，各地公安机关破案多起。", "", None),
    (f"{TITLE}\n自2025年1月8日起，市公安局开展专项行动。", "", None),
    ("大同警方查处谣言案\n大同公安 9月8日\n2025年第31期", "", "2025-09-08"),
    (TITLE, "", None),
]


@pytest.mark.parametrize(("before", "after", "day"), DAYS)
def test_the_day_of_publication(before: str, after: str, day: str | None) -> None:
    found = announced(before, after).published
    assert (str(found) if found else None) == day


def test_the_hint_of_the_day_comes_before_the_text() -> None:
    assert (
        str(announced(f"{TITLE}\n2025年4月16日", date="2025-04-18 10:00").published) == "2025-04-18"
    )


def test_the_address_tells_the_day_if_the_text_does_not() -> None:
    url = "https://www.example.gov.cn/202504/20250416/1.html"
    assert str(announced(TITLE, url=url).published) == "2025-04-16"


@pytest.mark.parametrize(
    ("before", "title"),
    [
        (f"大同市公安局\n{TITLE}", TITLE),
        (f"大同市公安局文件\n同公通字〔2025〕7号\n{TITLE}", TITLE),
        (f"首页 > 警务公开\n{TITLE}\n2025年4月16日", TITLE),
        (
            "运城市公安局文件\n运公通字〔2026〕7号\n关于公布2026年第一季度打击网络犯罪典型案例的通报\n各县（市、区）公安局：",
            "关于公布2026年第一季度打击网络犯罪典型案例的通报",
        ),
        (
            "运城市公安局文件\n关于公布2026年第一季度\n打击网络犯罪典型案例的通报",
            "关于公布2026年第一季度打击网络犯罪典型案例的通报",
        ),
        (f"关注 | {TITLE}", TITLE),
        ("跨省协同\n——大同警方公布典型案例", "跨省协同——大同警方公布典型案例"),
        ("大同市公安局", None),
        ("同公通字〔2025〕7号", None),
    ],
)
def test_the_title_is_no_logo_and_no_number(before: str, title: str | None) -> None:
    assert announced(before).title == title


def test_a_hint_that_names_only_the_unit_is_no_title() -> None:
    assert announced(TITLE, title="大同市公安局").title == TITLE


def test_the_name_of_the_site_is_no_part_of_the_title() -> None:
    assert announced(TITLE, title=f"{TITLE}_大同市公安局").title == TITLE


@pytest.mark.parametrize(
    ("before", "after", "publisher"),
    [
        (TITLE, "", "大同市公安局"),
        ("运城市公安局文件\n运公通字〔2026〕7号\n关于公布典型案例的通报", "", "运城市公安局"),
        ("网络犯罪典型案例\n现将有关案例通报如下。", "大同市公安局\n2025年4月16日", "大同市公安局"),
        ("网络犯罪典型案例通报\n来源：大同市公安局", "", "大同市公安局"),
        (
            "我市公安机关公布网络犯罪典型案例\n大同市今年以来破案多起，我市公安局现公布典型案例。",
            "",
            "大同市公安局",
        ),
        ("大同警方公布网络犯罪典型案例", "", "大同市公安局"),
        ("公安部公布10起打击网络犯罪典型案例", "", "公安部"),
    ],
)
def test_the_publisher(before: str, after: str, publisher: str) -> None:
    assert announced(before, after).publisher == publisher


def test_the_stamp_in_the_head_of_a_page_tells_the_day() -> None:
    blocks = (
        Block(TITLE, "第1段", Role.TITLE),
        Block("平安大同 2025-05-20 10:15", "第2段", Role.HEADER),
        Block(CASE, "第3段"),
    )
    found = announcement_of(Document(blocks), [Line(TITLE)], []).published
    assert str(found) == "2025-05-20"


@pytest.mark.parametrize(
    ("lead", "year"),
    [
        ("2025-01-08\n现公布2024年以来全省公安机关侦办的60起典型案例：", 2024),
        ("2025-01-08\n2024年，全省公安机关全年共侦破网络犯罪案件1.6万起。", 2024),
        ("2025-01-08\n今年以来，全省公安机关侦破案件多起，2024年全年侦破更多。", None),
        ("2025-05-08\n现公布2024年以来全省公安机关侦办的60起典型案例：", None),
    ],
)
def test_a_bulletin_of_the_first_months_may_tell_of_the_year_before(
    lead: str, year: int | None
) -> None:
    assert announced(f"{TITLE}\n{lead}").told_year == year


def test_months_that_run_beyond_that_of_publication_are_of_the_year_before() -> None:
    text = "1、1月4日，破案。\n2、2月，破案。\n3、6月1日，破案。\n4、12月，破案。"
    assert told_year("", text, PartialDate(2025, 2, 8)) == 2024
    assert told_year("", text.replace("12月", "7月"), PartialDate(2025, 8, 8)) is None
