"""robots.txt (RFC 9309): allows everything, and names the sitemap.

Crawlers request it at the root of a host only, so it has no effect for a site in a folder.
"""

from __future__ import annotations

from collections.abc import Iterator

from casebook.outputs import sitemap
from casebook.outputs.context import BuildContext, output_route
from casebook.pages.page import File

ADDRESS = "robots.txt"

ROUTES = (output_route(ADDRESS, "text/plain", is_lasting=True),)


def files(context: BuildContext) -> Iterator[File]:
    """The file, with the URL of the sitemap if there is one."""
    found = context.site_config.absolute(sitemap.ADDRESS)
    more = f"\nSitemap: {found}\n" if found else ""
    yield ADDRESS, f"User-agent: *\nDisallow:\n{more}".encode()
