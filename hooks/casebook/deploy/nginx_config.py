"""The nginx configuration of a finished site, for Debian's nginx 1.22 and later.

All values are quoted so that nginx parses them as plain strings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from jinja2 import Environment, StrictUndefined

from casebook.config.site_config import SiteConfig
from casebook.content.media.kinds import KINDS
from casebook.outputs.headers import DEFAULT, cached_routes, common_headers, headers_for
from casebook.pages.routes import Caching, RouteTable, is_text

_TEMPLATE = Path(__file__).parent / "templates/nginx.conf"
_HOST = re.compile(r"(?:\*\.)?[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*|\[[0-9A-Fa-f:.]+\]")


class UnwritableError(ValueError):
    """A value cannot be quoted for nginx; `reason` is `path` or `host`."""

    def __init__(self, reason: str, value: str) -> None:
        super().__init__(reason, value)
        self.reason = reason
        self.value = value


@dataclass(frozen=True, slots=True)
class Server:
    """The server: its host name, the folder of the site, its certificate and modules."""

    site: Path
    name: str = ""
    """The host name; empty for that of `site_url`, or any."""
    certificate: Path | None = None
    key: Path | None = None
    """The private key of the certificate; without both the server uses plain HTTP."""
    has_brotli: bool = True


def configuration(
    server: Server,
    site_config: SiteConfig,
    routes: RouteTable,
    redirects: Iterable[tuple[str, str]],
) -> str:
    """The text of a file for /etc/nginx/conf.d/; raises UnwritableError."""
    env = Environment(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # the output is no HTML
    )
    env.filters["quoted"] = quoted
    env.filters["path"] = _path
    env.filters["file"] = lambda folder, file="": _path(folder, f"/{file}")
    folder = unquote(site_config.folder)
    types, named = _types(routes)
    return env.from_string(_TEMPLATE.read_text(encoding="utf-8")).render(
        server=server,
        name=_host(server.name or urlsplit(site_config.address).hostname or "_"),
        folder=folder,
        pattern=re.escape(folder),
        headers=common_headers(server.certificate is not None or site_config.is_secure),
        choices={name: _choices(name, re.escape(folder), routes) for name in _VARIABLES},
        variables=_VARIABLES,
        otherwise=DEFAULT,
        moved=list(_redirects(folder, redirects)),
        types={kind: " ".join(endings) for kind, endings in types.items()},
        feeds={re.escape(name): kind for name, kind in named.items()},
        # nginx sends the charset of HTML, and compresses it, by default.
        text_types=[one for one in (*types, *named.values()) if is_text(one) and one != HTML],
    )


HTML = "text/html"

_VARIABLES = {
    name: f"casebook_{name.lower().replace('-', '_')}"
    for caching in Caching
    for name in headers_for(caching)
}
"""The variables of the headers that depend on the address."""


def _types(routes: RouteTable) -> tuple[dict[str, list[str]], dict[str, str]]:
    """The endings of each media type, and file names with another type than their ending."""
    by_ending = {kind.ending: kind.media_type for kind in KINDS.values()}
    for route in routes.routes:
        ending = PurePosixPath(route.path).suffix
        if ending and "*" not in ending:
            by_ending.setdefault(ending, route.media_type)
    types: dict[str, list[str]] = {}
    for ending, media_type in by_ending.items():
        types.setdefault(media_type, []).append(ending.removeprefix("."))
    named = {
        path.name: route.media_type
        for route in routes.routes
        if (path := PurePosixPath(route.path)).suffix in by_ending
        and "*" not in path.name
        and by_ending[path.suffix] != route.media_type
    }
    return types, named


def _choices(name: str, folder: str, routes: RouteTable) -> dict[str, str]:
    """The value of a header by regular expression of successful status and address."""
    return {
        # An error must not be cached as long as the file.
        f"~^(?:200|206|304){folder}{route.expression}$": headers_for(route.caching)[name]
        for route in cached_routes(routes.declared)
        if headers_for(route.caching).get(name) != DEFAULT.get(name)
    }


def _redirects(folder: str, redirects: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """Each redirect as decoded path, with and without slash, and as encoded target."""
    for old, new in redirects:
        for address in (old, old.removesuffix("/")):
            yield folder + address, quote(folder + new)


def quoted(value: object) -> str:
    """A quoted string of the nginx configuration."""
    text = str(value)
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _path(path: Path, end: str = "") -> str:
    """A quoted absolute path; raises UnwritableError for `$` and control characters."""
    text = str(path.absolute())
    if re.search(r"[$\x00-\x1f\x7f]", text):
        raise UnwritableError("path", text)
    return quoted(text + end)


def _host(name: str) -> str:
    if not _HOST.fullmatch(name):
        raise UnwritableError("host", name)
    return name
