"""What the search finds, in a real browser: the right cases, all of them, and nothing else.

Two figures tell it, each over a whole set of queries. Recall: of the cases that are right, as many
as fit among the first ten, the share that is there. Precision: of the first ten, the share that is
right. Where a query has nothing to find, to find nothing is both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Page

from casebook.content.contents import Case
from casebook.content.files import Folders
from casebook.content.library import Library
from casebook.content.loader import load

from ..bench.synthetic import write
from ..sites.building import BuiltSite, built
from ..sites.serving import serving
from .asking import (
    SEARCH,
    TOP,
    Answer,
    addressed,
    first_hits,
    holds,
    letters,
    listed,
    paragraphs,
    right,
    shares,
    shares_of,
    stands_under,
    typed,
)
from .conftest import Devices, Heard, assert_silent
from .search_queries import FILTERED, PUBLISHED, SYNTHETIC, Expected

ROOT = Path(__file__).parents[2]
LEAST_RECALL, LEAST_PRECISION = 0.99, 0.97
CASES, SEED = 400, 7
PIECES = 300


@dataclass(frozen=True)
class Asked:
    """A query with the answer, and the cases that are right."""

    query: object
    answer: Answer
    cases: frozenset[str]

    @property
    def recall(self) -> float:
        hits = set(self.answer.hits[:TOP])
        return len(hits & self.cases) / min(TOP, len(self.cases)) if self.cases else not hits

    @property
    def precision(self) -> float:
        hits = self.answer.hits[:TOP]
        return len(self.cases.intersection(hits)) / len(hits) if hits else not self.cases

    @property
    def is_right(self) -> bool:
        return self.recall == self.precision == 1

    @property
    def is_perfect(self) -> bool:
        return self.is_right and self.answer.number == len(self.cases)

    def __str__(self) -> str:
        missing = sorted(self.cases.difference(self.answer.hits))[:TOP]
        wrong = [hit for hit in self.answer.hits[:TOP] if hit not in self.cases]
        return f"{self.query}: {self.answer.status} right {len(self.cases)}, {missing=}, {wrong=}"


def assert_good(all_asked: Sequence[Asked]) -> None:
    """The figures of a set of queries; if they are too low, with each query that is not perfect."""
    recall, precision = (
        sum(figures) / len(all_asked)
        for figures in zip(*((one.recall, one.precision) for one in all_asked), strict=True)
    )
    imperfect = "".join(f"\n  {one}" for one in all_asked if not one.is_perfect)
    told = f"{len(all_asked)} queries: {recall=:.4f} {precision=:.4f}{imperfect}"
    assert recall >= LEAST_RECALL, told
    assert precision >= LEAST_PRECISION, told
    miscounted = [one for one in all_asked if one.is_right and not one.is_perfect]
    assert miscounted == [], told


@pytest.fixture(scope="session")
def synthetic_folder(build_once: Callable[..., BuiltSite]) -> Path:
    """A site of hundreds of made-up cases, beside which the cases lie."""

    def build(root: Path) -> None:
        write(root / "cases", CASES, SEED)
        built(root / "site", cases=root / "cases")

    return build_once("synthetic", build).folder


@pytest.fixture(scope="session")
def synthetic_address(synthetic_folder: Path) -> Iterator[str]:
    with serving(synthetic_folder, "/anli/") as found:
        yield found


@pytest.fixture(scope="session")
def synthetic(synthetic_folder: Path) -> Library:
    cases = synthetic_folder.parent / "cases"
    return load(Folders(cases=cases, docs=ROOT / "docs", root=ROOT))[0]


@pytest.fixture
def opened(devices: Devices) -> Iterator[Callable[[str], Page]]:
    """Opens the search page of a site; nothing may be heard of it."""
    all_heard = []
    with ExitStack() as borrowed:

        def open_page(address: str) -> Page:
            heard = Heard(address)
            all_heard.append(heard)
            page = borrowed.enter_context(devices.lent(heard, {"phone": False})).new_page()
            page.goto(address + SEARCH)
            return page

        yield open_page
    for heard in all_heard:
        assert_silent(heard)


# The published cases


def test_what_readers_type_finds_what_they_mean(opened, address):
    page = opened(address)
    asked = [Asked(one, typed(page, one.q), one.cases) for one in PUBLISHED]
    assert_good(asked)
    assert [one for one in asked if one.is_right and _mixed(one)] == []


def test_filters_and_order_in_the_address_hold(opened, address):
    page = opened(address)
    asked = [Asked(one, addressed(page, one.q, one.chosen), one.cases) for one in FILTERED]
    assert_good(asked)
    assert [one for one in asked if one.is_right and _mixed(one)] == []


def _mixed(asked: Asked) -> bool:
    """Whether a case stands before one that should come before it."""
    assert isinstance(asked.query, Expected)
    ranks = asked.query.ranks
    order = [next(at for at, rank in enumerate(ranks) if hit in rank) for hit in asked.answer.hits]
    return order != sorted(order)


@pytest.mark.parametrize(
    ("q", "chosen"),
    [
        ("水军", {"city": "taiyuan", "stage": "detained"}),
        ("账号", {"offence": "personal-info"}),
        ("账号", {"year": "2024", "offence": "personal-info", "city": "shanxi"}),
        ("太原", {"year": "2024-05", "stage": "transferred"}),
    ],
)
def test_filters_count_what_would_be_found(opened, address, library, q, chosen):
    (expected,) = (one for one in PUBLISHED if one.q == q)
    page = opened(address)
    addressed(page, q, chosen)
    assert shares(page) == shares_of(listed(library), expected.cases, chosen)


def test_any_piece_of_a_case_finds_it(opened, address, library):
    assert _lost(opened(address), address, library) == []


# Hundreds of made-up cases


def test_hundreds_of_cases_are_found_too(opened, synthetic_address, synthetic):
    page = opened(synthetic_address)
    cases = listed(synthetic)
    asked = [Asked(q, typed(page, q), frozenset(right(cases, words))) for q, words in SYNTHETIC]
    assert_good(asked)


@pytest.mark.parametrize(
    ("q", "chosen"),
    [
        ("", {"city": "shanxi", "offence": "telecom-fraud"}),
        ("小程序", {"city": "taiyuan"}),
        ("小程序", {"offence": "paid-posters", "year": "2023"}),
        ("查获电话卡", {"city": "guangdong", "stage": "measures"}),
        ("2023年", {"city": "shanxi", "stage": "measures", "year": "2023"}),
    ],
)
def test_filters_count_and_dates_sort_hundreds(opened, synthetic_address, synthetic, q, chosen):
    cases = listed(synthetic)
    found = right(cases, [(q,)])
    wanted = [case.id for case in cases if case.id in found and stands_under(case, chosen)]
    page = opened(synthetic_address)
    answer = addressed(page, q, chosen | {"sort": "date"})
    assert (answer.number, answer.hits) == (len(wanted), wanted[: len(answer.hits)])
    assert shares(page) == shares_of(cases, found, chosen)


def test_any_piece_of_hundreds_of_cases_finds_one(opened, synthetic_address, synthetic):
    assert _lost(opened(synthetic_address), synthetic_address, synthetic) == []


def _lost(page: Page, address: str, library: Library) -> list[tuple[str, str | None]]:
    """Pieces of texts for which no case, or one that does not hold them, comes first."""
    pieces = _pieces(listed(library), Random(SEED))
    firsts = first_hits(page, address, pieces)
    found = (
        (piece, library.case(first or "")) for piece, first in zip(pieces, firsts, strict=True)
    )
    return [(piece, case.id if case else None) for piece, case in found if not _is_in(piece, case)]


def _is_in(piece: str, case: Case | None) -> bool:
    """Whether a case holds a piece; 4万余元 is an answer to 4万元, too."""
    if case is None:
        return False
    amount = case.fields.amount and case.fields.amount.amount
    is_amount = amount is not None and letters(piece) == letters(amount.text.replace("余", ""))
    return holds(case, piece) or is_amount


def _pieces(cases: Iterable[Case], random: Random) -> list[str]:
    """Two to eight characters from anywhere in a title, summary or paragraph, whatever they cut."""
    texts = [
        text for case in cases for text in (case.title, case.fields.summary, *paragraphs(case))
    ]
    pieces: list[str] = []
    while len(pieces) < PIECES:
        text = random.choice(texts)
        start = random.randrange(len(text))
        piece = text[start : start + random.randint(2, 8)]
        if len(letters(piece)) > 1:
            pieces.append(piece)
    return pieces
