"""One rotten site for every message, each with the whole report it must get.

A folder of `tests/bad/` is named after a message and holds only the files that differ from the
sound site in `tests/bad/_base/`. What a repository cannot hold well is made by a recipe instead.
"""

# ruff: noqa: E501 - a line of a report stays in one piece, so that it can be searched for

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pydantic import BaseModel

from casebook.content.front_matter import parse
from casebook.content.validation import validate
from casebook.texts.messages import MESSAGES

from .sites import BAD, BASE, DATONG, NOT_OF_CONTENT, TAIYUAN, copy_sound_site, problems_of

EXPECTED = {
    "folder-missing": [
        "cases:1:1: 找不到案例文件夹。请新建该文件夹，或用环境变量 CASEBOOK_CASES 指明它的位置。",
    ],
    "corpus-empty": [
        "cases:1:1: 案例文件夹里没有任何案例。至少要有一个通报文件夹，内有 index.md 和 01.md。",
    ],
    "file-unreadable": [
        "cases/2024-05-01-taiyuan/02.md:1:1: 文件读不出来：它是文件夹，不是文件。请检查文件是否损坏、是否有读取权限，或从备份恢复。",
        "docs/secret.txt:1:1: 文件读不出来：它是快捷方式，指向案例和页面的文件夹以外。请检查文件是否损坏、是否有读取权限，或从备份恢复。",
    ],
    "file-encoding": [
        "cases/2024-05-01-taiyuan/02.md:2:8: 文件不是 UTF-8 编码。请在编辑器中选择“另存为”，编码选“UTF-8”。",
    ],
    "file-too-large": [
        "cases/2024-05-01-taiyuan/02.md:1:1: 文件有 2 KB，太大了。最多 2 KB。一起案例通常只有几千字：请看看是否误贴了别的内容，照片请存成图片文件。",
    ],
    "folder-is-file": [
        "docs:1:1: 这里应是文件夹，却是一个文件，或是失效的快捷方式。请把它移走，再从备份恢复这个文件夹，或请维护人员恢复。",
    ],
    "folder-link": [
        "cases/2024-09-01-taiyuan:1:1: “2024-09-01-taiyuan”是指向文件夹的快捷方式。网站只用真正的文件夹：请删去它，把要用的文件放在这里。",
        "docs/deep:1:1: “deep”是指向文件夹的快捷方式。网站只用真正的文件夹：请删去它，把要用的文件放在这里。",
    ],
    "pages-missing": [
        "docs:1:1: 找不到手写页面的文件夹。请从备份恢复 docs 文件夹，或请维护人员恢复。",
    ],
    "list-long": [
        "cases/2024-05-01-taiyuan/01.md:2:10: 其他数据（figures）超过 100 项。请删去多余的；是从别处误贴进来的，请整段删去。",
        "cases/2024-05-01-taiyuan/02.md:2:1361: 相关案例（related）超过 150 项。请删去多余的；是从别处误贴进来的，请整段删去。",
        "cases/2024-05-01-taiyuan/index.md:152:7: “文件头”超过 150 项。请删去多余的；是从别处误贴进来的，请整段删去。",
    ],
    "total-large": [
        "cases/2024-05-01-taiyuan/index.md:5:11: 案例数（expected）写的 999999999 太大了。一期通报最多 1000 起案例，请核对。",
    ],
    "image-broken": [
        f"cases/2024-05-01-taiyuan/{name}:1:1: 图片打不开：文件是空的、不完整，或者不是图片。请从原来的图片重新导出一份，替换这个文件。"
        for name in ("empty.png", "half.jpg", "half.png", "page.png")
    ],
    "image-large": [
        "cases/2024-05-01-taiyuan/large.png:1:1: 图片的像素太多，打开时会占满内存。请把宽和高都缩小到 4000 像素以内。",
    ],
    "bulletin-folder-name": [
        "cases/太原市:1:1: 文件夹名“太原市”不合规则。请写成“发布日期-地名拼音”，如 2025-02-10-shanxi，只用小写字母、数字和连字符。",
    ],
    "bulletin-missing": [
        "cases/2024-07-01-yangquan/index.md:1:1: 通报文件夹“2024-07-01-yangquan”里没有 index.md。请新建 index.md，写明通报的标题、发布单位、发布日期等。",
    ],
    "ledger-line": [
        "cases/addresses.txt:3:1: “<<<<<<< HEAD”不是网址。这个文件每行一个网址，从站名以后写起，如 cases/2025-02-10-shanxi/04/；它由程序登记，请不要手改。合并时留下的标记请删去，两边的网址都留着。",
        "cases/addresses.txt:4:1: “/cases/x/”不是网址。这个文件每行一个网址，从站名以后写起，如 cases/2025-02-10-shanxi/04/；它由程序登记，请不要手改。合并时留下的标记请删去，两边的网址都留着。",
        "cases/addresses.txt:5:1: “cases/../x/”不是网址。这个文件每行一个网址，从站名以后写起，如 cases/2025-02-10-shanxi/04/；它由程序登记，请不要手改。合并时留下的标记请删去，两边的网址都留着。",
    ],
    "former-address": [
        "docs/about.md:3:14: 旧地址（moved_from 第1项）写的“feed.xml”不是本站的旧地址。请写网址里站名以后的部分，如 events/2024-park/，不以斜杠开头，不写文件名的 .md。",
        "docs/about.md:3:24: 旧地址（moved_from 第2项）写的“/old/”不是本站的旧地址。请写网址里站名以后的部分，如 events/2024-park/，不以斜杠开头，不写文件名的 .md。",
        "docs/about.md:3:31: 旧地址（moved_from 第3项）写的“关于/../本站/”不是本站的旧地址。请写网址里站名以后的部分，如 events/2024-park/，不以斜杠开头，不写文件名的 .md。",
    ],
    "former-taken": [
        "cases/2024-05-01-taiyuan/index.md:7:10: 旧地址“2024-06-01-datong”现在是 cases/2024-06-01-datong/index.md 的地址。旧地址不能再给别的页面用，请改正其中之一。",
        "docs/about.md:3:13: 旧地址“offences/online-rumor/”现在是 docs/offences/online-rumor.md 的地址。旧地址不能再给别的页面用，请改正其中之一。",
    ],
    "former-reserved": [
        "docs/about.md:3:14: 旧地址“cities/taiyuan/”留给自动生成的页面。手写的页面不会有过这个地址，请改正，或删去这一项。",
        "docs/about.md:3:31: 旧地址“corrections/”留给自动生成的页面。手写的页面不会有过这个地址，请改正，或删去这一项。",
    ],
    "former-repeated": [
        "docs/about.md:3:13: 旧地址“offences/rumor/”在 docs/offences/online-rumor.md 里也写了。一个旧地址只能属于一个页面或通报。",
    ],
    "file-stray": [
        "cases/2024-05-01-taiyuan/说明.txt:1:1: 文件“说明.txt”不该在这里。案例文件写成两位编号，如 01.md；通报写在 index.md；图片请用 png、jpg、webp、svg 或 gif 格式；其他文件请移到别处。",
    ],
    "wording-guilt": [
        "cases/2024-05-01-taiyuan/02.md:10:5: 判决生效前不能写“犯罪分子”。刑事诉讼法第十二条规定，未经法院依法判决，不得确定任何人有罪：请写成“犯罪嫌疑人”。[wording-guilt]",
        "cases/2024-05-01-taiyuan/02.md:10:14: 判决生效前不能写“犯诽谤罪”。刑事诉讼法第十二条规定，未经法院依法判决，不得确定任何人有罪：请写成“涉嫌诽谤罪”。[wording-guilt]",
    ],
    "wording-neutral": [
        "cases/2024-05-01-taiyuan/02.md:10:5: “赃款”已经含有罪的判断。判决生效前请写成“涉案资金”。[wording-neutral]",
        "cases/2024-05-01-taiyuan/02.md:10:17: “供认不讳”已经含有罪的判断。判决生效前请写成“到案”。[wording-neutral]",
    ],
    "wording-role": [
        "cases/2024-05-01-taiyuan/01.md:10:12: 案件还没有提起公诉，不能写“被告人”。请写成“犯罪嫌疑人”；确已提起公诉的，请改正办理阶段（stage），或在后续进展（updates）里补上这一步。[wording-role]",
    ],
    "wording-role-late": [
        "cases/2024-05-01-taiyuan/01.md:10:12: 案件已经提起公诉，受审的人不再是“犯罪嫌疑人”。请写成“被告人”。[wording-role-late]",
    ],
    "wording-administrative": [
        "cases/2024-05-01-taiyuan/02.md:10:19: 行政处罚案件里有刑事案件的用语“刑事拘留”。请写成“行政拘留”；确是刑事案件的，请改正办理阶段（stage）。[wording-administrative]",
    ],
    "stage-finer": [
        "cases/2024-05-01-taiyuan/02.md:6:8: 办理阶段（stage）写的“取保候审”比阶段更细。请写“采取刑事强制措施”；要写明这一步，再加一行“step: 取保候审”。",
    ],
    "stage-named": [
        "cases/2024-05-01-taiyuan/02.md:6:8: 办理阶段（stage）写的“破获”不是阶段的名称。请写“侦破”。",
    ],
    "step-unknown": [
        "cases/2024-05-01-taiyuan/02.md:8:7: 办理步骤（step）写的“说服”不是办理步骤。可选：立案侦查、侦破、传唤、拘传、刑事拘留、采取刑事强制措施、取保候审、监视居住、提请批准逮捕、逮捕、不批准逮捕、撤销案件、移送起诉、退回补充侦查、不起诉、法定不起诉、酌定不起诉、存疑不起诉、附条件不起诉、提起公诉、开庭审理、一审判决、判决无罪、上诉、抗诉、二审维持原判、二审改判、发回重审、判决生效、再审、行政拘留、罚款、警告、没收、责令停产停业、吊销许可证件、责令改正、批评教育、行政处罚。拿不准时，删去这一行，只写办理阶段（stage）。",
    ],
    "step-elsewhere": [
        "cases/2024-05-01-taiyuan/02.md:8:7: 步骤“取保候审”属于阶段“采取刑事强制措施”，办理阶段（stage）写的却是“侦破”。请改正其中之一。",
    ],
    "notice-field": [
        "cases/2024-05-01-taiyuan/02.md:6:1: 种类（kind）是“提示”的，没有犯罪嫌疑人，也没有办理阶段，不能写人数（people）。请删去这一项；写的是一起案件时，删去种类（kind）。",
    ],
    "told-later": [
        "cases/2024-05-01-taiyuan/02.md:8:24: 人数·所指阶段（people at）写的阶段“移送起诉”晚于案例现在的阶段“侦破”。所指阶段（at）写通报说到这个数字时的阶段，不能晚于案例的阶段：请改正其中之一。",
    ],
    "field-early": [
        "cases/2024-05-01-taiyuan/02.md:8:11: 阶段是“侦破”，还不能写判决刑罚（sentence）。它要办到一审判决才有：请删去这一项，或改正办理阶段（stage）。",
    ],
    "wording-stage-ended": [
        "cases/2024-05-01-taiyuan/02.md:7:40: 文中写到“不起诉”，阶段却还是“移送起诉”。这样的案件不再有犯罪嫌疑人：请把办理阶段（stage）改为“不起诉”，或在后续进展（updates）里补上这一步；写的是别的案件时，写进放行（allow）。[wording-stage-ended]",
    ],
    "wording-ended": [
        "cases/2024-05-01-taiyuan/02.md:12:6: 案件的阶段是“不起诉”，还写着“犯罪嫌疑人”。没有判有罪，当事人不是犯罪嫌疑人，也不是被告人：请写成“当事人”，姓名一并删去，或撤回本案。[wording-ended]",
    ],
    "minor-person": [
        "cases/2024-05-01-taiyuan/02.md:13:6: 附条件不起诉的是未成年人，不能出现当事人（“王某某”）。未成年人保护法第一百零三条规定不得披露能认出未成年人的内容：请删去姓氏、称呼、年龄、性别、职业和籍贯，只写行为。[minor-person]",
    ],
    "wording-stage-behind": [
        "cases/2024-05-01-taiyuan/02.md:10:17: 文中写到“移送起诉”，阶段却是“侦破”。阶段写文中所述最远的一步：请把办理阶段（stage）改为“移送起诉”，或在后续进展（updates）里补上这一步。[wording-stage-behind]",
    ],
    "wording-stage-ahead": [
        "cases/2024-05-01-taiyuan/02.md:6:8: 阶段是“移送起诉”，文中却只写到“侦破”。阶段不能超过通报所述：请改正办理阶段（stage），或照通报在正文里补写这一步。[wording-stage-ahead]",
    ],
    "wording-charge": [
        "cases/2024-05-01-taiyuan/02.md:8:9: 罪名“编造、故意传播虚假信息罪”在标题、摘要和正文里都没有。罪名只在通报写明时填写，不能推断：请删去罪名（charge），或照通报写进正文。[wording-charge]",
    ],
    "wording-charge-named": [
        "cases/2024-05-01-taiyuan/01.md:10:12: 文中写了“侵犯公民个人信息罪”，罪名（charge）却没有写它。通报确有此罪名时，请在罪名（charge）里写明；通报没有的，请改写文字。[wording-charge-named]",
    ],
    "wording-word": [
        "cases/2024-05-01-taiyuan/02.md:10:3: “登陆”写错了，或不是规范的写法。请改为“登录”。[wording-word]",
        "cases/2024-05-01-taiyuan/02.md:10:12: “帐号”写错了，或不是规范的写法。请改为“账号”。[wording-word]",
    ],
    "wording-look-alike": [
        "cases/2024-05-01-taiyuan/02.md:10:1: “二○二四”里有形似而不同的字符（U+25CB）。请改为“二〇二四”。[wording-look-alike]",
        "cases/2024-05-01-taiyuan/02.md:10:12: “ＡＢ”里有形似而不同的字符（U+FF21）。请改为“AB”。[wording-look-alike]",
        "cases/2024-05-01-taiyuan/02.md:10:23: “⻔”里有形似而不同的字符（U+2ED4）。请改为“门”。[wording-look-alike]",
    ],
    "wording-punctuation": [
        "cases/2024-05-01-taiyuan/02.md:10:5: 标点“,”不合中文的写法。请改为“，”。[wording-punctuation]",
        "cases/2024-05-01-taiyuan/02.md:10:13: 标点“(见通报)”不合中文的写法。请改为“（见通报）”。[wording-punctuation]",
        "cases/2024-05-01-taiyuan/02.md:10:18: 标点“。。”不合中文的写法。请改为“。”。[wording-punctuation]",
    ],
    "wording-space": [
        "cases/2024-05-01-taiyuan/02.md:10:4: “警方于 4”里有手打的空格。请改为“警方于4”，网页会自动留出间距。[wording-space]",
        "cases/2024-05-01-taiyuan/02.md:10:6: “4 月”里有手打的空格。请改为“4月”，网页会自动留出间距。[wording-space]",
        "cases/2024-05-01-taiyuan/02.md:10:8: “月 2”里有手打的空格。请改为“月2”，网页会自动留出间距。[wording-space]",
        "cases/2024-05-01-taiyuan/02.md:10:10: “2 日查明”里有手打的空格。请改为“2日查明”，网页会自动留出间距。[wording-space]",
    ],
    "duplicate-suspected": [
        "cases/2024-06-01-datong/01.md:2:8: 与 cases/2024-05-01-taiyuan/01.md 可能是同一案件：都有姓付的人、人数都是 8、金额都是1.5亿元。请对照两份通报。疑似的，在相关案例（related）里写明 2024-05-01-taiyuan/01；能确定的，改用另见通报（also_in）；确定不是同一案件的，在放行（allow）里写明 2024-05-01-taiyuan/01。[duplicate-suspected]",
    ],
    "page-reserved": [
        "docs/cases/overview.md:1:1: docs/cases/overview.md 的网址留给自动生成的页面。请换一个文件名或文件夹。",
        "docs/cities/taiyuan.md:1:1: docs/cities/taiyuan.md 的网址留给自动生成的页面。请换一个文件名或文件夹。",
        "docs/dates/map.svg:1:1: docs/dates/map.svg 的网址留给自动生成的页面。请换一个文件名或文件夹。",
    ],
    "route-taken": [
        "docs/robots.txt:1:1: 网址“robots.txt”有两个来源：docs/robots.txt 和 程序生成的文件。一个网址只能有一个来源：请给自己写的文件改名，或移到别的文件夹。",
    ],
    "heading-level": [
        "cases/2024-05-01-taiyuan/02.md:10:1: 正文的小标题用了一个“#”。一个“#”留给页面标题，正文的小标题请从“##”写起。",
    ],
    "markdown-preview": [
        "cases/2024-05-01-taiyuan/02.md:14:5: GitHub 的预览和网站显示得不同：“*”在预览里是强调的记号。改法：隐去的字写“某”，或在每个符号前加反斜杠；要强调的，在两端各写两个星号，外侧紧挨标点。",
        "cases/2024-05-01-taiyuan/02.md:16:4: GitHub 的预览和网站显示得不同：两个“~”之间的字在预览里被划掉。改法：用全角的“～”，或在每个“~”前加反斜杠。",
        "cases/2024-05-01-taiyuan/02.md:18:2: GitHub 的预览和网站显示得不同：网站当作强调的“**”，在预览里照原样显示。改法：把引号和标点写在星号外面。",
        "cases/2024-05-01-taiyuan/02.md:20:1: GitHub 的预览和网站显示得不同：“2024.”在预览里是列表的编号。改法：改写，或在点号前加反斜杠，如“2024\\.”。",
        "cases/2024-05-01-taiyuan/02.md:22:1: GitHub 的预览和网站显示得不同：缩进的这一段在预览里是代码。改法：删去行首的空格。",
        "cases/2024-05-01-taiyuan/02.md:24:1: GitHub 的预览和网站显示得不同：行首的“>”在预览里是引用的记号。改法：写成“大于”，或在“>”前加反斜杠；要引用，在“>”后面空一格。",
        "cases/2024-05-01-taiyuan/02.md:27:1: GitHub 的预览和网站显示得不同：“---”在网站上是分隔线，在预览里使上面的文字成为标题。改法：要分隔线，在上面空一行；要小标题，在行首写“## ”，并删去这一行。",
        "cases/2024-05-01-taiyuan/02.md:30:1: GitHub 的预览和网站显示得不同：网站照写的编号显示，预览从第一个编号接着数。改法：按顺序编号。",
        "cases/2024-05-01-taiyuan/02.md:32:1: GitHub 的预览和网站显示得不同：两个“~~”之间的字在预览里被划掉。改法：用全角的“～”，或在每个“~”前加反斜杠。",
    ],
    "markdown-literal": [
        "cases/2024-05-01-taiyuan/02.md:15:1: 这里的“======”会照原样显示在网页上。请删去这一行；上面是小标题的，在它的行首写“## ”。",
        "cases/2024-05-01-taiyuan/02.md:17:1: 这里的“** 停水通知 **”会照原样显示在网页上。请删去星号和文字之间的空格；不是强调的，在每个星号前加反斜杠。",
        "cases/2024-05-01-taiyuan/02.md:19:1: 这里的“```”会照原样显示在网页上。请在代码的下一行也写同样的符号；不是代码的，删去这一行。",
    ],
    "text-limit": [
        "cases/2024-05-01-taiyuan/02.md:12:1: 这一行的方括号套了 21 层，最多 20。请删去多余的方括号。",
    ],
    "markdown-lost": [
        "cases/2024-05-01-taiyuan/02.md:16:13: 这里的“点赞”在网页上不会显示。表格每行的格数请和表头一样；“[甲]: 乙”这样开头的行请改用全角冒号；代码块的“```”后面不写字；引用和列表不要套太多层。",
        "cases/2024-05-01-taiyuan/02.md:18:2: 这里的“注”在网页上不会显示。表格每行的格数请和表头一样；“[甲]: 乙”这样开头的行请改用全角冒号；代码块的“```”后面不写字；引用和列表不要套太多层。",
    ],
    "markdown-mask": [
        "cases/2024-05-01-taiyuan/02.md:14:7: “**和王**”里的符号会被当作强调的记号，不再显示。隐去的字请写“某”，或写成“\\*\\*和王\\*\\*”；确要强调的，请写进放行（allow）。[markdown-mask]",
        "cases/2024-05-01-taiyuan/02.md:14:17: “*群”和“赵*”里的符号会被当作强调的记号，不再显示。隐去的字请写“某”，或写成“\\*群”和“赵\\*”；确要强调的，请写进放行（allow）。[markdown-mask]",
        "cases/2024-05-01-taiyuan/02.md:14:32: “*62*”里的符号会被当作强调的记号，不再显示。隐去的字请写“某”，或写成“\\*62\\*”；确要强调的，请写进放行（allow）。[markdown-mask]",
    ],
    "markdown-run-on": [
        "cases/2024-05-01-taiyuan/02.md:15:1: 这一行（“一、”）会接在上一行后面显示。要另起一行，请在上面空一行。",
        "cases/2024-05-01-taiyuan/02.md:16:1: 这一行（“2.”）会接在上一行后面显示。要另起一行，请在上面空一行。",
        "cases/2024-05-01-taiyuan/02.md:17:1: 这一行（“（三）”）会接在上一行后面显示。要另起一行，请在上面空一行。",
    ],
    "charge-administrative": [
        "cases/2024-05-01-taiyuan/02.md:6:9: 行政处罚案件不能写罪名。请删去罪名（charge）。",
    ],
    "front-matter-missing": [
        "cases/2024-05-01-taiyuan/02.md:1:1: 文件开头没有文件头。第一行写三个半角连字符“---”，其后每行写一项，如“city: 太原市”，最后再写一行“---”。",
    ],
    "front-matter-open": [
        "cases/2024-05-01-taiyuan/02.md:1:1: 文件头没有结束。请在最后一项的下一行写“---”。",
    ],
    "front-matter-not-mapping": [
        "cases/2024-05-01-taiyuan/02.md:2:1: 文件头不是每行一项的形式。请每行写一项，如“city: 太原市”，冒号用半角，后面空一格。",
    ],
    "control-character": [
        "cases/2024-05-01-taiyuan/02.md:2:10: 这里有一个看不见的字符（U+0008）。请删去这一行，重新输入。",
    ],
    "duplicate-key": [
        "cases/2024-05-01-taiyuan/02.md:5:1: 城市（city）写了两次，第 4 行已经有了。请只留一处。",
    ],
    "full-width-colon": [
        "cases/2024-05-01-taiyuan/02.md:4:5: 城市（city）后面用了全角冒号“：”。请改为半角冒号加一个空格，即“city: ”。",
    ],
    "colon-without-space": [
        "cases/2024-05-01-taiyuan/02.md:4:5: 城市（city）的冒号后面缺一个空格。请写成“city: ”，再写内容。",
    ],
    "yaml-colon": [
        "cases/2024-05-01-taiyuan/02.md:2:12: 这一行里多了一个“: ”（半角冒号加空格），或缩进不对。内容里有半角冒号时，请用引号把整个内容括起来；同级的各项要左边对齐。",
    ],
    "yaml-tab": [
        "cases/2024-05-01-taiyuan/02.md:9:1: 这里用了制表符（Tab）。缩进请用空格。",
    ],
    "yaml-quote": [
        "cases/2024-05-01-taiyuan/02.md:2:8: 引号只有一半。请补上另一个同样的引号。",
    ],
    "yaml-first-character": [
        "cases/2024-05-01-taiyuan/02.md:2:8: 内容不能以这个符号开头。请用半角双引号把整个内容括起来。",
        "cases/2024-05-01-taiyuan/02.md:2:9: 这里有网络账号或网名“编*****案”。请删去，改写为“某QQ号”“某微信号”或“某账号”。[chat-account]",
    ],
    "yaml-bracket": [
        "cases/2024-05-01-taiyuan/02.md:4:7: 括号没有配对，或缺少逗号。几项写成 [甲, 乙]，带名称的写成 {甲: 乙}，括号和逗号用半角。",
    ],
    "yaml-syntax": [
        "cases/2024-05-01-taiyuan/02.md:4:1: 这里的写法读不懂。请每行写一项，如“city: 太原市”，冒号用半角，后面空一格，同级的各项左边对齐。",
    ],
    "yaml-second-document": [
        "cases/2024-05-01-taiyuan/02.md:4:1: 文件头里多了一条分隔线。文件头只能有开头和结尾两条“---”。",
    ],
    "yaml-alias": [
        "cases/2024-05-01-taiyuan/02.md:2:8: 这里有文件头不能用的引用符号（& 或 *）。请把内容原样写出；内容确以该符号开头时，用引号括起来。",
    ],
    "yaml-tag": [
        "cases/2024-05-01-taiyuan/02.md:2:8: 这里有文件头不能用的类型标记“!编造停水消息案”。请删去该标记；内容确以感叹号开头时，用引号括起来。",
    ],
    "yaml-deep": [
        "cases/2024-05-01-taiyuan/02.md:4:14: 缩进或括号的层数超过 8 层。请检查多余的括号或连字符。",
    ],
    "yaml-key": [
        "cases/2024-05-01-taiyuan/02.md:4:1: 这里应是一项的名称，却写成了列表或括号。请写成“名称: 内容”，如“city: 太原市”。",
    ],
    "missing-field": [
        "cases/2024-05-01-taiyuan/02.md:1:1: 缺少必填的办理阶段（stage）。请补上这一行。",
    ],
    "unknown-field": [
        "cases/2024-05-01-taiyuan/02.md:4:1: 没有“citys”这一项。最接近的写法：“city”。",
    ],
    "fields-open": [
        "cases/2024-05-01-taiyuan/02.md:3:6: 还没有填写：发现或侦破日期（date）、城市（city）、摘要（summary）。请每项写一行，把内容写在冒号后面。",
    ],
    "empty-value": [
        "cases/2024-05-01-taiyuan/02.md:4:6: 城市（city）后面没有内容。请写上内容，或删去这一行。",
    ],
    "not-text": [
        "cases/2024-05-01-taiyuan/02.md:6:8: 办理阶段（stage）应是一段文字，却写成了列表。请直接写文字；内容含有“: ”、[ 或 { 时，用引号括起来。",
    ],
    "not-list": [
        "cases/2024-05-01-taiyuan/02.md:8:10: 后续进展（updates）应是列表。请每项一行，以“- ”开头。",
    ],
    "not-mapping": [
        "cases/2024-05-01-taiyuan/02.md:8:10: 其他数据（figures）应由几行“名称: 内容”组成。请每行写一个“名称: 内容”，比上一级缩进两格。",
    ],
    "empty-list": [
        "cases/2024-05-01-taiyuan/02.md:4:7: 城市（city）是空的。请至少写一项。",
    ],
    "repeated-value": [
        "cases/2024-05-01-taiyuan/02.md:4:7: 城市（city）里“太原市”写了两次。请只留一处。",
    ],
    "full-width-comma": [
        "docs/search.md:4:6: “帮信罪，帮信”里有全角逗号“，”。各项之间请用半角逗号加一个空格，如 [甲, 乙]。",
    ],
    "text-length": [
        "cases/2024-05-01-taiyuan/02.md:7:10: 摘要（summary）有 7 个字。应为 20 至 120 个字。",
    ],
    "title-ending": [
        "cases/2024-05-01-taiyuan/02.md:2:8: 案例的标题“编造停水消息”没有以“案”结尾。请写成“……案”；要说明的写在后面的括号里，如“……案（网络水军）”。",
    ],
    "date": [
        "cases/2024-05-01-taiyuan/02.md:3:7: 发现或侦破日期（date）写的“2024年4月2日”不是日期。请写成 2024-04-02。",
    ],
    "date-not-full": [
        "cases/2024-05-01-taiyuan/index.md:4:12: 发布日期（published）写的“2024-05”不是完整日期。请写到日：这里只有年和月，还缺几号，写成 2024-04-09 这样。",
    ],
    "amount": [
        "cases/2024-05-01-taiyuan/02.md:8:9: 金额（amount）写的“3万美元”读不出金额。请照通报写，数字写全，并以“元”结尾，如 超500万元、1.5亿元、3万5千元；外币请写在其他数据（figures）里。",
    ],
    "count": [
        "cases/2024-05-01-taiyuan/02.md:8:9: 人数（people）写的“3人”不是人数或件数。请写 1 以上的整数，只用半角数字，不加单位。",
    ],
    "address": [
        "cases/2024-05-01-taiyuan/index.md:7:13: 来源网址（source_url）写的“http://example.org/1”以 http:// 开头，没有加密。请把开头改成 https://，在浏览器里试试能不能打开；来源只有 http 的，不写网址，只写来源的标题。",
    ],
    "province-unknown": [
        "cases/2024-05-01-taiyuan/index.md:6:11: 省份（province）写的“山西”不是省级行政区的正式名称。最接近的写法：“山西省”。请写全称，如 山西省、内蒙古自治区。",
    ],
    "city-unknown": [
        "cases/2024-05-01-taiyuan/02.md:4:7: 城市（city）写的“太原”不是地级行政区的正式名称。最接近的写法：“太原市”。县级名称请写在区县（district）；全省性案件写“全省”。",
    ],
    "not-in-list": [
        "cases/2024-05-01-taiyuan/02.md:6:8: 办理阶段（stage）写的“办结”不在允许的范围内。可选：立案侦查、侦破、刑事拘留、采取刑事强制措施、不批准逮捕、移送起诉、提起公诉、一审判决、判决生效、再审、撤销案件、不起诉、判决无罪、行政处罚、批评教育。",
    ],
    "case-id": [
        "cases/2024-05-01-taiyuan/02.md:8:10: 相关案例（related）写的“taiyuan/01”不是案例编号。请写成“通报文件夹名/两位编号”，如 2025-02-10-shanxi/04。",
    ],
    "bulletin-id": [
        "cases/2024-05-01-taiyuan/02.md:8:22: 另见通报·通报（also_in 第1项 bulletin）写的“datong”不是通报的文件夹名。请写成 2025-02-10-shanxi 这样的文件夹名。",
    ],
    "slug": [
        "docs/offences/paid-posters.md:7:25: 罪名·地址（charges 第1项 slug）写的“Illegal_Business”不能用作网址。只用小写字母、数字和连字符。",
    ],
    "list-short": [
        "docs/offences/online-rumor.md:10:14: 翻翻卡·选项（quiz 第1项 options）的项数太少。请至少写 2 项，每项一行，以“- ”开头。",
    ],
    "quiz-answer": [
        "docs/offences/online-rumor.md:11:13: 答案“先看来原”不在选项里。最接近的写法：“先看来源”。答案要和其中一个选项一字不差。",
    ],
    "withdrawal-missing": [
        "cases/2024-05-01-taiyuan/02.md:8:9: 状态（status）为 withdrawn，却没有写撤回的日期和原因。请加上撤回（withdrawn），里面写日期（date）和原因（reason）。",
    ],
    "withdrawal-without-status": [
        "cases/2024-05-01-taiyuan/02.md:8:12: 写了撤回（withdrawn）的日期和原因，状态（status）却是 published。请把状态（status）改为 withdrawn，或删去撤回（withdrawn）。",
    ],
    "offence-unknown": [
        "cases/2024-05-01-taiyuan/02.md:5:10: 本站没有“网络谣盐”这一类型。最接近的写法：“网络谣言”。",
        "docs/corrections.md:4:26: 本站没有“侵犯公民个人信自”这一类型。最接近的写法：“侵犯公民个人信息”。",
    ],
    "offence-title-taken": [
        "docs/offences/personal-info.md:3:11: “侵公”在 docs/offences/online-rumor.md 里已经用过。名称、别称、罪名和罪名网址在各类型之间不能重复。",
    ],
    "charge-unknown": [
        "cases/2024-06-01-datong/01.md:6:9: 刑法和类型页里都没有“侵犯个人信息罪”这个罪名。最接近的写法：“侵犯公民个人信息罪”。通报确有此罪名时，请先写进 docs/offences/ 中相应类型页的罪名（charges）。",
    ],
    "charge-elsewhere": [
        "cases/2024-06-01-datong/01.md:6:9: “编造、故意传播虚假信息罪”（刑法第二百九十一条之一第二款）属于类型“网络谣言”，本案的类型里没有它。请在类型（offence）里加上“网络谣言”，或改正罪名。",
    ],
    "charge-short": [
        "cases/2024-06-01-datong/01.md:6:9: “侵公罪”是简称。请写全称“侵犯公民个人信息罪”。",
    ],
    "charge-act": [
        "cases/2024-05-01-taiyuan/02.md:6:9: “散布谣言”是行政违法行为或者处罚，不是罪名。请删去罪名（charge）；行政案件把它写在违法行为（act）里。",
    ],
    "charge-former": [
        "cases/2024-06-01-datong/01.md:6:9: 罪名“非法获取公民个人信息罪”自2015年11月1日起已改为“侵犯公民个人信息罪”，本案的日期在这以后。请照通报核对，写新的罪名，或改正发现或侦破日期（date）。",
    ],
    "charge-repealed": [
        "cases/2024-06-01-datong/01.md:6:21: 罪名“嫖宿幼女罪”自2015年11月1日起已不再有（取消；依照强奸罪处理），本案的日期在这以后。请照通报核对罪名，或改正发现或侦破日期（date）。",
    ],
    "charge-early": [
        "cases/2014-06-01-datong/01.md:6:9: 罪名“侵犯公民个人信息罪”自2015年11月1日起才有，通报发布时还没有。请照通报核对罪名和通报的发布日期。",
    ],
    "act-unknown": [
        "cases/2024-05-01-taiyuan/02.md:6:6: “网上乱说”不是本站收录的违法行为，也不是处罚的种类。可选：“散布谣言，谎报险情、疫情、灾情、警情”、“扬言实施放火、爆炸、投放危险物质”、“寻衅滋事”、“捏造事实诽谤他人”、“盗用、冒用身份、名义或者以其他虚假身份招摇撞骗”、“发布或者传输法律、行政法规禁止的信息”、“利用国际联网制作、复制、查阅和传播违法信息”、“行政拘留”、“罚款”、“警告”、“没收”、“责令停产停业”、“吊销许可证件”、“责令改正”、“批评教育”、“行政处罚”。",
    ],
    "act-criminal": [
        "cases/2024-05-01-taiyuan/02.md:6:6: “散布谣言”是行政违法行为或者处罚，本案不是行政案件。请删去违法行为（act）；通报写明的罪名写在罪名（charge）里。确是行政案件的，请改正办理阶段（stage）。",
    ],
    "act-early": [
        "cases/2024-05-01-taiyuan/02.md:6:13: “窃取或者非法获取个人信息”在本案的日期还没有施行的条文（治安管理处罚法2025年修订文本自2026年1月1日起施行）。请照通报核对违法行为（act）和发现或侦破日期（date）。",
    ],
    "law-dates": [
        "docs/offences/online-rumor.md:14:21: 法律·施行至（laws 第1项 in_force_until）写的 2012-12-31 不晚于施行日期 2013-01-01。它是施行的最后一天，要晚于施行日期（in_force_from）：请改正其中之一。",
    ],
    "expected-count": [
        "cases/2024-05-01-taiyuan/index.md:5:11: 通报宣布 4 起案例，这里有 2 个案例文件、0 个不发布的案例。缺少编号 03、04。两者相加应等于案例数（expected）。",
    ],
    "number-beyond": [
        "cases/2024-05-01-taiyuan/03.md:1:1: 编号 3 不在 1 至 2 之间。请改正编号，或改正 index.md 里的案例数（expected）。",
        "cases/2024-05-01-taiyuan/index.md:5:11: 通报宣布 2 起案例，这里有 3 个案例文件、0 个不发布的案例。两者相加应等于案例数（expected）。",
    ],
    "number-omitted": [
        "cases/2024-05-01-taiyuan/index.md:5:11: 通报宣布 2 起案例，这里有 2 个案例文件、1 个不发布的案例。两者相加应等于案例数（expected）。",
        "cases/2024-05-01-taiyuan/index.md:6:20: 编号 2 已列为不发布，却有同号的案例文件。请删去不发布的案例（omitted）中的这一项，或移走文件 cases/2024-05-01-taiyuan/02.md。",
    ],
    "number-repeated": [
        "cases/2024-05-01-taiyuan/002.md:1:1: 编号 2 有两个文件：cases/2024-05-01-taiyuan/002.md 和 cases/2024-05-01-taiyuan/02.md。请只留一个。",
        "cases/2024-05-01-taiyuan/index.md:5:11: 通报宣布 2 起案例，这里有 3 个案例文件、0 个不发布的案例。两者相加应等于案例数（expected）。",
    ],
    "omitted-repeated": [
        "cases/2024-05-01-taiyuan/index.md:8:14: 不发布的案例（omitted）里，编号 3 写了两次。请只留一处。",
    ],
    "published-folder": [
        "cases/2024-05-01-taiyuan/index.md:4:12: 发布日期 2024-05-02 与文件夹名开头的 2024-05-01 不同。请改正其中之一；已发布的文件夹名不要改。",
    ],
    "minute": [
        "cases/2024-05-01-taiyuan/index.md:7:17: 本站发布时间（site_published）写的“2024-05-02”不是时间。请写日期、一个空格和24小时制的时间，如 2026-11-23 10:30。",
    ],
    "source-field": [
        "cases/2024-05-01-taiyuan/index.md:7:9: 写了刊发媒体（medium），来源性质（source_kind）却是“通报”。请删去刊发媒体，或把来源性质改为“媒体报道”或“转载”。",
        "cases/2024-05-01-taiyuan/index.md:8:16: 写了转载自（reposted_from），来源性质（source_kind）却是“通报”。请删去转载自，或把来源性质改为“转载”。",
    ],
    "source-unnamed": [
        "cases/2024-05-01-taiyuan/index.md:7:14: 来源性质（source_kind）是“转载”，却没有写转载的是谁、转载自哪里。请在刊发媒体（medium）写转载的网站或账号，在转载自（reposted_from）写它写明的出处，知道一项写一项。",
    ],
    "site-published-early": [
        "cases/2024-05-01-taiyuan/index.md:7:17: 本站发布时间 2024-04-30 早于通报的日期 2024-05-01。请写文件在本站公开的时间，不是案件或通报的时间。",
    ],
    "date-in-future": [
        "cases/2024-05-01-taiyuan/02.md:3:7: 发现或侦破日期（date）写的 2042-04-02 还没有到。今天是 2026-11-22，请核对年份和月份。",
    ],
    "date-after-bulletin": [
        "cases/2024-05-01-taiyuan/02.md:3:7: 案件日期 2024-05-02 晚于通报的发布日期 2024-05-01。日期是发现或侦破的日期，请对照通报核对。",
    ],
    "city-elsewhere": [
        "cases/2024-05-01-taiyuan/02.md:4:7: 石家庄市不在山西省，它属于河北省。请改正城市；确在外省时，把省份（province）写成“河北省”。",
    ],
    "city-look-alike": [
        "cases/2024-05-01-taiyuan/02.md:4:7: 渭南市不在山西省，它属于陕西省，山西与陕西容易混淆。请改正城市或通报的省份；确是外省案件时，把省份（province）写成“陕西省”。",
    ],
    "province-needed": [
        "cases/2024-06-01-datong/01.md:4:7: 通报的案例来自多个省份，本案写的是“全省”，看不出是哪个省。请加上省份（province）。",
    ],
    "province-same": [
        "cases/2024-05-01-taiyuan/02.md:5:11: 案例的省份（province）与通报的相同。请删去这一行。",
    ],
    "province-country": [
        "cases/2024-05-01-taiyuan/02.md:5:11: 案例的省份（province）不能写“全国”。请写具体省份。",
    ],
    "whole-province-with-city": [
        "cases/2024-05-01-taiyuan/02.md:4:7: 城市（city）里，“全省”不能与城市并列。请只写“全省”，或只写城市。",
    ],
    "district-unknown": [
        "cases/2024-05-01-taiyuan/02.md:5:11: 太原市没有“晋原区”。最接近的写法：“晋源区”。",
    ],
    "district-elsewhere": [
        "cases/2024-05-01-taiyuan/02.md:5:11: “平城区”不属于太原市，它属于大同市。请改正城市或区县。",
    ],
    "city-former": [
        "cases/2024-05-01-taiyuan/02.md:4:7: “莱芜市”已于2018年撤销，原辖区现属济南市莱芜区、钢城区，本案的日期 2024-04-02 在这以后。请把城市（city）写成“济南市”，区县（district）在莱芜区、钢城区中选一个，不能确定的不写。",
    ],
    "city-uncertain": [
        "cases/2024-05-01-taiyuan/02.md:4:7: “巢湖市”已于2011年撤销，原辖区现属合肥市、芜湖市、马鞍山市，看不出本案在其中哪一个市。本案先归入安徽省；通报写明区县的，请加上区县（district）。",
    ],
    "city-district": [
        "cases/2024-05-01-taiyuan/02.md:4:7: “潞城市”是长治市的区县，不是地级行政区。请在城市（city）写“长治市”，在区县（district）写“潞城市”。",
    ],
    "city-zone": [
        "cases/2024-05-01-taiyuan/02.md:4:7: “山西大同经济开发区”是大同市的经济开发区，不在地级行政区名录里。请在城市（city）写“大同市”，在区县（district）写它所在的区县，通报没有写明区县的不写。",
    ],
    "district-former": [
        "cases/2024-05-01-taiyuan/02.md:5:11: 区县“城区”已于2018年并入潞州区，本案的日期 2024-04-02 在这以后。请写“潞州区”。",
    ],
    "district-uncertain": [
        "cases/2024-05-01-taiyuan/02.md:6:11: “新城区”已于2002年并入金凤区、西夏区（去向未经核实），不能确定本案在现在的哪个区县。页面照写这个名称，本案只归入银川市。请核对城市、区县和日期。",
    ],
    "district-not-yet": [
        "cases/2024-05-01-taiyuan/02.md:6:11: “两江新区”2025年才设立，通报在 2024-05-01 就已发布。请照通报写当时的区县。",
    ],
    "district-zone": [
        "cases/2024-05-01-taiyuan/02.md:5:11: “大同经开区”是大同市的经济开发区，不是行政区划。请在城市（city）写“大同市”，在区县（district）写它所在的区县，通报没有写明区县的不写。",
    ],
    "district-zone-unchecked": [
        "cases/2024-05-01-taiyuan/02.md:6:11: “西安高新区”可能是西安市的高新技术产业开发区（未经核实），不在区县名录里。页面照写这个名称，本案只归入西安市。请在城市（city）写“西安市”，在区县（district）写它所在的区县，通报没有写明区县的不写。",
    ],
    "district-many-cities": [
        "cases/2024-05-01-taiyuan/02.md:5:11: 写了区县（district），城市（city）却不是一个城市。请删去区县（district），或只写一个城市。",
    ],
    "updates-order": [
        "cases/2024-05-01-taiyuan/02.md:10:12: 后续进展的日期 2024-06 早于前一条的 2024-07。请按日期先后排列。",
    ],
    "updates-before-case": [
        "cases/2024-05-01-taiyuan/02.md:8:18: 后续进展的日期 2024-04-01 早于案件日期 2024-04-02。请核对两个日期。",
    ],
    "stage-backwards": [
        "cases/2024-05-01-taiyuan/02.md:8:34: 阶段从“侦破”退回到“立案侦查”。请按办理的先后排列；没有批准逮捕、撤案、不起诉、再审都有自己的阶段；发回重审的，办理阶段（stage）写“一审判决”，办理步骤（step）写“发回重审”。",
    ],
    "related-unknown": [
        "cases/2024-05-01-taiyuan/02.md:8:10: 相关案例（related）指向的“1888-12-31-haikou/99”不存在。请照 cases 里的文件夹名和文件名写。",
    ],
    "related-self": [
        "cases/2024-05-01-taiyuan/02.md:8:10: 相关案例（related）指向了本案自己。请删去这一项。",
    ],
    "also-in-self": [
        "cases/2024-05-01-taiyuan/02.md:8:11: 另见通报（also_in）指向了本案所在的通报。请删去这一项。",
    ],
    "also-in-number": [
        "cases/2024-05-01-taiyuan/02.md:8:49: 通报 2024-06-01-datong 只有 1 起案例，没有第 2 起。请核对编号。",
    ],
    "also-in-not-omitted": [
        "cases/2024-05-01-taiyuan/02.md:8:11: 同一案件在通报 2024-06-01-datong 里还有文件 cases/2024-06-01-datong/01.md，会计算两次。请只留一个文件，在另一通报的不发布的案例（omitted）里写明该编号；不能确定是同一案件时，改用相关案例（related）。",
    ],
    "alias-taken": [
        "cases/2024-05-01-taiyuan/02.md:8:10: 曾用编号“2024-06-01-datong/01”现在是 cases/2024-06-01-datong/01.md 的编号。编号不能重复使用，请改正其中之一。",
    ],
    "alias-repeated": [
        "cases/2024-05-01-taiyuan/02.md:8:10: 曾用编号“2023-01-01-taiyuan/05”在 cases/2024-05-01-taiyuan/01.md 里也写了。一个曾用编号只能属于一个案例。",
    ],
    "title-in-bulletin": [
        "cases/2024-05-01-taiyuan/02.md:2:8: 标题与 cases/2024-05-01-taiyuan/01.md 相同。请写得更具体，使读者能分清两案。",
    ],
    "title-elsewhere": [
        "cases/2024-06-01-datong/01.md:2:8: 标题与 cases/2024-05-01-taiyuan/02.md 相同。若是同一案件，用另见通报（also_in）或相关案例（related）写明；否则请写得更具体。",
    ],
    "synonym-repeated": [
        "docs/search.md:5:10: “电诈”在第 4 行已经写过。一种说法只写一次，大小写和全角半角不算不同；两组意思相同时，请合并成一组。",
    ],
    "retention-years": [
        "docs/corrections.md:4:26: 保留期限·年数（retention 第1项 years）写的“半”不是年数。请写 1 至 50 的整数，只用半角数字，不加“年”。",
        "docs/corrections.md:5:26: 保留期限·年数（retention 第2项 years）写的“51”不是年数。请写 1 至 50 的整数，只用半角数字，不加“年”。",
        "docs/corrections.md:6:26: 保留期限·年数（retention 第3项 years）写的“01”不是年数。请写 1 至 50 的整数，只用半角数字，不加“年”。",
    ],
    "retention-idle": [
        "docs/corrections.md:5:5: 这条规则不起作用：第 4 行的规则管着同样的案例，也是“复核”，而且不比它晚。同一种处理，最早到期的算数：请删去其中一条，或改正办理阶段（stage）、类型（offence）、年数（years）。",
        "docs/corrections.md:6:5: 这条规则不起作用：第 7 行的规则管着同样的案例，也是“撤回”，而且不比它晚。同一种处理，最早到期的算数：请删去其中一条，或改正办理阶段（stage）、类型（offence）、年数（years）。",
    ],
    "retention-days": [
        "docs/corrections.md:3:21: 宽限天数（enforce_after_days）写的“一个月”不是天数。请写 0 至 365 的整数，只用半角数字，不加“天”。",
    ],
    "retention-review": [
        "cases/2024-05-01-taiyuan/02.md:1:1: 本案 2026-05-01 应当复核，还没有写下次复核的日期（侦破满 2 年复核）。请看案件有没有新的进展，改好后写上下次的复核日期（review_on）。",
        "cases/2024-06-01-datong/01.md:1:1: 本案 2026-06-01 应当复核，还没有写下次复核的日期（刑事拘留满 2 年复核）。请看案件有没有新的进展，改好后写上下次的复核日期（review_on）。",
    ],
    "retention-due": [
        "cases/2024-05-01-taiyuan/01.md:1:1: 本案 2026-05-01 到保留期限，还没有撤回（全部阶段（侵公）满 2 年撤回）。请运行 casebook retire，或者把状态（status）改为 withdrawn，在撤回（withdrawn）里写日期（date）和原因（reason）。",
        "cases/2024-05-01-taiyuan/02.md:1:1: 本案 2026-05-01 到保留期限，还没有隐去（侦破满 2 年隐去）。请隐去关于人的内容，再写上下次的复核日期（review_on）。",
        "cases/2024-06-01-datong/01.md:1:1: 本案 2026-06-01 到保留期限，还没有撤回（全部阶段（侵公）满 2 年撤回）。请运行 casebook retire，或者把状态（status）改为 withdrawn，在撤回（withdrawn）里写日期（date）和原因（reason）。",
    ],
    "retention-overdue": [
        "cases/2024-05-01-taiyuan/01.md:1:1: 本案 2026-05-01 到保留期限，已超过 30 天，还没有撤回（全部阶段（侵公）满 2 年撤回）。请运行 casebook retire，或者把状态（status）改为 withdrawn，在撤回（withdrawn）里写日期（date）和原因（reason）；处理好以前，政府网站（official 为 true）不能生成。",
        "cases/2024-05-01-taiyuan/02.md:1:1: 本案 2026-05-01 到保留期限，已超过 30 天，还没有隐去（侦破满 2 年隐去）。请隐去关于人的内容，再写上下次的复核日期（review_on）；处理好以前，政府网站（official 为 true）不能生成。",
        "cases/2024-06-01-datong/01.md:1:1: 本案 2026-06-01 到保留期限，已超过 30 天，还没有撤回（全部阶段（侵公）满 2 年撤回）。请运行 casebook retire，或者把状态（status）改为 withdrawn，在撤回（withdrawn）里写日期（date）和原因（reason）；处理好以前，政府网站（official 为 true）不能生成。",
    ],
    "review-due": [
        "cases/2024-05-01-taiyuan/02.md:8:12: 复核日期 2026-11-22 已到。请重新核对本案，再改写复核日期（review_on）。",
    ],
    "review-far": [
        "cases/2024-05-01-taiyuan/02.md:8:12: 复核日期 2029-11-23 太远。两次复核最多隔 3 年：请写不晚于 2029-11-22 的日期。",
    ],
    "body-empty": [
        "cases/2024-05-01-taiyuan/02.md:9:1: 正文是空的。请在文件头之后写案情。",
    ],
    "raw-html": [
        "cases/2024-05-01-taiyuan/02.md:10:4: 正文里有 HTML 代码“<br>”。请改用 Markdown 写法；要显示小于号时写成“&lt;”。",
    ],
    "link-dead": [
        "cases/2024-05-01-taiyuan/02.md:10:11: 链接“../2024-06-01-datong/02.md”指向的文件不存在。请写相对于本文件的路径，如 ../2025-02-10-shanxi/04.md。",
    ],
    "link-place": [
        "cases/2024-05-01-taiyuan/02.md:10:11: 链接“../2024-06-01-datong/01.md#无此标题”指向的页面里没有这个位置。请核对“#”后面的小标题，或去掉“#”和它后面的字。",
    ],
    "link-draft": [
        "cases/2024-05-01-taiyuan/02.md:10:11: 链接“../2024-06-01-datong/01.md”指向草稿，发布后没有这一页。请等草稿发布后再加链接，或去掉链接。",
    ],
    "link-absolute": [
        "cases/2024-05-01-taiyuan/02.md:10:11: 链接“/cases/2024-06-01-datong/01/”以“/”开头，站点放进子目录后会失效。站内链接请写相对于本文件的路径，如 ../2025-02-10-shanxi/04.md；外部链接请写以 https:// 开头的完整网址。",
    ],
    "link-scheme": [
        "cases/2024-05-01-taiyuan/02.md:10:9: 链接“http://example.org/”的开头不被允许。外部链接请写以 https:// 开头的完整网址；对方只有 http 的，只写网站和标题，不写链接。",
    ],
    "link-malformed": [
        "cases/2024-05-01-taiyuan/02.md:10:9: 链接“https://[zz:zz]/”读不懂。请写成 [文字](网址)，网址重新复制完整，里面不能有空格。",
    ],
    "image-dead": [
        "cases/2024-05-01-taiyuan/02.md:10:9: 图片“hall.png”不存在。请把图片文件放进通报文件夹，写相对路径。",
    ],
    "image-foreign": [
        "cases/2024-05-01-taiyuan/02.md:10:9: 图片“https://example.org/hall.jpg”在别的网站上。请把图片文件放进通报文件夹，写相对路径。",
    ],
    "image-alt": [
        "cases/2024-05-01-taiyuan/02.md:10:5: 图片“hall.svg”没有文字说明。请在方括号里写明图片内容，如 ![活动现场](hall.jpg)。",
    ],
    "allow-unknown": [
        "cases/2024-05-01-taiyuan/02.md:9:12: 放行（allow）里的规则代码“name-teling”不存在，或不能放行。最接近的写法：“name-telling”。请照报告里的代码写。",
    ],
    "allow-unused": [
        "cases/2024-05-01-taiyuan/02.md:10:12: 这一条放行（allow）没有用到。文件里没有规则会误报的这段文字：请核对规则（code）和原文（text），或删去这一条。",
    ],
    "name-unmasked": [
        "cases/2024-05-01-taiyuan/02.md:10:6: 这里的姓名没有隐去。请写成“张某某”。不是姓名的，把这个词写进 cases/words.txt，一行一个；确需写出的民警、公开人物，请写进放行（allow）并写明理由。[name-unmasked]",
    ],
    "name-uncertain": [
        "cases/2024-05-01-taiyuan/02.md:10:6: 这里像是没有隐去的姓名。是姓名，请写成“高某”；不是姓名，把这个词写进 cases/words.txt，一行一个，或写进放行（allow）并写明理由；处理好以前，政府网站（official 为 true）不能生成。[name-uncertain]",
    ],
    "site-word": [
        "cases/words.txt:3:1: “净网，护网”不能作为一个词。一行写一个词，两个字以上，只用汉字、字母、数字，中间可以有空格和“·”；说明另起一行，以“#”开头。",
    ],
    "name-telling": [
        "cases/2024-05-01-taiyuan/02.md:10:1: 姓名没有全部隐去，还能看出名里的字。请改为“张某某”。[name-telling]",
    ],
    "note-personal": [
        "cases/2024-05-01-taiyuan/02.md:3:1: 公开的文件里还留着草稿的提示。请对照原文核对，再删去这一行；没有核对完的案例，请把状态（status）写成 draft。",
        "cases/2024-05-01-taiyuan/02.md:3:11: 文件头的提示里引用了当事人的信息。请核对正文后删去这一行提示。",
    ],
    "note-left": [
        "cases/2024-05-01-taiyuan/02.md:3:1: 公开的文件里还留着草稿的提示。请对照原文核对，再删去这一行；没有核对完的案例，请把状态（status）写成 draft。",
        "cases/2024-05-01-taiyuan/02.md:7:3: 公开的文件里还留着草稿的提示。请对照原文核对，再删去这一行；没有核对完的案例，请把状态（status）写成 draft。",
        "cases/2024-05-01-taiyuan/index.md:5:1: 公开的文件里还留着草稿的提示。请对照原文核对，再删去这一行；没有核对完的案例，请把状态（status）写成 draft。",
    ],
    "administrative-person": [
        "cases/2024-05-01-taiyuan/02.md:12:1: 行政处罚案件不能出现当事人（“张某”）。治安管理处罚法第一百三十六条规定违法记录应当封存：请删去姓氏、称呼、年龄、性别、职业和籍贯，只写行为。[administrative-person]",
        "cases/2024-05-01-taiyuan/02.md:12:4: 行政处罚案件不能出现当事人（“34岁”）。治安管理处罚法第一百三十六条规定违法记录应当封存：请删去姓氏、称呼、年龄、性别、职业和籍贯，只写行为。[administrative-person]",
    ],
    "identity-number": [
        "cases/2024-05-01-taiyuan/02.md:10:9: 这里有居民身份证号“1401**********0012”。请删去，改写为“身份证号（略）”。[identity-number]",
    ],
    "birthday-shown": [
        "cases/2024-05-01-taiyuan/02.md:10:9: 隐去一部分的身份证号“1401**************”仍能看出生日。请删去，改写为“身份证号（略）”。[birthday-shown]",
    ],
    "mobile-number": [
        "cases/2024-05-01-taiyuan/02.md:10:6: 这里有手机号码“13*******00”。请删去，改写为“某手机号”。[mobile-number]",
    ],
    "home-telephone": [
        "cases/2024-05-01-taiyuan/02.md:10:6: 这里有家庭或个人的固定电话“035******321”。请删去，改写为“电话（略）”；机关、单位公布的电话，请在前面写明“举报电话”等名称。[home-telephone]",
    ],
    "bank-card": [
        "cases/2024-05-01-taiyuan/02.md:10:6: 这里有银行卡号“6222********0007”。请删去，改写为“某银行卡”；不是卡号的，请在放行（allow）里说明。[bank-card]",
    ],
    "credit-code": [
        "cases/2024-05-01-taiyuan/02.md:10:8: 这里有统一社会信用代码“9114**********DE14”。请删去，单位写成“某公司”。[credit-code]",
    ],
    "email-address": [
        "cases/2024-05-01-taiyuan/02.md:10:5: 这里有电子邮箱“yang**********.com”。请删去，改写为“某邮箱”；政府机关的公开邮箱请用 gov.cn 结尾的。[email-address]",
    ],
    "ip-address": [
        "cases/2024-05-01-taiyuan/02.md:10:6: 这里有 IP 地址“203******.25”。请删去，改写为“某 IP 地址”；是版本号的，请在前面写“版本”。[ip-address]",
    ],
    "chat-account": [
        "cases/2024-05-01-taiyuan/02.md:10:6: 这里有网络账号或网名“12*****89”。请删去，改写为“某QQ号”“某微信号”或“某账号”。[chat-account]",
    ],
    "document-number": [
        "cases/2024-05-01-taiyuan/02.md:10:5: 这里有证件号或账号“E1*****78”。请删去，只写证件或账户的名称。[document-number]",
    ],
    "device-number": [
        "cases/2024-05-01-taiyuan/02.md:10:8: 这里有设备或车辆的识别号“860*********900”。请删去，改写为“某手机”“某设备”或“某车辆”；不是识别号的，请在放行（allow）里说明。[device-number]",
    ],
    "reference-number": [
        "cases/2024-05-01-taiyuan/02.md:10:5: 这里有单号或案号“SF1*********123”，凭它能查到当事人。请删去，只写“某快递”“某订单”“某案”。[reference-number]",
    ],
    "coordinate-number": [
        "cases/2024-05-01-taiyuan/02.md:10:4: 这里有经纬度“37.8********5534”，能定位到一处地点。请删去，只写到区县。[coordinate-number]",
    ],
    "native-place": [
        "cases/2024-05-01-taiyuan/02.md:10:7: 籍贯“山***人”能让人认出当事人。请删去，只写姓氏，如“王某某”；确需写明的，请在放行（allow）里说明。[native-place]",
    ],
    "vehicle-plate": [
        "cases/2024-05-01-taiyuan/02.md:10:3: 这里有车牌号“晋A****45”。请删去，改写为“某车辆”。[vehicle-plate]",
    ],
    "home-address": [
        "cases/2024-05-01-taiyuan/02.md:10:4: 地址“样例小*******501”写到了楼栋或门牌。请只写到区县或街道，改写为“某小区”。[home-address]",
    ],
    "minor-identified": [
        "cases/2024-05-01-taiyuan/02.md:10:9: 这里写明了未成年人的学校，能认出是谁。未成年人保护法第一百零三条规定不得披露：请写成“某学校”“未成年人某某”，不写班级和确切年龄。[minor-identified]",
    ],
    "image-metadata": [
        "cases/2024-05-01-taiyuan/hall.jpg:1:1: 图片文件里带有拍摄地点。请用看图软件另存一份，保存时不带拍摄信息，或截图后替换。",
    ],
    "file-kind-unknown": [
        "docs/Makefile:1:1: 本站读不懂“Makefile”这种文件，不能确定里面没有个人信息。能放的文件有：txt、csv、tsv、ics、vtt、srt、json、geojson、webmanifest、js、css、png、jpg、jpeg、webp、gif、svg。",
        "docs/files/report.PDF:1:1: 本站读不懂“.PDF”这种文件，不能确定里面没有个人信息。请把内容写成网页（.md），或另存为 .txt；表格另存为 .csv。能放的文件有：txt、csv、tsv、ics、vtt、srt、json、geojson、webmanifest、js、css、png、jpg、jpeg、webp、gif、svg。",
        "docs/list.ndjson:1:1: 本站读不懂“.ndjson”这种文件，不能确定里面没有个人信息。请把内容写成网页（.md），或另存为 .txt；表格另存为 .csv。能放的文件有：txt、csv、tsv、ics、vtt、srt、json、geojson、webmanifest、js、css、png、jpg、jpeg、webp、gif、svg。",
        "docs/page.html:1:1: 本站读不懂“.html”这种文件，不能确定里面没有个人信息。请把内容写成网页（.md），或另存为 .txt；表格另存为 .csv。能放的文件有：txt、csv、tsv、ics、vtt、srt、json、geojson、webmanifest、js、css、png、jpg、jpeg、webp、gif、svg。",
    ],
    "file-kind-mismatch": [
        "docs/hall.jpg:1:1: 文件的内容与后缀名不符，不是 JPEG。请用原来的程序另存为这种格式，不要只改文件名。",
        "docs/plan.txt:1:1: 文件的内容与后缀名不符，不是 TXT。请用原来的程序另存为这种格式，不要只改文件名。",
    ],
    "file-malformed": [
        "docs/icon.svg:3:3: 文件不是完整、正确的 SVG。请用原来的程序重新导出一份，替换这个文件。",
        "docs/list.json:1:13: 文件不是完整、正确的 JSON。请用原来的程序重新导出一份，替换这个文件。",
    ],
    "attachment-large": [
        "docs/list.csv:1:1: 文件有 1 MB，太大了。最多 1 MB：请缩小图片，或把内容分成几个文件。",
    ],
    "file-name-personal": [
        "cases/2024-05-01-taiyuan/犯罪嫌疑人张样例照片.svg:1:1: 文件、文件夹的名字或网址里有个人信息“**”。名字会成为网址的一部分：请改名，不写姓名（拼音也不行）、号码和账号；不是姓名的，在任何一页写进放行（allow），原文（text）写这个名字。[file-name-personal]",
        "docs/13800138000:1:1: 文件、文件夹的名字或网址里有个人信息“13*******00”。名字会成为网址的一部分：请改名，不写姓名（拼音也不行）、号码和账号；不是姓名的，在任何一页写进放行（allow），原文（text）写这个名字。[file-name-personal]",
        "docs/名单_138-0013-8000.txt:1:1: 文件、文件夹的名字或网址里有个人信息“138*******000”。名字会成为网址的一部分：请改名，不写姓名（拼音也不行）、号码和账号；不是姓名的，在任何一页写进放行（allow），原文（text）写这个名字。[file-name-personal]",
    ],
    "bulletin-folder-place": [
        "cases/2024-06-01-zhangyangli:1:1: 文件、文件夹的名字或网址里有个人信息“zh*******li”。名字会成为网址的一部分：请改名，不写姓名（拼音也不行）、号码和账号；不是姓名的，在任何一页写进放行（allow），原文（text）写这个名字。[file-name-personal]",
        "cases/2024-06-01-zhangyangli/index.md:1:1: 文件夹名里的“zhangyangli”不是地名的拼音。日期后面请写省、市、县的拼音或 quanguo，不写姓名；确需别的写法，在 index.md 里写进放行（allow），原文（text）写“zhangyangli”。[bulletin-folder-place]",
    ],
    "svg-unsafe": [
        "cases/2024-05-01-taiyuan/script.svg:1:110: SVG 图片里有不能发布的内容“<script>”。只能有图形和文字，不能有脚本、动画、外部文件和绘图软件的附加数据：请在绘图软件里另存为“普通 SVG”，或导出为 png。",
        "docs/entity.svg:1:15: SVG 图片里有不能发布的内容“<!DOCTYPE>”。只能有图形和文字，不能有脚本、动画、外部文件和绘图软件的附加数据：请在绘图软件里另存为“普通 SVG”，或导出为 png。",
        "docs/handler.svg:2:46: SVG 图片里有不能发布的内容“onload=”。只能有图形和文字，不能有脚本、动画、外部文件和绘图软件的附加数据：请在绘图软件里另存为“普通 SVG”，或导出为 png。",
        "docs/link.svg:1:139: SVG 图片里有不能发布的内容“https://example.com/”。只能有图形和文字，不能有脚本、动画、外部文件和绘图软件的附加数据：请在绘图软件里另存为“普通 SVG”，或导出为 png。",
        "docs/sheet.svg:2:1: SVG 图片里有不能发布的内容“<?xml-stylesheet?>”。只能有图形和文字，不能有脚本、动画、外部文件和绘图软件的附加数据：请在绘图软件里另存为“普通 SVG”，或导出为 png。",
        "docs/style.svg:1:133: SVG 图片里有不能发布的内容“@import”。只能有图形和文字，不能有脚本、动画、外部文件和绘图软件的附加数据：请在绘图软件里另存为“普通 SVG”，或导出为 png。",
    ],
    "image-unread": [
        "cases/2024-05-01-taiyuan/hall.jpg:1:1: 图片里有本站读不懂的数据（APP9），不能确定里面没有个人信息。请用看图软件另存一份，保存时不带附加信息，或截图后替换。",
    ],
}
"""The whole report of each rotten site, by the message it is there for."""


