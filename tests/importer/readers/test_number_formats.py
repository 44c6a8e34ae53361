"""Number formats: what a cell prints, as Excel with Chinese settings does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.importer.readers.number_formats import built_in, printed_number, printed_text


@pytest.mark.parametrize(
    ("value", "form", "printed"),
    [
        (37.5, '0.0"万元"', "37.5万元"),
        (118, '0.0"万元"', "118.0万元"),
        (0, '0.0"万元"', "0.0万元"),
        (12345, '0!.0,"万"', "1.2万"),
        (12345, r'0\.0,"万"', "1.2万"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (1e9, '#,##0,,"百万"', "1,000百万"),
        (0.256, "0%", "26%"),
        (0.2565, "0.00%", "25.65%"),
        (1.005, "0.00", "1.01"),
        (2.5, "0", "3"),
        (0.5, "#.##", ".5"),
        (-5, "0", "-5"),
        (-0.01, "0.0", "0.0"),
        (-5, "#,##0;(#,##0)", "(5)"),
        (-1234.5, '"¥"#,##0.00;[红色]\\-"¥"#,##0.00', "-¥1,234.50"),
        (0, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', " -   "),
        (3, '0"起";;', "3起"),
        (0, '0"起";;', ""),
        (5, ";;;", ""),
        (5, "@", "5"),
        (5, '"第"0"号"', "第5号"),
        (1, '[=1]"是";[=0]"否";General', "是"),
        (0, '[=1]"是";[=0]"否";General', "否"),
        (3, '[=1]"是";[=0]"否";General', "3"),
        (3, '[>=10]"多";[<0]"负"', "3"),
        (1234, "[$¥-804]#,##0", "¥1,234"),
        (5, 'G/通用格式"元"', "5元"),
        (13_812_345_678, "000-0000-0000", "138-1234-5678"),
        (12345.678, "0.00E+00", "1.23E+04"),
        (1.5, "# ?/?", "1 1/2"),
        (0.5, "?/?", "1/2"),
        (123, "[DBNum2][$-804]General", "壹佰贰拾叁"),
        (120, '[DBNum1]General"元"', "一百二十元"),
        (26, "[DBNum1]0", "二六"),
        (26, "[DBNum3]0", "２６"),
        (1e300, "0", "1" + "0" * 300),
    ],
)
def test_a_number_is_printed_by_its_format(value: float, form: str, printed: str) -> None:
    assert printed_number(value, form) == printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (0, "0"),
        (-1.5, "-1.5"),
        (0.1 + 0.2, "0.3"),
        (1 / 3, "0.333333333"),
        (13_812_345_678, "13812345678"),
        (123_456_789_012, "1.23457E+11"),
        (1e-10, "1E-10"),
        (0.00001, "0.00001"),
    ],
)
def test_a_number_without_a_format_has_at_most_eleven_characters(
    value: float, printed: str
) -> None:
    assert printed_number(value, "General") == printed


@pytest.mark.parametrize(
    ("value", "form", "printed"),
    [
        (45967, 'yyyy"年"m"月"d"日"', "2025年11月6日"),
        (45967, "yyyy/m/d;@", "2025/11/6"),
        (45967, r"yyyy\-mm\-dd", "2025-11-06"),
        (45967, "yy.mm", "25.11"),
        (46093.6, '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二六年三月十二日"),
        (46093, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2026年3月12日"),
        (46093, "[$-804]aaaa", "星期四"),
        (46093, "aaa", "四"),
        (46093, "[$-804]ddd", "周四"),
        (46093, "mmm-yy", "Mar-26"),
        (0.5, '上午/下午h"时"mm"分"', "下午12时00分"),
        (0.25, "h:mm AM/PM", "6:00 AM"),
        (46093.55, "yyyy/m/d h:mm", "2026/3/12 13:12"),
        (0.04, "mm:ss.0", "57:36.0"),
        (1.5, "[h]:mm", "36:00"),
        (44927.9999999, "yyyy-mm-dd hh:mm:ss", "2023-01-02 00:00:00"),
        (1, "yyyy-m-d", "1900-1-1"),
        (61, "yyyy-m-d", "1900-3-1"),
        (-1, "yyyy-mm-dd", "-1"),
        (1e9, "yyyy-mm-dd", "1000000000"),
    ],
)
def test_a_date_is_printed_by_its_format(value: float, form: str, printed: str) -> None:
    assert printed_number(value, form) == printed


def test_days_may_be_counted_since_1904() -> None:
    assert printed_number(44631, "yyyy-m-d", since_1904=True) == "2026-3-12"


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("General", "甲"),
        ("0.00", "甲"),
        ("@", "甲"),
        ('@"案"', "甲案"),
        ('0;0;0;"备注："@', "备注：甲"),
        (";;;", ""),
        ('0;0;0;"无"', "无"),
    ],
)
def test_a_text_is_printed_by_the_section_for_texts(form: str, printed: str) -> None:
    assert printed_text("甲", form) == printed


def test_built_in_formats_are_those_of_china() -> None:
    assert [built_in(number) for number in (0, 14, 31, 34, 57, 163)] == [
        "General", "yyyy/m/d", 'yyyy"年"m"月"d"日"', '上午/下午h"时"mm"分"', 'yyyy"年"m"月"',
        "General",
    ]  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(
    st.floats(allow_nan=False, allow_infinity=False),
    st.text('0#?.,%E+/@[]";\\_*ymdhsae年 -$<>=1DBNum', max_size=20),
)
def test_any_format_prints_any_number(value: float, form: str) -> None:
    assert isinstance(printed_number(value, form), str)
    assert isinstance(printed_text("甲", form), str)
