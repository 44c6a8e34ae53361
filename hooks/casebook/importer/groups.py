"""Groups: classifies a case into an offence group by its title and text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from casebook.content.contents import Offence, names_of
from casebook.importer.bulletin_words import normalized
from casebook.importer.extracted_value import Extracted

_WORDS = {
    "侵犯公民个人信息": (
        "公民个人信息|公民信息|个人信息(?!安全)|侵公|实名认证|开盒|快递面单|内鬼|学籍信息|查档|社工(?:库|查询)|行踪轨迹",
        "姓名、[^。]{0,16}(?:电话|身份证|手机号)|(?:个人|身份|参会|人员|入住|住宿|车主|业主|学员|学生|玩家|患者|客户|会员)信息",
        "(?:贩卖|倒卖|出售|收购|窃取|买卖)[^，。]{0,10}(?:信息|资料|通讯录)|(?<!有害)(?<!虚假)(?<!违法)信息[0-9.]+万?[余多]?条|通讯录出售|(?:学生|学员|客户)[^，。]{0,6}资料",
    ),
    "网络谣言": (
        "谣言|造谣|编造|虚假(?:信息|消息|警情|视频|灾情|险情)|不实(?:信息|言论|视频)|摆拍|AI(?:技术)?(?:生成|洗稿)|散布",
    ),
    "网络水军": (
        "水军|刷量|控评|删帖|转评赞|流量造假|有偿(?:发帖|删除|点赞|转发)|洗稿|洗文|舆情敲诈|养号|好评返现|养店|炒信",
        "MCN|转发量|批量(?:注册|登录)|刷单(?!返利|诈骗|被骗|骗)|刷好评|差评|刷一星|虚构交易|自买自卖|种草|刷手",
        "负面(?:文章|信息|帖文|报道)|自媒体[^，。]{0,8}敲诈",
    ),
    "网络黑客": (
        "黑客|计算机信息系统|木马(?=.{0,12}(?:控制|植入|制作))|勒索病毒|撞库|漏洞|外挂|非法侵入|非法控制|DDoS|拒绝服务攻击",
        "入侵|侵入[^，。]{0,8}系统|篡改(?:网页|数据|卡内)|被[^，。]{0,4}篡改|管理员账号|越权|破解|抢号|秒杀|拖库|爬虫|弱口令",
    ),
    "网络赌博": ("赌博|赌场|赌资|博彩|棋牌|彩票(?=.{0,8}(?:网站|平台|投注))|开设赌|投注",),
    "网络涉黄": ("淫秽|色情|卖淫|招嫖|涉黄|裸聊直播|低俗直播|激情视频",),
    "网络黑灰产": (
        "帮助信息网络犯罪|帮信|跑分|两卡|银行卡|电话卡|GOIP|VOIP|猫池|黑灰产|掩饰、?隐瞒|非法利用信息网络|四件套|支付结算",
        "引流|黑产|秒拨|动态IP|接码|号商|码商|卡商|虚拟拨号|虚拟号|飞号|号段|开卡|对公账户|银行账户|走账",
        "(?:收购|出租|租借|买卖|出售|倒卖)[^，。]{0,10}账号",
    ),
    "电信网络诈骗": (
        "诈骗|电诈|被骗|骗取|杀猪盘|刷单返利|冒充(?:客服|公检法|领导|老板)|虚假投资|贷款诈骗",
    ),
    "网络暴力": ("网络暴力|网暴|侮辱|诽谤|辱骂|人肉搜索|造黄谣|恶意P图|谩骂",),
    "偷拍偷窥": ("偷拍|偷窥|针孔|窃听|窃照|隐蔽摄像",),
    "网络与数据安全责任": (
        "网络安全等级保护|网络安全管理义务|不履行(?:网络|数据|个人信息)|等保|网络安全保护义务|数据安全保护",
        "未(?:落实|履行|制定|采取)[^。，]{0,16}(?:网络安全|数据安全|防护|实名)",
    ),
    "网络敲诈勒索": (
        "敲诈|勒索(?!病毒|软件)|套路贷|软暴力|恶意索赔|非法债务",
        "(?:曝光|发帖|删帖|差评|举报|裸聊)[^，。]{0,12}(?:相要挟|要挟|威胁|索要|勒索)",
    ),
    "涉网经济犯罪": ("传销|非法集资|荐股|骗保|代理退保|贷款中介|套现|骗贷|吸收公众存款",),
    "网上侵权假冒": (
        "售假|制假|盗版|盗录|私服|商业秘密|著作权|注册商标|假冒(?:品牌|名牌|商标|伪劣)|伪劣产品|假药",
    ),
    "其他涉网犯罪": ("盗窃案|网络盗窃|盗刷案|考试作弊|替考|枪支|弹药|毒品|野生动物",),
}
"""Patterns of each group by its title, in addition to its names and charges."""
_IN_PASSING = re.compile(
    "(?:用于|不乏|流入|上游)[^，。、]{0,10}(?:诈骗|赌博|刷量)[^，。]{0,4}|为[^，。、]{0,6}诈骗[^，。]{0,4}"
    "|非法利用信息网络(?=.*(?:赌博|卖淫|诈骗|谣言|水军))|(?:侦办|查办|办理)一起[^，。]{0,12}案件?(?:时|中|过程)"
)
"""Other offences that a text mentions in passing."""
_OTHER = re.compile("套路贷|软暴力|裸聊敲诈|敲诈勒索|盗窃|走私|假冒|假药|毒品|枪支|生产、销售")
_IN_TITLE, _OF_TOPIC, _IN_HEAD, _IN_TEXT, _CHARGED = 10, 6, 3, 1, 4
_DUTY = re.compile(
    "(?:未|不)(?:落实|履行|采取|制定|建立|明确)[^。]{0,60}(?:等级保护|网络安全|"
    "保护义务|防护|安全保护|技术措施|责任)[^。]*。"
    "(?:[^。]*。){0,3}[^。]*(?:处罚|警告|罚款|责令)"
)
"""A penalty for the failure to secure a network."""
_OF_DUTY = 8
_LEAST = 3
_SHORT = 2
"""Names of charges of so many characters are common verbs: 洗钱, 盗窃."""
_HEAD = 160
"""Characters at the beginning of a text that usually state the offence."""


def topic_of(announcement: str, offences: Iterable[Offence]) -> Offence | None:
    """The only group that a bulletin announces; None if it names none or several."""
    plain = normalized(announcement)
    named = [offence for offence in offences if _pattern(offence).search(plain)]
    return named[0] if len(named) == 1 else None


def group_of(
    title: str | None, text: str, topic: Offence | None, offences: Iterable[Offence]
) -> Extracted[Offence] | None:
    """The group with the highest score; None if no score is high enough.

    The title outweighs the topic of the bulletin, and both outweigh the text.
    """
    plain = normalized(text)
    heading = _IN_PASSING.sub("", normalized(title or ""))
    scored = [
        (
            _score(_pattern(offence), heading, plain) + (_OF_TOPIC if offence is topic else 0),
            offence,
        )
        for offence in offences
    ]
    if not scored:
        return None
    # 招嫖诈骗案 is fraud: of two groups in a title the last one counts.
    score, best = max(scored, key=lambda one: (one[0], _last_named(one[1], heading)))
    is_titled = bool(heading) and _pattern(best).search(heading) is not None
    if heading and not is_titled and best is not topic and _OTHER.search(heading):
        return None
    if score < _LEAST:
        return None
    second = max((one for one, offence in scored if offence is not best), default=0)
    return Extracted(best, heading or plain[:_HEAD], score >= second + 3)


def _last_named(offence: Offence, heading: str) -> int:
    """The end index of the last mention of the group in a title; -1 if there is none."""
    return max((match.end() for match in _pattern(offence).finditer(heading)), default=-1)


def _score(pattern: re.Pattern[str], heading: str, plain: str) -> int:
    score = _IN_TITLE if pattern.search(heading) else 0
    plain = _IN_PASSING.sub("", plain)
    score += _IN_HEAD * min(2, len(pattern.findall(plain[:_HEAD])))
    score += _IN_TEXT * min(4, len(pattern.findall(plain)))
    score += _OF_DUTY if pattern.search("网络安全保护义务") and _DUTY.search(plain) else 0
    named = re.findall("(?:涉嫌|以|因|犯)([^，。]{2,40}?)罪", plain)
    return score + (_CHARGED if any(pattern.search(charge) for charge in named) else 0)


def _pattern(offence: Offence) -> re.Pattern[str]:
    charges = (charge.name.removesuffix("罪") for charge in offence.fields.charges)
    long = (charge for charge in charges if len(charge) > _SHORT)
    names = [re.escape(name) for name in (*names_of(offence), *long)]
    return re.compile("|".join([*_WORDS.get(offence.title, ()), *names]))
