"""Queries with the cases that a reader expects of them, decided by reading and not by searching.

The published cases are t1 to t6 of the first bulletin and s1 to s10 of the second. What stands
before a bar comes before what stands after it: the cases that hold the very word come before those
that are only of the group of offences that it names.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import parse_qsl

BULLETINS = {"t": "2024-09-12-taiyuan", "s": "2025-02-10-shanxi"}


@dataclass(frozen=True)
class Expected:
    """A query, what is chosen besides, and the cases that it is for."""

    q: str
    ranks: tuple[frozenset[str], ...]
    """Cases that may come in any order among themselves, but before those of the next rank."""
    chosen: dict[str, str] = field(default_factory=dict)

    @property
    def cases(self) -> frozenset[str]:
        """All cases that are right."""
        return frozenset().union(*self.ranks)

    def __str__(self) -> str:
        return " ".join([self.q, *(f"{name}={key}" for name, key in self.chosen.items())])


def _read(table: str) -> tuple[Expected, ...]:
    return tuple(
        _expected(line) for line in table.splitlines() if line and not line.startswith("# ")
    )


def _expected(line: str) -> Expected:
    """From `水军 ?city=taiyuan → s4 t4 | t3`; the marks of what is chosen stand apart."""
    asked, _, ids = line.partition(" →")
    q, _, chosen = asked.partition(" ?")
    ranks = (frozenset(map(_case, rank.split())) for rank in ids.split("|"))
    return Expected(q, tuple(ranks), dict(parse_qsl(chosen)))


def _case(short: str) -> str:
    return f"{BULLETINS[short[0]]}/{int(short[1:]):02}"


PUBLISHED = _read("""
# Plain words
水军 → s4 t4 | t3
控评 → s4
刷量控评 → s4 | t3 t4
加油站 → s7
加油作弊 → s7
加油站作弊 → s7
漏洞修复 → s6
税控芯片 → s7
洗钱 → s1
招嫖 → s3
网上寻娃 → s9
孩子走失 → s9
漏洞 → s6
文件上传 → s6
租赁协议 → t1
跨境电商 → t1
电商 → t1 s1
淘宝 → t4
抖音 → t2
支付宝 → t4
百家号 → t3
集群战役 → s10
教培 → s5
财税代记账公司 → s10
账号 → t2 t3 | t1 t6 s8
实名认证 → t2 | t3
法人代表 → t3
投手 → t4
工作室 → t2 t4 t5
赌博集团 → s1
解析工具 → t6
隐私 → t5
专案组 → s3
营业执照 → t1
省公安厅 → s10
城六区 → t3
网安支队 → t1 t3
付某 → s4 | t4
李某 → s10 t4
王某某 → t1
辱骂中国人 → s2
mcn → t3
App → t2 t5 t6
APP → t2 t5 t6
视频App → t6
AI → s9 t3
赌 → s1
娃 → s9
# Parts of words, and across words
民个人信 → t1 s5 s8 s10 | t2
法利用信 → s1 s3
信息系统案 → s6 s7
某等人涉嫌侵 → t1 s5 s8 s10
安机关打掉一个 → s3
谣言频发 → t3
上寻 → s9
# Places
太原 → t1 t2 t3 t4 t5 t6 s2 s4
太原市 → t1 t2 t3 t4 t5 t6 s2 s4
晋源区 →
晋源 → t2 t4
万柏林 → t5 t6
太原市晋源区 →
山西省太原市 → t1 t2 t3 t4 t5 t6 s2 s4
山西太原 → t1 t2 t3 t4 t5 t6 s2 s4
山西省太原市万柏林区 →
运城市 → s1 s7 s10
运城 → s1 s7 s10
忻州 → s6
长治市 → s8
山西大同 → s9
# Charges, agencies, stages
非法经营罪 → t4
侵犯公民个人信息罪 → t1 s5 s8 s10
破坏计算机信息系统罪 → s7
非法获取计算机信息系统数据 → t6 | t5 s6 s7
晋源网安 → t2 t4
大同公安机关 → s9
移送起诉 → t1 t2 t5 t6
刑事拘留 → t2 t4 t5 t6
行政处罚 → s9
# Other names and writings
侵犯公民个人信息 → t1 s5 s8 s10 | t2
公民个人信息 → t1 s5 s8 s10 | t2
黑客 → t5 t6 s6 s7
帮信罪 → s8
帮助信息网络犯罪活动罪 → s8
跑分 → t2 s1 s3 s8
黑灰产 → t2 s8 | s1 s3
黑产 → t2 s1 s3 s8
刷单炒信 → t3 t4 s4
有偿删帖 → t3 t4 s4
洗稿 → t3 | t4 s4
网赌 → s1
开设赌场 → s1
涉黄 → s3
组织卖淫 → s3
侵公 → t1 t2 s5 s8 s10
代实名 → t2 | t1 s5 s8 s10
非法利用信息网络 → s1 s3 | s8
网络谣言 → s2 s9 t3
造谣 → s2 s9 t3
虚假消息 → s2 s9
假消息 → s2 s9
入侵 → s6
电脑 → t5 t6 s6 s7
刑拘 → t2 t4 t5 t6
行政拘留 → s9
代理记账 → s10
教育培训 → s5
人工智能 → t3 s9
支付结算 → s8
帐号 → t1 t2 t3 t6 s8
法定代表人 → t3
移送审查起诉 → t1 t2 t5 t6
手机号 → t1
# Traditional characters and full width
網絡水軍 → t3 t4 s4
侵犯公民個人信息 → t1 s5 s8 s10 | t2
網絡謠言 → s2 s9 t3
洗錢 → s1
加油機 → s7
太原市晉源區 →
買賣賬號 → t2 | s8
ＡＩ → s9 t3
５００万 → t1 t5
ｓｈｕｉｊｕｎ → t3 t4 s4
２０２４年５月 → t5 t6 s2
# Sounds
shuijun → t3 t4 s4
Shuijun → t3 t4 s4
shuij → t3 t4 s4
shui'jun → t3 t4 s4
shui jun → t3 t4 s4
wang luo shui jun → t3 t4 s4
sj → t3 t4 s4
SJ → t3 t4 s4
wangluoshuijun → t3 t4 s4
wangluo shuijun → t3 t4 s4
taiyuan → t1 t2 t3 t4 t5 t6 s2 s4
tai'yuan → t1 t2 t3 t4 t5 t6 s2 s4
datong → s9
changzhi → s8
jinyuan → t2 t4
wanbailin → t5 t6
heike → t5 t6 s6 s7
kongping → s4
jiayouzhan → s7
yaoyan → s2 s9 t3
bangxinzui → s8
bxz → s8
paofen → s8
zhanghao → t1 t2 t3 t6 s8
gerenxinxi → t1 t2 s5 s8 s10
geren xinxi → t1 t2 s5 s8 s10
qinfangongmingerenxinxi → t1 t2 s5 s8 s10
# Numbers, amounts
500万 → t1 t5
500万元 → t1 t5
500余万元 → t1 t5
五百万 → t1 t5
5000000 → t1 t5
200万 → t2 t3
1.5亿 → s1
1.5亿元 → s1
15000万元 → s1
一亿五千万 → s1
1亿5000万 → s1
1000万 → s4
三万元 → t6
3万 → t6
2100 → t2
2100余条 → t2
2100条 → t2
50台 → t2
51个 → t4
12人 → t1
28人 → s3
99 → s10
1,200元 → t1
999万 →
4,860 →
# Dates
2024年5月 → t5 t6 s2
2024-05 → t5 t6 s2
2024/5 → t5 t6 s2
2024.5 → t5 t6 s2
202405 → t5 t6 s2
2024年05月 → t5 t6 s2
2024-05-07 → t5
2024年6月28日 → t3
2024/06/28 → t3
6月28日 → t3
5月 → t5 t6 s2
2023年 → t1 t2
2021 → t3
2025年 →
2024年12月 →
# Several words
太原 水军 → t3 t4 s4
太原 账号 → t1 t2 t3 t6
太原　账号 → t1 t2 t3 t6
 水军  太原  → t3 t4 s4
