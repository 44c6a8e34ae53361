"""What identifies a person beside names, and what looks like it: numbers, accounts, homes, schools.

Telephone numbers begin as no operator's do, or are those of examples; identity numbers have years of birth of
which nobody is alive; plates have letters that no city has.
"""

# ruff: noqa: E501 - a sentence stays in one piece

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from stdnum import ean, luhn
from stdnum.cn import ric

Row = tuple[str, str, str]
"""The kind, `alarm` or `pass`, and the text."""

_DIGITS = {
    "plain": "0123456789", "wide": "０１２３４５６７８９", "han": "〇一二三四五六七八九", "zero": "零一二三四五六七八九", "spoken": "零幺二三四五六拐八九", "formal": "零壹贰叁肆伍陆柒捌玖",
    "circled": "⓪①②③④⑤⑥⑦⑧⑨", "arabic": "٠١٢٣٤٥٦٧٨٩", "persian": "۰۱۲۳۴۵۶۷۸۹", "raised": "⁰¹²³⁴⁵⁶⁷⁸⁹", "lowered": "₀₁₂₃₄₅₆₇₈₉", "bold": "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "negative": "⓿❶❷❸❹❺❻❼❽❾", "devanagari": "०१२३४५६७८९",
}  # fmt: skip
_PHONES = (
    "13800138000",
    "16012345678",
    "16198765432",
    "16303571246",
    "16420406080",
    "16812340987",
    "16955667788",
    "17912003400",
    "15400112233",
    "14245678901",
)
_SEPARATED = (
    "{a}-{b}-{c}", "{a} {b} {c}", "{a}.{b}.{c}", "{a}/{b}/{c}", "{a}·{b}·{c}", "{a}~{b}~{c}", "{a}–{b}–{c}", "{a}−{b}−{c}", "{a}、{b}、{c}", "{a}\u3000{b}\u3000{c}", "{a}\u00a0{b}\u00a0{c}", "{a}\u2009{b}\u2009{c}", "{a} - {b} - {c}", "{a}=={b}=={c}",
    "{a}*{b}*{c}", "{a}\u200b{b}\u200d{c}", "{a}\u00ad{b}{c}", "{a}\n{b}{c}", "({a}){b}{c}", "[{a}]{b}-{c}", "+86{a}{b}{c}", "0086-{a}-{b}-{c}", "86-{a}{b}{c}", "（+86）{a}{b}{c}", "{a}_{b}_{c}", "{a}：{b}：{c}", "{a}\\-{b}\\-{c}", "{a}<br>{b}{c}", "{a}&nbsp;{b}&nbsp;{c}", "{a}…{b}…{c}",
)  # fmt: skip
_PHONE_FRAMES = (
    "回拨{N}后被告知中奖。",
    "广告页上留的是{N}。",
    "机主{N}已停机。",
    "| 联系方式 | {N} |",
    "手机号为{N}名下另有两个网店。",
    "短信由{N}发出。",
    "打给{N}，无人接听。",
    "“咨询{N}，量大从优”",
)

_LANDLINES = (
    "家里电话0351-7000000。",
    "住宅座机：0357 2000000。",
    "事主家中固话（0359）2000001。",
    "留的固定电话是03513000000。",
    "家庭电话零三五一—七零零零零零零。",
    "宅电0355-2000002。",
    "家属电话0353-2000003。",
    "受害人提供的座机号码0350—2000004已停机。",
)

