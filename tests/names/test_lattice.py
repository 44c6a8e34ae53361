"""Names by the lattice: how certain each is, how it is masked, and what a site's words cure."""

from __future__ import annotations

import pytest

from casebook.names.personal_data import person_mentions, personal_data

NO_WORDS: frozenset[str] = frozenset()


def found(text: str, words: frozenset[str] = NO_WORDS) -> list[tuple[str, str, object]]:
    """The code, the words and the masked form of each finding."""
    return [
        (one.code, text[one.start : one.end], one.found.get("masked"))
        for one in personal_data(text, words)
    ]


@pytest.mark.parametrize(
    ("text", "name", "masked"),
    [
        ("犯罪嫌疑人王建国已被抓获。", "王建国", "王某某"),
        ("民警将顾建军抓获。", "顾建军", "顾某某"),
        ("段鹏飞因涉嫌诈骗罪被刑事拘留。", "段鹏飞", "段某某"),
        ("葛红军一案已移送起诉。", "葛红军", "葛某某"),
        ("嫌疑人欧阳秀兰到案。", "欧阳秀兰", "欧阳某某"),
        ("龚䶮因涉嫌诈骗罪被刑事拘留。", "龚䶮", "龚某"),
        ("犯罪嫌疑人扎西平措被抓获。", "扎西平措", "扎某某"),
        ("受害人吐尔逊·艾山报警。", "吐尔逊·艾山", "吐某某"),
        ("犯罪嫌疑人Zhao Gang被抓获。", "Zhao Gang", "Z某某"),
        ("嫌疑人zhaogang到案。", "zhaogang", "z某某"),
    ],
)
def test_a_certain_name(text: str, name: str, masked: str) -> None:
    assert found(text) == [("name-unmasked", name, masked)]


def test_a_name_that_is_about_as_likely_a_word_is_uncertain() -> None:
    assert found("停水消息由高雪转发。") == [("name-uncertain", "高雪", "高某")]


def test_all_names_of_a_list_are_as_certain_as_the_first() -> None:
    assert found("民警李强、王军到场。") == [
        ("name-unmasked", "李强", "李某"),
        ("name-unmasked", "王军", "王某"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "犯罪嫌疑人高度依赖群聊。",
        "被害人黄金首饰被骗。",
        "犯罪嫌疑人李某、王某某到案。",
        "某江大桥坍塌系编造。",
    ],
)
def test_words_and_masks_are_no_names(text: str) -> None:
    assert found(text) == []


def test_a_word_of_the_site_is_no_name_anywhere() -> None:
    texts = ("商户张亮涉嫌虚开发票。", "张亮门店的账号被盗。")
    assert all(any(code.startswith("name-") for code, *_ in found(text)) for text in texts)
    assert [found(text, frozenset({"张亮"})) for text in texts] == [[], []]


def test_a_word_of_the_site_does_not_hide_a_longer_name() -> None:
    text = "犯罪嫌疑人张亮明已被抓获。"
    assert found(text, frozenset({"张亮"})) == [("name-unmasked", "张亮明", "张某某")]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("公安机关依法对单某予以行政处罚。", ["单某"]),
        ("违法行为人小赵被处罚。", ["小赵"]),
        ("某中学教师发布消息。", ["教师"]),
        ("网民“快乐小周”发布消息。", ["快乐小周"]),
        ("有人编造消息，公安机关依法作出行政处罚。", []),
        ("江苏某公司的平台被约谈。", []),
    ],
)
def test_mentions_of_a_person(text: str, mentions: list[str]) -> None:
    assert [text[one.start : one.end] for one in person_mentions(text)] == mentions
