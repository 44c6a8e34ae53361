"""The models of front matter of bulletins and cases: the one definition of their fields.

Validation and the field tables of CONTRIBUTING.md come from here, and so does a JSON Schema for
editors' tools (`CaseFields.model_json_schema()`).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Annotated, Any, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
)

from casebook.content import field_types
from casebook.content.field_types import flaw
from casebook.content.stage import Stage


class FrontMatter(BaseModel):
    """The base of all front matter models: frozen, unknown keys are rejected."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


Few, Many = Field(max_length=20), Field(max_length=100)
"""Maximum lengths of lists; longer ones were pasted by mistake, and would be shown to readers."""
NotEmpty = Field(min_length=1)


class Allowance(FrontMatter):
    """A false alarm of a rule on texts, and why it is one."""

    code: field_types.Text = Field(title="规则", description="报告中的规则代码")
    text: field_types.Text = Field(title="原文", description="被误报的文字，照文件原样写")
    reason: field_types.Text = Field(title="理由", description="为何不是问题")


Allow = Annotated[
    tuple[Allowance, ...],
    Many,
    Field(
        title="放行",
        description="误报的隐私或用语问题：code（规则代码）、text（原文）、reason（理由）",
    ),
]
"""The field of every model that suppresses findings as false alarms."""

Several = BeforeValidator(field_types.as_list)


def _no_repetition(values: tuple[Any, ...]) -> tuple[Any, ...]:
    for position, value in enumerate(values):
        if value in values[:position]:
            raise flaw("repeated-value", found=str(value))
    return values


Distinct = AfterValidator(_no_repetition)


class Omitted(FrontMatter):
    """A case of a bulletin that is deliberately not published here."""

    number: field_types.Count = Field(title="编号", description="通报中的编号")
    reason: field_types.Text = Field(title="原因", description="为何不在本站发布")


class BulletinFields(FrontMatter):
    """The front matter of a bulletin's `index.md`."""

    title: field_types.Text = Field(title="标题", description="通报的标题")
    publisher: field_types.Text = Field(
        title="发布单位", description="通报的发布单位", examples=["山西省公安厅"]
    )
    published: field_types.FullDate = Field(
        title="发布日期", description="完整日期，与文件夹名开头一致", examples=["2025-02-10"]
    )
    expected: field_types.Total = Field(
        title="案例数",
        description="通报宣布的案例数：案例文件（含草稿）与 omitted 之和必须与它相等",
        examples=["10"],
    )
    province: field_types.Province = Field(
        title="省份",
        description="案例所在省份的正式名称；来自多个省份时写“全国”",
        examples=["山西省"],
    )
    omitted: tuple[Omitted, ...] = Field(
        (),
        title="不发布的案例",
        description="通报里有、本站有意不发布的案例：number（编号）与 reason（原因）；编号不再使用",
    )
    campaign: field_types.Text | None = Field(
        None, title="专项行动", description="所属专项行动", examples=["净网2024"]
    )
    source_title: field_types.Text | None = Field(None, title="原标题", description="来源的原标题")
    source_url: field_types.Https | None = Field(
        None, title="来源网址", description="以 https:// 开头的完整网址"
    )
    aliases: Annotated[tuple[field_types.BulletinId, ...], Many, Several, Distinct] = Field(
        (), title="曾用编号", description="文件夹改名之前的名字；里面的案例一并指向新网址"
    )
    allow: Allow = ()


class AlsoIn(FrontMatter):
    """Another bulletin that carries the same case."""

    bulletin: field_types.BulletinId = Field(title="通报", description="另一通报的文件夹名")
    number: field_types.Count = Field(title="编号", description="该案在另一通报中的编号")


class Update(FrontMatter):
    """A later step of a case."""

    date: field_types.Partial = Field(title="日期", description="进展的日期")
    stage: field_types.StageName = Field(title="办理阶段", description="进展后的办理阶段")
    note: field_types.Text | None = Field(None, title="说明", description="进展的说明")
    source_url: field_types.Https | None = Field(
        None, title="来源网址", description="以 https:// 开头"
    )


class Correction(FrontMatter):
    """A correction of what was published before."""

    date: field_types.FullDate = Field(title="日期", description="更正的日期")
    note: field_types.Text = Field(title="说明", description="更正了什么")


