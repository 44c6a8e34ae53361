"""The locked packages: they go with our oldest Python, and editors' commands need no others."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata, packages_distributions
from pathlib import Path

import grimp
import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

from .commands.editors import EDITORS_COMMANDS

ROOT = Path(__file__).parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
(OLDEST,) = (Version(one.version) for one in SpecifierSet(PROJECT["requires-python"]))

locks = pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)


def locked(lock: Path) -> list[Requirement]:
    lines = re.findall(r"^[\w.-]+==[^\\\n]+", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return [Requirement(line) for line in lines]


def names(lock: Path) -> list[str]:
    return [canonicalize_name(one.name) for one in locked(lock)]


def installed(lock: Path) -> Iterator[tuple[Requirement, str]]:
    """The locked packages that are installed here, each with the Pythons it asks for."""
    for one in locked(lock):
        try:
            found = metadata(one.name)
        except PackageNotFoundError:
            continue
        if found["Version"] in one.specifier:
            yield one, found["Requires-Python"] or ""


def test_the_oldest_python_is_one_everywhere() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"--python-version {OLDEST} " in makefile
    asked = set(re.findall(r"sys\.version_info < \((\d+), (\d+)\)", makefile))
    asked |= set(re.findall(r"sys\.version_info >= \((\d+), (\d+)\)", makefile))
    assert asked == {tuple(str(OLDEST).split("."))}


@locks
def test_every_package_is_locked_once_for_all_pythons(lock: Path) -> None:
    """Two versions of one would be two sites to test: one for each Python."""
    found = names(lock)
    assert found
    assert [name for name in found if found.count(name) > 1] == []


def test_every_locked_package_takes_the_oldest_python() -> None:
    found = dict(installed(ROOT / "requirements/test.txt"))
    assert len(found) > 50
    younger = {str(one): asked for one, asked in found.items() if OLDEST not in SpecifierSet(asked)}
    assert younger == {}, "Lock a version that takes the Python of requires-python, or raise that."


def test_a_younger_python_is_noticed() -> None:
    """3.11 means 3.11.0, which has no patches."""
    assert OLDEST not in SpecifierSet(f">={OLDEST}.5")


@pytest.mark.parametrize("command", EDITORS_COMMANDS)
def test_desk_txt_has_what_an_editors_command_can_import(command: str) -> None:
    graph = grimp.build_graph("casebook", include_external_packages=True)
    reached = graph.find_upstream_modules(f"casebook.commands.{command}")
    known = packages_distributions()
    foreign = {
        canonicalize_name(name)
        for module in reached
        if not module.startswith("casebook.")
        for name in known.get(module, ())
    }
    assert "pydantic" in foreign
    assert foreign <= set(names(ROOT / "requirements/desk.txt"))


def test_desk_txt_has_nothing_that_site_txt_has_otherwise() -> None:
    desk, site = (
        set(map(str, locked(ROOT / f"requirements/{name}.txt"))) for name in ("desk", "site")
    )
    assert desk < site
