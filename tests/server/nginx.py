"""The nginx that the tests drive: where it is, how a machine gets it, and how it is started.

`python -m tests.server.nginx --install` installs what is missing with apt, where we may. Without
it the tests that need it are skipped, so a machine where that does not go lacks nothing else.
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

PACKAGES = ("nginx-light", "libnginx-mod-http-brotli-static")
MODULE = "ngx_http_brotli_static_module.so"
FOLDERS = ("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin")
"""Where it may be and the path of an ordinary user does not lead."""

READY = "nginx 已就绪。"
MISSING = f"没有 nginx，跳过需要它的测试。可以手工安装 {PACKAGES[0]}。"
NO_BROTLI = f"nginx 没有 Brotli 模块，跳过需要它的测试。可以手工安装 {PACKAGES[1]}。"

DEADLINE = 15
"""Seconds that it may take to start."""


def find() -> str | None:
    """The program, if there is one."""
    return shutil.which("nginx", path=os.pathsep.join((os.environ.get("PATH", ""), *FOLDERS)))


def brotli_module(nginx: str) -> Path | None:
    """The module that sends what is packed with Brotli, where it is installed."""
    said = subprocess.run([nginx, "-V"], capture_output=True, text=True, check=False).stderr
    found = re.search(r"--modules-path=(\S+)", said)
    path = Path(found[1] if found else "/usr/lib/nginx/modules") / MODULE
    return path if path.is_file() else None


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
        [nginx, "-p", f"{work}/", "-e", "error.log", "-c", "nginx.conf"], stderr=subprocess.PIPE
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


def install() -> int:
    """Installs what is missing and says how it ended; never a failure."""
    if not is_complete() and (apt := _apt()):
        print("正在用 apt-get 安装 nginx……", flush=True)
        _ran(*apt, "update")
        # Not every system has the module under this name; nginx alone is of use as well.
        for packages in (PACKAGES, PACKAGES[:1]):
            if _ran(*apt, "install", "-y", "--no-install-recommends", *packages):
                break
    print(READY if is_complete() else NO_BROTLI if find() else MISSING)
    return 0


def is_complete() -> bool:
    nginx = find()
    return bool(nginx and brotli_module(nginx))


def _apt() -> tuple[str, ...]:
    command = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get")
    if not shutil.which("apt-get"):
        return ()
    if os.geteuid() == 0:
        return command
    may = shutil.which("sudo") and _ran("sudo", "-n", "true")
    return ("sudo", "-n", *command) if may else ()


def _ran(*command: str) -> bool:
    run = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return run.returncode == 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--install"]:
        sys.exit(install())
    print(find() or MISSING)
