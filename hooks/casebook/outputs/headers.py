"""HTTP headers of the site: security policies for every response, and caching by route.

`hosts` and `nginx_config` write them in the formats of hosts and servers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casebook.pages.routes import Caching, Route
from casebook.render.content_policy import DIRECTIVES

Headers = dict[str, str]

_DISABLED = (
    *("accelerometer", "autoplay", "camera", "clipboard-read", "display-capture"),
    *("encrypted-media", "fullscreen", "geolocation", "gyroscope", "hid", "idle-detection"),
    *("magnetometer", "microphone", "midi", "payment", "picture-in-picture"),
    *("publickey-credentials-get", "screen-wake-lock", "serial", "sync-xhr", "usb"),
    "xr-spatial-tracking",
)
"""The browser features that no page uses."""
_ENABLED = ("clipboard-write",)
"""The browser features used to share a page. `web-share` is omitted: browsers without it log an
error, and the others allow it to the page itself by default."""


_CROSS_ORIGIN = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
_SAME_ORIGIN = {"Cross-Origin-Resource-Policy": "same-origin"}

_HEADERS = {
    Caching.REVALIDATE: {"Cache-Control": "no-cache", **_SAME_ORIGIN},
    Caching.MINUTES: {"Cache-Control": "public, max-age=300", **_CROSS_ORIGIN},
    Caching.DAY: {"Cache-Control": "public, max-age=86400", **_CROSS_ORIGIN},
    Caching.FOREVER: {"Cache-Control": "public, max-age=31536000, immutable", **_SAME_ORIGIN},
}

DEFAULT = _HEADERS[Caching.REVALIDATE]
"""The headers of every file without other rules; hosts send them by default."""


def headers_for(caching: Caching) -> Headers:
    """The headers of files with this caching."""
    return _HEADERS[caching]


def cached_routes(routes: Iterable[Route]) -> Iterator[Route]:
    """The routes whose files may be cached without revalidation; no address matches two of them."""
    return (route for route in routes if route.caching is not Caching.REVALIDATE)


def common_headers(is_secure: bool) -> Headers:
    """The headers of every response; some only for a site on https."""
    # Directives of responses only, not of the meta element of pages.
    of_server = ("frame-ancestors 'self'", *(("upgrade-insecure-requests",) if is_secure else ()))
    features = (*(f"{name}=()" for name in _DISABLED), *(f"{name}=(self)" for name in _ENABLED))
    found = {
        "Content-Security-Policy": "; ".join((*DIRECTIVES, *of_server)),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
        # Other sites receive the origin of a reader, never the query of a search.
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(features),
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    if is_secure:
        # Without sub-domains: the site may be on the host of a portal.
        found["Strict-Transport-Security"] = "max-age=31536000"
    return found
