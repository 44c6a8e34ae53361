"""Headers: what every answer of the site forbids and allows, and how long it may be kept.

How long a file is kept follows from its route; `hosts` and `nginx_config` write the headers down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casebook.pages.routes import Caching, Route
from casebook.render.content_policy import DIRECTIVES

Headers = dict[str, str]

_FORBIDDEN = (
    *("accelerometer", "autoplay", "camera", "clipboard-read", "display-capture"),
    *("encrypted-media", "fullscreen", "geolocation", "gyroscope", "hid", "idle-detection"),
    *("magnetometer", "microphone", "midi", "payment", "picture-in-picture"),
    *("publickey-credentials-get", "screen-wake-lock", "serial", "sync-xhr", "usb"),
    "xr-spatial-tracking",
)
"""What a device can do and no page asks for."""
_USED = ("clipboard-write",)
"""What sharing a page asks for; `web-share` too, but browsers that do not know it complain, and
those that do allow it to a page itself unasked."""


_FOR_EVERYBODY = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
_OWN = {"Cross-Origin-Resource-Policy": "same-origin"}

_HEADERS = {
    Caching.REVALIDATE: {"Cache-Control": "no-cache", **_OWN},
    Caching.MINUTES: {"Cache-Control": "public, max-age=300", **_FOR_EVERYBODY},
    Caching.DAY: {"Cache-Control": "public, max-age=86400", **_FOR_EVERYBODY},
    Caching.FOREVER: {"Cache-Control": "public, max-age=31536000, immutable", **_OWN},
}

DEFAULT = _HEADERS[Caching.REVALIDATE]
"""The headers of every file without other rules; hosts send them by themselves."""


def headers_for(caching: Caching) -> Headers:
    """The headers of files that may be kept for so long."""
    return _HEADERS[caching]


def headers_of(route: Route) -> Headers:
    """The headers of a route that depend on how long its files may be kept."""
    return _HEADERS[route.caching]


def cached(routes: Iterable[Route]) -> Iterator[Route]:
    """The routes whose files may be kept without revalidation; no address fits two of them."""
    return (route for route in routes if route.caching is not Caching.REVALIDATE)


def everywhere(is_secure: bool) -> Headers:
    """The headers of every answer; some make sense only where the site stands on https."""
    # Two directives that a page may not say of itself.
    of_server = ("frame-ancestors 'self'", *(("upgrade-insecure-requests",) if is_secure else ()))
    features = (*(f"{name}=()" for name in _FORBIDDEN), *(f"{name}=(self)" for name in _USED))
    found = {
        "Content-Security-Policy": "; ".join((*DIRECTIVES, *of_server)),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
        # Others learn which site a reader came from, and never what was searched for.
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(features),
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    if is_secure:
        # Without sub-domains: the site may hang on the host of a portal.
        found["Strict-Transport-Security"] = "max-age=31536000"
    return found
