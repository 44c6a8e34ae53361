"""Stages, figures and groups as texts state them."""

from __future__ import annotations

import pytest

from casebook.content.library import Library
from casebook.importer.figures import MOST, figures_of
from casebook.importer.groups import group_of, topic_of
from casebook.importer.stage_phrases import stage_in_clause, step_of
from casebook.law.proceedings.stage import Stage

from .tables import rows


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("该案已移送起诉。", Stage.TRANSFERRED),
        ("案件已移送检察机关审查起诉。", Stage.TRANSFERRED),
        ("8名犯罪嫌疑人被依法刑事拘留。", Stage.DETAINED),
        ("依法采取刑事强制措施4人。", Stage.MEASURES),
        ("依法采取刑事措施。", Stage.MEASURES),
        ("李某已被批准逮捕。", Stage.MEASURES),
        ("检察机关已依法提起公诉。", Stage.CHARGED),
        ("法院依法作出一审判决。", Stage.FIRST_JUDGMENT),
        ("李某被判处有期徒刑三年。", Stage.FIRST_JUDGMENT),
        ("该判决已生效。", Stage.FINAL_JUDGMENT),
        ("对李某处以行政拘留五日。", Stage.PENALTY),
        ("依法采取治安拘留处罚。", Stage.PENALTY),
        ("公安机关依法予以行政处罚。", Stage.PENALTY),
        ("成功抓获犯罪嫌疑人7人。", Stage.CLEARED),
        ("警方已立案，案件正在办理。", Stage.FILED),
        ("刑事拘留8人，将移送起诉。", Stage.DETAINED),
        ("抓获李某，该行为最高可判处三年有期徒刑。", Stage.CLEARED),
        ("抓获李某，依据《关于移送起诉的规定》处理。", Stage.CLEARED),
        ("今天天气很好。", None),
    ],
)
def test_the_furthest_stage(text: str, stage: Stage | None) -> None:
    found = step_of(text)
    assert (found.value.stage if found else None) == stage


@pytest.mark.parametrize("row", rows("stages.tsv"), ids=lambda row: row["text"])
def test_the_step_of_a_case(row: dict[str, str]) -> None:
    found = step_of(row["text"])
    assert (found.value.key if found else "") == row["key"]
    assert bool(found and found.is_certain) is (row["certain"] == "yes")


@pytest.mark.parametrize(
    ("text", "key", "is_certain"),
    [
        ("对李某取保候审，案件正在侦查。", "bailed", True),
        ("抓获犯罪嫌疑人7人。", "cleared", False),
        ("对张某提起公诉，对李某作出不起诉决定。", "charged", False),
        ("平台封禁账号12个。", "account-closed", False),
        ("依据“移送起诉”的规定，刑事拘留8人。", "detained", True),
    ],
)
def test_the_furthest_step(text: str, key: str, is_certain: bool) -> None:
    found = step_of(text)
    assert found is not None
    assert (found.value.key, found.is_certain, found.sentence) == (key, is_certain, text)


@pytest.mark.parametrize(
    ("text", "place", "stage"),
    [
        ("12人被刑事拘留，案件已移送起诉。", 0, Stage.DETAINED),
        ("12人被刑事拘留，案件已移送起诉。", 9, Stage.TRANSFERRED),
        ("张某等12人，已被依法逮捕。", 4, Stage.MEASURES),
        ("涉案12人。案件已移送起诉。", 2, None),
    ],
)
def test_the_stage_of_a_clause(text: str, place: int, stage: Stage | None) -> None:
    assert stage_in_clause(text, place) is stage


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "关闭非法工作室4个，扣押作案设备50余台。",
            {"关闭非法工作室": "4个", "扣押作案设备": "50余台"},
        ),
        (
            "打掉引流平台6个和空壳网店80余个。",
            {"打掉引流平台": "6个", "打掉空壳网店": "80余个"},
        ),
        ("捣毁窝点两处。", {"捣毁窝点": "两处"}),
        ("买卖公民个人信息2100余条。", {"公民个人信息": "2100余条"}),
        ("以800元至950元不等的价格出售。", {"价格": "800元至950元"}),
        ("抓获犯罪嫌疑人53人，其中28人被采取强制措施。", {"抓获犯罪嫌疑人": "53人"}),
        ("查明涉案金额1000余万元。", {}),
        ("冻结涉案资金900余万元。", {"冻结涉案资金": "900余万元"}),
    ],
)
def test_figures(text: str, figures: dict[str, str]) -> None:
    assert figures_of(text, people=28) == figures


def test_the_count_of_people_is_no_figure() -> None:
    assert figures_of("抓获犯罪嫌疑人53人。", people=53) == {}


def test_figures_are_not_without_end() -> None:
    text = "".join(
        f"查扣第{letter}类设备{number}台，"
        for number, letter in enumerate("甲乙丙丁戊己庚辛壬癸子丑", 1)
    )
    assert len(figures_of(text)) == MOST


@pytest.mark.parametrize(
    ("title", "text", "group"),
    [
        ("李某某等人侵犯公民个人信息案", "", "侵犯公民个人信息"),
        (None, "李某在网上编造虚假消息，扰乱公共秩序。", "网络谣言"),
        ("王某某有偿删帖案", "", "网络水军"),
        (None, "某平台被非法侵入计算机信息系统，数据遭篡改。", "网络黑客"),
        ("李某开设赌场案", "", "网络赌博"),
        (None, "有人发布招嫖信息，组织卖淫。", "网络涉黄"),
        ("李某帮助信息网络犯罪活动案", "收购银行卡用于转移诈骗资金。", "网络黑灰产"),
        (None, "财务人员被诈骗分子拉入群聊，被骗转账100万元。", "电信网络诈骗"),
        (None, "李某在宾馆安装针孔摄像头偷拍。", "偷拍偷窥"),
        (None, "李某某在群里辱骂、诽谤他人，属于网络暴力。", "网络暴力"),
        ("李某等人软暴力催收案", "非法获取公民个人信息，实施诈骗。", "网络敲诈勒索"),
        ("李某等人裸聊敲诈案", "", "网络敲诈勒索"),
        ("李某等人组织、领导传销活动案", "", "涉网经济犯罪"),
        ("李某侵犯商业秘密案", "", "网上侵权假冒"),
        ("李某等人组织考试作弊案", "", "其他涉网犯罪"),
        ("李某等人为赌博集团洗钱案", "", "网络赌博"),
        ("李某等人走私案", "非法获取公民个人信息，实施诈骗。", None),
        (None, "今天天气很好。", None),
    ],
)
def test_the_group_of_a_case(
    title: str | None, text: str, group: str | None, library: Library
) -> None:
    found = group_of(title, text, None, library.offences)
    assert (found.value.title if found else None) == group


def test_the_topic_of_a_bulletin_decides_where_a_case_says_little(library: Library) -> None:
    topic = topic_of("公安机关公布打击“网络水军”十起典型案例", library.offences)
    assert topic is not None
    assert topic.title == "网络水军"
    found = group_of("自媒体账号敲诈勒索案", "杜撰负面文章，索要费用。", topic, library.offences)
    assert found is not None
    assert found.value is topic
    assert topic_of("打击网络谣言、网络水军典型案例", library.offences) is None
