"""The build: checks a project, renders and scans its site, and publishes it atomically.

Every file is scanned in memory before it is written, so the site is not read again.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from casebook.build.atomic_swap import atomic_replacement
from casebook.build.build_cache import PREVIOUS, BuildCache
from casebook.build.checked_project import CheckedProject, check_project
from casebook.build.manifest import Manifest, ManifestEntry, write_manifest
from casebook.build.page_cache import CachedPage
from casebook.build.plan import BuildPlan, plan_build
from casebook.build.precompress import precompress
from casebook.build.privacy_scan import PrivacyScan
from casebook.build.release_checks import ContentError, check_release
from casebook.build.worker_pool import map_unordered
from casebook.config.project import Project
from casebook.content.problem import Problem
from casebook.content.progress import Progress, no_progress
from casebook.outputs.context import Output, write_files
from casebook.outputs.registry import OUTPUTS
from casebook.pages.page import File, SitePage
from casebook.pages.routes import Route
from casebook.render.renderer import RenderError
from casebook.render.site_settings import SiteSettings
from casebook.texts import commands as texts

BATCH = 64
"""Pages or copied files of one task: few enough to balance the load of the workers."""

ReadSettings = Callable[[CheckedProject, Path], SiteSettings]
"""Reads the generator's settings of a checked project; the path is an empty folder for its use."""


def build_site(
    project: Project,
    target: Path,
    read_settings: ReadSettings,
    *,
    compress: bool = False,
    progress: Progress = no_progress,
) -> CheckedProject:
    """Builds the site of a project and replaces `target` with it atomically.

    If anything is raised, `target` is unchanged: ContentError if the content must not be built,
    ReleaseError if the site must not be published, RenderError if a page cannot be rendered,
    WorkerLostError, BusyError, OSError, and whatever `read_settings` raises.
    """
    checked = check_project(project, progress)
    if not checked.may_be_built:
        raise ContentError(checked)
    previous = project.cache / PREVIOUS if project.cache else None
    with atomic_replacement(target, previous) as folder:
        settings = read_settings(checked, folder)
        plan = plan_build(checked, settings, project.outputs(OUTPUTS), progress)
        write_site(plan, folder, target.name, project.cache)
        if compress:
            precompress(folder, plan.routes, progress)
            write_manifest(folder)
    return checked


def write_site(plan: BuildPlan, folder: Path, name: str, cache_folder: Path | None) -> None:
    """Renders, scans and writes all files of a planned site, and its manifest.

    `name` is the folder of the site in problems; without a cache folder nothing is reused. Raises
    ReleaseError, RenderError, WorkerLostError and OSError.
    """
    cache = None if cache_folder is None else BuildCache.open(cache_folder, plan, folder)
    worker = _Worker(plan, folder, PrivacyScan(plan.exemptions, name), cache)
    tasks: list[Task] = [*plan.outputs, *_batches(plan.pages), *_batches(tuple(plan.copied))]
    gc.freeze()  # the collector does not touch loaded objects, so forked workers share their memory
    entries: list[ManifestEntry] = []
    leaks: list[Problem] = []
    cached: dict[str, CachedPage] = {}
    done = map_unordered(worker.run, tasks)
    for _, result in plan.context.progress(done, texts.RENDERING, total=len(tasks)):
        entries += result.entries
        leaks += result.leaks
        cached |= result.cached
    if cache is not None:
        cache.pages.close(cached)
    check_release(
        plan.context.library.ledger, plan.routes, leaks, [entry.path for entry in entries]
    )
    if cache is not None:
        cache.close(entries, folder)
    write_manifest(folder, Manifest.of(entries))


Item = TypeVar("Item")
Task = Output | Sequence[SitePage] | Sequence[str]
"""An output, or a batch of pages or of paths of copied files."""


def _batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]


@dataclass(frozen=True, slots=True)
class TaskResult:
    """The entries of the files of a task, the personal data in them, and its cached pages."""

    entries: list[ManifestEntry] = field(default_factory=list)
    leaks: list[Problem] = field(default_factory=list)
    cached: dict[str, CachedPage] = field(default_factory=dict)
    """The pages of the task in the page cache, by cache key."""


@dataclass(frozen=True, slots=True)
class _Worker:
    """Runs tasks in a worker process."""

    plan: BuildPlan
    folder: Path
    scan: PrivacyScan
    cache: BuildCache | None

    def run(self, task: Task) -> TaskResult:
        """Renders or copies the files of a task, scans them, and writes those that changed."""
        result = TaskResult()
        if isinstance(task, Output):
            write_files(self._output(task, result), self.folder)
        else:
            write_files(self._files(task, result), self.folder)
        return result

    def _output(self, output: Output, result: TaskResult) -> Iterator[File]:
        try:
            for path, content in output.files(self.plan.context):
                yield from self._scanned(output.routes[path], path, content, result)
        except (OSError, RenderError):
            raise
        except Exception as error:
            raise RenderError.of(error) from error

    def _files(self, items: Iterable[SitePage | str], result: TaskResult) -> Iterator[File]:
        for item in items:
            if isinstance(item, str):
                yield from self._scanned(self.plan.routes[item], *self.plan.copy(item), result)
            elif self.cache is None:
                yield from self._rendered(item, result)
            else:
                yield from self._cached_or_rendered(item, self.cache, result)

    def _rendered(self, page: SitePage, result: TaskResult) -> Iterator[File]:
        path, content = self.plan.renderer.render_page(page)
        yield from self._scanned(self.plan.routes[path], path, content, result)

    def _scanned(
        self, route: Route, path: str, content: bytes, result: TaskResult
    ) -> Iterator[File]:
        """Scans a file; yields it if it must be written."""
        entry = ManifestEntry.of(path, content)
        result.entries.append(entry)
        if self.cache is None or not self.cache.is_scanned(entry):
            result.leaks.extend(self.scan.problems(route, path, content))
        if self.cache is None or not self.cache.is_unchanged(entry, self.folder):
            yield path, content

    def _cached_or_rendered(
        self, page: SitePage, cache: BuildCache, result: TaskResult
    ) -> Iterator[File]:
        """The undamaged cached page, or else the rendered one; yielded if it must be written."""
        key = cache.key_of(page)
        if (cached := cache.pages.index.get(key)) is not None:
            entry = ManifestEntry(page.file, cached.size, cached.sha256)
            is_unchanged = cache.is_unchanged(entry, self.folder)
            content = b"" if is_unchanged else cache.pages.read(cached)
            if is_unchanged or ManifestEntry.of(page.file, content) == entry:
                result.entries.append(entry)
                result.cached[key] = cached
                if not is_unchanged:
                    yield page.file, content
                return
        leaks = len(result.leaks)
        path, content = self.plan.renderer.render_page(page)
        yield from self._scanned(self.plan.routes[path], path, content, result)
        if len(result.leaks) == leaks:
            added = cache.pages.add(content, result.entries[-1].sha256)
            if added is not None:
                result.cached[key] = added
