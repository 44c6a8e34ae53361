"""The content security policy of every page.

No page has inline code, so the policy allows none: code injected into a page does not run.
"""

from __future__ import annotations

DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",  # the search fetches its index
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
)


def content_policy() -> str:
    """The policy as one value, for a meta element."""
    return "; ".join(DIRECTIVES)
