"""The explanations of the offence pages against the texts of the laws: every number in them.

The texts are beside the repository and not in it: where they are absent, the tests are skipped and
say so. Penalties of texts that are not in force any more are in the table of acts.
"""

from __future__ import annotations

import csv
import os
import re
from pathlib import Path

import pytest

from casebook.content.files import Folders
from casebook.content.loader import load
from casebook.content.page_model import Law
from casebook.law.acts import acts
from casebook.law.articles import overlap
from casebook.law.charges import CRIMINAL_LAW

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("CASEBOOK_SHARED", ROOT.parent / "shared"))
LAWS = SHARED / "laws.md"

pytestmark = pytest.mark.skipif(
    not LAWS.is_file(), reason="the texts of the laws are not beside this checkout"
)

UNITS = {"十": 10, "百": 100, "千": 1000}
SCALES = {"万": 10**4, "亿": 10**8}
DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
NUMERAL = r"(?:[零一二三四五六七八九十百千]+|\d+(?:\.\d+)?)[万亿]?"
UNIT = "年(?!度)|个月|日|元|倍|%"
QUANTITY = re.compile(rf"(?P<first>{NUMERAL})(?:–(?P<last>{NUMERAL}))?(?P<unit>{UNIT})")
DATES = re.compile(r"\d{4}年(?:\d+月(?:\d+日)?)?")


def value(numeral: str) -> float:
    """The value of a numeral in digits or characters, with 万 or 亿."""
    scale = SCALES.get(numeral[-1], 1)
    text = numeral.rstrip("万亿")
    if text[0].isdecimal():
        return float(text) * scale
    total = digit = 0
    for character in text:
        if unit := UNITS.get(character):
            total, digit = total + (digit or 1) * unit, 0
        else:
            digit = DIGITS[character]
    return float((total + digit) * scale)


def quantities(text: str) -> set[tuple[float, str]]:
    """The numbers of years, months, days, yuan, times and percent, both ends of a range."""
    found = set()
    for match in QUANTITY.finditer(DATES.sub("", text)):
        unit = match["unit"]
        for numeral in filter(None, (match["first"], match["last"])):
            found.add((value(numeral), unit))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("处五日以上十日以下拘留，可以并处一千元以下罚款", {(5, "日"), (10, "日"), (1000, "元")}),
        ("5–10日拘留，可并处1000元以下罚款", {(5, "日"), (10, "日"), (1000, "元")}),
        ("1万–10万元罚款", {(10_000, "元"), (100_000, "元")}),
        ("5000–5万元", {(5000, "元"), (50_000, "元")}),
        ("二十万元以下，一倍以上十倍以下", {(200_000, "元"), (1, "倍"), (10, "倍")}),
        ("单位1.5万元以下，营业额5%以下", {(15_000, "元"), (5, "%")}),
        ("2026年1月1日起，三年以下有期徒刑，第二十五条", {(3, "年")}),
        ("上一年度营业额", set()),
        ("一亿元，六个月", {(10**8, "元"), (6, "个月")}),
    ],
)
def test_quantities(text: str, expected: set[tuple[float, str]]) -> None:
    assert quantities(text) == expected


def law_texts() -> list[tuple[str, str, str]]:
    """The articles of the file: the name of the law, the article, and its text."""
    found: list[tuple[str, str, str]] = []
    law, article, lines = "", "", []
    for line in (*LAWS.read_text(encoding="utf-8").splitlines(), "## "):
        heading = re.match(r"#{2,3} ([^（ ]+)(?:（[^）]*）)?(?: (第\S+条(?:之.)?))?", line)
        start = re.match(r"(第[^　 ]+?条(?:之[一二三四])?)　(.*)", line)
        if heading or start or line.startswith("#"):
            if article:
                found.append((law, article, "\n".join(lines)))
            law = heading[1] if heading else law
            article = (heading[2] or "") if heading else start[1] if start else ""
            lines = [start[2]] if start else []
        else:
            lines.append(line)
    return found


def test_the_file_is_read_as_articles() -> None:
    found = {(law, article) for law, article, _ in law_texts()}
    assert {
        ("刑法", "第二百九十一条之一"),
        ("治安管理处罚法", "第七十条"),
        ("网络安全法", "第六十一条"),
        ("数据安全法", "第四十五条"),
    } <= found
    assert len(found) >= 57


def entries() -> list[tuple[str, Law]]:
    """The explanations of all offence pages, each with its address."""
    folders = Folders(cases=ROOT / "cases", docs=ROOT / "docs", root=ROOT)
    return [(group.slug, law) for group in load(folders)[0].offences for law in group.fields.laws]


def sources(law: Law) -> list[str]:
    """The texts of an entry's articles: of the law itself for a text in force, the penalties of its
    version in the table of acts, and the thresholds of judicial interpretations."""
    name = re.sub("（.*", "", law.name)
    current = [
        text
        for source, article, text in law_texts()
        if law.in_force_until is None and source == name and overlap(article, law.article)
    ]
    penalties = [
        text.penalty
        for act in acts().acts
        for text in act.texts
        if text.law == name
        and overlap(text.article, law.article)
        and (law.version == text.version or (law.version is None and text is act.current))
    ]
    return current + penalties + (thresholds(law) if name == CRIMINAL_LAW else [])


def thresholds(law: Law) -> list[str]:
    """What judicial interpretations of the articles say, of those compared with their text."""
    text = (SHARED / "data/interpretations.tsv").read_text(encoding="utf-8")
    return [
        row["fact"]
        for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
        if row["checked"] == "text" and overlap(row["statute"], law.article)
    ]


ENTRIES = entries()


@pytest.mark.parametrize(
    ("slug", "law"), ENTRIES, ids=[f"{slug}: {law.name}{law.article}" for slug, law in ENTRIES]
)
def test_every_number_is_in_its_source(slug: str, law: Law) -> None:
    told, texts = quantities(law.text), sources(law)
    if not texts and not told:
        pytest.skip(f"no text of {law.name}{law.article} to compare with")
    assert told - set().union(*map(quantities, texts)) == set(), (
        f"{slug}: {law.name}{law.article} has numbers that its text has not, "
        f"or there is no text of the article ({len(texts)} found)."
    )


def test_versions_are_those_of_the_table() -> None:
    """An entry of a version that the table of acts has states the same days."""
    known = {
        (text.law, text.version): (text.in_force_from, text.in_force_until)
        for act in acts().acts
        for text in act.texts
    }
    wrong = [
        (slug, law.name, law.version)
        for slug, law in ENTRIES
        if (law.name, law.version) in known
        and known[law.name, law.version] != (law.in_force_from, law.in_force_until)
    ]
    assert wrong == []


CHANGED = {act.texts[0].law for act in acts().acts if len(act.texts) > 1}


def test_an_entry_of_a_law_that_changed_states_its_version() -> None:
    undated = [
        (slug, law.name, law.article)
        for slug, law in ENTRIES
        if re.sub("（.*", "", law.name) in CHANGED
        and (law.version is None or law.in_force_from is None)
    ]
    assert undated == []
