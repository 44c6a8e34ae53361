"""The notes for the editor in drafts."""

from __future__ import annotations

from collections.abc import Mapping

from casebook.content.model import BulletinFields, CaseFields
from casebook.content.model_base import FrontMatter, required_keys

INDEX = "index.md"
"""The name of a bulletin's file."""

BODY_HEADING = "## 案情"
UNCERTAIN = "请核对，取自：“{sentence}”"
UNCERTAIN_UNQUOTED = "请核对：原文的这一句写有人，没有摘录，请对照正文"
SUMMARY = "取自正文开头，请改写成一两句话"
COUNT = "通报说有 {announced} 起，这里认出 {found} 起：请对照原文"
OPEN_ELSE = "请补上"
OPEN: dict[type[FrontMatter], dict[str, str]] = {
    CaseFields: {
        "title": "没有标题：请写成“……案”，姓名隐去",
        "date": "没有日期：请写何时发现或侦破，如 2024、2024-04、2024-04-09",
        "city": "没有写到市：请写正式名称，如 太原市；全省性案件写“全省”",
        "offence": "看不出类型：请从类型页（docs/offences/ 里的文件）的名称和别称中选一个",
        "stage": "没有办理阶段：请写办理到哪一步，如 刑事拘留、移送起诉",
        "summary": "没有摘要：请用一两句话概括，20–120字",
    },
    BulletinFields: {
        "title": "没有标题：请写这一期通报的标题，如 某市公安局通报涉网违法典型案例",
        "published": "没有发布日期：请写完整日期，如 2025-02-10",
        "publisher": "没有发布单位：请补上",
        "expected": "没有案例数：请写通报宣布的起数",
        "province": "看不出省份：请写正式名称；来自多个省份时写“全国”",
    },
}
"""The notes on required fields without a value, by model and key."""


def open_fields(model: type[FrontMatter], values: Mapping[str, object]) -> dict[str, list[str]]:
    """The notes on required fields without a value, by key."""
    notes = OPEN.get(model, {})
    return {
        key: [notes.get(key, OPEN_ELSE)] for key in required_keys(model) if values.get(key) is None
    }
