"""Kinds of files: the one table of what may be published beside the pages, and the error of others.

A file whose ending is not in the table is refused, for no code here reads what is in it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import PurePath
from typing import Any

from casebook.content.problem import START, Mark

LARGEST = 20_000_000
"""Bytes of a file beside the pages; readers on telephones wait long for more."""


class UnreadableError(Exception):
    """A file cannot be read whole; `code` is its entry in the message table."""

    def __init__(self, code: str, found: str = "", mark: Mark = START) -> None:
        super().__init__(f"{code}: {found}" if found else code)
        self.code = code
        self.found = found
        """What fills the message."""
        self.mark = mark


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of files."""

    ending: str
    """In lower case, with the full stop."""
    media_type: str
    form: str
    """How its texts are read."""
    format: str = ""
    """Of pictures, the name of the format that Pillow finds in the bytes."""


def table(name: str) -> dict[str, Any]:
    """A table in a TOML file beside this module."""
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


KINDS: Mapping[str, Kind] = {end: Kind(end, *row) for end, row in table("kinds.toml").items()}
"""Every kind by its ending."""


def kind_of(name: str) -> Kind | None:
    """The kind of a file by the ending of its name or path; None where the table has none."""
    return KINDS.get(PurePath(name).suffix.lower())