_LABELS = (
    "身份证号",
    "公民身份号码：",
    "身份证号码是",
    "证件号",
    "身份号码为",
    "持用的身份证（",
    "实名登记信息：",
    "冒用的证件号码",
)
_HANDLES = (
    "陌陌号{L}", "Soul昵称“{Q}”", "在贴吧以“{Q}”为名发帖", "贴吧用户“{Q}”", "B站UP主“{Q}”", "哔哩哔哩账号“{Q}”", "西瓜视频账号「{Q}」", "斗鱼主播“{Q}”", "虎牙直播间主播“{Q}”", "淘宝旺旺号{L}", "拼多多店主账号“{Q}”", "钉钉号：{L}", "Discord账号 {L}", "推特账号@{L}", "WhatsApp号码{L}", "LINE ID {L}",
    "Skype:{L}", "蝙蝠号{D}", "纸飞机账号@{L}", "支付宝账号{L}收款", "支付宝（{L}）", "抖音号{L}", "抖音（{L}）", "抖音：{L}", "快手账号 {L} 带货", "小红书号{D}", "微博账号“{Q}”", "微博用户@{Q}", "头条号“{Q}”", "百家号“{Q}”", "网名叫“{Q}”", "网名：{Q}", "绰号“{Q}”", "绰号'{Q}'", "昵称为‘{Q}’",
    "网友『{Q}』", "QQ（{D}）", "加Q{D}", "企鹅号{D}", "扣扣{D}", "QQ号是{D}", "QQ群{D}内", "加V：{L}", "薇信{L}", "微信 {L}", "微信（{L}）", "VX {L}", "威信号{L}", "绿泡泡号{L}", "Telegram：@{L}", "TG @{L}", "电报群@{L}", "飞机号 {L}", "Steam账号{L}", "Github账号{L}", "微信号码：{L}，备注“{Q}”",
    "视频号“{Q}”", "公众号“{Q}”", "今日头条用户“{Q}”", "知乎账号“{Q}”", "豆瓣用户“{Q}”", "闲鱼ID：{L}", "转转账号“{Q}”", "微信昵称“{Q}”", "微信名为“{Q}”", "游戏名“{Q}”", "王者荣耀昵称“{Q}”", "@{Q}", "花名“{Q}”", "QQ昵称“{Q}”",
)  # fmt: skip
_LATIN_HANDLES = (
    "moonriver_77",
    "dabai2099",
    "wolf-king01",
    "xiaoyu.888",
    "a13579bd",
    "lanmao_tv",
    "qq_star9",
    "nightowl2030",
    "heima_ty",
    "ddz66886",
    "zero_day_x",
    "shanshui99",
)
_QUOTED = (
    "月亮掉进河里",
    "半碗凉皮",
    "北风吹雪",
    "爱唠嗑的大叔",
    "岁月静好",
    "小城故事多",
    "胖虎不胖",
    "龙城吃瓜",
    "星河滚烫",
    "卖瓜的老秦",
    "随风",
    "Mr豆包",
    "七七不吃鱼",
    "麦田守望",
)
_HANDLES_PASS = (
    "抖音、快手、小红书账号共计1200个。", "微信群“某某交流群”解散。", "快手平台已下架该视频。", "注册支付宝账号80个。", "Telegram群组3个。", "在微博、知乎等平台散布。", "封停QQ号2万个。", "抖音直播间观看人数达16888人。", "“知乎”是问答社区。", "通过“闲鱼”出售。", "QQ群成员500人。", "微信转账20000元。", "加微信好友1200人。", "支付宝到账15000元。", "微信版本8.0.50。",
    "网名“某某某”。", "昵称“某某”的账号。", "网民“某某”编造消息。", "抖音号“某某说”被封。", "微博话题#反诈宣传#阅读量1.2亿。", "依法关闭抖音账号340余个。", "新浪微博、腾讯微信等平台。", "QQ邮箱被盗。", "微信公众号累计推送2300条。", "“净网2024”专项行动。", "“黑灰产”链条。", "“投手”在群里接单。", "“国家反诈中心”App。", "使用“蝙蝠”软件联络。", "“纸飞机”是境外聊天软件。", "在“Telegram”上建群。",
    "B站、斗鱼、虎牙已整改。", "游戏账号5000余个。", "昵称、头像均可伪造。", "网名与真名不一致。", "绰号不代表身份。", "对方昵称不详。", "LINE、Skype等软件。", "下载Skype 8.110版本。", "视频号、公众号要实名。", "QQ号段为5位至11位。", "快手短视频播放量达6666666次。",
)  # fmt: skip

