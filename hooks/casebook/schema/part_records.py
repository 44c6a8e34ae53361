"""The models and types shared by the records of cases and of lists."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from casebook.content.amount import Qualifier


def about(title: str, description: str) -> ConfigDict:
    """The pydantic configuration of a model, with its title and description for readers."""
    return ConfigDict(title=title, json_schema_extra={"description": description})


class ApiModel(BaseModel):
    """The base of all records: frozen, without optional keys; a nested record may be given as an
    object with its keys as attributes."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


SourceKind = Literal["通报", "媒体报道", "转载"]

Time = datetime

Day = date
"""An alias that no field named `date` shadows."""

Address = Annotated[
    str, Field(title="地址", description="网页在本站的地址，从站名以后写起；首页为空")
]
Url = Annotated[
    str | None, Field(title="网址", description="网页的完整网址；本站没有填写网址时为空")
]
Id = Annotated[
    str, Field(title="编号", description="案例编号：通报编号、斜杠、通报中的序号；不会改给别的案例")
]
Number = Annotated[int, Field(title="序号", description="在通报中是第几起")]
BulletinId = Annotated[str, Field(title="通报编号", description="发布日期加地名")]
Count = Annotated[int, Field(title="案例数", description="本站现在列出多少起；草稿和已撤回的不算")]
Slug = Annotated[str, Field(title="代号", description="网址中的写法，不会改变")]


_Qualifier = Annotated[
    Qualifier, WithJsonSchema({"type": "string", "enum": [one.value for one in Qualifier]})
]


class PlaceRecord(ApiModel):
    """A place of the gazetteer."""

    model_config = about("行政区", "省、市或者区县")

    code: str = Field(title="代码", description="GB/T 2260行政区划代码")
    name: str = Field(title="名称", description="正式名称")
    slug: Slug


class CaseCityRecord(PlaceRecord):
    """A city of a case."""

    model_config = about("案例的城市", "现在的城市，以及通报中的名称")

    printed: str = Field(title="通报中的名称", description="从前的名称照写，没有改过的与名称相同")


class CaseDistrictRecord(ApiModel):
    """The district of a case, as printed and, where it is known, today's."""

    model_config = about("案例的区县", "现在的区县，以及通报中的名称；不能确定现在的区县的只有名称")

    code: str | None = Field(title="代码", description="GB/T 2260行政区划代码")
    name: str | None = Field(title="名称", description="现在的正式名称")
    slug: str | None = Field(title="代号", description="网址中的写法，不会改变")
    printed: str = Field(title="通报中的名称", description="从前的名称照写，没有改过的与名称相同")


class OffenceRecord(ApiModel):
    """The offence group of a case."""

    model_config = about("类型", "本站编辑口径的分类，不代表定性")

    slug: Slug
    title: str = Field(title="名称", description="类型的名称")


class StatedChargeRecord(ApiModel):
    """A charge that the bulletin states."""

    model_config = about("通报写明的罪名", "罪名和它在刑法中的条文")

    name: str = Field(title="罪名", description="照通报的写法")
    article: str = Field(title="条文", description="刑法条文")


class StatedActRecord(ApiModel):
    """An unlawful act or a kind of penalty that the bulletin of an administrative case states."""

    model_config = about("违法行为或者处罚种类", "行政案件写明的违法行为，或者处罚的种类")

    id: Slug
    name: str = Field(title="名称", description="照通报的写法")


class CaseLawRecord(ApiModel):
    """An article of law on the page of a case."""

    model_config = about("案例的条文", "案例页上列出的条文，不是对本案的定性")

    name: str = Field(title="法律", description="法律名称")
    article: str = Field(title="条文", description="第几条")
    version: str | None = Field(title="版本", description="哪一次通过或者修改的文本")
    in_force_from: Day | None = Field(title="施行日期", description="这个文本从哪一天起施行")
    in_force_until: Day | None = Field(
        title="失效日期", description="这个文本施行到哪一天；现行的为空"
    )