def without_cases(root: Path) -> None:
    shutil.rmtree(root / "cases")


def without_bulletins(root: Path) -> None:
    for folder in (root / "cases").iterdir():
        shutil.rmtree(folder)


def what_cannot_be_read(root: Path) -> None:
    """A folder in place of a file; and a link out of the site, beside one within it."""
    case = root / TAIYUAN / "02.md"
    case.unlink()
    case.mkdir()
    (root / "secret.txt").touch()
    (root / "docs/secret.txt").symlink_to("../secret.txt")
    (root / "docs/own.txt").symlink_to("about.md")


def saved_as_gb18030(root: Path) -> None:
    case = root / TAIYUAN / "02.md"
    case.write_bytes(case.read_text(encoding="utf-8").encode("gb18030"))


def backspace_in_title(root: Path) -> None:
    case = root / TAIYUAN / "02.md"
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("编造停水", "编造\b停水", 1), encoding="utf-8")


def photograph_with_its_place(root: Path) -> None:
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (37.0, 52.0, 0.0), 3: "E", 4: (112.0, 33.0, 0.0)}
    Image.new("RGB", (8, 8)).save(root / TAIYUAN / "hall.jpg", exif=exif)


def files_called_after_other_kinds(root: Path) -> None:
    Image.new("RGB", (8, 8)).save(root / "docs/hall.jpg", format="PNG")
    with zipfile.ZipFile(root / "docs/plan.txt", "w") as archive:
        archive.writestr("a.txt", "活动安排")


