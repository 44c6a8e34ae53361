"""Where a command works, and where it must not write."""

from __future__ import annotations

import pytest

from casebook.config.project import Project


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("CASEBOOK_CASES", "../elsewhere/cases")
    for name in ("docs/assets", "hooks", "cases", "site", "../elsewhere/cases"):
        (tmp_path / "checkout" / name).mkdir(parents=True)
    return Project(tmp_path / "checkout")


@pytest.mark.parametrize(
    "name",
    [
        "docs",
        "docs/assets",
        ".",
        "..",
        "cases",
        "hooks/casebook",
        ".git",
        "../elsewhere/cases",
        "../elsewhere",
    ],
)
def test_what_people_write_is_source(project, name):
    assert project.is_source(project.root / name)


@pytest.mark.parametrize("name", ["site", "public/site", "../site", "../elsewhere/site"])
def test_a_folder_of_its_own_is_no_source(project, name):
    assert not project.is_source(project.root / name)


def test_a_link_is_what_it_leads_to(project):
    (project.root / "public").symlink_to(project.root / "docs")
    assert project.is_source(project.root / "public")


def test_the_cases_folder_is_named_without_detours(project):
    assert project.folders.cases == project.root.parent / "elsewhere/cases"
    assert project.folders.shown(project.folders.cases / "a.md").startswith("/")


def test_an_empty_variable_names_the_usual_folder(project, monkeypatch):
    monkeypatch.setenv("CASEBOOK_CASES", "")
    assert project.folders.cases == project.root / "cases"
