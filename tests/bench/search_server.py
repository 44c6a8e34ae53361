"""A web server behind a slow line, which counts what goes over it.

Every request waits, and all answers together share the bandwidth. The line is slow here and not in
the browser because the browser's own brake does not reach workers, from which engines may fetch.
Connections cost nothing to open, and there are six of them to a host, as ever in HTTP/1.1.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from time import perf_counter, sleep
from typing import IO
from urllib.parse import urlsplit

from tests.sites.serving import SiteAnswers, SiteServer

LATENCY = 0.08
"""Seconds from a request to the first byte of its answer."""
BANDWIDTH = 10_000_000 / 8
"""Bytes per second."""
PORTION = 16_384
"""So many bytes of an answer are sent before another answer has its turn."""


@dataclass(frozen=True, slots=True)
class Traffic:
    """What has gone over a line."""

    requests: int = 0
    bytes: int = 0
    """As on the wire: packed where the server packs, with the heads of the answers."""

    def __sub__(self, earlier: Traffic) -> Traffic:
        return Traffic(self.requests - earlier.requests, self.bytes - earlier.bytes)


@dataclass(slots=True)
class Line:
    """The line between a server and a browser."""

    traffic: Traffic = Traffic()
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _open: int = 0
    """Requests that are not answered yet."""
    _last: float = 0.0
    """When the last answer had been sent."""
    _free: float = 0.0
    """When what is being sent will have gone through."""

    @contextmanager
    def request(self) -> Iterator[None]:
        """Counts a request and lets it wait."""
        with self._lock:
            self.traffic = Traffic(self.traffic.requests + 1, self.traffic.bytes)
            self._open += 1
        try:
            sleep(LATENCY)
            yield
        finally:
            with self._lock:
                self._open -= 1
                self._last = perf_counter()

    def send(self, answer: bytes, out: IO[bytes]) -> None:
        """Sends an answer as fast as the line is, taking turns with the others."""
        for start in range(0, len(answer), PORTION):
            portion = answer[start : start + PORTION]
            with self._lock:
                self._free = max(self._free, perf_counter()) + len(portion) / BANDWIDTH
                wait = self._free - perf_counter()
                self.traffic = Traffic(self.traffic.requests, self.traffic.bytes + len(portion))
            sleep(max(0.0, wait))
            out.write(portion)

    def quiet_for(self, seconds: float) -> bool:
        """Whether nothing has been asked for or sent in the last seconds."""
        with self._lock:
            return not self._open and perf_counter() - self._last > seconds


@contextmanager
def serving_slowly(folder: Path) -> Iterator[tuple[str, Line]]:
    """Serves a folder until the end; gives its address and the line to it."""
    line = Line()

    class Answers(_SlowAnswers):
        root, below = folder, "/"
        to_browser, packed = line, {}

    server = SiteServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", line
    finally:
        server.shutdown()
        server.server_close()


class _SlowAnswers(SiteAnswers):
    """Answers that are made once, for packing takes its time, and sent over the slow line."""

    to_browser: Line
    packed: dict[str, bytes]
    disable_nagle_algorithm = True

    def do_GET(self) -> None:  # noqa: N802
        with self.to_browser.request():
            path = urlsplit(self.path).path
            if path not in self.packed:
                self.packed[path] = self._answer()
            self.to_browser.send(self.packed[path], self.wfile)

    def _answer(self) -> bytes:
        wire, self.wfile = self.wfile, BytesIO()
        try:
            super().do_GET()
            return self.wfile.getvalue()
        finally:
            self.wfile = wire
