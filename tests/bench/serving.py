"""How long an editor waits: from saving a case until `mkdocs serve` shows what was saved."""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from typing import IO
from urllib.error import URLError
from urllib.request import urlopen

from .edits import a_case, retitled
from .running import ROOT

PATIENCE = 1800
"""Seconds after which a server that does not answer has failed."""
INTERVAL = 0.02
"""Seconds between two questions, by which a time may be too long."""
SETTLED = 2.0
"""Seconds between an answer and the next save: an editor does not save while it builds."""


def waits(cases: Path, environment: dict[str, str], saves: int) -> list[float]:
    """The seconds from each save of a changed title until its page has it, over HTTP."""
    case = a_case(cases)
    path = f"cases/{case.parent.name}/{case.stem}/"
    with serving(environment) as root:
        return [_wait(case, f"{root}{path}", number) for number in range(saves)]


def _wait(case: Path, address: str, number: int) -> float:
    with retitled(case, number) as title:
        start = time.perf_counter()
        until(address, title)
        seconds = time.perf_counter() - start
    # What was there before comes back, outside the timing.
    until(address, title, is_there=False)
    time.sleep(SETTLED)
    return seconds


@contextmanager
def serving(environment: dict[str, str]) -> Iterator[str]:
    """The address of the preview, once it answers, until the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with tempfile.TemporaryFile() as said:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=said, stderr=subprocess.STDOUT
        )
        try:
            until(f"http://127.0.0.1:{port}/", "<h1", server=server, said=said)
            time.sleep(SETTLED)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait()


def until(
    address: str,
    text: str,
    is_there: bool = True,
    server: subprocess.Popen[bytes] | None = None,
    said: IO[bytes] | None = None,
) -> None:
    """Asks until a page has a text, or has it no more; SystemExit if the server ends or is late."""
    end = time.monotonic() + PATIENCE
    while (text in (page := _page(address))) is not is_there or not page:
        if server and said and server.poll() is not None:
            said.seek(0)
            raise SystemExit(said.read().decode())
        if time.monotonic() > end:
            raise SystemExit(f"{address}: no answer within {PATIENCE} s")
        time.sleep(INTERVAL)


def _page(address: str) -> str:
    """What stands at an address; nothing while nobody answers."""
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return answer.read().decode("utf-8", errors="replace")
    except (URLError, HTTPException, OSError):
        return ""
