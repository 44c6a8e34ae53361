"""The table of facts and the case files, held against the raw bulletins.

Facts and figures carry over from a bulletin, sentences do not.  The raw texts are kept
beside the repository and not in it; where they are absent these tests are skipped.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from .facts import BULLETINS, FACTS

CASES = Path(__file__).parents[2] / "cases"
RAW = Path(__file__).parents[3] / "shared" / "bulletins"

LONGEST_SENTENCE = 18
LONGEST_RUN = 20

# The words each report begins with, in the order of the raw text.
OPENINGS = {
    "2024-09-12-taiyuan": (
        "2024年4月，网安支队",
        "2024年6月，晋源网安",
        "2024年6月，网安支队",
        "2024年4月，晋源网安",
        "2024年5月7日，",
        "同月，万柏林网安",
    ),
    "2025-02-10-shanxi": tuple(f"案例{number}:" for number in "一二三四五六七八九十"),
}

pytestmark = pytest.mark.skipif(
    not all((RAW / f"{bulletin.id}.txt").is_file() for bulletin in BULLETINS),
    reason="原始通报不在仓库内，跳过核对 / the raw bulletins are kept outside the repository",
)

each_case = pytest.mark.parametrize("facts", FACTS, ids=lambda facts: facts.id)
each_bulletin = pytest.mark.parametrize("facts", BULLETINS, ids=lambda facts: facts.id)


def squeezed(text: str) -> str:
    """The text without any white space: the raw texts break lines inside words."""
    return re.sub(r"\s+", "", text)


@cache
def raw_text(bulletin: str) -> str:
    return squeezed((RAW / f"{bulletin}.txt").read_text(encoding="utf-8"))


@cache
def raw_report(case: str) -> str:
    """The part of the raw bulletin from the opening of a case to that of the next."""
    bulletin, number = case.split("/")
    text, openings = raw_text(bulletin), OPENINGS[bulletin]
    starts = [text.index(opening) for opening in openings]
    assert starts == sorted(starts)
    return text[slice(*[*starts, None][int(number) - 1 : int(number) + 1])]


def is_printed(words: str, text: str) -> bool:
    """Whether the words stand in the text, and not as the tail of a longer number; 2 may be 两."""
    spellings = re.escape(words).removeprefix("2") if re.match(r"2\D", words) else ""
    pattern = f"[2两]{spellings}" if spellings else re.escape(words)
    return re.search(rf"(?<![\d.]){pattern}", text) is not None


def sentences(text: str) -> list[str]:
    """The sentences of a Markdown text; headings and paragraphs end a sentence too."""
    parts = re.split(r"[。；！？]|^#.*$|^\s*$", text, flags=re.MULTILINE)
    return [sentence for part in parts if (sentence := squeezed(part))]


def copied_sentences(text: str) -> list[str]:
    return [
        sentence
        for sentence in sentences(text)
        if len(sentence) > LONGEST_SENTENCE
        and any(sentence in raw_text(bulletin.id) for bulletin in BULLETINS)
    ]


def longest_common_run(text: str, other: str) -> str:
    match = SequenceMatcher(None, text, other, autojunk=False).find_longest_match()
    return text[match.a : match.a + match.size]


def copied_runs(text: str) -> list[str]:
    runs = (longest_common_run(squeezed(text), raw_text(bulletin.id)) for bulletin in BULLETINS)
    return [run for run in runs if len(run) > LONGEST_RUN]


def lead(bulletin: str) -> str:
    """The text of a bulletin's own page, without its front matter."""
    text = (CASES / bulletin / "index.md").read_text(encoding="utf-8")
    return re.split(r"^---\s*$", text, maxsplit=2, flags=re.MULTILINE)[-1]


@each_case
def test_amount_and_figures_are_printed_in_the_bulletin(facts):
    render_page = [*facts.figures, *([facts.amount] if facts.amount else [])]
    report = raw_report(facts.id)
    assert [words for words in render_page if not is_printed(words, report)] == []


@pytest.mark.parametrize(
    "facts", [facts for facts in FACTS if facts.people], ids=lambda facts: facts.id
)
def test_people_are_counted_as_in_the_bulletin(facts):
    counts = {int(count) for count in re.findall(r"(\d+)[人名]", raw_report(facts.id))}
    # A report on a single suspect need not print a count at all.
    assert facts.people in (counts or {1})


@each_case
def test_case_copies_no_sentence_of_the_bulletins(library, facts):
    case = library.case(facts.id)
    assert copied_sentences(case.fields.summary) == []
    assert copied_sentences(case.body) == []


@each_case
def test_case_shares_no_long_run_with_the_bulletins(library, facts):
    assert copied_runs(library.case(facts.id).body) == []


@each_bulletin
def test_lead_copies_nothing_from_the_bulletins(facts):
    assert copied_sentences(lead(facts.id)) == []
    assert copied_runs(lead(facts.id)) == []
