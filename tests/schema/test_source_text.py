"""The source of a bulletin in words, by its kind and by what is known."""

from __future__ import annotations

import pytest

from casebook.content.model import BulletinFields
from casebook.schema.source_text import SourceText, source_text

FIELDS = {
    "title": "一次通报",
    "publisher": "某市公安局",
    "published": "2024-09-12",
    "expected": "1",
    "province": "山西省",
}
REPORT = "本站依据的是媒体报道；日期为通报的日期，不是见报的日期"
UNNAMED = "本站依据的是媒体报道，所据文本没有写明媒体名称；日期为通报的日期，不是见报的日期"
REPOST = "本站依据的是转载的文本"


@pytest.mark.parametrize(
    ("stated", "name", "cited", "note"),
    [
        ({}, "某市公安局", "某市公安局2024年9月12日通报", ""),
        (
            {"source_kind": "媒体报道"},
            "媒体对某市公安局通报的报道",
            "媒体对某市公安局2024年9月12日通报的报道",
            UNNAMED,
        ),
        (
            {"source_kind": "媒体报道", "medium": "城市晚报"},
            "城市晚报对某市公安局通报的报道",
            "城市晚报对某市公安局2024年9月12日通报的报道",
            REPORT,
        ),
        (
            {"source_kind": "转载", "medium": "某微信公众号", "reposted_from": "公安部网安局"},
            "某微信公众号转载的公安部网安局报道",
            "某微信公众号2024年9月12日转载的公安部网安局报道",
            REPOST,
        ),
        (
            {"source_kind": "转载", "medium": "某网站"},
            "某网站转载的某市公安局通报",
            "某网站2024年9月12日转载的某市公安局通报",
            REPOST,
        ),
        (
            {"source_kind": "转载"},
            "其他网站或账号转载的某市公安局通报",
            "其他网站或账号2024年9月12日转载的某市公安局通报",
            REPOST,
        ),
    ],
)
def test_who_published_what_and_what_is_left_open(stated, name, cited, note):
    found = source_text(BulletinFields.model_validate(FIELDS | stated))
    assert (found.name, found.cited, found.note) == (name, cited, note)
    assert found.statement == (f"{cited}（{note}）" if note else cited)


@pytest.mark.parametrize(
    ("kind", "title", "day", "step"),
    [
        ("通报", "通报原标题", "发布日期", "通报"),
        ("媒体报道", "报道标题", "通报日期", "通报"),
        ("转载", "转载标题", "转载日期", "转载"),
    ],
)
def test_the_title_of_a_report_is_a_headline(kind, title, day, step):
    found = source_text(BulletinFields.model_validate(FIELDS | {"source_kind": kind}))
    assert isinstance(found, SourceText)
    assert (found.title_label, found.day_label, found.step) == (title, day, step)
