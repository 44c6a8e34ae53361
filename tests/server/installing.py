"""How a machine gets the nginx that the tests drive, without anything being served by it.

`python -m tests.server.installing` has apt fetch the packages that are missing and unpacks them
into the virtual environment. Nothing is installed: no rights are needed, no script of a package is
run, no service is started now or when the machine starts again.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from . import nginx

PACKAGES = ("nginx", "libnginx-mod-http-brotli-static")

BEGUN = "正在用 apt-get 下载 nginx，解开到虚拟环境里（不安装到系统，不启动服务）……"
READY = "nginx 已就绪。"
FAILED = f"没有得到 nginx：apt-get 没有成功。请手工安装 {PACKAGES[0]}，再重新运行。"
NO_BROTLI = f"{nginx.NO_BROTLI}可以手工安装 {PACKAGES[1]}。"


def install() -> int:
    """Unpacks what is missing and says how it ended; gives the exit code."""
    if not nginx.is_complete() and shutil.which("apt-get") and shutil.which("dpkg"):
        print(BEGUN, flush=True)
        _update()
        # Not every system has the module under this name; nginx alone is of use as well.
        _ = _unpacked(PACKAGES) or _unpacked(PACKAGES[:1])
    if nginx.is_complete():
        print(READY)
    elif nginx.find():
        print(NO_BROTLI)
    else:
        print(FAILED, file=sys.stderr)
        return 1
    return 0


def _update() -> None:
    """Brings the lists of packages up to date where we may; old ones may do as well."""
    if os.geteuid() == 0:
        _ran("apt-get", "update")
    elif shutil.which("sudo"):
        _ran("sudo", "-n", "apt-get", "update")


def _unpacked(wanted: tuple[str, ...]) -> bool:
    """Whether these packages, and those they need and the machine lacks, are unpacked now."""
    missing = _missing(wanted)
    with TemporaryDirectory() as folder:
        if not missing or not _ran("apt-get", "download", *missing, folder=folder):
            return False
        nginx.UNPACKED.mkdir(exist_ok=True)
        packages = sorted(Path(folder).glob("*.deb"))
        return all(_ran("dpkg", "-x", str(path), str(nginx.UNPACKED)) for path in packages)


def _missing(wanted: tuple[str, ...]) -> list[str]:
    """The packages that apt would install to have these; none where it does not know them."""
    command = ("apt-get", "install", "--simulate", "--no-install-recommends", *wanted)
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return re.findall(r"^Inst (\S+)", run.stdout, re.MULTILINE) if run.returncode == 0 else []


def _ran(*command: str, folder: str | None = None) -> bool:
    run = subprocess.run(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    return run.returncode == 0


if __name__ == "__main__":
    sys.exit(install())
