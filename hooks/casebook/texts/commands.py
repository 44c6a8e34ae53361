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
LOST = "这样会丢掉发布过的网址，没有发布，原有的网站保持不变。"
DISK = "网站没有写进 {folder}：{reason}。原有的网站保持不变。"
TEMPLATE_AT_FAULT = "模板 {path} 第 {line} 行有错误：{error}。请改正这个模板，或从版本库恢复。"
PROGRAM_AT_FAULT = (
    "程序 {path} 第 {line} 行出错：{error}。"
    "改过程序或设置的，请改回；没有改过的，请把这段话告诉维护程序的人。"
)
PROGRAM_FAILED = "生成程序出错：{error}。请把这段话告诉维护程序的人。"
PAGE_AT_FAULT = "当时正在生成的页面：{page}"
SETTING_UNKNOWN = "{place}: 没有{name}这个设置。请核对写法，或删去它。"
SETTING_MISSING = "{place}: 缺少{name}这个设置。请补上。"
SETTING_REFUSED = "{place}: 设置{name}不对（{reason}）。请改正，或从版本库恢复设置文件。"
TARGET_IS_FILE = "{folder} 是文件，不是文件夹，网站不能放在那里。请换一个文件夹。"
TARGET_IS_LOOP = "{folder} 是绕成圈的快捷方式，网站不能放在那里。请换一个文件夹。"
REFUSED_BY_SYSTEM = "没有完成：{place}{reason}。"
ENDED = "已按系统的要求结束。"
PROGRESS = "{title}：{done}/{total}"
PRINTING = "正在生成页面"
GENERATOR_KILLED = "生成程序被系统结束了，可能是内存不足。"
ALL_KNOWN = "没有新的网址。"
RECORDED = "已在 {path} 里登记 {count} 个网址。"
INTERRUPTED = "已中断。"
BUSY = "另一次生成正在写入 {folder}，请等它结束后再试。"
BUILT = (
    "网站已生成到 {folder}/：{cases} 起案例，{cities} 个城市，{offences} 个类型，{pages} 个页面。"
)

HOSTS_FOLDER = "网站在子目录 {folder} 下：请把本文件移到所发布文件夹的最上层。"
NGINX_HALF = "--certificate 和 --key 要一起写：前者是证书文件，后者是私钥文件。"
NGINX_BROKEN = "案例里有错误，不知道哪些网址搬走了。请先运行 casebook check 并改正。"
NGINX_REFUSED = {
    "path": "路径“{value}”里有 nginx 不能写的字符（$ 或换行）。请把文件放到别的路径。",
    "host": "“{value}”不是主机名。请写成 www.example.gov.cn 这样。",
}
PACKING = "正在压缩文件"

INDEXING_CASES = "正在为案例建立索引"
INDEXING = "正在写入索引"

CHECKED = "检查了 {bulletins} 期通报、{cases} 起案例：{found}。"
FOUND = "发现 {counts}"
FOUND_NOTHING = "没有发现问题"
ERRORS = "{count} 个错误"
WARNINGS = "{count} 个提醒"
ALLOWED = "{path}：已放行 {code}，理由：{reason}"

FIELD_TABLE_HEAD = ("键", "名称", "必填", "写什么", "例子")
REQUIRED = "是"

