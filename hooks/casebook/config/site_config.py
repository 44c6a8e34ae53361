"""The masthead: what the site calls itself and where it stands, as mkdocs.yml says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import yaml
from yaml_env_tag import construct_env_tag

from casebook.content.problem import START, Problem


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """The name, the description and the place of the site."""

    name: str
    description: str
    address: str
    """Its whole address with a slash at the end; empty where nobody said it."""

    def absolute(self, address: str) -> str | None:
        """The whole address of an address below the site; None where nobody said where it is."""
        return urljoin(self.address, address or ".") if self.address else None

    @property
    def folder(self) -> str:
        """Where the site hangs on its host, with slashes at both ends: `/` for a host's root."""
        return urlsplit(self.address).path or "/"


class _Loader(yaml.SafeLoader):
    """Reads the configuration as the generator does, but builds no objects of Python's."""


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


_WHOLE = re.compile(r"https?://[^\s/?#@$\"'\\<>\[\]{}]+(?:/[^\s?#$\"'\\<>{}]*)?")


def site_url_problems(found: SiteConfig, shown: str) -> Iterator[Problem]:
    """The address of the site, where it has one, is whole and says no more than host and folder."""
    if found.address and not _WHOLE.fullmatch(found.address):
        yield Problem.of("site-address", shown, START, "site_url", found=found.address)


def load_site_config(config: Path) -> SiteConfig:
    """What the generator's configuration says; variables of the environment stand in for `!ENV`.

    A file that is no YAML is left to the generator, which says so.
    """
    try:
        found: Any = yaml.load(config.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, ValueError, TypeError, RecursionError, yaml.YAMLError):
        found = None
    values = found if isinstance(found, dict) else {}
    address = str(values.get("site_url") or "")
    return SiteConfig(
        name=str(values.get("site_name") or ""),
        description=str(values.get("site_description") or ""),
        address=address if not address or address.endswith("/") else f"{address}/",
    )
