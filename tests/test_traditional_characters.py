"""The table of traditional characters is what its tool derives, and holds no character in use."""

from __future__ import annotations

from pathlib import Path

from tools.traditional_characters import ALWAYS_WRONG, IN_NAMES, TABLE, table

from casebook.places.gazetteer import gazetteer

ROOT = Path(__file__).parents[1]
PAIRS = {
    pair[0]: pair[1:]
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for pair in line.split()
}


def test_the_table_is_up_to_date() -> None:
    assert TABLE.read_text(encoding="utf-8") == table(), (
        "run: python -m tools.traditional_characters"
    )


def test_a_pair_is_two_characters_of_which_the_second_is_right() -> None:
    assert len(PAIRS) > 2500
    assert all(len(right) == 1 for right in PAIRS.values())
    assert not PAIRS.keys() & set(PAIRS.values())
    assert not PAIRS.keys() & IN_NAMES
    assert PAIRS.keys() >= ALWAYS_WRONG.keys()


def test_no_place_is_written_with_one() -> None:
    names = "".join((*gazetteer().province_names, *gazetteer().city_names))
    assert PAIRS.keys().isdisjoint(names)
    assert PAIRS.keys().isdisjoint((ROOT / "hooks/casebook/places/places.tsv").read_text("utf-8"))
