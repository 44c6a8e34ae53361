"""Titles and descriptions of pages that no editor writes; longer texts are in the templates."""

from __future__ import annotations

HOME = "首页"
CASES = "案例"
EVENTS = "宣传活动"
CITIES = "地区"
OFFENCES = "类型"
DATES = "时间"
STAGES = "办理阶段"
STATISTICS = "统计"
QUIZ = "知识翻翻卡"
POSTERS = "宣传展板"
SEARCH = "案例检索"
SITE_MAP = "网站地图"
CORRECTED = "更正与撤回"
PROBLEMS = "待改问题"

TABLE = "表格{number}，可以左右滑动"
"""What a table of a text is called for those who hear it."""

YEAR = "{year}年"
MONTH = "{year}年{month}月"

ALL_CASES = "全部案例"
ALL_CASES_SUMMARY = "全部案例，共{count}起，按时间从新到旧排列。"
ALL_BULLETINS = "全部通报"
ALL_BULLETINS_SUMMARY = "全部通报，共{count}期，按发布日期从新到旧排列。"
ROOT = "按{title}查看"
ROOT_SUMMARY = "按{title}查看全部{count}起案例。"
TERM = "{title}案例"
TERMS = {"charge": "通报写明“{title}”的案例", "stage": "办理到“{title}”的案例"}
"""The titles of lists of which a plain one would say too much, by kind of term."""
TERM_SUMMARY = "{title}，共{count}起，按时间从新到旧排列。"
NUMBERED = "{title}（第{number}页）"
BULLETIN_SUMMARY = "{publisher}发布，共{expected}起案例。"
WITHDRAWN = "{bulletin}第{number}起案例（已撤回）"
WITHDRAWN_SUMMARY = "该案例已撤回。"
MOVED = "{address}：地址已更改"
MOVED_SUMMARY = "本页的地址已更改。"

STATISTICS_SUMMARY = "已发布案例按月份、城市、类型和办理阶段的件数，并说明每张表没有计入什么。"
BY_MONTH = "按月份"
BY_CITY = "按城市"
BY_GROUP = "按类型"
BY_STAGE = "按办理阶段"
EACH_ONCE = "每起案例计一次。"
WITHOUT_MONTH = "通报只写到年份的{count}起，不在此表中。"
ALL_HAVE_MONTH = "全部案例都写明了月份，没有漏计。"
WITHOUT_CITY = "全省性的{count}起没有写明城市，不在此表中。"
ALL_HAVE_CITY = "全部案例都写明了城市，没有漏计。"
IN_SEVERAL = "有{count}起案例属于不止一个{kind}，在每个{kind}各计一次，所以各行相加会重复计算。"
CITY, GROUP, MONTH_UNIT, STAGE = "城市", "类型", "月份", "阶段"
ONLY_WITH_CASES = "没有案例的{kind}不列出。"
OWN_GROUPS = "分类为本站编辑口径，不代表定性。"
CURRENT_STAGE = "以本站已知的最新阶段为准。"

QUIZ_SUMMARY = "先选一选，再翻开看答案。共{count}张卡片，适合课堂和家庭一起用。"
GROUP_QUIZ = "{title}翻翻卡"
GROUP_QUIZ_SUMMARY = "关于{title}的{count}道小题，先选一选，再翻开看答案。"
POSTERS_SUMMARY = "每个类型一张展板，分A3和A4两种大小，可以直接打印，张贴在公告栏。"
POSTER = "{title}展板（{size}）"
POSTER_SUMMARY = "{title}的宣传展板，用{size}纸打印。"
SEARCH_SUMMARY = "在全部案例中检索：输入地名、手法、罪名或标题中的几个字。"
CORRECTED_SUMMARY = "本站更正过、撤回过的案例，从新到旧排列。"
SITE_MAP_SUMMARY = "本站全部栏目和页面的入口。"

DAY = "{day.year}年{day.month}月{day.day}日"
FEED = "{site}：{title}"
FEED_UPDATE = "进展：{title}（{stage}）"
FEED_UPDATED = "{date}，{stage}。{note}"
FEED_CORRECTION = "更正：{title}"
FEED_WITHDRAWAL = "撤回：{bulletin}第{number}起案例"
FEED_WITHDRAWN = "已撤回。日期：{day}。原因：{reason}"

LLMS_NOTES = (
    "案例依据公安机关公开通报编写，文字由本站改写。事实和数字以通报发布时为准，后来的进展和更正写在各案例页面上。",
    "法院判决生效以前，对任何人都不得确定有罪。引用时请保留“涉嫌”“犯罪嫌疑人”等写法，并写明办理到哪一步。",
    "行政案件不写任何人，人名都已隐去。请不要推断、拼接或者补全任何人的身份。",
    "分类为本站编辑口径，不代表定性；不同办理阶段的人数不能相加。",
    "引用请注明通报的发布单位、日期和案例编号。",
    "案例撤回以后，页面只写日期和原因。保存过的正文、摘要、标题和索引必须删除；撤回和更正见订阅文件。",
)
"""What a program must know that answers people out of the cases."""
LLMS_PAGES = "主要页面"
LLMS_BULLETINS = "最近的通报"
LLMS_DATA = "数据和订阅"

DATA = "数据与订阅"
DATA_INTERFACE = "{name}数据接口"
DATA_INTERFACE_SUMMARY = (
    "本站案例的要素和正文，供程序读取。事实以通报发布时为准；转载请注明通报的发布单位、标题和日期。"
    "已撤回的案例只有日期和原因，转载过的请一并撤下。未经人民法院依法判决，对任何人都不得确定有罪。"
)
DATA_FILES = {
    "index": "目录：有哪些文件、多少内容",
    "cases": "全部案例的简表，以及已撤回的案例",
    "case": "一起案例的要素和正文",
    "recent": "最近发布的二十起案例",
    "bulletins": "全部通报",
    "cities": "有案例的省和城市",
    "offences": "全部类型",
    "openapi": "接口描述（OpenAPI 3.1）",
}
DATA_TABLES = {
    "cases.xlsx": "全部案例，Excel表格",
    "cases.csv": "全部案例，CSV表格（UTF-8）",
}
DATA_FEEDS = {
    "feed.xml": "本站动态，Atom格式",
    "feed.json": "本站动态，JSON Feed格式",
}
DATA_PARAMETERS = {
    "bulletin": "通报编号，如2024-09-12-taiyuan",
    "number": "通报中的序号，两位以上，如01",
}
DATA_NOT_FOUND = "没有这起案例"
KINDS = {
    "string": "文字",
    "date": "日期",
    "integer": "整数",
    "number": "数",
    "boolean": "true或false",
    "object": "名目和文字",
}
KIND_OF_LIST = "列表，每项是{kind}"
KIND_OF_MODEL = "“{title}”"
KIND_OR_NOTHING = "{kind}，或者null"
STATUS = {"published": "已发布", "withdrawn": "已撤回"}
SEVERAL = "、"
FIGURE, FIGURES = "{label}：{text}", "；"
SHEET, SHEET_OF_COLUMNS = "案例", "说明"
COLUMNS = ("列", "说明")

CASES_COLUMN = "典型案例"
KNOWLEDGE_COLUMN = "防范知识"
SITE_COLUMN = "网站信息"
"""What kind of column a list is, for the meta tag ColumnType."""

CORRECTIONS = "发现错误怎么办"
"""The heading under which the page about the site says so; it is an anchor, too."""

ADVICE = "警方提示"
"""The heading under which a page tells people how to protect themselves."""
