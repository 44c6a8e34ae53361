"""What the commands and the preview say; the problems of content have a table of their own."""

from __future__ import annotations

NOT_INSTALLED = "这台电脑没有装生成网站用的程序（缺少 {name}）。请运行 make site，它会先装好。"
MISSING = "找不到：{paths}"
NOT_BUILT = "没有生成网站，原有的网站保持不变。"
BROKEN_OFF = "生成中断，原有的网站保持不变。"
TARGET_IS_SOURCE = "{folder} 里有本项目的文件，网站不能放在那里。请换一个文件夹。"
TARGET_IS_FOREIGN = "{folder} 里有别的文件，网站会把它们全部换掉。请换一个空文件夹。"
OF_OWNER = "主办单位的联系方式"
LEAKED = "生成的网站里有不该公开的内容，没有发布，原有的网站保持不变。"
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
ALLOWED = "{path}：已放行 {code}，理由：{reason}"

PROBLEMS_PAGE = "待改问题"

FIELD_TABLE_HEAD = ("键", "名称", "必填", "写什么", "例子")
REQUIRED = "是"

SCHEMAS = {
    "bulletin": ("通报", "通报文件 index.md 的文件头"),
    "case": ("案例", "案例文件的文件头"),
    "offence": ("类型页", "docs/offences/ 中类型页的文件头"),
    "page": ("页面", "docs/ 中其他页面的文件头"),
    "search": ("检索页", "docs/search.md 的文件头"),
}
SNIPPETS = {
    "bulletin": (("通报", "tongbao"), "新通报：index.md 的文件头"),
    "case": (("案例", "anli"), "新案例：文件头和正文的小标题"),
}
SNIPPET_BODY = {"bulletin": "{rest}\n", "case": "## 案情\n\n{rest}\n\n## 办理情况\n"}
PLACEHOLDER = "[{title}]"
SCHEMAS_WRITTEN = "已写入 {paths}。"
SCHEMAS_REFUSED = "写不进 {path}：{reason}。"
OFFENCES_BROKEN = "有的类型页读不出来，名称不全。请先运行 casebook check 并改正。"

UNREADABLE = {
    "form": (
        "{file} 的格式不支持。请存成 .docx、.html、.md 或 .txt；"
        "旧的 .doc 请在 Word 里另存为 .docx。"
    ),
    "encoding": "{file} 的编码认不出来。请用编辑器打开，另存为 UTF-8。",
    "empty": "{file} 里没有文字，或文件已损坏。请重新保存一份。",
}
FILE_REFUSED = "{file} 打不开：{reason}。"
NO_CASES = "在 {file} 里没有认出案例。请确认它是案例通报；也可以用 casebook new 逐个新建。"
NO_DATE = "原文没有写明发布日期，无法给文件夹命名。请加上 --published，如 --published 2025-02-10。"
DATE_WRONG = "“{date}”不是完整日期。请写成 2025-02-10。"
FOLDER_WRONG = "“{folder}”不能作通报文件夹的名字。请写成“发布日期-地名拼音”，如 2025-02-10-shanxi。"
OCCUPIED = "这些文件已经存在，没有写入任何文件：{paths}。请用 --into 换一个文件夹。"
WRITE_REFUSED = "写不进 {folder}：{reason}。没有留下任何文件。"
IMPORTED = "已写入 {folder}：通报 1 期，案例草稿 {cases} 起。"
WOULD_IMPORT = "会写入 {folder}（现在什么都没有写）："
TO_COMPLETE = "  {file}  {title}{open}"
OPEN_FIELDS = "  待补：{fields}"
UNTITLED = "（无标题）"
NEXT_STEP = "接下来：逐个核对草稿里以 # 开头的提示，再运行 casebook check {folder}。"
COUNT_DIFFERS = "注意：通报说有 {announced} 起案例，这里认出 {found} 起，请对照原文。"

FIXED = "已改好 {files} 个文件。请再运行 casebook check。"
WOULD_FIX = "可以改 {files} 个文件（现在什么都没有写）。"
NOTHING_TO_FIX = "没有可以自动改的地方。"
NOT_FIXED = "{path} 写不进去：{reason}。文件保持原样。"
CHANGED = "{path}："

CREATED = "已新建 {path}。请补上以 # 开头的提示所说的内容，再运行 casebook check。"
OCCUPIED_ONE = "{path} 已经存在，没有改动。"
NO_FOLDER = (
    "不知道发布日期或地名，无法给文件夹命名。"
    "请加上 --published 2025-02-10 和 --province 或 --slug。"
)
BULLETIN_UNKNOWN = "没有通报“{found}”。现有：{known}。"
ASKING = "逐项填写；暂时不知道的直接按回车，以后再补。"
QUESTION = "{title}：{description}{example}"
EXAMPLE = "，如 {example}"
PROMPT = "{title}> "

PUBLISHED = "已发布：{bulletins} 期通报，{cases} 起案例；已撤回 {withdrawn} 起。"
TASKS = {
    "broken": ("有错误、读不出来的文件 {count} 个：", "  {path}"),
    "draft": ("草稿 {count} 起：", "  {path}  {title}"),
    "missing": ("还没有文件的案例 {count} 起：", "  {path}  {title}"),
    "review": ("三十天内要复核的案例 {count} 起：", "  {due}  {path}  {title}"),
}
NO_TASKS = "没有待办。"
