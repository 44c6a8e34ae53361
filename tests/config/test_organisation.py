"""The organisation in mkdocs.yml: what is read, and the whole report of what is wrong with it."""

# ruff: noqa: E501 - a line of a report stays in one piece, so that it can be searched for

from __future__ import annotations

from pathlib import Path

import pytest

from casebook.config import mkdocs_yml
from casebook.config.mkdocs_yml import read_mkdocs_yml
from casebook.config.organisation import (
    MARK,
    REQUIRED,
    Organisation,
    mark_exists,
    read_organisation,
    site_url_required,
)
from casebook.content.problem import Problem

from ..checks.sites import OF_CONFIGURATION

ROOT = Path(__file__).parents[2]
NAME = "mkdocs.yml"

HEAD = "site_name: 案例\nextra:\n  casebook:\n    cases_dir: cases\n    organisation:\n"
"""Five lines; what follows begins on the sixth."""

WHOLE = {
    "official": "true",
    "name": "某市公安局网络安全保卫支队",
    "contact": "某市某路1号 0000-0000000",
    "site_code": "1400000000",
    "icp": "某ICP备00000000号",
    "police_record": "某公网安备 00000000000000号",
    "corrections": "https://www.example.gov.cn/jiucuo/",
}

LATER = "请在 mkdocs.yml 里补上；还没有时，先把政府网站（official）改为 false。"
TRUE_OR_FALSE = "是政府网站写 true，不是写 false。"
OPENING = "请写以 https:// 开头的网址，或 mailto: 加邮箱。"
KEYS = (
    "可以写的有：政府网站（official）、主办单位（name）、联系方式（contact）、网站标识码（site_code）、"
    "ICP备案号（icp）、公安机关备案号（police_record）、网站标识类别（mark_kind）、"
    "网站标识图片（mark_picture）、网站标识网址（mark_url）、找错地址（corrections）。"
)
NO_MARK = dict.fromkeys(MARK)
PICTURE = "请把图片放进 docs/ 文件夹，写它在里面的路径，如 assets/mark.png；文件名用小写字母、数字、短横和下划线。"


def found(root: Path, text: str) -> tuple[Organisation, tuple[Problem, ...]]:
    config = root / NAME
    config.write_text(text, encoding="utf-8")
    return read_organisation(read_mkdocs_yml(config, NAME))


def written(values: dict[str, str | None]) -> str:
    """A configuration with these values; None leaves a key out."""
    present = {key: value for key, value in values.items() if value is not None}
    return HEAD + "".join(f"      {key}: {value}\n" for key, value in present.items())


# What is read


def test_the_projects_own_configuration_is_a_demonstration():
    assert read_organisation(read_mkdocs_yml(ROOT / NAME, NAME)) == (Organisation(), ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "site_name: 案例\n",
        "extra:\n",
        "extra: 甲\n",
        "extra: [甲, 乙]\n",
        "extra:\n  casebook:\n",
        "extra:\n  casebook:\n    cases_dir: cases\n",
        HEAD,
        "- 甲\n- 乙\n",
        "甲\n",
        written(dict.fromkeys(WHOLE, "")),
        written(dict.fromkeys(WHOLE, "~")),
        written(dict.fromkeys(WHOLE, "null") | {"official": "false"}),
        written({"name": "# 主办单位"}),
    ],
)
def test_with_nothing_filled_in_the_site_is_a_demonstration(tmp_path, text):
    owner, problems = found(tmp_path, text)
    assert problems == ()
    assert owner == Organisation()
    assert (owner.official, owner.is_named) == (False, False)


def test_all_that_is_filled_in_is_read_as_text(tmp_path):
    owner, problems = found(tmp_path, written(WHOLE))
    assert problems == ()
    assert owner.model_dump() == WHOLE | {"official": True} | NO_MARK
    assert owner.is_named


