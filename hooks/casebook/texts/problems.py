"""Every message an editor can get: what is wrong, what was found, and what to write instead.

The texts are filled with `str.format_map`: `{field}` is the key, `{found}` what was written, and
`{nearest}` a sentence with the closest allowed values, or nothing.
"""

from __future__ import annotations

import errno
from types import MappingProxyType
from typing import NamedTuple


class Message(NamedTuple):
    """The texts of one kind of problem."""

    text: str
    hint: str
    is_warning: bool = False
    can_be_allowed: bool = False
    """Whether an editor who knows better can allow it in the file."""


NEAREST = "最接近的写法：{values}。"
CHOICES = "可选：{values}。"
KEYS = "可用的键：{values}。"
NO_DISTRICTS = "请删去 district。"
GAPS = "缺少编号 {numbers}。"
LIKENESSES = {
    "surname": "都有姓{found}的人",
    "people": "人数都是 {found}",
    "amount": "金额都是{found}",
    "figures": "数据里都有 {found}",
    "words": "摘要的说法相近",
}
"""What speaks for two cases being one."""
PREVIEWS = {
    "emphasis": (
        "“{found}”在预览里是强调的记号",
        "隐去的字写“某”，或在每个符号前加反斜杠；要强调的，在两端各写两个星号，外侧紧挨标点",
    ),
    "bold": ("网站当作强调的“{found}”，在预览里照原样显示", "把引号和标点写在星号外面"),
    "strike": ("两个“{found}”之间的字在预览里被划掉", "用全角的“～”，或在每个“~”前加反斜杠"),
    "indent": ("缩进的这一段在预览里是代码", "删去行首的空格"),
    "dashes": (
        "“{found}”在网站上是分隔线，在预览里使上面的文字成为标题",
        "要分隔线，在上面空一行；要小标题，在行首写“## ”，并删去这一行",
    ),
    "quote": (
        "行首的“>”在预览里是引用的记号",
        "写成“大于”，或在“>”前加反斜杠；要引用，在“>”后面空一格",
    ),
    "number": ("“{found}”在预览里是列表的编号", "改写，或在点号前加反斜杠，如“2024\\.”"),
    "numbering": ("网站照写的编号显示，预览从第一个编号接着数", "按顺序编号"),
    "other": ("“{found}”的读法两处不同", "换一种写法，或在符号前加反斜杠"),
}
"""What GitHub shows otherwise, by kind of mark, and what to write."""
LITERALS = {
    "fence": "在代码的下一行也写同样的符号；不是代码的，删去这一行",
    "equals": "删去这一行；上面是小标题的，在它的行首写“## ”",
    "spaced": "删去星号和文字之间的空格；不是强调的，在每个星号前加反斜杠",
}
"""What to write in place of marks that the site shows as they are."""
LEDGER_HEAD = """\
# 本站发布过的全部网址，由程序登记，只增不减。
# 读者收藏、转发、印成二维码的网址要一直能用：少了其中一个，网站就不能发布。"""
LIST, MAPPING = "列表", "键值对"
GENERATED_PAGE, GENERATED_FILE = "自动生成的页面", "程序生成的文件"
SYSTEM_REASONS = {
    errno.EISDIR: "它是文件夹，不是文件",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "文件不存在，或是一个失效的快捷方式",
    errno.ELOOP: "快捷方式绕成了圈",
    errno.EIO: "磁盘读写出错",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "超出了磁盘配额",
    errno.EROFS: "磁盘是只读的",
    errno.ENOTDIR: "它上面的一级是文件，不是文件夹",
    errno.EEXIST: "那里已经有同名的文件",
    errno.ENAMETOOLONG: "名字太长",
    errno.EMFILE: "打开的文件太多",
    errno.ENOMEM: "内存不足",
}
NO_PLAIN_FILE = "它是管道或设备，不是普通的文件"
LEADS_OUT = "它是快捷方式，指向案例和页面的文件夹以外"
TOO_DEEP = "文件夹一个套一个，层数太多"
WHOLE_HEAD = "文件头"
METADATA = {
    "place": "拍摄地点",
    "owner": "作者或设备",
    "words": "说明文字里的个人信息",
    "description": "中文的说明文字",
    "camera": "相机写下的私有数据",
    "preview": "缩略图（可能是裁剪以前的画面）",
    "remainder": "图片结束以后的多余数据",
}
"""What a picture's file may hold beside its pixels."""
_AS_PAGE = "请把内容写成网页（.md），或另存为 .txt；表格另存为 .csv。"
_UNPACK = "请解开压缩包，把里面的文件分别放进来。"
_AS_PICTURE = "请另存为 png、jpg 或 webp 图片。"
_ELSEWHERE = "音频和视频请放到专门的网站，在网页里写链接。"
_NO_FONT = "网页不用另外的字体，请删去。"
OTHER_KINDS = {
    **dict.fromkeys(("pdf", "doc", "docx", "docm", "wps", "odt", "rtf", "ofd", "pages"), _AS_PAGE),
    **dict.fromkeys(("xls", "xlsx", "xlsm", "et", "ods", "numbers"), _AS_PAGE),
    **dict.fromkeys(("ppt", "pptx", "dps", "odp", "html", "htm", "xhtml", "xml"), _AS_PAGE),
    **dict.fromkeys(("markdown", "mdown", "mkd", "log", "yml", "yaml", "ndjson"), _AS_PAGE),
    **dict.fromkeys(("zip", "rar", "7z", "tar", "gz", "tgz", "bz2", "xz", "br"), _UNPACK),
    **dict.fromkeys(("avif", "heic", "heif", "tif", "tiff", "bmp", "ico", "psd"), _AS_PICTURE),
    **dict.fromkeys(("jfif", "apng", "svgz", "ai", "eps", "cdr", "jp2"), _AS_PICTURE),
    **dict.fromkeys(("mp3", "m4a", "wav", "ogg", "mp4", "mov", "avi", "webm"), _ELSEWHERE),
    **dict.fromkeys(("woff", "woff2", "ttf", "otf", "ttc", "eot"), _NO_FONT),
}
"""What to do with files that the site cannot read, by their ending."""
READING, JUDGING = "正在读取案例", "正在检查文字"
SYSTEM_ERROR = "系统错误 {number}"

