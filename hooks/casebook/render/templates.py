"""The Jinja environment of the templates, with their globals and filters."""

from __future__ import annotations

from collections.abc import Container, Iterable, MutableMapping, Sequence
from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader

from casebook.config.archive import Archive
from casebook.config.organisation import ICP_REGISTER, Organisation
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
    """The globals of the templates that are the same for all pages."""

    site_config: SiteConfig
    organisation: Organisation
    archive: Archive | None = None
    nav: Sequence[Key] = ()
    """The columns of the site: the address and title of each."""
    corrections_address: str | None = None
    """The address of the instructions for reporting errors."""
    assets: str = ""
    """The folder of styles and scripts."""
    written: Container[str] = ()
    """The uris of the hand-written pages."""
    problems_key: Key | None = None
    """The page that lists the problems, in a preview that has any."""


class _SharedGlobals(Environment):
    """Shares one dictionary of globals among all templates.

    Jinja chains it with the globals of single templates, of which there are none here, and copies
    the chain for every page and every fragment: a fourth of rendering a page, measured.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template: the same for all."""
        return self.globals


_BYTECODE = BytecodeMemoryCache()


def template_environment(folders: Iterable[str], site_context: SiteContext) -> Environment:
    """The environment of the templates in these folders; everything not marked safe is escaped."""
    env = _SharedGlobals(
        loader=FileSystemLoader(list(folders)),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_BYTECODE,
    )
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": False}
    env.globals |= {field.name: getattr(site_context, field.name) for field in fields(site_context)}
    env.globals["site_address"] = site_context.site_config.address
    env.globals["site_domain"] = urlsplit(site_context.site_config.address).hostname
    env.globals["content_policy"] = content_policy()
    env.globals["icp_register"] = ICP_REGISTER
    env.globals["qr_code"] = qr_code
    env.globals["picture_size"] = (WIDTH, HEIGHT)
    env.globals["fragment"] = FragmentCache(env)
    env.filters["url"] = from_root
    return env
