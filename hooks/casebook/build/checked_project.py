"""The checked project: the content of a project, loaded and checked; unchanged files only once."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from casebook.build.link_rules import links_hold
from casebook.build.route_plan import plan_routes
from casebook.build.route_rules import (
    former_addresses_unreserved,
    reserved_places_free,
    routes_distinct,
)
from casebook.build.worker_pool import map_unordered
from casebook.checks import of_content, of_library
from casebook.checks.redaction import redacted
from casebook.config.mkdocs_yml import MkdocsYml, read_mkdocs_yml
from casebook.config.organisation import Organisation, read_organisation, site_url_required
from casebook.config.project import Project
from casebook.config.site_config import SiteConfig, site_url_problems
from casebook.content.calendar import today_in_china
from casebook.content.contents import Content
from casebook.content.file_cache import FileCache
from casebook.content.files import Folders
from casebook.content.library import Library
from casebook.content.loader import load
from casebook.content.problem import Problem, in_order
from casebook.content.progress import Progress, no_progress
from casebook.outputs.registry import all_outputs
from casebook.pages.routes import RouteTable
from casebook.pages.site import Site, plan_site
from casebook.texts import problems as texts

BATCH = 500
"""Contents checked at a time; for fewer a second process is not worth starting."""


@dataclass(frozen=True, slots=True)
class CheckedProject:
    """The content and the configuration of a project, and all problems of both."""

    project: Project
    library: Library
    config: MkdocsYml
    organisation: Organisation
    site_config: SiteConfig
    site: Site
    """The pages that are published."""
    preview: Site
    """The pages with those of drafts."""
    routes: RouteTable
    """The routes of what is published."""
    problems: tuple[Problem, ...]
    """Of the content and the configuration, in the order of a report."""
    address_problems: tuple[Problem, ...]
    """Of the site's own address, which only a build needs."""

    @property
    def has_errors(self) -> bool:
        """Whether the project must not be built."""
        return any(problem.is_error for problem in (*self.problems, *self.address_problems))


@dataclass(slots=True)
class ProjectChecker:
    """Loads and checks one project again and again; what has not changed since only once.

    Of ten thousand cases of which one was saved, it loads one file and checks one case by itself;
    the rules that compare cases look at all.
    """

    project: Project
    _files: FileCache = field(default_factory=FileCache)
    _found: dict[Content, tuple[Problem, ...]] = field(default_factory=dict)
    """The problems of each content by itself."""

    def check(self, progress: Progress = no_progress) -> CheckedProject:
        """The project as it is now, checked by today's date in China."""
        folders = self.project.folders
        config = read_mkdocs_yml(self.project.config, folders.shown(self.project.config))
        organisation, flaws = read_organisation(config)
        site_config = SiteConfig.of(config)
        with garbage_collection_paused():
            library, problems = load(folders, progress, self._files)
            problems += [*config.problems, *flaws]
            problems += self._of_contents(library, today_in_china(), progress)
            site = plan_site(library)
            preview = plan_site(library, with_drafts=True) if library.drafts else site
            routes = plan_routes(site, library.files, all_outputs(), folders.shown)
            problems += of_site(library, preview, routes, folders, tuple(problems))
        return CheckedProject(
            self.project,
            library,
            config,
            organisation,
            site_config,
            site,
            preview,
            routes,
            in_order(map(redacted, problems)),
            in_order(
                (
                    *site_url_problems(site_config, config.shown),
                    *site_url_required(organisation, site_config.address, config.shown),
                )
            ),
        )

    def _of_contents(self, library: Library, today: date, progress: Progress) -> Iterator[Problem]:
        """The problems of all contents; those of an unchanged content are remembered."""
        self._found = {one: self._found[one] for one in library.contents if one in self._found}
        fresh = [one for one in library.contents if one not in self._found]
        batches = [fresh[start : start + BATCH] for start in range(0, len(fresh), BATCH)]

        def check(batch: list[Content] | Library) -> list[tuple[Problem, ...]]:
            if isinstance(batch, Library):
                return [tuple(of_library(batch, today))]
            return [(*of_content(one), *former_addresses_unreserved(one)) for one in batch]

        # The rules on the whole library come first: nothing else takes as long.
        tasks: list[list[Content] | Library] = [library, *batches]
        done = map_unordered(check, tasks, workers=1 if len(batches) < 2 else None)
        for batch, found in progress(done, texts.JUDGING, total=len(tasks)):
            if isinstance(batch, Library):
                yield from found[0]
            else:
                self._found |= zip(batch, found, strict=True)
        for problems in self._found.values():
            yield from problems


def of_site(
    library: Library, preview: Site, routes: RouteTable, folders: Folders, found: Iterable[Problem]
) -> Iterator[Problem]:
    """The problems that only the planned site shows: of addresses and of links between texts."""
    yield from reserved_places_free(library, folders.shown)
    yield from routes_distinct(routes, found)
    yield from links_hold(library, preview, routes)


def check_project(project: Project, progress: Progress = no_progress) -> CheckedProject:
    """A project, loaded and checked once by today's date in China."""
    return ProjectChecker(project).check(progress)


@contextmanager
def garbage_collection_paused() -> Iterator[None]:
    """Keeps Python from looking for garbage among loaded content, all of which stays.

    Loading is a tenth faster, measured.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
