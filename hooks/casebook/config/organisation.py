"""The organisation that publishes the site, from `extra.casebook.organisation` in mkdocs.yml.

Until it is declared official, every page is marked as a demonstration. An official site must have
all that 《政府网站发展指引》 requires in the footer of a government site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Annotated

import yaml
from pydantic import BeforeValidator, Field

from casebook.config.mkdocs_yml import MkdocsYml, pairs_of, start_of
from casebook.content import field_types
from casebook.content.field_names import field_name
from casebook.content.field_types import flaw
from casebook.content.front_matter import Document
from casebook.content.model_base import FrontMatter
from casebook.content.problem import START, Mark, Problem
from casebook.content.validation import validate
from casebook.content.yaml_tree import Location, Value

SETTING = ("extra", "casebook", "organisation")
"""The path of its setting in mkdocs.yml."""


def _boolean(value: object) -> bool:
    written = field_types.text(value)
    if written not in ("true", "false"):
        raise flaw("yes-or-no", found=written)
    return written == "true"


def _contact_address(value: object) -> str:
    written = field_types.text(value)
    if re.match("https?:", written, re.IGNORECASE):
        return field_types.https(written)
    if not re.fullmatch(r"mailto:[^\s@]+@[^\s@]+", written):
        raise flaw("contact-address", found=written)
    return written


class Organisation(FrontMatter):
    """The publisher of the site; all texts are rendered in the footer of every page."""

    official: Annotated[bool, BeforeValidator(_boolean)] = Field(
        False, title="政府网站", description="true 或 false"
    )
    name: field_types.Text | None = Field(None, title="主办单位", description="全称")
    contact: field_types.Text | None = Field(None, title="联系方式", description="电话、地址等")
    site_code: field_types.Text | None = Field(None, title="网站标识码", description="照批复写")
    icp: field_types.Text | None = Field(None, title="ICP备案号", description="照批复写")
    police_record: field_types.Text | None = Field(
        None, title="公安机关备案号", description="照批复写"
    )
    corrections: Annotated[str, BeforeValidator(_contact_address)] | None = Field(
        None, title="找错地址", description="https:// 或 mailto: 开头"
    )

    @property
    def is_named(self) -> bool:
        """Whether the site has a publisher."""
        return self.name is not None


REQUIRED = ("name", "contact", "site_code", "icp", "police_record", "corrections")
"""The fields required of an official site (国办发〔2017〕47号)."""


def read_organisation(config: MkdocsYml) -> tuple[Organisation, tuple[Problem, ...]]:
    """The organisation in a configuration file and its problems; empty if a value is invalid."""
    node, mark = config.node(*SETTING)
    if not isinstance(node, yaml.MappingNode):
        return Organisation(), tuple(_no_mapping(node, mark, config.shown))
    document, flaws = _document(node, config.shown)
    found, problems = validate(document, Organisation)
    if found is None:
        return Organisation(), (*flaws, *problems)
    return found, (*flaws, *problems, *_incomplete(found, mark, config.shown))


def site_url_required(found: Organisation, site_address: str, shown: str) -> Iterator[Problem]:
    """An official site sets `site_url`, because its pages contain their own absolute URLs."""
    if found.official and not site_address:
        yield Problem.of("site-address-missing", shown, START, "site_url")


def _incomplete(found: Organisation, mark: Mark, shown: str) -> Iterator[Problem]:
    """An official site has every field that the guideline requires."""
    for key in REQUIRED:
        if found.official and getattr(found, key) is None:
            field = ".".join((*SETTING, key))
            title = Organisation.model_fields[key].title
            yield Problem.of("organisation-incomplete", shown, mark, field, title=title)


def _no_mapping(node: yaml.Node | None, mark: Mark, shown: str) -> Iterator[Problem]:
    if node is not None and _value(node) is not None:
        yield Problem.of("not-mapping", shown, mark, ".".join(SETTING))


def _document(node: yaml.MappingNode, shown: str) -> tuple[Document, list[Problem]]:
    """The mapping as a document, to be validated like front matter.

    Keys without a value are left out: the file lists all keys as a template. The problems are
    duplicate keys and values with a YAML tag, which only the generator could resolve.
    """
    values: dict[str, Value] = {}
    marks: dict[Location, Mark] = {}
    keys: dict[Location, Mark] = {}
    flaws = []
    for key, value in pairs_of(node):
        if first := keys.get((key.value,)):
            code = "duplicate-key"
            name = field_name(Organisation, (key.value,))
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
        model=Organisation,
    )
    return document, flaws


def _value(node: yaml.Node) -> Value:
    """A scalar as written, None for an empty one; an empty dict or list for a collection."""
    if isinstance(node, yaml.ScalarNode):
        return None if node.value in ("", "~", "null") else str(node.value)
    return {} if isinstance(node, yaml.MappingNode) else []
