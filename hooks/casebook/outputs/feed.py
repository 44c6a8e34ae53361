"""A feed: the newest events of cases, independent of the format.

    feed.xml, feed.json                      of the whole site
    cities/<slug>/feed.xml, feed.json        of a province or city
    offences/<slug>/feed.xml, feed.json      of an offence group

Publication, every update, every correction and a withdrawal are separate items. A feed reader keeps
fetched items and replaces them only by items with the same id. So the items of a withdrawn case
keep their ids in every feed, including those of its places and groups, and each contains only the
date and reason of the withdrawal. Listing the withdrawal under a place discloses less than leaving
a withdrawn text in feed readers.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import count
from urllib.parse import quote
from uuid import UUID, uuid5

from casebook.content.calendar import CHINA
from casebook.content.contents import Offence
from casebook.pages.history import Event, EventKind
from casebook.places.gazetteer import Place
from casebook.schema.term_keys import offence_key, place_key
from casebook.texts import pages as texts

MAX_ITEMS = 50
"""The number of items of a feed; bounds its size."""

_NAMESPACE = UUID("5f0c6d3e-8a41-4a7b-9a55-1d2f0e7c4b86")
_LONG_DIGITS = re.compile(r"(?:[0-9]-?){11}")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML forbids, even escaped."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An event of a case in a feed, in plain text."""

    id: str
    address: str
    """The percent-encoded address of the page it links to, below the site."""
    title: str
    text: str
    published: datetime | None
    """When this site published the case; None if unknown, and for later events."""
    updated: datetime
    """The start of the day of the event or of the withdrawal; Atom must have a time."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of a site, of a place or of an offence group."""

    folder: str
    """Its folder below the site, with a trailing slash; empty for the feed of the whole site."""
    title: str
    description: str
    author: str
    updated: datetime
    """The time of the last change to any item."""
    items: tuple[FeedItem, ...]
    """The items, newest first."""
    root: str | None
    """The absolute URL of the site; None if it is not configured."""

    @property
    def id(self) -> str:
        """Its permanent unique id."""
        return urn(f"{self.folder}feed")

    def link(self, address: str) -> str:
        """The URL of an address below the site; relative to `folder` if there is no `root`."""
        return _relative(address, self.folder) if self.root is None else self.root + address


def urn(key: str) -> str:
    """A permanent id that depends on a key alone, and so is the same on every host.

    Of the UUIDs derived from the key, it is the first without a long run of digits, which the
    privacy scan would take for the number of a card or telephone.
    """
    ids = (str(uuid5(_NAMESPACE, f"{key}{'+' * attempt}")) for attempt in count())
    return f"urn:uuid:{next(one for one in ids if not _LONG_DIGITS.search(one))}"


def xml_text(text: str) -> str:
    """A text of the configuration without characters that XML forbids; content has none."""
    return _NOT_XML.sub("", text)


def midnight(day: date) -> datetime:
    """The start of a day in China's time zone."""
    return datetime.combine(day, time(), CHINA)


def item_of(event: Event) -> FeedItem:
    """The feed item of an event; for any event of a withdrawn case, only the withdrawal."""
    case, withdrawn = event.case, event.case.fields.withdrawn
    title, text, fragment = _content_of(event)
    changed = withdrawn.date if case.is_withdrawn and withdrawn else event.day
    return FeedItem(
        id=urn(event.key),
        address=f"{quote(f'cases/{case.id}/')}{fragment}",
        title=title,
        text=text,
        published=_published(event),
        updated=midnight(max(changed, event.day)),
    )


def _published(event: Event) -> datetime | None:
    is_first = event.kind is EventKind.PUBLISHED and not event.case.is_withdrawn
    return event.case.site_published if is_first else None


def _content_of(event: Event) -> tuple[str, str, str]:
    """The title, text and link fragment of the item of an event."""
    case, withdrawn = event.case, event.case.fields.withdrawn
    if case.is_withdrawn and withdrawn:
        names = {"bulletin": case.bulletin.title, "number": case.number}
        is_news = event.kind is EventKind.WITHDRAWN
        title = (texts.FEED_WITHDRAWAL if is_news else texts.WITHDRAWN).format(**names)
        day = texts.DAY.format(day=withdrawn.date)
        return title, texts.FEED_WITHDRAWN.format(day=day, reason=withdrawn.reason), ""
    if event.kind is EventKind.UPDATED and event.stage and event.written:
        title = texts.FEED_UPDATE.format(title=case.title, stage=event.stage.value)
        values = {"date": event.written.chinese, "stage": event.stage.value, "note": event.note}
        return title, texts.FEED_UPDATED.format(**values), "#updates"
    if event.kind is EventKind.CORRECTED:
        return texts.FEED_CORRECTION.format(title=case.title), event.note, "#corrections"
    return case.title, case.fields.summary, ""


def folders_of(places: Iterable[Place], offences: Iterable[Offence]) -> tuple[str, ...]:
    """The folders of the feeds that contain cases of these places and groups, each once."""
    around = (place for city in places for place in (city.province, city))
    keys = (*map(place_key, around), *map(offence_key, offences))
    return tuple(dict.fromkeys(("", *(key.address for key in keys))))


def _relative(address: str, folder: str) -> str:
    if address.partition("/")[0] != folder.partition("/")[0]:
        return "../" * folder.count("/") + address
    found = posixpath.relpath(f"/{address}", f"/{folder}")
    return f"{found}/" if not address or address.endswith("/") else found
