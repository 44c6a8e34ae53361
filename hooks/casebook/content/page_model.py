"""The models of the front matter of hand-written pages: groups, search, corrections, others."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from casebook.content import field_types
from casebook.content.field_types import flaw
from casebook.content.model_base import Allow, Distinct, FrontMatter, Several, SitePublished
from casebook.content.problem import nearest
from casebook.content.retention_rule import Days, RetentionRule

MovedFrom = Annotated[
    tuple[field_types.FormerAddress, ...],
    Several,
    Distinct,
    Field(
        title="旧地址",
        description="页面移动之前的网址，从站名以后写起",
        examples=["[events/2024-park/]"],
    ),
]
"""The former addresses of a hand-written page."""


class Charge(FrontMatter):
    """A charge that belongs to an offence group."""

    name: field_types.Text = Field(title="罪名", description="以“罪”结尾")
    slug: field_types.Slug = Field(title="地址", description="网址中的写法")
    article: field_types.Text = Field(title="条文", description="刑法条文")


class Law(FrontMatter):
    """An article of law explained on an offence page."""

    name: field_types.Text = Field(title="法律", description="法律名称，不写版本")
    article: field_types.Text = Field(title="条文", description="第几条")
    text: field_types.LongText = Field(title="说明", description="用自己的话说明")
    as_of: field_types.FullDate = Field(title="文本日期", description="所据的文本是哪一天取得的")
    version: field_types.Text | None = Field(
        None, title="版本", description="法律的哪一个文本", examples=["2025年修订文本"]
    )
    in_force_from: field_types.FullDate | None = Field(
        None, title="施行日期", description="这一文本开始施行的日期"
    )
    in_force_until: field_types.FullDate | None = Field(
        None, title="施行至", description="这一文本施行的最后一天；现行的不写"
    )

    @field_validator("in_force_until")
    @classmethod
    def _ends_after_its_start(cls, until: date | None, info: ValidationInfo) -> date | None:
        start = info.data.get("in_force_from")
        if until and start and until <= start:
            raise flaw("law-dates", found=until, earlier=start)
        return until


class QuizCard(FrontMatter):
    """A question with the answers to choose from, made for school classes."""

    question: field_types.Text = Field(title="问题", description="一句话的情景或问题")
    options: Annotated[tuple[field_types.Text, ...], Distinct, Field(min_length=2)] = Field(
        title="选项", description="至少两项，每项一行"
    )
    answer: field_types.Text = Field(title="答案", description="选项之一，原样照写")
    why: field_types.LongText = Field(title="解释", description="为什么，用自己的话说")

    @field_validator("answer")
    @classmethod
    def _answer_is_an_option(cls, answer: str, info: ValidationInfo) -> str:
        options = info.data.get("options", (answer,))
        if answer not in options:
            raise flaw("quiz-answer", found=answer, nearest=nearest(answer, options))
        return answer


class OffenceFields(FrontMatter):
    """The front matter of an offence group's page."""

    title: field_types.Text = Field(title="名称", description="类型的名称")
    order: field_types.Count = Field(title="次序", description="列表中的次序")
    icon: field_types.Text = Field(title="图标", description="图标名")
    summary: field_types.Summary = Field(title="摘要", description="一句话，20–120字")
    aliases: Annotated[tuple[field_types.Text, ...], Several, Distinct] = Field(
        (), title="别称", description="通报中的其他叫法"
    )
    charges: tuple[Charge, ...] = Field(
        (), title="罪名", description="属于本类型的罪名：name、slug、article"
    )
    laws: tuple[Law, ...] = Field(
        (),
        title="法律",
        description="name、article、text、as_of，可加 version、in_force_from、in_force_until",
    )
    quiz: tuple[QuizCard, ...] = Field(
        (), title="翻翻卡", description="知识问答：question、options、answer、why"
    )
    moved_from: MovedFrom = ()
    allow: Allow = ()


Synonyms = Annotated[tuple[field_types.Synonym, ...], Distinct, Field(min_length=2)]
"""Terms that are equivalent in the search."""


class SearchFields(FrontMatter):
    """The front matter of the search page."""

    title: field_types.Text = Field(title="标题", description="页面标题")
    summary: field_types.Text | None = Field(None, title="摘要", description="一句话介绍")
    synonyms: tuple[Synonyms, ...] = Field(
        (),
        title="同义词",
        description="每行一组，每组两种以上的说法，每种2–30字；一种说法只写在一组里",
        examples=["- [帮信罪, 帮信]"],
    )
    allow: Allow = ()


class CorrectionsFields(FrontMatter):
    """The front matter of the page of corrections and withdrawals."""

    title: field_types.Text = Field(title="标题", description="页面标题")
    summary: field_types.Text | None = Field(None, title="摘要", description="一句话介绍")
    retention: tuple[RetentionRule, ...] = Field(
        (),
        title="保留期限",
        description="每条规则写 stage（阶段，可以是列表，或“全部”）、years（通报发布后满几年）、"
        "action（复核、隐去或撤回），可加 offence（类型）",
        examples=["- {stage: 判决生效, years: 3, action: 隐去}"],
    )
    enforce_after_days: Days = Field(
        30,
        title="宽限天数",
        description="应当撤回、隐去的，到期以后超过几天还没有处理，政府网站就不能生成；"
        "0–365的整数，默认30",
        examples=["30"],
    )
    allow: Allow = ()


class PageFields(FrontMatter):
    """The front matter of any other hand-written page."""

    title: field_types.Text = Field(title="标题", description="页面标题")
    summary: field_types.Text | None = Field(None, title="摘要", description="一句话介绍")
    date: field_types.Partial | None = Field(None, title="日期", description="活动日期")
    place: field_types.Text | None = Field(None, title="地点", description="活动地点")
    published: field_types.FullDate | None = Field(
        None, title="来源发布日期", description="来源写明的发布日期；没有写明的不写"
    )
    source: field_types.Text | None = Field(
        None, title="来源", description="内容的来源：媒体的名称和日期，没有写明的照实说没有写明"
    )
    site_published: SitePublished = None
    moved_from: MovedFrom = ()
    allow: Allow = ()
