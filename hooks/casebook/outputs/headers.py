"""Headers: what every answer of the site forbids and allows, and how long it may be kept.

They stand here once, as data; `hosts` and `nginx` write them for who serves the site.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from casebook.config.site_config import SiteConfig
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


@dataclass(frozen=True, slots=True)
class Rule:
    """Headers of the addresses that fit one of some patterns below the site.

    In a pattern `*` stands for anything, and `:version` for one folder; hosts read both as they
    stand. No address fits two rules: some hosts would send both values.
    """

    patterns: tuple[str, ...]
    headers: Headers

    def expressions(self) -> tuple[str, ...]:
        """The patterns as regular expressions, where only a fingerprint fits `:version`."""
        return tuple(map(_expression, self.patterns))


def _expression(pattern: str) -> str:
    known = {"*": ".*", ":version": "[0-9a-f]{12}"}
    parts = re.split(r"(\*|:version)", pattern)
    return "".join(known.get(part) or re.escape(part) for part in parts)


_FOR_EVERYBODY = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}

RULES = (
    # Named by what they hold.
    Rule(
        ("assets/:version/*.css", "assets/:version/*.js", "search/:version/*"),
        {
            "Cache-Control": "public, max-age=31536000, immutable",
            "Cross-Origin-Resource-Policy": "same-origin",
        },
    ),
    # For programs of others, which ask again and again.
    Rule(
        ("*.xml", "*.csv", "*.xlsx", "api/*.json", "*/feed.json", "feed.json"),
        {"Cache-Control": "public, max-age=300", **_FOR_EVERYBODY},
    ),
    # The pictures that messengers show of shared links.
    Rule(("assets/share/*",), {"Cache-Control": "public, max-age=86400", **_FOR_EVERYBODY}),
)

OTHERWISE = {"Cache-Control": "no-cache", "Cross-Origin-Resource-Policy": "same-origin"}
"""Of what no rule speaks of: pages, and what says which version is today's. Everybody asks each
time whether it is still the same, caches between us and readers too, so that a text that was
corrected or withdrawn is gone at once. The hosts of `hosts` do so by themselves."""


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


def is_secure(site_config: SiteConfig) -> bool:
    """Whether the site says that it stands on https."""
    return site_config.address.startswith("https://")
