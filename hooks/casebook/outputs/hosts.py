"""The configuration files of static hosts: Netlify, Cloudflare Pages and GitHub Pages.

Hosts read them in the root of the published folder; for a site in a sub-folder they must be copied
there. Some hosts serve the page at an old address instead of the redirect; that page redirects,
too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from casebook.config.site_config import SiteConfig
from casebook.outputs.context import BuildContext, output_route
from casebook.outputs.headers import Headers, cached_routes, common_headers, headers_for
from casebook.pages.page import File
from casebook.pages.routes import Route
from casebook.texts import commands as texts

HEADERS, REDIRECTS, NO_JEKYLL = "_headers", "_redirects", ".nojekyll"
"""Their names; the last makes GitHub publish files whose names begin with an underscore."""

ROUTES = tuple(output_route(name, "text/plain") for name in (HEADERS, REDIRECTS, NO_JEKYLL))


def files(context: BuildContext) -> Iterator[File]:
    """The three files of a build."""
    yield HEADERS, _headers(context.site_config, context.routes.declared).encode()
    yield REDIRECTS, _redirects(context.site_config, context.site.redirects).encode()
    yield NO_JEKYLL, b""


def _headers(site_config: SiteConfig, routes: Iterable[Route]) -> str:
    rules = {"*": common_headers(site_config.is_secure)}
    rules |= {one.path: headers_for(one.caching) for one in cached_routes(routes)}
    blocks = (_block(_folder(site_config) + pattern, headers) for pattern, headers in rules.items())
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
