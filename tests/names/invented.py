"""Invented full names of persons, drawn with weights near those of real ones."""

# ruff: noqa: E501 - a table stays in one piece

from __future__ import annotations

from collections.abc import Callable
from random import Random

_SURNAMES = (
    "王王王王王王王李李李李李李李张张张张张张张刘刘刘刘刘陈陈陈陈陈杨杨杨赵赵赵黄黄黄周周周吴吴吴徐徐孙孙胡胡朱朱高高林林何何郭郭马马罗罗"
    "梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯"
    "邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边闫闫付付肖肖肖代娄巩荆褚佟连蔺晏迟"
)
"""Each as often as its share asks for, roughly."""

_RARE = "乜仉仝仵佘佟侴冀冼凤刁匡卓厉厍叱司吉员呼咸哈哱奚姬娄宓宦尚尧山岑岱巩师帅库应廉弓后忻怀惠慕戈战户扈承折揭敖断昌昝智束来松查栗桑楚楼樵欣步母水汝沃沙沐法涵淡滕满漆漕濮火炎烟燕牧狄玉瓮生甯用由畅的皇益盖盘相眭矫秘种稽稳窦立竺笪第简籍练缑缪罕羊羿老耍肖胥能臧舍良艾苑苟茅茹荀荣荆莘菅蒙蒯蒲蓝蔚蔺虎虞蚁补裘褚西要言计訾谌谈谯豆贝贡贲赫越路车载辜边过逄逯逮邝邬邰邸郁郇郈郏郜郗郦都鄂鄢酆醋释里钮铁银锁门闪问阙阚阳陕隆雍靖鞠頡顿颉风饶香骆鬲鱼鲜鲁鹿麦麻黑黨齐龚"
_RARE_WORDS = frozenset(
    "断应来的用生由后能老要言过立第相种言越里问欣法火水山来松西路车门都齐龚良户师"
)
"""Of these some are words so common that nobody could tell; the sets leave them out."""
RARE_SURNAMES = tuple(sorted(set(_RARE) - _RARE_WORDS - set(_SURNAMES)))

COMPOUND_SURNAMES = (
    "欧阳", "欧阳", "欧阳", "上官", "上官", "司马", "司马", "诸葛", "诸葛", "皇甫", "尉迟", "慕容", "令狐", "司徒", "端木", "公孙", "夏侯", "东方", "南宫", "独孤", "宇文", "轩辕", "长孙", "赫连", "澹台", "钟离", "淳于", "申屠", "呼延", "闻人", "第五", "万俟", "拓跋", "鲜于", "西门",
)  # fmt: skip

_FIRST = "建志国晓小文玉海永明春秀桂金立宏俊佳子雨雪美丽红伟光世少振丹慧艳思天嘉梓欣宇浩家泽一诗若静淑凤兰云长德学庆福兴荣昌景鸿冬冰亚育培正仁义良守新东卫江林成大保先彦向绍启其宝爱维生月素巧翠彩瑞润琳婉书锦博君皓承贵锡占炳仲"
_LAST = "军华明强平英芳霞杰辉伟峰鹏飞燕梅兰红玲娟敏丽萍霖涛斌波龙勇刚超浩轩涵琪怡妍洁瑶婷雯颖倩琳莉蓉菊珍花凤云香琴芬秀清国民生林东海山江川泉良义仁德福祥瑞荣昌庆宝根柱贵才财富旺兴亮光晨阳春雷冬雨雪梦月星辰宇航帆毅坚诚信忠孝友安宁康健全胜利新远志达成功文武双彬炜煜昊翔睿博彤媛莹璐婧茜薇蕾萌"
_SINGLE = "伟强磊洋勇艳杰娟涛超明霞平刚静丽敏军芳燕红玲梅辉鹏飞波斌亮峰龙浩健宇凯旭宁婷颖倩琳洁莉萍丹娜雪莹璐瑶薇彬楠佳晨阳欣慧雷鑫晶淼琪帅毅坤威铭睿博轩昊翔航锋锐钢铁林森江海涵云雨冰冬春秋松柏桦杨柳梁栋成功志诚信义仁礼智忠孝良善正直方圆达通顺利华英俊彦贤哲"

