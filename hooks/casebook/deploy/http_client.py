"""The HTTP client: connection pools with retries, and the texts of errors."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    LocationValueError,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    ResponseError,
    SSLError,
)

from casebook.texts import commands as texts

HEADERS = {"User-Agent": "casebook", "Accept": "*/*", "Accept-Encoding": "identity"}
"""Identifies the client, and asks for content without compression."""

THREADS = 8
"""The number of concurrent requests."""

TIMEOUT = urllib3.Timeout(connect=10, read=30)
BUSY = (429, 500, 502, 503, 504)
"""Status codes after which a request is retried."""


class PrivateAddressError(HTTPError):
    """A public host name resolves to a private address."""


def pool(pause: float = 1.0, private: bool = True) -> urllib3.PoolManager:
    """A connection pool that retries up to three times without response or with a BUSY status.

    The first retry is immediate, the second after `pause` seconds, the third after twice as many.
    Redirects are not followed. Where `private` is False, connections to addresses that are not on
    the public internet raise PrivateAddressError, whatever their host names.
    """
    retries = urllib3.Retry(
        total=3,
        backoff_factor=pause / 2,
        backoff_max=10,
        status_forcelist=BUSY,
        allowed_methods=None,
        redirect=False,
        raise_on_status=False,
        respect_retry_after_header=False,  # a server could delay the retry for hours
    )
    manager = urllib3.PoolManager(
        num_pools=50, maxsize=THREADS, headers=HEADERS, retries=retries, timeout=TIMEOUT
    )
    if not private:
        manager.pool_classes_by_scheme = {"http": _PublicPool, "https": _PublicSecurePool}
    return manager


class _PublicConnection(HTTPConnection):
    """A connection that is closed before the request if its peer has a private address."""

    def _new_conn(self) -> socket.socket:
        connection = super()._new_conn()
        if not ipaddress.ip_address(connection.getpeername()[0].partition("%")[0]).is_global:
            connection.close()
            raise PrivateAddressError(self.host)
        return connection


class _PublicSecureConnection(_PublicConnection, HTTPSConnection):
    """The same over TLS."""


class _PublicPool(urllib3.HTTPConnectionPool):
    ConnectionCls = _PublicConnection


class _PublicSecurePool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _PublicSecureConnection


_REASONS: tuple[tuple[type[HTTPError], str], ...] = (
    (PrivateAddressError, texts.PRIVATE_ADDRESS),
    (NameResolutionError, texts.NO_SUCH_HOST),
    (NewConnectionError, texts.NO_CONNECTION),  # before its base class
    (ConnectTimeoutError, texts.NO_ANSWER),
    (ReadTimeoutError, texts.NO_ANSWER),
    (SSLError, texts.BAD_CERTIFICATE),
    (DecodeError, texts.BAD_ANSWER),
    (ProtocolError, texts.BROKEN_CONNECTION),
    (LocationValueError, texts.NO_ADDRESS),
)


def reason(error: HTTPError) -> str:
    """The reason of a failed request as a short text for people."""
    if isinstance(error, MaxRetryError) and isinstance(error.reason, HTTPError):
        error = error.reason
    if isinstance(error, ResponseError):
        return texts.BAD_ANSWER
    return next((text for kind, text in _REASONS if isinstance(error, kind)), texts.NO_CONNECTION)


def redirect_target(base: str, location: str) -> str:
    """The absolute target of a redirect; raises LocationValueError if it is malformed."""
    try:
        found = urljoin(base, location)
        urlsplit(found)
    except ValueError as error:
        raise LocationValueError(location) from error
    return found


def is_web_address(text: str) -> bool:
    """Whether a text is an absolute http or https URL."""
    try:
        found = urllib3.util.parse_url(text)
    except LocationValueError:
        return False
    return found.scheme in ("http", "https") and bool(found.host)