_HOMES = (
    "住杏林湾小区7号楼2单元1102室。", "现住址为迎春街道柳巷社区16栋3单元。", "租住在碧水云天B区12#1单元304。", "在其位于东华门北巷9号院的住处查获手机。", "送货到丽水佳园C3栋502。", "户籍地址：河东县白杨镇梨树村6组18号。", "家在龙泉镇下庄村四组。", "暂住新城西里5排8号。", "民警前往建设南路77号3单元6号搜查。", "把快递寄到和顺苑2-1-1503。", "在北苑家属院三号楼一单元抓获嫌疑人。", "租下滨河公寓1708室作为住处。",
    "住所地：云山县城关镇东街12号。", "其居住的“金地名都”19幢2702室。", "家庭住址：南湖路8弄3号601室。", "居住在钢厂宿舍14栋2楼西户。", "潜伏在翠微里小区六号楼顶层。", "家住七里坪乡石门村二社。", "家在富丽城三期11座2单元。", "在某市紫金花园4号楼被抓获。", "受害人住在阳光100小区A12号楼。", "老人独居于大槐树胡同23号。", "门牌为青年路45号院内平房6号。", "宿舍地址：学院街3号学生公寓5栋614室。",
    "家住兴隆庄12号的事主报警。", "将被害人骗至铁西花园8栋三单元501房间。", "嫌疑人藏身芳草地小区地下室12号。", "房屋坐落于瑞景新村2区15栋1门201。", "住某区锦绣山庄别墅36号。", "家住东风西街甲6号楼。",
)  # fmt: skip
_HOMES_PASS = (
    "公司位于软件园二期6号楼。", "该单位位于长风商务区11栋写字楼。", "网吧地址为五一路34号。", "店铺位于步行街12号。", "派出所位于康乐街18号。", "居住在某小区5号楼。", "租住于某公寓某单元。", "住某县某镇某村某组。", "物流园3号库房起火系谣言。", "实验楼2单元课程。", "12号线地铁停运。", "6号楼封闭消息不实。",
    "某家属院某号楼。", "在居民小区内设置窝点。", "在酒店801房间开会。", "展厅A座开放。", "市政务服务中心位于府东街8号。", "进小区、进楼栋、进单元宣传。", "3号院线电影。", "专案组驻地。", "火车站2号检票口。", "5号会议室。", "银行网点位于解放路9号。", "高速公路12号桥。", "住院楼3层。", "产业园区B座厂房。",
)  # fmt: skip

_MINORS = (
    "被骗的13岁男孩在育才小学六年级读书。", "晋新中学初一（2）班学生小陈遭网暴。", "红星小学三年级学生刘某（9岁）充值游戏。", "受害女生就读于滨河中学高一4班。", "其女儿在蓝天幼儿园中班。", "实验二小五年级男生偷用家长手机转账。", "涉案少年系第七中学初三学生。", "她的儿子王某今年10岁，在南关小学上学。", "四（1）班学生孙某，11岁，同心小学。", "14岁的马某是育英学校初二学生。", "侄女小雨在向阳路小学二年级2班。", "学生周某某（2012年生）就读于城北九年一贯制学校。", "被偷拍的女生是师大附中高二（6）班学生。", "就读于明德小学的8岁女童被诱骗。",
)  # fmt: skip
_MINORS_PASS = (
    "某小学五年级学生被骗。", "某校初三学生赵某（15岁）。", "明德小学开展反诈课堂。", "向阳路小学、南关小学师生参加活动。", "育才中学网站被篡改。", "未成年人王某（16岁）已由监护人领回。", "面向初一至高三学生的调查。", "家长应保管好支付密码。", "第七中学校园网存在漏洞。", "小学生防骗手册印发2万册。", "师大附中承办了宣讲。", "12岁以下儿童手表需实名。", "民警走进红星小学三年级课堂。", "幼儿园监控系统须设置强密码。",
)  # fmt: skip

