"""People: suspects, and the many others that a text counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.importer.people import count_places, suspects_of


def read(text: str) -> str | None:
    """Those caught, those of them at the stage, and a question mark where an editor must check."""
    found = suspects_of(text)
    if found is None:
        return None
    caught, handled = found.value.caught, found.value.handled
    part = f"/{handled}" if handled is not None else ""
    return f"{caught}{part}{'' if found.is_certain else '?'}"


COUNTED = [
    ("抓获犯罪嫌疑人12名。", "12"),
    ("抓获犯罪嫌疑人12人。", "12"),
    ("抓获12名犯罪嫌疑人。", "12"),
    ("抓获犯罪嫌疑人九名。", "9"),
    ("抓获犯罪嫌疑人二十三名。", "23"),
    ("抓获犯罪嫌疑人一百零八名。", "108"),
    ("抓获犯罪嫌疑人1,208名。", "1208"),
    ("抓获犯罪嫌疑人 12 名。", "12"),
    ("抓获犯罪嫌疑人１２名。", "12"),
    ("抓获涉案人员廿三名。", "23"),
    ("抓获犯罪嫌疑人1名。", "1"),
    ("共抓获嫌疑人两名。", "2"),
    ("李某等12名犯罪嫌疑人被采取刑事强制措施。", "12"),
    ("依法对李某某等8人采取刑事强制措施。", "8"),
    ("依法采取刑事强制措施4人。", "4"),
    ("刑拘“黑客”3人。", "3"),
    ("目前，7名犯罪嫌疑人已被刑事拘留。", "7"),
    ("抓获康某及下游人员、平台“内应”共14名。", "14"),
    ("先抓获第1名犯罪嫌疑人，后在多地抓获犯罪嫌疑人41名。", "41"),
    ("将公司负责人戴某某及员工共8人抓获。", "8"),
    ("13名嫌疑人全部落网。", "13"),
    ("专案组一举抓获12名吸粉引流人员。", "12"),
    ("民警将5人抓获归案。", "5"),
    ("民警将夫妻二人抓获。", "2"),
    ("民警将兄弟俩抓获。", "2"),
    ("父子三人被民警抓获。", "3"),
    ("犯罪嫌疑人李某、王某二人被抓获。", "2"),
    ("对3名网民依法予以行政处罚。", "3"),
    ("公安机关依法对张某等2人处以行政拘留。", "2"),
    ("3人因扰乱公共秩序被行政拘留。", "3"),
    ("抓获以李某为首的犯罪嫌疑人15人。", "15"),
    ("打掉一个6人犯罪团伙。", "6"),
    ("李某等19人被抓获。此前网传有十余人涉案。", "19"),
    ("抓获犯罪嫌疑人5名。目前，5名犯罪嫌疑人已被刑事拘留。", "5"),
    ("抓获犯罪嫌疑人12名。目前，8人被刑事拘留，4人被取保候审。", "12"),
]

PARTS = [
    ("一举抓获犯罪嫌疑人47人，其中19人被采取刑事强制措施。", "47/19"),
    ("抓获犯罪嫌疑人53人，其中依法采取刑事强制措施28人。", "53/28"),
    ("抓获5人，其中刑拘3人。", "5/3"),
    ("抓获犯罪嫌疑人8名，其中组织者3名。", "8"),
]

AMONG_OTHERS = [
    ("招募刷手12万余名，抓获犯罪嫌疑人6名。", "6"),
    ("受害人达230余人，抓获犯罪嫌疑人12名，为群众挽回损失。", "12"),
    ("组织30名警力，抓获犯罪嫌疑人7名。", "7"),
    ("该群有会员3700人，民警抓获犯罪嫌疑人4名。", "4"),
    ("3名受害人报警，民警抓获犯罪嫌疑人2名。", "2"),
    ("查处涉案公司3家，抓获犯罪嫌疑人9名。", "9"),
    ("该案涉及被害人21名，嫌疑人2名已到案。", "2"),
    ("12人次参与刷单，抓获犯罪嫌疑人3名。", "3"),
    ("每人获利500元，民警抓获6人。", "6"),
]

UNCERTAIN = [
    ("抓获犯罪嫌疑人60余名。", "60?"),
    ("抓获嫌疑人80余人。", "80?"),
    ("抓获犯罪嫌疑人8名。此后又抓获犯罪嫌疑人4名。", "12?"),
    ("抓获犯罪嫌疑人12人，后又抓获6人。", "18?"),
    ("将丁某抓获。检察院对卫某等5人、对蒋某等13人提起公诉。", "18?"),
    ("将丁某抓获。查明卫某、蒋某、沈某、韩某4人帮助引流，均已被刑事拘留。", "4?"),
    ("2家公司的法定代表人被依法处理。", "2?"),
    ("犯罪嫌疑人李某为牟利而作案。", "1?"),
    ("将犯罪嫌疑人盛某、米某抓获。", "2"),
    ("犯罪嫌疑人赵某、钱某、孙某、李某已被刑事拘留。", "4"),
    ("将赵某、钱某抓获。孙某协助转账。", "2?"),
    ("民警将一名男子抓获。", "1?"),
    ("该公司负责人陈某已被刑事拘留。", "1?"),
    ("李某已被刑事拘留。", "1?"),
    ("依法刑事拘留5人，行政处罚3人。", "8?"),
]

NONE = [
    "受害群众230余名。",
    "吸引粉丝42万名。",
    "兼职“刷手”9万余人。",
    "出动民警30余名。",
    "参赌人员达5000人。",
    "李某等人被抓获。",
    "犯罪嫌疑人李某、王某某等人落网。",
    "李某某伙同王某作案。",
    "警方查明此事。",
    "专案组抓获70多人，均已刑事拘留。",
    "抓获犯罪嫌疑人十余名。",
    "抓获犯罪嫌疑人数十名。",
    "抓获犯罪嫌疑人二三十名。",
    "抓获犯罪嫌疑人上百名。",
    "有人编造“3人被砍死”的谣言。",
    "受害人王某报警。",
    "3名证人到场作证。",
    "封停账号300个。",
    "查处违规公司5家。",
    "走访群众200人。",
]


@pytest.mark.parametrize(("text", "people"), [*COUNTED, *PARTS, *AMONG_OTHERS, *UNCERTAIN])
def test_suspects(text: str, people: str) -> None:
    assert read(text) == people


@pytest.mark.parametrize("text", NONE)
def test_no_suspects_are_counted(text: str) -> None:
    assert read(text) is None


def test_the_count_at_the_stage_is_that_of_the_part() -> None:
    found = suspects_of("抓获犯罪嫌疑人53人，其中依法采取刑事强制措施28人。")
    assert found is not None
    assert (found.value.count, found.value.place) == (28, 23)


def test_places_of_a_count_hold_every_writing_of_it() -> None:
    assert list(count_places("抓获12人。目前，十二名嫌疑人已被刑拘。", 12)) == [2, 9]


def test_several_counts_name_the_sentence_of_the_first() -> None:
    found = suspects_of("抓获犯罪嫌疑人8名。此后又抓获犯罪嫌疑人4名。")
    assert found is not None
    assert found.sentence == "抓获犯罪嫌疑人8名。"


@given(st.text(alphabet="0123456789一二十百廿余多名人抓获犯罪嫌疑，。、某李王等其中", max_size=50))
def test_any_text_counts_at_least_one_person_or_none(text: str) -> None:
    found = suspects_of(text)
    assert found is None or found.value.count >= 1
