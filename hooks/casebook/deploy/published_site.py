"""A published site: requests its files, and follows redirects to the same file."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError, ProtocolError, ReadTimeoutError

from casebook.build.manifest import ADDRESS
from casebook.build.route_plan import COMPRESSED_ENDINGS
from casebook.deploy.http_client import reason, redirect_target
from casebook.texts import commands as texts

LARGEST_MANIFEST = 256 * 2**20
"""In bytes; the manifest of a million files is smaller."""


class NotVerifiedError(Exception):
    """A copy cannot be verified; the text gives the reason."""


@dataclass(frozen=True, slots=True)
class Response:
    """The response to a request for a file."""

    status: int
    address: str
    """The address of the response, after redirects to the same file."""
    body: bytes
    location: str = ""
    """The target of a redirect that was not followed."""


@dataclass(frozen=True, slots=True)
class PublishedSite:
    """A site on the web: its address with a trailing slash, and its connection pool."""

    address: str
    pool: urllib3.PoolManager

    def fetch(self, path: str, most: int) -> Response:
        """Requests a file of the site; reading stops once the body exceeds `most` bytes.

        One redirect is followed if it leads to the same file: to https, to the host with or without
        www, to the address with or without a trailing slash, index.html or .html.
        """
        requested = self.address_of(path)
        answer = self._fetch(requested, most)
        if answer.location and _is_same_file(requested, answer.location):
            return self._fetch(answer.location, most)
        return answer

    def address_of(self, path: str) -> str:
        """The URL of a file; for index.html that of its folder."""
        folder, slash, name = path.rpartition("/")
        shown = folder + slash if name == "index.html" else path
        return self.address + quote(shown)

    def _fetch(self, address: str, most: int) -> Response:
        try:
            return self._request(address, most)
        except (ProtocolError, ReadTimeoutError):
            return self._request(address, most)  # the pool retries only until a response begins

    def _request(self, address: str, most: int) -> Response:
        response = self.pool.request("GET", address, redirect=False, preload_content=False)
        try:
            location = response.get_redirect_location()
            if location:
                return Response(response.status, address, b"", redirect_target(address, location))
            body = bytearray()
            # A compressed copy is compared as it is, even with a Content-Encoding of the host.
            is_compressed = urlsplit(address).path.endswith(COMPRESSED_ENDINGS)
            for part in response.stream(2**16, decode_content=not is_compressed):
                body += part
                if len(body) > most:
                    break
            return Response(response.status, address, bytes(body))
        finally:
            # A connection with unread data must not be reused.
            response.close()


def _is_same_file(requested: str, location: str) -> bool:
    is_weaker = requested.startswith("https:") and not location.startswith("https:")
    return not is_weaker and _stem(requested) == _stem(location)


def _stem(address: str) -> tuple[str, str]:
    """The normalized host and path of an address, equal for variants of the same file."""
    parts = urlsplit(address)
    host = parts.netloc.lower().removeprefix("www.")
    path = parts.path.removesuffix("index.html").removesuffix(".html").rstrip("/")
    return host, path


def find_site(address: str, pool: urllib3.PoolManager) -> tuple[PublishedSite, Response]:
    """The site at an address, and the response for its manifest.

    The address of the site is that of its manifest after redirects. Raises NotVerifiedError if the
    site does not respond or redirects elsewhere.
    """
    parts = urlsplit(address)
    path = parts.path if parts.path.endswith("/") else f"{parts.path}/"
    requested = PublishedSite(parts._replace(path=path, query="", fragment="").geturl(), pool)
    try:
        answer = requested.fetch(ADDRESS, LARGEST_MANIFEST)
    except HTTPError as error:
        raise NotVerifiedError(
            texts.NOT_REACHED.format(address=requested.address, reason=reason(error))
        ) from None
    if answer.location:
        raise NotVerifiedError(texts.LED_AWAY.format(place=answer.location))
    return PublishedSite(urljoin(answer.address, "."), pool), answer