_NATIVE = (
    "嫌疑人系安徽阜阳人。", "孙某，女，四川省达州市人。", "籍贯湖北孝感。", "广东潮州籍人员何某。", "张某（男，江西赣州人，无业）。", "户籍所在地：甘肃省天水市。", "云南籍女子罗某。", "福建安溪籍的团伙头目。", "李某某（河北衡水人）在逃。", "原籍黑龙江省鸡西市。", "来自湖南娄底的赵某。", "王某是浙江温州人。", "户籍地广西玉林。", "山西临汾籍男子。", "贵州人周某。", "出生于陕西汉中的吴某。",
)  # fmt: skip
_NATIVE_PASS = (
    "外省籍务工人员较多。", "本省人、外省人都受骗。", "浙江省人民检察院发布数据。", "山西人大常委会通过条例。", "四川人口约八千万。", "太原市人力资源和社会保障局。", "湖北人社部门提醒。", "犯罪嫌疑人户籍地某省。", "境外籍船只。", "广东警方抓获8人。", "云南人均用电量。", "共有福建等6省23人受骗。", "书籍、古籍数字化。", "会员入籍规则。",
)  # fmt: skip

_PASSES = (
    ("amount", "涉案流水13845671234元。"), ("amount", "成交额达1.68亿元。"), ("amount", "转账金额为160123元。"), ("amount", "获利人民币6222021.50元。"), ("amount", "冻结资金18612340000余元。"), ("count", "短信发送量15912345678条。"), ("count", "累计浏览16098765432次。"), ("count", "查获信息13000000000余条。"), ("count", "共清理账号1234567个。"), ("count", "数据总量14010519900条。"),
    ("date", "2024年11月11日11时11分。"), ("date", "2024-11-11 11:11:11"), ("date", "20241111111111"), ("date", "2024.11.11至2025.1.2"), ("date", "１９９７年７月"), ("date", "二〇二四年十一月十一日"), ("date", "截至2024年12月31日24时"), ("version", "升级到11.0.22621.3155版。"), ("version", "固件V2.3.10.5"), ("version", "微信8.0.48.2580版本"), ("version", "OpenSSL 3.0.13漏洞"), ("version", "内核6.1.0-18"),
    ("statute", "法释〔2016〕19号"), ("statute", "法释〔2017〕10号第五条"), ("statute", "国办发〔2017〕47号"), ("statute", "公通字〔2018〕30号"), ("statute", "GB/T 37668-2019"), ("statute", "GB 11643-1999"), ("statute", "国家互联网信息办公室令第12号"), ("statute", "主席令第53号"), ("statute", "检例第67号"), ("statute", "指导性案例104号"), ("statute", "CVE-2024-21626"), ("statute", "CNVD-2024-123456"), ("statute", "晋ICP备05000001号-2"), ("statute", "晋公网安备14010002000002号"), ("statute", "第二百五十三条之一"), ("statute", "ISO/IEC 27001:2022"),
    ("hotline", "拨打110或96110。"), ("hotline", "举报电话12377。"), ("hotline", "市民热线12345。"), ("hotline", "垃圾短信请发至12321。"), ("hotline", "中国移动10086。"), ("hotline", "中国银联95516。"), ("hotline", "消费者热线12315。"), ("hotline", "全国统一热线400-100-0000。"), ("hotline", "法律援助12348。"), ("hotline", "反诈专线96110来电要接听。"),
    ("bytes", "文件大小1600234567字节。"), ("bytes", "磁盘容量2000398934016 B。"), ("bytes", "流量13800138000 KB。"), ("bytes", "共备份4398046511104字节数据。"), ("percent", "占比13.800138%。"), ("percent", "同比下降31.6个百分点。"), ("quantity", "订单总量62220000000000单。"), ("quantity", "包裹计138001件。"), ("quantity", "快递单号信息40万条。"), ("quantity", "面单1600余万张。"), ("quantity", "服务器12台、硬盘36块。"),
    ("hash", "哈希值9f86d081884c7d659a2feaa0c55ad015。"), ("hash", "SHA-256：e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"), ("port", "开放端口3389、8080。"), ("port", "0.0.0.0:8080"), ("ratio", "比例3:4:5。"), ("coordinate-like", "得分37.85和112.55分。"), ("coordinate-like", "涨幅37.87%、112.54%。"), ("coordinate-like", "软件3.12.5、4.0.1版本。"), ("vin-like", "LIMITEDEDITION2024"), ("imei-like", "手机串号被篡改40部。"),
    ("mask", "手机号160****5678。"), ("mask", "身份证号1401**********001X。"), ("mask", "卡号尾号6789。"), ("mask", "快递单号尾号0012。"), ("mask", "车牌号晋A·*****。"), ("mask", "邮箱某某@某邮箱。"), ("example", "11位手机号要实名。"), ("example", "18位身份证号码泄露。"), ("example", "15位IMEI码可以查询。"), ("example", "17位车架号不应公开。"),
    ("email-pass", "网址www.gov.cn。"), ("email-pass", "邮箱jubao@sxgaw.gov.cn。"), ("email-pass", "使用@符号提醒成员。"), ("email-pass", "邮箱地址20万个。"), ("email-pass", "伪造163邮箱的登录页。"), ("email-pass", "C# 与 F# 语言"), ("plate-pass", "京A类号牌。"), ("plate-pass", "晋级A组12345名。"), ("plate-pass", "川渝B类企业2024家。"), ("plate-pass", "套牌车辆120辆。"), ("plate-pass", "云端A12345型服务器。"), ("plate-pass", "新版B站App。"),
)  # fmt: skip

