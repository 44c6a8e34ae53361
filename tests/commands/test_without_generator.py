"""The editor's commands on a machine that has nothing to build a site with."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import docx
import pytest
from packaging.utils import canonicalize_name

from ..importer.labels import OWN
from .editors import EDITORS_COMMANDS

ROOT = Path(__file__).parents[2]


def locked(name: str) -> set[str]:
    """The packages of one of the locks."""
    text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    return {canonicalize_name(found) for found in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}


NOT_THERE = tuple(
    module
    for module, packages in packages_distributions().items()
    if {canonicalize_name(name) for name in packages} <= locked("test") - locked("desk")
)
"""What can be imported here and not where requirements/desk.txt alone is installed."""

PROGRAM = """
import sys
sys.modules.update(dict.fromkeys({packages!r}))
from casebook.cli import main
code = main({arguments!r})
print(sorted(name for name in sys.modules if name.startswith("casebook.")), file=sys.stderr)
sys.exit(code)
"""


def run(*arguments: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    program = PROGRAM.format(packages=NOT_THERE, arguments=list(arguments))
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": encoding, "PATH": ""},
        check=False,
    )


PUBLISHED = ("--published", "2025-03-18")

CALLS = {
    "check": (("check",), 0),
    "check --format json": (("check", "--format", "json"), 0),
    "status": (("status",), 0),
    "fix": (("fix", "--dry-run"), 0),
    "importing": (("import", str(OWN / "wechat-page.html"), "--dry-run"), 0),
    "importing docx": (("import", "{folder}/通报.docx", "--dry-run", *PUBLISHED), 0),
    "new": (("new", "case", "2030-01-01-x", "--no-input"), 2),
    "schema": (("schema", "{folder}/schemas", "--snippets", "{folder}/casebook.json"), 0),
    "fields": (("fields", "{folder}/CONTRIBUTING.md"), 0),
    "changes": (("changes", "."), 0),
    "help": (("--help",), 0),
}
"""Of each command at least one call, and the code that it ends with."""


def test_every_command_of_editors_is_called() -> None:
    assert {name.split()[0] for name in CALLS} == {*EDITORS_COMMANDS, "help"}


@pytest.mark.parametrize("name", CALLS)
def test_the_desk_needs_no_generator(name: str, tmp_path: Path) -> None:
    arguments, code = CALLS[name]
    shutil.copy(ROOT / "CONTRIBUTING.md", tmp_path)
    bulletin = docx.Document()
    for line in (OWN / "heading-anli-hanzi-colon.txt").read_text(encoding="utf-8").split("\n"):
        bulletin.add_paragraph(line)
    bulletin.save(str(tmp_path / "通报.docx"))
    ended = run(*(part.format(folder=tmp_path) for part in arguments))
    assert "Traceback" not in ended.stderr
    assert "没有装" not in ended.stderr
    assert ended.returncode == code, ended.stderr


def test_what_is_not_there_is_what_only_builds_need() -> None:
    assert {"mkdocs", "material", "markdown", "opencc", "filelock", "click"} <= {*NOT_THERE}
    assert {"yaml", "pydantic", "rich", "bs4", "doc2docx", "jinja2"}.isdisjoint(NOT_THERE)


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
    assert "casebook.build.site_build'" not in loaded


def test_a_build_says_what_is_missing() -> None:
    ended = run("build")
    assert ended.returncode == 2
    said = "这台电脑没有装生成网站用的程序（缺少 filelock）。请运行 make site，它会先装好。\n"
    assert ended.stderr.startswith(said)
