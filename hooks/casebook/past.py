"""The past: what earlier builds left to a build, in a folder that may be deleted at any time.

pages.json, *.pack    pages as they were printed (see `press.store`)
last.json             what the last build wrote, all of it found sound
spare/, spare.json    the site before that, and what was written there (see `publish.spare`)

Of ten thousand cases of which one was edited a build takes a third of the time, measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from casebook.content.model import Allowance
from casebook.pages.page import SitePage
from casebook.press.fingerprint import Fingerprints
from casebook.press.press import Press
from casebook.press.store import Store
from casebook.press.typesetter import Typesetter
from casebook.publish.manifest import Entry
from casebook.publish.spare import Record, make_way, put_spare, sweep

SPARE = "spare"
LAST = "last.json"
BEFORE = "spare.json"


@dataclass(frozen=True, slots=True)
class Past:
    """What a build may use of those before it."""

    cache: Path
    store: Store
    last: Record
    """What the last build wrote."""
    before: Record
    """What stood in the spare when it was written."""
    origin: str
    """What all pages are made from, and what no file may say."""
    with_links: str
    """That, and where every file stands, which decides where links lead."""
    fingerprints: Fingerprints

    @classmethod
    def of(cls, cache: Path, press: Press, allowed: Sequence[Allowance]) -> Past:
        """The past that lies in a folder, as a build with this press meets it."""
        prints = Fingerprints()
        origin = prints.of((press.origin.hex(), press.furniture, allowed)).hex()
        with_links = prints.of((origin, sorted(press.typesetter.addresses.items()))).hex()
        last, before = Record.read(cache / LAST), Record.read(cache / BEFORE)
        return cls(cache, Store.at(cache), last, before, origin, with_links, prints)

    def name(self, page: SitePage) -> str:
        """What a page is called in the store: the digest of everything that goes into it."""
        leads_on = any(Typesetter.may_lead_on(text.text) for text in page.texts)
        origin = self.with_links if leads_on else self.origin
        return self.fingerprints.of((origin, page)).hex()

    def is_sound(self, entry: Entry) -> bool:
        """Whether this very file was found sound already."""
        return self.last.is_sound(entry, self.origin)

    def begin(self, folder: Path) -> None:
        """Lets the spare be the folder of the site that is made, if there is one."""
        put_spare(folder, self.cache / SPARE)

    def stands(self, entry: Entry, folder: Path) -> bool:
        """Whether a file stands where it belongs; if not, nothing else stands there now."""
        if self.before.stands(entry, folder):
            return True
        make_way(folder, entry.path)
        return False

    def end(self, entries: Sequence[Entry], folder: Path) -> None:
        """Leaves these files alone in the folder, all of them sound, and writes down how."""
        sweep(folder, {entry.path for entry in entries})
        last = self.cache / LAST
        try:
            if last.exists():
                last.replace(self.cache / BEFORE)
            Record.of(self.origin, folder, entries).keep(last)
        except OSError:
            return  # the next build writes everything again
