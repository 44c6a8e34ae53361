"""Aliases: former addresses of content, from its own front matter."""

from __future__ import annotations

from collections.abc import Container

from casebook.content.contents import Content, Offence, Page
from casebook.content.library import Library


def alias_targets(library: Library, hidden: Container[str]) -> dict[str, Content]:
    """The content that each former address redirects to; addresses have no trailing slash.

    An alias of a bulletin holds for its cases too, unless another case claims the address.
    `hidden` are the uris of unpublished content.
    """
    cases = [case for case in library.cases if case.uri not in hidden]
    found: dict[str, Content] = {
        f"cases/{alias}": case for case in cases for alias in case.fields.aliases
    }
    for bulletin in library.bulletins:
        for alias in bulletin.fields.aliases if bulletin.uri not in hidden else ():
            found[f"cases/{alias}"] = bulletin
            for case in library.cases_of(bulletin):
                if case.uri not in hidden:
                    number = case.id.removeprefix(bulletin.id)
                    found.setdefault(f"cases/{alias}{number}", case)
    written: tuple[Offence | Page, ...] = (*library.offences, *library.pages)
    for page in written:
        found |= {address.removesuffix("/"): page for address in page.fields.moved_from}
    return found
