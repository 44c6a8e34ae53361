"""The adapter: hands the site's pages to MkDocs. Nothing else here knows that MkDocs exists.

Every build reads all files anew, so `serve` follows edited, new, renamed and deleted cases without
a restart. In `build` an error stops before MkDocs touches its output; in `serve` the problems are
shown where the broken page would stand, because an exception there leaves the browser hanging.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from threading import Lock
from typing import Any, Literal
from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page

from casebook.build.build import publish
from casebook.build.build_inputs import inputs_key
from casebook.build.checked_project import CheckedProject, ProjectChecker
from casebook.build.preview import Shown, alone, made_on_demand
from casebook.build.problem_pages import PROBLEMS, problem_pages
from casebook.build.release_checks import ReleaseError
from casebook.commands.terminal import terminal_progress
from casebook.config.project import NAME_VARIABLE, OUTPUTS_VARIABLE, Project
from casebook.content.files import Folders
from casebook.content.line_breaks import is_text, with_unix_line_breaks
from casebook.content.problem import Problem, in_order
from casebook.editor.report import check_summary
from casebook.outputs import registry
from casebook.outputs.context import BuildContext, write_files
from casebook.pages.page import SitePage
from casebook.pages.site import Site
from casebook.pages.site_map import corrections_address
from casebook.pages.taxonomy import Key
from casebook.render import templates
from casebook.render.link_checker import dead_links, pictures_of
from casebook.render.markdown import MarkdownRenderer
from casebook.render.renderer import NOT_FOUND_PAGE, Renderer

log = get_plugin_logger("casebook")


@dataclass(slots=True)
class _Build:
    """What one build knows; replaced whole by the next."""

    found: CheckedProject
    problems: tuple[Problem, ...]
    site: Site
    pages: dict[str, SitePage]
    """The pages of the site by uri; in a preview, problems stand in the place of broken ones."""
    by_address: dict[str, SitePage]
    nav: tuple[Key, ...] = ()
    renderer: Renderer | None = None


_is_serving = False
_current: _Build
_templates: tuple[Path, ...] = ()
"""The folders of templates and styles, the project's own first."""


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remembers whether this run previews or publishes."""
    global _is_serving
    _is_serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leaves the sitemap to the outputs, and the page for dead links to the press.

    The press alone needs the folders of the theme: MkDocs would walk through fifteen thousand files
    there, a twenty-fifth of a rebuild of 10,000 cases, measured.
    """
    global _templates
    config.theme.static_templates -= {"sitemap.xml", NOT_FOUND_PAGE}
    _templates = tuple(map(Path, config.theme.dirs))
    config.theme.dirs = []
    return config


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Reads and checks all content; PluginError if it must not be published."""
    global _current
    found = _desk(_folders(config), Path(config.config_file_path)).check(terminal_progress)
    problems = (*found.problems, *found.address_problems)
    for problem in problems:
        (log.warning if _is_serving else log.error if problem.is_error else log.info)(str(problem))
    if not _is_serving and any(problem.is_error for problem in problems):
        raise PluginError(check_summary(problems, found.library))
    site = found.preview if _is_serving else found.site
    pages = {page.uri: page for page in site.pages}
    if _is_serving and problems:
        pages |= problem_pages(found.library, problems)
    by_address = {page.address: page for page in pages.values()}
    _current = _Build(found, problems, site, pages, by_address)


@lru_cache(maxsize=1)
def _desk(folders: Folders, config: Path) -> ProjectChecker:
    """The desk of a preview, which stays while its pages come and go."""
    return ProjectChecker(folders, config)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leaves to MkDocs the pages that its nav names, and the files that pages use.

    What the check does not know goes: whoever copies a pipe waits for ever.
    """
    named = set(_uris(config.nav))
    for file in list(files):
        if file.is_documentation_page() or file.src_uri not in _current.found.library.files:
            files.remove(file)
    for uri in named & _current.pages.keys():
        files.append(File.generated(config, uri, content=""))
    for uri in sorted(pictures_of(_current.pages.values())):
        path = _current.found.library.files.get(uri)
        if path is not None and uri.startswith("cases/"):
            files.append(File.generated(config, uri, abs_src_path=str(path)))
    styles = templates.style_sheet(_templates)
    files.append(File.generated(config, templates.STYLE_SHEET, content=styles))
    for file in files:
        if is_text(file.src_uri):
            file.content_bytes = with_unix_line_breaks(file.content_bytes)
    _name_by_content(files)
    return files


