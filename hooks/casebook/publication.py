"""Publication: all files of an edition, printed, judged and listed, by as many hands as there are.

Every file is looked over while it is in memory: no second reading of the whole site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from casebook import texts
from casebook.content.problem import Problem, in_order
from casebook.fitness import UnfitError, allowances, ensure_fitness
from casebook.pages.page import SitePage
from casebook.crew import shared_out
from casebook.press.links import dead_links
from casebook.press.press import Press
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


def publish(
    edition: Edition, press: Press, folder: Path, outputs: Sequence[Output], name: str
) -> None:
    """Writes the pages of an edition, these outputs and the list of all files into a folder.

    What the folder holds already is judged and listed, too; problems call it `name`. UnfitError
    if something must not be published; PrintingError if a template is at fault.
    """
    if dead := in_order(dead_links(edition.site.pages, press.typesetter)):
        raise UnfitError(texts.NOT_BUILT, dead)
    judge = Judge(allowances(edition), name)
    entries = list(manifest_of(folder).files)
    leaks = list(judge.problems_in(folder))
    hand = _Hand(edition, press, folder, judge)
    tasks: list[Task] = [*outputs, hand.lost, *_sheets(edition.site.pages)]
    proofs = shared_out(hand.done, tasks)
    for _, proof in edition.track(proofs, texts.PRINTING, total=len(tasks)):
        entries += proof.entries
        leaks += proof.leaks
    ensure_fitness(edition, leaks, (entry.path for entry in entries))
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

    def done(self, task: Task) -> Proof:
        """Makes the files of a task, judges and writes them."""
        proof = Proof()
        files = task(self.edition) if callable(task) else map(self.press.printed, task)
        write(self._proved(files, proof), self.folder)
        return proof

    def lost(self, edition: Edition) -> Iterator[File]:
        """The page for dead links, as an output."""
        yield self.press.lost()

    def _proved(self, files: Iterable[File], proof: Proof) -> Iterator[File]:
        for address, content in files:
            proof.entries.append(Entry.of(address, content))
            proof.leaks.extend(self.judge.problems(address, content))
            yield address, content
