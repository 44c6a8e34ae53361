"""Misspelled words with their corrections; each correction is certain in its context.

Sources: 第一批异形词整理表 for variants, GB/T 15834 and the usage of government sites for the rest.
"""

# ruff: noqa: E501 - the context of a word stays in one piece

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.checks.finding import Finding
from casebook.checks.prose import prose
from casebook.content.contents import Content, SearchPage

_LOGIN_TARGET = (
    "(?:了|过|到)?(?:某|该|其|本|此|境外|境内|国外|这个|这些|上述|相关|多个|大量|官方|假冒|虚假|钓鱼|非法|他人|对方的?|受害人的?)*"
    "(?:网站|网页|网址|平台|系统|后台|页面|界面|账[号户]|帐[号户]|微信|QQ|支付宝|淘宝|抖音|快手|微博|百家号"
    "|今日头条|App|APP|邮箱|密码|入口|手机银行|网银|服务器|数据库|软件|小程序|客户端|游戏|电脑|名|口令|[Ii][Dd])"
)
_PERSONAL = (
    "(?:了|他人|公民|客户|用户|个人|学生|业主|患者|国家|商业|工作|大量|自己|其|您|你|我|旅客|住户|会员|员工|学员|居民|的){0,4}"
    "(?:信息|数据|隐私|秘密|机密|资料|密码|身份证|验证码|行踪|手机号|银行卡)"
)
_TIME = "(?=[0-9]|今年|今日|今天|目前|当前|日前|昨|发稿|案发|本月|本周|上月|上周|去年|年底|月底|现在|此时|到)"

MISSPELLINGS: dict[str, str] = {
    # 帐 is a tent, 账 an account
    **{f"帐{one}": f"账{one}" for one in "号户目单本簿面款册务"},
    **{f"{one}帐": f"{one}账" for one in "转记结对到入付算查做走欠赖台报进垫收催平假坏烂呆分提销挂"},
    # Variants of which only one is recommended
    "其它": "其他", "想像": "想象", "惟一": "唯一", "身分证": "身份证", "部份": "部分",
    "成份": "成分", "水份": "水分", "座落": "坐落", "报导": "报道", "签定": "签订", "复盖": "覆盖",
    "交待": "交代", "渡假": "度假",
    # Slips that spell no word
    "做为": "作为", "做案": "作案", "做弊": "作弊", "操做": "操作", "炒做": "炒作", "既使": "即使",
    "既将": "即将", "即然": "既然", "按装": "安装", "按排": "安排", "布署": "部署", "宣染": "渲染",
    "决对": "绝对", "形像": "形象", "通迅": "通讯", "毕竞": "毕竟", "究竞": "究竟", "竟赛": "竞赛",
    "竟争": "竞争", "时侯": "时候", "零晨": "凌晨", "妨止": "防止", "防碍": "妨碍", "防犯": "防范",
    "违返": "违反", "冒冲": "冒充", "补冲": "补充", "冲值": "充值", "拔打": "拨打", "拔通": "拨通",
    "挑拔": "挑拨", "选拨": "选拔", "以经": "已经", "己经": "已经", "自已": "自己", "末成年": "未成年",
    "末经": "未经", "末遂": "未遂", "清淅": "清晰", "年令": "年龄", "好象": "好像", "就象": "就像",
    "象": "像", "必需": "必须", "必须品": "必需品", "爆光": "曝光", "阀值": "阈值",
    "松驰": "松弛", "震憾": "震撼", "气慨": "气概", "幅射": "辐射", "重迭": "重叠", "辩认": "辨认",
    "辩别": "辨别", "辨护": "辩护", "辨解": "辩解", "辨论": "辩论", "告戒": "告诫", "警剔": "警惕",
    # Of the net and of its crimes
    "登陆": "登录", "泄漏": "泄露", "链结": "链接", "邦定": "绑定", "下栽": "下载",
    "缷载": "卸载", "屏闭": "屏蔽", "发贴": "发帖", "删贴": "删帖", "跟贴": "跟帖", "水贴": "水帖",
    "贴子": "帖子", "粘帖": "粘贴", "张帖": "张贴", "补帖": "补贴", "散步谣言": "散布谣言",
    "遥言": "谣言", "传拨": "传播", "摇控": "遥控", "骚绕": "骚扰", "干绕": "干扰", "恐赫": "恐吓",
    "威肋": "威胁", "要胁": "要挟", "抵毁": "诋毁", "诽镑": "诽谤", "诈编": "诈骗", "欺编": "欺骗",
    "敲榨": "敲诈", "勒锁": "勒索", "赌搏": "赌博", "贿络": "贿赂", "涉赚": "涉嫌", "涉闲": "涉嫌",
    "嫌凝人": "嫌疑人", "脏款": "赃款", "销脏": "销赃", "追脏": "追赃", "倒毁": "捣毁",
    # Of the police and the courts
    "侦察": "侦查", "反应": "反映", "截止": "截至", "扣压": "扣押", "羁压": "羁押",
    "取保侯审": "取保候审", "取保后审": "取保候审", "检查院": "检察院", "检查官": "检察官",
    "派处所": "派出所", "巡罗": "巡逻", "侦辑": "侦缉", "遣责": "谴责", "谴返": "遣返", "谴送": "遣送",
    "行事拘留": "刑事拘留", "刑事居留": "刑事拘留", "提起公述": "提起公诉",
    # Idioms
    "再接再励": "再接再厉", "一愁莫展": "一筹莫展", "迫不急待": "迫不及待", "走头无路": "走投无路",
    "穿流不息": "川流不息", "不径而走": "不胫而走", "有持无恐": "有恃无恐", "明火执杖": "明火执仗",
    "挺而走险": "铤而走险", "招遥撞骗": "招摇撞骗", "变本加利": "变本加厉", "消声匿迹": "销声匿迹",
    "声名狼籍": "声名狼藉", "破斧沉舟": "破釜沉舟", "名列前矛": "名列前茅", "滥芋充数": "滥竽充数",
    "鬼计多端": "诡计多端", "防患未燃": "防患未然", "默守成规": "墨守成规", "肆无忌殚": "肆无忌惮",
    "迫不得己": "迫不得已",
}  # fmt: skip
"""Corrections by misspelling; some apply only in the context that `_IN_CONTEXT` gives."""

