"""Rows: a case as a line of a table; the columns are the fields, headed by their titles."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from casebook.schema.case_record import CaseInShortRecord, WithdrawnCaseRecord
from casebook.schema.part_records import AmountRecord, ApiModel, PlaceRecord, about
from casebook.texts import pages as texts

Cell = str | float | None


class Row(ApiModel):
    """A line of the table of cases; of a withdrawn case only that, when and why."""

    model_config = about("案例表", "每起案例一行；已撤回的只有编号、状态、撤回日期和原因")

    id: str = Field(title="编号", description="案例编号：通报编号、斜杠、通报中的序号")
    status: str = Field(title="状态", description="已发布或者已撤回")
    title: str | None = Field(None, title="标题", description="案例的标题，姓名已隐去")
    date: str | None = Field(None, title="日期", description="到年、到月或者到日，不去猜")
    province: str | None = Field(None, title="省份", description="通报没有写明的为空")
    cities: str | None = Field(None, title="城市", description="几个城市用顿号隔开")
    city_codes: str | None = Field(
        None, title="城市代码", description="GB/T 2260行政区划代码，与城市一一对应"
    )
    district: str | None = Field(None, title="区县", description="通报没有写明的为空")
    offences: str | None = Field(
        None, title="类型", description="本站编辑口径，不代表定性；几个类型用顿号隔开"
    )
    charge: str | None = Field(
        None, title="罪名", description="通报写明的才有；通报时判决还没有生效的，都是涉嫌的罪名"
    )
    agency: str | None = Field(None, title="办案单位", description="通报所列的单位")
    stage: str | None = Field(None, title="办理阶段", description="本站已知的最新阶段")
    people: int | None = Field(
        None, title="人数", description="通报时处于当时阶段的人数，不是现在阶段的；行政案件不写"
    )
    amount_label: str | None = Field(None, title="金额名目", description="通报对这笔钱的称呼")
    amount: str | None = Field(None, title="金额", description="照通报原样写；以它为准")
    yuan: float | None = Field(
        None, title="金额（元）", description="换算成元，范围取较小的数；只说数量级的取一个单位"
    )
    upper: float | None = Field(None, title="金额上限（元）", description="范围中较大的数")
    figures: str | None = Field(
        None, title="其他数据", description="名目和通报中的写法，用分号隔开"
    )
    summary: str | None = Field(None, title="摘要", description="一两句话")
    bulletin: str | None = Field(None, title="通报标题", description="通报的标题")
    publisher: str | None = Field(None, title="发布单位", description="通报的发布单位")
    published: str | None = Field(None, title="发布日期", description="通报的发布日期")
    source_url: str | None = Field(None, title="来源网址", description="来源的网址")
    address: str | None = Field(None, title="网页", description="完整网址；不知道时从站名以后写起")
    modified: str | None = Field(
        None, title="修改日期", description="最近一次更正或者后续进展的日期"
    )
    withdrawn: str | None = Field(None, title="撤回日期", description="撤回的日期")
    reason: str | None = Field(None, title="撤回原因", description="撤回的原因")


HEAD = tuple(str(field.title) for field in Row.model_fields.values())
"""The titles of the columns."""


def cells(case: CaseInShortRecord | WithdrawnCaseRecord) -> tuple[Cell, ...]:
    """The line of a case, its values in the order of the columns."""
    found = _withdrawn(case) if isinstance(case, WithdrawnCaseRecord) else _published(case)
    return tuple(map(found.get, Row.model_fields))


def _withdrawn(case: WithdrawnCaseRecord) -> dict[str, Cell]:
    return {
        "id": case.id,
        "status": texts.STATUS[case.status],
        "withdrawn": case.date.isoformat(),
        "reason": case.reason,
    }


def _published(case: CaseInShortRecord) -> dict[str, Cell]:
    return {
        "id": case.id,
        "status": texts.STATUS[case.status],
        "title": case.title,
        "date": case.date,
        **_places(case),
        "offences": texts.SEVERAL.join(group.title for group in case.offences),
        "charge": case.charge,
        "agency": case.agency,
        "stage": case.stage.name,
        "people": case.people,
        **_money(case.amount),
        "figures": _figures(case),
        "summary": case.summary,
        "bulletin": case.bulletin.title,
        "publisher": case.bulletin.publisher,
        "published": _day(case.published),
        "source_url": case.bulletin.source_url,
        "address": case.url or case.address,
        "modified": _day(case.modified),
    }


def _places(case: CaseInShortRecord) -> dict[str, Cell]:
    return {
        "province": case.province.name if case.province else None,
        "cities": _joined(case.cities, "name"),
        "city_codes": _joined(case.cities, "code"),
        "district": case.district.name if case.district else None,
    }


def _money(amount: AmountRecord | None) -> dict[str, Cell]:
    if amount is None:
        return {}
    found = {"yuan": amount.yuan, "upper": amount.upper}
    return {"amount_label": amount.label, "amount": amount.text, **found}


def _figures(case: CaseInShortRecord) -> str | None:
    told = (texts.FIGURE.format(label=label, text=text) for label, text in case.figures.items())
    return texts.FIGURES.join(told) or None


def _joined(places: tuple[PlaceRecord, ...], name: str) -> str | None:
    return texts.SEVERAL.join(getattr(place, name) for place in places) or None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
