"""Titles and descriptions of pages that no editor writes; longer texts are in the templates."""

from __future__ import annotations

HOME = "首页"
CASES = "案例"
EVENTS = "宣传活动"
CITIES = "地区"
OFFENCES = "类型"
DATES = "时间"

YEAR = "{year}年"
MONTH = "{year}年{month}月"

ALL_CASES = "全部案例"
ALL_CASES_SUMMARY = "全部案例，共{count}起，按时间从新到旧排列。"
ALL_BULLETINS = "全部通报"
ALL_BULLETINS_SUMMARY = "全部通报，共{count}期，按发布日期从新到旧排列。"
ROOT = "按{title}查看"
ROOT_SUMMARY = "按{title}查看全部{count}起案例。"
TERM = "{title}案例"
TERM_SUMMARY = "{title}的案例，共{count}起，按时间从新到旧排列。"
NUMBERED = "{title}（第{number}页）"
BULLETIN_SUMMARY = "{publisher}发布，共{expected}起案例。"
WITHDRAWN = "{bulletin}第{number}起案例（已撤回）"
WITHDRAWN_SUMMARY = "该案例已撤回。"
MOVED = "{id}：地址已更改"
MOVED_SUMMARY = "该案例已移到新地址。"

ADVICE = "警方提示"
"""The heading under which a page tells people how to protect themselves."""
