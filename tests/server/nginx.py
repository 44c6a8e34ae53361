"""The nginx that the tests drive: where it is and how it is started.

It is the one that `installing.py` unpacked, else the one of the machine. Where there is none, the
tests that need it are skipped and say so.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from casebook.build.route_plan import finished_routes
from casebook.config.site_config import SiteConfig
from casebook.deploy.nginx_config import Server, configuration
from casebook.outputs.registry import all_outputs

MODULE = "ngx_http_brotli_static_module.so"
FOLDERS = ("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin")
"""Where it may be and the path of an ordinary user does not lead."""
UNPACKED = Path(sys.prefix) / "nginx"
"""Where packages are unpacked for the tests; a part of the virtual environment."""

MISSING = "没有 nginx，跳过需要它的测试。要运行它们，请用 make test-nginx。"
NO_BROTLI = "nginx 没有 Brotli 模块，跳过需要它的测试。"

DEADLINE = 15
"""Seconds that it may take to start."""


def find() -> str | None:
    """The program that is unpacked or installed, or None."""
    folders = (str(UNPACKED / "usr/sbin"), os.environ.get("PATH", ""), *FOLDERS)
    return shutil.which("nginx", path=os.pathsep.join(folders))


def environment() -> dict[str, str]:
    """The environment in which it finds the libraries that are unpacked beside it."""
    libraries = sorted(str(path) for path in UNPACKED.glob("usr/lib/*-linux-*"))
    known = os.environ.get("LD_LIBRARY_PATH")
    return {
        **os.environ,
        "LD_LIBRARY_PATH": os.pathsep.join([*libraries, *([known] if known else [])]),
    }


def brotli_module(nginx: str) -> Path | None:
    """The module that sends what is packed with Brotli, where it is unpacked or installed."""
    said = subprocess.run(
        [nginx, "-V"], env=environment(), capture_output=True, text=True, check=False
    ).stderr
    found = re.search(r"--modules-path=(\S+)", said)
    installed = Path(found[1] if found else "/usr/lib/nginx/modules")
    paths = (UNPACKED / "usr/lib/nginx/modules" / MODULE, installed / MODULE)
    return next((path for path in paths if path.is_file()), None)


@contextmanager
def serving(
    work: Path,
    site: Path,
    site_config: SiteConfig,
    moved: tuple[tuple[str, str], ...] = (),
    server: Server | None = None,
) -> Iterator[str]:
    """Serves a site with the configuration we write until the end; gives its host's address.

    `work` is an empty folder of its own.
    """
    nginx = find()
    assert nginx, MISSING
    module = brotli_module(nginx)
    server = replace(server or Server(site), has_brotli=module is not None)
    port = _free_port()
    said = _on_port(configuration(server, site_config, finished_routes(all_outputs()), moved), port)
    (work / "site.conf").write_text(said, encoding="utf-8")
    (work / "nginx.conf").write_text(_frame(module), encoding="utf-8")
    process = subprocess.Popen(
        [nginx, "-p", f"{work}/", "-e", "error.log", "-c", "nginx.conf"],
        env=environment(),
        stderr=subprocess.PIPE,
    )
    try:
        _wait_for(port, process)
        yield f"{'https' if server.certificate else 'http'}://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.communicate(timeout=DEADLINE)


def _frame(module: Path | None) -> str:
    """What stands around our file: as Debian has it, but all in one folder."""
    folders = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"    {name}_temp_path {name};\n" for name in folders)
    # The folders of tests are their owner's alone.
    user = "user root;\n" if os.geteuid() == 0 else ""
    load = f'load_module "{module}";\n' if module else ""
    return (
        f"{load}{user}daemon off;\npid nginx.pid;\nworker_processes 1;\n"
        "events { worker_connections 512; }\n"
        f"http {{\n    access_log off;\n{temporary}    include site.conf;\n}}\n"
    )


def _on_port(said: str, port: int) -> str:
    """The configuration, listening on this machine alone and at one port."""
    without = re.sub(r"\n    listen \[::\]:[^\n]*", "", said)
    if "listen 443" in without:
        return without.replace("listen 443", f"listen 127.0.0.1:{port}").replace(
            "listen 80;", f"listen 127.0.0.1:{_free_port()};"
        )
    assert without.count("listen 80;") == 1
    return without.replace("listen 80;", f"listen 127.0.0.1:{port};")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + DEADLINE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if process.poll() is not None:
                raise AssertionError(process.communicate()[1].decode()) from None
            assert time.monotonic() < end, "nginx does not answer"
            time.sleep(0.02)


def is_complete() -> bool:
    """Whether there is an nginx with the module of Brotli."""
    nginx = find()
    return bool(nginx and brotli_module(nginx))
