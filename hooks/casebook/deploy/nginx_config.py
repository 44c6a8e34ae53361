"""nginx: the configuration with which it serves a finished site, for Debian's nginx 1.22 and later.

The values that it is given are written so that nginx takes them for nothing but texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from jinja2 import Environment, StrictUndefined

from casebook.config.site_config import SiteConfig
from casebook.outputs.headers import OTHERWISE, RULES, everywhere, is_secure

_TEMPLATE = Path(__file__).parent / "templates/nginx.conf"
_HOST = re.compile(r"(?:\*\.)?[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*|\[[0-9A-Fa-f:.]+\]")

TYPES = {
    "text/html": "html",
    "text/css": "css",
    "text/javascript": "js",
    "text/plain": "txt",
    "text/csv": "csv",
    "application/json": "json",
    "application/xml": "xml",
    "image/svg+xml": "svg",
    "image/png": "png",
    "image/jpeg": "jpg jpeg",
    "image/webp": "webp",
    "image/gif": "gif",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
}
"""What the site publishes, by the endings of names; anything else is bytes."""

FEEDS = {"feed.xml": "application/atom+xml", "feed.json": "application/feed+json"}
"""Files whose names tell more of them than their endings."""


def _is_text(kind: str) -> bool:
    """Whether a type is to be packed and said to be UTF-8; of HTML nginx does both unasked."""
    return bool(re.fullmatch(r"text/(?!html).*|.*(?:json|xml)", kind))


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


def configuration(server: Server, site_config: SiteConfig, moved: Iterable[tuple[str, str]]) -> str:
    """A file for /etc/nginx/conf.d/; UnwritableError for a value that cannot stand in it."""
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
    is_encrypted = server.certificate is not None
    return env.from_string(_TEMPLATE.read_text(encoding="utf-8")).render(
        server=server,
        name=_host(server.name or urlsplit(site_config.address).hostname or "_"),
        folder=folder,
        pattern=re.escape(folder),
        headers=everywhere(is_encrypted or is_secure(site_config)),
        choices={name: _choices(name, re.escape(folder)) for name in _CHOSEN},
        variables=_CHOSEN,
        otherwise=OTHERWISE,
        moved=list(_moved(folder, moved)),
        types=TYPES,
        feeds={re.escape(name): kind for name, kind in FEEDS.items()},
        text_types=[kind for kind in (*TYPES, *FEEDS.values()) if _is_text(kind)],
    )


_CHOSEN = {
    name: f"casebook_{name.lower().replace('-', '_')}"
    for rule in RULES
    for name in rule.headers | OTHERWISE
}
"""The variables of the headers that depend on the address."""


def _choices(name: str, folder: str) -> dict[str, str]:
    """What a header says of the addresses that fit an expression, where they are answered well."""
    return {
        # An error must not be kept as long as what was asked for.
        f"~^(?:200|206|304){folder}{expression}$": rule.headers[name]
        for rule in RULES
        if rule.headers.get(name) != OTHERWISE.get(name)
        for expression in rule.expressions()
    }


def _moved(folder: str, moved: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """Former addresses as nginx meets them, each with where it leads, as browsers are told."""
    for old, new in moved:
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
