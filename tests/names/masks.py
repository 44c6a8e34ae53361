"""Masks that tell too much, masks that do not, and what mentions a person in an administrative case."""

# ruff: noqa: E501 - a sentence stays in one piece

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from .frames import FRAMES
from .invented import COMPOUND_SURNAMES, RARE_SURNAMES, one_given, surname

Row = tuple[str, str, str, str]
"""The label, the kind, the mask and the frame, in which `{N}` is the mask."""

TELLING = {
    "某X": "{s}某{g}", "*X": "{s}*{g}", "×X": "{s}×{g}", "XX1": "{s}X{g}", "comp某X": "{c}某{g}", "surname rare某X": "{r}某{g}",
    "X某 first": "{s}{g}某", "某(字)": "{s}某（{g}）", "某(字) half": "{s}某({g})", "□X": "{s}□{g}", "〇X": "{s}〇{g}", "letter": "{s}{l}{g}", "＊X": "{s}＊{g}", "某某X": "{s}某某{g}",
}  # fmt: skip
"""The surname and a character of the given name. In the sets 某X is as often as all others."""
FINE = {
    "某": "{s}某", "某某": "{s}某某", "某甲": "{s}某{j}", "某1": "{s}某{d}", "*": "{s}*", "**": "{s}**", "×": "{s}×", "××": "{s}××", "XX": "{s}XX", "先生": "{s}{t}", "姓": "{s}姓{m}", "小": "{o}{s}", "comp某": "{c}某",
    "comp某某": "{c}某某", "rare某": "{r}某", "○○": "{s}○○",
}  # fmt: skip

_UNFIT = ("emphasis", "alt", "line-end", "spaces")
"""Places whose marks would be read together with the signs of a mask."""
PLAIN_FRAMES = tuple(frame for kind, frame in FRAMES if kind not in _UNFIT)

# What follows 某 here begins like a given name, and is a word.
CONTINUED = (
    "{N}明知卡内资金来路不明，仍帮忙转移。", "{N}平日在网上卖茶叶。", "{N}刚从外地返回。", "{N}海外账户被查。", "{N}飞往境外。", "{N}强行拔掉网线。", "{N}永远失去了这笔钱。", "{N}光顾着聊天，没有看清条款。",
    "{N}建了三个聊天群。", "{N}国内外均有账号。", "{N}成功登录后台。", "{N}文化程度不高。", "{N}立即报警。", "{N}东躲西藏近一年。", "{N}春节期间回家。", "{N}健身时认识了对方。", "{N}志愿加入反诈宣传。", "{N}安装了远程控制软件。",
    "{N}长期在网上兜售账号。", "{N}新开的网店没有营业执照。", "{N}玉石生意亏本。", "{N}宝马轿车被扣。", "{N}金店里的货被骗走。", "{N}海鲜摊的收款码被换。", "{N}江边住处被搜查。", "{N}英语不错，负责和境外联系。", "{N}兰州的账户被冻结。",
    "{N}天天在群里发广告。", "{N}亮出假工作证。", "{N}月底前退清了赃款。", "{N}思前想后，还是自首了。", "{N}学了两个月编程。", "{N}富余的流量卡也卖掉了。", "{N}兴致勃勃地展示收益。", "{N}贵重物品被登记。", "{N}才意识到被骗。",
    "{N}财务混乱。", "{N}和平小区的房子被查封。", "{N}芳心大乱，连转三笔。", "{N}红包被抢走。", "{N}丽江旅游时落网。", "{N}静下心来写了悔过书。", "{N}敏锐地发现了漏洞。", "{N}超额收取佣金。", "{N}勇于承认错误。", "{N}辉煌一时的工作室关了门。",
    "{N}波及两百多名买家。", "{N}生意失败。", "{N}民宿里的摄像头被拆除。", "{N}林业站的同事也受骗。", "{N}山寨网站被关停。", "{N}川菜馆的电脑中了病毒。", "{N}良心发现。", "{N}德行有亏。", "{N}祥云平台的账号被封。", "{N}荣誉证书系伪造。",
    "{N}昌平的仓库被查。", "{N}庆幸没有转账。", "{N}宝贵的证据差点丢失。", "{N}旺季每天接单两百。", "{N}胜诉后撤回了举报。", "{N}利用职务之便。", "{N}远程操控电脑。", "{N}志在必得。", "{N}达成交易。", "{N}双方各执一词。", "{N}彬彬有礼。",
    "{N}雨夜驾车逃离。", "{N}雪天在路边被找到。", "{N}晨练时接到电话。", "{N}阳台上装了信号设备。", "{N}雷同的文章被发到多个平台。", "{N}冬季来到本市。", "{N}星期天落网。", "{N}航班改签记录被泄露。", "{N}毅然报警。", "{N}坚称不知情。",
    "{N}诚恳道歉。", "{N}信用卡被盗刷。", "{N}忠告网友不要轻信。", "{N}友人代为求情。", "{N}全程没有露面。", "{N}可可托海的民宿也用同样的系统。", "{N}一拿到钱就走。", "{N}子女均不知情。", "{N}家里有三台服务器。", "{N}佳节期间发布虚假预售。",
    "{N}欣然答应。", "{N}宇宙流量工作室被查。", "{N}若无其事。", "{N}云服务器到期。", "{N}凤凰山下的仓库被查。", "{N}香烟生意是幌子。", "{N}琴行里装有摄像头。", "{N}清楚转账用途。", "{N}华东片区的下线最多。", "{N}军大衣里藏着手机。",
    "{N}燕窝生意亏空。", "{N}龙门吊操作证系伪造。", "{N}娟秀的字迹被比对。", "{N}梅雨季节搬过一次家。", "{N}萍水相逢的网友骗了他。", "{N}武断地认为没事。", "{N}双十一期间刷单。", "{N}功不抵过。", "{N}杰作被展示在群里。",
)  # fmt: skip

