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
from casebook.importer.extract import facts_of
from casebook.importer.facts_json import as_json
from casebook.importer.readers.reading import read
from casebook.law.charges import charges

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "bulletins"
"""Real bulletins, which are other people's texts and not part of the project."""
OWN = Path(__file__).parent / "bulletins"

FIELDS = ("city", "district", "date", "people", "amount_yuan", "offence", "stage", "charges")
"""What is compared where the label says it, beside where each case begins and ends."""
_UNCERTAIN = {"amount_yuan": "amount", "district": "city"}
"""The fields of the importer that tell whether a value is sure, where they are called otherwise."""
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
    is_sure: bool = False
    """Whether the importer gives the value without a doubt."""

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
    cases = as_json(facts_of(read(bulletin.read_bytes()), groups))["cases"]
    spare = list(cases)
    for number, label in enumerate(labels, 1):
        case = _matching(label, spare)
        if case is not None:
            spare.remove(case)
        yield Comparison(number, "boundary", label["start"], _ends(case), _agrees(label, case))
        for field in (field for field in FIELDS if field in label):
            wanted = _GROUPS.get(label[field], label[field]) if field == "offence" else label[field]
            found = _found(field, case)
            also = [
                _GROUPS.get(one, one) if field == "offence" else one for one in _also(label, field)
            ]
            if field == "offence" and _EXTORTION.search(label.get("title") or ""):
                wanted, also = wanted or _ADDED, [*also, _ADDED]
            is_right = case is not None and _is_same(field, found, [wanted, *also])
            uncertain = case["uncertain"] if case else []
            is_sure = found not in (None, []) and _UNCERTAIN.get(field, field) not in uncertain
            yield Comparison(number, field, wanted, found, is_right, is_sure)
    for case in spare:
        yield Comparison(case["number"], "boundary", None, _ends(case), is_right=False)


def wrong_in(bulletin: Path, groups: Sequence[Offence]) -> list[str]:
    """A line for everything in a bulletin that is read otherwise than labelled."""
    return [
        f"{bulletin.name} {one}{' [sure]' if one.is_sure else ''}"
        for one in compared(bulletin, groups)
        if not one.is_right
    ]


def _found(field: str, case: dict[str, Any] | None) -> Any:
    if case is None:
        return None
    return [one["name"] for one in case["charges"]] if field == "charges" else case[field]


def _is_same(field: str, found: Any, wanted: list[Any]) -> bool:
    """Whether a value is one of those wanted; of a selective charge each part is."""
    if field == "charges":
        return set(map(_whole, found)) in [set(map(_whole, one)) for one in wanted]
    return found in wanted


def _whole(name: str) -> str:
    """The whole name of a selective charge, of which a text states a part."""
    known = charges().find(name)
    return known.charge.name if known else name


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
    starts = [label["start"], *label.get("start_also_ok", [])]
    ends = [label["end"], *label.get("end_also_ok", [])]
    return text.startswith(tuple(map(_bare, starts))) and text.endswith(tuple(map(_bare, ends)))


def _ends(case: dict[str, Any] | None) -> str | None:
    return f"{case['text'][:15]}…{case['text'][-15:]}" if case else None


def _bare(text: str) -> str:
    """A text without blanks and marks of emphasis, which no label can be exact about."""
    return re.sub(r"[\s*#>|]", "", text)
