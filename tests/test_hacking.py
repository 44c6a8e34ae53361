"""HACKING.md names only what there is: files, packages, functions, models, options and commands."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from casebook.commands.parser import parser
from casebook.texts.catalog import entries

from .test_documents import ROOT, options_of, tokens

PACKAGE = ROOT / "hooks" / "casebook"

FOLDERS = (ROOT, PACKAGE, *(one for one in PACKAGE.iterdir() if one.is_dir()))
"""Where a name of a file may begin."""

CATALOGS = ("commands.yml", "pages.yml", "problems.yml")

OTHERS = (ROOT / "docs" / "offences", ROOT / "overrides", ROOT / ".github" / "workflows")

WORDS = {
    "| safe": "a filter of templates",
    "| url": "a filter of templates",
    "NO": "a value of front matter",
    "warning: true": "a line of texts/problems.yml",
    "refused_when_official: true": "a line of texts/problems.yml",
    "007": "a value of front matter",
    "2024-04": "a value of front matter",
    "api/v2/": "an interface that there may be",
    "cp -r": "a command of the system",
    "tests/bad/CODE/": "a folder named by a code",
    "search/index.json": "a file of the built site",
    ".venv/nginx": "a folder that make test-nginx fills",
    "cases/words.txt": "a file that a site may have",
    "utils": "what there is not",
    "texts.NOT_BUILT": "how a text is taken",
    "yaml.compose": "a function of a package",
}
"""What stands in backticks and is no name of ours."""


@cache
def identifiers() -> frozenset[str]:
    """All names that our Python defines, parameters among them, and those of the texts."""
    found = {name for file in CATALOGS for name in entries(file)}
    for folder in ("hooks", "tests", "tools"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                    found.add(node.name)
                elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                    found.add(node.id)
                elif isinstance(node, ast.arg):
                    found.add(node.arg)
    return frozenset(found)


def is_known(name: str) -> bool:
    """Whether there is what a text in backticks names."""
    command, _, rest = name.partition(" ")
    if name in WORDS:
        return True
    if command in ("make", "casebook", "mkdocs"):
        return bool(rest)  # whether there are such targets and commands, other tests ask
    if name.startswith(".venv/bin/python -m "):
        module = Path(rest.split()[1].replace(".", "/"))
        return module.name == "pytest" or (ROOT / module.with_suffix(".py")).exists()
    if name.startswith("--"):
        return name in options_of(parser())
    if "/" in name or re.search(r"\.\w+$", name):
        return any((folder / name).exists() for folder in (*FOLDERS, *OTHERS))
    if re.fullmatch("CASEBOOK_[A-Z_]+", name):
        return any(name in path.read_text(encoding="utf-8") for path in settings_files())
    named = re.match(r"\w+(?=\(|=|$)", name)
    return named is not None and (named[0] in identifiers() or (PACKAGE / named[0]).is_dir())


def settings_files() -> tuple[Path, ...]:
    """Where settings of the environment are read."""
    return (ROOT / "mkdocs.yml", *(ROOT / "tests").rglob("*.py"))


def test_names_in_backticks_exist() -> None:
    named = {token.content for token in tokens(ROOT / "HACKING.md") if token.type == "code_inline"}
    assert sorted(name for name in named if not is_known(name)) == []
    assert sorted(WORDS.keys() - named) == []


@pytest.mark.parametrize(
    "name",
    [
        "content/messages.py",
        "no_such_function(context)",
        "NO_SUCH_TABLE",
        "--no-such-option",
        ".venv/bin/python -m tools.nothing",
        "CASEBOOK_" + "NOTHING",
    ],
)
def test_a_name_of_nothing_is_found(name: str) -> None:
    assert not is_known(name)


def test_packages_are_all_described() -> None:
    """The list of packages is the ground plan."""
    text = (ROOT / "HACKING.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```\n(hooks/mkdocs_hooks\.py.*?)^```", text, re.DOTALL | re.MULTILINE)
    listed = set(re.findall(r"^  (\w+)/ ", block, re.MULTILINE))
    assert listed == {one.parent.name for one in PACKAGE.glob("*/__init__.py")}