def file_above_the_limit(root: Path) -> None:
    (root / "docs/list.csv").write_bytes(b"a" * 1_000_001)


def folder_called_after_a_person(root: Path) -> None:
    (root / DATONG).rename(root / "cases/2024-06-01-zhangyangli")


def picture_of_unknown_parts(root: Path) -> None:
    folder = root / TAIYUAN
    Image.new("RGB", (8, 8)).save(folder / "hall.jpg")
    whole = (folder / "hall.jpg").read_bytes()
    (folder / "hall.jpg").write_bytes(whole[:2] + b"\xff\xe9\0\6maker"[:8] + whole[2:])


def text_above_the_limit(root: Path) -> None:
    case = root / TAIYUAN / "02.md"
    text = case.read_bytes()
    case.write_bytes(text + b"a" * (2001 - len(text)))


def file_in_place_of_pages(root: Path) -> None:
    shutil.rmtree(root / "docs")
    (root / "docs").touch()


def links_to_folders(root: Path) -> None:
    (root / "cases/2024-09-01-taiyuan").symlink_to(".")
    (root / "docs/deep").symlink_to("..")


def without_pages(root: Path) -> None:
    shutil.rmtree(root / "docs")


def put_at_head(root: Path, path: str, lines: str) -> None:
    file = root / path
    file.write_text(file.read_text(encoding="utf-8").replace("\n", f"\n{lines}", 1), "utf-8")