class StageRecord(ApiModel):
    """The stage of the handling of a case."""

    model_config = about("办理阶段", "案件办到了哪一步；不同阶段的数字不能相加")

    slug: Slug
    name: str = Field(title="名称", description="阶段的名称")


class PartRecord(ApiModel):
    """A step of the proceedings, finer than their stage."""

    model_config = about("办理步骤", "比办理阶段更细的一步，通报写明的才有")

    key: str = Field(title="代号", description="供程序使用，不会改变")
    name: str = Field(title="名称", description="步骤的名称")


class StepRecord(ApiModel):
    """A step in the handling of a case, as published by its source."""

    model_config = about("办理进程", "通报时的阶段，或者后来的一次进展")

    date: str = Field(
        title="日期", description="到年、到月或者到日；第一步是通报的发布日期，不是办理的日期"
    )
    stage: StageRecord = Field(title="办理阶段", description="办到了哪一步")
    step: PartRecord | None = Field(title="办理步骤", description="比阶段更细的一步")
    note: str | None = Field(title="说明", description="进展的说明")
    source_url: str | None = Field(title="来源网址", description="进展的来源")


class MoneyRecord(ApiModel):
    """A sum of money as written in the bulletin, with its numeric value."""

    model_config = about("钱数", "通报写明的钱数，以及由它换算的数")

    text: str = Field(title="金额", description="照通报原样写；以它为准")
    qualifier: _Qualifier = Field(
        title="金额说法",
        description="exact（正好）、over（多于）、nearly（不足）、about（大约）、range（一个范围）",
    )
    # Not int: the privacy scan takes integers of eleven digits for mobile numbers.
    yuan: float = Field(
        title="金额（元）",
        description="换算成元，范围取较小的数；通报只说数量级的（如上亿元）取一个单位",
    )
    upper: float | None = Field(title="金额上限（元）", description="范围中较大的数")


class AmountRecord(MoneyRecord):
    """An amount as written in the bulletin, with what it is called there."""

    model_config = about("金额", "通报写明的金额，以及由它换算的数")

    label: str = Field(title="金额名目", description="通报对这笔钱的称呼")
    at: StageRecord | None = Field(
        title="金额所指阶段", description="这笔金额是哪一个办理阶段说的；没有写明的为空"
    )


class CorrectionRecord(ApiModel):
    """A correction of published content."""

    model_config = about("更正", "本站对已发布内容的更正")

    date: Day = Field(title="日期", description="更正的日期")
    note: str = Field(title="说明", description="更正了什么")


class CaseBulletinRecord(ApiModel):
    """The bulletin that a case comes from."""

    model_config = about("案例的通报", "案例出自哪一期通报；转载时请写明")

    id: BulletinId
    title: str = Field(title="通报标题", description="通报的标题")
    publisher: str = Field(title="发布单位", description="通报的发布单位")
    published: Day = Field(
        title="发布日期",
        description="通报的发布日期；媒体报道是公安机关通报的日期，不是见报的日期；转载是转载的日期",
    )
    source: str = Field(title="来源", description="案例依据什么文本编写；转载、引用时请写明")
    source_kind: SourceKind = Field(
        title="来源性质", description="通报（单位自己发布的）、媒体报道或者转载"
    )
    medium: str | None = Field(
        title="刊发媒体", description="刊登报道的媒体，或者转载的网站、账号；没有写明的为空"
    )
    reposted_from: str | None = Field(title="转载自", description="转载写明的出处")
    site_published: Time | None = Field(
        title="本站发布时间", description="通报在本站公开的时间；没有记录的为空"
    )
    source_title: str | None = Field(
        title="原标题", description="所依据文本的标题；媒体报道是报道的标题"
    )
    source_url: str | None = Field(title="来源网址", description="来源的网址")


class AlsoInRecord(ApiModel):
    """Another bulletin that contains the same case."""

    model_config = about("另见通报", "载有同一案件的其他通报；案件只计一次")

    bulletin: BulletinId
    number: Number
