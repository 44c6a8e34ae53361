"""A feed: the newest steps of cases as programs of readers fetch them, in no format yet.

    feed.xml, feed.json                      of the whole site
    cities/<slug>/feed.xml, feed.json        of a province or city
    offences/<slug>/feed.xml, feed.json      of an offence group

Publication, every update, every correction and a withdrawal are entries of their own. A program
keeps what it once fetched and replaces it only under the same id. So a withdrawn case keeps the
ids of its entries in every feed it was in, those of its places and groups among them, and each
says nothing but that it was withdrawn, when and why. That a bulletin's nameless case is told of
beside a place gives less away than a text that no feed replaces.
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
from casebook.content.gazetteer import Place
from casebook.pages.history import Event, EventKind
from casebook.schema.term_keys import offence_key, place_key
from casebook.texts import pages as texts

MOST = 50
"""Entries of a feed; who was away longer reads the lists."""

_NAMESPACE = UUID("5f0c6d3e-8a41-4a7b-9a55-1d2f0e7c4b86")
_LONG_ROW = re.compile(r"(?:[0-9]-?){11}")
_UNSAYABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML may hold, in whatever way they are written."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """A step of a case as a feed tells it, in plain text."""

    id: str
    address: str
    """The page it leads to, below the site, as it is sent."""
    title: str
    text: str
    published: datetime
    updated: datetime


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of a site, of a place or of an offence group."""

    folder: str
    """Below the site, with a slash at the end; empty for the whole site's."""
    title: str
    description: str
    author: str
    updated: datetime
    """When anything in it last changed."""
    entries: tuple[FeedItem, ...]
    """The newest first."""
    root: str | None
    """The whole address of the site; None where nobody said where it is."""

    @property
    def id(self) -> str:
        """What tells it from all others, for ever."""
        return urn(f"{self.folder}feed")

    def link(self, address: str) -> str:
        """The way to an address below the site: whole, or else from the feed's own folder."""
        return _relative(address, self.folder) if self.root is None else self.root + address


def urn(key: str) -> str:
    """An id for ever, made of a key alone and so the same on every host.

    Of those that a key has, the first without a long row of digits is taken, for the last
    inspection of a site would think it the number of a card or a telephone.
    """
    ids = (str(uuid5(_NAMESPACE, f"{key}{'+' * attempt}")) for attempt in count())
    return f"urn:uuid:{next(one for one in ids if not _LONG_ROW.search(one))}"


def xml_text(text: str) -> str:
    """A text of the configuration without the characters that XML forbids; content has none."""
    return _UNSAYABLE.sub("", text)


def midnight(day: date) -> datetime:
    """When a day begins where the bulletins are published."""
    return datetime.combine(day, time(), CHINA)


def item_of(event: Event) -> FeedItem:
    """What feeds tell of a step; of a step of a withdrawn case only the withdrawal."""
    case, withdrawn = event.case, event.case.fields.withdrawn
    title, text, fragment = _told(event)
    changed = withdrawn.date if case.is_withdrawn and withdrawn else event.day
    return FeedItem(
        id=urn(event.key),
        address=f"{quote(f'cases/{case.id}/')}{fragment}",
        title=title,
        text=text,
        published=midnight(event.day),
        updated=midnight(max(changed, event.day)),
    )


def _told(event: Event) -> tuple[str, str, str]:
    """The title and the text of an entry, and where on the page of its case it leads."""
    case, withdrawn = event.case, event.case.fields.withdrawn
    if case.is_withdrawn and withdrawn:
        names = {"bulletin": case.bulletin.title, "number": case.number}
        is_news = event.kind is EventKind.WITHDRAWN
        title = (texts.FEED_WITHDRAWAL if is_news else texts.WITHDRAWN).format(**names)
        day = texts.DAY.format(day=withdrawn.date)
        return title, texts.FEED_WITHDRAWN.format(day=day, reason=withdrawn.reason), ""
    if event.kind is EventKind.UPDATED and event.stage and event.written:
        title = texts.FEED_UPDATE.format(title=case.title, stage=event.stage.value)
        said = {"date": event.written.chinese, "stage": event.stage.value, "note": event.note}
        return title, texts.FEED_UPDATED.format(**said), "#updates"
    if event.kind is EventKind.CORRECTED:
        return texts.FEED_CORRECTION.format(title=case.title), event.note, "#corrections"
    return case.title, case.fields.summary, ""


def folders_of(places: Iterable[Place], offences: Iterable[Offence]) -> tuple[str, ...]:
    """The folders of the feeds that cases of these places and groups stand in, each once."""
    around = (place for city in places for place in (city.province, city))
    keys = (*map(place_key, around), *map(offence_key, offences))
    return tuple(dict.fromkeys(("", *(key.address for key in keys))))


def _relative(address: str, folder: str) -> str:
    if address.partition("/")[0] != folder.partition("/")[0]:
        return "../" * folder.count("/") + address
    found = posixpath.relpath(f"/{address}", f"/{folder}")
    return f"{found}/" if not address or address.endswith("/") else found
