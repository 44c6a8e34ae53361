"""Build plans of made-up content, with the project's own templates."""

from __future__ import annotations

from casebook.build.checked_project import check_project
from casebook.build.plan import BuildPlan, plan_build
from casebook.config.project import Project
from casebook.render.site_settings import SiteSettings

from ..outputs.contexts import DESCRIPTION, NAME
from ..render.renderers import SETTINGS
from ..sites.make import Content


def plan_of(
    content: Content, outputs: tuple[str, ...] = (), settings: SiteSettings = SETTINGS
) -> BuildPlan:
    """The plan of some content, whatever is wrong with it, and of these outputs."""
    config = content.root / "mkdocs.yml"
    config.write_text(f"site_name: {NAME}\nsite_description: {DESCRIPTION}\n", encoding="utf-8")
    project = Project(content.root, docs=content.docs, cases=content.cases)
    return plan_build(check_project(project), settings, outputs)
