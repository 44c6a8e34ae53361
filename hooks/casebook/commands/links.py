"""`casebook links`: checks the external links of a built site."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator

from casebook.build.terminal import printable, terminal_progress
from casebook.checks.redaction import redacted_text
from casebook.commands.exit_codes import FOUND, OK
from casebook.commands.refusal import RefusedError, with_refusals
from casebook.config.project import Project
from casebook.content.loader import load
from casebook.deploy.external_links import (
    CODE,
    CheckedLink,
    LinkState,
    check_links,
    exemptions,
    external_links,
)
from casebook.deploy.http_client import pool
from casebook.editor.github_markdown import plain
from casebook.texts import commands as texts
from casebook.texts.messages import MESSAGES

PAGES_NAMED = 3
"""Pages listed for a link; links in the footer are on every page."""


@with_refusals
def run(options: argparse.Namespace) -> int:
    """Prints every link that is not fine; FOUND if one is dead and not exempt."""
    if not (options.folder / "index.html").is_file():
        raise RefusedError(texts.NO_SITE.format(folder=options.folder))
    library, _ = load(Project.here().folders)
    links = external_links(options.folder)
    checked = check_links(links, exemptions(library), pool(private=False), terminal_progress)
    if options.format == "json":
        print(json.dumps([_as_dict(one) for one in checked], ensure_ascii=False, indent=2))
    elif options.format == "markdown":
        print(redacted_text("\n".join([texts.LINKS_HEADING, "", *_lines(checked, plain)])))
    else:
        print(redacted_text("\n".join(_lines(checked, printable))))
    return FOUND if any(one.is_failure for one in checked) else OK


def _lines(checked: tuple[CheckedLink, ...], quote: Callable[[str], str]) -> Iterator[str]:
    """A section for each state other than fine, then one for exempt links."""
    fine = sum(one.state is LinkState.FINE for one in checked)
    yield texts.LINKS_CHECKED.format(count=len(checked), fine=fine)
    for state, heading in texts.table("LINK_STATES").items():
        own = [one for one in checked if one.state == state and one.exemption is None]
        if own:
            yield from ("", heading.format(count=len(own)), "")
            yield from (_line(one, quote) for one in own)
    if any(one.is_failure for one in checked):
        yield from ("", MESSAGES[CODE].hint)
    exempt = [one for one in checked if one.exemption is not None]
    if exempt:
        yield from ("", texts.LINKS_EXEMPT.format(count=len(exempt)), "")
        yield from (_exempt(one, quote) for one in exempt)


def _line(one: CheckedLink, quote: Callable[[str], str]) -> str:
    address, pages = quote(one.link.address), texts.LINK_PAGES.format(pages=_pages(one, quote))
    if one.state is LinkState.DEAD:
        return f"- {MESSAGES[CODE].text.format(found=address, reason=one.detail)}{pages}"
    if one.state is LinkState.MOVED:
        return texts.LINK_MOVED.format(address=address, detail=quote(one.detail), pages=pages)
    return texts.LINK_LOST.format(address=address, detail=one.detail, pages=pages)


def _exempt(one: CheckedLink, quote: Callable[[str], str]) -> str:
    return texts.LINK_EXEMPT.format(
        address=quote(one.link.address),
        state=texts.table("STATE_NAMES")[one.state],
        reason=quote(one.exemption or ""),
    )


def _pages(one: CheckedLink, quote: Callable[[str], str]) -> str:
    pages = one.link.pages
    named = "、".join(quote(page or texts.HOME_PAGE) for page in pages[:PAGES_NAMED])
    text = texts.PAGES_NAMED if len(pages) > PAGES_NAMED else "{named}"
    return text.format(named=named, count=len(pages))


def _as_dict(one: CheckedLink) -> dict[str, object]:
    return {
        "address": one.link.address,
        "state": one.state,
        "detail": one.detail,
        "pages": list(one.link.pages),
        "exemption": one.exemption,
    }
