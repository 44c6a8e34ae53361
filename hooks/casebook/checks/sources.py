"""Rules on the sources of bulletins, and on the times at which this site published its texts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casebook.content.contents import Bulletin, Case, Content, Page
from casebook.content.field_types import SourceKind
from casebook.content.library import Library
from casebook.content.problem import Problem

KINDS_OF_FIELD = {
    "medium": (SourceKind.REPORT, SourceKind.REPOST),
    "reposted_from": (SourceKind.REPOST,),
}
"""The kinds of source that a field belongs to."""


def source_fields_match_kind(content: Content) -> Iterator[Problem]:
    """`medium` belongs to a report or a repost, `reposted_from` to a repost alone."""
    if not isinstance(content, Bulletin):
        return
    fields = content.fields
    for key, kinds in KINDS_OF_FIELD.items():
        if getattr(fields, key) is not None and fields.source_kind not in kinds:
            yield content.problem(
                "source-field",
                (key,),
                title=type(fields).model_fields[key].title,
                found=fields.source_kind.value,
                allowed="”或“".join(kind.value for kind in kinds),
            )


def repost_names_its_source(content: Content) -> Iterator[Problem]:
    """A repost names who reposted it or where it is from."""
    if not isinstance(content, Bulletin):
        return
    fields = content.fields
    is_named = fields.medium is not None or fields.reposted_from is not None
    if fields.source_kind is SourceKind.REPOST and not is_named:
        yield content.problem("source-unnamed", ("source_kind",))


def published_here_after_bulletin(content: Content) -> Iterator[Problem]:
    """This site publishes nothing before the day of the bulletin."""
    if not isinstance(content, Bulletin | Case):
        return
    bulletin = content if isinstance(content, Bulletin) else content.bulletin
    found, published = content.fields.site_published, bulletin.fields.published
    if found is not None and found.date() < published:
        yield content.problem(
            "site-published-early", ("site_published",), found=found.date(), published=published
        )


def published_here_not_in_future(library: Library, today: date) -> Iterator[Problem]:
    """No text was published by this site after today."""
    for content in _timed(library):
        found = content.fields.site_published
        if found is not None and found.date() > today:
            yield content.problem(
                "date-in-future", ("site_published",), found=found.date(), today=today
            )


def publication_times_stated(library: Library) -> Iterator[Problem]:
    """On an official site every published bulletin, case and text with a source has the time at
    which the site published it, for the meta tag `PubDate`."""
    for content in _timed(library):
        if content.uri not in library.drafts and _has_no_time(content):
            yield content.problem("site-published-missing", ("site_published",))


def _timed(library: Library) -> Iterator[Bulletin | Case | Page]:
    yield from library.bulletins
    yield from library.cases
    yield from library.pages


def _has_no_time(content: Bulletin | Case | Page) -> bool:
    if isinstance(content, Case):
        return content.site_published is None and not content.is_withdrawn
    if isinstance(content, Page) and content.fields.source is None:
        return False
    return content.fields.site_published is None


OF_CONTENT = (source_fields_match_kind, repost_names_its_source, published_here_after_bulletin)

OF_LIBRARY = (published_here_not_in_future,)
