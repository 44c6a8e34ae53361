"""A press for made-up editions, with the project's own templates and Markdown."""

from __future__ import annotations

from pathlib import Path

import material
from pymdownx.slugs import slugify

from casebook.outputs.context import BuildContext
from casebook.pages.page import CASES, HOME
from casebook.render.renderer import Renderer
from casebook.render.templates import SiteContext, template_environment
from casebook.render.typesetter import Typesetter, typesetter

ROOT = Path(__file__).parents[2]
EXTENSIONS = ["casebook.plain_markdown", "tables", "toc"]
SETTINGS = {"toc": {"slugify": slugify(case="lower")}}


def setter(addresses: dict[str, str] | None = None) -> Typesetter:
    """A typesetter with the Markdown of mkdocs.yml."""
    return typesetter(EXTENSIONS, SETTINGS, addresses or {})


def press_of(context: BuildContext, origin: bytes = b"origin") -> Renderer:
    """A press for an edition."""
    folders = [str(ROOT / "overrides"), str(Path(material.__file__).parent / "templates")]
    site_context = SiteContext(context.site_config, context.organisation, (HOME, CASES))
    addresses = {uri: uri for uri in context.library.files}
    addresses |= {page.uri: page.address for page in context.site.pages}
    return Renderer(
        template_environment(folders, site_context),
        setter(addresses),
        site_context,
        origin=lambda: origin,
    )
