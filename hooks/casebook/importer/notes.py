"""What drafts tell the editor beside their values."""

from __future__ import annotations

BODY_HEADING = "## 案情"
UNCERTAIN = "请核对，取自：“{sentence}”"
SUMMARY = "取自正文开头，请改写成一两句话"
COUNT = "通报说有 {announced} 起，这里认出 {found} 起：请对照原文"
OPEN_ELSE = "原文没有写明，请补上"
OPEN = {
    "title": "原文没有给出标题，请写成“……案”，姓名隐去",
    "date": "原文没有写明何时发现或侦破，请补上",
    "city": "原文没有写到市，请补上；全省性案件写“全省”",
    "offence": "看不出属于哪个类型，请从 docs/offences/ 的各页中选一个",
    "stage": "原文没有写明办理阶段，请补上",
    "summary": "请用一两句话概括，20–120字",
    "published": "原文没有写明发布日期，请补上，如 2025-02-10",
    "publisher": "原文没有写明发布单位，请补上",
    "province": "看不出省份，请补上；来自多个省份时写“全国”",
}
