"""Hosts: the files that hosts of static sites read, Netlify and Cloudflare Pages as well as GitHub.

They look for them in the root of what is published: where the site hangs in a sub-folder, they
are to be laid there. A former address whose page is there too is answered with that page by some,
which leads on as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from casebook.config.site_config import SiteConfig
from casebook.outputs.context import BuildContext, output_route
from casebook.outputs.headers import Headers, cached, everywhere, headers_of
from casebook.pages.page import File
from casebook.pages.routes import Route
from casebook.texts import commands as texts

HEADERS, REDIRECTS, PLAIN = "_headers", "_redirects", ".nojekyll"
"""Where they stand; the last tells GitHub to publish names that begin with an underscore."""

ROUTES = tuple(output_route(name, "text/plain") for name in (HEADERS, REDIRECTS, PLAIN))


def files(context: BuildContext) -> Iterator[File]:
    """What hosts are told about an edition."""
    yield HEADERS, _headers(context.site_config, context.routes.declared).encode()
    yield REDIRECTS, _redirects(context.site_config, context.site.redirects).encode()
    yield PLAIN, b""


def _headers(site_config: SiteConfig, patterns: Iterable[Route]) -> str:
    rules = {"*": everywhere(site_config.is_secure)}
    rules |= {one.path: headers_of(one) for one in cached(patterns)}
    blocks = (_block(_folder(site_config) + pattern, said) for pattern, said in rules.items())
    return "\n".join((*_comment(site_config), *blocks))


def _block(pattern: str, headers: Headers) -> str:
    return "".join((f"{pattern}\n", *(f"  {name}: {value}\n" for name, value in headers.items())))


def _redirects(site_config: SiteConfig, moved: Iterable[tuple[str, str]]) -> str:
    folder = _folder(site_config)
    lines = (f"{folder}{quote(old)} {folder}{quote(new)} 301\n" for old, new in moved)
    return "".join((*_comment(site_config), *lines))


def _comment(site_config: SiteConfig) -> Iterator[str]:
    folder = _folder(site_config)
    if folder != "/":
        yield f"# {texts.HOSTS_FOLDER.format(folder=folder)}\n"


def _folder(site_config: SiteConfig) -> str:
    return quote(site_config.folder, safe="/%")
