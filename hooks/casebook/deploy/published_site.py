"""A published site: how its files are asked for on the web, and what counts as the same file."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError, ProtocolError, ReadTimeoutError

from casebook.build.manifest import ADDRESS
from casebook.build.route_plan import PACKED
from casebook.deploy.http_client import joined, reason
from casebook.texts import commands as texts

LARGEST_MANIFEST = 256 * 2**20
"""A site of a million files has a shorter one."""


class NotVerifiedError(Exception):
    """A copy cannot be compared at all; the text says why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the web said to one question."""

    status: int
    address: str
    """The address that answered, after redirects within the same page."""
    body: bytes
    location: str = ""
    """Where a redirect leads that was not followed."""


@dataclass(frozen=True, slots=True)
class PublishedSite:
    """A site on the web: its address with a slash at the end, and how it is asked."""

    address: str
    pool: urllib3.PoolManager

    def ask(self, path: str, most: int) -> Answer:
        """The answer for a file of the site, of which no more than `most` + 1 bytes are read.

        A redirect is followed once, and only where it still means the same file: to https, to a
        name with or without www, to the same address with a slash, without one or without .html.
        """
        asked = self.address_of(path)
        answer = self._ask(asked, most)
        if answer.location and _means_the_same(asked, answer.location):
            return self._ask(answer.location, most)
        return answer

    def address_of(self, path: str) -> str:
        """Where a file is asked for; the index of a folder as the folder."""
        folder, slash, name = path.rpartition("/")
        shown = folder + slash if name == "index.html" else path
        return self.address + quote(shown)

    def _ask(self, address: str, most: int) -> Answer:
        try:
            return self._answer(address, most)
        except (ProtocolError, ReadTimeoutError):
            return self._answer(address, most)  # the pool asks again only until an answer begins

    def _answer(self, address: str, most: int) -> Answer:
        response = self.pool.request("GET", address, redirect=False, preload_content=False)
        try:
            location = response.get_redirect_location()
            if location:
                return Answer(response.status, address, b"", joined(address, location))
            body = bytearray()
            # A packed file is published as such, though hosts may call it a coding of its name.
            is_packed = urlsplit(address).path.endswith(PACKED)
            for part in response.stream(2**16, decode_content=not is_packed):
                body += part
                if len(body) > most:
                    break
            return Answer(response.status, address, bytes(body))
        finally:
            # What was not read to its end must not be taken for the next answer.
            response.close()


def _means_the_same(asked: str, location: str) -> bool:
    is_weaker = asked.startswith("https:") and not location.startswith("https:")
    return not is_weaker and _stem(asked) == _stem(location)


def _stem(address: str) -> tuple[str, str]:
    """What stays the same of an address where a host only writes it in another way."""
    parts = urlsplit(address)
    host = parts.netloc.lower().removeprefix("www.")
    path = parts.path.removesuffix("index.html").removesuffix(".html").rstrip("/")
    return host, path


def reached(address: str, pool: urllib3.PoolManager) -> tuple[PublishedSite, Answer]:
    """A site on the web, and its answer for its manifest; NotVerifiedError where there is none.

    The address of the site becomes the one that its manifest answered at.
    """
    parts = urlsplit(address)
    path = parts.path if parts.path.endswith("/") else f"{parts.path}/"
    asked = PublishedSite(parts._replace(path=path, query="", fragment="").geturl(), pool)
    try:
        answer = asked.ask(ADDRESS, LARGEST_MANIFEST)
    except HTTPError as error:
        raise NotVerifiedError(
            texts.NOT_REACHED.format(address=asked.address, reason=reason(error))
        ) from None
    if answer.location:
        raise NotVerifiedError(texts.LED_AWAY.format(place=answer.location))
    return PublishedSite(urljoin(answer.address, "."), pool), answer
