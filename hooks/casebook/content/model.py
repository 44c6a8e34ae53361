"""The models of front matter of bulletins and cases: the one definition of their fields.

Validation and the field tables of CONTRIBUTING.md come from here, and so does a JSON Schema for
editors' tools (`CaseFields.model_json_schema()`).
"""

from __future__ import annotations

import re
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, ClassVar, cast

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
)

from casebook.content import field_types
from casebook.content.case_parts import (
    AlsoIn,
    Correction,
    ToldPeople,
    ToldSum,
    Update,
    Victims,
    Withdrawal,
)
from casebook.content.field_types import flaw
from casebook.content.model_base import (
    Allow,
    Distinct,
    Few,
    FrontMatter,
    Many,
    NotEmpty,
    Several,
    SitePublished,
)
from casebook.content.stage_types import StageName, StepName
from casebook.law.proceedings.stage import STATED, Stage


class Omitted(FrontMatter):
    """A case of a bulletin that is deliberately not published here."""

    number: field_types.Count = Field(title="编号", description="通报中的编号")
    reason: field_types.Text = Field(title="原因", description="为何不在本站发布")


class BulletinFields(FrontMatter):
    """The front matter of a bulletin's `index.md`."""

    title: field_types.Text = Field(title="标题", description="通报的标题")
    publisher: field_types.Text = Field(
        title="发布单位",
        description="通报案例的公安机关；媒体报道和转载也写它，不写媒体",
        examples=["山西省公安厅"],
    )
    published: field_types.FullDate = Field(
        title="发布日期",
        description="完整日期，与文件夹名开头一致；媒体报道写公安机关通报的日期，转载写转载的日期",
        examples=["2025-02-10"],
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
    source_kind: field_types.SourceKindName = Field(
        field_types.SourceKind.BULLETIN,
        title="来源性质",
        description="所依据的文本是什么：通报（默认）、媒体报道、转载",
        examples=["媒体报道"],
    )
    medium: field_types.Text | None = Field(
        None,
        title="刊发媒体",
        description="刊登报道的媒体，或者转载的网站、账号；只与“媒体报道”“转载”同用，不写记者",
        examples=["某市晚报"],
    )
    reposted_from: field_types.Text | None = Field(
        None,
        title="转载自",
        description="转载写明的出处；只与“转载”同用",
        examples=["公安部网安局"],
    )
    source_title: field_types.Text | None = Field(
        None, title="原标题", description="所依据文本的标题；媒体报道是报道的标题"
    )
    source_url: field_types.Https | None = Field(
        None, title="来源网址", description="以 https:// 开头的完整网址"
    )
    site_published: SitePublished = None
    aliases: Annotated[tuple[field_types.BulletinId, ...], Many, Several, Distinct] = Field(
        (), title="曾用编号", description="文件夹改名之前的名字；里面的案例一并指向新网址"
    )
    allow: Allow = ()


def _no_figures() -> dict[str, str]:
    return cast(dict[str, str], MappingProxyType({}))


Figures = Annotated[
    dict[field_types.FigureLabel, field_types.Text], Many, AfterValidator(MappingProxyType)
]


class Kind(StrEnum):
    """What a file of a bulletin tells: a case, or a warning without a suspect."""

    CASE = "案例"
    NOTICE = "提示"


class CaseFields(FrontMatter):
    """The front matter of a case."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"properties": {"kind": {"const": Kind.NOTICE}}, "required": ["kind"]},
            "else": {
                "properties": {"title": {"pattern": field_types.TITLE_ENDING}},
                "required": ["stage"],
            },
        }
    )
    needed: ClassVar[frozenset[str]] = frozenset({"stage"})
    """The fields that only a notice may leave out."""

    kind: Annotated[Kind, BeforeValidator(field_types.choice(Kind))] = Field(
        Kind.CASE,
        title="种类",
        description="案例（默认）；没有犯罪嫌疑人的警示写“提示”，不写办理阶段",
    )
    title: field_types.Title = Field(
        title="标题",
        description="4–60字，以“案”结尾（提示不限），后面可以有括号里的说明，姓名隐去",
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
        None,
        title="区县",
        description="该城市所辖县级行政区的正式名称；旧名只用于当时的案件",
        examples=["晋源区"],
    )
    offence: Annotated[tuple[field_types.Text, ...], Few, Several, Distinct, NotEmpty] = Field(
        title="类型",
        description="类型页（docs/offences/ 里）的名称或别称，可以写几个，主要的在前",
        examples=["网络水军"],
    )
    charge: Annotated[tuple[field_types.Text, ...], Few, Several, Distinct] = Field(
        (),
        title="罪名",
        description="只在通报写明时填写，不推断；刑法上的罪名都可以写，可以是列表",
        examples=["侵犯公民个人信息罪", "[诈骗罪, 掩饰、隐瞒犯罪所得罪]"],
    )
    act: Annotated[tuple[field_types.Text, ...], Few, Several, Distinct] = Field(
        (),
        title="违法行为",
        description="只用于行政案件：通报写明的违法行为，或处罚的种类，可以是列表",
        examples=["散布谣言", "[散布谣言, 行政拘留]"],
    )
    agency: field_types.Text | None = Field(
        None, title="办案单位", description="通报所列单位", examples=["运城公安机关"]
    )
    stage: StageName = Field(
        Stage.NOTICE,
        validate_default=True,
        title="办理阶段",
        description="通报所述的办理阶段：" + "、".join(stage.value for stage in STATED),
    )
    step: StepName | None = Field(
        None,
        title="办理步骤",
        description="比阶段更细的一步，通报写明时填写",
        examples=["取保候审"],
    )
    people: ToldPeople | None = Field(
        None,
        title="人数",
        description="处于该阶段的人数，整数；是别的阶段的人数时写 count 和 at",
        examples=["12", "{count: 12, at: 刑事拘留}"],
    )
    amount: ToldSum | None = Field(
        None,
        title="金额",
        description="照通报原样写，数值自动计算；要写明是哪一个阶段说的，写 text 和 at",
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
    victims: Victims | None = Field(
        None,
        title="被害人",
        description="只写通报写明的：count（人数）、loss（损失），不写是谁",
        examples=["{count: 30, loss: 120余万元}"],
    )
    prosecutor: field_types.Text | None = Field(
        None, title="检察机关", description="通报所列的检察院，移送起诉以后才写"
    )
    court: field_types.Text | None = Field(
        None, title="审理法院", description="通报所列的法院，提起公诉以后才写"
    )
    sentence: field_types.Text | None = Field(
        None,
        title="判决刑罚",
        description="通报写明的刑罚，一审判决以后才写",
        examples=["有期徒刑三年，并处罚金5万元"],
    )
    outcome: field_types.Text | None = Field(
        None,
        title="处理结果",
        description="通报写明的其他结果，如撤销案件、不起诉或者处罚的内容，办结以后才写",
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
    site_published: SitePublished = None
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

    @field_validator("stage", mode="after")
    @classmethod
    def _only_a_notice_has_no_stage(cls, stage: Stage, info: ValidationInfo) -> Stage:
        kind = info.data.get("kind")
        if stage is Stage.NOTICE and kind is Kind.CASE:
            raise flaw("missing-field")
        if stage is not Stage.NOTICE and kind is Kind.NOTICE:
            raise flaw("notice-field")
        return stage

    @field_validator("title", mode="after")
    @classmethod
    def _a_case_is_called_one(cls, title: str, info: ValidationInfo) -> str:
        is_case = info.data.get("kind") is Kind.CASE
        if is_case and not re.search(field_types.TITLE_ENDING, title):
            raise flaw("title-ending", found=title)
        return title
