"""The name, the description and the URL of the site, from mkdocs.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from casebook.config.mkdocs_yml import MkdocsYml
from casebook.content.front_matter import INVISIBLE
from casebook.content.problem import START, Problem
from casebook.content.web_address import has_valid_port

_WHOLE = re.compile(r"https?://[^\s/?#@$\"'\\<>\[\]{}]+(?:/[^\s?#$\"'\\<>{}]*)?")


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """The name, the description and the URL of the site."""

    name: str
    description: str
    address: str
    """The absolute URL with a trailing slash; empty where it is not configured."""

    @classmethod
    def of(cls, config: MkdocsYml) -> SiteConfig:
        """The settings of a configuration file, `!ENV` resolved from environment variables."""
        address = config.setting("site_url")
        return cls(
            name=config.setting("site_name"),
            description=config.setting("site_description"),
            address=address if not address or address.endswith("/") else f"{address}/",
        )

    def absolute(self, address: str) -> str | None:
        """The absolute URL of an address below the site; None where the site has no URL."""
        return urljoin(self.address, address or ".") if self.address else None

    @property
    def folder(self) -> str:
        """The path of the site on its host, with slashes at both ends: `/` for a host's root."""
        return urlsplit(self.address).path or "/"

    @property
    def is_secure(self) -> bool:
        """Whether the site is served over https."""
        return self.address.startswith("https://")


def site_url_problems(found: SiteConfig, shown: str) -> Iterator[Problem]:
    """The URL of the site, if configured, is absolute and consists of scheme, host and path."""
    if found.address and not _is_whole(found.address):
        yield Problem.of("site-address", shown, START, "site_url", found=found.address)


def _is_whole(address: str) -> bool:
    if not _WHOLE.fullmatch(address) or INVISIBLE.search(address):
        return False
    parts = urlsplit(address)
    return bool(parts.hostname) and has_valid_port(parts)
