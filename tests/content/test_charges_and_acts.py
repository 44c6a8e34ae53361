"""What editors are told of a charge or an act that cannot be taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.checks import of_content
from casebook.content.contents import charge_on_page
from casebook.content.problem import in_order
from casebook.law.charges import charges

from .small_site import SmallSite

BULLETIN = "2024-09-12-taiyuan"
CASE = f"cases/{BULLETIN}/01.md"
WRITE = "通报确有此罪名时，请先写进 docs/offences/ 中相应类型页的罪名（charges）。"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    made = SmallSite(tmp_path)
    made.bulletin(BULLETIN)
    made.offence(
        "testing",
        aliases="[网络攻击, 网络传销]",
        charges="[{name: 测试罪, slug: ceshi, article: 第一条}, "
        "{name: 偷税罪, slug: toushui, article: 第二百零一条}]",
    )
    made.offence(
        "fraud",
        title="网络诈骗",
        charges="[{name: 诈骗罪, slug: zhapian, article: 第二百六十六条}]",
    )
    return made


def told(site: SmallSite, **fields: str) -> list[str]:
    """What a check says of a case with these fields, but for what its text leaves unsaid."""
    site.case(f"{BULLETIN}/01", **{"title": "网络测试案", **fields})
    library, problems = site.load()
    found = [problem for case in library.cases for problem in of_content(case, frozenset())]
    named = [str(one) for one in in_order(found) if not one.code.startswith("wording-")]
    return [line.removeprefix(f"{CASE}:") for line in (*problems, *named)]


@pytest.mark.parametrize(
    ("charge", "advice"),
    [
        ("涉嫌诈骗罪", "最接近的写法：“诈骗罪”。"),
        ("诈骗罪。", "最接近的写法：“诈骗罪”。"),
        ("诈骗罪（未遂）", "最接近的写法：“诈骗罪”。"),
        ("诈骗罪和帮信罪", "请每行一项写成列表：诈骗罪、帮助信息网络犯罪活动罪。"),
        (
            "侵入计算机信息系统罪",
            "最接近的写法：“非法侵入计算机信息系统罪”、“破坏计算机信息系统罪”。",
        ),
    ],
)
def test_charges_within_other_words(site: SmallSite, charge: str, advice: str) -> None:
    (line,) = told(site, charge=charge)
    assert line.endswith(f"刑法和类型页里都没有“{charge}”这个罪名。{advice}{WRITE}")


@pytest.mark.parametrize(
    ("stage", "advice"),
    [
        ("已起诉", "请写“提起公诉”。"),
        ("缓刑", "请写“一审判决”。"),
        ("有期徒刑三年", "请写“一审判决”。"),
        ("无罪释放", "请写“判决无罪”。"),
        ("服刑", "请写“判决生效”。"),
        ("行拘", "请写“行政处罚”；要写明这一步，再加一行“act: 行政拘留”。"),
        ("罚款5000元", "请写“行政处罚”；要写明这一步，再加一行“act: 罚款”。"),
        ("二审维持", "请写“判决生效”；要写明这一步，再加一行“step: 二审维持原判”。"),
    ],
)
def test_what_is_written_for_a_stage(site: SmallSite, stage: str, advice: str) -> None:
    (line,) = told(site, stage=stage)
    assert line.endswith(advice)


@pytest.mark.parametrize("stage", ["不予行政处罚", "未起诉"])
def test_the_opposite_of_a_stage_is_not_suggested(site: SmallSite, stage: str) -> None:
    (line,) = told(site, stage=stage)
    assert "最接近的写法" not in line


def test_a_step_in_the_words_of_a_bulletin(site: SmallSite) -> None:
    (line,) = told(site, stage="采取刑事强制措施", step="已被批准逮捕")
    assert "最接近的写法：“逮捕”。" in line


def test_the_prosecutor_decides_on_an_arrest(site: SmallSite) -> None:
    fields = {"stage": "采取刑事强制措施", "prosecutor": "太原市人民检察院"}
    assert told(site, **fields, step="逮捕") == []
    (line,) = told(site, **fields, step="取保候审")
    assert "还不能写检察机关（prosecutor）" in line


@pytest.mark.parametrize(
    ("stage", "act", "kind", "other"),
    [
        ("批评教育", "行政拘留", "行政拘留", "行政处罚"),
        ("行政处罚", "训诫", "批评教育", "批评教育"),
    ],
)
def test_a_penalty_of_another_stage(
    site: SmallSite, stage: str, act: str, kind: str, other: str
) -> None:
    (line,) = told(site, stage=stage, act=act)
    assert f"步骤“{kind}”属于阶段“{other}”，办理阶段（stage）写的却是“{stage}”。" in line
    assert told(site, stage="行政处罚", act="[罚款, 训诫]") == []


def test_victims_of_whom_nothing_is_stated(site: SmallSite) -> None:
    (line,) = told(site, victims="{}")
    assert line.endswith("被害人（victims）后面没有内容。请写上内容，或删去这一行。")


@pytest.mark.parametrize(
    "charge",
    [
        "敲诈勒索罪",
        "贩卖毒品罪",
        "测试罪",
        "[敲诈勒索罪, 测试罪]",
        "掩饰隐瞒犯罪所得罪",
        "[敲诈勒索罪]",
    ],
)
def test_charges_that_are_taken(site: SmallSite, charge: str) -> None:
    assert told(site, charge=charge) == []


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        ("帮信罪", "8:9: “帮信罪”是简称。请写全称“帮助信息网络犯罪活动罪”。"),
        ("掩隐罪", "8:9: “掩隐罪”是简称。请写全称“掩饰、隐瞒犯罪所得、犯罪所得收益罪”。"),
        (
            "敲诈勒索",
            f"8:9: 刑法和类型页里都没有“敲诈勒索”这个罪名。最接近的写法：“敲诈勒索罪”。{WRITE}",
        ),
        (
            "[测试罪, 敲诈勒锁罪]",
            f"8:15: 刑法和类型页里都没有“敲诈勒锁罪”这个罪名。最接近的写法：“敲诈勒索罪”。{WRITE}",
        ),
        (
            "网络攻击罪",
            "8:9: 刑法和类型页里都没有“网络攻击罪”这个罪名。"
            f"它是类型“网络测试”的说法，这一类型的罪名有：“测试罪”、“偷税罪”。{WRITE}",
        ),
        ("刷流量", f"8:9: 刑法和类型页里都没有“刷流量”这个罪名。{WRITE}"),
        ("发视频罪", f"8:9: 刑法和类型页里都没有“发视频罪”这个罪名。{WRITE}"),
        (
            "不履行网络安全保护义务",
            "8:9: “不履行网络安全保护义务”是行政违法行为或者处罚，不是罪名。请删去罪名（charge）；"
            "行政案件把它写在违法行为（act）里。",
        ),
        (
            "散布谣言罪",
            "8:9: “散布谣言罪”是行政违法行为或者处罚，不是罪名。请删去罪名（charge）；"
            "行政案件把它写在违法行为（act）里。",
        ),
        (
            "行政拘留",
            "8:9: “行政拘留”是行政违法行为或者处罚，不是罪名。请删去罪名（charge）；"
            "行政案件把它写在违法行为（act）里。",
        ),
        (
            "诈骗罪",
            "8:9: “诈骗罪”（刑法第二百六十六条）属于类型“网络诈骗”，本案的类型里没有它。"
            "请在类型（offence）里加上“网络诈骗”，或改正罪名。",
        ),
        (
            "投毒罪",
            "8:9: 罪名“投毒罪”自2002年3月26日起已改为“投放危险物质罪”，本案的日期在这以后。"
            "请照通报核对，写新的罪名，或改正发现或侦破日期（date）。",
        ),
        (
            "国家机关工作人员徇私舞弊罪",
            "8:9: 罪名“国家机关工作人员徇私舞弊罪”自2002年3月26日起已改为“滥用职权罪”、"
            "“玩忽职守罪”，本案的日期在这以后。请照通报核对，写新的罪名，或改正发现或侦破日期（date）。",
        ),
        ("[测试罪, 测试罪]", "8:9: 罪名（charge）里“测试罪”写了两次。请只留一处。"),
    ],
)
def test_charges_that_are_not_taken(site: SmallSite, charge: str, expected: str) -> None:
    assert told(site, charge=charge) == [expected]


def test_a_former_charge_that_the_page_of_a_group_has(site: SmallSite) -> None:
    assert told(site, charge="偷税罪") == []


@pytest.mark.parametrize("day", ["2015-11", "2015", "2015-11-01", "2009-10"])
def test_a_former_charge_of_its_time(site: SmallSite, day: str) -> None:
    assert told(site, charge="嫖宿幼女罪", date=day) == []


@pytest.mark.parametrize("day", ["2015-11-02", "2015-12", "2016"])
def test_a_repealed_charge_after_its_time(site: SmallSite, day: str) -> None:
    assert told(site, charge="嫖宿幼女罪", date=day) == [
        "8:9: 罪名“嫖宿幼女罪”自2015年11月1日起已不再有（取消；依照强奸罪处理），"
        "本案的日期在这以后。请照通报核对罪名，或改正发现或侦破日期（date）。"
    ]


def test_a_new_name_in_a_bulletin_of_its_time_of_an_older_case(site: SmallSite) -> None:
    assert told(site, charge="危害珍贵、濒危野生动物罪", date="2019") == []


@pytest.mark.parametrize("name", ["诈骗罪", "测试罪"])
def test_the_charge_on_the_page_of_a_group(site: SmallSite, name: str) -> None:
    site.case(f"{BULLETIN}/01", charge=name, offence="[网络测试, 网络诈骗]")
    (case,) = site.library().cases
    (charge,) = case.charges
    assert charge.entry is not None
    assert charge.entry.name == name
    assert charge.group in case.offences


def test_a_part_of_a_charge_is_filed_under_the_full_name(site: SmallSite) -> None:
    full = "走私、贩卖、运输、制造毒品罪"
    site.offence(
        "drugs", title="毒品", charges=f"[{{name: {full}, slug: dupin, article: 第三百四十七条}}]"
    )
    site.case(f"{BULLETIN}/01")
    (group,) = (one for one in site.library().offences if one.slug == "drugs")
    named = charges().find("贩卖毒品罪")
    assert named is not None
    assert charge_on_page("贩卖毒品罪", named.charge, [group]) == (group, group.fields.charges[0])


@pytest.mark.parametrize(
    ("act", "stage"),
    [("散布谣言", "行政处罚"), ("[散布谣言, 行政拘留]", "行政处罚"), ("训诫", "批评教育")],
)
def test_acts_that_are_taken(site: SmallSite, act: str, stage: str) -> None:
    assert told(site, act=act, stage=stage) == []


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (
            "散步谣言",
            "8:6: “散步谣言”不是本站收录的违法行为，也不是处罚的种类。最接近的写法：“散布谣言”。",
        ),
        (
            "窃取或者非法获取个人信息",
            "8:6: “窃取或者非法获取个人信息”在本案的日期还没有施行的条文"
            "（治安管理处罚法2025年修订文本自2026年1月1日起施行）。请照通报核对违法行为（act）和发现或侦破日期（date）。",
        ),
    ],
)
def test_acts_that_are_not_taken(site: SmallSite, act: str, expected: str) -> None:
    assert told(site, act=act, stage="行政处罚") == [expected]


def test_an_act_of_a_criminal_case(site: SmallSite) -> None:
    assert told(site, act="散布谣言") == [
        "8:6: “散布谣言”是行政违法行为或者处罚，本案不是行政案件。请删去违法行为（act）；"
        "通报写明的罪名写在罪名（charge）里。确是行政案件的，请改正办理阶段（stage）。"
    ]


def test_an_act_of_a_case_that_ends_with_a_penalty(site: SmallSite) -> None:
    updates = "[{date: 2024-10, stage: 行政处罚}]"
    assert told(site, act="散布谣言", updates=updates) == []
