"""Messages name a field by its title in a model and by its name in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from casebook.config.organisation import Organisation
from casebook.content.field_names import field_name, nested_model
from casebook.content.model import BulletinFields, CaseFields
from casebook.content.model_base import FrontMatter
from casebook.content.page_model import (
    CorrectionsFields,
    OffenceFields,
    PageFields,
    SearchFields,
)
from casebook.texts.catalog import entries

MODELS = (
    BulletinFields,
    CaseFields,
    OffenceFields,
    SearchFields,
    CorrectionsFields,
    PageFields,
    Organisation,
)
NAMED = re.compile("([一-鿿]+)（([a-z_]+)）")


def titles(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    for key, about in model.model_fields.items():
        yield key, str(about.title)
        if nested := nested_model(model, key):
            yield from titles(nested)


def models(cls: type[BaseModel] = FrontMatter) -> Iterator[type[BaseModel]]:
    """All models of front matter and of settings."""
    for model in cls.__subclasses__():
        if model.__module__.startswith("casebook."):
            yield model
            yield from models(model)


def test_every_field_has_words_and_the_table_has_no_others() -> None:
    table, found = entries("fields.yml"), list(models())
    assert len(found) > 20
    lacking = [
        f"{model.__name__}.{key}: write its {word} into texts/fields.yml"
        for model in found
        for key, about in model.model_fields.items()
        for word in ("title", "description")
        if not getattr(about, word)
    ]
    assert lacking == []
    fields = {model.__name__: set(model.model_fields) for model in found}
    fields["FrontMatter"] = set().union(*fields.values())
    assert table.keys() <= fields.keys()
    assert {name: keys.keys() - fields[name] for name, keys in table.items()} == {
        name: set() for name in table
    }
    words = {word for keys in table.values() for about in keys.values() for word in about}
    assert words == {"title", "description", "examples"}


TITLES = {pair for model in MODELS for pair in titles(model)}
KEYS = {key for key, _ in TITLES}


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    if isinstance(value, dict):
        value = list(value.values())
    for part in value if isinstance(value, list) else ():
        yield from texts(part)


@pytest.mark.parametrize("file", ["problems.yml", "commands.yml"])
def test_titles_in_texts_are_those_of_the_models(file: str) -> None:
    found = [
        (text, match[0])
        for text in texts(dict(entries(file)))
        for match in NAMED.finditer(text)
        if match[2] in KEYS
        and not any(match[1].endswith(title) for key, title in TITLES if key == match[2])
    ]
    assert found == []


@pytest.mark.parametrize(
    ("model", "location", "name"),
    [
        (CaseFields, ("stage",), "办理阶段（stage）"),
        (CaseFields, ("offence", 1), "类型（offence 第2项）"),
        (CaseFields, ("corrections", 1, "date"), "更正·日期（corrections 第2项 date）"),
        (CaseFields, ("figures", "扣押设备"), "其他数据（figures 扣押设备）"),
        (CaseFields, ("updates", 0, "甲"), "后续进展（updates 第1项 甲）"),
        (CaseFields, ("people", "at"), "人数·所指阶段（people at）"),
        (CaseFields, ("甲",), "“甲”"),
        (BulletinFields, ("published",), "发布日期（published）"),
        (SearchFields, ("synonyms", 0, 1), "同义词（synonyms 第1项 第2项）"),
        (CorrectionsFields, ("retention", 0, "years"), "保留期限·年数（retention 第1项 years）"),
        (None, ("title",), "“title”"),
    ],
)
def test_the_name_of_a_field(
    model: type[BaseModel] | None, location: tuple[str | int, ...], name: str
) -> None:
    assert str(field_name(model, location)) == name
