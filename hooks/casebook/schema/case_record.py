"""Records: what programs are told of a case.

The models here and in `register` are the one definition of the data interface: its files, its
description for programs and the dictionary that people read come from them. A key that was once
published stays.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, RootModel

from casebook.schema.part_records import (
    Address,
    AlsoInRecord,
    AmountRecord,
    ApiModel,
    BulletinId,
    CaseBulletinRecord,
    CorrectionRecord,
    Day,
    Id,
    Number,
    OffenceRecord,
    PlaceRecord,
    StageRecord,
    StepRecord,
    Url,
    about,
)


class CaseInShortRecord(ApiModel):
    """A published case without its text."""

    model_config = about("案例简表", "一起案例的全部要素，不带正文")

    status: Literal["published"] = Field(title="状态", description="published：已发布")
    id: Id
    number: Number
    address: Address
    url: Url
    title: str = Field(title="标题", description="案例的标题，姓名已隐去")
    date: str = Field(
        title="日期", description="公安机关发现或侦破的日期：2024、2024-04或者2024-04-09"
    )
    date_precision: Literal["year", "month", "day"] = Field(
        title="日期精度", description="year（到年）、month（到月）、day（到日）"
    )
    province: PlaceRecord | None = Field(title="省份", description="通报没有写明的为空")
    cities: tuple[PlaceRecord, ...] = Field(title="城市", description="全省性的案例没有城市")
    district: PlaceRecord | None = Field(title="区县", description="通报没有写明的为空")
    offences: tuple[OffenceRecord, ...] = Field(
        title="类型", description="本站编辑口径，不代表定性；主要的在前"
    )
    charge: str | None = Field(
        title="罪名", description="通报写明的才有；通报时判决还没有生效的，都是涉嫌的罪名"
    )
    agency: str | None = Field(title="办案单位", description="通报所列的单位")
    stage: StageRecord = Field(title="办理阶段", description="本站已知的最新阶段")
    is_judged: bool = Field(
        title="判决是否生效",
        description="未经人民法院依法判决，对任何人都不得确定有罪；转载时请保留这句话",
    )
    steps: tuple[StepRecord, ...] = Field(
        title="办理进程", description="通报时的阶段和后来的进展，按先后排列"
    )
    people: int | None = Field(
        title="人数",
        description="通报中处于当时阶段的人数，不是现在阶段的；行政案件不写，不同阶段的不能相加",
    )
    amount: AmountRecord | None = Field(title="金额", description="通报写明的金额")
    figures: dict[str, str] = Field(title="其他数据", description="名目和通报中的写法")
    summary: str = Field(title="摘要", description="一两句话")
    published: Day = Field(title="发布日期", description="通报的发布日期")
    bulletin: CaseBulletinRecord = Field(title="通报", description="案例出自哪一期通报")
    related: tuple[Id, ...] = Field(title="相关案例", description="相关案例的编号")
    also_in: tuple[AlsoInRecord, ...] = Field(
        title="另见通报", description="载有同一案件的其他通报；案件只计一次"
    )
    corrections: tuple[CorrectionRecord, ...] = Field(title="更正", description="本站的更正")
    aliases: tuple[Id, ...] = Field(title="曾用编号", description="从前的编号，现在指向本案")
    modified: Day | None = Field(
        title="修改日期", description="最近一次更正或者后续进展的日期；没有的为空"
    )


class CaseRecord(CaseInShortRecord):
    """A published case."""

    model_config = about("案例", "一起案例的全部要素和正文")

    text: tuple[str, ...] = Field(title="正文", description="一段一项，小标题也是一项")


class WithdrawnCaseRecord(ApiModel):
    """A withdrawn case: that it was, when and why, and nothing of what it said."""

    model_config = about("已撤回的案例", "本站撤下的案例；转载的请一并撤下")

    status: Literal["withdrawn"] = Field(title="状态", description="withdrawn：已撤回")
    id: Id
    number: Number
    bulletin: BulletinId
    address: Address
    url: Url
    date: Day = Field(title="撤回日期", description="撤回的日期")
    reason: str = Field(title="撤回原因", description="撤回的原因")


class MovedCaseRecord(ApiModel):
    """A former id, which leads to the case of today."""

    model_config = about("已移动的案例", "从前的编号，以及案例现在的编号和地址")

    status: Literal["moved"] = Field(title="状态", description="moved：编号已更改")
    id: Id
    moved_to: Id = Field(title="现在的编号", description="案例现在的编号")
    address: Address
    url: Url


AnyCase = Annotated[
    CaseRecord | WithdrawnCaseRecord | MovedCaseRecord, Field(discriminator="status")
]


class CaseFile(RootModel[AnyCase]):
    """What stands at the address of one case, told apart by its status."""

    model_config = about("一起案例的文件", "由status分清：案例、已撤回的案例、已移动的案例")


Model = type[ApiModel] | type[CaseFile]
"""What a file of the interface can hold."""
