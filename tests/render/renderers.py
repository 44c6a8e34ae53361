"""A press for made-up editions, with the project's own templates and Markdown."""

from __future__ import annotations

from pathlib import Path

import material
from pymdownx.slugs import slugify

from casebook.outputs.context import Edition
from casebook.pages.page import CASES, HOME
from casebook.render.renderer import Press
from casebook.render.templates import Furniture, templates
from casebook.render.typesetter import Typesetter, typesetter

ROOT = Path(__file__).parents[2]
EXTENSIONS = ["casebook.plain_markdown", "tables", "toc"]
SETTINGS = {"toc": {"slugify": slugify(case="lower")}}


def setter(addresses: dict[str, str] | None = None) -> Typesetter:
    """A typesetter with the Markdown of mkdocs.yml."""
    return typesetter(EXTENSIONS, SETTINGS, addresses or {})


def press_of(edition: Edition, origin: bytes = b"origin") -> Press:
    """A press for an edition."""
    folders = [str(ROOT / "overrides"), str(Path(material.__file__).parent / "templates")]
    furniture = Furniture(edition.masthead, edition.organisation, (HOME, CASES))
    addresses = {uri: uri for uri in edition.library.files}
    addresses |= {page.uri: page.address for page in edition.site.pages}
    return Press(templates(folders, furniture), setter(addresses), furniture, origin=lambda: origin)
