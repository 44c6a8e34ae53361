"""The facts of the published cases, taken from the bulletins and not from the case files.

The table was written from the raw texts alone, so that a slip in a case file cannot
repeat itself here.  Amounts and figures stand as the bulletin prints them, except that
“两” is written 2.  A bare
“一” that only serves as an article (“一个团伙”, “破获一起”) is not counted as a figure.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Facts:
    """What a bulletin states about one case."""

    id: str
    date: str  # ISO text, only as precise as the bulletin
    province: str
    cities: tuple[str, ...]
    district: str | None
    agency: tuple[str, ...]  # words the name of the unit must hold
    stage: str  # the furthest stage the bulletin states
    people: int | None  # suspects, where the bulletin counts them
    people_at: str | None  # the stage of that number, where it is not the furthest
    names: frozenset[str]  # the people shown, masked
    amount: str | None
    amount_label: str | None  # what the bulletin calls it
    yuan: int | None
    counted: tuple[tuple[str, str], ...]  # further counts in order: what is counted, and how many
    offence: tuple[str, ...]  # titles of the groups, the main one first
    act: str | None  # the unlawful act and the penalty as the case states them
    charge: str | None  # only where the bulletin names the case by it
    never: tuple[str, ...]  # patterns that must not occur in the published text

    @property
    def figures(self) -> frozenset[str]:
        """The further counts alone, each with its measure word."""
        return frozenset(count for _, count in self.counted)


@dataclass(frozen=True)
class BulletinFacts:
    """What is known of a bulletin as a whole."""

    id: str
    published: str
    publisher: tuple[str, ...]  # words the name of the publisher must hold
    expected: int
    campaign: str
    source_kind: str
    source_title: str
    medium: str | None
    reposted_from: str | None


BULLETINS = (
    BulletinFacts(
        id="2024-09-12-taiyuan",
        published="2024-09-12",
        publisher=("太原", "公安局"),
        expected=6,
        campaign="净网2024",
        source_kind="媒体报道",
        source_title="我市通报涉网违法典型案例",
        medium=None,  # not stated
        reposted_from=None,
    ),
    BulletinFacts(
        id="2025-02-10-shanxi",
        published="2025-02-10",
        publisher=("山西", "公安"),
        expected=10,
        campaign="净网2024",
        source_kind="转载",
        source_title="山西公安“净网2024”专项行动打击网络违法犯罪10起典型案例",
        medium="一个微信公众号",
        reposted_from="公安部网安局",
    ),
)


FACTS = (
    Facts(
        id="2024-09-12-taiyuan/01",
        date="2024-04",
        province="山西省",
        cities=("太原市",),
        district=None,
        agency=("网安支队",),
        stage="移送起诉",
        people=12,
        people_at="采取刑事强制措施",
        names=frozenset({"王某某"}),
        amount="超500万元",
        amount_label="涉案金额",
        yuan=5_000_000,
        counted=(("出售价格", "1000元至1200元"),),
        offence=("侵犯公民个人信息",),
        act=None,
        charge="侵犯公民个人信息罪",
        never=("王某[^某]",),
    ),
    Facts(
        id="2024-09-12-taiyuan/02",
        date="2024-06",
        province="山西省",
        cities=("太原市",),
        district=None,  # a name of the unit only: 晋源网安
        agency=("晋源网安",),
        stage="移送起诉",
        people=13,
        people_at="刑事拘留",
        names=frozenset({"闫某", "董某"}),
        amount="200余万元",
        amount_label="获利",
        yuan=2_000_000,
        counted=(("团伙", "2个"), ("工作室", "4个"), ("设备", "50余台"), ("个人信息", "2100余条")),
        offence=("侵犯公民个人信息", "网络黑灰产"),
        act=None,
        charge=None,
        never=(),
    ),
    Facts(
        id="2024-09-12-taiyuan/03",
        date="2024-06-28",
        province="山西省",
        cities=("太原市",),
        district=None,
        agency=("网安支队", "城六区"),
        stage="采取刑事强制措施",
        people=None,  # printed are the companies, not the people
        people_at=None,
        names=frozenset(),
        amount="近200余万元",
        amount_label="获利",
        yuan=2_000_000,
        counted=(("公司", "3家"),),
        offence=("网络水军",),
        act=None,
        charge=None,
        never=(),
    ),
    Facts(
        id="2024-09-12-taiyuan/04",
        date="2024-04",
        province="山西省",
        cities=("太原市",),
        district=None,  # a name of the unit only: 晋源网安
        agency=("晋源网安",),
        stage="刑事拘留",
        people=8,
        people_at=None,
        names=frozenset({"李某", "徐某", "李某某", "付某"}),
        amount=None,
        amount_label=None,
        yuan=None,
        counted=(("淘宝商铺", "51个"), ("网站", "3个")),
        offence=("网络水军",),
        act=None,
        charge="非法经营罪",
        never=("李某刚",),
    ),
    Facts(
        id="2024-09-12-taiyuan/05",
        date="2024-05-07",
        province="山西省",
        cities=("太原市",),
        district=None,  # a name of the unit only: 万柏林网安
        agency=("万柏林网安",),
        stage="移送起诉",
        people=3,
        people_at="刑事拘留",
        names=frozenset({"巩某"}),
        amount="500余万元",
        amount_label="涉案金额",
        yuan=5_000_000,
        counted=(("工作室", "1个"), ("App", "1个")),
        offence=("网络黑客",),
        act=None,
        charge="提供非法控制计算机信息系统程序罪",
        never=(),
    ),
    Facts(
        id="2024-09-12-taiyuan/06",
        date="2024-05",
        province="山西省",
        cities=("太原市",),
        district=None,  # a name of the unit only: 万柏林网安
        agency=("万柏林网安",),
        stage="移送起诉",
        people=1,
        people_at="刑事拘留",
        names=frozenset({"魏某"}),
        amount="3万余元",
        amount_label="非法获利",
        yuan=30_000,
        counted=(),
        offence=("网络黑客",),
        act=None,
        charge="非法获取计算机信息系统数据罪",
        never=(),
    ),
    Facts(
        id="2025-02-10-shanxi/01",
        date="2024-03",
        province="山西省",
        cities=("运城市",),
        district=None,
        agency=("运城公安机关",),
        stage="采取刑事强制措施",
        people=8,
        people_at=None,
        names=frozenset({"马某某"}),
        amount="1.5亿元",
        amount_label="涉案资金",
        yuan=150_000_000,
        counted=(("网络科技公司", "10家"),),
        offence=("网络赌博", "网络黑灰产"),
        act=None,
        charge=None,
        never=(),
    ),
    Facts(
        id="2025-02-10-shanxi/02",
        date="2024-05",
        province="山西省",
        cities=("太原市",),
        district=None,
        agency=("太原公安机关",),
        stage="采取刑事强制措施",
        people=1,
        people_at=None,
        names=frozenset({"史某"}),
        amount=None,
        amount_label=None,
        yuan=None,
        counted=(),
        offence=("网络谣言",),
        act=None,
        charge=None,
        never=(),
    ),
    Facts(
        id="2025-02-10-shanxi/03",
        date="2024-06",
        province="山西省",
        cities=("朔州市",),
        district=None,
        agency=("朔州公安机关",),
        stage="采取刑事强制措施",
        people=28,
        people_at=None,
        names=frozenset({"荆某某"}),
        amount=None,
        amount_label=None,
        yuan=None,
        counted=(("抓获犯罪嫌疑人", "53人"), ("收网", "2轮次")),
        offence=("网络涉黄", "网络黑灰产"),
        act=None,
        charge=None,
        never=(),
    ),
    Facts(
        id="2025-02-10-shanxi/04",
        date="2024-06",
        province="山西省",
        cities=("太原市",),
        district=None,
        agency=("太原公安机关",),
        stage="采取刑事强制措施",
        people=8,
        people_at=None,
        names=frozenset({"付某某"}),
        amount="1000余万元",
        amount_label="涉案金额",
        yuan=10_000_000,
        counted=(("窝点", "2处"), ("网站平台", "4个"), ("网络店铺", "100余个")),
        offence=("网络水军",),
        act=None,
        charge=None,
        never=(),
    ),
    Facts(
        id="2025-02-10-shanxi/05",
        date="2024-07",
        province="山西省",
        cities=("晋城市",),
        district=None,
        agency=("晋城公安机关",),
        stage="采取刑事强制措施",
        people=4,
        people_at=None,
        names=frozenset({"宋某某"}),
        amount=None,
        amount_label=None,
        yuan=None,
        counted=(),
        offence=("侵犯公民个人信息",),
        act=None,
        charge="侵犯公民个人信息罪",
        never=(),
    ),
    Facts(
        id="2025-02-10-shanxi/06",
        date="2024-08",
        province="山西省",
        cities=("忻州市",),
        district=None,
        agency=("忻州公安机关",),
        stage="采取刑事强制措施",
        people=1,
        people_at=None,
        names=frozenset({"张某某"}),
        amount=None,
        amount_label=None,
        yuan=None,
        counted=(),
        offence=("网络黑客",),
        act=None,
        charge="非法侵入计算机信息系统罪",
        never=(),
    ),
    Facts(
        id="2025-02-10-shanxi/07",
        date="2024-08",
        province="山西省",
        cities=("运城市",),
        district=None,
        agency=("运城公安机关",),
        stage="采取刑事强制措施",
        people=3,
        people_at=None,
        names=frozenset({"于某某"}),
        amount=None,
        amount_label=None,
        yuan=None,
        counted=(),
        offence=("网络黑客",),
        act=None,
        charge="破坏计算机信息系统罪",
        never=(),
    ),
    Facts(
        id="2025-02-10-shanxi/08",
        date="2024-09",
        province="山西省",
        cities=("长治市",),
        district=None,
        agency=("长治公安机关",),
        stage="采取刑事强制措施",  # printed as 采取刑事措施
        people=9,
        people_at=None,
        names=frozenset({"郑某某"}),
        amount=None,
        amount_label=None,
        yuan=None,
        counted=(),
        offence=("侵犯公民个人信息", "网络黑灰产"),
        act=None,
        charge="侵犯公民个人信息罪",
        never=(),
    ),
    Facts(
        id="2025-02-10-shanxi/09",
        date="2024-10",
        province="山西省",
        cities=("大同市",),
        district=None,
        agency=("大同公安机关",),
        stage="行政处罚",
        people=None,  # nobody is shown
        people_at=None,
        names=frozenset(),
        amount=None,
        amount_label=None,
        yuan=None,
        counted=(),
        offence=("网络谣言",),
        act="编造网络谣言、治安拘留",
        charge=None,
        never=("某",),
    ),
    Facts(
        id="2025-02-10-shanxi/10",
        date="2024-11",
        province="山西省",
        cities=("运城市",),
        district=None,
        agency=("运城公安机关",),
        stage="侦破",
        people=7,
        people_at=None,
        names=frozenset({"李某某"}),
        amount=None,
        amount_label=None,
        yuan=None,
        counted=(("刑事案件", "18起"), ("行政案件", "40起"), ("抓获", "99人")),
        offence=("侵犯公民个人信息",),
        act=None,
        charge="侵犯公民个人信息罪",
        never=(),
    ),
)
