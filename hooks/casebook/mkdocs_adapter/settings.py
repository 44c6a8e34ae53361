"""The settings of a site: what MkDocs, called as a library, makes of its configuration."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from casebook.build.checked_project import CheckedProject
from casebook.config.mkdocs_yml import MkdocsYml
from casebook.config.project import Project
from casebook.mkdocs_adapter.plugin import CasebookPlugin
from casebook.render.site_settings import SiteSettings
from casebook.texts import commands as texts

HOOK = "mkdocs_hooks.py"
"""The hook that loads the plugin from mkdocs.yml; not used where the plugin is passed directly."""


class SettingsError(Exception):
    """MkDocs rejects the configuration; the text gives each error with its position."""


def read_settings(checked: CheckedProject, folder: Path) -> SiteSettings:
    """The settings of a checked project, parsed by MkDocs.

    `folder` is an empty folder and stays empty. Raises SettingsError for any error or warning.
    """
    plugin = CasebookPlugin(checked)
    with _warnings() as warnings:
        try:
            config = _config(checked.config, checked.project, folder)
            config.plugins["casebook"] = plugin
            build(config)
        except Abort:
            raise SettingsError("\n".join(warnings)) from None
        except MkDocsException as error:
            raise SettingsError(str(error)) from None
    return plugin.settings


def _config(own: MkdocsYml, project: Project, folder: Path) -> MkDocsConfig:
    """The validated configuration; raises SettingsError with the line of each rejected setting."""
    config = MkDocsConfig(config_file_path=str(project.config))
    with project.config.open("rb") as file:
        config.load_file(file)
    hooks = [hook for hook in config.get("hooks") or () if Path(hook).name != HOOK]
    config.load_dict({"site_dir": str(folder), "strict": True, "hooks": hooks})
    errors, warnings = config.validate()
    if found := [_refused(own, config, key, error) for key, error in (*errors, *warnings)]:
        raise SettingsError("\n".join(found))
    return config


def _refused(own: MkdocsYml, config: MkDocsConfig, key: str, reason: object) -> str:
    """The message of a rejected setting."""
    known = {name for name, _ in config._schema}
    text = texts.SETTING_REFUSED
    if key not in known:
        text = texts.SETTING_UNKNOWN
    elif own.node(key)[0] is None:
        text = texts.SETTING_MISSING
    place = f"{own.shown}:{own.line_of(key)}:1"
    return text.format(place=place, name=f"“{key}”", reason=reason)


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collects the warnings of MkDocs, which are failures in its strict mode."""
    found: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    logger, collector = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    logger.addHandler(collector)
    propagate, logger.propagate = logger.propagate, False
    try:
        yield found
    finally:
        logger.propagate = propagate
        logger.removeHandler(collector)
