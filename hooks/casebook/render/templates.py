"""The templates, and what all of them can use."""

from __future__ import annotations

from collections.abc import Container, Iterable, MutableMapping, Sequence
from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader

from casebook.config.organisation import Organisation
from casebook.config.site_config import SiteConfig
from casebook.pages.share_picture import HEIGHT, WIDTH
from casebook.render.bytecode_cache import BytecodeMemoryCache
from casebook.render.content_policy import content_policy
from casebook.render.fragment_cache import FragmentCache
from casebook.render.qr_code import qr_code
from casebook.render.relative_urls import from_root
from casebook.schema.term_keys import Key


@dataclass(frozen=True, slots=True)
class SiteContext:
    """What the templates of all pages use beside the page itself."""

    site_config: SiteConfig
    organisation: Organisation
    nav: Sequence[Key] = ()
    """The columns of the site: where each begins, and its title."""
    corrections_address: str | None = None
    """The place of the site that says what to do about a mistake."""
    assets: str = ""
    """The folder of styles and scripts."""
    written: Container[str] = ()
    """The uris of the hand-written pages."""
    problems_key: Key | None = None
    """In a preview with problems, the page that shows them."""


class _PlainGlobals(Environment):
    """Keeps what all templates know in one dictionary.

    Jinja chains it with what single templates know, which is nothing here, and takes the chain
    apart for every page and every part of one: a fourth of drawing a page, measured.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What a template knows: the same for all."""
        return self.globals


_COMPILED = BytecodeMemoryCache()


def template_environment(folders: Iterable[str], site_context: SiteContext) -> Environment:
    """The templates in these folders; they escape everything that is not marked as safe."""
    env = _PlainGlobals(
        loader=FileSystemLoader(list(folders)),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_COMPILED,
    )
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": False}
    env.globals |= {field.name: getattr(site_context, field.name) for field in fields(site_context)}
    env.globals["site_address"] = site_context.site_config.address
    env.globals["site_domain"] = urlsplit(site_context.site_config.address).hostname
    env.globals["content_policy"] = content_policy()
    env.globals["qr_code"] = qr_code
    env.globals["picture_size"] = (WIDTH, HEIGHT)
    env.globals["fragment"] = FragmentCache(env)
    env.filters["url"] = from_root
    return env
