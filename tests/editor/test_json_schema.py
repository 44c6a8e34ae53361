"""The JSON Schemas and snippets for editors' programs: in step with the models, no stricter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from casebook.cli import main
from casebook.content.front_matter import parse
from casebook.content.library import Library
from casebook.content.model_base import required_keys
from casebook.content.validation import validate
from casebook.editor.json_schema import SCHEMAS, schema_of
from casebook.editor.snippets import MODELS, snippets

from ..checks.sites import copy_sound_site

ROOT = Path(__file__).parents[2]
EDITOR = ROOT / ".vscode"
SNIPPETS = EDITOR / "casebook.code-snippets"

CASE = {
    "title": "王某某等人涉嫌侵犯公民个人信息案",
    "date": "2024-04",
    "city": "太原市",
    "offence": "网络水军",
    "stage": "移送起诉",
    "summary": "王某某等人涉嫌收买网络账号，再成批转手卖出，案件已经移送起诉。",
}
BULLETIN = {
    "title": "太原市公安局通报两起案例",
    "publisher": "太原市公安局",
    "published": "2024-05-01",
    "expected": "2",
    "province": "山西省",
}
OFFENCE = {
    "title": "网络水军",
    "order": "3",
    "icon": "bullhorn",
    "summary": "受雇在网上发帖、点赞、评论，制造虚假的声势，扰乱网络秩序。",
}
SOUND = {
    "case": CASE,
    "bulletin": BULLETIN,
    "offence": OFFENCE,
    "page": {"title": "关于本站"},
    "search": {"title": "案例检索"},
    "corrections": {"title": "更正与撤回"},
}


class Core(yaml.SafeLoader):
    """Reads as YAML 1.2 does: numbers, true and null are told from texts, dates are not."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)
Core.add_constructor(
    "tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node), 10)
)

readings = pytest.mark.parametrize("loader", [yaml.BaseLoader, Core], ids=["texts", "yaml-1.2"])