def test_a_named_organisation_need_not_be_official(tmp_path):
    owner, problems = found(tmp_path, written({"official": "false", "name": "某协会"}))
    assert problems == ()
    assert owner == Organisation(name="某协会")
    assert owner.is_named


def test_a_code_of_digits_stays_as_it_was_written(tmp_path):
    owner, _ = found(tmp_path, written({"name": "某局", "site_code": "0140000"}))
    assert owner.site_code == "0140000"


def test_tags_of_the_generator_do_not_matter(tmp_path):
    head = "site_url: !ENV [CASEBOOK_SITE_URL, '']\nslug: !!python/object/apply:os.getcwd {}\n"
    owner, problems = found(tmp_path, head + written({"name": "某局"}))
    assert (owner.name, problems) == ("某局", ())


@pytest.mark.parametrize("address", ["https://www.example.gov.cn/?a=1", "mailto:a@example.gov.cn"])
def test_corrections_go_to_a_page_or_a_mailbox(tmp_path, address):
    owner, problems = found(tmp_path, written({"corrections": address}))
    assert (owner.corrections, problems) == (address, ())


# What cannot be read at all is left to the generator


@pytest.mark.parametrize(
    "content", [b"extra: [\n", b"\xff\xfe\n", "名称: 某局".encode("gb18030"), b"a: b: c\n", b"\x00"]
)
def test_a_file_that_is_no_yaml_names_nobody(tmp_path, content):
    (tmp_path / NAME).write_bytes(content)
    assert read_organisation(read_mkdocs_yml(tmp_path / NAME, NAME)) == (Organisation(), ())


def test_without_a_file_nobody_is_named(tmp_path):
    assert read_organisation(read_mkdocs_yml(tmp_path / NAME, NAME)) == (Organisation(), ())
    assert read_organisation(read_mkdocs_yml(tmp_path, NAME)) == (Organisation(), ())


# What is refused

MISSING = {
    "name": "主办单位",
    "contact": "联系方式",
    "site_code": "网站标识码",
    "icp": "ICP备案号",
    "police_record": "公安机关备案号",
    "corrections": "找错地址",
}

