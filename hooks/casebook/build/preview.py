"""The preview's web server: a file is made when a browser first asks for it."""

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
"""A web application as WSGI (PEP 3333) has it."""

Make = Callable[[str], bool]
"""Writes the file at a path of the site; returns whether it had to be written."""

TRIES = 5
"""A rebuild can remove what was just made; nobody saves so fast for so long."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The site as a preview shows it now."""

    plan: BuildPlan
    pages: Mapping[str, SitePage]
    """By address; problems are shown in the place of broken pages."""
    _made: set[str] = field(default_factory=set)
    """The names of the outputs whose files were written."""

    def make(self, path: str, folder: Path) -> bool:
        """Writes the file at a path of the site, if there is one and it was not written yet.

        An output writes all its files at once.
        """
        path = path.lstrip("/")
        page = self.pages.get(f"{path.strip('/')}/".removeprefix("/"))
        if page is not None and not (folder / page.file).exists():
            write_files([self.plan.renderer.render_page(page)], folder)
            return True
        source = self.plan.copied.get(path)
        if source is not None and not (folder / path).exists():
            write_files([(path, source.read_bytes())], folder)
            return True
        for output in self.plan.outputs:
            if output.name not in self._made and output.routes.of(path):
                write_files(output.files(self.plan.context), folder)
                self._made.add(output.name)
                return True
        return False


def made_on_demand(answer: Application, make: Make, lock: Lock) -> Application:
    """The application, but a file is made before it is first answered.

    Every build of the preview sweeps its folder, so what was made goes with what it was made of.
    Nothing is made while somebody else has the lock.
    """

    def made_first(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        for _ in range(TRIES):
            with lock:
                make(path)
            begun: list[Any] = []
            body = answer(environ, lambda *values, to=begun: to.append(values))
            if not begun[0][0].startswith("404"):
                break
            with lock:
                if not make(path):
                    break
        start_response(*begun[0])
        return body

    return made_first


def alone(build: Callable[..., None], lock: Lock) -> Callable[..., None]:
    """A build during which nothing is made: that would be of the old edition, and stay."""

    @wraps(build)
    def locked(*values: Any, **named: Any) -> None:
        with lock:
            build(*values, **named)

    return locked
