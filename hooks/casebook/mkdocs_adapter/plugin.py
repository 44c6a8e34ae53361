"""The plugin: the events of MkDocs, answered with the functions of the build."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page

from casebook.build.checked_project import CheckedProject, ProjectChecker
from casebook.build.plan import BuildPlan, plan_build
from casebook.build.preview import Preview, exclusive, made_on_demand
from casebook.build.problem_pages import problem_pages
from casebook.build.release_checks import ReleaseError
from casebook.build.site_build import write_site
from casebook.build.terminal import terminal_progress
from casebook.checks.redaction import redacted_text
from casebook.config.project import Project
from casebook.editor.report import check_summary
from casebook.outputs.context import write_files
from casebook.outputs.registry import OUTPUTS
from casebook.pages.page import NOT_FOUND_PAGE, SitePage
from casebook.render.site_settings import SiteSettings
from casebook.schema.term_keys import Key

log = get_plugin_logger("casebook")


class CasebookPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Handles the events of MkDocs.

    With a checked project it only reads the settings. Without one it checks the project itself:
    `mkdocs build` then writes the whole site at the end, and `mkdocs serve` renders each file at
    its first request.
    """

    def __init__(self, checked: CheckedProject | None = None) -> None:
        self._given = checked
        self._is_serving = False
        self._checker: ProjectChecker | None = None
        self._templates: tuple[Path, ...] = ()
        self._state: _State
        self.settings: SiteSettings

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Records whether this run is a preview."""
        self._is_serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Disables MkDocs' sitemap and 404 page, and hides the theme's folders from it.

        MkDocs would list fifteen thousand files there, a twenty-fifth of a rebuild of 10,000 cases,
        measured.
        """
        config.theme.static_templates -= {"sitemap.xml", NOT_FOUND_PAGE}
        self._templates = tuple(map(Path, config.theme.dirs))
        config.theme.dirs = []
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Loads and checks all content; raises PluginError where a build is refused."""
        checked = self._given or self._check(config)
        problems = (*checked.problems, *checked.address_problems)
        if self._given is None:
            for problem in problems:
                is_fatal = checked.stops_build(problem) and not self._is_serving
                (log.error if is_fatal else log.warning if self._is_serving else log.info)(
                    str(problem)
                )
        if not checked.may_be_built and not self._is_serving:
            summary = check_summary(problems, checked.library, checked.organisation.official)
            raise PluginError(redacted_text(summary, checked.library.words))
        site = checked.preview if self._is_serving else checked.site
        pages = {page.uri: page for page in site.pages}
        if self._is_serving and problems:
            pages |= problem_pages(checked.library, problems)
        self._state = _State(checked, pages)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Passes only the pages of the nav to MkDocs, for their titles."""
        for file in list(files):
            files.remove(file)
        for uri in sorted(set(_uris(config.nav)) & self._state.pages.keys()):
            files.append(File.generated(config, uri, content=""))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Reads the settings from nav and configuration, and removes all pages from MkDocs."""
        self.settings = SiteSettings(
            nav=tuple(self._columns(nav)),
            templates=self._templates,
            repo_url=config.repo_url or "",
            edit_uri=config.edit_uri or "",
            edit_uri_template=config.edit_uri_template or "",
        )
        for file in list(files.documentation_pages()):
            files.remove(file)
        return nav

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes the whole site; of a preview only the 404 page."""
        if self._given is not None:
            return
        folder, state = Path(config.site_dir), self._state
        preview = {page.address: page for page in state.pages.values()}
        project = state.checked.project
        plan = plan_build(
            state.checked,
            self.settings,
            project.outputs(OUTPUTS),
            terminal_progress,
            preview if self._is_serving else None,
        )
        if self._is_serving:
            self._state = replace(state, preview=Preview(plan, preview))
            write_files([plan.renderer.not_found_page()], folder)
        else:
            _publish(plan, folder)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Renders the files of a preview at their first request."""
        lock = Lock()

        def make(path: str) -> bool:
            assert self._state.preview is not None, "on_post_build runs first"
            path = path.removeprefix(server.mount_path)
            return self._state.preview.make(path, Path(config.site_dir))

        server.builder = exclusive(server.builder, lock)
        server.set_app(made_on_demand(server.serve_request, make, lock))
        return server

    def _check(self, config: MkDocsConfig) -> CheckedProject:
        """Checks the current state of the project; the checker is reused by rebuilds."""
        cases = config.extra.get("casebook", {}).get("cases_dir") or "cases"
        root = Path(config.config_file_path).parent
        project = Project(root, docs=Path(config.docs_dir), cases=root / cases)
        if self._checker is None or self._checker.project != project:
            self._checker = ProjectChecker(project)
        return self._checker.check(terminal_progress)

    def _columns(self, nav: Navigation) -> Iterator[Key]:
        for item in nav.items:
            if isinstance(item, Page):
                page = self._state.pages[item.file.src_uri]
                yield Key(page.address, item.title or page.title)
            elif isinstance(item, Link):
                yield Key(item.url, item.title)


@dataclass(frozen=True, slots=True)
class _State:
    """The state of one build of MkDocs, replaced by the next."""

    checked: CheckedProject
    pages: dict[str, SitePage]
    """By uri; in a preview, problem pages replace broken pages."""
    preview: Preview | None = None


def _publish(plan: BuildPlan, folder: Path) -> None:
    """Writes a site into the output folder of MkDocs; raises PluginError for ReleaseError."""
    try:
        write_site(plan, folder, folder.name, plan.checked.project.cache)
    except ReleaseError as error:
        for problem in error.problems:
            log.error(str(problem))
        raise PluginError(str(error)) from None


def _uris(nav: Any) -> Iterator[str]:
    """The files in a nav, recursively."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list | dict):
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _uris(item)