REFUSED = {
    "yes-or-no": [
        ({"official": "yes"}, f"6:17: 政府网站（official）写的“yes”既不是 true 也不是 false。{TRUE_OR_FALSE}"),
        ({"official": "True"}, f"6:17: 政府网站（official）写的“True”既不是 true 也不是 false。{TRUE_OR_FALSE}"),
        ({"official": "是"}, f"6:17: 政府网站（official）写的“是”既不是 true 也不是 false。{TRUE_OR_FALSE}"),
    ],
    "contact-address": [
        ({"corrections": "www.example.gov.cn"}, f"6:20: 找错地址（corrections）写的“www.example.gov.cn”不是网址，也不是邮箱。{OPENING}"),
        ({"corrections": "javascript:alert(1)"}, f"6:20: 找错地址（corrections）写的“javascript:alert(1)”不是网址，也不是邮箱。{OPENING}"),
        ({"name": "某局", "corrections": "某路1号"}, f"7:20: 找错地址（corrections）写的“某路1号”不是网址，也不是邮箱。{OPENING}"),
    ],
    "address": [
        ({"corrections": "http://example.gov.cn/"}, "6:20: 找错地址（corrections）写的“http://example.gov.cn/”以 http:// 开头，没有加密。请把开头改成 https://，在浏览器里试试能不能打开；来源只有 http 的，不写网址，只写来源的标题。"),
        ({"corrections": "https://example.gov.cn/ 找错"}, "6:20: 找错地址（corrections）写的“https://example.gov.cn/ 找错”里有空格、反斜杠或控制字符。请从浏览器的地址栏重新复制以 https:// 开头的完整网址。"),
        ({"corrections": "https://a@example.gov.cn/"}, "6:20: 找错地址（corrections）写的“https://a@example.gov.cn/”里有“@”，打开的是“@”后面的网站。请核对网站，从浏览器的地址栏重新复制以 https:// 开头的网址。"),
        ({"corrections": "https://example.gov.cn:0/"}, "6:20: 找错地址（corrections）写的“https://example.gov.cn:0/”里的端口不对。请删去网站名称后面的冒号和数字，或写 1 至 65535 的端口。"),
    ],
    "unknown-field": [
        ({"nmae": "某局"}, "6:7: 没有“nmae”这一项。最接近的写法：“name”。"),
        ({"主办单位": "某局"}, "6:7: 没有“主办单位”这一项。最接近的写法：“name”。"),
        ({"负责人": "某局"}, f"6:7: 没有“负责人”这一项。{KEYS}"),
    ],
    "text-length": [
        ({"name": "局" * 201}, "6:13: 主办单位（name）有 201 个字。应为 1 至 200 个字。"),
    ],
    "not-text": [
        ({"name": "[某局, 某办]"}, "6:13: 主办单位（name）应是一段文字，却写成了列表。请直接写文字；内容含有“: ”、[ 或 { 时，用引号括起来。"),
    ],
    "mark-picture": [
        ({"mark_picture": "https://example.org/mark.png"}, f"6:21: 网站标识图片（mark_picture）写的“https://example.org/mark.png”不是 docs/ 里的图片。{PICTURE}"),
        ({"mark_picture": "../mark.png"}, f"6:21: 网站标识图片（mark_picture）写的“../mark.png”不是 docs/ 里的图片。{PICTURE}"),
        ({"mark_picture": "assets/mark.gif"}, f"6:21: 网站标识图片（mark_picture）写的“assets/mark.gif”不是 docs/ 里的图片。{PICTURE}"),
    ],
    "mark-in-part": [
        ({"mark_kind": "党政机关"}, "5:5: 网站标识不完整，还缺网站标识图片（mark_picture）、网站标识网址（mark_url）。三项请一起写，或一起留空。"),
        ({"mark_picture": "assets/mark.png", "mark_url": "https://example.org/m"}, "5:5: 网站标识不完整，还缺网站标识类别（mark_kind）。三项请一起写，或一起留空。"),
    ],
    "organisation-incomplete": [
        (WHOLE | {key: None}, f"5:5: 网站已声明为政府网站，却没有写{title}（“extra.casebook.organisation.{key}”）。{LATER}")
        for key, title in MISSING.items()
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "values", "expected"),
    [(code, *case) for code, refused in REFUSED.items() for case in refused],
)
def test_refused(tmp_path, code, values, expected):
    _, problems = found(tmp_path, written(values))
    assert [str(problem) for problem in problems] == [f"{NAME}:{expected}"]
    assert [(problem.code, problem.is_error) for problem in problems] == [(code, True)]


def test_what_an_official_site_needs():
    assert set(REQUIRED) == set(MISSING)


def test_an_official_site_with_nothing_else_is_told_of_everything(tmp_path):
    _, problems = found(tmp_path, written({"official": "true"}))
    assert [str(problem) for problem in problems] == [
        f"{NAME}:5:5: 网站已声明为政府网站，却没有写{MISSING[key]}（“extra.casebook.organisation.{key}”）。{LATER}"
        for key in REQUIRED
    ]


def test_where_something_cannot_be_read_nobody_is_named(tmp_path):
    owner, problems = found(tmp_path, written(WHOLE | {"corrections": "某路1号", "icp": "[甲]"}))
    assert owner == Organisation()
    assert [problem.code for problem in problems] == ["not-text", "contact-address"]


@pytest.mark.parametrize("text", ["? [甲]\n: 乙\n", f"{HEAD}      ? [甲]\n      : 乙\n"])
def test_a_key_that_is_no_text_stops_nothing(tmp_path, text):
    owner, _ = found(tmp_path, text)
    assert owner == Organisation()


def test_a_mapping_in_place_of_a_text_is_called_one(tmp_path):
    _, problems = found(tmp_path, written({"name": "{全称: 某局}"}))
    assert [problem.message for problem in problems] == [
        "主办单位（name）应是一段文字，却写成了“名称: 内容”的几行。"
    ]