_IN_CONTEXT = {
    "登陆": f"(?:(?={_LOGIN_TARGET})|(?<=(?:一键|扫码|异地|批量|自动|重新|免密|远程|用户|账号|帐号|密码|验证|实名|首次|非法)登陆))",
    "泄漏": f"(?<![气品核油氨氯水射体厂站道罐车阀料质液物]泄漏)(?={_PERSONAL})",
    "做为": "(?!了|的是|何|牟|博|求|取)(?<![样么所叫当]做为)",
    "做案": "(?!例|件|卷|头|情|由|板)(?<![叫当看称]做案)",
    "操做": "(?<!体操做)",
    "既使": "(?![^。；\n]*(?:又|还|也使))",
    "既将": "(?![^。；\n]*[又还也])",
    "即然": "(?!后)",
    "按装": "(?![修订配置载饰机卸箱运])",
    "按排": "(?![名序列放查队量污])",
    "布署": "(?<![发公颁]布署)(?!名)",
    "决对": "(?<![判裁解议表否坚处先]决对)(?=不|没有|是|可以|能|安全|禁止|保证)",
    "形像": "(?<![图外地体字造变]形像)(?!素)",
    "竟争": "(?!相|着|抢|先|吵|论)",
    "防犯": "(?<![预消]防犯)(?!罪|错|人|规|法)",
    "冲值": "(?<!对冲值)",
    "以经": "(?=被|将|开始|有|发现|成为|采取|移送|抓获|查明|完成|侦破|依法|立案|归案|到案)",
    "己经": "(?<![自知]己经)",
    "自已": "(?<![各亲来独擅私暗出源]自已)(?=的|身|开|注|掌|控|办)",
    "末成年": "(?<!周末成年)",
    "末经": "(?=许可|批准|同意|核实|授权|允许|审核|证实|查证|本人|登记|备案|法院)",
    "好象": "(?![棋征牙形])",
    "就象": "(?![棋征牙形])",
    "象": "(?<=[，。；它他她\n]象)(?![征棋牙形])(?=[^，。；\n]{1,8}一样)",
    "想像": "(?!素)",
    "必需": "(?=遵守|依法|承担|立即|及时|坚持|按照|严格|提高|警惕|注意|认清|指出|做到|尽快|马上|经过|受到|办理|报警)",
    "部份": "(?!额|数|量|儿)(?<!全部份)(?<!内部份)",
    "成份": "(?!额|子)",
    "水份": "(?!额)",
    "报导": "(?<![预汇举误播通上申瞒谎]报导)(?!致|航|弹|入|向|出|师|演|游|读)",
    "交待": "(?<![提移递成上转呈送已社外未]交待)(?!遇|命|定|业|办)",
    "告戒": "(?!毒|烟|备|律|酒|严|网|赌|除|尺)",
    "要胁": "(?!迫|从|持)",
    "邦定": "(?<!联邦定)",
    "发贴": "(?!纸|片|画|身|膜|合|现|补|近|心)",
    "贴子": "(?<!不干贴子)",
    "张帖": "(?!子|文)(?<![一两二三四五六七八九十几这那每首]张帖)",
    "脏款": "(?<!心脏款)",
    "侦察": "(?:(?=机关|终结|阶段|破案|人员)|(?<=(?:立案|刑事|补充|扩线|缜密|深入)侦察))(?!兵)",
    "反应": "(?<=(?:群众|市民|居民|网民|网友|家长|事主|害人|报人|警方|民警|机关)反应)(?=的?(?:情况|问题|线索|诉求|称|，称)|其|自己)",
    "截止": f"(?<![名稿集请交记票]截止){_TIME}",
    "扣压": "(?=手机|设备|物品|车辆|财物|电脑|涉案|作案|银行卡|赃|服务器)",
    "取保后审": "(?!查)",
    "检查官": "(?!方|网|员|微|媒|博)",
    "年令": "(?=[0-9，。、]|在|为|较|偏|太|大|小|不|最|段)",
    "涉闲": "(?=[^，。\n]{2,20}[罪案])",
    "入帐": "(?!篷|房|中)",
}
"""Patterns of what must precede or follow a misspelling for the correction to be certain."""