_FIXED = (
    ("email", "邮箱 moonriver77 @ 163 . com。"), ("email", "邮箱dabai2099[at]qq[dot]com。"), ("email", "发到 nightowl#126.com（#换成@）。"), ("email", "wolfking01（at）sina.com"), ("email", "lanmao AT foxmail DOT com"), ("email", "shanshui99＠139．com"), ("email", "邮箱：heima.ty@example.net"), ("email", "收件箱lanmao@ outlook.com。"), ("email", "qqstar9 艾特 163点com"), ("email", "登录邮箱zeroday#163.com。"), ("email", "ddz66886@qq。com"), ("email", "moon\\@example.org"),
    ("mac", "网卡地址00:00:5E:00:53:AF。"), ("mac", "MAC为02-00-5E-10-00-01。"), ("mac", "路由器MAC地址02005E100002。"), ("mac", "设备物理地址0200.5e10.0003。"), ("mac", "mac：00:00:5e:00:53:0a"), ("mac", "手机WiFi地址02：00：5E：10：00：04。"),
    ("coordinate", "坐标37.870123,112.548456。"), ("coordinate", "定位于北纬37°52′12″、东经112°32′54″。"), ("coordinate", "经纬度：112.5484，37.8701"), ("coordinate", "GPS：37.87012N 112.54845E"), ("coordinate", "位置信息为N37.870123 E112.548456。"), ("coordinate", "东经112.548度，北纬37.870度。"), ("coordinate", "纬度37.870123，经度112.548456。"),
    ("plate", "驾驶晋G·00D01号轿车。"), ("plate", "晋N00001白色面包车。"), ("plate", "车牌号为晋P D00012。"), ("plate", "乘坐晋R-0A001离开。"), ("plate", "晋ＧＤ０００１２"), ("plate", "号牌晋S·0B0B0。"), ("plate", "晋G0001挂"), ("plate", "套用晋T·00001号牌。"), ("plate", "晋G 00 D02 越野车"), ("plate", "车牌晋NABCD1。"), ("plate", "车牌：晋G.00001。"), ("plate", "WJ晋0001X"),
    ("delivery", "快递单号SF1000000000001。"), ("delivery", "单号YT0000000000002的包裹。"), ("delivery", "运单号：JD0000000000003"), ("delivery", "中通快递78000000000004。"), ("delivery", "EMS运单EA000000005CN。"), ("delivery", "物流单号 4600 0000 0000 06。"), ("delivery", "顺丰单号SF 1000 0000 00007已签收。"), ("delivery", "韵达面单号310000000000008。"), ("delivery", "快递单号为773000000000009。"), ("delivery", "取件单号：JT0000000000010"),
    ("case-number", "（2031）晋0199刑初0012号判决。"), ("case-number", "(2031)晋01刑终45号"), ("case-number", "晋公（网）行罚决字〔2031〕00017号。"), ("case-number", "并公（晋源）刑拘字〔2031〕23号拘留证。"), ("case-number", "（2031）晋0199民初678号民事判决书"), ("case-number", "起诉书文号：并晋检刑诉〔2031〕88号。"), ("case-number", "晋源公（刑）立字[2031]1020号"), ("case-number", "（2031）晋0199执5566号之一"), ("case-number", "案件编号A1401990000002031010001。"), ("case-number", "行政处罚决定书晋公网安行决字〔2031〕第5号"),
    ("ip", "登录地址203.0.113.77。"), ("ip", "IP：198.51.100.23"), ("ip", "来自192.0.2.9的访问。"), ("ip", "IPv6地址2001:db8:8::12。"),
    ("document", "护照号E00000001。"), ("document", "港澳通行证C00000002。"), ("document", "驾驶证档案编号140199000003。"), ("document", "住院号：00000412。"), ("document", "学号2031000123的学生。"), ("document", "军官证：南字第0000005号"), ("document", "社保卡号A00000006。"), ("document", "台胞证00000007。"), ("document", "准考证号203100000008。"), ("document", "病历号M000009。"),
)  # fmt: skip


