"""The organisation that publishes the site, from `extra.casebook.organisation` in mkdocs.yml.

Until it is declared official, every page is marked as a demonstration. An official site must have
all that 《政府网站发展指引》 requires in the footer of a government site.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from casebook.config.mapping_setting import read_mapping
from casebook.config.mkdocs_yml import MkdocsYml
from casebook.content import field_types
from casebook.content.field_types import flaw
from casebook.content.model_base import FrontMatter
from casebook.content.problem import START, Mark, Problem

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


class MarkKind(StrEnum):
    """The kinds of site-identity marks (网站标识)."""

    GOVERNMENT = "党政机关"
    INSTITUTION = "事业单位"


def _picture(value: object) -> str:
    written = field_types.text(value)
    if not re.fullmatch(r"[a-z0-9_-]+(/[a-z0-9_-]+)*\.(png|jpg|jpeg|webp|svg)", written, re.ASCII):
        raise flaw("mark-picture", found=written)
    return written


class Organisation(FrontMatter):
    """The publisher of the site; all texts are rendered in the footer of every page."""

    official: Annotated[bool, BeforeValidator(_boolean)] = False
    name: field_types.Text | None = None
    contact: field_types.Text | None = None
    site_code: field_types.Text | None = None
    icp: field_types.Text | None = None
    police_record: field_types.Text | None = None
    mark_kind: Annotated[MarkKind, BeforeValidator(field_types.choice(MarkKind))] | None = None
    mark_picture: Annotated[str, BeforeValidator(_picture)] | None = None
    mark_url: field_types.Https | None = None
    corrections: Annotated[str, BeforeValidator(_contact_address)] | None = None

    @property
    def is_named(self) -> bool:
        """Whether the site has a publisher."""
        return self.name is not None

    @property
    def police_record_url(self) -> str:
        """The page of its record at the register of the police; the register without a number."""
        number = re.search(r"[0-9]{11,}", self.police_record or "", re.ASCII)
        return POLICE_REGISTER + (f"#/query/webSearch?code={number[0]}" if number else "")


ICP_REGISTER = "https://beian.miit.gov.cn/"
"""The register of ICP numbers, to which a site must link its own."""

POLICE_REGISTER = "https://beian.mps.gov.cn/"
"""The register of sites with the police."""

MARK = ("mark_kind", "mark_picture", "mark_url")
"""The fields of the site-identity mark."""


REQUIRED = ("name", "contact", "site_code", "icp", "police_record", "corrections")
"""The fields required of an official site (国办发〔2017〕47号)."""


def read_organisation(config: MkdocsYml) -> tuple[Organisation, tuple[Problem, ...]]:
    """The organisation in a configuration file and its problems; empty if a value is invalid."""
    found, problems = read_mapping(config, SETTING, Organisation)
    if found is None:
        return Organisation(), tuple(problems)
    _, mark = config.node(*SETTING)
    more = (*_incomplete(found, mark, config.shown), *_mark_in_part(found, mark, config.shown))
    return found, (*problems, *more)


def site_url_required(found: Organisation, site_address: str, shown: str) -> Iterator[Problem]:
    """An official site sets `site_url`, because its pages contain their own absolute URLs."""
    if found.official and not site_address:
        yield Problem.of("site-address-missing", shown, START, "site_url")


def mark_exists(found: Organisation, files: Container[str], config: MkdocsYml) -> Iterator[Problem]:
    """The picture of the site-identity mark is a file in docs/; `files` are all uris."""
    if found.mark_picture is not None and found.mark_picture not in files:
        field = ".".join((*SETTING, "mark_picture"))
        _, mark = config.node(*SETTING, "mark_picture")
        yield Problem.of("mark-missing", config.shown, mark, field, found=found.mark_picture)


def _mark_in_part(found: Organisation, mark: Mark, shown: str) -> Iterator[Problem]:
    """The kind, the picture and the link of the site-identity mark are given together."""
    missing = [key for key in MARK if getattr(found, key) is None]
    if 0 < len(missing) < len(MARK):
        fields = Organisation.model_fields
        title = "、".join(f"{fields[key].title}（{key}）" for key in missing)
        yield Problem.of("mark-in-part", shown, mark, ".".join(SETTING), title=title)


def _incomplete(found: Organisation, mark: Mark, shown: str) -> Iterator[Problem]:
    """An official site has every field that the guideline requires."""
    for key in REQUIRED:
        if found.official and getattr(found, key) is None:
            field = ".".join((*SETTING, key))
            title = Organisation.model_fields[key].title
            yield Problem.of("organisation-incomplete", shown, mark, field, title=title)
