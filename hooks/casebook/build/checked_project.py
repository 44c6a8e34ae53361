"""The checked project: loads and checks the content of a project incrementally."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from casebook.build.link_rules import links_resolve
from casebook.build.release_checks import exemptions
from casebook.build.route_plan import plan_routes
from casebook.build.route_rules import aliases_unreserved, reserved_places_free, routes_distinct
from casebook.build.worker_pool import map_unordered
from casebook.checks import of_content, of_library, of_partial
from casebook.checks.redaction import redacted
from casebook.checks.site_files import site_files_hold_no_personal_data
from casebook.checks.sources import publication_times_stated
from casebook.config.archive import Archive, read_archive
from casebook.config.mkdocs_yml import MkdocsYml, read_mkdocs_yml
from casebook.config.organisation import (
    Organisation,
    mark_exists,
    read_organisation,
    site_url_required,
)
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
"""Contents of one task; a single batch is checked without a worker pool."""


@dataclass(frozen=True, slots=True)
class CheckedProject:
    """The content, configuration and planned site of a project, and all problems of them."""

    project: Project
    library: Library
    config: MkdocsYml
    organisation: Organisation
    archive: Archive | None
    site_config: SiteConfig
    site: Site
    """The pages that are published."""
    preview: Site
    """The published pages and those of drafts."""
    routes: RouteTable
    """The routes of what is published."""
    problems: tuple[Problem, ...]
    """Of the content and the configuration, in the order of reports."""
    address_problems: tuple[Problem, ...]
    """Of `site_url`, which only a build needs."""

    @property
    def may_be_built(self) -> bool:
        """Whether no problem stops a build."""
        return not any(map(self.stops_build, (*self.problems, *self.address_problems)))

    def stops_build(self, problem: Problem) -> bool:
        """Whether the project must not be built with a problem: an official site is stricter."""
        is_refused = self.organisation.official and problem.is_refused_when_official
        return problem.is_error or is_refused


@dataclass(slots=True)
class ProjectChecker:
    """Loads and checks one project repeatedly and incrementally.

    After one edit among ten thousand cases it loads one file and checks one content; rules on the
    whole library run again.
    """

    project: Project
    _files: FileCache = field(default_factory=FileCache)
    _problems: dict[Content, tuple[Problem, ...]] = field(default_factory=dict)
    """The problems of each content, from rules on single contents."""
    _words: frozenset[str] = frozenset()
    """The site's words by which they were found."""

    def check(self, progress: Progress = no_progress) -> CheckedProject:
        """The current state of the project, checked by today's date in China."""
        folders = self.project.folders
        config = read_mkdocs_yml(self.project.config, folders.shown(self.project.config))
        organisation, flaws = read_organisation(config)
        archive, archive_flaws = read_archive(config)
        site_config = SiteConfig.of(config)
        with garbage_collection_paused():
            library, problems = load(folders, progress, self._files)
            problems += [*config.problems, *flaws, *archive_flaws]
            problems += mark_exists(organisation, library.files, config)
            if organisation.official:
                problems += publication_times_stated(library)
            problems += self._content_problems(library, today_in_china(), progress)
            exempt = exemptions(library, organisation)
            problems += site_files_hold_no_personal_data(config, self.project.root, exempt)
            site = plan_site(library)
            preview = plan_site(library, with_drafts=True) if library.drafts else site
            routes = plan_routes(site, library.files, all_outputs(), folders.shown)
            problems += site_problems(library, preview, routes, folders, tuple(problems))
        return CheckedProject(
            self.project,
            library,
            config,
            organisation,
            archive,
            site_config,
            site,
            preview,
            routes,
            in_order(redacted(problem, library.words) for problem in problems),
            in_order(
                map(
                    redacted,
                    (
                        *site_url_problems(site_config, config.shown),
                        *site_url_required(organisation, site_config.address, config.shown),
                    ),
                )
            ),
        )

    def _content_problems(
        self, library: Library, today: date, progress: Progress
    ) -> Iterator[Problem]:
        """The problems of all contents; those of unchanged contents come from the cache."""
        if library.words != self._words:
            self._problems, self._words = {}, library.words
        contents, partial = [*library.contents, *library.partial], frozenset(library.partial)
        self._problems = {one: self._problems[one] for one in contents if one in self._problems}
        unchecked = [one for one in contents if one not in self._problems]
        batches = [unchecked[start : start + BATCH] for start in range(0, len(unchecked), BATCH)]

        def check(batch: list[Content] | Library) -> list[tuple[Problem, ...]]:
            if isinstance(batch, Library):
                return [tuple(of_library(batch, today))]
            return [
                tuple(of_partial(one, library.words))
                if one in partial
                else (*of_content(one, library.words), *aliases_unreserved(one))
                for one in batch
            ]

        # The rules on the whole library are the longest task, so they start first.
        tasks: list[list[Content] | Library] = [library, *batches]
        done = map_unordered(check, tasks, workers=1 if len(batches) < 2 else None)
        for batch, found in progress(done, texts.CHECKING, total=len(tasks)):
            if isinstance(batch, Library):
                yield from found[0]
            else:
                self._problems |= zip(batch, found, strict=True)
        for problems in self._problems.values():
            yield from problems


def site_problems(
    library: Library, preview: Site, routes: RouteTable, folders: Folders, found: Iterable[Problem]
) -> Iterator[Problem]:
    """The problems of addresses and links, which need the planned site."""
    yield from reserved_places_free(library, folders.shown)
    yield from routes_distinct(routes, found)
    yield from links_resolve(library, preview, routes)


def check_project(project: Project, progress: Progress = no_progress) -> CheckedProject:
    """Loads a project and checks it by today's date in China."""
    return ProjectChecker(project).check(progress)


@contextmanager
def garbage_collection_paused() -> Iterator[None]:
    """Disables the garbage collector while content is loaded: a tenth faster, measured."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
