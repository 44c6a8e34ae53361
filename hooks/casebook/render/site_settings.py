"""Site settings: what mkdocs.yml configures through MkDocs."""

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
    """The columns of the site, its template folders, and the repository of its files."""

    nav: tuple[Key, ...]
    """The columns: the address and title of each."""
    templates: tuple[Path, ...]
    """The folders of templates and styles, in order of precedence."""
    repo_url: str = ""
    edit_uri: str = ""
    edit_uri_template: str = ""

    def edit_url(self, page: SitePage) -> str | None:
        """The URL to edit the Markdown file of a page; None if it is in no repository."""
        if not self.repo_url or page.content is None:
            return None
        path = page.content.document.path
        if PurePosixPath(path).is_absolute():
            return None
        if self.edit_uri_template:
            stem = posixpath.splitext(path)[0]
            uri = self.edit_uri_template.format(path=path, path_noext=stem)
        elif self.edit_uri:
            uri = self.edit_uri + path
        else:
            return None
        return urljoin(f"{self.repo_url.rstrip('/')}/", uri)

    def column_of(self, address: str) -> Key | None:
        """The column that contains an address; that of the home page contains only itself."""
        return _column_of(self.nav, address)


def _column_of(nav: Sequence[Key], address: str) -> Key | None:
    around = (
        key
        for key in nav
        if address == key.address or (key.address and address.startswith(key.address))
    )
    return max(around, key=lambda key: len(key.address), default=None)
