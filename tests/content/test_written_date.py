"""Written dates: every way of writing a date is answered with the text to write."""

# ruff: noqa: E501 - a table keeps its lines, so that it can be compared

from __future__ import annotations

import pytest

from casebook.content.written_date import date_advice

DAY = "写成 2025-03-18"
ANY = "写成 2024、2024-04 或 2024-04-09 这样，月和日用两位数字"
FULL = "写成 2024-04-09 这样，年、月、日都要写，月和日用两位数字"
NO_DAY = "写到日：这里只有年和月，还缺几号，写成 2024-04-09 这样"
NO_MONTH = "写到日：这里只有年，还缺几月几号，写成 2024-04-09 这样"
NO_YEAR = "补上四位数字的年份，写成“年份-03-18”"
IMPOSSIBLE = "对照通报核对：没有这个月份或这一天"


@pytest.mark.parametrize(
    "written",
    [
        "2025年3月18日", "2025年3月18号", "2025年03月18日", "2025 年 3 月 18 日", "2025/3/18", "2025.3.18", "2025-3-18",
        "2025·3·18", "2025—03—18", "2025－03－18", "20250318", "２０２５－０３－１８", "２０２５年３月１８日", "2025 3 18",
        "二〇二五年三月十八日", "二零二五年三月十八日", "二○二五年三月十八号", " 2025年3月18日 ", "2025年3月18日上午",
        "2025年3月18日（周二）", "2025年3月18日 10:30", "2025-03-18 10:30", "2025-03-18T10:30:00",
    ],
)  # fmt: skip
def test_a_whole_date_is_answered_with_itself(written):
    assert date_advice(written) == date_advice(written, is_full=True) == DAY


@pytest.mark.parametrize(
    ("written", "known", "is_full"),
    [
        ("2025年", "写成 2025", NO_MONTH), ("2025年度", "写成 2025", NO_MONTH), ("２０２５", "写成 2025", NO_MONTH),
        ("二〇二五年", "写成 2025", NO_MONTH), ("2025年3月", "写成 2025-03", NO_DAY), ("2025.3", "写成 2025-03", NO_DAY),
        ("2025年3月份", "写成 2025-03", NO_DAY), ("202503", "写成 2025-03", NO_DAY), ("2025/12", "写成 2025-12", NO_DAY),
        ("二〇二五年十二月", "写成 2025-12", NO_DAY), ("2025年十月", "写成 2025-10", NO_DAY),
        ("2025年二十月", IMPOSSIBLE, IMPOSSIBLE),
        ("3月18日", NO_YEAR, NO_YEAR), ("三月十八号", NO_YEAR, NO_YEAR), ("3月40日", IMPOSSIBLE, IMPOSSIBLE),
        ("2025-02-30", IMPOSSIBLE, IMPOSSIBLE), ("2025年13月1日", IMPOSSIBLE, IMPOSSIBLE), ("20251318", IMPOSSIBLE, IMPOSSIBLE),
        ("明年", ANY, FULL), ("去年三月", ANY, FULL), ("18/3/2025", ANY, FULL), ("25年3月18日", ANY, FULL), ("", ANY, FULL),
        ("2025年3月18日至20日", ANY, FULL), ("13800138000", ANY, FULL), ("2025年3月中旬", "写成 2025-03", NO_DAY),
    ],
)  # fmt: skip
def test_what_is_no_whole_date_is_answered_with_what_is_missing(written, known, is_full):
    assert date_advice(written) == known
    assert date_advice(written, is_full=True) == is_full