MESSAGES = MappingProxyType({
    # Files and folders
    "folder-missing": Message("找不到案例文件夹。", "请新建该文件夹，或用环境变量 CASEBOOK_CASES 指明它的位置。"),
    "corpus-empty": Message("案例文件夹里没有任何案例。", "至少要有一个通报文件夹，内有 index.md 和 01.md。"),
    "file-unreadable": Message("文件读不出来：{reason}。", "请检查文件是否损坏、是否有读取权限，或从备份恢复。"),
    "file-encoding": Message("文件不是 UTF-8 编码。", "请在编辑器中选择“另存为”，编码选“UTF-8”。"),
    "file-too-large": Message("文件有 {found} KB，太大了。", "最多 {most} KB。一起案例通常只有几千字：请看看是否误贴了别的内容，照片请存成图片文件。"),
    "folder-is-file": Message("这里应是文件夹，却是一个文件，或是失效的快捷方式。", "请把它移走，再从备份或版本库恢复这个文件夹。"),
    "folder-link": Message("“{found}”是指向文件夹的快捷方式。", "网站只用真正的文件夹：请删去它，把要用的文件放在这里。"),
    "pages-missing": Message("找不到手写页面的文件夹。", "请从备份或版本库恢复 docs 文件夹。"),
    "bulletin-folder-name": Message("文件夹名“{found}”不合规则。", "请写成“发布日期-地名拼音”，如 2025-02-10-shanxi，只用小写字母、数字和连字符。"),
    "bulletin-missing": Message("通报文件夹“{found}”里没有 index.md。", "请新建 index.md，写明通报的标题、发布单位、发布日期等。"),
    "file-stray": Message("文件“{found}”不该在这里。", "案例文件写成两位编号，如 01.md；通报写在 index.md；图片请用 png、jpg、webp、svg 或 gif 格式；其他文件请移到别处。"),
    "page-reserved": Message("docs/{found} 的网址留给自动生成的页面。", "请换一个文件名或文件夹。"),
    "file-kind-unscanned": Message("程序生成的这种文件（{found}）没有检查过个人信息。", "请把这段话告诉维护程序的人。"),
    "route-taken": Message("网址“{found}”有两个来源：{source} 和 {other}。", "一个网址只能有一个来源：请给自己写的文件改名，或移到别的文件夹。"),
    "ledger-line": Message("“{found}”不是网址。", "这个文件每行一个网址，从站名以后写起，如 cases/2025-02-10-shanxi/04/；它由程序登记，请不要手改。合并时留下的标记请删去，两边的网址都留着。"),
    "link-unreachable": Message("站外链接“{found}”打不开：{reason}。", "请改成新的网址，或删去链接；确实没错而程序打不开的，在写有它的文件里用 allow 放行：code 写 link-unreachable，text 写网址，reason 写理由。", can_be_allowed=True),
    "address-lost": Message("网址“{found}”发布过，这次却没有了。", "案例或通报移动了，在新文件的 aliases 里写旧编号；手写的页面移动了，在 moved_from 里写旧地址；案例不再公开，写 status: withdrawn，不要删去文件。"),
    # The form of front matter
    "front-matter-missing": Message("文件开头没有文件头。", "第一行写三个半角连字符“---”，其后逐行写“键: 值”，再以一行“---”结束。"),
    "front-matter-open": Message("文件头没有结束。", "请在最后一个键的下一行写“---”。"),
    "front-matter-not-mapping": Message("文件头不是“键: 值”的形式。", "请逐行写“键: 值”，冒号用半角，后面空一格。"),
    "control-character": Message("这里有一个看不见的字符（{found}）。", "请删去这一行，重新输入。"),
    "duplicate-key": Message("“{field}”写了两次，第 {first} 行已经有了。", "请只留一处。"),
    "full-width-colon": Message("“{field}”后面用了全角冒号“：”。", "请改为半角冒号加一个空格，即“{field}: ”。"),
    "colon-without-space": Message("“{field}”的冒号后面缺一个空格。", "请写成“{field}: ”，再写内容。"),
    "yaml-colon": Message("这一行里多了一个“: ”（半角冒号加空格），或缩进不对。", "内容里有半角冒号时，请用引号把整个内容括起来；同级的键要左边对齐。"),
    "yaml-tab": Message("这里用了制表符（Tab）。", "缩进请用空格。"),
    "yaml-quote": Message("引号只有一半。", "请补上另一个同样的引号。"),
    "yaml-first-character": Message("内容不能以这个符号开头。", "请用半角双引号把整个内容括起来。"),
    "yaml-bracket": Message("括号没有配对，或缺少逗号。", "列表写成 [甲, 乙]，键值对写成 {{甲: 乙}}，括号和逗号用半角。"),
    "yaml-syntax": Message("这里的写法读不懂。", "请逐行写“键: 值”，冒号用半角，后面空一格，同级的键左边对齐。"),
    "yaml-second-document": Message("文件头里多了一条分隔线。", "文件头只能有开头和结尾两条“---”。"),
    "yaml-alias": Message("这里用了 YAML 的引用符号（& 或 *）。", "请把内容原样写出；内容确以该符号开头时，用引号括起来。"),
    "yaml-tag": Message("这里用了 YAML 的类型标记“{found}”。", "请删去该标记；内容确以感叹号开头时，用引号括起来。"),
    "yaml-deep": Message("缩进或括号的层数超过 {deepest} 层。", "请检查多余的括号或连字符。"),
    "yaml-key": Message("这里应是一个键，却写成了列表或括号。", "请写成“键: 值”。"),
    # Single fields
    "missing-field": Message("缺少必填的“{field}”。", "请补上这一行。"),
    "unknown-field": Message("没有“{found}”这个键。", "{nearest}"),
    "empty-value": Message("“{field}”后面没有内容。", "请写上内容，或删去这一行。"),
    "not-text": Message("“{field}”应是一段文字，却写成了{shape}。", "请直接写文字；内容含有“: ”、[ 或 {{ 时，用引号括起来。"),
    "not-list": Message("“{field}”应是列表。", "请每项一行，以“- ”开头。"),
    "not-mapping": Message("“{field}”应由“键: 值”组成。", "请每行写一个“键: 值”，比上一级缩进两格。"),
    "empty-list": Message("“{field}”是空的。", "请至少写一项。"),
    "list-short": Message("“{field}”的项数太少。", "请至少写 {least} 项，每项一行，以“- ”开头。"),
    "list-long": Message("“{field}”超过 {most} 项。", "请删去多余的；是从别处误贴进来的，请整段删去。"),
    "wrong-shape": Message("“{field}”的形式不对。", "请对照编辑手册的字段表。"),
    "repeated-value": Message("“{field}”里“{found}”写了两次。", "请只留一处。"),
    "full-width-comma": Message("“{found}”里有全角逗号“，”。", "各项之间请用半角逗号加一个空格，如 [甲, 乙]。"),
    "text-length": Message("“{field}”有 {length} 个字。", "应为 {least} 至 {most} 个字。"),
    "title-ending": Message("标题“{found}”没有以“案”结尾。", "请写成“……案”。"),
    "date": Message("“{field}”写的“{found}”不是日期。", "请写成 2024、2024-04 或 2024-04-09，月和日用两位数字。"),
    "date-not-full": Message("“{field}”写的“{found}”不是完整日期。", "请写到日，如 2024-04-09。"),
    "amount": Message("“{field}”写的“{found}”读不出金额。", "请照通报写，并以“元”结尾，如 超500万元、1.5亿元、200余万元；外币请写在 figures 里。"),
    "count": Message("“{field}”写的“{found}”不是人数或件数。", "请写 1 以上的整数，只用半角数字，不加单位。"),
    "total-large": Message("“{field}”写的 {found} 太大了。", "一期通报最多 {most} 起案例，请核对。"),
    "address": Message("“{field}”写的“{found}”不是网址。", "请写以 https:// 开头的完整网址。"),
    "province-unknown": Message("“{field}”写的“{found}”不是省级行政区的正式名称。", "{nearest}"),
    "city-unknown": Message("“{field}”写的“{found}”不是地级行政区的正式名称。", "{nearest}县级名称请写在 district；全省性案件写“全省”。"),
    "not-in-list": Message("“{field}”写的“{found}”不在允许的范围内。", "{nearest}可选：{allowed}。"),
    "case-id": Message("“{field}”写的“{found}”不是案例编号。", "请写成“通报文件夹名/两位编号”，如 2025-02-10-shanxi/04。"),
    "bulletin-id": Message("“{field}”写的“{found}”不是通报的文件夹名。", "请写成 2025-02-10-shanxi 这样的文件夹名。"),
    "former-address": Message("“{field}”写的“{found}”不是本站的旧地址。", "请写网址里站名以后的部分，如 events/2024-park/，不以斜杠开头，不写文件名的 .md。"),
    "slug": Message("“{field}”写的“{found}”不能用作网址。", "只用小写字母、数字和连字符。"),
    "quiz-answer": Message("答案“{found}”不在选项里。", "{nearest}答案要和其中一个选项一字不差。"),
    # Names that lead to other files
    "offence-unknown": Message("没有“{found}”这个类型。", "{nearest}"),
    "offence-title-taken": Message("“{found}”在 {other} 里已经用过。", "名称、别称、罪名和罪名网址在各类型之间不能重复。"),
    "charge-unknown": Message("类型页里没有“{found}”这个罪名。", "{nearest}通报确有此罪名时，请先写进 docs/offences/ 中相应类型页的 charges。"),
    "charge-elsewhere": Message("“{found}”属于类型“{other}”，本案的类型里没有它。", "请在 offence 里加上“{other}”，或改正罪名。"),
    "charge-administrative": Message("行政处罚案件不能写罪名。", "请删去 charge。"),
    # Consistency
    "expected-count": Message("通报宣布 {expected} 起案例，这里有 {files} 个案例文件、{omitted} 个不发布的案例。", "{detail}两者相加应等于 expected。"),
    "number-beyond": Message("编号 {found} 不在 1 至 {expected} 之间。", "请改正编号，或改正 index.md 的 expected。"),
    "number-omitted": Message("编号 {found} 已列为不发布，却有同号的案例文件。", "请删去 omitted 中的这一项，或移走文件 {file}。"),
    "number-repeated": Message("编号 {found} 有两个文件：{file} 和 {other}。", "请只留一个。"),
    "omitted-repeated": Message("omitted 里编号 {found} 写了两次。", "请只留一处。"),
    "published-folder": Message("发布日期 {found} 与文件夹名开头的 {folder} 不同。", "请改正其中之一；已发布的文件夹名不要改。"),
    "date-in-future": Message("“{field}”的日期 {found} 还没有到。", "今天是 {today}，请核对年份和月份。"),
    "date-after-bulletin": Message("案件日期 {found} 晚于通报的发布日期 {published}。", "日期是发现或侦破的日期，请对照通报核对。"),
    "city-elsewhere": Message("{found}不在{province}，它属于{actual}。", "请改正城市；确在外省时，把 province 写成“{actual}”。"),
    "city-look-alike": Message("{found}不在{province}，它属于{actual}，山西与陕西容易混淆。", "请改正城市或通报的省份；确是外省案件时，把 province 写成“{actual}”。"),
    "province-needed": Message("通报的案例来自多个省份，本案写的是“全省”，看不出是哪个省。", "请加上 province。"),
    "province-same": Message("province 与通报的省份相同。", "请删去这一行。", is_warning=True),
    "province-country": Message("案例的 province 不能写“全国”。", "请写具体省份。"),
    "whole-province-with-city": Message("city 里“全省”不能与城市并列。", "请只写“全省”，或只写城市。"),
    "district-unknown": Message("{city}没有“{found}”。", "{nearest}"),
    "district-elsewhere": Message("“{found}”不属于{city}，它属于{actual}。", "请改正城市或区县。"),
    "district-many-cities": Message("写了 district，city 却不是一个城市。", "请删去 district，或只写一个城市。"),
    "updates-order": Message("后续进展的日期 {found} 早于前一条的 {earlier}。", "请按日期先后排列。"),
    "updates-before-case": Message("后续进展的日期 {found} 早于案件日期 {earlier}。", "请核对两个日期。"),
    "stage-backwards": Message("阶段从“{earlier}”退回到“{found}”。", "请按办理的先后排列；确已变更强制措施或撤案时，在 note 里说明，阶段仍写最远的一步。"),
    "withdrawal-missing": Message("状态为 withdrawn，却没有写撤回的日期和原因。", "请加上 withdrawn，内写 date 和 reason。"),
    "withdrawal-without-status": Message("写了撤回的日期和原因，状态却是 {found}。", "请把 status 改为 withdrawn，或删去 withdrawn。"),
    "related-unknown": Message("“{field}”指向的“{found}”不存在。", "{nearest}"),
    "related-self": Message("related 指向了本案自己。", "请删去这一项。"),
    "also-in-self": Message("also_in 指向了本案所在的通报。", "请删去这一项。"),
    "also-in-number": Message("通报 {bulletin} 只有 {expected} 起案例，没有第 {found} 起。", "请核对编号。"),
    "also-in-not-omitted": Message("同一案件在通报 {bulletin} 里还有文件 {file}，会计算两次。", "请只留一个文件，在另一通报的 omitted 里写明该编号；不能确定是同一案件时，改用 related。"),
    "alias-taken": Message("曾用编号“{found}”现在是 {file} 的编号。", "编号不能重复使用，请改正其中之一。"),
    "alias-repeated": Message("曾用编号“{found}”在 {file} 里也写了。", "一个曾用编号只能属于一个案例。"),
    "former-taken": Message("旧地址“{found}”现在是 {file} 的地址。", "旧地址不能再给别的页面用，请改正其中之一。"),
    "former-reserved": Message("旧地址“{found}”留给自动生成的页面。", "手写的页面不会有过这个地址，请改正，或删去这一项。"),
    "former-repeated": Message("旧地址“{found}”在 {file} 里也写了。", "一个旧地址只能属于一个页面或通报。"),
    "title-in-bulletin": Message("标题与 {file} 相同。", "请写得更具体，使读者能分清两案。"),
    "title-elsewhere": Message("标题与 {file} 相同。", "若是同一案件，用 also_in 或 related 写明；否则请写得更具体。", is_warning=True),
    "synonym-repeated": Message("“{found}”在第 {first} 行已经写过。", "一种说法只写一次，大小写和全角半角不算不同；两组意思相同时，请合并成一组。"),
    "retention-years": Message("“{field}”写的“{found}”不是年数。", "请写 1 至 {most} 的整数，只用半角数字，不加“年”。"),
    "retention-idle": Message("这条规则不起作用：第 {first} 行的规则管着同样的案例，也是“{found}”，而且不比它晚。", "同一种处理，最早到期的算数：请删去其中一条，或改正 stage、offence、years。"),
    "review-due": Message("复核日期 {found} 已到。", "请重新核对本案，再改写 review_on。", is_warning=True),
    # Bodies
    "body-empty": Message("正文是空的。", "请在文件头之后写案情。"),
    "heading-level": Message("正文的小标题用了一个“#”。", "一个“#”留给页面标题，正文的小标题请从“##”写起。"),
    "raw-html": Message("正文里有 HTML 代码“{found}”。", "请改用 Markdown 写法；要显示小于号时写成“&lt;”。"),
    "link-dead": Message("链接“{found}”指向的文件不存在。", "{nearest}请写相对于本文件的路径，如 ../2025-02-10-shanxi/04.md。"),
    "link-place": Message("链接“{found}”指向的页面里没有这个位置。", "请核对“#”后面的小标题，或去掉“#”和它后面的字。"),
    "link-draft": Message("链接“{found}”指向草稿，发布后没有这一页。", "请等草稿发布后再加链接，或去掉链接。"),
    "link-absolute": Message("链接“{found}”以“/”开头，站点放进子目录后会失效。", "站内链接请写相对于本文件的路径，如 ../2025-02-10-shanxi/04.md；外部链接请写以 https:// 开头的完整网址。"),
    "link-scheme": Message("链接“{found}”的开头不被允许。", "外部链接请写以 https:// 开头的完整网址。"),
    "link-malformed": Message("链接“{found}”读不懂。", "请写成 [文字](网址)，网址重新复制完整，里面不能有空格。"),
    "image-dead": Message("图片“{found}”不存在。", "请把图片文件放进通报文件夹，写相对路径。"),
    "image-foreign": Message("图片“{found}”在别的网站上。", "请把图片文件放进通报文件夹，写相对路径。"),
    "image-alt": Message("图片“{found}”没有文字说明。", "请在方括号里写明图片内容，如 ![活动现场](hall.jpg)。"),
    # What Markdown makes of a body
    "markdown-preview": Message("GitHub 的预览和网站显示得不同：{detail}。", "改法：{expected}。", is_warning=True),
    "markdown-literal": Message("这里的“{found}”会照原样显示在网页上。", "请{expected}。"),
    "markdown-lost": Message("这里的“{found}”在网页上不会显示。", "表格每行的格数请和表头一样；“[甲]: 乙”这样开头的行请改用全角冒号；代码块的“```”后面不写字；引用和列表不要套太多层。"),
    "markdown-mask": Message("“{found}”里的符号会被当作强调的记号，不再显示。", "隐去的字请写“某”，或写成“{expected}”；确要强调的，请用 allow 放行。", can_be_allowed=True),
    "markdown-run-on": Message("这一行（“{found}”）会接在上一行后面显示。", "要另起一行，请在上面空一行。", is_warning=True),
    # The configuration
    "config-missing": Message("找不到网站的设置文件。", "请从备份或版本库恢复 mkdocs.yml。"),
    "config-syntax": Message("设置文件在这里读不下去。", "请检查这一行和上一行：冒号后面空一格，同级的键左边对齐，引号和括号成对，不用制表符。"),
    "config-not-mapping": Message("设置文件不是“键: 值”的形式。", "请从备份或版本库恢复 mkdocs.yml。"),
    # The organisation in mkdocs.yml
    "yes-or-no": Message("“{field}”写的“{found}”既不是 true 也不是 false。", "是政府网站写 true，不是写 false。"),
    "contact-address": Message("“{field}”写的“{found}”不是网址，也不是邮箱。", "请写以 https:// 开头的网址，或 mailto: 加邮箱。"),
    "organisation-incomplete": Message("网站已声明为政府网站，却没有写{title}（“{field}”）。", "请在 mkdocs.yml 里补上；还没有时，先把 official 改为 false。"),
    "site-address": Message("网站的网址“{found}”不能用（“{field}”）。", "请写以 https:// 开头、到网站所在文件夹为止的网址，不带问号、井号和空格，如 https://www.example.gov.cn/anli/；检查环境变量 CASEBOOK_SITE_URL。"),
    "site-address-missing": Message("网站已声明为政府网站，却没有写网址（“{field}”）。", "请设置环境变量 CASEBOOK_SITE_URL，如 https://www.example.gov.cn/anli/。"),
    # What an editor allows
    "allow-unknown": Message("allow 里的规则代码“{found}”不存在，或不能放行。", "{nearest}请照报告里的代码写。"),
    "allow-unused": Message("这条 allow 没有用到。", "文件里没有规则会误报的这段文字：请核对 code 和 text，或删去这一条。", is_warning=True),
    # Persons
    "name-unmasked": Message("“{role}”后面的姓名没有隐去。", "请写成“{masked}”。", can_be_allowed=True),
    "name-unmasked-title": Message("标题里的姓名没有隐去。", "请写成“{masked}”。", can_be_allowed=True),
    "name-telling": Message("姓名只隐去了一个字，留下了末字。", "请改为“{masked}”。", can_be_allowed=True),
    "note-personal": Message("文件头的提示里引用了当事人的信息。", "请核对正文后删去这一行提示。"),
    "administrative-person": Message("行政处罚案件不能出现当事人（“{found}”）。", "治安管理处罚法第一百三十六条规定违法记录应当封存：请删去姓氏、年龄和职业，只写行为。", can_be_allowed=True),
    "name-described": Message("姓名没有隐去，后面还写了性别或年龄。", "请写成“{masked}”。", can_be_allowed=True),
    "minor-identified": Message("这里写明了未成年人的学校和班级或年龄，能认出是谁。", "未成年人保护法第一百零三条规定不得披露：请写成“某学校”“未成年人某某”，不写班级和确切年龄。", can_be_allowed=True),
    # Personal data
    "identity-number": Message("这里有居民身份证号“{found}”。", "请删去，改写为“身份证号（略）”。", can_be_allowed=True),
    "birthday-shown": Message("隐去一部分的身份证号“{found}”仍能看出生日。", "请删去，改写为“身份证号（略）”。", can_be_allowed=True),
    "mobile-number": Message("这里有手机号码“{found}”。", "请删去，改写为“某手机号”。", can_be_allowed=True),
    "home-telephone": Message("这里有家庭电话“{found}”。", "请删去，改写为“家庭电话（略）”。", can_be_allowed=True),
    "bank-card": Message("这里有银行卡号“{found}”。", "请删去，改写为“某银行卡”；不是卡号的，请在 allow 里说明。", can_be_allowed=True),
    "credit-code": Message("这里有统一社会信用代码“{found}”。", "请删去，单位写成“某公司”。", can_be_allowed=True),
    "email-address": Message("这里有电子邮箱“{found}”。", "请删去，改写为“某邮箱”；政府机关的公开邮箱请用 gov.cn 结尾的。", can_be_allowed=True),
    "ip-address": Message("这里有 IP 地址“{found}”。", "请删去，改写为“某 IP 地址”；是版本号的，请在前面写“版本”。", can_be_allowed=True),
    "chat-account": Message("这里有社交账号“{found}”。", "请删去，改写为“某QQ号”“某微信号”或“某账号”。", can_be_allowed=True),
    "document-number": Message("这里有证件号或账号“{found}”。", "请删去，只写证件或账户的名称。", can_be_allowed=True),
    "vehicle-plate": Message("这里有车牌号“{found}”。", "请删去，改写为“某车辆”。", can_be_allowed=True),
    "home-address": Message("地址“{found}”写到了楼栋或门牌。", "请只写到区县或街道，改写为“某小区”。", can_be_allowed=True),
    # Files beside the pages
    "file-kind-unknown": Message("本站读不懂“{found}”这种文件，不能确定里面没有个人信息。", "{detail}能放的文件有：{allowed}。"),
    "file-kind-mismatch": Message("文件的内容与后缀名不符，不是 {found}。", "请用原来的程序另存为这种格式，不要只改文件名。"),
    "file-malformed": Message("文件不是完整、正确的 {found}。", "请用原来的程序重新导出一份，替换这个文件。"),
    "attachment-large": Message("文件有 {found} MB，太大了。", "最多 {most} MB：请缩小图片，或把内容分成几个文件。"),
    "file-name-personal": Message("文件或文件夹的名字里有个人信息“{found}”。", "名字会成为网址的一部分：请改名，不写姓名、号码和账号。"),
    "bulletin-folder-place": Message("文件夹名里的“{found}”不是地名的拼音。", "日期后面请写省、市、县的拼音或 quanguo，不写姓名；确需别的写法，在 index.md 里用 allow 放行，text 写“{found}”。", is_warning=True, can_be_allowed=True),
    "svg-unsafe": Message("SVG 图片里有不能发布的内容“{found}”。", "只能有图形和文字，不能有脚本、动画、外部文件和绘图软件的附加数据：请在绘图软件里另存为“普通 SVG”，或导出为 png。"),
    "image-unread": Message("图片里有本站读不懂的数据（{found}），不能确定里面没有个人信息。", "请用看图软件另存一份，保存时不带附加信息，或截图后替换。"),
    "image-broken": Message("图片打不开：文件是空的、不完整，或者不是图片。", "请从原来的图片重新导出一份，替换这个文件。"),
    "image-large": Message("图片的像素太多，打开时会占满内存。", "请把宽和高都缩小到 4000 像素以内。"),
    "image-metadata": Message("图片文件里带有{found}。", "请用看图软件另存一份，保存时不带拍摄信息，或截图后替换。"),
    # Wording
    "wording-guilt": Message("判决生效前不能写“{found}”。", "刑事诉讼法第十二条规定，未经法院依法判决，不得确定任何人有罪：请写成“{expected}”。", can_be_allowed=True),
    "wording-neutral": Message("“{found}”已经含有罪的判断。", "判决生效前请写成“{expected}”。", is_warning=True, can_be_allowed=True),
    "wording-role": Message("案件还没有提起公诉，不能写“{found}”。", "请写成“{expected}”；确已提起公诉的，请改正 stage，或在 updates 里补上这一步。", can_be_allowed=True),
    "wording-role-late": Message("案件已经提起公诉，受审的人不再是“{found}”。", "请写成“{expected}”。", is_warning=True, can_be_allowed=True),
    "wording-administrative": Message("行政处罚案件里有刑事案件的用语“{found}”。", "请写成“{expected}”；确是刑事案件的，请改正 stage。", can_be_allowed=True),
    "wording-stage-behind": Message("文中写到“{found}”，阶段却是“{earlier}”。", "阶段写文中所述最远的一步：请把 stage 改为“{expected}”，或在 updates 里补上这一步。", can_be_allowed=True),
    "wording-stage-ahead": Message("阶段是“{expected}”，文中却只写到“{found}”。", "阶段不能超过通报所述：请改正 stage，或照通报在正文里补写这一步。", can_be_allowed=True),
    "wording-charge": Message("罪名“{found}”在标题、摘要和正文里都没有。", "罪名只在通报写明时填写，不能推断：请删去 charge，或照通报写进正文。", can_be_allowed=True),
    "wording-charge-named": Message("文中写了“{found}”，charge 却没有写它。", "通报确有此罪名时，请在 charge 里写明；通报没有的，请改写文字。", is_warning=True, can_be_allowed=True),
    "wording-word": Message("“{found}”写错了，或不是规范的写法。", "请改为“{expected}”。", can_be_allowed=True),
    "wording-look-alike": Message("“{found}”里有形似而不同的字符（{detail}）。", "请改为“{expected}”。", can_be_allowed=True),
    "wording-punctuation": Message("标点“{found}”不合中文的写法。", "请改为“{expected}”。", is_warning=True, can_be_allowed=True),
    "wording-space": Message("“{found}”里有手打的空格。", "请改为“{expected}”，网页会自动留出间距。", is_warning=True, can_be_allowed=True),
    # Duplicates
    "duplicate-suspected": Message("与 {file} 可能是同一案件：{detail}。", "请对照两份通报。疑似的，在 related 里写明 {other}；能确定的，改用 also_in；确定不是同一案件的，用 allow 写明 {other}。", is_warning=True, can_be_allowed=True),
})  # fmt: skip
