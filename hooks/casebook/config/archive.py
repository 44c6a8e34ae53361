"""The notice that a site is archived, from `extra.casebook.archived` in mkdocs.yml."""

from __future__ import annotations

from casebook.config.mapping_setting import read_mapping
from casebook.config.mkdocs_yml import MkdocsYml
from casebook.content import field_types
from casebook.content.model_base import FrontMatter
from casebook.content.problem import Problem

SETTING = ("extra", "casebook", "archived")
"""The path of its setting in mkdocs.yml."""


class Archive(FrontMatter):
    """Since when a site is no longer updated; shown on every page."""

    date: field_types.FullDate
    note: field_types.Text | None = None


def read_archive(config: MkdocsYml) -> tuple[Archive | None, list[Problem]]:
    """The notice in a configuration file and its problems; None if the site is not archived."""
    return read_mapping(config, SETTING, Archive)
