"""Dates: of all that a text names, the one on which the police found or cleared the case."""

from __future__ import annotations

import pytest

from casebook.content.partial_date import PartialDate
from casebook.importer.dates import found_on

PUBLISHED = PartialDate(2024, 9, 12)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024年4月，某地公安机关侦破一案。", "2024-04"),
        ("2024年4月9日，某地公安机关侦破一案。", "2024-04-09"),
        ("2024 年 4 月 9 日，警方接到报警。", "2024-04-09"),
        ("二〇二四年五月，警方接到报警。", "2024"),
        ("今年6月，警方查获一案。", "2024-06"),
        ("去年11月，警方查获一案。", "2023-11"),
        ("8月，警方查获一案。", "2024-08"),
        ("8月3日，警方查获一案。", "2024-08-03"),
        ("近日，警方查获一案。", None),
        ("日前，警方查获一案。", None),
        ("警方查获一案。", None),
        ("2023年5月至2024年2月，李某非法获利。2024年3月，警方将其抓获。", "2024-03"),
        ("2023年以来，李某买卖账号。2024年3月，警方立案侦查。", "2024-03"),
        ("2021年起，李某开设工作室。2024年6月，网安支队侦破此案。", "2024-06"),
        ("2024年6月，警方排查线索。6月28日，李某被采取强制措施。", "2024-06-28"),
        ("2024年6月，警方排查线索。7月28日，李某被采取强制措施。", "2024-06"),
        ("2024年3月，警方破获此案。2024年8月，法院一审判决。", "2024-03"),
        ("“净网2024”专项行动中，警方于2024年2月发现线索。", "2024-02"),
        ("李某编造“6月1日起停水”的谣言，被警方查处。", None),
        ("新华社某地7月3日电 警方近日破案。", None),
        ("2024年13月，警方接到报警。", "2024"),
        ("2025年3月，警方接到报警。", None),
    ],
)
def test_the_date_of_a_case(text: str, date: str | None) -> None:
    found = found_on(text, PUBLISHED, None)
    assert (str(found.value) if found else None) == date


def test_the_same_month_is_that_of_the_case_before() -> None:
    text = "同月，警方侦破一案。"
    found = found_on(text, PUBLISHED, PartialDate(2024, 5, 7))
    assert found is not None
    assert str(found.value) == "2024-05"
    assert found_on(text, PUBLISHED, None) is None


def test_without_a_year_of_publication_bare_months_say_nothing() -> None:
    assert found_on("今年6月，警方查获一案。", None, None) is None


def test_a_date_beside_another_is_uncertain_and_names_its_sentence() -> None:
    text = "2024年3月，警方接到报案。2024年5月，警方抓获李某。"
    found = found_on(text, PUBLISHED, None)
    assert found is not None
    assert (str(found.value), found.sentence) == ("2024-03", "2024年3月，警方接到报案。")
