"""A setting of mkdocs.yml that is a mapping, validated like the front matter of a file."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import TypeVar

import yaml

from casebook.config.mkdocs_yml import MkdocsYml, pairs_of, start_of
from casebook.content.field_names import field_name
from casebook.content.front_matter import Document
from casebook.content.model_base import FrontMatter
from casebook.content.problem import Mark, Problem
from casebook.content.validation import validate
from casebook.content.yaml_tree import Location, Value

Model = TypeVar("Model", bound=FrontMatter)


def read_mapping(
    config: MkdocsYml, setting: tuple[str, ...], model: type[Model]
) -> tuple[Model | None, list[Problem]]:
    """The setting at a path of keys as a `model`, and its problems.

    None where it is missing, empty or invalid. Keys without a value are left out: the file lists
    all keys as a template.
    """
    node, mark = config.node(*setting)
    if not isinstance(node, yaml.MappingNode):
        return None, [*_no_mapping(node, mark, setting, config.shown)]
    document, flaws = _document(node, config.shown, model)
    if not document.values:
        return None, flaws
    found, problems = validate(document, model)
    return found, [*flaws, *problems]


def _no_mapping(
    node: yaml.Node | None, mark: Mark, setting: tuple[str, ...], shown: str
) -> Iterator[Problem]:
    if node is not None and _value(node) is not None:
        yield Problem.of("not-mapping", shown, mark, ".".join(setting))


def _document(
    node: yaml.MappingNode, shown: str, model: type[FrontMatter]
) -> tuple[Document, list[Problem]]:
    """The mapping as a document, to be validated like front matter.

    The problems are duplicate keys and values with a YAML tag, which only the generator could
    resolve.
    """
    values: dict[str, Value] = {}
    marks: dict[Location, Mark] = {}
    keys: dict[Location, Mark] = {}
    flaws = []
    for key, value in pairs_of(node):
        if first := keys.get((key.value,)):
            code = "duplicate-key"
            name = field_name(model, (key.value,))
            flaws.append(Problem.of(code, shown, start_of(key), name, first=first.line))
        if value.tag.startswith("!"):
            flaws.append(Problem.of("yaml-tag", shown, start_of(value), key.value, found=value.tag))
            continue
        keys[(key.value,)] = start_of(key)
        marks[(key.value,)] = start_of(value)
        if _value(value) is not None:
            values[key.value] = _value(value)
    document = Document(
        path=shown,
        values=MappingProxyType(values),
        marks=MappingProxyType(marks),
        keys=MappingProxyType(keys),
        head=(),
        body="",
        body_line=1,
        model=model,
    )
    return document, flaws


def _value(node: yaml.Node) -> Value:
    """A scalar as written, None for an empty one; an empty dict or list for a collection."""
    if isinstance(node, yaml.ScalarNode):
        return None if node.value in ("", "~", "null") else str(node.value)
    return {} if isinstance(node, yaml.MappingNode) else []
