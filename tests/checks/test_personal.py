"""What gives a person away, stretch by stretch; the sentences are in `personal_examples`."""

# ruff: noqa: E501 - a row of a table stays in one piece

from __future__ import annotations

import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.names.identifiers.masking import half_hidden
from casebook.names.personal_data import personal_data
from casebook.texts.messages import MESSAGES

from .personal_examples import ALARMS, QUIET, identity

MARKED = [(code, sentence) for code, sentences in ALARMS.items() for sentence in sentences]


def found_in(text: str) -> list[tuple[str, str]]:
    return [(finding.code, text[finding.start : finding.end]) for finding in personal_data(text)]


def test_the_tables_are_long() -> None:
    assert len(set(MARKED)) == len(MARKED) >= 160
    assert len(set(QUIET)) == len(QUIET) >= 170


@pytest.mark.parametrize(("code", "sentence"), MARKED)
def test_what_gives_a_person_away(code: str, sentence: str) -> None:
    start, end = sentence.index("‹"), sentence.index("›") - 1
    text = sentence.replace("‹", "").replace("›", "")
    assert [(one.code, one.start, one.end) for one in personal_data(text)] == [(code, start, end)]


@pytest.mark.parametrize("sentence", QUIET)
def test_what_gives_nobody_away(sentence: str) -> None:
    assert found_in(sentence) == []


@pytest.mark.parametrize(("code", "sentence"), MARKED)
def test_a_report_does_not_give_away_what_it_reports(code: str, sentence: str) -> None:
    value = sentence[sentence.index("‹") + 1 : sentence.index("›")]
    (finding,) = personal_data(sentence.replace("‹", "").replace("›", ""))
    message = MESSAGES[code]
    render_page = (message.text + message.hint).format_map(finding.found)
    assert value not in render_page
    assert message.can_be_allowed


def test_a_word_that_reads_as_a_name_is_passed_where_the_site_lists_it() -> None:
    assert found_in("网友周知") == [("name-unmasked", "周知")]
    assert [*personal_data("网友周知", frozenset({"周知"}))] == []


def test_two_names_in_a_row_are_both_found() -> None:
    assert [found for _, found in found_in("张志远 李志远 摄影报道")] == ["张志远", "李志远"]


def test_two_of_a_kind_are_both_found() -> None:
    assert found_in("电话13800138000，13900139000。") == [
        ("mobile-number", "13800138000"),
        ("mobile-number", "13900139000"),
    ]
    assert found_in("电话13800138000 13900139000") == [
        ("mobile-number", "13800138000"),
        ("mobile-number", "13900139000"),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("13800138000", "13*******00"), ("王小明", "***"), ("", ""), ("x" * 40, "xxxx" + "*" * 32 + "xxxx")],
)  # fmt: skip
def test_half_hidden(text: str, shown: str) -> None:
    assert half_hidden(text) == shown


HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF) | st.sampled_from("，。、（）：“” "), max_size=12)  # fmt: skip


@given(
    st.integers(110000, 829999),
    st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)),
    st.integers(0, 999),
    HAN,
    HAN,
)
def test_every_identity_number_in_a_chinese_sentence_is_found(region, day, order, before, after):
    number = identity(f"{region}{day:%Y%m%d}{order:03}")
    assert ("identity-number", number) in found_in(f"{before}{number}{after}")


@given(
    st.text(
        st.characters() | st.sampled_from("犯罪嫌疑人王某0123456789*-. :@男女岁班号楼单元微信QQ"),
        max_size=80,
    )
)
def test_no_text_makes_it_fail(text: str) -> None:
    for finding in personal_data(text):
        assert 0 <= finding.start < finding.end <= len(text)


@given(
    st.integers(1, 10**15),
    st.sampled_from(["余条", "万元", "年", "余元", "亿元", "次", "个", "余人"]),
)
def test_counts_are_no_numbers_of_persons(count: int, unit: str) -> None:
    assert found_in(f"涉及{count}{unit}，") == []


@pytest.mark.parametrize(
    "piece",
    [
        "1", "某", " ", "1 ", "1-", "1 3", "王某", "王", "犯罪嫌疑人", "犯罪嫌疑人王某、", "王某、", "a", "a@", "a.", "1.", "1.1.1.", "a:", ":", "*", "1*",
        "QQ", "微信号", "小区", "3号楼", "住在", "路1号", "班", "岁", "小学三年级", "12岁", "晋A", "A1", "-", "，男", "张志远", "·", "１", "<", "样例路12号院",
        "尾号1680", "138\n", "村王家", "“", "<br>", "买买提·",
    ],
)  # fmt: skip
def test_it_takes_calls_in_step_with_the_length(piece: str) -> None:
    def calls(length: int) -> int:
        count = 0

        def one_more(*_: object) -> None:
            nonlocal count
            count += 1

        text = piece * (length // len(piece))
        sys.setprofile(one_more)
        try:
            found_in(text)
        finally:
            sys.setprofile(None)
        return count

    found_in(piece)  # Tables are read once, before anything is counted.
    # Twice the length takes about twice the calls; four times of them would be quadratic.
    assert calls(1200) < 3 * calls(600) + 200
