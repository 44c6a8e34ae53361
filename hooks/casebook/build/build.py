"""Publication: all files of an edition, printed, judged and listed, by as many hands as there are.

Every file is looked over while it is in memory: no second reading of the whole site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from casebook.build.build_cache import Past
from casebook.build.manifest import Entry, Manifest, manifest_of, write_manifest
from casebook.build.page_cache import Kept
from casebook.build.privacy_scan import Judge
from casebook.build.release_checks import UnfitError, allowances, ensure_fitness
from casebook.build.worker_pool import shared_out
from casebook.content.problem import Problem, in_order
from casebook.outputs.context import Edition, Output, write
from casebook.pages.page import File, SitePage
from casebook.render.link_checker import dead_links
from casebook.render.renderer import Press
from casebook.texts import commands as texts

SHEET = 64
"""Pages handed out at a time: handing out costs little, and all hands end at about one time."""

Task = Output | Sequence[SitePage]
"""What one hand does at a time: an output or some pages."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of a task: the files made, and what of them must not be published."""

    entries: list[Entry] = field(default_factory=list)
    leaks: list[Problem] = field(default_factory=list)
    kept: dict[str, Kept] = field(default_factory=dict)
    """What the store has of the pages now."""


def publish(
    edition: Edition,
    press: Press,
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
    if dead := in_order(dead_links(edition.site.pages, press.typesetter)):
        raise UnfitError(texts.NOT_BUILT, dead)
    allowed = allowances(edition)
    judge = Judge(allowed, name)
    entries = list(manifest_of(folder).files)
    leaks = list(judge.problems_in(folder))
    kept: dict[str, Kept] = {}
    past = None if cache is None else Past.taken_up(cache, press, allowed, folder)
    hand = _Hand(edition, press, folder, judge, past)
    tasks: list[Task] = [*outputs, hand.lost, *_sheets(edition.site.pages)]
    proofs = shared_out(hand.done, tasks)
    for _, proof in edition.track(proofs, texts.PRINTING, total=len(tasks)):
        entries += proof.entries
        leaks += proof.leaks
        kept |= proof.kept
    if past is not None:
        past.store.close(kept)
    ensure_fitness(edition, leaks, (entry.path for entry in entries))
    if past is not None:
        past.end(entries, folder)
    write_manifest(folder, Manifest.of(entries))


def _sheets(pages: Sequence[SitePage]) -> Iterator[Sequence[SitePage]]:
    for start in range(0, len(pages), SHEET):
        yield pages[start : start + SHEET]


@dataclass(frozen=True, slots=True)
class _Hand:
    """Does the tasks that it is given, one after the other."""

    edition: Edition
    press: Press
    folder: Path
    judge: Judge
    past: Past | None

    def done(self, task: Task) -> Proof:
        """Makes the files of a task, judges them and writes what does not stand there already."""
        proof = Proof()
        if callable(task):
            write(self._proved(task(self.edition), proof), self.folder)
        else:
            write(self._pages(task, proof), self.folder)
        return proof

    def lost(self, edition: Edition) -> Iterator[File]:
        """The page for dead links, as an output."""
        yield self.press.lost()

    def _proved(self, files: Iterable[File], proof: Proof) -> Iterator[File]:
        """Of new files those that must be written."""
        for address, content in files:
            entry = Entry.of(address, content)
            proof.entries.append(entry)
            if self.past is None or not self.past.is_sound(entry):
                proof.leaks.extend(self.judge.problems(address, content))
            if self.past is None or not self.past.stands(entry, self.folder):
                yield address, content

    def _pages(self, pages: Iterable[SitePage], proof: Proof) -> Iterator[File]:
        """Of pages those that must be written."""
        for page in pages:
            if self.past is None:
                yield from self._proved((self.press.printed(page),), proof)
            else:
                yield from self._kept_or_printed(page, self.past, proof)

    def _kept_or_printed(self, page: SitePage, past: Past, proof: Proof) -> Iterator[File]:
        """The page as it was kept, if it is whole, or else printed; nothing if it stands there."""
        name = past.name(page)
        if (kept := past.store.kept.get(name)) is not None:
            entry = Entry(page.file, kept.size, kept.sha256)
            stands = past.stands(entry, self.folder)
            content = b"" if stands else past.store.page(kept)
            if stands or Entry.of(page.file, content) == entry:
                proof.entries.append(entry)
                proof.kept[name] = kept
                if not stands:
                    yield page.file, content
                return
        leaks = len(proof.leaks)
        address, content = self.press.printed(page)
        yield from self._proved(((address, content),), proof)
        if len(proof.leaks) == leaks and (
            kept := past.store.keep(content, proof.entries[-1].sha256)
        ):
            proof.kept[name] = kept
