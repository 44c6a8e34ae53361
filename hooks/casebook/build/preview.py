"""The preview's web server: a file is rendered at its first request."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from threading import Lock
from typing import Any

from casebook.build.plan import BuildPlan
from casebook.outputs.context import write_files
from casebook.pages.page import SitePage

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""A WSGI application (PEP 3333)."""

Make = Callable[[str], bool]
"""Writes the file at a path of the site; returns whether it had to be written."""

TRIES = 5
"""Attempts per request: a rebuild can remove a file between rendering and response."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The current state of a previewed site."""

    plan: BuildPlan
    pages: Mapping[str, SitePage]
    """By address; problem pages replace broken pages."""
    _made: set[str] = field(default_factory=set)
    """The names of the outputs whose files were written."""

    def make(self, path: str, folder: Path) -> bool:
        """Writes the file at a path of the site unless it exists; whether it was written now.

        An output writes all its files together.
        """
        path = path.lstrip("/")
        page = self.pages.get(f"{path.strip('/')}/".removeprefix("/"))
        if page is not None and not (folder / page.file).exists():
            write_files([self.plan.renderer.render_page(page)], folder)
            return True
        if path in self.plan.copied and not (folder / path).exists():
            write_files([self.plan.copy(path)], folder)
            return True
        for output in self.plan.outputs:
            if output.name not in self._made and output.routes.of(path):
                write_files(output.files(self.plan.context), folder)
                self._made.add(output.name)
                return True
        return False


def made_on_demand(answer: Application, make: Make, lock: Lock) -> Application:
    """Wraps the application so that a file is written before its first response.

    Files are written only while holding the lock. Every rebuild of the preview clears its folder,
    so no file is stale.
    """

    def wrapped(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        for _ in range(TRIES):
            with lock:
                make(path)
            started: list[Any] = []
            body = answer(environ, lambda *values, to=started: to.append(values))
            if not started[0][0].startswith("404"):
                break
            with lock:
                if not make(path):
                    break
        start_response(*started[0])
        return body

    return wrapped


def exclusive(build: Callable[..., None], lock: Lock) -> Callable[..., None]:
    """Wraps a build to hold the lock: a file written meanwhile would be stale."""

    @wraps(build)
    def locked(*values: Any, **named: Any) -> None:
        with lock:
            build(*values, **named)

    return locked
