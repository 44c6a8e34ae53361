"""The data interface: its files, and the description that they keep to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from casebook.build.text_extraction import texts_of_json
from casebook.config.site_config import SiteConfig
from casebook.names.personal_data import personal_data
from casebook.outputs import api
from casebook.outputs.api.openapi import description
from casebook.schema.case_record import CaseRecord
from casebook.schema.endpoints import FOLDER
from casebook.schema.list_records import CaseList

from ..sites.make import Content
from .contexts import ADDRESS, DESCRIPTION, NAME, context, small_content

FIRST, SECOND, DRAFT = (f"2024-09-01-shanxi/{number:02}" for number in (1, 2, 3))
FORMER = "2023-01-01-shanxi/09"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """Three cases, of which one is withdrawn, one a draft and one moved here."""
    made = small_content(tmp_path)
    made.case(FIRST, aliases=[FORMER], amount="138.1亿元", people="2", date="2024-05-06")
    made.case(
        SECOND,
        "## 案情\n\n撤回之前的正文。\n",
        title="撤回之前的标题案",
        summary="撤回之前的摘要，写明了有人涉嫌有偿点赞和评论。",
        agency="撤回之前的单位",
        city="大同市",
        status="withdrawn",
        withdrawn={"date": "2024-12-01", "reason": "事实需要核实"},
    )
    made.case(DRAFT, "## 案情\n\n草稿的正文。\n", status="draft")
    return made


def said(content: Content, address: str = "") -> dict[str, Any]:
    """What each file says, by its address below the interface."""
    found = api.files(context(content, address))
    return {name.removeprefix(FOLDER): json.loads(file) for name, file in found}


def test_the_files(content):
    assert list(said(content)) == [
        "index.json",
        "cases.json",
        f"cases/{FIRST}.json",
        f"cases/{SECOND}.json",
        f"cases/{FORMER}.json",
        "recent.json",
        "bulletins.json",
        "cities.json",
        "offences.json",
        "openapi.json",
    ]


def test_files_that_were_put_together_are_what_their_models_write(content):
    content.case("2024-09-01-shanxi/04", "## 案情\n\n“甲”\\\\乙\n", title="“cases”:[]案")
    for address in ("", ADDRESS):
        files = dict(api.files(context(content, address)))
        for name, model in (("cases.json", CaseList), (f"cases/{FIRST}.json", CaseRecord)):
            written = files[FOLDER + name]
            assert model.model_validate_json(written).model_dump_json().encode() == written
        listed = CaseList.model_validate_json(files[f"{FOLDER}cases.json"])
        assert (listed.count, len(listed.cases), len(listed.withdrawn)) == (2, 2, 1)


def test_every_file_lies_in_the_folder_that_keeps_its_address(content):
    assert {name[:7] for name, _ in api.files(context(content))} == {"api/v1/"}


def test_the_index_says_what_there_is(content):
    found = said(content, ADDRESS)["index.json"]
    files = found.pop("files")
    assert found == {
        "version": "1.0.0",
        "name": NAME,
        "description": DESCRIPTION,
        "url": ADDRESS,
        "documentation": "data/",
        "latest": "2024-09-01",
        "counts": {"cases": 1, "withdrawn": 1, "bulletins": 1, "cities": 1, "offences": 2},
    }
    assert files[1] == {
        "title": "全部案例的简表，以及已撤回的案例",
        "address": "api/v1/cases.json",
        "url": f"{ADDRESS}api/v1/cases.json",
    }
    assert [one["address"] for one in files][-4:] == [
        "cases.xlsx",
        "cases.csv",
        "feed.xml",
        "feed.json",
    ]


def test_a_site_of_nothing_but_drafts_has_an_index(tmp_path):
    made = small_content(tmp_path)
    made.case(FIRST, status="draft")
    found = said(made)
    assert found["index.json"]["latest"] is None
    assert found["cases.json"] == {"count": 0, "cases": [], "withdrawn": []}


def test_one_file_says_where_a_case_is(content):
    found = said(content)
    kinds = {name: found[f"cases/{name}.json"]["status"] for name in (FIRST, SECOND, FORMER)}
    assert kinds == {FIRST: "published", SECOND: "withdrawn", FORMER: "moved"}
    assert found[f"cases/{FORMER}.json"]["moved_to"] == FIRST


def test_the_list_is_the_cases_without_their_texts(content):
    found = said(content)
    whole = found[f"cases/{FIRST}.json"]
    assert whole.pop("laws") == []
    assert whole.pop("text") == ["案情", f"据通报，这是{FIRST}的案情。"]
    gone = [found[f"cases/{SECOND}.json"]]
    assert found["cases.json"] == {"count": 1, "cases": [whole], "withdrawn": gone}
    assert found["recent.json"] == {"cases": [whole]}


def test_a_case_tells_the_laws_of_its_page(tmp_path):
    made = small_content(tmp_path)
    made.case(FIRST, stage="行政处罚", act="散布谣言", date="2024-10", charge=None)
    assert said(made)[f"cases/{FIRST}.json"]["laws"] == [
        {
            "name": "治安管理处罚法",
            "article": "第二十五条第一项",
            "version": "2012年修正文本",
            "in_force_from": "2013-01-01",
            "in_force_until": "2025-12-31",
        }
    ]


def test_nothing_of_a_withdrawn_case_or_a_draft_is_left(content):
    everything = b"".join(file for _, file in api.files(context(content, with_drafts=True)))
    words = ("撤回之前的", "大同市", "草稿的正文", DRAFT)
    assert [word for word in words if word.encode() in everything] == []


def test_the_files_are_short_and_plain(content):
    files = dict(api.files(context(content)))
    assert files[f"{FOLDER}cities.json"].startswith(
        '{"provinces":[{"code":"140000","name":"山西省",'.encode()
    )
    assert files[f"{FOLDER}openapi.json"].startswith(
        f'{{"openapi":"3.1.0","info":{{"title":"{NAME}数据接口",'.encode()
    )


def test_the_same_edition_gives_the_same_bytes(content):
    assert list(api.files(context(content))) == list(api.files(context(content)))


def test_the_last_inspection_finds_nobody_in_numbers(content):
    texts = [
        text for _, file in api.files(context(content)) for text in texts_of_json(file.decode())
    ]
    assert any("138.1亿元" in text for text in texts)
    assert [finding for text in texts for finding in personal_data(text)] == []


# The description


@pytest.mark.parametrize("address", ["", ADDRESS])
def test_the_description_is_openapi(content, address):
    found = said(content, address)["openapi.json"]
    assert [error.message for error in OpenAPIV31SpecValidator(found).iter_errors()] == []


def described(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every title and description in a value, with its path."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key in ("title", "description", "summary") and isinstance(one, str):
                yield f"{path}/{key}", one
            else:
                yield from described(one, f"{path}/{key}")
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from described(one, f"{path}/{number}")


def test_descriptions_are_chinese():
    """No docstring of the program is published."""
    texts = dict(described(description(SiteConfig("站名", "", ""))))
    assert texts
    assert {path: text for path, text in texts.items() if not re.search("[一-鿿]", text)} == {}


@pytest.mark.parametrize(("address", "server"), [("", "../v1"), (ADDRESS, f"{ADDRESS}api/v1")])
def test_the_server_is_where_the_files_lie(address, server):
    assert description(SiteConfig("站名", "", address))["servers"] == [{"url": server}]


def patterns(whole: dict[str, Any]) -> dict[str, re.Pattern[str]]:
    """What the addresses of each path look like."""
    found = {}
    for path, item in whole["paths"].items():
        wanted = re.escape(path[1:]).replace(r"\{", "{").replace(r"\}", "}")
        for one in item["get"].get("parameters", ()):
            wanted = wanted.replace(f"{{{one['name']}}}", one["schema"]["pattern"].strip("^$"))
        found[path] = re.compile(wanted)
    return found


def test_each_file_belongs_to_a_path_and_each_path_has_a_file(content):
    found = said(content)
    belonging = {
        name: [path for path, wanted in patterns(found["openapi.json"]).items()
               if wanted.fullmatch(name)]
        for name in found
    }  # fmt: skip
    assert {name: paths for name, paths in belonging.items() if len(paths) != 1} == {}
    assert {path for paths in belonging.values() for path in paths} == set(
        found["openapi.json"]["paths"]
    )


def broken(found: dict[str, Any]) -> list[tuple[str, str]]:
    """The files that are not what the path they belong to promises."""
    whole = found["openapi.json"]
    errors = []
    for path, wanted in patterns(whole).items():
        schema = whole["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
        validator = jsonschema.Draft202012Validator(
            {"components": whole["components"], **schema["schema"]},
            format_checker=jsonschema.FormatChecker(),
        )
        for name in filter(wanted.fullmatch, found):
            errors += [(name, error.message) for error in validator.iter_errors(found[name])]
    return errors


def test_each_file_is_what_its_path_promises(content):
    assert broken(said(content)) == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        (f"cases/{FIRST}.json", "text"),
        (f"cases/{SECOND}.json", "reason"),
        (f"cases/{FORMER}.json", "moved_to"),
        ("cases.json", "withdrawn"),
        ("index.json", "counts"),
    ],
)
def test_a_file_that_breaks_the_promise_is_found(content, name, key):
    found = said(content)
    del found[name][key]
    assert [place for place, _ in broken(found)] == [name]


def test_no_key_is_told_that_the_description_does_not_know(content):
    """The schemas allow more keys, for there may be more one day."""
    found = said(content)
    schemas = found["openapi.json"]["components"]["schemas"]
    kinds = {"published": "Case", "withdrawn": "WithdrawnCase", "moved": "MovedCase"}
    for name in (FIRST, SECOND, FORMER):
        case = found[f"cases/{name}.json"]
        assert list(case) == list(schemas[kinds[case["status"]]]["properties"])
        assert set(case) == set(schemas[kinds[case["status"]]]["required"])


def test_the_published_cases_keep_the_promise(addressed):
    folder = addressed.folder / FOLDER
    found = {
        path.relative_to(folder).as_posix(): json.loads(path.read_bytes())
        for path in folder.rglob("*.json")
    }
    assert broken(found) == []
    assert len(found) == 7 + found["index.json"]["counts"]["cases"]
