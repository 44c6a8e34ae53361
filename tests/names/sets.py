"""The sets of invented sentences: our own, and others in `../shared` where there are any.

A set is a table with tabs. Line ends and characters that cannot be seen are written as
`\\n` and `\\u200b`.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

OWN = Path(__file__).parent
ROOT = OWN.parents[1]
SHARED = Path(os.environ.get("CASEBOOK_SHARED", ROOT.parent / "shared"))
"""Where other sets and the raw texts of bulletins are."""

_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|([nt\\]))")
_UNSEEN = re.compile("[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u2060\u3000\ufeff\\\\\n\t]")
_SHORT = {"\\": "\\\\", "\n": "\\n", "\t": "\\t"}

Row = dict[str, str]


def escaped(value: str) -> str:
    """A value as it is kept in a table."""
    return _UNSEEN.sub(lambda one: _SHORT.get(one[0], f"\\u{ord(one[0]):04x}"), value)


def unescaped(value: str) -> str:
    """The value that a table keeps."""
    signs = {"n": "\n", "t": "\t", "\\": "\\"}
    return _ESCAPE.sub(lambda one: chr(int(one[1], 16)) if one[1] else signs[one[2]], value)


def read(path: Path) -> list[Row]:
    """The rows of a set, each with the names of its columns."""
    lines = path.read_text(encoding="utf-8").split("\n")
    columns = lines[0].split("\t")
    return [
        dict(zip(columns, map(unescaped, line.split("\t")), strict=True))
        for line in lines[1:]
        if line
    ]


def own(name: str) -> list[Row]:
    """The rows of one of our own sets: names, masks, others or negatives."""
    return read(OWN / f"{name}_own.tsv")


def given(name: str) -> list[Row] | None:
    """The rows of a set in `../shared/persons`, or None where the folder is missing."""
    suffix = "_own_given" if name == "negatives" else "_given"
    path = SHARED / "persons" / f"{name}{suffix}.tsv"
    return read(path) if path.is_file() else None


def bulletins() -> dict[str, str] | None:
    """The raw texts of real bulletins by their names, or None where the folder is missing."""
    folder = SHARED / "bulletins"
    if not folder.is_dir():
        return None
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