# Nobody is mentioned, in any case.
NOBODY = (
    "江苏某公司未落实实名登记。", "太原某科技公司被责令整改。", "该用户在某平台发布广告。", "某明珠塔的夜景照片系合成。", "山西某文化传媒公司停业整顿。", "某红色景区门票系统故障。", "某海鲜市场的监控没有改默认密码。", "某东部省份曾发生类似事件。",
    "某飞行俱乐部网站被篡改。", "某强电公司机房失火的消息不实。", "某国产软件存在漏洞。", "某英语培训机构泄露学员信息。", "网传某县地震，系谣言。", "某新建小区门禁系统漏洞已修复。", "通过某即时通信软件传播。", "利用某漏洞扫描工具探测。",
    "使用某解析软件批量查询。", "某金融机构的短信系假冒。", "某云平台的日志已调取。", "贵州某县某村的照片被移花接木。", "浙江某电商平台下架商品两千件。", "某林场起火的视频是旧闻。", "某江大桥坍塌系编造。", "某华侨农场的公告被伪造。",
    "原某局网站域名被抢注。", "对某某公司作出警告。", "某某网站未备案。", "某大学论坛上的帖子不实。", "某医院挂号系统被刷。", "某军事论坛的图片系合成。", "某志愿服务平台整改完毕。", "某健身房过度收集人脸信息。", "某玉器店直播间虚假宣传。",
    "公安机关依法作出行政处罚决定。", "网安大队责令该公司限期改正，并处警告。", "经查，该消息系编造。", "该网站未履行网络安全保护义务。", "依据《治安管理处罚法》作出处罚。", "该账号已被平台禁言。", "处罚款五万元，没收违法所得。", "网安部门约谈了平台负责单位。",
    "违法行为人已受到处罚。", "当地公安机关已依法处理。", "查处违法行为人七名。", "其发布的视频播放量达12万次。", "涉事企业拒不整改，被处以罚款。", "请勿转发未经核实的信息。", "此案警示：编造警情要承担责任。", "公安机关提醒：不信谣，不传谣。",
    "共处罚18人，关停账号36个。", "对3家单位予以警告。", "该机房无防火墙，日志留存不足六个月。", "执法人员现场检查发现弱口令。", "系统存在高危漏洞，且未整改。", "该平台已按要求删除违法信息。", "行政案件已办结。", "平台对账号予以封禁。",
    "网警巡查发现一段不实视频。", "高空坠物的视频系电脑合成。", "马路塌陷的消息与事实不符。", "黄河水位暴涨的说法没有依据。", "万人受灾的数字系凭空捏造。", "白天停电的通知是假的。", "方案已报主管部门备案。", "金额较小，予以警告。", "时间、地点均系编造。",
    "常见谣言有三类。", "任何单位不得泄露个人信息。", "安全责任由运营单位承担。", "文章标题夸大事实。", "程序漏洞已修补。", "广告内容涉嫌虚假。", "谢绝未经授权的爬取。", "水电费缴纳系统被仿冒。", "许可证已过期。", "黎明前的爆炸声系施工。",
)  # fmt: skip

