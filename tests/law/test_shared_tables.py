"""The tables of the package against the ones with sources, which are beside the repository.

They are not part of it; where they are absent, these tests are skipped and say so.
"""

from __future__ import annotations

import csv
import os
import re
from pathlib import Path

import pytest

from casebook.content.partial_date import PartialDate
from casebook.law.acts import acts
from casebook.law.charges import charges
from casebook.law.interpretations import interpretations

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("CASEBOOK_SHARED", ROOT.parent / "shared")) / "data"

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the tables with sources are not beside this checkout"
)


REFERS = re.compile("^同[上左]|（写明")
"""A penalty that is that of another row, or has a remark."""


def table(name: str) -> list[dict[str, str]]:
    text = (DATA / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_charge_in_use_resolves_to_itself() -> None:
    current = [row for row in table("charges.tsv") if row["state"] == "current"]
    found = {row["charge"]: charges().find(row["charge"]) for row in current}
    assert [
        row["charge"]
        for row in current
        if (one := found[row["charge"]]) is None
        or (one.charge.name, one.charge.article, str(one.charge.since))
        != (row["charge"], row["article"], row["law_since"])
    ] == []
    assert len(current) == 483


def test_every_former_charge_resolves_to_its_successor() -> None:
    former = [row for row in table("charges.tsv") if row["state"] == "former"]
    by_name = {one.name: one for one in charges().charges}
    told = {
        row["charge"]: "、".join(by_name[row["charge"]].successors)
        or f"（{by_name[row['charge']].note}）"
        for row in former
    }
    assert told == {row["charge"]: row["successor"] for row in former}
    untimely = [
        row["charge"]
        for row in former
        if str(by_name[row["charge"]].until) != row["until"]
        or (one := charges().find(row["charge"], PartialDate.parse(row["law_since"]))) is None
        or one.charge is not by_name[row["charge"]]
    ]
    assert untimely == []
    assert len(former) == 61


def test_every_selective_form_resolves_to_its_charge() -> None:
    wrong = []
    for row in table("charges.tsv"):
        for form in filter(None, row["selective_forms"].split("；")):
            named = charges().find(form)
            found = named.charge if named else charges().of_short(form)
            if found is None or found.name != row["charge"]:
                wrong.append((form, row["charge"]))
    assert wrong == []


def test_every_text_of_an_act_resolves_at_its_time() -> None:
    rows = table("administrative.tsv")
    wrong = []
    for row in rows:
        act = acts().find(row["act"])
        days = filter(None, (row["in_force_from"], row["in_force_until"]))
        for day in days:
            found = [
                text
                for text in (act.texts_at(PartialDate.parse(day)) if act else ())
                if (text.law, text.version, text.authority)
                == (row["law"], row["version"], row["authority"])
                and row["article"].startswith(text.article)
                and (
                    text.penalty == row["penalty"] or re.search("^同[上左]|（写明", row["penalty"])
                )
            ]
            if len(found) != 1:
                wrong.append((row["act"], row["version"], day))
    assert wrong == []
    assert sum(len(act.texts) for act in acts().acts) == len(rows)


def test_every_alias_of_an_act_is_found() -> None:
    wrong = [
        (alias, row["act_id"])
        for row in table("administrative.tsv")
        for alias in filter(None, row["aliases"].split("；"))
        if (
            (found := acts().find(re.sub("（20[^）]*）$", "", alias))) is None
            and (found := acts().find(re.sub("（[^）]*）$", "", alias))) is None
        )
        or found.id != row["act_id"]
    ]
    assert wrong == []


def test_interpretations_are_those_that_were_checked() -> None:
    rows = table("interpretations.tsv")
    checked = {row["number"] for row in rows if row["checked"] in ("text", "title+number+date")}
    # One is on a part of what its article is on, which an article number does not tell.
    known = (checked - {"法释〔2019〕1号"}) | {"法发〔2025〕12号"}
    assert {one.number for one in interpretations()} == known
    written = str.maketrans("《》", "〈〉")
    titles = {
        row["number"]: row["document"].replace("法院 最高", "法院、最高").translate(written)
        for row in rows
    }
    dates = {row["number"]: row["effective"][:10] for row in rows}
    assert [
        one.number
        for one in interpretations()
        if (one.title, str(one.since)) != (titles[one.number], dates[one.number])
    ] == []
