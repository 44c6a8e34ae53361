"""Compiled templates: one that did not change is compiled once in a process."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from casebook.config.organisation import Organisation
from casebook.config.site_config import SiteConfig
from casebook.render.templates import SiteContext, template_environment


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that are compiled, as they are."""
    names: list[str] = []
    original = Environment.compile

    def counted(self, source, name=None, *rest):
        names.append(str(name))
        return original(self, source, name, *rest)

    monkeypatch.setattr(Environment, "compile", counted)
    return names


def drawn(folder: Path) -> str:
    env = template_environment(
        [str(folder)], SiteContext(SiteConfig("案例", "", ""), Organisation())
    )
    return env.get_template("page.html").render(word="甲")


def test_only_what_changed_is_compiled_again(tmp_path, compiled):
    (tmp_path / "page.html").write_text("{{ word }}{% include 'part.html' %}", encoding="utf-8")
    (tmp_path / "part.html").write_text("一", encoding="utf-8")
    assert [drawn(tmp_path), drawn(tmp_path)] == ["甲一", "甲一"]
    assert compiled == ["page.html", "part.html"]
    (tmp_path / "part.html").write_text("二", encoding="utf-8")
    assert [drawn(tmp_path), drawn(tmp_path)] == ["甲二", "甲二"]
    assert compiled == ["page.html", "part.html", "part.html"]


def test_templates_of_one_name_in_two_folders_are_told_apart(tmp_path):
    for word in "一二":
        (tmp_path / word).mkdir()
        (tmp_path / word / "page.html").write_text(word, encoding="utf-8")
    assert [drawn(tmp_path / word) for word in "一二一"] == ["一", "二", "一"]