def translated(text: str, digits: str) -> str:
    """A text whose digits are written in other characters."""
    return text.translate(str.maketrans(_DIGITS["plain"], _DIGITS[digits]))


def phones(random: Random) -> Iterator[Row]:
    """Mobile numbers in every writing and with every separator, in two frames each."""
    written = [translated(random.choice(_PHONES), digits) for digits in _DIGITS for _ in range(2)]
    for pattern in _SEPARATED:
        number = random.choice(_PHONES)
        written.append(pattern.format(a=number[:3], b=number[3:7], c=number[7:]))
    number = random.choice(_PHONES)
    written += [
        " ".join(number), "-".join(number), f"{number[:5]} {number[5:]}", f"{number[:6]}-{number[6:]}", "，".join((number[:4], number[4:8], number[8:])), translated(f"{number[:3]}-{number[3:7]}-{number[7:]}", "wide"),
        translated(number[:3], "han") + number[3:], number[:3] + translated(number[3:7], "circled") + number[7:], f"**{number}**", f"{number[:3]}**{number[3:7]}**{number[7:]}", f"{number[:7]}（后四位{number[7:]}）",
    ]  # fmt: skip
    for step, number in enumerate(written):
        for frame in (0, 3):
            text = _PHONE_FRAMES[(step + frame) % len(_PHONE_FRAMES)].replace("{N}", number)
            yield "phone", "alarm", text


def identity(random: Random) -> str:
    """An identity number with its check character, of somebody born before 1912."""
    day = f"19{random.randint(0, 11):02}{random.randint(1, 12):02}{random.randint(1, 28):02}"
    body = f"1401{random.choice(('05', '06', '21'))}{day}{random.randint(1, 999):03}"
    return body + ric.calc_check_digit(body)


def identities(random: Random) -> Iterator[Row]:
    """Identity numbers of 18 and of 15 digits in every writing."""
    for step, digits in enumerate(_DIGITS):
        label = _LABELS[step % len(_LABELS)]
        yield "identity", "alarm", f"{label}{translated(identity(random), digits)}。"
    for separator in (" ", "-", ".", "·", "—", "/", "\u200b", "、", "_", "*"):
        number = identity(random)
        long = (number[:6], number[6:14], number[14:])
        short = (number[:6], number[6:10], number[10:14], number[14:])
        yield "identity", "alarm", f"身份证号{separator.join(long)}。"
        yield "identity", "alarm", f"证件号码为{separator.join(short)}，"
    old = identity(random)
    yield "identity", "alarm", f"身份证号{old[:6]}{old[8:17]}。"
    yield "identity", "alarm", f"身份证号\n{identity(random)}"
    yield "identity", "alarm", f"| 身份证 | {identity(random)} |"
    yield "identity", "alarm", f"（{identity(random).lower()}）"
    yield "identity", "alarm", f"{identity(random)}名下的营业执照。"


