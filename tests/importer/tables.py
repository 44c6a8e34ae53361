"""Tables: the cases written for the tests, each with its right values."""

from __future__ import annotations

import csv
from pathlib import Path

FOLDER = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of this folder; a hyphen is an empty value."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    told = (line.replace("\\n", "\n") for line in lines if not line.startswith("#"))
    found = csv.DictReader(
        (line.replace("\n", "\x1f") for line in told), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    return [
        {key: "" if value == "-" else value.replace("\x1f", "\n") for key, value in row.items()}
        for row in found
    ]
