"""The articles on the pages of cases and groups: which ones, in which version, and what is said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casebook.content.contents import Case
from casebook.pages.laws import CaseLawsView, LawView, case_laws, group_laws

from ..sites.make import Content

FIRST = "2026-03-01-shanxi/01"
AS_OF = date(2026, 7, 17)
RUMOR = "故意散布谣言的，处五日以上十日以下拘留。"
OLD_RUMOR = "散布谣言的，处五日以上十日以下拘留。"
LAWS = [
    {
        "name": "刑法",
        "article": "第二百九十一条之一第二款",
        "text": "编造虚假的灾情的，处三年以下有期徒刑。",
        "as_of": "2026-07-17",
    },
    {
        "name": "治安管理处罚法",
        "article": "第二十九条",
        "text": RUMOR,
        "as_of": "2026-07-17",
        "version": "2025年修订文本",
        "in_force_from": "2026-01-01",
    },
    {
        "name": "治安管理处罚法",
        "article": "第二十五条",
        "text": OLD_RUMOR,
        "as_of": "2026-07-17",
        "version": "2012年修正文本",
        "in_force_from": "2013-01-01",
        "in_force_until": "2025-12-31",
    },
    {
        "name": "网络安全法",
        "article": "第四十六条",
        "text": "旧的文本。",
        "as_of": "2026-07-17",
        "in_force_from": "2017-06-01",
        "in_force_until": "2025-12-31",
    },
]
CRIMINAL = LawView(
    "刑法第二百九十一条之一第二款", "编造虚假的灾情的，处三年以下有期徒刑。", (), AS_OF
)
CURRENT = LawView("治安管理处罚法第二十九条", RUMOR, ("2025年修订文本，2026年1月1日起施行",), AS_OF)
OLD = LawView(
    "治安管理处罚法第二十五条",
    OLD_RUMOR,
    (
        "2012年修正文本，2013年1月1日起施行，施行至2025年12月31日",
        "现行文本：第二十九条（2026年1月1日起施行）",
    ),
    AS_OF,
)
OLD_NETWORK = LawView(
    "网络安全法第四十六条",
    "旧的文本。",
    ("2017年6月1日起施行，施行至2025年12月31日", "现行文本自2026年1月1日起施行"),
    AS_OF,
)
OF_GROUP = "下面是与“网络谣言”这一类型有关的条文大意"
NO_VERDICT = "，不是法律原文，也不是对本案的定性。"
OF_ACT = "不是法律原文；处罚的依据以行政处罚决定书为准。"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    made = Content(tmp_path)
    made.page("index.md", "首页", summary="这里是首页。")
    made.offence("online-rumor", "网络谣言", laws=LAWS, charges=[("自定罪", "own")])
    made.offence("telecom-fraud", "电信网络诈骗", order=2)
    return made


def one(content: Content, **fields: object) -> Case:
    content.case(FIRST, offence=fields.pop("offence", "网络谣言"), **fields)
    (case,) = content.library().cases
    return case


def view(content: Content, **fields: object) -> CaseLawsView:
    found = case_laws(one(content, **fields))
    assert found is not None
    return found


def with_line(law: LawView, line: str) -> LawView:
    return LawView(law.title, law.text, (line, *law.lines), law.as_of)


def test_the_articles_of_a_group_at_the_date(content: Content) -> None:
    found = view(content, date="2025-12-31")
    assert found == CaseLawsView(
        f"{OF_GROUP}（写明施行日期的，取案件日期2025年12月31日施行的文本）{NO_VERDICT}",
        "",
        (CRIMINAL, OLD, OLD_NETWORK),
        (),
    )
    assert view(content, date="2026-01").laws == (CRIMINAL, CURRENT)
    assert view(content, date="2021").laws == (CRIMINAL, OLD, OLD_NETWORK)


def test_an_undated_text_of_the_criminal_law_is_the_one_of_2021(content: Content) -> None:
    article = LawView("刑法第二百九十一条之一第二款", "", (), None)  # of 2015
    assert view(content, date="2021-02").laws == (article, OLD, OLD_NETWORK)
    assert case_laws(one(content, date="2012")) is None
    found = view(content, date="2021-02", charge="编造虚假信息罪")
    about = ("罪名：编造虚假信息罪",)
    assert found.laws == (LawView("刑法第二百九十一条之一第二款", "", about, None),)


def test_a_sentence_without_a_time_where_no_text_has_one(content: Content) -> None:
    content.offence("telecom-fraud", "电信网络诈骗", order=2, laws=LAWS[:1])
    sentence = f"{OF_GROUP}{NO_VERDICT}".replace("网络谣言", "电信网络诈骗")
    assert view(content, offence="电信网络诈骗").sentence == sentence


def test_a_year_in_which_a_law_changed(content: Content) -> None:
    content.offence(
        "paid-posters",
        "网络水军",
        order=3,
        laws=[
            {"name": "甲法", "article": "第一条", "text": "旧。", "as_of": "2026-07-17",
             "in_force_from": "2019-04-23", "in_force_until": "2025-10-14"},
            {"name": "甲法", "article": "第二条", "text": "新。", "as_of": "2026-07-17",
             "in_force_from": "2025-10-15"},
        ],
    )  # fmt: skip
    found = view(content, offence="网络水军", date="2025")
    assert found.note == "案件日期只写到2025年，其间法律有修改，新旧文本都列出。"
    assert [law.title for law in found.laws] == ["甲法第一条", "甲法第二条"]
    found = view(content, offence="网络水军", date="2025-10-14")
    assert (found.note, [law.title for law in found.laws]) == ("", ["甲法第一条"])


def test_an_administrative_case_begins_with_administrative_law(content: Content) -> None:
    found = view(content, date="2024-10", stage="行政处罚")
    assert found.laws == (OLD, OLD_NETWORK, CRIMINAL)


def test_the_articles_of_an_act(content: Content) -> None:
    found = view(content, date="2024-10", stage="行政处罚", act=["散布谣言", "行政拘留"])
    assert found == CaseLawsView(
        "下面是与通报写明的违法行为（“散布谣言”）对应的条文大意（取案件日期2024年10月施行的文本），"
        + OF_ACT,
        "",
        (with_line(OLD, "违法行为：散布谣言"),),
        (),
    )
    found = view(content, date="2026-01", stage="行政处罚", act="散布谣言")
    assert found.laws == (with_line(CURRENT, "违法行为：散布谣言"),)


def test_an_act_that_no_page_explains(content: Content) -> None:
    found = view(content, date="2025-10", stage="行政处罚", act="刷单炒信")
    about = "违法行为：刷单炒信"
    assert found.note == "案件日期只写到2025年10月，其间法律有修改，新旧文本都列出。"
    assert found.laws == (
        LawView(
            "反不正当竞争法第二十条",
            "罚则：责令停止，20万–100万元罚款；严重：100万–200万元，可吊销营业执照。",
            (
                about,
                "2019年修正文本，2019年4月23日起施行，施行至2025年10月14日",
                "现行文本：第二十五条（2025年10月15日起施行）",
            ),
            None,
        ),
        LawView(
            "反不正当竞争法第二十五条",
            "罚则：责令停止，100万元以下罚款；严重：100万–200万元，可并处吊销营业执照。",
            (about, "2025年修订文本，2025年10月15日起施行"),
            None,
        ),
    )


def test_a_kind_of_penalty_calls_for_no_article(content: Content) -> None:
    found = view(content, date="2024-10", stage="行政处罚", act="行政拘留")
    assert found.laws == (OLD, OLD_NETWORK, CRIMINAL)


def test_an_act_of_which_no_text_was_in_force(content: Content) -> None:
    found = view(content, date="2024-10", stage="行政处罚", act="窃取或者非法获取个人信息")
    assert found.laws == (OLD, OLD_NETWORK, CRIMINAL)


def test_the_articles_of_charges(content: Content) -> None:
    found = view(content, date="2024-10", charge=["编造虚假信息罪", "敲诈勒索罪", "自定罪"])
    assert found == CaseLawsView(
        "下面是通报写明的罪名（“编造虚假信息罪”、“敲诈勒索罪”、“自定罪”）所在的条文，只写大意，不是法律原文，"
        "也不是对本案的定性。",
        "",
        (
            with_line(CRIMINAL, "罪名：编造虚假信息罪"),
            LawView("刑法第二百七十四条", "", ("罪名：敲诈勒索罪",), None),
            LawView("刑法第一条", "", ("罪名：自定罪",), None),
        ),
        (
            "《最高人民法院、最高人民检察院关于办理敲诈勒索刑事案件适用法律若干问题的解释》"
            "（法释〔2013〕10号），2013年4月27日起施行",
        ),
    )


def test_charges_of_one_article(content: Content) -> None:
    found = view(content, date="2024-10", charge=["侮辱罪", "诽谤罪"])
    assert found.laws == (LawView("刑法第二百四十六条", "", ("罪名：侮辱罪、诽谤罪",), None),)


def test_a_former_charge_names_its_successor(content: Content) -> None:
    found = view(content, date="2015-10", charge="非法获取公民个人信息罪")
    lines = ("罪名：非法获取公民个人信息罪", "现在的罪名：侵犯公民个人信息罪")
    assert found.laws == (LawView("刑法第二百五十三条之一第二款", "", lines, None),)
    assert found.interpretations == ()


def test_no_article_at_all(content: Content) -> None:
    assert case_laws(one(content, offence="电信网络诈骗")) is None


def test_a_document_whose_day_of_issue_is_known(content: Content) -> None:
    found = view(content, date="2025-08", charge="帮助信息网络犯罪活动罪")
    assert found.interpretations[-1] == (
        "《关于办理帮助信息网络犯罪活动等刑事案件有关问题的意见》（法发〔2025〕12号），2025年7月22日印发"
    )


def test_a_group_shows_texts_in_force_and_earlier_ones(content: Content) -> None:
    one(content)
    group, _ = content.library().offences
    found = group_laws(group)
    assert found.current == (CRIMINAL, CURRENT)
    assert found.earlier == (OLD, OLD_NETWORK)
