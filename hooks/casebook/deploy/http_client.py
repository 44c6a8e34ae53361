"""The web: how published addresses are asked, and in what words no answer came."""

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
"""Says plainly who asks, and wants the bytes as they were published."""

THREADS = 8
"""How many addresses are asked at once."""

TIMEOUT = urllib3.Timeout(connect=10, read=30)
BUSY = (429, 500, 502, 503, 504)
"""Answers of a server that may do better a little later."""


class PrivateAddressError(HTTPError):
    """A public name leads to a machine that no public link may reach."""


def pool(pause: float = 1.0, private: bool = True) -> urllib3.PoolManager:
    """Connections that ask up to four times where a server does not answer or is busy.

    The second time at once, then after `pause` seconds, then after twice as many. Redirects are
    left to the caller. Where `private` is False, machines that are not on the public internet are
    not asked, whatever their names pretend: the connection itself is looked at.
    """
    retries = urllib3.Retry(
        total=3,
        backoff_factor=pause / 2,
        backoff_max=10,
        status_forcelist=BUSY,
        allowed_methods=None,
        redirect=False,
        raise_on_status=False,
        respect_retry_after_header=False,  # a server could hold us up for hours
    )
    manager = urllib3.PoolManager(
        num_pools=50, maxsize=THREADS, headers=HEADERS, retries=retries, timeout=TIMEOUT
    )
    if not private:
        manager.pool_classes_by_scheme = {"http": _PublicPool, "https": _PublicSecurePool}
    return manager


class _Public(HTTPConnection):
    """A connection that is closed before a word is said where it has led to a private machine."""

    def _new_conn(self) -> socket.socket:
        found = super()._new_conn()
        if not ipaddress.ip_address(found.getpeername()[0].partition("%")[0]).is_global:
            found.close()
            raise PrivateAddressError(self.host)
        return found


class _PublicSecure(_Public, HTTPSConnection):
    """The same with encryption."""


class _PublicPool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Public


class _PublicSecurePool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _PublicSecure


_REASONS: tuple[tuple[type[HTTPError], str], ...] = (
    (PrivateAddressError, texts.PRIVATE_ADDRESS),
    (NameResolutionError, texts.NO_SUCH_HOST),
    (NewConnectionError, texts.NO_CONNECTION),  # a kind of the next
    (ConnectTimeoutError, texts.NO_ANSWER),
    (ReadTimeoutError, texts.NO_ANSWER),
    (SSLError, texts.BAD_CERTIFICATE),
    (DecodeError, texts.BAD_ANSWER),
    (ProtocolError, texts.BROKEN_CONNECTION),
    (LocationValueError, texts.NO_ADDRESS),
)


def reason(error: HTTPError) -> str:
    """Why there was no answer, in a few words for people."""
    if isinstance(error, MaxRetryError) and isinstance(error.reason, HTTPError):
        error = error.reason
    if isinstance(error, ResponseError):
        return texts.BAD_ANSWER
    return next((text for kind, text in _REASONS if isinstance(error, kind)), texts.NO_CONNECTION)


def joined(base: str, location: str) -> str:
    """Where a redirect leads; LocationValueError where it is no address at all."""
    try:
        found = urljoin(base, location)
        urlsplit(found)
    except ValueError as error:
        raise LocationValueError(location) from error
    return found


def is_address(text: str) -> bool:
    """Whether a text is a whole web address that can be asked."""
    try:
        found = urllib3.util.parse_url(text)
    except LocationValueError:
        return False
    return found.scheme in ("http", "https") and bool(found.host)
