"""The desk: the content of a project, read and judged; nothing is read again while it stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from casebook.build.worker_pool import shared_out
from casebook.checks import of_content, of_library
from casebook.checks.discretion import discreet
from casebook.config.mkdocs_yml import syntax_problems
from casebook.config.organisation import Organisation, load_organisation, site_url_required
from casebook.config.site_config import SiteConfig, load_site_config, site_url_problems
from casebook.content.calendar import today_in_china
from casebook.content.contents import Content
from casebook.content.file_cache import FileCache
from casebook.content.files import Folders
from casebook.content.library import Library
from casebook.content.loader import load
from casebook.content.problem import Problem, in_order
from casebook.content.progress import Progress, no_progress
from casebook.texts.problems import JUDGING

if TYPE_CHECKING:
    from casebook.pages.site import Site


@dataclass(frozen=True)
class CheckedProject:
    """What a project holds, and everything that is wrong with it."""

    library: Library
    organisation: Organisation
    site_config: SiteConfig
    problems: tuple[Problem, ...]
    """Of the content and the configuration, in the order of a report."""
    address_problems: tuple[Problem, ...]
    """Of the address, which only a build needs: where the site will stand is said to it alone."""

    @cached_property
    def site(self) -> Site:
        """The site that is published."""
        return _planned_site(self.library, with_drafts=False)

    @cached_property
    def preview(self) -> Site:
        """The site with the drafts, which nobody publishes."""
        return _planned_site(self.library, with_drafts=True)


def _planned_site(library: Library, with_drafts: bool) -> Site:
    from casebook.pages.site import build  # here, for who checks does not wait for it

    with _garbage_collection_paused():
        return build(library, with_drafts)


@dataclass(slots=True)
class ProjectChecker:
    """Reads and judges the content of one project, again and again; what has not changed only once.

    Of ten thousand cases of which one was saved, it reads one file and judges one case by itself;
    the rules that compare cases look at all.
    """

    folders: Folders
    config: Path
    _memory: FileCache = field(default_factory=FileCache)
    _found: dict[Content, tuple[Problem, ...]] = field(default_factory=dict)
    """What is wrong with each content by itself."""

    def check(self, progress: Progress = no_progress) -> CheckedProject:
        """Everything in the content folders, judged by today's date in China."""
        if _held is not None:
            return _held
        shown = self.folders.shown(self.config)
        with _garbage_collection_paused():
            library, problems = load(self.folders, progress, self._memory)
            owner, flaws = load_organisation(self.config, shown)
            head = load_site_config(self.config)
            found = [*problems, *flaws, *syntax_problems(self.config, shown)]
            found += self._inspected(library, today_in_china(), progress)
            of_address = (
                *site_url_problems(head, shown),
                *site_url_required(owner, head.address, shown),
            )
            return CheckedProject(
                library, owner, head, in_order(map(discreet, found)), in_order(of_address)
            )

    def _inspected(self, library: Library, today: date, progress: Progress) -> Iterator[Problem]:
        """What every rule finds; what was found of a content holds as long as the content lives."""
        self._found = {one: self._found[one] for one in library.contents if one in self._found}
        fresh = [one for one in library.contents if one not in self._found]
        parts = [fresh[start : start + BATCH] for start in range(0, len(fresh), BATCH)]

        def of_part(part: list[Content] | Library) -> list[tuple[Problem, ...]]:
            if isinstance(part, Library):
                return [tuple(of_library(part, today))]
            return [tuple(of_content(one)) for one in part]

        # The rules on the whole library come first: nothing else takes as long.
        tasks: list[list[Content] | Library] = [library, *parts]
        done = shared_out(of_part, tasks, crew=1 if len(parts) < 2 else None)
        for part, found in progress(done, JUDGING, total=len(tasks)):
            if isinstance(part, Library):
                yield from found[0]
            else:
                self._found |= zip(part, found, strict=True)
        for problems in self._found.values():
            yield from problems


BATCH = 500
"""Contents judged at a time; for fewer no second process is worth its beginning."""

_held: CheckedProject | None = None


def check_project(
    folders: Folders, config: Path, progress: Progress = no_progress
) -> CheckedProject:
    """Everything in the content folders, read and judged once by today's date in China."""
    return ProjectChecker(folders, config).check(progress)


@contextmanager
def held(found: CheckedProject) -> Iterator[None]:
    """While it lasts every desk gives this: what was judged is published, whoever saves now."""
    global _held
    _held = found
    try:
        yield
    finally:
        _held = None


@contextmanager
def _garbage_collection_paused() -> Iterator[None]:
    """Keeps Python from seeking garbage among what is read, all of which stays.

    Reading is a tenth faster, and whatever follows need not look at it again: putting a site
    together takes half as long, measured. Processes that are forked share it untouched.
    """
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was_at_work:
            gc.enable()
