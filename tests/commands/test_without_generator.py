"""The editor's commands on a machine that has nothing to build a site with."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from ..importer.labels import OWN

OF_THE_SITE = (
    *("mkdocs", "material", "markdown", "pymdownx", "opencc", "pypinyin", "segno", "filelock"),
    *("click", "watchdog"),
)
"""The packages of the extra `site`."""

PROGRAM = """
import sys
sys.modules.update(dict.fromkeys({packages!r}))
from casebook.cli import main
code = main({arguments!r})
print(sorted(name for name in sys.modules if name.startswith("casebook.")), file=sys.stderr)
sys.exit(code)
"""


def run(*arguments: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    program = PROGRAM.format(packages=OF_THE_SITE, arguments=list(arguments))
    return subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": encoding, "PATH": ""},
        check=False,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "--format", "json"),
        ("status",),
        ("fix", "--dry-run"),
        ("import", str(OWN / "wechat-page.html"), "--dry-run"),
        ("new", "case", "2030-01-01-x", "--no-input"),
        ("--help",),
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_the_desk_needs_no_generator(arguments: tuple[str, ...]) -> None:
    ended = run(*arguments)
    assert "Traceback" not in ended.stderr
    assert ended.returncode in (0, 2)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gbk", "utf-16"])
def test_a_console_of_any_encoding_gets_utf_8(encoding: str) -> None:
    ended = run(
        "import", str(OWN / "wechat-page.html"), "--dry-run", "--format", "json", encoding=encoding
    )
    assert json.loads(ended.stdout)["cases"]


def test_a_check_loads_neither_the_importer_nor_what_renders() -> None:
    loaded = run("check").stderr
    assert "casebook.importer" not in loaded
    assert "casebook.render.renderer" not in loaded
    assert "casebook.build.build'" not in loaded


def test_a_build_says_what_is_missing() -> None:
    ended = run("build")
    assert ended.returncode == 2
    said = "这台电脑没有装生成网站用的程序（缺少 filelock）。请运行 make site，它会先装好。\n"
    assert ended.stderr.startswith(said)
