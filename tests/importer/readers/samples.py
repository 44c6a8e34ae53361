"""Samples: files of offices with the paragraphs that a person sees in them, kept apart."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from casebook.importer.document import Document, Role
from casebook.importer.readers.reading import read
from casebook.importer.readers.source import UnreadableError

ROOT = Path(__file__).parents[3]
FORMATS = ROOT.parent / "shared" / "formats"
FAULTS = ROOT.parent / "shared" / "faults" / "import"


@dataclass(frozen=True, slots=True)
class Sample:
    """A file and what a person sees in it."""

    data: bytes
    paragraphs: tuple[str, ...]
    labels: tuple[str, ...]
    absent: tuple[str, ...]
    furniture: tuple[str, ...]


def sample(name: str) -> Sample:
    """The sample `NN.ext`; skips the test if the files are not at hand."""
    path = FORMATS / name
    if not path.is_file():
        pytest.skip(f"the file {name} is kept outside of the project")
    said = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return Sample(
        path.read_bytes(),
        *(tuple(said.get(key, ())) for key in ("paragraphs", "labels", "absent", "furniture")),
    )


def fault(name: str) -> bytes:
    """The bytes of a file that was once misread; skips the test if it is not at hand."""
    path = FAULTS / name
    if not path.is_file():
        pytest.skip(f"the file {name} is kept outside of the project")
    return path.read_bytes()


def paragraphs_missing(name: str) -> list[str]:
    """The paragraphs of a sample that are no whole block of its document, compared by characters.

    Spaces and the width of characters do not count.
    """
    one = sample(name)
    blocks = [flat(text) for text in seen(read(one.data))]
    missing = []
    for paragraph in one.paragraphs:
        if flat(paragraph) in blocks:
            blocks.remove(flat(paragraph))
        else:
            missing.append(paragraph)
    return missing


def leaks(name: str) -> list[str]:
    """The texts of a sample that must not be read and yet are."""
    one = sample(name)
    whole = "\n".join(flat(block.text) for block in read(one.data).blocks)
    return [text for text in one.absent if flat(text) in whole]


def seen(document: Document) -> list[str]:
    """The texts of the blocks that are no running heads or feet."""
    furniture = (Role.HEADER, Role.FOOTER)
    return [block.text for block in document.blocks if block.role not in furniture]


def flat(text: str) -> str:
    """A text without spaces and differences of width."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def assert_read_or_refused(reading: Callable[[], Document]) -> None:
    """Reading gives a document without empty blocks, or refuses the file; it raises no more."""
    try:
        document = reading()
    except UnreadableError:
        return
    assert all(block.text for block in document.blocks)
