"""Verification: compares a copy of the site, in a folder or on the web, with a manifest."""

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
from casebook.build.route_plan import COMPRESSED_ENDINGS
from casebook.content.progress import Progress, no_progress
from casebook.deploy.http_client import THREADS, reason
from casebook.deploy.published_site import NotVerifiedError, PublishedSite
from casebook.outputs.hosts import HEADERS, NO_JEKYLL, REDIRECTS
from casebook.texts import commands as texts

HOST_FILES = frozenset({HEADERS, REDIRECTS, NO_JEKYLL})
"""Configuration files of hosts, which may not be served."""

NOT_FOUND = "404.html"
"""The page for unknown addresses, which a host may serve with status 404 or 410."""

MOST_UNREACHABLE = 20
"""Unreachable files after which the verification is aborted."""


class Flaw(StrEnum):
    """The kind of a difference."""

    MISSING = "missing"
    CHANGED = "changed"
    EXTRA = "extra"
    ELSEWHERE = "elsewhere"
    """The host redirects to another address."""
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that differs from the manifest."""

    path: str
    flaw: Flaw
    detail: str = ""
    """The redirect target of ELSEWHERE; the reason of UNREACHABLE."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The files that a copy should have, and the digest of the manifest."""

    files: tuple[ManifestEntry, ...]
    digest: str
    redirects: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The allowed redirects of aliases, as paths on the host."""


def read_expected(manifest: bytes, is_own: bool, redirects: bytes = b"") -> Expected:
    """Parses a manifest; raises ManifestError.

    A trusted manifest (not `is_own`) is itself an expected file. `redirects` is the content of
    `_redirects`, used only if the manifest lists exactly that content.
    """
    found = read_manifest(manifest)
    itself = () if is_own else (ManifestEntry.of(ADDRESS, manifest),)
    rules = redirects if ManifestEntry.of(REDIRECTS, redirects) in found.files else b""
    lines = [line.split() for line in rules.decode("utf-8", "replace").splitlines()]
    targets = {line[0]: line[1] for line in lines if len(line) == 3 and line[0] != "#"}
    return Expected((*found.files, *itself), found.digest, MappingProxyType(targets))


@dataclass(frozen=True, slots=True)
class Comparison:
    """The result of comparing a copy with the expected files."""

    target: str
    expected: Expected
    differences: tuple[Difference, ...]
    unserved: tuple[str, ...] = ()
    """Host files and compressed copies that are not served, which is allowed."""
    sees_extra: bool = False
    """Whether the comparison can find files that are not in the manifest."""

    @property
    def same(self) -> int:
        """The number of identical files."""
        wrong = sum(one.flaw is not Flaw.EXTRA for one in self.differences)
        return len(self.expected.files) - wrong - len(self.unserved)


def compare_folder(
    folder: Path, expected: Expected, progress: Progress = no_progress
) -> Comparison:
    """Compares a folder with the expected files; additional files are differences."""
    present = {entry.path: entry for entry in manifest_of(folder).files}
    if (folder / ADDRESS).is_file():
        present[ADDRESS] = ManifestEntry.of(ADDRESS, (folder / ADDRESS).read_bytes())
    found = []
    for entry in progress(expected.files, texts.COMPARING):
        own = present.pop(entry.path, None)
        if own != entry:
            found.append(Difference(entry.path, Flaw.CHANGED if own else Flaw.MISSING))
    found += [Difference(path, Flaw.EXTRA) for path in present if path != ADDRESS]
    in_order = tuple(sorted(found, key=lambda one: one.path))
    return Comparison(str(folder), expected, in_order, sees_extra=True)


def is_for_host(path: str) -> bool:
    """Whether a host may leave a file unserved: host files and compressed copies."""
    return path in HOST_FILES or path.endswith(COMPRESSED_ENDINGS)


def compare_web(
    site: PublishedSite, expected: Expected, progress: Progress = no_progress
) -> Comparison:
    """Fetches and compares all expected files; raises NotVerifiedError after MOST_UNREACHABLE."""
    found: list[Difference] = []
    unserved: list[str] = []
    lost = 0
    with ThreadPoolExecutor(THREADS) as threads:
        answers = threads.map(lambda entry: _difference(site, entry, expected), expected.files)
        try:
            for entry, flaw in zip(progress(expected.files, texts.FETCHING), answers, strict=True):
                if flaw is None:
                    continue
                if flaw.flaw is Flaw.MISSING and is_for_host(entry.path):
                    unserved.append(entry.path)
                    continue
                found.append(flaw)
                lost += flaw.flaw is Flaw.UNREACHABLE
                if lost >= MOST_UNREACHABLE:
                    gone = texts.HOST_GONE
                    raise NotVerifiedError(
                        gone.format(address=site.address, count=lost, reason=flaw.detail)
                    )
        except BaseException:
            threads.shutdown(cancel_futures=True)
            raise
    return Comparison(site.address, expected, tuple(found), tuple(unserved))


def _difference(site: PublishedSite, entry: ManifestEntry, expected: Expected) -> Difference | None:
    """The difference of a file on the web; None if it is identical."""
    try:
        answer = site.fetch(entry.path, entry.size)
    except HTTPError as error:
        return Difference(entry.path, Flaw.UNREACHABLE, reason(error))
    if answer.location:
        requested = urlsplit(answer.address)
        target = expected.redirects.get(requested.path)
        if target and answer.location == requested._replace(path=target).geturl():
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
