"""The preview's web server, which makes the outputs when a browser first asks for one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Lock
from typing import Any

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""A web application as WSGI (PEP 3333) has it."""


OUTPUTS = (".json", ".xml", ".csv", ".xlsx", ".txt", ".bin")
"""How the names of files end that stand beside the pages."""


def made_on_demand(answer: Application, last: Path, make: Callable[[], None]) -> Application:
    """The application, but the outputs are made before the first of them is answered.

    `last` is the one that is written last. Every build of the preview sweeps its folder, so what
    was made goes with what it was made of.
    """
    lock = Lock()

    def made_first(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["PATH_INFO"].endswith(OUTPUTS):
            with lock:
                if not last.exists():
                    make()
        return answer(environ, start_response)

    return made_first
