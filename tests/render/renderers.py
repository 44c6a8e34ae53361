"""A renderer for made-up content, with the project's own templates."""

from __future__ import annotations

from pathlib import Path

import material

from casebook.outputs.context import BuildContext
from casebook.pages.page import CASES, HOME
from casebook.pages.text_links import SourceAddresses
from casebook.render.markdown_renderer import MarkdownRenderer
from casebook.render.renderer import Renderer
from casebook.render.site_settings import SiteSettings
from casebook.render.templates import SiteContext, template_environment

ROOT = Path(__file__).parents[2]
TEMPLATES = (ROOT / "overrides", Path(material.__file__).parent / "templates")
SETTINGS = SiteSettings((HOME, CASES), TEMPLATES)


def renderer_of(context: BuildContext) -> Renderer:
    """A renderer of the pages of a context."""
    site_context = SiteContext(context.site_config, context.organisation, nav=SETTINGS.nav)
    pages = frozenset(page.address for page in context.site.pages)
    return Renderer(
        template_environment(map(str, TEMPLATES), site_context),
        MarkdownRenderer(SourceAddresses(pages, context.routes)),
        site_context,
        SETTINGS,
    )