class Withdrawal(FrontMatter):
    """When and why a case was taken down."""

    date: field_types.FullDate = Field(title="日期", description="撤回的日期")
    reason: field_types.Text = Field(title="原因", description="撤回的原因")


def _no_figures() -> dict[str, str]:
    return cast(dict[str, str], MappingProxyType({}))


Figures = Annotated[
    dict[field_types.FigureLabel, field_types.Text], Many, AfterValidator(MappingProxyType)
]


class CaseFields(FrontMatter):
    """The front matter of a case."""

    title: field_types.Title = Field(
        title="标题",
        description="4–60字，以“案”结尾，后面可以有括号里的说明，姓名隐去",
        examples=["王某某等人涉嫌侵犯公民个人信息案"],
    )
    date: field_types.Partial = Field(
        title="发现或侦破日期",
        description="公安机关发现或侦破的日期，不是作案的日期，精确到通报给出的程度",
        examples=["2024", "2024-04", "2024-04-09"],
    )
    city: Annotated[tuple[field_types.City, ...], Many, Several, Distinct, NotEmpty] = Field(
        title="城市",
        description="地级行政区正式名称（直辖市写市名），可以写几个；全省性案件写“全省”",
        examples=["太原市"],
    )
    province: field_types.Province | None = Field(
        None, title="省份", description="只在与通报的省份不同时填写"
    )
    district: field_types.Text | None = Field(
        None, title="区县", description="该城市所辖县级行政区的正式名称", examples=["晋源区"]
    )
    offence: Annotated[tuple[field_types.Text, ...], Few, Several, Distinct, NotEmpty] = Field(
        title="类型",
        description="类型页（docs/offences/ 里）的名称或别称，可以写几个，主要的在前",
        examples=["网络水军"],
    )
    charge: field_types.Text | None = Field(
        None,
        title="罪名",
        description="只在通报写明时填写，不推断",
        examples=["侵犯公民个人信息罪"],
    )
    agency: field_types.Text | None = Field(
        None, title="办案单位", description="通报所列单位", examples=["运城公安机关"]
    )
    stage: field_types.StageName = Field(
        title="办理阶段",
        description="通报所述的办理阶段：" + "、".join(stage.value for stage in Stage),
    )
    people: field_types.Count | None = Field(
        None, title="人数", description="处于该阶段的人数，整数", examples=["12"]
    )
    amount: field_types.Money | None = Field(
        None,
        title="金额",
        description="照通报原样写，数值自动计算",
        examples=["超500万元", "1.5亿元"],
    )
    amount_label: field_types.Label = Field(
        "涉案金额", title="金额名目", description="通报对这笔钱的称呼", examples=["获利"]
    )
    figures: Figures = Field(
        default_factory=_no_figures,
        title="其他数据",
        description="名目: 数据，照通报原样写",
        examples=["{扣押设备: 50余台}"],
    )
    summary: field_types.Summary = Field(
        title="摘要", description="一两句话，20–120字，显示在列表中"
    )
    related: Annotated[tuple[field_types.CaseId, ...], Many, Several, Distinct] = Field(
        (),
        title="相关案例",
        description="相关案例的编号；两边都会显示",
        examples=["[2025-02-10-shanxi/04]"],
    )
    also_in: Annotated[tuple[AlsoIn, ...], Few] = Field(
        (),
        title="另见通报",
        description="载有同一案件的其他通报：bulletin（文件夹名）与 number（编号）；只计一次",
    )
    updates: Annotated[tuple[Update, ...], Many] = Field(
        (),
        title="后续进展",
        description="date、stage，可加 note、source_url；按日期排列，最后一条是当前阶段",
    )
    corrections: Annotated[tuple[Correction, ...], Many] = Field(
        (), title="更正", description="date 与 note，显示在页面上"
    )
    status: field_types.StatusName = Field(
        field_types.Status.PUBLISHED,
        title="状态",
        description="published（默认）、draft（草稿）、withdrawn（已撤回）",
    )
    withdrawn: Withdrawal | None = Field(
        None, title="撤回", description="status 为 withdrawn 时填写 date 与 reason"
    )
    review_on: field_types.FullDate | None = Field(
        None, title="复核日期", description="最迟何时必须再次核对本案"
    )
    aliases: Annotated[tuple[field_types.CaseId, ...], Many, Several, Distinct] = Field(
        (), title="曾用编号", description="文件移动之前的编号"
    )
    allow: Allow = ()
