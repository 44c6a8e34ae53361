"""The build cache: rendered pages and output records of earlier builds; its folder may be deleted.

    pages.json, *.pack          rendered pages (see `page_cache`)
    last.json                   the record of the last build's output, all of it scanned
    previous/, previous.json    the output of the build before that, and its record

After one edit among ten thousand cases a build takes seven tenths of the time, measured: it still
loads and compares all cases and generates the search index and the tables.
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
LAST_RECORD = "last.json"
PREVIOUS_RECORD = "previous.json"


@dataclass(frozen=True, slots=True)
class BuildCache:
    """The page cache and the output records that a build reuses."""

    folder: Path
    pages: PageCache
    last: OutputRecord
    """The output of the last build."""
    previous: OutputRecord | None
    """The record of the reused output folder; None for an empty folder."""
    inputs: str
    """The digest of the inputs shared by all pages, and of the exemptions of the privacy scan."""
    with_links: str
    """The digest of `inputs` and of all addresses, to which links resolve."""
    keys: CacheKeys

    @classmethod
    def open(cls, cache: Path, plan: BuildPlan, folder: Path) -> BuildCache:
        """The cache in `cache` for a planned build; moves the previous output into `folder`."""
        keys = CacheKeys()
        renderer = plan.renderer
        made_from = inputs_key(plan.checked.config.text, renderer.settings)
        inputs = keys.of((made_from.hex(), renderer.site_context, plan.exemptions)).hex()
        paths = sorted(route.path for route in plan.routes.routes)
        with_links = keys.of((inputs, paths)).hex()
        is_reused = take_over(cache / PREVIOUS, folder)
        previous = OutputRecord.read(cache / PREVIOUS_RECORD) if is_reused else None
        last = OutputRecord.read(cache / LAST_RECORD)
        return cls(cache, PageCache.at(cache), last, previous, inputs, with_links, keys)

    def key_of(self, page: SitePage) -> str:
        """The cache key of a page: the digest of everything that it is rendered from."""
        has_links = any(may_have_links(text.text) for text in page.texts)
        return self.keys.of((self.with_links if has_links else self.inputs, page)).hex()

    def is_scanned(self, entry: ManifestEntry) -> bool:
        """Whether the last build scanned this file by the same inputs."""
        return self.last.is_scanned(entry, self.inputs)

    def is_unchanged(self, entry: ManifestEntry, folder: Path) -> bool:
        """Whether a file is already in the folder; if not, its path is cleared for writing."""
        if self.previous is None:
            return False
        if self.previous.is_unchanged(entry, folder):
            return True
        clear_path(folder, entry.path)
        return False

    def close(self, entries: Sequence[ManifestEntry], folder: Path) -> None:
        """Removes all other files from the folder and writes the record of these."""
        if self.previous is not None:
            remove_unwanted(folder, {entry.path for entry in entries})
        last = self.folder / LAST_RECORD
        try:
            if last.exists():
                last.replace(self.folder / PREVIOUS_RECORD)
            OutputRecord.of(self.inputs, folder, entries).write(last)
        except OSError:
            return  # the next build writes everything again