SCHEMAS = {
    "bulletin": ("通报", "通报文件 index.md 的文件头"),
    "case": ("案例", "案例文件的文件头"),
    "offence": ("类型页", "docs/offences/ 中类型页的文件头"),
    "page": ("页面", "docs/ 中其他页面的文件头"),
    "search": ("检索页", "docs/search.md 的文件头"),
    "corrections": ("更正与撤回页", "docs/corrections.md 的文件头"),
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

CHANGES_HEADING = "公开内容的变化"
CHANGE_STEPS = {
    "new": "新增",
    "released": "草稿发布",
    "changed": "改动",
    "corrected": "更正",
    "withdrawn": "撤回",
    "restored": "恢复",
    "moved": "移动",
    "gone": "消失",
}
CHANGE_SUBJECTS = {"case": "案例", "bulletin": "通报", "offence": "类型页", "page": "页面"}
CHANGE_HEADING = "{step} {count} 处"
CHANGE_COLUMNS = ("种类", "编号或路径", "标题", "变化")
CHANGE_FROM = "原为 {former}"
CHANGE_BODY = "正文"
CHANGE_WHOLE = "整个文件，原来的读不出来"
CHANGE_GONE = (
    "这些网址会打不开，不能这样发布。移动了位置的，案例和通报在 aliases、页面在 moved_from "
    "写明原来的；案例不再公开，写 status: withdrawn，不要删去文件。"
)
NO_CHANGES = "公开的内容没有变化。"
CHANGED_DRAFTS = "新写或改过的草稿有 {count} 起，不公开，这里不列出。"
MORE_CHANGES = "另有 {count} 处没有列出。"
PROBLEMS_HEADING = "问题"
MORE_PROBLEMS = "……另有 {count} 个，请运行 casebook check 查看。"
NO_BASE = "{folder} 里没有案例，无法比较。请写出另一份检出的文件夹，里面应有 cases 和 docs。"

PUBLISHED = "已发布：{bulletins} 期通报，{cases} 起案例；已撤回 {withdrawn} 起。"
TASKS = {
    "broken": ("有错误、读不出来的文件 {count} 个", "  {path}"),
    "draft": ("草稿 {count} 起", "  {path}  {title}"),
    "missing": ("还没有文件的案例 {count} 起", "  {path}  {title}"),
    "review": ("三十天内要复核的案例 {count} 起", "  {due}  {path}  {title}"),
    "retention": (
        "三十天内到保留期限的处理 {count} 项",
        "  {due}  {path}  {title}：{action}（{rule}）",
    ),
}
"""The heading and the line of each kind of task, in the order of the list."""

TO_DO = {
    "broken": "改正错误",
    "draft": "核对后发布",
    "missing": "补写，或者列入 omitted",
    "review": "复核后改写 review_on",
    "复核": "看案件有没有新的进展，改好后写上下次的 review_on",
    "隐去": "隐去关于人的内容，再写上下次的 review_on",
    "撤回": "把 status 改为 withdrawn，在 withdrawn 里写 date 和 reason",
}
"""What an editor does, by kind of task; of a rule of retention by its action."""
RULE = "{stages}{offence}满 {years} 年{action}"
RULE_OFFENCE = "（{offence}）"
ALL_STAGES = "全部阶段"
BY_RULE = "（{rule}）"
NO_TASKS = "没有待办。"

PRIVATE_ADDRESS = "这个网址指向内部网络的机器，没有访问"
NO_SUCH_HOST = "查不到这个主机名"
NO_ANSWER = "等不到回答"
NO_CONNECTION = "连接不上"
BAD_CERTIFICATE = "安全证书有问题"
BROKEN_CONNECTION = "连接中断"
BAD_ANSWER = "回答读不懂"
NO_ADDRESS = "不是网址"
STATUS = "主机回答 {status}"

COMPARING, FETCHING, ASKING_LINKS = "正在核对文件", "正在取回并核对文件", "正在检查链接"
NOTHING_TO_VERIFY = (
    "“{target}”既不是文件夹，也不是网址。"
    "网址请写全，如 https://www.example.gov.cn/anli/；文件夹请检查名称。"
)
NOT_REACHED = "连不上 {address}：{reason}。请检查网址和网络。"
HOST_GONE = "{address} 有 {count} 个文件取不回来（{reason}），核对中断。请过一会儿再试。"
LED_AWAY = "这个网址转到了别处：{place}。请先弄清那里是不是本站，再用那里的网址核对。"
NO_MANIFEST = (
    "{place} 没有取到文件清单（{reason}）。请确认这是网站首页的网址或文件夹；"
    "手上有可信的清单时，用 --manifest 指明。"
)
MANIFEST_MISSING = "没有这个文件"
MANIFEST_REFUSED = "文件清单 {place} 不能用：{reason}。请换一份可信的清单，用 --manifest 指明。"
MANIFEST_FLAWS = {
    "json": "它不是 JSON",
    "format": "它不是文件清单，或格式版本不认识",
    "path": "里面的路径“{detail}”指向网站以外",
    "value": "“{detail}”的大小或指纹写得不对",
    "order": "“{detail}”重复，或没有排在该排的地方",
    "digest": "总指纹与列出的文件对不上，清单被改动过或不完整",
}
VERIFIED = "{target}：清单上 {count} 个文件，相同 {same} 个，有问题 {wrong} 个。"
FINGERPRINT = "清单的总指纹：{digest}"
FLAWS = {
    "missing": "缺少",
    "changed": "内容与清单不同",
    "extra": "清单上没有",
    "elsewhere": "转到了别处：{detail}",
    "unreachable": "没有取到：{detail}",
}
DIFFERENCE = "  {path}：{flaw}"
UNSERVED_COPIES = "压缩好的副本 {count} 个不单独提供，没有核对；要查，请在主机上核对文件夹。"
UNSERVED = "只给主机用、不对外提供、没有核对的文件 {count} 个：{paths}。"
EXTRA_UNSEEN = "注意：通过网络看不出网站上有没有清单以外的文件；要查，请在主机上核对文件夹。"
OWN_MANIFEST = (
    "注意：清单取自被核对的网站本身，只能看出文件齐不齐、有没有损坏；"
    "能改网站的人也能改清单。要防篡改，请用 --manifest 指明另行保存的清单。"
)
VERIFIED_HEADING = "## 网站核对"

TOO_MANY_REDIRECTS = "转来转去没有尽头"
NO_SITE = "{folder} 里没有网站。请先运行 casebook build，再写上网站的文件夹，如 site。"
LINKS_HEADING = "## 站外链接"
LINKS_CHECKED = "站外链接 {count} 个，能打开 {fine} 个。"
LINK_STATES = {
    "dead": "打不开的链接 {count} 个：",
    "moved": "已永久搬家的链接 {count} 个，请换成新网址：",
    "unreachable": "这次没有查成的链接 {count} 个，请用浏览器看一看：",
}
LINK_LOST = "- {address}：{detail}。{pages}"
LINK_MOVED = "- {address} → {detail}。{pages}"
LINK_PAGES = "所在页面：{pages}"
HOME_PAGE = "首页"
PAGES_NAMED = "{named}等 {count} 页"
LINKS_EXEMPT = "已在文件里用 allow 放行的链接 {count} 个："
LINK_EXEMPT = "- {address}（{state}），理由：{reason}"
STATE_NAMES = {
    "fine": "能打开",
    "moved": "已搬家",
    "dead": "打不开",
    "unreachable": "没有查成",
}
