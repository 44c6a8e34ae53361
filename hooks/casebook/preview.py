"""The preview's web server: what is not written yet is made when a browser first asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""A web application as WSGI (PEP 3333) has it."""

Make = Callable[[str], bool]
"""Writes the file that stands at a path of the site; says whether it had to be written."""

TRIES = 5
"""A rebuild can sweep away what was just made; nobody saves so fast for so long."""


def made_on_demand(answer: Application, make: Make) -> Application:
    """The application, but a file is made before it is first answered.

    Every build of the preview sweeps its folder, so what was made goes with what it was made of.
    """
    lock = Lock()

    def made_first(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        for _ in range(TRIES):
            with lock:
                make(path)
            begun: list[Any] = []
            body = answer(environ, lambda *values, to=begun: to.append(values))
            with lock:
                if not begun[0][0].startswith("404") or not make(path):
                    break
        start_response(*begun[0])
        return body

    return made_first
