"""The past: what earlier builds left to a build, in a folder that may be deleted at any time.

pages.json, *.pack    pages as they were printed (see `press.store`)
last.json             what the last build wrote, all of it found sound
spare/, spare.json    the site before that, and what was written there (see `publish.spare`)

Of ten thousand cases of which one was edited a build takes seven tenths of the time, measured: the
index of the search and the tables are made anew, and all cases read and compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from casebook.build.cache_key import CacheKeys
from casebook.build.manifest import ManifestEntry
from casebook.build.page_cache import PageCache
from casebook.build.previous_output import OutputRecord, clear_path, remove_unwanted, take_over
from casebook.content.model import Allowance
from casebook.pages.page import SitePage
from casebook.render.markdown import may_have_links
from casebook.render.renderer import Renderer

SPARE = "spare"
LAST = "last.json"
BEFORE = "spare.json"


@dataclass(frozen=True, slots=True)
class BuildCache:
    """What a build may use of those before it."""

    cache: Path
    store: PageCache
    last: OutputRecord
    """What the last build wrote."""
    before: OutputRecord | None
    """What was written to the spare, in which the site is made; None in a new folder."""
    origin: str
    """What all pages are made from, and what no file may say."""
    with_links: str
    """That, and where every file stands, which decides where links lead."""
    fingerprints: CacheKeys

    @classmethod
    def taken_up(
        cls, cache: Path, renderer: Renderer, allowed: Sequence[Allowance], folder: Path
    ) -> BuildCache:
        """The past that lies in `cache`, for a build with this press; its spare is in `folder`."""
        prints = CacheKeys()
        origin = prints.of((renderer.origin().hex(), renderer.site_context, allowed)).hex()
        with_links = prints.of((origin, sorted(renderer.markdown.addresses.items()))).hex()
        before = OutputRecord.read(cache / BEFORE) if take_over(cache / SPARE, folder) else None
        last = OutputRecord.read(cache / LAST)
        return cls(cache, PageCache.at(cache), last, before, origin, with_links, prints)

    def name(self, page: SitePage) -> str:
        """What a page is called in the store: the digest of everything that goes into it."""
        leads_on = any(may_have_links(text.text) for text in page.texts)
        origin = self.with_links if leads_on else self.origin
        return self.fingerprints.of((origin, page)).hex()

    def is_sound(self, entry: ManifestEntry) -> bool:
        """Whether this very file was found sound already."""
        return self.last.is_sound(entry, self.origin)

    def stands(self, entry: ManifestEntry, folder: Path) -> bool:
        """Whether a file stands where it belongs; if not, nothing else stands there now."""
        if self.before is None:
            return False
        if self.before.stands(entry, folder):
            return True
        clear_path(folder, entry.path)
        return False

    def end(self, entries: Sequence[ManifestEntry], folder: Path) -> None:
        """Leaves these files alone in the folder, all of them sound, and writes down how."""
        if self.before is not None:
            remove_unwanted(folder, {entry.path for entry in entries})
        last = self.cache / LAST
        try:
            if last.exists():
                last.replace(self.cache / BEFORE)
            OutputRecord.of(self.origin, folder, entries).keep(last)
        except OSError:
            return  # the next build writes everything again
