"""Running Lighthouse, which is a program for Node, over one page."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.browser import chromium

from .figures import AuditError

PROGRAM = Path(__file__).parent / "node_modules/lighthouse/cli/index.js"
CHROMIUM_FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
PATIENCE = 180
"""Seconds after which a run is given up."""


@dataclass(frozen=True, slots=True)
class Lighthouse:
    """Lighthouse with the programs it needs."""

    node: str
    browser: str

    @classmethod
    def here(cls) -> Lighthouse:
        """What this machine has; AuditError if something is missing."""
        node = shutil.which("node")
        if node is None:
            raise AuditError("找不到 Node，请先安装 Node 20 或更新的版本（带 npm）")
        if not PROGRAM.is_file():
            raise AuditError(
                "还没有安装 Lighthouse，请用 make audit 运行，或在 tests/audit 里运行 npm ci"
            )
        browser = chromium.find()
        if browser is None:
            raise AuditError(
                f"找不到 Chromium，请先安装，或用环境变量 {chromium.SETTING} 指出它的位置"
            )
        return cls(node, browser)

    def report(self, url: str) -> Mapping[str, Any]:
        """What Lighthouse says of an address on a phone, its network and processor slowed down."""
        command = [self.node, str(PROGRAM), url, "--output=json", "--quiet", "--locale=zh"]
        command += ["--no-enable-error-reporting", f"--chrome-flags={' '.join(CHROMIUM_FLAGS)}"]
        try:
            run = subprocess.run(
                command,
                env={**os.environ, "CHROME_PATH": self.browser},
                capture_output=True,
                text=True,
                encoding="utf-8",
                timeout=PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise AuditError(f"Lighthouse 超过 {PATIENCE} 秒没有结束：{url}") from error
        if run.returncode or not run.stdout.startswith("{"):
            raise AuditError(f"Lighthouse 没有测出结果：{url}\n{run.stderr.strip()}")
        report: Mapping[str, Any] = json.loads(run.stdout)
        if failure := report.get("runtimeError"):
            raise AuditError(f"Lighthouse 没有测出结果：{url}\n{failure['message']}")
        return report
