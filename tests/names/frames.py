"""Sentence frames around a name, by the place in which the name is.

`{N}` is the name that is asked about, `{A}` and `{B}` are others of the same sentence; `{N:line}` is broken by a line
end, `{N:gap}` has a space behind its surname, `{N:wide}` an ideographic one, `{N:letters}` a space behind each
character, `{N:bold}` and `{N:part}` are emphasized wholly or from the second character on, `{N:hidden}` holds a
character without width.
"""

# ruff: noqa: E501 - a sentence stays in one piece

from __future__ import annotations

FRAMES: tuple[tuple[str, str], ...] = (
    # Roles that lists of roles seldom have
    ("role", "拍摄者{N}把剪辑后的片段卖给了三家账号。"), ("role", "代办员{N}收走了身份证复印件。"), ("role", "跑分人员{N}每单抽成百分之二。"), ("role", "供货商{N}往车间运了六十台旧手机。"),
    ("role", "房东{N}收取现金时没有登记租客信息。"), ("role", "网吧老板{N}交出了当晚的上网记录。"), ("role", "站长{N}把域名解析到了境外。"), ("role", "班主任{N}当天下午联系了派出所。"),
    ("role", "快递站点老板{N}发现包裹异常。"), ("role", "修图师{N}接了这一单。"), ("role", "保洁{N}在楼道里捡到一个路由器。"), ("role", "群主{N}解散了聊天群。"),
    ("role", "卡商{N}按张计价。"), ("role", "家长{N}在老师的提醒下保存了截图。"), ("role", "某连锁酒店前台{N}泄露了入住信息。"), ("role", "直播间运营{N}编写了话术。"),
    ("role", "外卖骑手{N}多次代人取快递。"), ("role", "“号贩子”{N}手里有上千个账号。"), ("role", "专家证人{N}出庭说明鉴定方法。"), ("role", "理发店店员{N}加了对方好友。"),
    # No role, at the start of a clause
    ("norole", "{N}从老家来到太原，靠倒卖账号维持生活。"), ("norole", "直到被带走那一刻，{N}还在给客户发价目表。"), ("norole", "面对证据，{N}沉默了许久。"), ("norole", "两年间，{N}换了七个住处。"),
    ("norole", "{N}觉得来钱快，就把表弟也叫来了。"), ("norole", "{N}先是试探着卖了三张卡，后来胆子越来越大。"), ("norole", "起初，{N}以为只是普通的兼职。"), ("norole", "{N}每月支付房租1800元。"),
    ("norole", "因沉迷赌博，{N}欠下二十多万元。"), ("norole", "{N}退出聊天群，并清空了手机。"), ("norole", "{N}不听劝阻，执意汇款。"), ("norole", "{N}一直用假名接单。"),
    # Inside a clause, after verbs and prepositions that no list has
    ("inside", "账本显示{N}从中分得四万元。"), ("inside", "监控拍到{N}走进地下车库。"), ("inside", "这笔钱后来转到了{N}名下。"), ("inside", "聊天记录表明{N}参与了分赃。"),
    ("inside", "房间里只剩{N}一个人。"), ("inside", "公司的实际控制人其实是{N}。"), ("inside", "警方随后约谈了{N}。"), ("inside", "他们怂恿{N}注册了四家空壳公司。"),
    ("inside", "设备都存放在{N}租来的仓库里。"), ("inside", "民警耐心劝说{N}删除谣言。"), ("inside", "快件由{N}代收。"), ("inside", "该团伙推举{N}负责分发佣金。"),
    ("inside", "侦查员循线摸到了{N}的落脚点。"), ("inside", "大家都喊{N}师傅。"),
    # Quotes and reported speech
    ("quote", "转账附言写着“还{N}”。"), ("quote", "快递面单上的收件人是“{N}”。"), ("quote", "他在群里问：“{N}到账了没有？”"), ("quote", "“我是{N}，急用钱。”对方在短信里写道。"),
    ("quote", "转账名单第一行写着‘{N}’。"), ("speech", "“我只是帮忙注册账号。”{N}说。"), ("speech", "{N}告诉民警，电脑是朋友送的。"), ("speech", "据{N}交代，源码来自境外论坛。"),
    ("speech", "{N}辩解道：“我不知道这些卡拿去做什么。”"), ("speech", "邻居都说{N}平时很少出门。"),
    # Lists and rows
    ("list", "到案人员有：{A}、{B}、{N}。"), ("list", "{N}、王某、李某某分别负责引流、收款和取现。"), ("list", "{A}负责注册，{N}负责养号，{B}负责出售。"), ("list", "- {N}：提供收款二维码\n- {A}：取现"),
    ("list", "1. {N}，出资人；2. {A}，技术支持。"), ("list", "{N}夫妇开了三家刷单公司。"), ("list", "{A}跟{N}是同乡。"), ("list", "{A} {N} {B} 三人先后落网。"),
    ("table", "| 姓名 | 分工 |\n|---|---|\n| {N} | 取现 |"), ("table", "| 1 | {N} | 男 | 刑事拘留 |"), ("table", "|李某|{N}|20张|"),
    # Emphasis, line ends, spaces and other marks inside or beside the name
    ("emphasis", "主使为**{N}**，其余人员另案处理。"), ("emphasis", "据查，{N:part}已离开本市。"), ("emphasis", "钱款最终汇给了*{N}*。"), ("emphasis", "涉案账户的开户人是__{N}__。"),
    ("line-end", "办案人员在火车站将准备离开本市的{N:line}控制，并扣押电脑两台。"), ("line-end", "经过七天蹲守，抓获\n{N}，查获银行卡40张。"),
    ("spaces", "嫌疑人 {N:gap} 落网。"), ("spaces", "操盘手{N:letters}连夜离开。"), ("spaces", "本案主犯{N:wide}已移送检察机关。"), ("spaces", "专案组带回了{N:hidden}。"),
    # Brackets
    ("bracket", "嫌疑人(化名老K,本名{N})已归案。"), ("bracket", "该公司股东（{N}，占股六成）未到场。"), ("bracket", "收款人[{N}]的账户被冻结。"), ("bracket", "【{N}被刑拘】网传消息属实。"), ("bracket", "群主（即{N}）承认收费拉人。"),
    # Titles, captions, alternative texts, heads of files
    ("title", "# {N}倒卖通信记录被查"), ("title", "title: {N}等人涉嫌非法经营案"), ("title", "## 案例三：{N}帮助信息网络犯罪活动案"), ("title", "summary: 2024年5月，{N}在网上出售考试答案。"),
    ("caption", "图为{N}指认存放设备的仓库。"), ("caption", "（图：{N}在看守所接受讯问）"), ("alt", "![{N}签字按手印](qianzi.jpg)"), ("alt", "[{N}案的判决](panjue.md)"), ("alt", "![现场](a.jpg \"{N}和查获的手机卡\")"),
    # Clear frames of an offence
    ("dengren", "{N}等5人均已退赃。"), ("dengren", "以{N}为首的造谣团伙覆灭。"), ("case", "{N}一案将于下月开庭。"), ("case", "检察机关就{N}案提起公诉。"), ("suspected", "{N}因涉嫌开设赌场罪被批捕。"), ("suspected", "{N}涉嫌非法控制计算机信息系统。"),
    ("caught", "专案组在汽车站将{N}当场抓获。"), ("caught", "对{N}处以十日行政拘留。"), ("caught", "法院判处{N}有期徒刑两年，缓刑三年。"), ("caught", "{N}落网时正在给手机充电。"), ("caught", "依法传唤{N}、{A}。"),
    # Relatives, possessives, ages, ends of sentences
    ("kin", "其妻{N}保管账册。"), ("kin", "他的表哥{N}在外地开店。"), ("kin", "{N}、{A}系夫妻。"), ("kin", "{N}的父亲替他退了赃款。"), ("possessive", "{N}名下的三张银行卡均被冻结。"), ("possessive", "在{N}的住处，民警发现一台改装主机。"),
    ("age", "{N}今年26岁，中专文化。"), ("age", "主要成员为{N}（女，31岁）。"), ("end", "后来才知道，转走钱的人叫{N}。"), ("end", "警方悬赏通缉{N}！"), ("end", "联系他的正是{N}"),
    # Reporters, officers and other persons in office
    ("byline", "（通讯员 {N}）"), ("byline", "摄影/{N}"), ("byline", "本报记者{N} 实习生{A}"), ("police", "网安大队民警{N}把讲座带进了社区。"), ("police", "反诈中心主任{N}在会上通报了数据。"), ("police", "咨询请拨打大队电话，找{N}警官。"),
    # What a form of a site or a court states
    ("form", "被申请人：{N}，住址不详。"), ("form", "开户名称：{N}"), ("form", "收件人 {N} 签收"), ("form", "审判员 {N}"), ("form", "被告{N}未到庭。"),
)  # fmt: skip

VARIANTS: dict[str, tuple[str, str]] = {
    "line": ("", "\n"),
    "gap": ("", " "),
    "wide": ("", "\u3000"),
    "part": ("", "**"),
    "hidden": ("", "\u200b"),
}
"""What is put behind the surname, or the first character, of the name."""
