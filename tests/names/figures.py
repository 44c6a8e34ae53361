"""Figures of the rules on persons: shares of the rows of a set that are judged right."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from casebook.names.finding import Finding

from . import gate
from .accepted import TRUE_NAMES
from .sets import Row
from .unmasking import unmasked

WEIGHTS = {"han3": 0.86, "han2": 0.14}
"""Shares of given names with two characters and with one."""
NUMBER_OF_ALARMS = 10_000
"""Characters of ordinary text per which false alarms are counted."""


@dataclass(slots=True)
class Share:
    """How many of some rows are right, and which are not."""

    right: int = 0
    total: int = 0
    wrong: list[str] = field(default_factory=list)

    def count(self, is_right: bool, row: str) -> None:
        """Counts a row."""
        self.total += 1
        self.right += is_right
        if not is_right:
            self.wrong.append(row)

    @property
    def value(self) -> float:
        """The share; 1 of no rows."""
        return self.right / self.total if self.total else 1.0


Shares = dict[str, Share]


@dataclass(slots=True)
class NameFigures:
    """What is caught of full names."""

    plain: Share = field(default_factory=Share)
    by_error: Share = field(default_factory=Share)
    """Only those that an error catches; all others count errors and warnings."""
    kinds: Shares = field(default_factory=dict)
    frames: Shares = field(default_factory=dict)

    @property
    def weighted(self) -> float:
        """The recall by how often given names have two characters and one."""
        return sum(weight * self.kinds[kind].value for kind, weight in WEIGHTS.items())


def overlapping(findings: Iterable[Finding], start: int, length: int) -> list[Finding]:
    """The findings of names that share a character with a span."""
    return [
        one
        for one in findings
        if gate.is_name(one) and one.start < start + length and start < one.end
    ]


def name_figures(rows: Iterable[Row]) -> NameFigures:
    """Recall of names, by kind of name and by frame."""
    figures = NameFigures()
    for row in rows:
        text, name = row["sentence"], row["name"]
        caught = overlapping(gate.found(text), int(row["start"]), len(name))
        shown = f"{name}\t{text}"
        figures.by_error.count(any(one.code not in gate.WARNINGS for one in caught), shown)
        for share in (
            figures.plain,
            figures.kinds.setdefault(row["name_kind"], Share()),
            figures.frames.setdefault(row["frame_kind"], Share()),
        ):
            share.count(bool(caught), shown)
    return figures


def mask_figures(rows: Iterable[Row]) -> Shares:
    """Masks that tell and are found, and others that are not, by label and `label/kind`."""
    shares: Shares = {}
    for row in rows:
        label, text, mask = row["label"], row["sentence"], row["mask"]
        findings = gate.found(text)
        if label in ("tell", "ok"):
            caught = bool(overlapping(findings, int(row["start"]), len(mask)))
            is_right = caught == (label == "tell")
        elif label == "nobody":
            is_right = not findings
        else:
            continue
        for key in (label, f"{label}/{row['kind']}"):
            shares.setdefault(key, Share()).count(is_right, f"{mask}\t{text}")
    return shares


def administrative_figures(rows: Iterable[Row]) -> Shares:
    """Persons found in administrative cases, and sentences without anybody that pass, by label."""
    shares: Shares = {}
    for row in rows:
        label, text = row["label"], row["sentence"]
        caught = any(map(gate.mentions_person, gate.found_in_administrative(text)))
        key = "nobody" if label == "nobody" else "anybody"
        for name in (key, f"{label}/{row['kind']}"):
            shares.setdefault(name, Share()).count(caught == (key == "anybody"), text)
    return shares


def other_figures(rows: Iterable[Row]) -> Shares:
    """Numbers, accounts, homes and schools, by `alarm`, `pass`, `kind/alarm` and `kind/pass`."""
    shares: Shares = {}
    for row in rows:
        kind, label, text = row["kind"], row["label"], row["text"]
        findings = gate.found(text)
        is_name_enough = kind in ("handle", "native", "minor")
        caught = any(is_name_enough or not gate.is_name(one) for one in findings)
        is_right = caught if label == "alarm" else not findings
        keys = (f"{kind}/{label}", label)
        for key in keys:
            shares.setdefault(key, Share()).count(is_right, f"{kind}\t{text}")
    return shares


def negative_figures(rows: Iterable[Row]) -> Share:
    """Sentences without a name, in which nothing is found."""
    share = Share()
    for row in rows:
        findings = gate.found(row["text"])
        what = " ".join(f"{one.code}:{row['text'][one.start : one.end]}" for one in findings)
        share.count(not findings, f"{what}\t{row['text']}")
    return share


@dataclass(frozen=True, slots=True)
class Alarm:
    """A finding in ordinary text."""

    source: str
    code: str
    found: str
    context: str

    @property
    def is_true(self) -> bool:
        """Whether it is a name, or a mask that tells, in a bulletin."""
        return any(name in self.found for name in TRUE_NAMES)


@dataclass(slots=True)
class AlarmFigures:
    """The alarms in ordinary texts."""

    characters: int = 0
    """All but URLs and what separates words."""
    alarms: list[Alarm] = field(default_factory=list)

    @property
    def false(self) -> list[Alarm]:
        """Those that are no names of persons."""
        return [one for one in self.alarms if not one.is_true]

    @property
    def rate(self) -> float:
        """False alarms per 10,000 characters."""
        return NUMBER_OF_ALARMS * len(self.false) / self.characters if self.characters else 0.0


def alarm_figures(texts: Mapping[str, str]) -> AlarmFigures:
    """All alarms in ordinary texts, with what stands beside them."""
    figures = AlarmFigures()
    for source, raw in texts.items():
        text = gate.without_addresses(raw)
        figures.characters += len(re.sub(rf"[\s{gate.BLANK}]", "", text))
        for one in gate.found(text):
            before, after = text[max(0, one.start - 14) : one.start], text[one.end : one.end + 14]
            found = text[one.start : one.end]
            context = f"{before}‹{found}›{after}".replace("\n", "⏎")
            figures.alarms.append(Alarm(source, one.code, found, context))
    return figures


def unmasking_figures(texts: Mapping[str, str], draws: int) -> Share:
    """Names put in the place of masks, and caught."""
    share = Share()
    for source, raw in texts.items():
        for one in unmasked(source, gate.without_addresses(raw), draws):
            caught = overlapping(gate.found(one.text), one.start, len(one.name))
            share.count(bool(caught), f"{source}\t{one.context}")
    return share


def milliseconds(
    texts: Mapping[str, str], call: Callable[[str], object] = gate.found, runs: int = 5
) -> dict[str, float]:
    """The time that each text takes, the best of some runs."""
    times: dict[str, float] = {}
    for source, text in texts.items():
        for _ in range(runs):
            start = time.perf_counter()
            call(text)
            took = 1000 * (time.perf_counter() - start)
            times[source] = min(times.get(source, took), took)
    return times
