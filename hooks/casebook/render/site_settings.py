"""Site settings: what mkdocs.yml configures by way of MkDocs."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

from casebook.pages.page import SitePage
from casebook.schema.term_keys import Key


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """The columns of the site, its templates, and where its files are edited."""

    nav: tuple[Key, ...]
    """The columns: where each begins, and its title."""
    templates: tuple[Path, ...]
    """The folders of templates and styles, the project's own first."""
    repo_url: str = ""
    edit_uri: str = ""
    edit_uri_template: str = ""

    def edit_url(self, page: SitePage) -> str | None:
        """Where the Markdown file of a page is edited; None where it is in no repository."""
        if not self.repo_url or page.content is None:
            return None
        path = page.content.document.path
        if PurePosixPath(path).is_absolute():
            return None
        if self.edit_uri_template:
            stem = posixpath.splitext(path)[0]
            place = self.edit_uri_template.format(path=path, path_noext=stem)
        elif self.edit_uri:
            place = self.edit_uri + path
        else:
            return None
        return urljoin(f"{self.repo_url.rstrip('/')}/", place)

    def column_of(self, address: str) -> Key | None:
        """The column of an address; only the home page is in the column of the home page."""
        return _column_of(self.nav, address)


def _column_of(nav: Sequence[Key], address: str) -> Key | None:
    around = (
        key
        for key in nav
        if address == key.address or (key.address and address.startswith(key.address))
    )
    return max(around, key=lambda key: len(key.address), default=None)
