"""Rules of the house that no single module can break unnoticed."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest
from mkdocs.plugins import EVENTS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "hooks/casebook"
SHIM = ROOT / "hooks/mkdocs_hooks.py"
ADAPTER = "casebook.mkdocs_adapter"

MOST_LINES = 350

# Written in parts, so that this file does not hold what it looks for.
REGISTRIES = ("pypi" + ".org", "files.python" + "hosted.org", "registry." + "npmjs.org",
              "npm" + "mirror.com")  # fmt: skip
FOLDERS_OF_ONE_MACHINE = ("/ho" + "me/", "/wo" + "rk/", "/ro" + "ot/", "/Us" + "ers/")

modules = sorted(
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
)


def test_imports_keep_their_direction():
    run = subprocess.run(
        [Path(sys.executable).parent / "lint-imports"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, (
        "A module imports against the flow content → checks → pages → render → outputs → build → "
        "commands, something but the adapter imports MkDocs, or a new module has no layer. Move "
        "the code to the layer that may know both, pass the value in, or name the new module in "
        f"pyproject.toml. What import-linter found:\n{run.stdout}{run.stderr}"
    )


def test_a_module_without_a_layer_is_told(tmp_path):
    """Shows that the test above can fail."""
    package = shutil.copytree(
        PACKAGE, tmp_path / "casebook", ignore=shutil.ignore_patterns("*.pyc")
    )
    (package / "stray.py").write_text('"""Stray."""\n', encoding="utf-8")
    run = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--config", ROOT / "pyproject.toml"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 1
    assert "casebook.stray" in run.stdout


MOST_ROOMS, MOST_LOOSE = 18, 4


def test_the_package_stays_easy_to_overlook():
    rooms = {path.name for path in PACKAGE.iterdir() if not path.name.startswith("__")}
    loose = {name for name in rooms if name.endswith(".py")}
    assert len(rooms) <= MOST_ROOMS, "Put a new module into the package of its work."
    assert len(loose) <= MOST_LOOSE, "Put a new module into the package of its work."


WITHOUT_MKDOCS = """
import importlib, sys

class Refusing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("mkdocs", "material", "properdocs"):
            raise ModuleNotFoundError(f"refused: {name}", name=name)

sys.meta_path.insert(0, Refusing())
for name in sys.argv[1:]:
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        print(f"{name}: {error}")
"""


def imports_that_fail_without_mkdocs(names: list[str]) -> list[str]:
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT_MKDOCS, *names],
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return run.stdout.splitlines()


def test_the_package_imports_without_mkdocs():
    assert ADAPTER in modules
    others = [name for name in modules if f"{name}.".partition(f"{ADAPTER}.")[0]]
    failed = imports_that_fail_without_mkdocs(others)
    assert failed == [], "Only mkdocs_adapter may import MkDocs: move the code that needs it there."


def test_the_adapter_does_not_import_without_mkdocs():
    """Shows that the test above can fail."""
    (failed,) = imports_that_fail_without_mkdocs([f"{ADAPTER}.plugin"])
    assert failed.startswith(ADAPTER)


def events_of(path: Path) -> set[str]:
    """The names in a file that MkDocs would take for events."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    defined = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    assigned = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return {name for name in defined | assigned if name.startswith("on_")}


def test_the_file_that_mkdocs_loads_hands_on_every_event():
    own = events_of(PACKAGE / "mkdocs_adapter" / "plugin.py")
    assert own
    assert events_of(SHIM) == own, "Name each on_* method of the plugin in mkdocs_hooks.py."


def test_every_event_is_one_that_mkdocs_knows():
    unknown = events_of(SHIM) - {f"on_{event}" for event in EVENTS}
    assert unknown == set(), "MkDocs stops with a bare KeyError on events it does not know."


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """The text of every file that is in the repository or about to be."""
    if not (ROOT / ".git").exists():
        pytest.skip("不在 git 仓库中 / not a git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode("utf-8")
    paths = [ROOT / name for name in listed.split("\0") if name]
    return {
        path.relative_to(ROOT).as_posix(): path.read_bytes().decode("utf-8", "replace")
        for path in paths
        if path.is_file()
    }


@pytest.mark.parametrize("needle", REGISTRIES)
def test_no_file_names_a_package_registry(files, needle):
    assert "tests/test_architecture.py" in files
    holding = [name for name, text in files.items() if needle in text]
    assert holding == [], "Where packages come from is for each machine's own settings to say."


@pytest.mark.parametrize("needle", FOLDERS_OF_ONE_MACHINE)
def test_no_file_names_a_folder_of_one_machine(files, needle):
    path = re.compile(rf"(?<![\w.~}}-]){re.escape(needle)}\w")
    holding = {name: found.group() for name, text in files.items() if (found := path.search(text))}
    assert holding == {}, "Name folders from the project's root, so that it builds anywhere."


def test_no_module_is_long():
    lines = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8").count("\n")
        for path in PACKAGE.rglob("*.py")
    }
    assert len(lines) > 10
    long = {name: count for name, count in lines.items() if count > MOST_LINES}
    assert long == {}, f"A module is one noun: split what has more than {MOST_LINES} lines."


def test_every_data_file_is_part_of_the_package():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    globs = settings["tool"]["setuptools"]["package-data"]["casebook"]
    shipped = {path for glob in globs for path in PACKAGE.glob(glob)}
    files = {path for path in PACKAGE.rglob("*.*") if path.is_file()}
    left = {path for path in files - shipped if path.suffix not in (".py", ".pyc")}
    assert left == set(), "Name it under package-data in pyproject.toml."


def test_no_script_looks_behind():
    """Safari before 16.4, which many phones keep, does not load a script that does."""
    scripts = sorted((ROOT / "docs/assets/js").rglob("*.js"))
    assert len(scripts) > 10
    behind = [path.name for path in scripts if re.search(r"\(\?<[=!]", path.read_text("utf-8"))]
    assert behind == [], "Take what stands before into a group of the expression."


def test_no_pattern_has_a_possessive_group(files):
    """In Python 3.11.2 a possessive group that fails part of the way loses characters.

    Possessive classes of characters are sound there; for groups there is `(?=(?P<x>...))(?P=x)`.
    """
    found = [
        f"{name}:{number}"
        for name, text in files.items()
        if name.startswith("hooks/") and name.endswith(".py")
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(r"\)(?:[*+?]|\{+[0-9,]+\}+)\+", line)
    ]
    assert found == []


def test_no_folder_of_tests_is_passed_over(request):
    """pytest leaves out folders by their names without a word."""
    patterns = request.config.getini("norecursedirs")
    passed_over = {
        folder.name
        for file in (ROOT / "tests").rglob("test_*.py")
        for folder in file.relative_to(ROOT).parents
        if any(fnmatch(folder.name, pattern) for pattern in patterns)
    }
    assert passed_over == set()
