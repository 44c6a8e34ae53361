"""Publication: all files of an edition, printed, judged and listed, by as many hands as there are.

Every file is looked over while it is in memory: no second reading of the whole site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from casebook.build.build_cache import BuildCache
from casebook.build.manifest import Manifest, ManifestEntry, manifest_of, write_manifest
from casebook.build.page_cache import CachedPage
from casebook.build.privacy_scan import PrivacyScan
from casebook.build.release_checks import ReleaseError, allowances, check_release
from casebook.build.worker_pool import shared_out
from casebook.content.problem import Problem, in_order
from casebook.outputs.context import BuildContext, Output, write_files
from casebook.pages.page import File, SitePage
from casebook.render.link_checker import dead_links
from casebook.render.renderer import Renderer
from casebook.texts import commands as texts

PAGE_BATCH = 64
"""Pages handed out at a time: handing out costs little, and all hands end at about one time."""

Task = Output | Sequence[SitePage]
"""What one hand does at a time: an output or some pages."""


@dataclass(frozen=True, slots=True)
class TaskResult:
    """What became of a task: the files made, and what of them must not be published."""

    entries: list[ManifestEntry] = field(default_factory=list)
    leaks: list[Problem] = field(default_factory=list)
    kept: dict[str, CachedPage] = field(default_factory=dict)
    """What the store has of the pages now."""


def publish(
    context: BuildContext,
    renderer: Renderer,
    folder: Path,
    outputs: Sequence[Output],
    name: str,
    cache: Path | None = None,
) -> None:
    """Writes the pages of an edition, these outputs and the list of all files into a folder.

    What the folder holds already is judged and listed, too; problems call it `name`. What earlier
    builds left in `cache` is not made again. UnfitError if something must not be published;
    PrintingError if a template is at fault.
    """
    if dead := in_order(dead_links(context.site.pages, renderer.markdown)):
        raise ReleaseError(texts.NOT_BUILT, dead)
    allowed = allowances(context)
    judge = PrivacyScan(allowed, name)
    entries = list(manifest_of(folder).files)
    leaks = list(judge.problems_in(folder))
    kept: dict[str, CachedPage] = {}
    past = None if cache is None else BuildCache.taken_up(cache, renderer, allowed, folder)
    hand = _BuildWorker(context, renderer, folder, judge, past)
    tasks: list[Task] = [*outputs, hand.not_found_page, *_batches(context.site.pages)]
    proofs = shared_out(hand.done, tasks)
    for _, proof in context.progress(proofs, texts.PRINTING, total=len(tasks)):
        entries += proof.entries
        leaks += proof.leaks
        kept |= proof.kept
    if past is not None:
        past.store.close(kept)
    check_release(context, leaks, (entry.path for entry in entries))
    if past is not None:
        past.end(entries, folder)
    write_manifest(folder, Manifest.of(entries))


def _batches(pages: Sequence[SitePage]) -> Iterator[Sequence[SitePage]]:
    for start in range(0, len(pages), PAGE_BATCH):
        yield pages[start : start + PAGE_BATCH]


@dataclass(frozen=True, slots=True)
class _BuildWorker:
    """Does the tasks that it is given, one after the other."""

    context: BuildContext
    renderer: Renderer
    folder: Path
    judge: PrivacyScan
    past: BuildCache | None

    def done(self, task: Task) -> TaskResult:
        """Makes the files of a task, judges them and writes what does not stand there already."""
        proof = TaskResult()
        if callable(task):
            write_files(self._proved(task(self.context), proof), self.folder)
        else:
            write_files(self._pages(task, proof), self.folder)
        return proof

    def not_found_page(self, context: BuildContext) -> Iterator[File]:
        """The page for dead links, as an output."""
        yield self.renderer.not_found_page()

    def _proved(self, files: Iterable[File], proof: TaskResult) -> Iterator[File]:
        """Of new files those that must be written."""
        for address, content in files:
            entry = ManifestEntry.of(address, content)
            proof.entries.append(entry)
            if self.past is None or not self.past.is_sound(entry):
                proof.leaks.extend(self.judge.problems(address, content))
            if self.past is None or not self.past.stands(entry, self.folder):
                yield address, content

    def _pages(self, pages: Iterable[SitePage], proof: TaskResult) -> Iterator[File]:
        """Of pages those that must be written."""
        for page in pages:
            if self.past is None:
                yield from self._proved((self.renderer.render_page(page),), proof)
            else:
                yield from self._kept_or_printed(page, self.past, proof)

    def _kept_or_printed(
        self, page: SitePage, past: BuildCache, proof: TaskResult
    ) -> Iterator[File]:
        """The page as it was kept, if it is whole, or else printed; nothing if it stands there."""
        name = past.name(page)
        if (kept := past.store.kept.get(name)) is not None:
            entry = ManifestEntry(page.file, kept.size, kept.sha256)
            stands = past.stands(entry, self.folder)
            content = b"" if stands else past.store.page(kept)
            if stands or ManifestEntry.of(page.file, content) == entry:
                proof.entries.append(entry)
                proof.kept[name] = kept
                if not stands:
                    yield page.file, content
                return
        leaks = len(proof.leaks)
        address, content = self.renderer.render_page(page)
        yield from self._proved(((address, content),), proof)
        if len(proof.leaks) == leaks and (
            kept := past.store.keep(content, proof.entries[-1].sha256)
        ):
            proof.kept[name] = kept
