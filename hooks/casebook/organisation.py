"""The organisation behind the site, as mkdocs.yml names it under `extra.casebook.organisation`.

While nothing is filled in, the site says on every page that it is a demonstration. Once it is
declared official, all that 《政府网站发展指引》 asks of a government site's foot must be there.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

import yaml
from pydantic import BeforeValidator, Field

from casebook.content import fields
from casebook.content.fields import flaw
from casebook.content.front_matter import Document
from casebook.content.model import FrontMatter
from casebook.content.problem import START, Mark, Problem
from casebook.content.tree import Location
from casebook.content.validation import read

PLACE = ("extra", "casebook", "organisation")
"""Where it stands in mkdocs.yml."""


def _yes_or_no(value: object) -> bool:
    written = fields.text(value)
    if written not in ("true", "false"):
        raise flaw("yes-or-no", found=written)
    return written == "true"


def _contact_address(value: object) -> str:
    written = fields.text(value)
    if not written.startswith(("https://", "mailto:")) or " " in written:
        raise flaw("contact-address", found=written)
    return written


class Organisation(FrontMatter):
    """Who publishes the site; all texts stand in the foot of every page."""

    official: Annotated[bool, BeforeValidator(_yes_or_no)] = Field(
        False, title="政府网站", description="true 或 false"
    )
    name: fields.Text | None = Field(None, title="主办单位", description="全称")
    contact: fields.Text | None = Field(None, title="联系方式", description="电话、地址等")
    site_code: fields.Text | None = Field(None, title="网站标识码", description="照批复写")
    icp: fields.Text | None = Field(None, title="ICP备案号", description="照批复写")
    police_record: fields.Text | None = Field(None, title="公安机关备案号", description="照批复写")
    corrections: Annotated[str, BeforeValidator(_contact_address)] | None = Field(
        None, title="找错地址", description="https:// 或 mailto: 开头"
    )

    @property
    def is_named(self) -> bool:
        """Whether somebody answers for the site; without a name it is a demonstration."""
        return self.name is not None


REQUIRED = ("name", "contact", "site_code", "icp", "police_record", "corrections")
"""What an official site cannot do without (国办发〔2017〕47号)."""


def organisation(config: Path, shown: str) -> tuple[Organisation, tuple[Problem, ...]]:
    """The organisation that the configuration file names, and what is wrong with it there.

    `shown` is the file's name in problems. Where a value cannot be read, nobody is named. A file
    that is no YAML is left to the generator, which says so.
    """
    node, mark = _node(config)
    document = _document(node, shown)
    found, problems = read(document, Organisation)
    if found is None:
        return Organisation(), tuple(problems)
    if found.official:
        for key in REQUIRED:
            if getattr(found, key) is None:
                title = str(Organisation.model_fields[key].title)
                problems.append(
                    Problem.of(
                        "organisation-incomplete", shown, mark, ".".join((*PLACE, key)), title=title
                    )
                )
    return found, tuple(problems)


def address_given(found: Organisation, site_address: str, shown: str) -> Iterator[Problem]:
    """An official site says where it stands, for its pages name their own addresses."""
    if found.official and not site_address:
        yield Problem.of("site-address-missing", shown, START, "site_url")


def _node(config: Path) -> tuple[yaml.MappingNode | None, Mark]:
    """The mapping in the file, with its place; None where it is absent or no mapping."""
    try:
        node = yaml.compose(config.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        node = None
    mark = START
    for name in PLACE:
        if not isinstance(node, yaml.MappingNode):
            return None, mark
        found = {key.value: (key, value) for key, value in node.value}.get(name)
        if found is None:
            return None, mark
        mark = _mark(found[0])
        node = found[1]
    return (node, mark) if isinstance(node, yaml.MappingNode) else (None, mark)


def _document(node: yaml.MappingNode | None, shown: str) -> Document:
    """The mapping as a document, so that it is read and judged like any front matter.

    Keys without a value are left out: the file lists them all, for whoever fills them in.
    """
    values: dict[str, str] = {}
    marks: dict[Location, Mark] = {}
    keys: dict[Location, Mark] = {}
    for key, value in node.value if node else ():
        if value.value in ("", "~", "null"):
            continue
        values[key.value] = value.value
        marks[(key.value,)] = _mark(value)
        keys[(key.value,)] = _mark(key)
    return Document(
        path=shown,
        values=MappingProxyType(values),
        marks=MappingProxyType(marks),
        keys=MappingProxyType(keys),
        body="",
        body_line=1,
    )


def _mark(node: yaml.Node) -> Mark:
    return Mark(node.start_mark.line + 1, node.start_mark.column + 1)
