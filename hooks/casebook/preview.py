"""The preview's web server, which makes the search index when a browser first asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Lock
from typing import Any

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""A web application as WSGI (PEP 3333) has it."""


def made_on_demand(
    answer: Application, file: Path, address: str, make: Callable[[], None]
) -> Application:
    """The application, but a file that is missing is made before an answer is given at its address.

    Every build of the preview sweeps its folder, so what was made goes with what it was made of.
    """
    lock = Lock()

    def with_file(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["PATH_INFO"].endswith(f"/{address}"):
            with lock:
                if not file.exists():
                    make()
        return answer(environ, start_response)

    return with_file
