"""Build contexts of made-up content, for the tests of single outputs."""

from __future__ import annotations

from pathlib import Path

from casebook.build.route_plan import plan_routes
from casebook.config.organisation import Organisation
from casebook.config.site_config import SiteConfig
from casebook.outputs.context import BuildContext
from casebook.outputs.registry import all_outputs
from casebook.pages.site import build_site

from ..sites.make import Content

NAME = "某地典型案例"
DESCRIPTION = "某地通报的典型案例。"
ADDRESS = "https://www.example.gov.cn/anli/"


def small_content(root: Path) -> Content:
    """A home page and two offence groups, one of which no case belongs to unless told."""
    made = Content(root)
    made.page("index.md", "首页", summary="这里是首页。")
    made.offence("posters", "网络水军", order=2)
    made.offence("hacking", "网络黑客", order=1)
    return made


def context(
    content: Content,
    address: str = ADDRESS,
    name: str = NAME,
    description: str = DESCRIPTION,
    with_drafts: bool = False,
    owner: str | None = None,
) -> BuildContext:
    """The build context of some content."""
    library = content.library()
    site = build_site(library, with_drafts)
    routes = plan_routes(site, library.files, all_outputs())
    return BuildContext(
        library, site, SiteConfig(name, description, address), Organisation(name=owner), routes
    )