def test_a_text_in_place_of_the_keys_is_refused(tmp_path):
    text = HEAD.replace("organisation:", "organisation: 某局")
    owner, problems = found(tmp_path, text)
    assert owner == Organisation()
    assert [str(problem) for problem in problems] == [
        f"{NAME}:5:5: “extra.casebook.organisation”应由几行“名称: 内容”组成。请每行写一个“名称: 内容”，比上一级缩进两格。"
    ]


def test_a_value_that_only_the_generator_could_read_is_refused(tmp_path):
    owner, problems = found(tmp_path, written({"name": "!ENV CASEBOOK_OWNER"}))
    assert owner == Organisation()
    assert [str(problem) for problem in problems] == [
        f"{NAME}:6:13: 这里有文件头不能用的类型标记“!ENV”。请删去该标记；内容确以感叹号开头时，用引号括起来。"
    ]


def test_a_key_that_stands_twice_is_refused(tmp_path):
    _, problems = found(tmp_path, f"{HEAD}      name: 某局\n      name: 某办\n")
    assert [str(problem) for problem in problems] == [
        f"{NAME}:7:7: 主办单位（name）写了两次，第 6 行已经有了。请只留一处。"
    ]


def test_nesting_beyond_the_limit_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(mkdocs_yml, "MAX_DEPTH", 3)
    assert found(tmp_path, "a: [[[b]]]") == (Organisation(), ())


# The mark and the numbers

MARKED = {
    "mark_kind": "事业单位",
    "mark_picture": "assets/mark.png",
    "mark_url": "https://example.org/mark?id=1",
}


def test_the_picture_of_the_mark_is_a_file_of_the_site(tmp_path):
    owner, problems = found(tmp_path, written(MARKED))
    assert problems == ()
    config = read_mkdocs_yml(tmp_path / NAME, NAME)
    assert [*mark_exists(owner, {"assets/mark.png"}, config)] == []
    assert [*mark_exists(Organisation(), set(), config)] == []
    assert [str(one) for one in mark_exists(owner, set(), config)] == [
        f"{NAME}:7:7: docs/ 里没有“extra.casebook.organisation.mark_picture”写的图片“assets/mark.png”。请把图片放进 docs/ 文件夹，或改正路径。"
    ]


@pytest.mark.parametrize(
    ("record", "address"),
    [
        (WHOLE["police_record"], "https://beian.mps.gov.cn/#/query/webSearch?code=00000000000000"),
        (
            "晋公网安备14010002000001号",
            "https://beian.mps.gov.cn/#/query/webSearch?code=14010002000001",
        ),
        ("已备案", "https://beian.mps.gov.cn/"),
        (None, "https://beian.mps.gov.cn/"),
    ],
)
def test_the_record_at_the_register_of_the_police(record, address):
    assert Organisation(police_record=record).police_record_url == address


# The site's address


def test_an_official_site_says_where_it_stands(tmp_path):
    owner, _ = found(tmp_path, written(WHOLE))
    assert [str(problem) for problem in site_url_required(owner, "", NAME)] == [
        f"{NAME}:1:1: 网站已声明为政府网站，却没有写网址（“site_url”）。请设置环境变量 CASEBOOK_SITE_URL，如 https://www.example.gov.cn/anli/。"
    ]
    assert [*site_url_required(owner, "https://www.example.gov.cn/anli/", NAME)] == []


def test_a_demonstration_need_not_say_where_it_stands():
    assert [*site_url_required(Organisation(name="某协会"), "", NAME)] == []


def test_every_message_of_the_configuration_is_tested_here():
    tested = set(REFUSED) | {"site-address-missing", "mark-missing"}
    missing = sorted(OF_CONFIGURATION - tested)
    assert not missing, f"write what brings the new message into REFUSED: {missing}"
