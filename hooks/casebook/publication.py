"""Publication: all files of an edition, printed, judged and listed, by as many hands as there are.

Every file is looked over while it is in memory: no second reading of the whole site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from casebook import texts
from casebook.content.model import Allowance
from casebook.content.problem import Problem, in_order
from casebook.crew import shared_out
from casebook.fitness import UnfitError, allowances, ensure_fitness
from casebook.pages.page import SitePage
from casebook.press.fingerprint import Fingerprints
from casebook.press.links import dead_links
from casebook.press.press import Press
from casebook.press.store import Kept, Store
from casebook.press.typesetter import Typesetter
from casebook.publish.edition import Edition, File, Output, write
from casebook.publish.inspection import Judge
from casebook.publish.manifest import Entry, Manifest, manifest_of, write_manifest

SHEET = 64
"""Pages handed out at a time: handing out costs little, and all hands end at about one time."""

Task = Output | Sequence[SitePage]
"""What one hand does at a time: an output or some pages."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of a task: the files written, and what of them must not be published."""

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
    store: Store | None = None,
) -> None:
    """Writes the pages of an edition, these outputs and the list of all files into a folder.

    What the folder holds already is judged and listed, too; problems call it `name`. Pages that the
    store has are not printed again. UnfitError if something must not be published; PrintingError
    if a template is at fault.
    """
    if dead := in_order(dead_links(edition.site.pages, press.typesetter)):
        raise UnfitError(texts.NOT_BUILT, dead)
    allowed = allowances(edition)
    judge = Judge(allowed, name)
    entries = list(manifest_of(folder).files)
    leaks = list(judge.problems_in(folder))
    kept: dict[str, Kept] = {}
    memory = None if store is None else _Memory.of(store, press, allowed)
    hand = _Hand(edition, press, folder, judge, memory)
    tasks: list[Task] = [*outputs, hand.lost, *_sheets(edition.site.pages)]
    proofs = shared_out(hand.done, tasks)
    for _, proof in edition.track(proofs, texts.PRINTING, total=len(tasks)):
        entries += proof.entries
        leaks += proof.leaks
        kept |= proof.kept
    if store is not None:
        store.close(kept)
    ensure_fitness(edition, leaks, (entry.path for entry in entries))
    write_manifest(folder, Manifest.of(entries))


def _sheets(pages: Sequence[SitePage]) -> Iterator[Sequence[SitePage]]:
    for start in range(0, len(pages), SHEET):
        yield pages[start : start + SHEET]


@dataclass(frozen=True, slots=True)
class _Memory:
    """The store with the names that pages have in it."""

    store: Store
    origin: str
    """What all pages are made from, and what none of them may say."""
    with_links: str
    """That, and where every file stands, which decides where links lead."""
    fingerprints: Fingerprints

    @classmethod
    def of(cls, store: Store, press: Press, allowed: Sequence[Allowance]) -> _Memory:
        found = Fingerprints()
        origin = found.of((press.origin.hex(), press.furniture, allowed)).hex()
        with_links = found.of((origin, sorted(press.typesetter.addresses.items()))).hex()
        return cls(store, origin, with_links, found)

    def name(self, page: SitePage) -> str:
        """What a page is called in the store: the digest of everything that goes into it."""
        leads_on = any(Typesetter.may_lead_on(text.text) for text in page.texts)
        origin = self.with_links if leads_on else self.origin
        return self.fingerprints.of((origin, page)).hex()


@dataclass(frozen=True, slots=True)
class _Hand:
    """Does the tasks that it is given, one after the other."""

    edition: Edition
    press: Press
    folder: Path
    judge: Judge
    memory: _Memory | None

    def done(self, task: Task) -> Proof:
        """Makes the files of a task, judges and writes them."""
        proof = Proof()
        if callable(task):
            write(self._proved(task(self.edition), proof), self.folder)
        else:
            write((self._page(page, proof) for page in task), self.folder)
        return proof

    def lost(self, edition: Edition) -> Iterator[File]:
        """The page for dead links, as an output."""
        yield self.press.lost()

    def _proved(self, files: Iterable[File], proof: Proof) -> Iterator[File]:
        for address, content in files:
            proof.entries.append(Entry.of(address, content))
            proof.leaks.extend(self.judge.problems(address, content))
            yield address, content

    def _page(self, page: SitePage, proof: Proof) -> File:
        """The file of a page: the one that was kept, if it is whole, or else a new one."""
        if self.memory is None:
            return next(self._proved((self.press.printed(page),), proof))
        name = self.memory.name(page)
        if (kept := self.memory.store.kept.get(name)) is not None:
            content = self.memory.store.page(kept)
            entry = Entry.of(page.file, content)
            if entry.sha256 == kept.sha256:
                proof.entries.append(entry)
                proof.kept[name] = kept
                return page.file, content
        leaks = len(proof.leaks)
        address, content = next(self._proved((self.press.printed(page),), proof))
        if len(proof.leaks) == leaks and (
            kept := self.memory.store.keep(content, proof.entries[-1].sha256)
        ):
            proof.kept[name] = kept
        return address, content
