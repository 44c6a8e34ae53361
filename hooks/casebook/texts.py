"""What the commands and the preview say; the problems of content have a table of their own."""

from __future__ import annotations

MISSING = "找不到：{paths}"
NOT_BUILT = "没有生成网站，原有的网站保持不变。"
BROKEN_OFF = "生成中断，原有的网站保持不变。"
TARGET_IS_SOURCE = "{folder} 里有本项目的文件，网站不能放在那里。请换一个文件夹。"
TARGET_IS_FOREIGN = "{folder} 里有别的文件，网站会把它们全部换掉。请换一个空文件夹。"
BUSY = "另一次生成正在写入 {folder}，请等它结束后再试。"
BUILT = (
    "网站已生成到 {folder}/：{cases} 起案例，{cities} 个城市，{offences} 个类型，{pages} 个页面。"
)

INDEXING_CASES = "正在为案例建立索引"
INDEXING = "正在写入索引"

CHECKED = "检查了 {bulletins} 期通报、{cases} 起案例：{found}。"
FOUND = "发现 {counts}"
FOUND_NOTHING = "没有发现问题"
ERRORS = "{count} 个错误"
WARNINGS = "{count} 个提醒"

PROBLEMS_PAGE = "待改问题"

FIELD_TABLE_HEAD = ("键", "名称", "必填", "写什么", "例子")
REQUIRED = "是"
