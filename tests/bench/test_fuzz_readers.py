"""Damaged files for the readers: they are made again the same, and each failure is told."""

from __future__ import annotations

import random

import pytest

from casebook.importer.document import Block, Document
from casebook.importer.readers.source import Refusal, UnreadableError

from . import fuzz_attempts
from .fuzz_attempts import Attempt, attempt, file_of
from .fuzz_readers import Tally
from .fuzz_seeds import NAMES, seeds
from .fuzz_tokens import MARKUP, PORTABLE, RICH_TEXT, Grammar, rearranged

FOREIGN = {"doc"}
"""Formats of which there are only files beside the project."""


@pytest.mark.parametrize("name", [one for one in NAMES if one not in FOREIGN])
def test_a_format_has_files_and_they_are_damaged_alike_each_time(name: str) -> None:
    files = list(seeds(name))
    made = [file_of(files, name, 7, number) for number in range(20)]
    assert made == [file_of(files, name, 7, number) for number in range(20)]
    assert len(set(made) - set(files)) > 10


@pytest.mark.parametrize(
    ("grammar", "data"),
    [
        (MARKUP, b"<a x='1'><b>2</b><c/></a>"),
        (RICH_TEXT, rb"{\rtf1{\b 2}\'b9\par}"),
        (PORTABLE, b"1 0 obj <</A [1 2]/B (3)>> stream q BT 1 0 Td ET Q endstream endobj"),
    ],
)
def test_tokens_are_rearranged(grammar: Grammar, data: bytes) -> None:
    changed = {rearranged(data, grammar, random.Random(number)) for number in range(100)}
    assert len(changed) > 30


def reading(monkeypatch: pytest.MonkeyPatch, found: Document | Exception) -> Attempt:
    """What is told of a file that is read with this result."""

    def read(_: bytes) -> Document:
        if isinstance(found, Exception):
            raise found
        return found

    monkeypatch.setattr(fuzz_attempts, "read", read)
    return attempt(b"", 20)


@pytest.mark.parametrize(
    ("found", "outcome", "kind"),
    [
        (Document((Block("甲案", "第1段"),)), "document", ""),
        (UnreadableError(Refusal.BROKEN), "refusal", "broken"),
        (ValueError("x"), "failure", "ValueError in test_fuzz_readers.py"),
        (Document((Block("", "第1段"),)), "failure", "document: AssertionError"),
        (Document((Block("甲  案", "第1段"),)), "failure", "document: AssertionError"),
    ],
)
def test_an_attempt_tells_what_became_of_the_file(
    monkeypatch: pytest.MonkeyPatch, found: Document | Exception, outcome: str, kind: str
) -> None:
    told = reading(monkeypatch, found)
    assert (told.number, told.outcome, told.kind[: len(kind)]) == (20, outcome, kind)


def test_files_are_counted_by_what_became_of_them() -> None:
    tally = Tally("docx", 1.0)
    for one in (
        Attempt(0, "document", "", 5.0, 80.0),
        Attempt(1, "refusal", "broken", 9.0, 70.0),
        Attempt(2, "failure", "slow", 7.0, 90.0),
    ):
        tally.add(one)
    assert (tally.files, tally.documents, tally.refusals, tally.failures) == (
        3, 1, {"broken": 1}, {"slow": 1},
    )  # fmt: skip
    assert (tally.slowest, tally.peak) == (9.0, 90.0)
