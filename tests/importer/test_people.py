"""People: suspects, and the many others that a text counts."""

from __future__ import annotations

import pytest

from casebook.importer.people import suspects_of


@pytest.mark.parametrize(
    ("text", "caught", "count"),
    [
        ("抓获犯罪嫌疑人60余名。", 60, 60),
        ("抓获嫌疑人80余人。", 80, 80),
        ("李某等12名犯罪嫌疑人被采取刑事强制措施。", 12, 12),
        ("依法对李某某等8人采取刑事强制措施。", 8, 8),
        ("依法采取刑事强制措施4人。", 4, 4),
        ("一举抓获犯罪嫌疑人47人，其中19人被采取刑事强制措施。", 47, 19),
        ("刑拘“黑客”3人。", 3, 3),
        ("目前，7名犯罪嫌疑人已被刑事拘留。", 7, 7),
        ("抓获康某及下游人员、平台“内应”共14名。", 14, 14),
        ("先抓获第1名犯罪嫌疑人，后在多地抓获犯罪嫌疑人41名。", 41, 41),
        ("招募刷手12万余名，抓获犯罪嫌疑人6名。", 6, 6),
        ("受害人达230余人，抓获犯罪嫌疑人12名，为群众挽回损失。", 12, 12),
        ("将公司负责人戴某某及员工共8人抓获。", 8, 8),
        ("2家公司的法定代表人被依法处理。", 2, 2),
        ("犯罪嫌疑人李某为牟利而作案。", 1, 1),
        ("将犯罪嫌疑人盛某、米某抓获。", 2, 2),
        ("抓获犯罪嫌疑人九名。", 9, 9),
    ],
)
def test_suspects(text: str, caught: int, count: int) -> None:
    found = suspects_of(text)
    assert found is not None
    assert (found.value.caught, found.value.count) == (caught, count)


@pytest.mark.parametrize(
    "text",
    [
        "受害群众230余名。",
        "吸引粉丝42万名。",
        "兼职“刷手”9万余人。",
        "出动民警30余名。",
        "参赌人员达5000人。",
        "李某等人被抓获。",
        "犯罪嫌疑人李某、王某某等人落网。",
        "李某某伙同王某作案。",
        "警方查明此事。",
    ],
)
def test_no_suspects_are_counted(text: str) -> None:
    assert suspects_of(text) is None


def test_several_counts_are_uncertain() -> None:
    found = suspects_of("抓获犯罪嫌疑人8名。此后又抓获犯罪嫌疑人4名。")
    assert found is not None
    assert (found.value.caught, found.is_certain) == (8, False)
    assert found.sentence == "抓获犯罪嫌疑人8名。"
