"""A web server for a built site, on this machine only, that packs its answers as real ones do."""

from __future__ import annotations

import gzip
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote, urlsplit

COMPRESSED_ENDINGS = {
    "text/html",
    "text/css",
    "text/javascript",
    "application/json",
    "image/svg+xml",
}


@contextmanager
def serving(
    folder: Path, prefix: str = "/", headers: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Serves a folder below a path until the end; gives the address that the path has.

    Every answer has `headers` among its own. Unknown addresses are answered with the site's own
    404.html and status 404.
    """

    class Answers(SiteAnswers):
        root, below, said = folder, prefix, headers or {}

    server = SiteServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()


class SiteServer(ThreadingHTTPServer):
    """A server that is used to browsers going away."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing of a connection that was closed; anything else is a fault of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class SiteAnswers(SimpleHTTPRequestHandler):
    """Answers for the files of one folder."""

    root: Path
    below: str
    said: Mapping[str, str] = MappingProxyType({})
    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript"}

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = self.root / path.removeprefix(self.below)
        if path.startswith(self.below) and path.endswith("/"):
            file /= "index.html"
        if path.startswith(self.below) and file.is_file():
            self._send(HTTPStatus.OK, file)
        elif path.startswith(self.below) and file.is_dir():
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self._send(HTTPStatus.NOT_FOUND, self.root / "404.html")

    def _send(self, status: HTTPStatus, file: Path) -> None:
        body = file.read_bytes()
        kind = self.guess_type(file)
        self.send_response(status)
        self.send_header(
            "Content-Type", f"{kind}; charset=utf-8" if kind in COMPRESSED_ENDINGS else kind
        )
        if kind in COMPRESSED_ENDINGS and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 9, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        for name, value in ({"Cache-Control": "max-age=600"} | dict(self.said)).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Says nothing: a test's output is its own."""
