"""The page 数据与订阅: every output with its address, and a dictionary of every key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import ConfigDict, Field

from casebook.pages.data import Chapter, DictionaryEntry, data_view, dictionary
from casebook.pages.site import Site, SitePage, plan_site
from casebook.schema import case_record, part_records
from casebook.schema.endpoints import RESOURCES
from casebook.texts import pages as texts


class Part(part_records.ApiModel):
    """A part of the whole."""

    model_config = ConfigDict(title="部分", json_schema_extra={"description": "一部分"})

    name: str = Field(title="名称", description="叫什么")


class Whole(part_records.ApiModel):
    """One key of every kind."""

    model_config = ConfigDict(title="整体", json_schema_extra={"description": "各种各样的键"})

    text: str = Field(title="甲", description="文字")
    day: date | None = Field(title="乙", description="哪一天")
    count: int = Field(title="丙", description="多少")
    size: float | None = Field(title="丁", description="多大")
    is_it: bool = Field(title="戊", description="是不是")
    one: Part = Field(title="己", description="一部分")
    several: tuple[Part, ...] = Field(title="庚", description="几部分")
    kind: Literal["a", "b"] = Field(title="辛", description="哪一种")
    words: dict[str, str] = Field(title="壬", description="一些词")
    maybe: Part | None = Field(title="癸", description="或许一部分")


def test_the_dictionary_says_of_each_key_what_its_value_is():
    assert dictionary((Whole, Part)) == (
        Chapter(
            "整体",
            "各种各样的键",
            (
                DictionaryEntry("text", "甲", "文字", "文字"),
                DictionaryEntry("day", "乙", "日期，或者null", "哪一天"),
                DictionaryEntry("count", "丙", "整数", "多少"),
                DictionaryEntry("size", "丁", "数，或者null", "多大"),
                DictionaryEntry("is_it", "戊", "true或false", "是不是"),
                DictionaryEntry("one", "己", "“部分”", "一部分"),
                DictionaryEntry("several", "庚", "列表，每项是“部分”", "几部分"),
                DictionaryEntry("kind", "辛", "文字", "哪一种"),
                DictionaryEntry("words", "壬", "名目和文字", "一些词"),
                DictionaryEntry("maybe", "癸", "“部分”，或者null", "或许一部分"),
            ),
        ),
        Chapter("部分", "一部分", (DictionaryEntry("name", "名称", "文字", "叫什么"),)),
    )


def below(model: type[part_records.ApiModel]) -> Iterator[type[part_records.ApiModel]]:
    """The models that extend another; those without a title are no record."""
    for one in model.__subclasses__():
        if "title" in one.model_config:
            yield one
        yield from below(one)


def test_every_record_of_the_interface_has_a_chapter():
    known = {chapter.title for chapter in data_view((), ())["chapters"]}
    told = {
        model.model_config["title"]
        for model in below(part_records.ApiModel)
        if model.__module__.startswith("casebook.schema.")
        if model is not case_record.CaseInShortRecord
    }
    assert told == known


def page_of(site: Site) -> SitePage:
    (found,) = (page for page in site.pages if page.address == "data/")
    return found


def test_the_page_leads_to_every_output(content):
    content.page("data.md", "数据与订阅")
    content.case("2024-09-01-shanxi/01")
    page = page_of(plan_site(content.library()))
    assert page.template == "data.html"
    assert [one.address for one in page.view["resources"]] == [one.address for one in RESOURCES]
    assert list(page.view["tables"]) == ["cases.xlsx", "cases.csv"]
    assert list(page.view["feeds"]) == ["feed.xml", "feed.json"]
    assert [term.address for term in page.view["fed"]] == [
        "offences/hacking/",
        "offences/posters/",
        "cities/taiyuan/",
    ]


def test_other_pages_show_their_text_alone(content):
    content.page("tips.md", "防范提示")
    content.case("2024-09-01-shanxi/01")
    (page,) = (one for one in plan_site(content.library()).pages if one.address == "tips/")
    assert (page.template, list(page.view)) == ("page.html", ["page_fields"])


def test_there_is_a_name_for_every_file():
    assert {one.title for one in RESOURCES} == set(texts.table("DATA_FILES").values())


def test_the_built_page_leads_nowhere_in_vain(addressed):
    page = addressed.page("data/")
    links = [str(link["href"]) for link in page.article.find_all("a", href=True)]
    files = [addressed.file_at(page.leads_to(link)) for link in links]
    assert [path.name for path in files if not path.is_file()] == []
    wanted = {"feed.xml", "feed.json", "cases.csv", "cases.xlsx", "openapi.json", "index.json"}
    assert wanted <= {path.name for path in files}
