"""Measures how fast a machine serves the site: the real site, our configuration of nginx, wrk.

    python -m tests.bench.load [--seconds 5] [--connections 32] [--json FILE]

wrk runs on the same machine with one thread, so both share its cores: the figures say what one
machine can do at least. `/byte` is the ratio of requests a second to those of a file of one byte
in the same run, which compares between machines.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from casebook.build.precompress import precompress
from casebook.build.route_plan import finished_routes
from casebook.config.site_config import SiteConfig
from casebook.outputs.registry import all_outputs

from ..server import nginx
from ..sites.building import ADDRESS, built

NO_NGINX = "没有 nginx，无法测量。请先运行 make test-nginx。"
NO_WRK = "没有 wrk，无法测量。请安装 wrk。"
NO_BROTLI = "nginx 没有 Brotli 模块，只测 gzip。"

FOLDER = urlsplit(ADDRESS).path
BYTE = "byte.txt"
CASE = "cases/2024-09-12-taiyuan/01/"
PACKINGS = ("gzip", "br")

_UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3, "m": 6e4}


@dataclass(frozen=True, slots=True)
class Case:
    """Something to ask for again and again."""

    name: str
    path: str
    accepted: str
    """What the asking say they can unpack."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of asking."""

    name: str
    accepted: str
    bytes: int
    """The length of one answer's body."""
    requests: float
    """A second."""
    megabytes: float
    """A second, heads of answers included."""
    half: float
    """Milliseconds within which half of the answers came."""
    most: float
    """Milliseconds within which 99 of 100 came."""


def cases(site: Path, has_brotli: bool) -> Iterator[Case]:
    """What is asked for, the file of one byte first and last, for the machine may get busier."""
    shard = max((site / "search").glob("*/grams/*.bin"), key=lambda path: path.stat().st_size)
    asked = {
        "home page": "",
        "case page": CASE,
        "search shard": shard.relative_to(site).as_posix(),
        "404": "nothing/",
    }
    yield Case("one byte", BYTE, "gzip")
    for accepted in PACKINGS if has_brotli else PACKINGS[:1]:
        for name, path in asked.items():
            yield Case(name, path, accepted)
    yield Case("one byte", BYTE, "gzip")


def measured(case: Case, host: str, seconds: int, connections: int) -> Figures:
    """Asks with wrk for some seconds; SystemExit with what it said if it cannot."""
    address = f"{host}{FOLDER}{case.path}"
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency"]
    command += ["-H", f"Accept-Encoding: {case.accepted}"]
    run = subprocess.run(
        [*command, address], capture_output=True, text=True, timeout=seconds + 60, check=False
    )
    if run.returncode or "Socket errors" in run.stdout:
        raise SystemExit(run.stdout + run.stderr)
    return figures(case, run.stdout, length(address, case.accepted))


def figures(case: Case, said: str, size: int) -> Figures:
    """What wrk said, read."""
    found = {
        name: re.search(rf"{name}\s+([0-9.]+)([a-zA-Z]*)", said)
        for name in ("Requests/sec:", "Transfer/sec:", "50%", "99%")
    }
    values = {name: (float(match[1]), match[2]) for name, match in found.items() if match}
    if len(values) < len(found):
        raise SystemExit(said)
    half, most = (values[name][0] * _UNITS[values[name][1]] for name in ("50%", "99%"))
    rate, unit = values["Transfer/sec:"]
    megabytes = rate * {"B": 1, "KB": 2**10, "MB": 2**20, "GB": 2**30}[unit] / 1e6
    return Figures(
        case.name, case.accepted, size, values["Requests/sec:"][0], megabytes, half, most
    )


def length(address: str, accepted: str) -> int:
    """How many bytes the body of an answer has, as it is sent."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=10)
    connection.request("GET", parts.path, headers={"Accept-Encoding": accepted})
    size = len(connection.getresponse().read())
    connection.close()
    return size


def table(found: Iterable[Figures], unit: float) -> Iterator[str]:
    """The lines of the table."""
    yield f"{'':20} {'bytes':>7}  requests/s    MB/s  p50 ms  p99 ms  /byte"
    for one in found:
        yield (
            f"{one.name:14} {one.accepted:5} {one.bytes:7,} {one.requests:11,.0f}"
            f" {one.megabytes:7.1f} {one.half:7.2f} {one.most:7.2f} {one.requests / unit:6.2f}"
        )


def bench(work: Path, seconds: int, connections: int, has_brotli: bool) -> list[Figures]:
    """Builds the site, packs it, serves it and asks for it."""
    site = built(work / "site", CASEBOOK_SITE_URL=ADDRESS).folder
    precompress(site, finished_routes(all_outputs()))
    (site / BYTE).write_bytes(b"1")
    (work / "nginx").mkdir()
    with nginx.serving(work / "nginx", site, SiteConfig("", "", ADDRESS)) as host:
        asked = cases(site, has_brotli)
        return [measured(case, host, seconds, connections) for case in asked]


def main() -> None:
    """Measures, prints the table and writes the figures where asked to."""
    parser = argparse.ArgumentParser(description="Measures how fast the site is served.")
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--connections", type=int, default=32)
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    program = nginx.find()
    if not program or not shutil.which("wrk"):
        sys.exit(NO_WRK if program else NO_NGINX)
    if not (has_brotli := nginx.is_complete()):
        print(NO_BROTLI)
    with tempfile.TemporaryDirectory(prefix="casebook-bench-") as folder:
        found = bench(Path(folder), options.seconds, options.connections, has_brotli)
    load = os.getloadavg()[0]
    print(f"{options.seconds} s each, {options.connections} connections, load {load:.1f}\n")
    unit = max(one.requests for one in found if one.name == "one byte")
    print("\n".join(table(found, unit)))
    if options.json:
        said = json.dumps([asdict(one) for one in found], indent=2)
        options.json.write_text(f"{said}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
