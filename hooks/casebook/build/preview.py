"""The preview's web server: what is not written yet is made when a browser first asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from threading import Lock
from typing import Any

from casebook.outputs import registry
from casebook.outputs.context import BuildContext, write_files
from casebook.pages.page import SEARCH_INDEX, SitePage
from casebook.render.renderer import Renderer

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""A web application as WSGI (PEP 3333) has it."""

Make = Callable[[str], bool]
"""Writes the file that stands at a path of the site; says whether it had to be written."""

TRIES = 5
"""A rebuild can sweep away what was just made; nobody saves so fast for so long."""

_OUTPUTS = (".json", ".xml", ".csv", ".xlsx", ".txt", ".bin")
"""How the names of files end that stand beside the pages."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a preview shows now."""

    context: BuildContext
    renderer: Renderer
    pages: Mapping[str, SitePage]
    """By address; problems stand in the place of broken pages."""

    def make(self, path: str, folder: Path) -> bool:
        """Writes the page at a path of the site, or all outputs; says whether it had to be done."""
        if path.endswith(_OUTPUTS):
            if (folder / SEARCH_INDEX).exists():
                return False
            registry.write_all(self.context, folder)
            return True
        page = self.pages.get(f"{path.strip('/')}/".removeprefix("/"))
        if page is None or (folder / page.file).exists():
            return False
        write_files([self.renderer.render_page(page)], folder)
        return True


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