def cards(random: Random) -> Iterator[Row]:
    """Bank cards with a check digit, grouped in many ways."""
    patterns = ("{0}", "{1}", "{2}", "{3}", "{4}", "{5}", "{6}", "{7}")
    frames = (
        "银行卡号{N}。",
        "收款卡{N}名下有流水。",
        "汇入{N}。",
        "账户：{N}",
        "卡号为{N}，开户行不详。",
        "涉案卡（{N}）已冻结。",
    )
    for step in range(24):
        body = f"{random.choice(('629999', '620000', '621999'))}{random.randint(0, 999):09}{random.randint(0, 99):03}"
        number = body + luhn.calc_check_digit(body)
        fours = [number[start : start + 4] for start in range(0, len(number), 4)]
        ways = (
            number,
            " ".join(fours),
            "-".join(fours),
            "·".join(fours),
            translated(number, "wide"),
            f"{number[:6]} {number[6:]}",
            translated(number, "han"),
            ".".join(fours),
        )
        text = frames[step % len(frames)].replace(
            "{N}", patterns[step % len(patterns)].format(*ways)
        )
        yield "card", "alarm", text


def devices(random: Random) -> Iterator[Row]:
    """Serial numbers of telephones and cars with their check digits, and codes of goods that are none."""
    for frame in (
        "IMEI：{N}",
        "手机IMEI码{N}。",
        "串号为{N}的手机。",
        "设备识别码（IMEI）{N}",
        "imei {N}",
        "手机串号{N}已锁定。",
    ):
        body = f"010000000{random.randint(0, 99999):05}"
        yield "imei", "alarm", frame.replace("{N}", body + luhn.calc_check_digit(body))
    yield "imei", "alarm", "IMEI：01-000000-012345-" + luhn.calc_check_digit("01000000012345")
    for frame in (
        "车架号{N}。",
        "车辆识别代号：{N}",
        "VIN码{N}",
        "VIN：{N}，白色。",
        "车架号码为{N}的轿车。",
    ):
        yield "vin", "alarm", frame.replace("{N}", vin(random))
    for frame in (
        "商品条码{N}。",
        "条形码：{N}",
        "图书ISBN {N}",
        "EAN-13码{N}不符。",
        "仿冒商品（条码{N}）下架。",
        "{N}是假冒饮料的条码。",
    ):
        body = f"{random.choice(('690', '978', '692'))}{random.randint(0, 999999999):09}"
        yield "ean", "pass", frame.replace("{N}", body + ean.calc_check_digit(body))


_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_VIN_VALUES = dict(
    zip("0123456789ABCDEFGHJKLMNPRSTUVWXYZ", "012345678912345678123457923456789", strict=True)
)


def vin(random: Random) -> str:
    """A vehicle identification number with its check character, of a maker that does not exist."""
    body = f"LZ0AB1C2{0}{random.choice('ABCDEFGH')}0{random.randint(0, 999999):06}"
    total = sum(
        int(_VIN_VALUES[one]) * weight for one, weight in zip(body, _VIN_WEIGHTS, strict=True)
    )
    return f"{body[:8]}{'0123456789X'[total % 11]}{body[9:]}"


def handles(random: Random) -> Iterator[Row]:
    """Accounts on every platform, and platforms without an account."""
    frames = ("{N}传播虚假视频。", "买家与{N}联系。", "办案人员锁定{N}。", "经核实，{N}涉嫌引流。")
    for step, pattern in enumerate(_HANDLES):
        account = pattern.format(
            L=random.choice(_LATIN_HANDLES),
            Q=random.choice(_QUOTED),
            D=f"{random.randint(10**6, 10**9)}",
        )
        yield "handle", "alarm", frames[step % len(frames)].replace("{N}", account)
    yield from (("handle", "pass", text) for text in _HANDLES_PASS)


def other_rows(random: Random) -> Iterator[Row]:
    """All rows, by kind."""
    yield from phones(random)
    yield from (("landline", "alarm", text) for text in _LANDLINES)
    yield from identities(random)
    yield from cards(random)
    yield from devices(random)
    yield from handles(random)
    tables = (
        ("home", _HOMES, _HOMES_PASS), ("minor", _MINORS, _MINORS_PASS), ("native", _NATIVE, _NATIVE_PASS),
    )  # fmt: skip
    for kind, alarms, passes in tables:
        yield from ((kind, "alarm", text) for text in alarms)
        yield from ((kind, "pass", text) for text in passes)
    yield from ((kind, "alarm", text) for kind, text in _FIXED)
    yield from ((kind, "pass", text) for kind, text in _PASSES)
