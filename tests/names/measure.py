"""Measures the rules on persons on sets of invented sentences and on ordinary texts.

python -m tests.names.measure [--sets given|own|all] [--draws 5] [--wrong N]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from . import gate, sets
from .accepted import FALSE_ALARMS
from .figures import (
    AlarmFigures,
    Share,
    Shares,
    administrative_figures,
    alarm_figures,
    mask_figures,
    milliseconds,
    name_figures,
    negative_figures,
    other_figures,
    unmasking_figures,
)

READERS = {"own": sets.own, "given": sets.given}


def line(title: str, share: Share) -> str:
    """A row of a table."""
    return f"  {title:<28}{share.value:7.3f}   {share.right} / {share.total}"


def wrong(share: Share, most: int) -> Iterator[str]:
    """The first rows that are judged wrong."""
    for row in share.wrong[:most]:
        yield f"      {row}".replace("\n", "⏎")


def table(shares: Shares, most: int) -> Iterator[str]:
    """Rows of shares by their keys, with what is wrong."""
    for key in sorted(shares):
        yield line(key, shares[key])
        if "/" in key:
            yield from wrong(shares[key], most)


def of_names(rows: list[sets.Row], most: int) -> Iterator[str]:
    """The recall of full names."""
    figures = name_figures(rows)
    yield f"  weighted {figures.weighted:.3f}   plain {figures.plain.value:.3f}"
    yield line("errors alone", figures.by_error)
    yield line("errors and warnings", figures.plain)
    yield "  by kind of name"
    yield from (f"  {one}" for one in table(figures.kinds, 0))
    yield "  by frame"
    for key in sorted(figures.frames):
        yield f"  {line(key, figures.frames[key])}"
        yield from wrong(figures.frames[key], most)


def of_set(kind: str, most: int) -> Iterator[str]:
    """All figures of our own sets or of those given."""
    for name in ("names", "masks", "others", "negatives"):
        rows = READERS[kind](name)
        if rows is None:
            yield f"\n== {name} ({kind}): SKIPPED, not found in {sets.SHARED}"
            continue
        yield f"\n== {name} ({kind}), {len(rows)} rows"
        match name:
            case "names":
                yield from of_names(rows, most)
            case "masks":
                yield from table(mask_figures(rows), most)
                yield f"-- administrative ({kind})"
                yield from table(administrative_figures(rows), most)
            case "others":
                yield from table(other_figures(rows), most)
            case _:
                share = negative_figures(rows)
                yield f"  alarms in {100 * (1 - share.value):.2f} % of {share.total}"
                yield from wrong(share, max(most, 30))


def of_alarms(title: str, figures: AlarmFigures) -> Iterator[str]:
    """The alarms in ordinary texts, each by name."""
    yield (
        f"\n== {title}: {figures.rate:.2f} false alarms per 10,000 characters "
        f"({len(figures.false)} of {len(figures.alarms)} alarms in {figures.characters} characters)"
    )
    for one in figures.alarms:
        reason = FALSE_ALARMS.get((one.source, one.found), "")
        kind = "true" if one.is_true else f"known: {reason}" if reason else "FALSE"
        yield f"  {kind:<6} {one.source} {one.code} {one.context}"


def of_times(title: str, times: dict[str, float]) -> str:
    """The time of the slowest text and the mean."""
    slowest = max(times, key=lambda key: times[key])
    mean = sum(times.values()) / len(times)
    return f"  {title:<12} worst {times[slowest]:.2f} ms ({slowest}), mean {mean:.2f} ms"


def of_texts(draws: int, most: int) -> Iterator[str]:
    """The figures of ordinary texts: bulletins, our cases and pages."""
    texts = sets.bulletins()
    own = gate.own_texts()
    cases = {uri: text for uri, text in own.items() if uri.startswith("cases/")}
    pages = {uri: text for uri, text in own.items() if uri not in cases}
    if texts is None:
        yield f"\n== bulletins: SKIPPED, not found in {sets.SHARED}"
    else:
        yield from of_alarms("bulletins", alarm_figures(texts))
        share = unmasking_figures(texts, draws)
        yield f"\n== unmasking, {draws} draws"
        yield line("caught", share)
        yield from wrong(share, max(most, 30))
    yield from of_alarms("cases", alarm_figures(cases))
    yield from of_alarms("pages", alarm_figures(pages))
    yield "\n== time"
    yield of_times("cases", milliseconds(cases))
    yield of_times("pages", milliseconds(pages))
    if texts is not None:
        yield of_times("bulletins", milliseconds(texts))


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description="Measures the rules on persons.")
    parser.add_argument("--sets", choices=("given", "own", "all"), default="all")
    parser.add_argument("--draws", type=int, default=5, help="names for each mask")
    parser.add_argument("--wrong", type=int, default=0, help="rows judged wrong to show per kind")
    options = parser.parse_args()
    for kind in READERS if options.sets == "all" else (options.sets,):
        print("\n".join(of_set(kind, options.wrong)), flush=True)
    print("\n".join(of_texts(options.draws, options.wrong)))


if __name__ == "__main__":
    main()