@cache
def validator(name: str) -> Draft202012Validator:
    schema = json.loads((EDITOR / f"schemas/{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def values_of(head: str, loader: type) -> Any:
    """A front matter as a program holds it that reads with that parser."""
    return json.loads(json.dumps(yaml.load(head, Loader=loader), ensure_ascii=False))


def objections(name: str, head: str, loader: type) -> list[str]:
    """What the committed schema says against a front matter."""
    return [error.message for error in validator(name).iter_errors(values_of(head, loader))]


def accepted(name: str, head: str) -> bool:
    """Whether the content model takes a front matter."""
    document, problems = parse(f"---\n{head}\n---\n", "x.md")
    if document is None or problems:
        return False
    fields, problems = validate(document, SCHEMAS[name])
    return fields is not None and not problems


def kind_of(path: Path) -> str:
    if "cases" in path.parts:
        return "bulletin" if path.stem == "index" else "case"
    if path.parent.name == "offences":
        return "offence"
    return path.stem if path.name in ("search.md", "corrections.md") else "page"


def front_matters(*roots: Path) -> Iterator[tuple[str, str]]:
    for root in roots:
        for path in sorted(root.rglob("*.md")):
            text = path.read_bytes().decode("utf-8", "replace")
            if head := re.match(r"---\n(.*?\n)---\n", text, re.DOTALL):
                yield kind_of(path), head[1]


def written(values: dict[str, Any]) -> str:
    """A front matter in which every value is written as it stands."""
    return "".join(f"{key}: {value}\n" for key, value in values.items())


# In step


def test_committed_files_are_those_of_the_models(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(ROOT)
    made = tmp_path / "made.code-snippets"
    assert main(["schema", str(tmp_path / "schemas"), "--snippets", str(made)]) == 0
    assert made.read_bytes() == SNIPPETS.read_bytes(), "run `make schema`"
    new = {path.name: path.read_bytes() for path in (tmp_path / "schemas").iterdir()}
    old = {path.name: path.read_bytes() for path in (EDITOR / "schemas").iterdir()}
    assert new == old, "run `make schema`"
    assert capsys.readouterr().out.startswith("已写入 ")


def test_a_folder_that_cannot_be_written(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(ROOT)
    (tmp_path / "taken").touch()
    assert main(["schema", str(tmp_path / "taken")]) == 2
    assert capsys.readouterr().err.startswith("写不进 ")


def test_an_unreadable_offence_page_keeps_what_is_there(tmp_path, monkeypatch, capsys) -> None:
    copy_sound_site(tmp_path)
    (tmp_path / "hooks").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "docs/offences/broken.md").write_text("没有文件头\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["schema", "made"]) == 1
    assert "类型页读不出来" in capsys.readouterr().err
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_says_what_the_model_says(name: str, library: Library) -> None:
    model = SCHEMAS[name]
    schema = schema_of(model, library.offences)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["additionalProperties"] is False
    fields = model.model_fields
    assert list(schema["properties"]) == list(fields)
    assert schema["required"] == [key for key, about in fields.items() if about.is_required()]
    for key, about in fields.items():
        said = schema["properties"][key]
        assert (said["title"], said["description"]) == (about.title, about.description)
    texts = json.dumps(schema, ensure_ascii=False)
    assert not re.search(r'"(title|description)": "[ -~]+"', texts), "Chinese for people"


def test_names_are_closed_lists(library: Library) -> None:
    case = schema_of(SCHEMAS["case"], library.offences)
    assert "全省" in case["$defs"]["city"]["enum"]
    assert "全国" in schema_of(SCHEMAS["bulletin"])["properties"]["province"]["enum"]
    names = {name for group in library.offences for name in (group.title, *group.fields.aliases)}
    assert set(case["$defs"]["offence"]["enum"]) == names
    assert "offence" not in schema_of(SCHEMAS["case"])["$defs"]


# Not stricter than the models


@readings
def test_all_content_of_the_site_is_valid(loader: type) -> None:
    found = list(front_matters(ROOT / "cases", ROOT / "docs"))
    assert len(found) > 30
    assert {name for name, _ in found} == set(SCHEMAS)
    for name, head in found:
        assert objections(name, head, loader) == [], head


@readings
def test_what_the_models_accept_of_rotten_sites_is_valid(loader: type) -> None:
    """By the schemas without offence groups, of which those sites have their own."""
    taken = [
        (name, head) for name, head in front_matters(ROOT / "tests/bad") if accepted(name, head)
    ]
    assert len(taken) > 50
    for name, head in taken:
        Draft202012Validator(schema_of(SCHEMAS[name])).validate(values_of(head, loader))


TAKEN = [
    ("case", "date", "2024"),
    ("case", "date", "2024-04-09"),
    ("case", "date", '"2024"'),
    ("case", "people", "12"),
    ("case", "people", '"12"'),
    ("case", "city", "[太原市, 大同市]"),
    ("case", "city", "全省"),
    ("case", "offence", "[网络水军, 网络谣言]"),
    ("case", "related", "2025-02-10-shanxi/04"),
    ("case", "related", "[]"),
    ("case", "aliases", "[2025-02-10-shanxi/04]"),
    ("case", "amount", "超500万圆"),
    ("case", "figures", "{扣押手机: 50, 2024: 1.10}"),
    ("case", "figures", "{}"),
    ("case", "agency", "110"),
    ("case", "agency", "true"),
    ("case", "allow", "[{code: name-unmasked, text: 500, reason: 不是人名}]"),
    ("case", "updates", "[{date: 2025, stage: 提起公诉, source_url: HTTPS://example.com/a}]"),
    ("case", "also_in", "[{bulletin: 2025-02-10-shanxi, number: 04}]".replace("04", "4")),
    ("bulletin", "province", "全国"),
    ("bulletin", "omitted", '[{number: "3", reason: 重复}]'),
    ("offence", "aliases", "水军"),
    ("offence", "charges", "[{name: 某罪, slug: 287, article: 第二百八十七条}]"),
    ("offence", "quiz", "[{question: 几点, options: [1.1, 1.10], answer: 1.10, why: 明白}]"),
    ("search", "synonyms", "[[500万, 5000000], [帮信罪, 帮信]]"),
    ("corrections", "retention", "[{stage: 全部, years: 50, action: 撤回}]"),
    ("corrections", "enforce_after_days", "0"),
    ("corrections", "enforce_after_days", '"365"'),
    ("corrections", "retention", "[{stage: [侦破], offence: 110, years: 1, action: 复核}]"),
    ("page", "date", "2024"),
]


@readings
@pytest.mark.parametrize(("name", "key", "value"), TAKEN)
def test_what_the_models_accept_is_valid(name: str, key: str, value: str, loader: type) -> None:
    head = written({**SOUND[name], key: value})
    assert accepted(name, head)
    assert objections(name, head, loader) == []


WORDS = st.text("王某案0123456789.，。ab-", min_size=1, max_size=130)


@given(
    key=st.sampled_from(["title", "agency", "summary", "amount", "people", "date", "district"]),
    value=st.one_of(WORDS, WORDS.map(lambda text: f"{text}案"), st.from_regex(r"[0-9-]{1,11}")),
)
def test_no_front_matter_is_refused_that_the_models_accept(key: str, value: str) -> None:
    head = written({**CASE, key: value.strip()})
    if accepted("case", head):
        assert [objections("case", head, loader) for loader in (yaml.BaseLoader, Core)] == [[], []]


# Strict enough to help

REFUSED = [
    ("case", "title", "王某某"),
    ("case", "title", "王案"),
    ("case", "title", "王" * 60 + "案"),
    ("case", "title", "12345"),
    ("case", "date", "2024年4月"),
    ("case", "date", "2024-4"),
    ("case", "date", "2024-13"),
    ("case", "date", "0000"),
    ("case", "city", "太原"),
    ("case", "city", "[]"),
    ("case", "city", "[太原市, 太原市]"),
    ("case", "city", "全国"),
    ("case", "city", ""),
    ("case", "stage", "刑拘"),
    ("case", "stage", "[侦破]"),
    ("case", "people", "12人"),
    ("case", "people", "0"),
    ("case", "people", "1.5"),
    ("case", "amount", "500万"),
    ("case", "summary", "太短"),
    ("case", "summary", "长" * 121),
    ("case", "status", "offline"),
    ("case", "related", "04"),
    ("case", "province", "山西"),
    ("case", "unknown", "x"),
    ("case", "figures", "无"),
    ("case", "figures", "{" + "名" * 21 + ": 1}"),
    ("case", "withdrawn", "2024-05-01"),
    ("case", "updates", "[{date: 2025}]"),
    ("bulletin", "published", "2024-05"),
    ("bulletin", "province", "全省"),
    ("bulletin", "source_url", "http://example.com"),
    ("bulletin", "expected", "两起"),
    ("offence", "charges", "[{name: 某罪, slug: Page, article: 第一条}]"),
    ("search", "synonyms", "[[帮信罪]]"),
    ("search", "synonyms", "[[帮信罪，帮信, 帮信]]"),
    ("corrections", "retention", "[{stage: 已撤案, years: 1, action: 复核}]"),
    ("corrections", "retention", "[{stage: [], years: 1, action: 复核}]"),
    ("corrections", "retention", "[{stage: 侦破, years: 51, action: 复核}]"),
    ("corrections", "retention", "[{stage: 侦破, years: 1年, action: 复核}]"),
    ("corrections", "retention", "[{stage: 侦破, years: 1, action: 删除}]"),
    ("corrections", "retention", "[{stage: 侦破, years: 1}]"),
    ("corrections", "enforce_after_days", "366"),
    ("corrections", "enforce_after_days", "30天"),
    ("page", "stage", "侦破"),
]


@readings
@pytest.mark.parametrize(("name", "key", "value"), REFUSED)
def test_rotten_front_matter_is_refused(name: str, key: str, value: str, loader: type) -> None:
    head = written({**SOUND[name], key: value})
    assert not accepted(name, head)
    assert objections(name, head, loader)


def test_an_unknown_offence_group_is_refused() -> None:
    assert objections("case", written({**CASE, "offence": "水军案"}), Core)


@pytest.mark.parametrize(
    ("name", "key"),
    [(name, key) for name, model in SCHEMAS.items() for key in model.model_fields],
)
def test_required_keys(name: str, key: str) -> None:
    head = written({known: value for known, value in SOUND[name].items() if known != key})
    refused = bool(objections(name, head, Core)) or head == ""
    assert refused == (key in required_keys(SCHEMAS[name]))


# Snippets


def body_of(name: str, library: Library) -> list[str]:
    made = snippets(group.title for group in library.offences)
    return list(made.values())[list(MODELS).index(name)]["body"]


def filled(body: list[str], values: dict[str, str]) -> str:
    """What a snippet becomes when somebody types these values, or leaves the placeholders."""
    lines = []
    for line in body:
        key = line.partition(":")[0]
        found = re.fullmatch(r"\w+: \$\{\d+(?::(.*)|\|(.*)\|)\}", line)
        kept = found and (found[1] or found[2].split(",")[0])
        lines.append(f"{key}: {values.get(key, kept)}" if found else line.replace("$0", ""))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", MODELS)
def test_a_snippet_filled_in_is_accepted(name: str, library: Library) -> None:
    document, problems = parse(filled(body_of(name, library), SOUND[name]), "x.md")
    assert problems == []
    assert document is not None
    assert dict(document.values) == SOUND[name]
    assert validate(document, MODELS[name])[1] == []


@pytest.mark.parametrize("name", MODELS)
def test_a_placeholder_left_unfilled_is_an_error(name: str, library: Library) -> None:
    body = body_of(name, library)
    chosen = {"offence", "stage"}
    for key in set(SOUND[name]) - chosen:
        rest = {known: value for known, value in SOUND[name].items() if known != key}
        document, _ = parse(filled(body, rest), "x.md")
        assert document is not None
        assert validate(document, MODELS[name])[0] is None, key


def test_choices_and_texts_are_escaped() -> None:
    case = snippets(["甲,乙", "丙|丁", r"\$}"])["案例"]
    assert r"offence: ${4|甲\,乙,丙\|丁,\\\$\}|}" in case["body"]
    assert case["prefix"] == ["案例", "anli"]
    assert case["scope"] == "markdown"