def lists_above_the_limits(root: Path) -> None:
    """Three limits: of a field, of any list, and of a mapping."""
    put_at_head(root, f"{TAIYUAN}/02.md", f"related: [{', '.join(['2024/01'] * 151)}]\n")
    put_at_head(root, f"{TAIYUAN}/index.md", "".join(f"k{n:03}: 甲\n" for n in range(151)))
    many = ", ".join(f"项{n}: 5台" for n in range(101))
    put_at_head(root, f"{TAIYUAN}/01.md", f"figures: {{{many}}}\n")


def expected_beyond_all(root: Path) -> None:
    index = root / TAIYUAN / "index.md"
    text = index.read_text(encoding="utf-8")
    index.write_text(text.replace("expected: 2", "expected: 999999999"), encoding="utf-8")


def pictures_that_are_none(root: Path) -> None:
    folder = root / TAIYUAN
    (folder / "empty.png").touch()
    (folder / "page.png").write_text("<html><script>alert(1)</script></html>")
    for name in ("half.png", "half.jpg"):
        Image.effect_noise((80, 80), 50).save(folder / name)
        whole = (folder / name).read_bytes()
        (folder / name).write_bytes(whole[: len(whole) // 2])


def picture_above_the_limit(root: Path) -> None:
    Image.new("RGB", (8, 8)).save(root / TAIYUAN / "large.png")


RECIPES: dict[str, Callable[[Path], None]] = {
    "folder-missing": without_cases,
    "corpus-empty": without_bulletins,
    "file-unreadable": what_cannot_be_read,
    "file-encoding": saved_as_gb18030,
    "control-character": backspace_in_title,
    "image-metadata": photograph_with_its_place,
    "file-kind-mismatch": files_called_after_other_kinds,
    "attachment-large": file_above_the_limit,
    "bulletin-folder-place": folder_called_after_a_person,
    "image-unread": picture_of_unknown_parts,
    "file-too-large": text_above_the_limit,
    "folder-is-file": file_in_place_of_pages,
    "folder-link": links_to_folders,
    "pages-missing": without_pages,
    "list-long": lists_above_the_limits,
    "total-large": expected_beyond_all,
    "image-broken": pictures_that_are_none,
    "image-large": picture_above_the_limit,
}

LOWERED = {
    "file-too-large": {"content.file_access.MAX_MARKDOWN_BYTES": 2000},
    "list-long": {"content.yaml_tree.MAX_ENTRIES": 150},
    "attachment-large": {"checks.published_files.LARGEST": 1_000_000},
    "image-large": {"content.media.pictures.MOST_PIXELS": 63},
}
"""Limits that are lowered for a site, so that it holds nothing large."""

NO_SITE = {"wrong-shape"}
"""The net under the models: no front matter reaches it today, see the last test."""

OVERLAYS = {folder.name for folder in BAD.iterdir() if folder != BASE}


@pytest.mark.parametrize("code", EXPECTED)
def test_rotten_site_gets_its_report(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_sound_site(tmp_path)
    for name, value in LOWERED.get(code, {}).items():
        monkeypatch.setattr(f"casebook.{name}", value)
    if code in RECIPES:
        RECIPES[code](tmp_path)
    else:
        shutil.copytree(BAD / code, tmp_path, dirs_exist_ok=True)

    problems = problems_of(tmp_path)

    assert [str(problem) for problem in problems] == EXPECTED[code]
    assert code in {problem.code for problem in problems}


def test_sound_site_gets_no_report(tmp_path: Path) -> None:
    copy_sound_site(tmp_path)
    assert problems_of(tmp_path) == ()


def test_every_message_has_a_rotten_site() -> None:
    made = OVERLAYS | set(RECIPES) | NO_SITE | NOT_OF_CONTENT
    missing = sorted(set(MESSAGES) - made)
    unknown = sorted(made - set(MESSAGES))
    assert not missing, f"write tests/bad/<code>/ for the new message: {missing}"
    assert not unknown, f"no message has this code, remove its tests/bad/<code>/: {unknown}"


def test_every_rotten_site_is_looked_at() -> None:
    made = OVERLAYS | set(RECIPES)
    unlisted = sorted(made - set(EXPECTED))
    assert not unlisted, f"write the report of tests/bad/<code>/ into EXPECTED: {unlisted}"
    assert not OVERLAYS & set(RECIPES), "a rotten site is a folder or a recipe, not both"
    assert not NOT_OF_CONTENT & (OVERLAYS | set(RECIPES)), "a message has one kind of test"


@pytest.mark.parametrize("code", sorted(OVERLAYS))
def test_rotten_folder_holds_only_what_differs(code: str) -> None:
    files = [path for path in (BAD / code).rglob("*") if path.is_file()]
    assert files
    for file in files:
        sound = BASE / file.relative_to(BAD / code)
        assert not sound.exists() or sound.read_bytes() != file.read_bytes(), (
            f"{file.relative_to(BAD)} is the same as in the sound site; remove it"
        )


def test_an_objection_without_a_message_still_has_a_place() -> None:
    class Measured(BaseModel):
        height: float

    document, _ = parse("---\nheight: 很高\n---\n", "cases/x.md")
    assert document is not None
    _, problems = validate(document, Measured)
    assert [str(problem) for problem in problems] == [
        "cases/x.md:2:9: “height”的形式不对。请对照编辑手册的字段表。"
    ]