_DOT_FIRST = (
    "麦麦提", "阿卜杜拉", "艾力", "玉素普", "吾买尔", "热合曼", "努尔", "哈力克", "木拉提", "赛买提", "米尔扎", "依明", "古丽巴哈尔", "茹仙古丽", "热孜万古丽", "帕孜来提", "哈丽旦", "米热古丽", "叶尔兰", "巴合提", "加娜尔", "赛力克",
)  # fmt: skip
_DOT_LAST = (
    "吐尔地", "艾合买提", "买买提明", "卡德尔", "热西提", "司马义", "肉孜", "图尔荪", "尼亚孜", "斯拉木", "阿布都", "胡加", "库尔班", "托合提", "哈斯木", "努尔兰", "达吾提", "叶尔肯",
)  # fmt: skip
_TRANSLITERATED = (
    "扎西顿珠", "次仁拉姆", "达瓦次仁", "边巴旺堆", "尼玛扎西", "格桑曲珍", "洛桑江村", "白玛央金", "丹增罗布", "多吉才旦", "央吉卓嘎", "平措旺杰", "阿旺晋美", "拉巴次仁", "斯琴高娃", "乌云其其格", "那木日", "宝音德力格尔", "呼和巴雅尔", "阿拉坦仓", "萨如拉", "哈斯额尔敦", "格日勒图", "吉日格勒", "敖登格日乐", "木呷阿合", "吉木拉铁", "沙马尔布", "阿苦子石", "曲比阿乌", "岩温扁", "玉香罕", "岩坎囡", "玛依拉", "热孜亚", "阿米娜", "帕丽扎提", "古丽米热",
)  # fmt: skip
_FOREIGN = (
    "山本健一", "佐藤美咲", "铃木翔太", "小林由纪", "阮氏秋", "黎文海", "陈氏红", "范文德", "颂蓬·乍仑", "猜瓦·素帕", "威廉·汤普森", "玛丽亚·科斯塔", "安德烈·彼得罗夫", "穆罕默德·拉赫曼", "金恩珠", "朴成浩", "乌戈·桑托斯", "奈温昂", "苏妮达", "凯文·布朗",
)  # fmt: skip
_LATIN = (
    "Zhang Xiaoyan", "WANG Lei", "Liu Jianjun", "Zhao Min", "CHEN Yuting", "Zhou Guoqiang", "Huang Lihua", "Xu Dawei", "Sima Qingyun", "Lin Xiaofeng", "HE Meiling", "Gao Zhiyuan", "David Miller", "Anna Petrova", "Tran Van Minh", "Nguyen Thi Lan", "Robert Johnson", "Carlos Mendes", "Wu, Jianguo", "Yang Xue",
)  # fmt: skip


def surname(random: Random) -> str:
    """A frequent surname."""
    return random.choice(_SURNAMES)


def two_given(random: Random) -> str:
    """A given name of two characters; one in nine doubles its character."""
    if random.random() < 0.11:
        return random.choice(_LAST) * 2
    first, last = random.choice(_FIRST), random.choice(_LAST)
    return first + last


def one_given(random: Random) -> str:
    """A given name of one character."""
    return random.choice(_SINGLE)


def given(random: Random) -> str:
    """A given name: of two characters in 86 of 100."""
    return two_given(random) if random.random() < 0.86 else one_given(random)


KINDS: dict[str, Callable[[Random], str]] = {
    "han3": lambda random: surname(random) + two_given(random),
    "han2": lambda random: surname(random) + one_given(random),
    "rare": lambda random: random.choice(RARE_SURNAMES) + given(random),
    "comp": lambda random: random.choice(COMPOUND_SURNAMES) + given(random),
    "dot": lambda random: f"{random.choice(_DOT_FIRST)}·{random.choice(_DOT_LAST)}",
    "translit": lambda random: random.choice(_TRANSLITERATED),
    "foreign": lambda random: random.choice(_FOREIGN),
    "latin": lambda random: random.choice(_LATIN),
}
"""How a name of each kind is drawn."""


def full_name(random: Random) -> str:
    """A Chinese full name, of three characters in 86 of 100."""
    return surname(random) + given(random)


def surnames() -> list[str]:
    """All frequent surnames, each once."""
    return sorted(set(_SURNAMES))
