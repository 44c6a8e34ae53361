"""The build cache: what earlier builds left to a build, in a folder that may be deleted.

    pages.json, *.pack          rendered pages (see `page_cache`)
    last.json                   what the last build wrote, all of it scanned
    previous/, previous.json    the site before that, and what was written there

Of ten thousand cases of which one was edited a build takes seven tenths of the time, measured: the
search index and the tables are made anew, and all cases loaded and compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from casebook.build.build_inputs import inputs_key
from casebook.build.cache_key import CacheKeys
from casebook.build.manifest import ManifestEntry
from casebook.build.page_cache import PageCache
from casebook.build.plan import BuildPlan
from casebook.build.previous_output import OutputRecord, clear_path, remove_unwanted, take_over
from casebook.pages.page import SitePage
from casebook.pages.text_links import may_have_links

PREVIOUS = "previous"
LAST = "last.json"
BEFORE = "previous.json"


@dataclass(frozen=True, slots=True)
class BuildCache:
    """What a build may use of those before it."""

    folder: Path
    pages: PageCache
    last: OutputRecord
    """What the last build wrote."""
    before: OutputRecord | None
    """What was written to the folder in which the site is made; None in a new folder."""
    inputs: str
    """The digest of everything that all pages are made from, and that files are scanned by."""
    with_links: str
    """That, and the address of every file, which decides where links lead."""
    keys: CacheKeys

    @classmethod
    def open(cls, cache: Path, plan: BuildPlan, folder: Path) -> BuildCache:
        """The cache in a folder, for a planned build; the previous site moves to `folder`."""
        keys = CacheKeys()
        renderer = plan.renderer
        made_from = inputs_key(plan.checked.config.text, renderer.settings)
        inputs = keys.of((made_from.hex(), renderer.site_context, plan.allowances)).hex()
        paths = sorted(route.path for route in plan.routes.routes)
        with_links = keys.of((inputs, paths)).hex()
        before = OutputRecord.read(cache / BEFORE) if take_over(cache / PREVIOUS, folder) else None
        last = OutputRecord.read(cache / LAST)
        return cls(cache, PageCache.at(cache), last, before, inputs, with_links, keys)

    def key_of(self, page: SitePage) -> str:
        """The digest of everything that a page is made from."""
        has_links = any(may_have_links(text.text) for text in page.texts)
        return self.keys.of((self.with_links if has_links else self.inputs, page)).hex()

    def is_sound(self, entry: ManifestEntry) -> bool:
        """Whether this very file was scanned already."""
        return self.last.is_sound(entry, self.inputs)

    def is_unchanged(self, entry: ManifestEntry, folder: Path) -> bool:
        """Whether a file is in the folder as it must be; if not, its place is cleared."""
        if self.before is None:
            return False
        if self.before.is_unchanged(entry, folder):
            return True
        clear_path(folder, entry.path)
        return False

    def close(self, entries: Sequence[ManifestEntry], folder: Path) -> None:
        """Removes all other files from the folder, and keeps a record of these."""
        if self.before is not None:
            remove_unwanted(folder, {entry.path for entry in entries})
        last = self.folder / LAST
        try:
            if last.exists():
                last.replace(self.folder / BEFORE)
            OutputRecord.of(self.inputs, folder, entries).keep(last)
        except OSError:
            return  # the next build writes everything again
