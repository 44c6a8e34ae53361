"""Verification: whether a copy of the site, in a folder or on the web, is as its manifest says."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum
from http import HTTPStatus
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from urllib3.exceptions import HTTPError

from casebook.build.manifest import ADDRESS, ManifestEntry, manifest_of, read_manifest
from casebook.build.route_plan import PACKED
from casebook.content.progress import Progress, no_progress
from casebook.deploy.http_client import THREADS, reason
from casebook.deploy.published_site import NotVerifiedError, PublishedSite
from casebook.outputs.hosts import HEADERS, NO_JEKYLL, REDIRECTS
from casebook.texts import commands as texts

FOR_HOSTS = frozenset({HEADERS, REDIRECTS, NO_JEKYLL})
"""Files that a host reads and does not serve."""

NOT_FOUND = "404.html"
"""What a host answers unknown addresses with, whatever status it gives its own address."""

GIVES_UP = 20
"""After so many files that cannot be fetched the host is taken for gone."""


class Flaw(StrEnum):
    """What can be wrong with a file of a copy."""

    MISSING = "missing"
    CHANGED = "changed"
    EXTRA = "extra"
    ELSEWHERE = "elsewhere"
    """The host leads to another address."""
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not as the manifest says."""

    path: str
    flaw: Flaw
    detail: str = ""
    """Of a file elsewhere, where; of one that did not come, why."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The files that a copy should hold, and the one fingerprint that stands for them."""

    files: tuple[ManifestEntry, ...]
    digest: str
    redirects: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Where the host may lead former addresses on to, as paths on it."""


def expected(manifest: bytes, is_own: bool, redirects: bytes = b"") -> Expected:
    """What a manifest asks for; ManifestError where it is none.

    Where it is not the copy's own but a trusted one, the copy must hold it too. `redirects` is
    the site's own `_redirects`, believed where the manifest names just that.
    """
    found = read_manifest(manifest)
    itself = () if is_own else (ManifestEntry.of(ADDRESS, manifest),)
    rules = redirects if ManifestEntry.of(REDIRECTS, redirects) in found.files else b""
    lines = [line.split() for line in rules.decode("utf-8", "replace").splitlines()]
    leads = {line[0]: line[1] for line in lines if len(line) == 3 and line[0] != "#"}
    return Expected((*found.files, *itself), found.digest, MappingProxyType(leads))


@dataclass(frozen=True, slots=True)
class Comparison:
    """A copy against what it should hold."""

    target: str
    expected: Expected
    differences: tuple[Difference, ...]
    unserved: tuple[str, ...] = ()
    """Files for the host itself and packed copies, which it may keep to itself."""
    sees_extra: bool = False
    """Whether files that the manifest does not name would have been seen."""

    @property
    def same(self) -> int:
        """How many files of the manifest are as it says."""
        wrong = sum(one.flaw is not Flaw.EXTRA for one in self.differences)
        return len(self.expected.files) - wrong - len(self.unserved)


def in_folder(folder: Path, expected: Expected, progress: Progress = no_progress) -> Comparison:
    """A folder against what it should hold; files that it has beyond it are differences."""
    there = {entry.path: entry for entry in manifest_of(folder).files}
    if (folder / ADDRESS).is_file():
        there[ADDRESS] = ManifestEntry.of(ADDRESS, (folder / ADDRESS).read_bytes())
    found = []
    for entry in progress(expected.files, texts.COMPARING):
        own = there.pop(entry.path, None)
        if own != entry:
            found.append(Difference(entry.path, Flaw.CHANGED if own else Flaw.MISSING))
    found += [Difference(path, Flaw.EXTRA) for path in there if path != ADDRESS]
    in_order = tuple(sorted(found, key=lambda one: one.path))
    return Comparison(str(folder), expected, in_order, sees_extra=True)


def is_for_host(path: str) -> bool:
    """Whether a host may read a file and not serve it: its own rules, and packed copies."""
    return path in FOR_HOSTS or path.endswith(PACKED)


def on_web(site: PublishedSite, expected: Expected, progress: Progress = no_progress) -> Comparison:
    """A published site against what it should hold, every file of which is fetched."""
    found: list[Difference] = []
    unserved: list[str] = []
    lost = 0
    with ThreadPoolExecutor(THREADS) as threads:
        answers = threads.map(lambda entry: _judged(site, entry, expected), expected.files)
        try:
            for entry, flaw in zip(progress(expected.files, texts.FETCHING), answers, strict=True):
                if flaw is None:
                    continue
                if flaw.flaw is Flaw.MISSING and is_for_host(entry.path):
                    unserved.append(entry.path)
                    continue
                found.append(flaw)
                lost += flaw.flaw is Flaw.UNREACHABLE
                if lost >= GIVES_UP:
                    gone = texts.HOST_GONE
                    raise NotVerifiedError(
                        gone.format(address=site.address, count=lost, reason=flaw.detail)
                    )
        except BaseException:
            threads.shutdown(cancel_futures=True)
            raise
    return Comparison(site.address, expected, tuple(found), tuple(unserved))


def _judged(site: PublishedSite, entry: ManifestEntry, expected: Expected) -> Difference | None:
    """What is wrong with a file on the web, if anything."""
    try:
        answer = site.ask(entry.path, entry.size)
    except HTTPError as error:
        return Difference(entry.path, Flaw.UNREACHABLE, reason(error))
    if answer.location:
        asked = urlsplit(answer.address)
        lead = expected.redirects.get(asked.path)
        if lead and answer.location == asked._replace(path=lead).geturl():
            return None
        return Difference(entry.path, Flaw.ELSEWHERE, answer.location)
    is_gone = answer.status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
    is_kept = answer.status == HTTPStatus.FORBIDDEN and is_for_host(entry.path)
    if answer.status == HTTPStatus.OK or (is_gone and entry.path == NOT_FOUND):
        is_same = ManifestEntry.of(entry.path, answer.body) == entry
        return None if is_same else Difference(entry.path, Flaw.CHANGED)
    if is_gone or is_kept:
        return Difference(entry.path, Flaw.MISSING)
    status = texts.STATUS.format(status=answer.status)
    return Difference(entry.path, Flaw.UNREACHABLE, status)
