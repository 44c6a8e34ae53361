"""The models of the records of places, offence groups and bulletins, and of the lists."""

from __future__ import annotations

from pydantic import Field

from casebook.schema import part_records as parts
from casebook.schema.case_record import CaseInShortRecord, WithdrawnCaseRecord


class PlaceCountRecord(parts.PlaceRecord):
    """A place that has cases, with their number."""

    model_config = parts.about("有案例的行政区", "省、市或者区县，以及其中的案例数")

    address: parts.Address
    url: parts.Url
    count: parts.Count


class CityRecord(PlaceCountRecord):
    """A city that has cases."""

    model_config = parts.about(
        "城市", "有案例的地级行政区或者直辖市；一起案例在几个城市，就各算一次"
    )

    province: parts.PlaceRecord = Field(title="省份", description="所在的省；直辖市就是它自己")
    districts: tuple[PlaceCountRecord, ...] = Field(title="区县", description="其中有案例的区县")


class ChargeRecord(parts.ApiModel):
    """A charge that belongs to an offence group."""

    model_config = parts.about("罪名", "与类型有关的罪名")

    slug: parts.Slug
    name: str = Field(title="罪名", description="罪名")
    article: str = Field(title="条文", description="刑法条文")


class LawRecord(parts.CaseLawRecord):
    """An article of law explained on the page of an offence group."""

    model_config = parts.about("法律", "与类型有关的条文大意，不是法律原文")

    text: str = Field(title="大意", description="用平常话写的说明")
    as_of: parts.Day = Field(title="文本日期", description="所据的文本是哪一天取得的")


class OffenceGroupRecord(parts.OffenceRecord):
    """An offence group with the charges and laws of its page."""

    model_config = parts.about("类型页", "一个类型，以及与它有关的罪名和法律")

    address: parts.Address
    url: parts.Url
    summary: str = Field(title="摘要", description="一句话说明")
    charges: tuple[ChargeRecord, ...] = Field(title="罪名", description="与本类型有关的罪名")
    laws: tuple[LawRecord, ...] = Field(title="法律", description="与本类型有关的条文大意")
    count: parts.Count


class OmittedRecord(parts.ApiModel):
    """A case of a bulletin that is not published on the site."""

    model_config = parts.about("未发布的案例", "通报里有、本站没有发布的案例")

    number: parts.Number
    reason: str = Field(title="原因", description="为什么没有发布")


class BulletinRecord(parts.CaseBulletinRecord):
    """A bulletin and the ids of its cases."""

    model_config = parts.about("通报", "一期通报，以及其中的案例")

    address: parts.Address
    url: parts.Url
    province: str = Field(title="省份", description="案例所在的省；来自几个省的写“全国”")
    campaign: str | None = Field(title="专项行动", description="所属的专项行动")
    expected: int = Field(title="通报案例数", description="通报宣布的案例数")
    omitted: tuple[OmittedRecord, ...] = Field(
        title="未发布的案例", description="通报里有、本站没有发布的案例"
    )
    cases: tuple[parts.Id, ...] = Field(title="案例", description="本站列出的案例的编号")
    withdrawn: tuple[parts.Id, ...] = Field(title="已撤回", description="已撤回的案例的编号")


class CaseList(parts.ApiModel):
    """All cases without their texts, and the withdrawn ones."""

    model_config = parts.about("全部案例", "全部案例的简表，按案件日期从新到旧；以及已撤回的案例")

    count: parts.Count
    cases: tuple[CaseInShortRecord, ...] = Field(title="案例", description="案例简表")
    withdrawn: tuple[WithdrawnCaseRecord, ...] = Field(
        title="已撤回的案例", description="转载过的，请一并撤下"
    )


class RecentList(parts.ApiModel):
    """The most recently published cases."""

    model_config = parts.about("最新案例", "最近发布的案例，按通报的发布日期从新到旧")

    cases: tuple[CaseInShortRecord, ...] = Field(title="案例", description="案例简表")


class BulletinList(parts.ApiModel):
    """All bulletins."""

    model_config = parts.about("全部通报", "全部通报，按发布日期从新到旧")

    bulletins: tuple[BulletinRecord, ...] = Field(title="通报", description="通报")


class CityList(parts.ApiModel):
    """All places that have cases."""

    model_config = parts.about("全部地区", "有案例的省和城市；全省性的案例只算在省里")

    provinces: tuple[PlaceCountRecord, ...] = Field(title="省份", description="有案例的省")
    cities: tuple[CityRecord, ...] = Field(title="城市", description="有案例的城市")


class OffenceList(parts.ApiModel):
    """All offence groups."""

    model_config = parts.about("全部类型", "全部类型，没有案例的也在内")

    offences: tuple[OffenceGroupRecord, ...] = Field(title="类型", description="类型")


class DataFile(parts.ApiModel):
    """A file of the interface."""

    model_config = parts.about("数据文件", "数据接口的一个文件")

    title: str = Field(title="名称", description="文件的名称")
    address: str = Field(title="地址", description="文件在本站的地址；大括号里的换成通报编号和序号")
    url: str | None = Field(title="网址", description="文件的完整网址；本站没有填写网址时为空")


class Counts(parts.ApiModel):
    """The numbers of cases, withdrawn cases, bulletins, cities and offence groups."""

    model_config = parts.about("数量", "本站现在有多少内容")

    cases: int = Field(title="案例", description="列出的案例")
    withdrawn: int = Field(title="已撤回", description="已撤回的案例")
    bulletins: int = Field(title="通报", description="通报")
    cities: int = Field(title="城市", description="有案例的城市")
    offences: int = Field(title="类型", description="类型")


class Index(parts.ApiModel):
    """The index of the interface: its version, its files and the counts."""

    model_config = parts.about("目录", "数据接口有哪些文件，有多少内容")

    version: str = Field(title="版本", description="接口的版本；同一版本里，键只会增加")
    name: str = Field(title="站名", description="网站的名称")
    description: str = Field(title="简介", description="网站的简介")
    url: parts.Url
    documentation: str = Field(title="说明", description="说明页在本站的地址")
    latest: parts.Day | None = Field(title="最新日期", description="最近一期通报的发布日期")
    counts: Counts = Field(title="数量", description="本站现在有多少内容")
    files: tuple[DataFile, ...] = Field(title="文件", description="数据接口的文件")
