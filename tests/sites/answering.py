"""A web server on this machine that answers a folder's files, or otherwise as it is told."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from types import MappingProxyType

from .serving import SiteAnswers, SiteServer


@dataclass(frozen=True)
class Said:
    """One answer: a status, where it leads, and what it says; cut short where it breaks off."""

    status: int = 200
    location: str = ""
    body: bytes = b""
    breaks_off: bool = False
    coding: str = ""
    """How it says that its body is packed."""
    method: str = ""
    """The only method that it is for; any where empty."""


@dataclass
class Host:
    """A running server: its address, what it answers by path, and what it was asked."""

    address: str = ""
    says: dict[str, list[Said]] = field(default_factory=dict)
    """Answers are used up in their order; the last one stays."""
    asked: list[str] = field(default_factory=list)


@contextmanager
def answering(folder: Path) -> Iterator[Host]:
    """Serves a folder below `/site/` until the end, but for what the host is told to say."""
    host = Host()

    class Answers(SiteAnswers):
        root, below, said = folder, "/site/", MappingProxyType({})

        def do_GET(self) -> None:  # noqa: N802 - the name that http.server calls
            host.asked.append(f"{self.command} {self.path}")
            queue = [
                one for one in host.says.get(self.path, ()) if one.method in ("", self.command)
            ]
            if not queue:
                super().do_GET()
                return
            said = queue[0]
            if len(queue) > 1:
                host.says[self.path].remove(said)
            self.send_response(said.status)
            if said.location:
                self.send_header("Location", said.location)
            if said.coding:
                self.send_header("Content-Encoding", said.coding)
            self.send_header("Content-Length", str(len(said.body) + said.breaks_off))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(said.body)
            self.close_connection = said.breaks_off

        do_HEAD = do_GET  # noqa: N815

        def _send(self, status: HTTPStatus, file: Path) -> None:
            if file.is_file():
                super()._send(status, file)
            else:
                self.send_error(status)

    server = SiteServer(("127.0.0.1", 0), Answers)
    # Looked at often whether it should end, for tests wait for that.
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    host.address = f"http://127.0.0.1:{server.server_port}/site/"
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