运城 加油站 → s7
黑客 万柏林 → t5 t6
个人信息 运城 → s10
侦破 个人信息 → t1 s5 s10
水军 谣言 → t3
AI 谣言 → t3 s9
太原 2024年5月 → t5 t6 s2
2024-06 水军 → t3 s4
500万 太原 → t1 t5
水 军 → t3 t4 s4
大同 水军 →
# One run
太原侵犯公民个人信息 → t1 t2
太原市侵犯公民个人信息案 → t1 t2
太原网络水军 → t3 t4 s4
太原网络谣言 → s2 t3
山西省网络赌博 → s1
长治黑灰产 → s8
大同谣言 → s9
2024年5月太原 → t5 t6 s2
太原2024年5月网络黑客 → t5 t6
太原的网络水军案件 → t3 t4 s4
关于网络赌博的案例 → s1
太原shuijun → t3 t4 s4
shuijun太原 → t3 t4 s4
taiyuanshuijun → t3 t4 s4
太原sj → t3 t4 s4
晋源区水军 →
万柏林区黑客 →
运城加油站 → s7
太原账号 → t1 t2 t3 t6
# Quotation marks and other signs
“刷量控评” → s4
"刷量控评" → s4
「水军」 → t3 t4 s4
『加油站』 → s7
“民个人信” → t1 t2 s5 s8 s10
“跑分” →
“帮信罪” →
“运城加油站” →
“网络水军”刷量控评 → s4 | t3 t4
“黑灰产”团伙 → t2 s8
“太原” “谣言” → t3 s2
“水军 → t3 t4 s4
‘水军’ → t3 t4 s4
《水军》 → t3 t4 s4
水军？ → t3 t4 s4
#水军# → t3 t4 s4
受父辈庇护，入职 → s2
侵犯公民个人信息，太原 → t1 t2
运城，加油站 → s7
组织、介绍卖淫 → s3
# Nothing
水君 →
阳泉 →
北京 →
诈骗 →
电诈 →
偷拍 →
网络暴力 →
比特币 →
量子计算机 →
太原地铁 →
区块链 →
bitcoin →
xi'an →
qwrtp →
网络水军大揭秘 →
""")

FILTERED = _read("""
 ?city=taiyuan → t1 t2 t3 t4 t5 t6 s2 s4
 ?city=yuncheng → s1 s7 s10
 ?city=taiyuan&offence=hacking → t5 t6
 ?offence=cyber-underground → t2 s1 s3 s8
 ?offence=personal-info&year=2024-06 → t2
 ?stage=penalty → s9
 ?offence=hacking&stage=measures → s6 s7
 ?year=2024-08&city=xinzhou → s6