for _wrong in MISSPELLINGS:
    if _wrong.endswith("帐"):
        _IN_CONTEXT.setdefault(_wrong, "(?!篷|幔|子)")
    elif _wrong.startswith("帐"):
        _IN_CONTEXT[_wrong] = f"(?<![蚊营军毡]{_wrong})"

_COMMON = frozenset(
    "一不上下中为了人从他以会作信做公其分到制力办功区单发取受可号同名后告员和商在地声处大子存定实家对将就工己已市平年张得必成手扣报拘接提操收政数文方无时明是有服术本机权来查校案检款此民水没法活流涉犯现理用电的监相看社移立等管系结经络绝统编网群老者联自行被要言规警计记设论证证评询说请警责走转连送通造部都配金银防附除限集需非面项领题风骗高验"
    "台嫌事起入以散按反自假清交刑传算违删布进宣辨登变零己做即赌付分提转走坏呆查结挂催收"
)
"""Characters frequent in bulletins: a word is searched by one of its other characters."""


def _by_rare_character() -> dict[str, list[tuple[int, str, re.Pattern[str]]]]:
    """By one rare character of each word: its index in the word, the word, and its pattern."""
    found: dict[str, list[tuple[int, str, re.Pattern[str]]]] = {}
    for word in sorted(MISSPELLINGS, key=len, reverse=True):
        place = next((n for n, one in enumerate(word) if one not in _COMMON), 0)
        whole = re.compile(word + _IN_CONTEXT.get(word, ""))
        found.setdefault(word[place], []).append((place, word, whole))
    return found


_BY_CHARACTER = _by_rare_character()
_RARE_CHARACTERS = re.compile(
    "|".join(
        f"{character}(?:{'|'.join(f'(?<={word[: n + 1]})(?={word[n + 1 :]})' for n, word, _ in words)})"
        for character, words in _BY_CHARACTER.items()
    )
)
"""A rare character within one of its words, in any context."""


def no_misspellings(content: Content, text: str) -> Iterator[Finding]:
    """No word is misspelled; only the search page, which lists some, may contain misspellings."""
    if isinstance(content, SearchPage):
        return
    end, text = 0, prose(text)
    for match in _RARE_CHARACTERS.finditer(text):
        for place, word, whole in _BY_CHARACTER[match[0]]:
            start = match.start() - place
            if start >= end and whole.match(text, start):
                end = start + len(word)
                found = {"found": word, "expected": MISSPELLINGS[word]}
                yield Finding("wording-word", start, end, found, MISSPELLINGS[word])
                break


RULES = (no_misspellings,)
