"""The build plan: the routes of a site, and what renders or copies each of them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from casebook.build.checked_project import CheckedProject
from casebook.build.release_checks import exemptions
from casebook.build.route_plan import HTML, copies, plan_routes
from casebook.checks.exemptions import Exemptions
from casebook.content.line_breaks import with_unix_line_breaks
from casebook.content.progress import Progress, no_progress
from casebook.outputs.context import BuildContext, Output
from casebook.outputs.registry import all_outputs, output
from casebook.pages.page import NOT_FOUND_PAGE, PROBLEMS, File, SitePage
from casebook.pages.routes import Route, RouteKind, RouteTable
from casebook.pages.site_map import corrections_address
from casebook.pages.text_links import SourceAddresses
from casebook.render import assets
from casebook.render.markdown_renderer import MarkdownRenderer
from casebook.render.renderer import Renderer
from casebook.render.site_settings import SiteSettings
from casebook.render.templates import SiteContext, template_environment


@dataclass(frozen=True)
class BuildPlan:
    """The pages, outputs and copied files that a build writes, each with its route."""

    checked: CheckedProject
    context: BuildContext
    renderer: Renderer
    outputs: tuple[Output, ...]
    pages: tuple[SitePage, ...]
    copied: Mapping[str, Path]
    """The source files that are copied, by path below the site."""
    exemptions: Exemptions
    """What the privacy scan passes over."""

    @property
    def routes(self) -> RouteTable:
        """The routes of the site."""
        return self.context.routes

    def copy(self, path: str) -> File:
        """A copied file, with the same line breaks from every checkout. Raises OSError."""
        return path, with_unix_line_breaks(path, self.copied[path].read_bytes())


def plan_build(
    checked: CheckedProject,
    settings: SiteSettings,
    chosen: tuple[str, ...],
    progress: Progress = no_progress,
    preview: Mapping[str, SitePage] | None = None,
) -> BuildPlan:
    """The plan of a checked project; `chosen` are the names of its outputs.

    `preview` are the pages of a preview by address, with drafts, and with problem pages in place of
    broken pages.
    """
    site, routes, pages = checked.site, checked.routes, checked.site.pages
    if preview is not None:
        site, pages = checked.preview, tuple(preview.values())
        routes = plan_routes(site, checked.library.files, all_outputs())
    files = assets.assets(checked.library.files, settings.templates)
    context = BuildContext(
        checked.library, site, checked.site_config, checked.organisation, routes, progress
    )
    site_context = SiteContext(
        site_config=checked.site_config,
        organisation=checked.organisation,
        archive=checked.archive,
        nav=tuple(key for key in settings.nav if key.address not in site.empty_columns),
        corrections_address=corrections_address(checked.library),
        assets=f"{posixpath.dirname(next(iter(files)))}/",
        written={page.uri for page in checked.library.pages},
        problems_key=PROBLEMS if preview and PROBLEMS.address in preview else None,
    )
    addresses = SourceAddresses(frozenset(page.address for page in pages), routes)
    env = template_environment(map(str, settings.templates), site_context)
    if preview is not None:
        env.globals["content_policy"] = None  # live reload is an inline script
    renderer = Renderer(env, MarkdownRenderer(addresses), site_context, settings)

    def not_found_page(context: BuildContext) -> Iterator[File]:
        yield renderer.not_found_page()

    own = (
        Output("assets", RouteTable(assets.ROUTES), lambda context: iter(files.items())),
        Output(NOT_FOUND_PAGE, RouteTable((_NOT_FOUND,)), not_found_page),
    )
    return BuildPlan(
        checked,
        context,
        renderer,
        (*map(output, chosen), *own),
        pages,
        copies(site, checked.library.files),
        exemptions(checked.library, checked.organisation),
    )


_NOT_FOUND = Route(NOT_FOUND_PAGE, RouteKind.PAGE, NOT_FOUND_PAGE, HTML)
