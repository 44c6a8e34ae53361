"""Fields of Word: of a field its result is read, or what it shows without one."""

from __future__ import annotations

import pytest

from .word_files import field, paragraph, run, texts


@pytest.mark.parametrize(
    ("instruction", "result", "expected"),
    [
        ("SEQ 案例", run("一"), "案例一。"),
        ('HYPERLINK "http://hidden.example/"', run("平台"), "案例平台。"),
        ("PAGE", None, "案例。"),
        ('XE "索引"', None, "案例。"),
        (r"EQ \* jc2 \* hps10 \o\ad(\s\up 9(páng),逄)", None, "案例逄。"),
        (r"eq \o\ac(○,3)", None, "案例③。"),
        (r"EQ \f(1,2)", None, "案例。"),
        ("MACROBUTTON 宏 [单击此处]", None, "案例[单击此处]。"),
        (r"SYMBOL 9312 \u", None, "案例①。"),
        (r'SYMBOL 254 \f "Wingdings"', None, "案例☑。"),
    ],
)
def test_of_a_field_the_result_is_read(instruction: str, result: str | None, expected: str) -> None:
    assert texts(f"<w:p>{run('案例')}{field(instruction, result)}{run('。')}</w:p>") == [expected]


def test_a_field_within_an_instruction_is_not_read() -> None:
    inner = field("PAGE", run("7"))
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText>IF </w:instrText></w:r>"
        f"{inner}{run('暗')}<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('明')}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert texts(body) == ["明"]


def test_an_instruction_may_go_over_paragraphs() -> None:
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' + paragraph("暗")
        + '<w:p><w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>' + paragraph("明")
        + '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )  # fmt: skip
    assert texts(body) == ["明"]


def test_a_field_without_an_end_hides_nothing() -> None:
    begin = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'
    assert texts(begin + paragraph("甲")) == ["甲"]


@pytest.mark.parametrize(
    ("form", "instruction", "expected"),
    [
        ('<w:checkBox><w:checked/></w:checkBox>', "FORMCHECKBOX", "☒属实"),
        ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "FORMCHECKBOX", "☐属实"),
        (
            '<w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/>'
            "</w:ddList>",
            "FORMDROPDOWN",
            "乙属实",
        ),
    ],
)  # fmt: skip
def test_forms_are_read_as_they_are_filled_in(form: str, instruction: str, expected: str) -> None:
    data = f"<w:ffData>{form}</w:ffData>"
    assert texts(f"<w:p>{field(instruction, None, data)}{run('属实')}</w:p>") == [expected]
