"""The report of `make import-report`: how much of the labelled bulletins is read right."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table

from .labels import FIELDS, OWN, SHARED, Comparison, compared, labelled, offences, wrong_in
from .test_bulletins import MISREAD

COLUMNS = ("boundary", *FIELDS)


def main(arguments: list[str] | None = None) -> None:
    """Prints a table of the bulletins written for the tests, and of the real ones if there.

    With `--write` it also writes down what the rules get wrong, for the tests to compare with.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    console = Console(width=200)
    groups = offences()
    for title, folder in (("written for the tests", OWN), ("real", SHARED)):
        if not folder.is_dir():
            console.print(f"{title}: {folder.name}/ is not here, skipped")
            continue
        table = Table(title=f"Bulletins {title}: right of all", title_justify="left")
        for column in ("file", "cases", *COLUMNS, "silent"):
            table.add_column(column, justify="left" if column == "file" else "right", no_wrap=True)
        everything: list[Comparison] = []
        for path in labelled(folder):
            found = list(compared(path, groups))
            everything += found
            table.add_row(path.stem, *_row(found))
        table.add_section()
        table.add_row("all", *_row(everything))
        console.print(table)
        console.print(*_summary(everything), sep="\n")
    if parser.parse_args(arguments).write:
        lines = [line for path in labelled(OWN) for line in wrong_in(path, groups)]
        MISREAD.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _row(found: Iterable[Comparison]) -> list[str]:
    found = list(found)
    right = Counter(one.field for one in found if one.is_right)
    of = Counter(one.field for one in found)
    shares = (
        f"{right[name]}/{of[name]} {right[name] / of[name]:.0%}" if of[name] else "–"
        for name in COLUMNS
    )
    return [str(of["city"]), *shares, str(sum(_is_silent(one) for one in found))]


def _summary(found: list[Comparison]) -> Iterator[str]:
    """Spurious cases, charges that are not stated, and values that are wrong but sure."""
    values = [one for one in found if one.field != "boundary"]
    spurious = sum(one.field == "boundary" and one.wanted is None for one in found)
    given = [one for one in found if one.field == "charges" and one.found]
    invented = sum(not one.is_right for one in given)
    silent = sum(map(_is_silent, values))
    yield f"spurious cases: {spurious}"
    if given:
        yield f"charges that are not stated: {invented} of {len(given)} cases with one"
    yield f"wrong and sure: {silent} of {len(values)} values, {silent / len(values):.2%}"


def _is_silent(one: Comparison) -> bool:
    return one.is_sure and not one.is_right


if __name__ == "__main__":
    main()
