"""Inspection: all content of a project read and judged, as every command needs it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from casebook.calendar import today_in_china
from casebook.checks import inspect
from casebook.checks.discretion import discreet
from casebook.commands.terminal import track_on_terminal
from casebook.configuration import configuration_holds
from casebook.content.library import Library
from casebook.content.loading import load
from casebook.content.problem import Problem, in_order
from casebook.organisation import organisation
from casebook.project import Project


def inspected(project: Project) -> tuple[Library, tuple[Problem, ...]]:
    """The library of a project and every problem of it, in the order of a report."""
    with _collector_at_rest():
        library, problems = load(project.folders, track_on_terminal)
        flaws = list(configuration_holds(project.config, project.config.name))
        flaws += organisation(project.config, project.config.name)[1]
        judged = inspect(library, today_in_china(), track_on_terminal)
        return library, in_order(map(discreet, [*problems, *flaws, *judged]))


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keeps Python from seeking garbage among what is read, all of which stays: a tenth faster."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()
