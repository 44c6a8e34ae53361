"""Audits the built site with Lighthouse, as on a phone, and fails below the bar.

    python -m tests.audit [--runs 3] [--page ADDRESS …] [--json FILE]

The processor's speed counts: a busy machine measures worse. `make audit` installs Lighthouse first.
Exit codes: 0 all pages reach the bar, 1 one does not, 2 the audit cannot be carried out.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from tests.sites.building import run_build
from tests.sites.serving import serving

from .figures import AuditError, Figures, median_run
from .lighthouse import Lighthouse
from .table import HOME, doubts, shortfalls, table

PAGES = ("", "cases/2024-09-12-taiyuan/01/", "cases/", "statistics/", "404.html")
REACHED, MISSED, IMPOSSIBLE = 0, 1, 2


def main() -> int:
    """Audits, prints, writes the numbers where asked to, and returns the exit code."""
    options = _options()
    try:
        found = audit(options.page or PAGES, options.runs)
    except AuditError as error:
        print(error, file=sys.stderr)
        return IMPOSSIBLE
    print("\n".join([*table(found), *doubts(found)]))
    if options.json:
        figures = {address: asdict(run) for address, run in found.items()}
        text = json.dumps(figures, ensure_ascii=False, indent=2)
        options.json.write_text(f"{text}\n", encoding="utf-8")
    lines = list(shortfalls(found))
    print("\n" + "\n".join(["没有达到要求：", *lines] if lines else ["全部达到要求。"]))
    return MISSED if lines else REACHED


def audit(pages: Iterable[str], runs: int) -> dict[str, Figures]:
    """Builds and serves the site and takes the median of some runs over each page."""
    lighthouse = Lighthouse.here()
    with tempfile.TemporaryDirectory(prefix="casebook-audit-") as folder:
        site = Path(folder) / "site"
        # Served before it is built: its canonical addresses must name the port.
        with serving(site) as root:
            build = run_build(site, CASEBOOK_SITE_URL=root)
            if build.returncode:
                raise AuditError(f"网站生成失败：\n{build.stdout}{build.stderr}")
            found = {}
            for address in dict.fromkeys(pages):
                if not _file(site, address).is_file():
                    raise AuditError(f"网站里没有这个页面：{address}")
                print(f"正在测量 {address or HOME}……", file=sys.stderr)
                reports = (lighthouse.report(root + address) for _ in range(runs))
                found[address] = median_run([Figures.of(report) for report in reports])
    return found


def _file(site: Path, address: str) -> Path:
    """The file that stands at an address."""
    return site / address / "index.html" if address.endswith("/") or not address else site / address


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.audit", description="用 Lighthouse 测量生成的网站"
    )
    parser.add_argument("--runs", type=_positive, default=3, help="每页测几次，取中位；默认 3")
    parser.add_argument(
        "--page", action="append", metavar="ADDRESS", help="只测这个地址，可以写多次"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="把数字写进这个文件")
    return parser.parse_args()


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("至少 1 次")
    return number


if __name__ == "__main__":
    sys.exit(main())