# A person is mentioned, without any name: in an administrative case that is one too much.
MENTIONS = (
    ("sex", "一名男子在短视频平台发布虚假灾情。"), ("sex", "该女子承认视频是摆拍。"), ("sex", "男，初中文化，因散布谣言被处罚。"), ("sex", "发布者为女性，系临时起意。"), ("sex", "两名男子剪辑旧视频。"), ("sex", "涉事男子已被行政拘留五日。"), ("sex", "某女子在群里散布谣言。"),
    ("age", "发布者现年43岁。"), ("age", "28岁的发布者承认编造。"), ("age", "发帖人四十岁左右。"), ("age", "发帖人年仅十七岁。"), ("age", "发帖人系90后。"), ("age", "一名“00后”转发了谣言。"), ("age", "五旬老人编造警情。"), ("age", "发布者1987年出生。"),
    ("surname", "姓周的发帖人承认编造。"), ("surname", "吴姓发帖人写下保证书。"), ("surname", "郑姓男子被处以拘留。"), ("surname", "欧阳姓女子删除了帖子。"), ("surname", "发帖人高先生道歉。"), ("surname", "白女士承认转发未核实。"), ("surname", "常老师在群里转发。"), ("surname", "何师傅拍下了这段视频。"), ("surname", "谭老板承认虚假宣传。"),
    ("nick", "阿伟承认是为了涨粉。"), ("nick", "小梁写下保证书。"), ("nick", "老范被处以警告。"), ("nick", "大刘在直播中编造案情。"), ("nick", "小马被罚款五百元。"), ("nick", "老高表示后悔。"), ("nick", "阿珍删除了帖子。"),
    ("handle", "网民“山里的风”发布虚假视频。"), ("handle", "网名为“一碗面”的账号编造警情。"), ("handle", "昵称“晚风”的博主道歉。"), ("handle", "账号@南城小喇叭被处罚。"), ("handle", "网友“豆豆妈”转发谣言。"),
    ("native", "发布者系四川籍。"), ("native", "发帖人是河南信阳人。"), ("native", "湖南籍人员在群内编造消息。"), ("native", "发帖人（陕西汉中人）已被处罚。"), ("native", "户籍地为江西上饶的发布者被传唤。"),
    ("job", "一名外卖骑手编造车祸消息。"), ("job", "某中学老师散布不实信息。"), ("job", "某医院护士泄露病历照片。"), ("job", "网约车司机编造抢劫警情。"), ("job", "某村村支书转发谣言。"), ("job", "一名大学生伪造录取通知。"), ("job", "某超市老板虚构停业消息。"), ("job", "某公司会计在群内造谣。"), ("job", "某美容店店主发布虚假广告。"), ("job", "一名退休工人发布虚假视频。"),
    ("kin", "其妻子帮忙拍摄了视频。"), ("kin", "发布者的儿子账号一并被封。"), ("kin", "发帖人与丈夫共同摆拍。"), ("kin", "孩子的母亲在群里散布谣言。"),
)  # fmt: skip


def filled(pattern: str, random: Random) -> str:
    """The mask of a pattern, of a name that is drawn."""
    return pattern.format(
        s=surname(random),
        c=random.choice(COMPOUND_SURNAMES),
        r=random.choice(RARE_SURNAMES),
        g=one_given(random),
        l=random.choice("ABCDEFGHKLMNPQRSTWYZx"),
        j=random.choice("甲乙丙丁"),
        d=random.choice("12"),
        t=random.choice(("先生", "女士")),
        m=random.choice(("男子", "女子")),
        o=random.choice("小老"),
    )


def mask_rows(random: Random) -> Iterator[Row]:
    """Masks in every frame that suits them, in the middle of words, and mentions without one."""
    telling, fine = list(TELLING.items())[1:], list(FINE.items())
    for number, frame in enumerate(PLAIN_FRAMES):
        yield "tell", "某X", filled(TELLING["某X"], random), frame
        yield "tell", "某X", filled(TELLING["某X"], random), frame
        for step in range(3):
            kind, pattern = telling[(3 * number + step) % len(telling)]
            yield "tell", kind, filled(pattern, random), frame
        yield "ok", "某", filled(FINE["某"], random), frame
        for step in range(4):
            kind, pattern = fine[(4 * number + step) % len(fine)]
            yield "ok", kind, filled(pattern, random), frame
        if number % 2:
            yield "nick", "阿", f"阿{one_given(random)}", frame
    for frame in CONTINUED:
        yield "ok", "某+word", filled(FINE["某"], random), frame
        yield "ok", "某某+word", filled(FINE["某某"], random), frame
    yield from (("mention", kind, "", sentence) for kind, sentence in MENTIONS)
    yield from (("nobody", "nobody", "", sentence) for sentence in NOBODY)
