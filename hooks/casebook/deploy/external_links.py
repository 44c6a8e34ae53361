"""External links: collects the links of a built site to other sites, and checks their targets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from pathlib import Path
from time import monotonic
from urllib.parse import urldefrag

import urllib3
from bs4 import BeautifulSoup, SoupStrainer  # type: ignore[attr-defined]
from urllib3.exceptions import HTTPError

from casebook.content.library import Library
from casebook.content.progress import Progress, no_progress
from casebook.deploy.http_client import THREADS, is_web_address, reason, redirect_target
from casebook.deploy.page_notices import notice_of
from casebook.texts import commands as texts

CODE = "link-unreachable"
"""The code by which `allow` in a file exempts a link."""

MOST_REDIRECTS = 5
GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
HTML = "text/html"
_CHARSET = re.compile(r"charset=[\"']?([\w-]+)", re.IGNORECASE)
MAX_BYTES = 200_000
"""Maximum bytes that are read of a page."""
MAX_SECONDS = 30
"""Maximum seconds in which a page is read."""
PERMANENT = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)


class LinkState(StrEnum):
    """The result of checking a link."""

    FINE = "fine"
    MOVED = "moved"
    """It redirects permanently to a working address."""
    DEAD = "dead"
    UNREACHABLE = "unreachable"
    """Unknown: the server does not respond, or not to programs."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address outside the site, and the pages that link to it."""

    address: str
    pages: tuple[str, ...]
    """The addresses of the pages relative to the site, sorted; empty for the home page."""


@dataclass(frozen=True, slots=True)
class CheckedLink:
    """A link and its state."""

    link: Link
    state: LinkState
    detail: str = ""
    """The new address of a moved link, or why the link does not work."""
    exemption: str | None = None
    """The reason of the `allow` entry that exempts it."""

    @property
    def is_failure(self) -> bool:
        """Whether an editor must correct it: it is dead and not exempt."""
        return self.state is LinkState.DEAD and self.exemption is None


def _links_of(page: str) -> tuple[set[str], str]:
    """The links of a page but those for editing, which need a login; its canonical address."""
    document = BeautifulSoup(page, "html.parser", parse_only=SoupStrainer(["a", "area", "link"]))
    links = {
        urldefrag(address).url
        for link in document.select("a[href]:not([rel~=edit]), area[href]:not([rel~=edit])")
        if is_web_address(address := str(link["href"]).strip())
    }
    own = document.select_one("link[rel~=canonical][href]")
    return links, str(own["href"]).strip() if own else ""


def external_links(folder: Path) -> tuple[Link, ...]:
    """The distinct addresses outside a built site that its pages link to, sorted."""
    pages: dict[str, list[str]] = defaultdict(list)
    site_address = ""
    for path in sorted(folder.rglob("*.html")):
        links, canonical = _links_of(path.read_text(encoding="utf-8", errors="replace"))
        address = path.relative_to(folder).as_posix().removesuffix("index.html")
        if not address:
            site_address = canonical
        for found in links:
            pages[found].append(address)
    return tuple(
        Link(address, tuple(pages[address]))
        for address in sorted(pages)
        if not (site_address and address.startswith(site_address))
    )


def exemptions(library: Library) -> dict[str, str]:
    """The reasons of exempt addresses, by address."""
    return {
        allowance.text: allowance.reason
        for content in library.contents
        for allowance in content.fields.allow
        if allowance.code == CODE
    }


def check_links(
    links: Iterable[Link],
    exempt: Mapping[str, str],
    pool: urllib3.PoolManager,
    progress: Progress = no_progress,
) -> tuple[CheckedLink, ...]:
    """Checks links concurrently, exempt ones too; the results are in the order of the links."""
    checked = tuple(links)
    with ThreadPoolExecutor(THREADS) as threads:
        results = threads.map(lambda link: state_of(link.address, pool), checked)
        try:
            return tuple(
                CheckedLink(link, *result, exempt.get(link.address))
                for link, result in zip(
                    progress(checked, texts.CHECKING_LINKS), results, strict=True
                )
            )
        except BaseException:
            threads.shutdown(cancel_futures=True)
            raise


def state_of(address: str, pool: urllib3.PoolManager) -> tuple[LinkState, str]:
    """The state of an address, and the detail of CheckedLink."""
    here, permanent, has_moved = address, address, True
    for _ in range(MOST_REDIRECTS + 1):
        try:
            status, location, (notice, is_gone) = _answer(here, pool)
            if not location:
                break
            here = redirect_target(here, location)
        except HTTPError as error:
            return LinkState.UNREACHABLE, reason(error)
        if not is_web_address(here):
            return LinkState.UNREACHABLE, texts.NO_ADDRESS
        # The target of a temporary redirect may change.
        has_moved = has_moved and status in PERMANENT
        permanent = here if has_moved else permanent
    else:
        return LinkState.UNREACHABLE, texts.TOO_MANY_REDIRECTS
    if status in GONE:
        return LinkState.DEAD, texts.STATUS.format(status=status)
    if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return LinkState.UNREACHABLE, texts.STATUS.format(status=status)
    if notice:
        state = LinkState.DEAD if is_gone else LinkState.UNREACHABLE
        return state, texts.PAGE_NOTICE.format(notice=notice)
    return (LinkState.MOVED, permanent) if permanent != address else (LinkState.FINE, "")


def _answer(address: str, pool: urllib3.PoolManager) -> tuple[int, str, tuple[str, bool]]:
    """The status of an address, its redirect, and the notice that the page is instead of a text."""
    response = pool.request("GET", address, redirect=False, preload_content=False)
    try:
        media_type = response.headers.get("Content-Type", HTML)
        charset = _CHARSET.search(media_type)
        is_page = response.status == HTTPStatus.OK and HTML in media_type
        notice = notice_of(_beginning(response), charset and charset[1]) if is_page else ("", False)
        return response.status, response.get_redirect_location() or "", notice
    finally:
        response.close()


def _beginning(response: urllib3.BaseHTTPResponse) -> bytes:
    """The beginning of a page, as much as arrives in time."""
    found, until = b"", monotonic() + MAX_SECONDS
    while len(found) < MAX_BYTES and monotonic() < until:
        piece = response.read1(MAX_BYTES)
        if not piece:
            break
        found += piece
    return found
