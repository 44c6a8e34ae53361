"""`casebook verify`: compares a published copy of the site with its manifest."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from http import HTTPStatus
from pathlib import Path

from urllib3.exceptions import HTTPError

from casebook.build.manifest import ADDRESS, ManifestError
from casebook.build.terminal import printable, terminal_progress
from casebook.commands.exit_codes import FOUND, OK
from casebook.commands.refusal import RefusedError, with_refusals
from casebook.content.file_access import reason_of
from casebook.deploy.http_client import is_web_address, pool
from casebook.deploy.published_site import (
    LARGEST_MANIFEST,
    NotVerifiedError,
    PublishedSite,
    find_site,
)
from casebook.deploy.verification import (
    HOST_FILES,
    Comparison,
    Difference,
    Expected,
    compare_folder,
    compare_web,
    read_expected,
)
from casebook.editor.github_markdown import plain
from casebook.outputs.hosts import REDIRECTS
from casebook.texts import commands as texts


@with_refusals
def run(options: argparse.Namespace) -> int:
    """Prints the differences from the manifest; FOUND if there are any."""
    folder = Path(options.target)
    try:
        if folder.is_dir():
            found = _folder(folder, options.manifest)
        elif is_web_address(options.target):
            found = _web(options.target, options.manifest)
        else:
            raise RefusedError(texts.NOTHING_TO_VERIFY.format(target=options.target))
    except NotVerifiedError as error:
        raise RefusedError(printable(str(error))) from None
    is_own = options.manifest is None
    if options.format == "json":
        print(json.dumps(_as_dict(found), ensure_ascii=False, indent=2))
    else:
        lines = _markdown if options.format == "markdown" else _text
        print("\n".join(lines(found, is_own)))
    return FOUND if found.differences else OK


def _folder(folder: Path, trusted: Path | None) -> Comparison:
    own = folder / ADDRESS
    if trusted is None and not own.is_file():
        no_file = texts.NO_MANIFEST.format(place=own, reason=texts.MANIFEST_MISSING)
        raise RefusedError(no_file)
    if trusted is None:
        wanted = _expected(own.read_bytes(), str(own), is_own=True)
    else:
        wanted = _expected(_content(trusted), str(trusted), is_own=False)
    return compare_folder(folder, wanted, terminal_progress)


def _web(address: str, trusted: Path | None) -> Comparison:
    content = _content(trusted) if trusted else None
    if trusted and content is not None:
        # Refuses an invalid manifest before any request.
        _expected(content, str(trusted), is_own=False)
    site, answer = find_site(address, pool())
    place, is_own = (str(trusted), False) if trusted else (site.address_of(ADDRESS), True)
    if content is None:
        if answer.status != HTTPStatus.OK:
            status = texts.STATUS.format(status=answer.status)
            raise RefusedError(texts.NO_MANIFEST.format(place=place, reason=status))
        content = answer.body
    wanted = _expected(content, place, is_own=is_own)
    rules = (trusted and _beside(trusted)) or _rules(site, wanted)
    return compare_web(
        site, _expected(content, place, is_own=is_own, redirects=rules), terminal_progress
    )


def _rules(site: PublishedSite, wanted: Expected) -> bytes:
    """The `_redirects` of the site, if its manifest lists it; else empty."""
    if not any(entry.path == REDIRECTS for entry in wanted.files):
        return b""
    try:
        answer = site.fetch(REDIRECTS, LARGEST_MANIFEST)
    except HTTPError:
        return b""
    return answer.body if answer.status == HTTPStatus.OK else b""


def _beside(trusted: Path) -> bytes:
    """The `_redirects` beside a trusted manifest, or empty."""
    file = trusted.with_name(REDIRECTS)
    return file.read_bytes() if file.is_file() else b""


def _content(trusted: Path) -> bytes:
    try:
        return trusted.read_bytes()
    except OSError as error:
        reason = reason_of(error)
        raise RefusedError(texts.FILE_REFUSED.format(file=trusted, reason=reason)) from None


def _expected(content: bytes, place: str, *, is_own: bool, redirects: bytes = b"") -> Expected:
    try:
        return read_expected(content, is_own, redirects)
    except ManifestError as error:
        flaw = texts.table("MANIFEST_FLAWS")[error.reason].format(detail=printable(error.detail))
        raise RefusedError(texts.MANIFEST_REFUSED.format(place=place, reason=flaw)) from None


def _head(found: Comparison, quoted: Callable[[str], str]) -> str:
    return texts.VERIFIED.format(
        target=quoted(found.target),
        count=len(found.expected.files),
        same=found.same,
        wrong=len(found.differences),
    )


def _flaw(one: Difference) -> str:
    return texts.table("FLAWS")[one.flaw].format(detail=one.detail)


def _notes(found: Comparison, is_own: bool) -> Iterator[str]:
    yield texts.FINGERPRINT.format(digest=found.expected.digest)
    rules = [path for path in found.unserved if path in HOST_FILES]
    if rules:
        yield texts.UNSERVED.format(count=len(rules), paths="、".join(rules))
    if copies := len(found.unserved) - len(rules):
        yield texts.UNSERVED_COPIES.format(count=copies)
    if is_own:
        yield texts.OWN_MANIFEST
    if not found.sees_extra:
        yield texts.EXTRA_UNSEEN


def _text(found: Comparison, is_own: bool) -> Iterator[str]:
    yield _head(found, printable)
    for one in found.differences:
        yield texts.DIFFERENCE.format(path=printable(one.path), flaw=printable(_flaw(one)))
    yield from _notes(found, is_own)


def _markdown(found: Comparison, is_own: bool) -> Iterator[str]:
    """For an issue: untrusted texts are code spans, so that they have no markup."""
    yield from (texts.VERIFIED_HEADING, "", _head(found, plain), "")
    for one in found.differences:
        flaw = texts.table("FLAWS")[one.flaw].format(detail=plain(one.detail))
        yield f"- {plain(one.path)}：{flaw}"
    if found.differences:
        yield ""
    yield from (f"- {note}" for note in _notes(found, is_own))


def _as_dict(found: Comparison) -> dict[str, object]:
    return {
        "target": found.target,
        "digest": found.expected.digest,
        "files": len(found.expected.files),
        "same": found.same,
        "differences": [asdict(one) for one in found.differences],
        "unserved": list(found.unserved),
        "sees_extra": found.sees_extra,
    }
