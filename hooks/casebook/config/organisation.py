"""The organisation behind the site, as mkdocs.yml names it under `extra.casebook.organisation`.

Until it is declared official, the site says on every page that it is a demonstration. Then all
that 《政府网站发展指引》 asks of a government site's foot must be there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Annotated

import yaml
from pydantic import BeforeValidator, Field

from casebook.config.mkdocs_yml import MkdocsYml, mark_of, pairs_of
from casebook.content import field_types
from casebook.content.field_types import flaw
from casebook.content.front_matter import Document
from casebook.content.model import FrontMatter
from casebook.content.problem import START, Mark, Problem
from casebook.content.validation import read
from casebook.content.yaml_tree import Location, Value

PLACE = ("extra", "casebook", "organisation")
"""Where it stands in mkdocs.yml."""


def _yes_or_no(value: object) -> bool:
    written = field_types.text(value)
    if written not in ("true", "false"):
        raise flaw("yes-or-no", found=written)
    return written == "true"


def _contact_address(value: object) -> str:
    written = field_types.text(value)
    if not re.fullmatch(r"https://[^\s/]+\.\S+|mailto:[^\s@]+@[^\s@]+", written):
        raise flaw("contact-address", found=written)
    return written


class Organisation(FrontMatter):
    """Who publishes the site; all texts stand in the foot of every page."""

    official: Annotated[bool, BeforeValidator(_yes_or_no)] = Field(
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
        """Whether somebody answers for the site."""
        return self.name is not None


REQUIRED = ("name", "contact", "site_code", "icp", "police_record", "corrections")
"""What an official site cannot do without (国办发〔2017〕47号)."""


def read_organisation(config: MkdocsYml) -> tuple[Organisation, tuple[Problem, ...]]:
    """The organisation that a configuration file names, and what is wrong with it there.

    Where a value is refused, an empty organisation is returned.
    """
    node, mark = config.node(*PLACE)
    if not isinstance(node, yaml.MappingNode):
        return Organisation(), tuple(_no_mapping(node, mark, config.shown))
    document, flaws = _document(node, config.shown)
    found, problems = read(document, Organisation)
    if found is None:
        return Organisation(), (*flaws, *problems)
    return found, (*flaws, *problems, *_incomplete(found, mark, config.shown))


def site_url_required(found: Organisation, site_address: str, shown: str) -> Iterator[Problem]:
    """An official site says where it stands, for its pages name their own addresses."""
    if found.official and not site_address:
        yield Problem.of("site-address-missing", shown, START, "site_url")


def _incomplete(found: Organisation, mark: Mark, shown: str) -> Iterator[Problem]:
    """An official site names everything that the guideline asks for."""
    for key in REQUIRED:
        if found.official and getattr(found, key) is None:
            field = ".".join((*PLACE, key))
            title = Organisation.model_fields[key].title
            yield Problem.of("organisation-incomplete", shown, mark, field, title=title)


def _no_mapping(node: yaml.Node | None, mark: Mark, shown: str) -> Iterator[Problem]:
    if node is not None and _value(node) is not None:
        yield Problem.of("not-mapping", shown, mark, ".".join(PLACE))


def _document(node: yaml.MappingNode, shown: str) -> tuple[Document, list[Problem]]:
    """The mapping as a document, so that it is read and judged like any front matter.

    Keys without a value are left out: the file lists them all, for whoever fills them in. The
    problems are of keys that stand there twice and of values that only the generator could read.
    """
    values: dict[str, Value] = {}
    marks: dict[Location, Mark] = {}
    keys: dict[Location, Mark] = {}
    flaws = []
    for key, value in pairs_of(node):
        if first := keys.get((key.value,)):
            code = "duplicate-key"
            flaws.append(Problem.of(code, shown, mark_of(key), key.value, first=first.line))
        if value.tag.startswith("!"):
            flaws.append(Problem.of("yaml-tag", shown, mark_of(value), key.value, found=value.tag))
            continue
        keys[(key.value,)] = mark_of(key)
        marks[(key.value,)] = mark_of(value)
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
    )
    return document, flaws


def _value(node: yaml.Node) -> Value:
    """A text as it was written, None where nothing was, and of anything else only its shape."""
    if isinstance(node, yaml.ScalarNode):
        return None if node.value in ("", "~", "null") else str(node.value)
    return {} if isinstance(node, yaml.MappingNode) else []