def _uris(nav: Any) -> Iterator[str]:
    """The files that a nav names, at whatever depth."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list | dict):
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _uris(item)


def _name_by_content(files: Files) -> None:
    """Moves styles and scripts into a folder that is named by what they hold."""
    own = {file.src_uri: file for file in files if templates.is_versioned(file.src_uri)}
    places = templates.versioned({uri: file.content_bytes for uri, file in own.items()})
    for uri, place in places.items():
        own[uri].dest_uri = place


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Takes the columns of the site from the nav, and the pages from MkDocs: the press prints."""
    _current.nav = tuple(_columns(nav))
    for file in list(files.documentation_pages()):
        files.remove(file)
    return nav


def _columns(nav: Navigation) -> Iterator[Key]:
    for item in nav.items:
        if isinstance(item, Page):
            page = _current.pages[item.file.src_uri]
            yield Key(page.address, item.title or page.title)
        elif isinstance(item, Link):
            yield Key(item.url, item.title)


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Sets up the press with MkDocs' templates."""
    styles = files.get_file_from_path(templates.STYLE_SHEET)
    site_context = templates.SiteContext(
        site_config=_current.found.site_config,
        organisation=_current.found.organisation,
        nav=_current.nav,
        corrections_address=corrections_address(_current.found.library),
        assets=f"{posixpath.dirname(styles.dest_uri)}/" if styles else "",
        written={page.uri for page in _current.found.library.pages},
        problems_key=PROBLEMS if _is_serving and _current.problems else None,
    )
    own = templates.template_environment(map(str, _templates), site_context)
    if _is_serving:
        own.globals["content_policy"] = None  # live reload is an inline script
    addresses = {uri: uri for uri in _current.found.library.files} | {
        uri: page.address for uri, page in _current.pages.items()
    }
    made_from = partial(
        inputs_key,
        _templates[0],
        Path(config.config_file_path),
        (config.repo_url, config.edit_uri, config.edit_uri_template),
    )
    _current.renderer = Renderer(
        own, MarkdownRenderer(addresses), site_context, partial(_edit_url, config), made_from
    )
    return env


def _edit_url(config: MkDocsConfig, page: SitePage) -> str | None:
    """Where the Markdown file of a page is edited, if it lies in the repository."""
    if not config.repo_url or page.content is None:
        return None
    path = page.content.document.path
    if Path(path).is_absolute():
        return None
    if template := config.edit_uri_template:
        place = template.format(path=path, path_noext=posixpath.splitext(path)[0])
    elif config.edit_uri:
        place = config.edit_uri + path
    else:
        return None
    return urljoin(f"{config.repo_url.rstrip('/')}/", place)


def on_post_build(*, config: MkDocsConfig) -> None:
    """Publishes the edition; of a preview it prints only what is shown for dead links."""
    renderer, folder = _press(), Path(config.site_dir)
    if _is_serving:
        write_files([renderer.not_found_page()], folder)
        for problem in in_order(dead_links(_current.site.pages, renderer.markdown)):
            log.warning(str(problem))
        return
    name = os.environ.get(NAME_VARIABLE) or folder.name
    chosen = registry.chosen(os.environ.get(OUTPUTS_VARIABLE))
    try:
        publish(_edition(), renderer, folder, chosen, name, _project(config).cache)
    except ReleaseError as unfit:
        if NAME_VARIABLE in os.environ:  # who called knows what to say
            raise
        for problem in unfit.problems:
            log.error(str(problem))
        raise PluginError(str(unfit)) from None


def on_serve(
    server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
) -> LiveReloadServer:
    """Makes the pages and outputs of a preview when a browser first asks for them."""
    lock = Lock()

    def make(path: str) -> bool:
        shown = Shown(_edition(), _press(), _current.by_address)
        return shown.make(path.removeprefix(server.mount_path), Path(config.site_dir))

    server.builder = alone(server.builder, lock)
    server.set_app(made_on_demand(server.serve_request, make, lock))
    return server


def _press() -> Renderer:
    assert _current.renderer is not None, "MkDocs says on_env before"
    return _current.renderer


def _edition() -> BuildContext:
    found = _current.found
    return BuildContext(
        found.library, _current.site, found.site_config, found.organisation, terminal_progress
    )


def _project(config: MkDocsConfig) -> Project:
    return Project(Path(config.config_file_path).parent)


def _folders(config: MkDocsConfig) -> Folders:
    root = _project(config).root
    cases = root / (config.extra["casebook"]["cases_dir"] or "cases")
    return Folders(cases=Path(os.path.normpath(cases)), docs=Path(config.docs_dir), root=root)