水军 ?city=taiyuan&year=2024-06 → s4 | t3
水军 ?stage=detained → t4
水军 ?city=datong →
账号 ?stage=transferred → t2 | t1 t6
个人信息 ?city=yuncheng → s10
谣言 ?city=taiyuan&offence=online-rumor → s2
shuijun ?stage=measures → t3 s4
非法 ?city=taiyuan&offence=hacking&year=2024-05&stage=transferred → t5 t6
跑分 ?offence=personal-info → t2 s8
500万 ?offence=hacking → t5
# By date: the newest first, what is known by month alone after the days of this month.
水军 ?sort=date → t3 | s4 | t4
个人信息 ?sort=date → s10 | s8 | s5 | t2 | t1
太原 ?sort=date → t3 | t2 | s4 | t5 | t6 | s2 | t1 | t4
计算机 ?sort=date → s6 | s7 | t5 | t6
shuijun ?year=2024-06&sort=date → t3 | s4
 ?city=yuncheng&sort=date → s10 | s7 | s1
 ?offence=online-rumor&sort=date → s9 | s2
""")

OF_GROUP = "group:"
OF_AMOUNT = "yuan:"

Word = tuple[str, ...]
"""The ways in which a case can be right for one word of a query: any of these writings, a group of
offences, an amount."""


def _taken(slug: str, *writings: str) -> Word:
    return (*writings, f"{OF_GROUP}{slug}")


# What docs/search.md takes for the same.
TELECOM_FRAUD = ("电信网络诈骗", "电信诈骗", "网络诈骗", "电诈")
GAMBLING = ("网络赌博", "网上赌博", "线上赌博", "网赌")

SYNTHETIC: tuple[tuple[str, tuple[Word, ...]], ...] = (
    # Words and parts of words
    ("刷单返利", (("刷单返利",),)),
    ("冒充客服诈骗", (("冒充客服诈骗",),)),
    ("搭建赌博网站", (("搭建赌博网站",),)),
    ("针孔摄像头", (("针孔摄像头",),)),
    ("快递信息", (("快递信息",),)),
    ("台电脑同时控", (("台电脑同时控",),)),
    ("等人涉嫌通过小", (("等人涉嫌通过小",),)),
    ("拟拨号设", (("拟拨号设",),)),
    ("袁某某", (("袁某某",),)),
    ("二手交易平台", (("二手交易平台",),)),
    ("屏幕共享", (("屏幕共享",),)),
    ("查获电话卡", (("查获电话卡",),)),
    # Groups by their names
    ("水军", (_taken("paid-posters", "水军"),)),
    ("刷单炒信", (_taken("paid-posters", "刷单炒信"),)),
    ("网络谣言", (_taken("online-rumor", "网络谣言"),)),
    ("黑客", (_taken("hacking", "黑客"),)),
    ("偷拍", (_taken("covert-filming", "偷拍"),)),
    ("诈骗", (_taken("telecom-fraud", "诈骗"),)),
    ("跑分", (_taken("cyber-underground", "跑分"),)),
    ("赌博罪", (("赌博罪",),)),
    ("网暴", (_taken("online-abuse", "网暴", "网络暴力"),)),
    # Places, stages, agencies
    ("太原", (("太原",),)),
    ("太原市", (("太原市",),)),
    ("山西省太原市", (("山西省太原市",),)),
    ("万柏林区", (("万柏林区",),)),
    ("广州", (("广州",),)),
    ("提起公诉", (("提起公诉",),)),
    ("刑拘", (("刑拘", "刑事拘留"),)),
    ("判决生效", (("判决生效",),)),
    ("太原市公安局网安部门", (("太原市公安局网安部门",),)),
    ("开设赌场罪", (("开设赌场罪",),)),
    # Amounts and numbers
    ("50万元", (("50万元", "50余万元", "50多万元", "yuan:500000"),)),
    ("３２０万元", (("320万元", "320余万元", "320多万元", "yuan:3200000"),)),
    ("三百二十万", (("三百二十万", "320万", "320余万", "320多万", "yuan:3200000"),)),
    ("2.5亿", (("2.5亿", "2.5余亿", "2.5多亿", "yuan:250000000"),)),
    ("1,200万元", (("1200万元", "1200余万元", "1200多万元", "yuan:12000000"),)),
    ("100万元", (("100万元", "100余万元", "100多万元"),)),
    ("35部", (("35部",),)),
    ("关停网站 20个", (("关停网站",), ("20个",))),
    # Dates
    ("2024年5月", (("2024年5月",),)),
    ("2023-11", (("2023年11月",),)),
    ("2022/3", (("2022年3月",),)),
    ("2021年", (("2021年",),)),
    # Several words, and one run
    ("太原 偷拍", (("太原",), _taken("covert-filming", "偷拍"))),
    ("广东 诈骗 2021年", (("广东",), _taken("telecom-fraud", "诈骗"), ("2021年",))),
    ("小程序 公民个人信息", (("小程序",), _taken("personal-info", "公民个人信息"))),
    ("科技公司 硬盘 夜间", (("科技公司",), ("硬盘",), ("夜间",))),
    ("太原网络水军", (("太原",), _taken("paid-posters", "网络水军"))),
    ("山西省电信网络诈骗", (("山西省",), _taken("telecom-fraud", *TELECOM_FRAUD))),
    ("杭州网络赌博", (("杭州",), _taken("online-gambling", *GAMBLING))),
    # Other writings
    ("網絡謠言", (_taken("online-rumor", "网络谣言"),)),
    ("廣東省深圳市", (("广东省深圳市",),)),
    ("虛假投資詐騙", (("虚假投资诈骗",),)),
    ("shuijun", (_taken("paid-posters", "水军"),)),
    ("wangluodubo", (_taken("online-gambling", *GAMBLING),)),
    ("shenzhen", (("深圳",),)),
    ("太原heike", (("太原",), _taken("hacking", "黑客"))),
    # Quotation marks
    ("“偷拍”", (("偷拍",),)),
    ("“刷单炒信”", (("刷单炒信",),)),
    ("“网络谣言” 太原", (("网络谣言",), ("太原",))),
    # Nothing
    ("偷排", ()),
    ("量子计算", ()),
    ("太原 区块链", ()),
    ("777777万元", ()),
)
"""Each query with what every word of it may be, without any word where nothing is to be found."""
