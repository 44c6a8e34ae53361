"""The adapter: hands the site's pages to MkDocs. Nothing else here knows that MkDocs exists.

Every build reads all files anew, so `serve` follows edited, new, renamed and deleted cases without
a restart. In `build` an error stops before MkDocs touches its output; in `serve` the problems are
shown where the broken page would stand, because an exception there leaves the browser hanging.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from casebook import theme
from casebook.calendar import today_in_china
from casebook.checks import inspect
from casebook.checks.bodies import Kind, elements
from casebook.checks.discretion import discreet
from casebook.content.files import Folders
from casebook.content.library import Library
from casebook.content.loading import load
from casebook.content.problem import Problem, in_order
from casebook.masthead import Masthead, masthead
from casebook.organisation import Organisation, address_given, organisation
from casebook.pages.linked_data import linked_data
from casebook.pages.page import SitePage
from casebook.pages.site import Site, build
from casebook.pages.site_map import corrections_address
from casebook.preview import made_on_demand
from casebook.problem_pages import PROBLEMS, problem_pages
from casebook.project import OUTPUTS_VARIABLE
from casebook.publish import outputs, search
from casebook.publish.edition import Edition
from casebook.report import closing
from casebook.sanitiser import sanitised

log = get_plugin_logger("casebook")


@dataclass(frozen=True, slots=True)
class _Build:
    """What one build knows; replaced whole by the next."""

    library: Library
    organisation: Organisation
    masthead: Masthead
    problems: tuple[Problem, ...]
    site: Site
    pages: dict[str, SitePage]
    """The pages of the site by uri; in a preview, problems stand in the place of broken ones."""


_is_serving = False
_current: _Build


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remembers whether this run previews or publishes."""
    global _is_serving
    _is_serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Offers no editing without a repository, and leaves the sitemap to the outputs."""
    if not config.repo_url:
        config.edit_uri = None
    config.theme.static_templates.discard("sitemap.xml")
    return config


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Reads and checks all content; PluginError if it must not be published."""
    global _current
    folders = _folders(config)
    library, found = load(folders)
    path = Path(config.config_file_path)
    owner, flaws = organisation(path, folders.shown(path))
    head = masthead(path)
    flaws += tuple(address_given(owner, head.address, folders.shown(path)))
    problems = in_order(map(discreet, [*found, *flaws, *inspect(library, today_in_china())]))
    errors = [problem for problem in problems if problem.is_error]
    for problem in problems:
        (log.warning if _is_serving else log.error if problem.is_error else log.info)(str(problem))
    if errors and not _is_serving:
        raise PluginError(closing(problems, library))
    site = build(library, with_drafts=_is_serving)
    pages = {page.uri: page for page in site.pages}
    if _is_serving and problems:
        pages |= problem_pages(library, problems)
    _current = _Build(library, owner, head, problems, site, pages)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Puts before MkDocs every page, the images that shown cases use, the styles and scripts.

    The theme's own files go: its styles and scripts are used by no page. So does what the check
    does not know: whoever copies a pipe waits for ever.
    """
    for file in list(files):
        if file.src_dir in config.theme.dirs or file.src_uri not in _current.library.files:
            files.remove(file)
    for uri, page in _current.pages.items():
        found = files.get_file_from_path(uri)
        if found is None:
            found = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            files.append(found)
        found.edit_uri = _edit_uri(page)
    for uri in sorted(_images(_current.pages.values())):
        path = _current.library.files.get(uri)
        if path is not None and uri.startswith("cases/"):
            files.append(File.generated(config, uri, abs_src_path=str(path)))
    styles = theme.style_sheet(map(Path, config.theme.dirs))
    files.append(File.generated(config, theme.STYLE_SHEET, content=styles))
    _name_by_content(files)
    return files


def _name_by_content(files: Files) -> None:
    """Moves styles and scripts into a folder that is named by what they hold."""
    own = {file.src_uri: file for file in files if theme.is_versioned(file.src_uri)}
    places = theme.versioned({uri: file.content_bytes for uri, file in own.items()})
    for uri, place in places.items():
        own[uri].dest_uri = place


def _images(pages: Iterable[SitePage]) -> set[str]:
    """The uris of the images in the texts of pages; drafts and withdrawn texts have none here."""
    return {
        posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), unquote(element.target)))
        for page in pages
        if "![" in page.body  # most have no image, and need no second reading
        for element in elements(page.body)
        if element.kind is Kind.IMAGE
    }


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Gives the templates what they all use."""
    styles = files.get_file_from_path(theme.STYLE_SHEET)
    furniture = theme.Furniture(
        organisation=_current.organisation,
        site_address=_current.masthead.address,
        corrections_address=corrections_address(_current.library),
        assets=f"{posixpath.dirname(styles.dest_uri)}/" if styles else "",
        written={page.uri for page in _current.library.pages},
    )
    theme.equip(env, furniture)
    if _is_serving:
        env.globals["content_policy"] = None  # live reload is an inline script
    return env


def on_page_read_source(*, page: Page, config: MkDocsConfig) -> str | None:
    """The text of a page without front matter, which MkDocs would read by other rules."""
    found = _current.pages.get(page.file.src_uri)
    return None if found is None else f"\n{found.body}"


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Gives a page the title and template that MkDocs looks for in front matter."""
    found = _current.pages.get(page.file.src_uri)
    if found is not None:
        page.meta = {"title": found.title, "template": found.template}
    return markdown


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lets through of a text's HTML only what Markdown itself writes."""
    return sanitised(html)


def on_page_context(
    context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Gives a page's template the page and what it shows."""
    found = _current.pages.get(page.file.src_uri)
    if found is None:
        return context

    def absolute(address: str) -> str:
        relative = get_relative_url(address or ".", page.url)
        return _current.masthead.absolute(address) or relative

    return {
        **context,
        "site_page": found,
        "absolute": absolute,
        "linked_data": linked_data(found, absolute, _current.organisation.name),
        "problems_key": PROBLEMS if _is_serving and _current.problems else None,
        **found.view,
    }


def on_post_build(*, config: MkDocsConfig) -> None:
    """Makes the outputs, unless somebody else does or, in a preview, nobody has asked for one."""
    if not _is_serving and os.environ.get(OUTPUTS_VARIABLE) != "no":
        _write_outputs(config)


def on_serve(
    server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
) -> LiveReloadServer:
    """Makes the outputs of a preview when a browser first asks for one, after every change."""
    last = Path(config.site_dir) / search.MANIFEST
    make = partial(_write_outputs, config)
    server.set_app(made_on_demand(server.serve_request, last, make))
    return server


def _write_outputs(config: MkDocsConfig) -> None:
    made = _current
    edition = Edition(made.library, made.site, made.masthead, made.organisation)
    outputs.write_all(edition, Path(config.site_dir))


def _folders(config: MkDocsConfig) -> Folders:
    root = Path(config.config_file_path).parent
    cases = root / (config.extra["casebook"]["cases_dir"] or "cases")
    return Folders(cases=Path(os.path.normpath(cases)), docs=Path(config.docs_dir), root=root)


def _edit_uri(page: SitePage) -> str | None:
    """The path of the Markdown file in the repository, if that is where it lies."""
    if page.content is None or Path(page.content.document.path).is_absolute():
        return None
    return page.content.document.path
