"""nginx: the configuration with which it serves a finished site, for Debian's nginx 1.22 and later.

The values that it is given are written so that nginx takes them for nothing but texts.
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
from casebook.outputs.headers import DEFAULT, cached_routes, common_headers, headers_for, headers_of
from casebook.pages.routes import Caching, RouteTable, is_text

_TEMPLATE = Path(__file__).parent / "templates/nginx.conf"
_HOST = re.compile(r"(?:\*\.)?[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*|\[[0-9A-Fa-f:.]+\]")


class UnwritableError(ValueError):
    """A value that nginx would take for something else; `reason` is `path` or `host`."""

    def __init__(self, reason: str, value: str) -> None:
        super().__init__(reason, value)
        self.reason = reason
        self.value = value


@dataclass(frozen=True, slots=True)
class Server:
    """The machine that serves: what it is called, where it has the site, and what it can do."""

    site: Path
    name: str = ""
    """Its host name; empty for the one in the site's address, or any."""
    certificate: Path | None = None
    key: Path | None = None
    """The key of its certificate; without both it speaks plain HTTP."""
    has_brotli: bool = True


def configuration(
    server: Server,
    site_config: SiteConfig,
    routes: RouteTable,
    redirects: Iterable[tuple[str, str]],
) -> str:
    """A file for /etc/nginx/conf.d/; UnwritableError for a value that nginx cannot read back."""
    env = Environment(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # it writes no HTML
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
        choices={name: _choices(name, re.escape(folder), routes) for name in _CHOSEN},
        variables=_CHOSEN,
        otherwise=DEFAULT,
        moved=list(_redirects(folder, redirects)),
        types={kind: " ".join(endings) for kind, endings in types.items()},
        feeds={re.escape(name): kind for name, kind in named.items()},
        # Of HTML nginx says the encoding, and compresses it, without being told.
        text_types=[one for one in (*types, *named.values()) if is_text(one) and one != HTML],
    )


HTML = "text/html"

_CHOSEN = {
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
    """What a header says of the addresses that fit an expression, where they are answered well."""
    return {
        # An error must not be kept as long as what was asked for.
        f"~^(?:200|206|304){folder}{route.expression}$": headers_of(route)[name]
        for route in cached_routes(routes.declared)
        if headers_of(route).get(name) != DEFAULT.get(name)
    }


def _redirects(folder: str, redirects: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """Former addresses as nginx meets them, each with where it leads, as browsers are told."""
    for old, new in redirects:
        for address in (old, old.removesuffix("/")):
            yield folder + address, quote(folder + new)


def quoted(value: object) -> str:
    """A text as nginx reads it back."""
    text = str(value)
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _path(path: Path, end: str = "") -> str:
    """A path in quotation marks; nginx has no way to write a dollar sign, or a new line, in one."""
    text = str(path.absolute())
    if re.search(r"[$\x00-\x1f\x7f]", text):
        raise UnwritableError("path", text)
    return quoted(text + end)


def _host(name: str) -> str:
    if not _HOST.fullmatch(name):
        raise UnwritableError("host", name)
    return name
