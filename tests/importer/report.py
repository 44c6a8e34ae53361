"""The report of `make import-report`: how much of the labelled bulletins is read right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from .labels import FIELDS, OWN, SHARED, Comparison, compared, labelled, offences

COLUMNS = ("boundary", *FIELDS)


def main() -> None:
    """Prints a table of the bulletins written for the tests, and of the real ones if there."""
    console = Console(width=180)
    groups = offences()
    for title, folder in (("written for the tests", OWN), ("real", SHARED)):
        if not folder.is_dir():
            console.print(f"{title}: {folder.name}/ is not here, skipped")
            continue
        table = Table(title=f"Bulletins {title}: right of all", title_justify="left")
        for column in ("file", "cases", *COLUMNS):
            table.add_column(column, justify="left" if column == "file" else "right", no_wrap=True)
        everything: list[Comparison] = []
        for path in labelled(folder):
            found = list(compared(path, groups))
            everything += found
            table.add_row(path.name, *_row(found))
            for wrong in (one for one in found if not one.is_right):
                console.print(f"  {path.name} {wrong}", style="dim")
        table.add_section()
        table.add_row("all", *_row(everything))
        console.print(table)


def _row(found: Iterable[Comparison]) -> list[str]:
    found = list(found)
    right = Counter(one.field for one in found if one.is_right)
    of = Counter(one.field for one in found)
    return [
        str(of["city"]),
        *(f"{right[name]}/{of[name]} {right[name] / of[name]:.0%}" for name in COLUMNS),
    ]


if __name__ == "__main__":
    main()
