"""Whole bulletins: those written for the tests, each named by its case marker, and the real ones.

The real ones are other people's texts and lie outside of the project; where they are not there,
their tests are skipped and say so.
"""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest

from casebook.content.contents import Case
from casebook.content.library import Library
from casebook.importer.extract import facts_of
from casebook.importer.readers.reading import read

from .labels import FIELDS, OWN, SHARED, compared, labelled, offences, wrong_in

MISREAD = Path(__file__).parent / "misread.txt"
"""What the rules are known to get wrong, a line each: a new rule must not add to it.

`python -m tests.importer.report --write` writes it anew.
"""

PUBLISHED = ("2024-09-12-taiyuan", "2025-02-10-shanxi")
"""The bulletins whose cases the site publishes, written afresh by hand."""

GOALS = dict.fromkeys(FIELDS, 0.95) | {"offence": 0.9, "boundary": 1.0}
"""The shares of all labels that must be read right."""

needs_real_ones = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the real bulletins are not beside this checkout"
)


@cache
def misread() -> list[str]:
    """The lines of MISREAD."""
    return MISREAD.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("bulletin", labelled(OWN), ids=lambda path: path.name)
def test_a_bulletin_is_read_as_labelled(bulletin: Path) -> None:
    known = [line for line in misread() if line.startswith(f"{bulletin.name} ")]
    assert wrong_in(bulletin, offences()) == known


@needs_real_ones
def test_the_labelled_samples_reach_the_goals() -> None:
    found = [one for path in labelled(SHARED) for one in compared(path, offences())]
    for field, goal in GOALS.items():
        own = [one for one in found if one.field == field]
        if not own:  # older labels do not say everything
            continue
        right = sum(one.is_right for one in own) / len(own)
        assert right >= goal, [str(one) for one in own if not one.is_right]


def stated(case: Case) -> dict[str, object]:
    """What the site's own file says of a case that the bulletin states too."""
    fields = case.fields
    return {
        "city": case.places[0].name,
        "district": fields.district,
        "date": str(fields.date),
        "offence": case.offences[0].title,
        "charge": list(fields.charge),
        "stage": fields.stage.value,
        "people": fields.people.count if fields.people else None,
        "people_at": fields.people.at if fields.people else None,
        "amount": fields.amount.amount.text if fields.amount else None,
        "amount_label": fields.amount_label,
    }


@needs_real_ones
@pytest.mark.parametrize("bulletin", PUBLISHED)
def test_the_published_bulletins_are_read_as_their_editors_did(
    bulletin: str, library: Library
) -> None:
    facts = facts_of(read((SHARED / f"{bulletin}.txt").read_bytes()), library.offences)
    by_hand = [case for case in library.cases if case.bulletin.id == bulletin]
    by_hand.sort(key=lambda case: case.number)
    assert len(facts.cases) == len(by_hand)
    for found, case in zip(facts.cases, by_hand, strict=True):
        where, money = found.where.value, found.money.value if found.money else None
        read_values = {
            "city": where.city.name if where.city else None,
            "district": where.district.name if where.district else None,
            "date": str(found.date.value) if found.date else None,
            "offence": found.offence.value.title if found.offence else None,
            "charge": list(found.charges),
            "stage": found.stage.value.value if found.stage else None,
            "people": found.people.value.count if found.people else None,
            "people_at": found.people_at,
            "amount": money.amount.text if money else None,
            "amount_label": money.label if money else "涉案金额",
        }
        by_editor = stated(case)
        # A district that only a unit is called after, and people that a count of companies
        # suggests, are drafted for an editor, who leaves them out.
        suggested = {key for key in ("district", "people") if by_editor[key] is None}
        assert without(read_values, suggested) == without(by_editor, suggested), case.id
        assert not figures(case) - {*found.figures.values()}, case.id


def without(values: dict[str, object], keys: set[str]) -> dict[str, object]:
    return {key: value for key, value in values.items() if key not in keys}


def figures(case: Case) -> set[str]:
    """The counts of a case's figures that bulletins print in one piece; 2处 is printed 两处."""
    printed_apart = {"2轮次", "2个"}
    return {text.replace("2处", "两处") for text in case.fields.figures.values()} - printed_apart


def test_the_report_says_how_much_is_right(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from . import report

    for path in OWN.glob("tips-after-each.*"):
        shutil.copy(path, tmp_path)
    monkeypatch.setattr(report, "OWN", tmp_path)
    monkeypatch.setattr(report, "SHARED", tmp_path / "none")
    report.main([])
    said = capsys.readouterr().out
    assert "tips-after-each" in said
    assert "boundary" in said
    assert "real: none/ is not here, skipped" in said
    assert "spurious cases: 0" in said
    assert "wrong and sure: 0 of 30 values, 0.00%" in said
