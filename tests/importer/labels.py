"""Labels: what a person says a bulletin states, beside what the importer reads from it.

A label file stands beside its bulletin with the same name. A case's `start` and `end` are the first
and last characters of its text; `<field>_also_ok` lists other readings that are as good.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casebook.content.contents import Offence
from casebook.content.files import Folders
from casebook.content.loader import load
from casebook.importer.drafts import as_json
from casebook.importer.extract import facts_of
from casebook.importer.manuscript import read

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "bulletins"
"""Real bulletins, which are other people's texts and not part of the project."""
OWN = Path(__file__).parent / "bulletins"

FIELDS = ("city", "district", "date", "people", "amount_yuan", "offence")
"""What is compared, beside where each case begins and ends."""
_GROUPS = {"帮助信息网络犯罪": "网络黑灰产", "其他": None}
"""Groups of the labels that the site calls otherwise."""
_ADDED = "网络敲诈勒索"
"""A group that the site has had only since the labels were written."""
_EXTORTION = re.compile("敲诈|套路贷|软暴力")
"""Titles of its cases."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing that a label says of a case, and whether the importer reads the same."""

    number: int
    field: str
    """One of FIELDS, or `boundary`."""
    wanted: object
    found: object
    is_right: bool

    def __str__(self) -> str:
        return f"{self.number}. {self.field}: {self.found!r}, not {self.wanted!r}"


def offences() -> tuple[Offence, ...]:
    """The site's offence groups."""
    library, _ = load(Folders(cases=ROOT / "cases", docs=ROOT / "docs", root=ROOT))
    return library.offences


def labelled(folder: Path) -> list[Path]:
    """The bulletins of a folder that have labels, by name."""
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix != ".json" and path.with_suffix(".json").is_file()
    )


def compared(bulletin: Path, groups: Sequence[Offence]) -> Iterator[Comparison]:
    """Everything that the labels of a bulletin say, compared with what is read from it."""
    labels = json.loads(bulletin.with_suffix(".json").read_text(encoding="utf-8"))["cases"]
    cases = as_json(facts_of(read(bulletin), groups))["cases"]
    spare = list(cases)
    for number, label in enumerate(labels, 1):
        case = _matching(label, spare)
        if case is not None:
            spare.remove(case)
        yield Comparison(number, "boundary", label["start"], _ends(case), _agrees(label, case))
        for field in FIELDS:
            wanted = _GROUPS.get(label.get(field), label.get(field))
            found = case[field] if case else None
            also = [_GROUPS.get(one, one) for one in _also(label, field)]
            if field == "offence" and _EXTORTION.search(label.get("title") or ""):
                wanted, also = wanted or _ADDED, [*also, _ADDED]
            is_right = case is not None and found in (wanted, *also)
            yield Comparison(number, field, wanted, found, is_right)
    for case in spare:
        yield Comparison(case["number"], "boundary", None, _ends(case), is_right=False)


def _also(label: dict[str, Any], field: str) -> list[Any]:
    """Other readings that a label takes for right; one person who is named is implied."""
    also = label.get(f"{field}_also_ok", []) + label.get(
        f"{field.removesuffix('_yuan')}_also_ok", []
    )
    return (
        [*also, label["people_implied"]]
        if field == "people" and "people_implied" in label
        else also
    )


def _matching(label: dict[str, Any], cases: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The case that the label is about: that of its ends, or else one that holds its beginning."""
    for case in cases:
        if _agrees(label, case):
            return case
    return next((case for case in cases if _bare(label["start"]) in _bare(case["text"])), None)


def _agrees(label: dict[str, Any], case: dict[str, Any] | None) -> bool:
    if case is None:
        return False
    text = _bare(case["text"])
    return text.startswith(_bare(label["start"])) and text.endswith(_bare(label["end"]))


def _ends(case: dict[str, Any] | None) -> str | None:
    return f"{case['text'][:15]}…{case['text'][-15:]}" if case else None


def _bare(text: str) -> str:
    """A text without blanks and marks of emphasis, which no label can be exact about."""
    return re.sub(r"[\s*#>|]", "", text)
