"""Asking the search page, and what it should have said.

What a case says is put together here from its fields and its text, and compared by a rule of its
own: nothing of the engine is used to judge it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from urllib.parse import urlencode

from playwright.sync_api import Page

from casebook.content.contents import Case
from casebook.content.library import Library
from casebook.pages.search import LONG
from casebook.places.gazetteer import gazetteer

from .search_queries import OF_AMOUNT, OF_GROUP, Word

Shares = dict[str, dict[str, tuple[str, int]]]
"""By facet and key the title of a term and the number of its cases."""

SEARCH = "search/"
TOP = 10

# As the field and its form do it, and as the back button does it; the page itself does the rest.
TYPE = """(q) => {
  const form = document.querySelector("form.search");
  form.elements.q.value = q;
  form.requestSubmit();
}"""
STEP = """(query) => {
  window.history.pushState(null, "", `?${query}`);
  window.dispatchEvent(new PopStateEvent("popstate"));
}"""

# The answer to what stands in the address now, once it is there.
ANSWER = """async (asked) => {
  const results = document.getElementById("results");
  const count = document.querySelector(".results__count");
  const stands = () => {
    const values = new URLSearchParams(window.location.search);
    const isAsked = Object.entries(asked).every(([name, value]) => values.get(name) === value);
    return isAsked && !results.hasAttribute("aria-busy") && count.textContent;
  };
  const end = performance.now() + 15000;
  while (!stands()) {
    if (performance.now() > end) throw new Error(`No answer: ${JSON.stringify(asked)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const links = [...document.querySelectorAll(".results__list > li > a")];
  return {
    status: count.textContent,
    hits: links.map((link) => new URL(link.href).pathname.split("/").slice(-3, -1).join("/")),
  };
}"""

# What each filter offers: the title and the number of cases by the key.
SHARES = """() => {
  const filters = [...document.querySelectorAll("select[data-facet]")];
  const shares = (filter) => [...filter.options].slice(1).map((option) => {
    const [, title, number] = option.textContent.trim().match(/^(.*)（([0-9]+)）$/);
    return [option.value, [title, Number(number)]];
  });
  return Object.fromEntries(filters.map((one) => [one.name, Object.fromEntries(shares(one))]));
}"""

# The case that comes first for each query, by the engine without its page.
FIRST_HITS = """async ([root, queries]) => {
  const modules = new URL("js/search/", document.querySelector("link[rel=stylesheet]").href);
  const { open } = await import(new URL("index.js", modules));
  const { find } = await import(new URL("matcher.js", modules));
  const index = await open(`${root}search/`);
  return Promise.all(queries.map(async (query) => {
    const { weights } = await find(index, query);
    const [best] = [...weights].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    return best ? (await index.shown(best[0])).id : null;
  }));
}"""


@dataclass(frozen=True)
class Answer:
    """What the page shows."""

    status: str
    hits: list[str]
    """The ids of the cases in their order, as many as are shown at a time."""

    @property
    def number(self) -> int:
        """How many cases were found, as the status says."""
        match = re.search("[0-9]+", self.status)
        return int(match[0]) if match else 0


def typed(page: Page, q: str) -> Answer:
    """Types a query on the open search page, where nothing else is chosen.

    Without the keys, which cost more time than the answers; what keys do is in test_search.py.
    """
    page.evaluate(TYPE, q)
    return _answer(page, {"q": q.strip()})


def addressed(page: Page, q: str, chosen: dict[str, str]) -> Answer:
    """Goes to the address of a query on the open search page."""
    asked = ({"q": q} if q else {}) | chosen
    page.evaluate(STEP, urlencode(asked))
    return _answer(page, asked)


def _answer(page: Page, asked: dict[str, str]) -> Answer:
    return Answer(**page.evaluate(ANSWER, asked))


def shares(page: Page) -> Shares:
    """What the filters offer beside the answer that stands."""
    said = page.evaluate(SHARES)
    return {
        name: {key: tuple(one) for key, one in offered.items()} for name, offered in said.items()
    }


def first_hits(page: Page, address: str, queries: list[str]) -> list[str | None]:
    """The case that comes first for each query, None where there is none."""
    found: list[str | None] = page.evaluate(FIRST_HITS, [address, queries])
    return found


# What is right


def listed(library: Library) -> tuple[Case, ...]:
    """The cases that stand in lists, the newest first."""
    kept = (case for case in library.cases if not case.is_withdrawn and not case.is_draft)
    return tuple(sorted(kept, key=lambda case: case.newest_first))


@cache
def texts_of(case: Case) -> tuple[str, ...]:
    """All that a reader of the case may have read, each text by itself."""
    return tuple(_texts_of(case))


def _texts_of(case: Case) -> Iterator[str]:
    fields = case.fields
    yield case.title
    yield fields.summary
    yield from paragraphs(case)
    yield case.date.chinese
    for place in case.places:
        above = place.province.name if place.parent else ""
        yield f"{above}{place.name}{case.district.name if case.district else ''}"
    yield from (group.title for group in case.offences)
    yield case.stage.value
    yield "、".join(charge.name for charge in case.charges)
    yield fields.agency or ""
    yield f"{fields.amount_label}{fields.amount.amount}" if fields.amount else ""
    yield from (f"{label}{text}" for label, text in fields.figures.items())
    yield from (update.note or "" for update in fields.updates)
    yield from (correction.note for correction in fields.corrections)


def paragraphs(case: Case) -> list[str]:
    """Headings and paragraphs; the cases have no other Markdown."""
    return [part.lstrip("# ") for part in case.body.strip().split("\n\n")]


@cache
def letters(text: str) -> str:
    """The letters and digits of a text, compatibility forms and capitals as the plain ones."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return "".join(one for one in plain if unicodedata.category(one)[0] in "LN")


def holds(case: Case, text: str) -> bool:
    """Whether the text stands anywhere in the case, punctuation and spaces passed over."""
    return any(letters(text) in letters(one) for one in texts_of(case))


def right(cases: Iterable[Case], words: Iterable[Word]) -> set[str]:
    """The ids of the cases that are right for every word."""
    wanted = tuple(words)
    return {case.id for case in cases if wanted and all(_is_right(case, one) for one in wanted)}


def _is_right(case: Case, word: Word) -> bool:
    return any(_is_meant(case, way) for way in word)


def _is_meant(case: Case, way: str) -> bool:
    if way.startswith(OF_GROUP):
        return way.removeprefix(OF_GROUP) in {group.slug for group in case.offences}
    if way.startswith(OF_AMOUNT):
        amount = case.fields.amount and case.fields.amount.amount
        wanted = Decimal(way.removeprefix(OF_AMOUNT))
        return amount is not None and wanted in (amount.yuan, amount.upper)
    return any(_says(text, way) for text in texts_of(case))


def _says(text: str, writing: str) -> bool:
    """Whether a writing stands in a text, a number never as a part of a longer one."""
    plain = _plain(text)
    if writing not in plain:
        return False
    before = r"(?<!\d)(?<!\d\.)" if writing[:1].isdigit() else ""
    after = r"(?!\.?\d)" if writing[-1:].isdigit() else ""
    return re.search(f"{before}{re.escape(writing)}{after}", plain) is not None


@cache
def _plain(text: str) -> str:
    """Without spaces and punctuation, but with the decimal points of numbers."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"(?<=\d),(?=\d)|(?<!\d)[.,]|[.,](?!\d)|[^\w.,]", "", plain)


def shares_of(cases: Iterable[Case], found: Collection[str], chosen: dict[str, str]) -> Shares:
    """What each filter offers over the found among all cases, all other filters as chosen."""
    offered: Shares = {}
    for case in cases:
        terms = _terms(case)
        for facet, own in terms.items():
            others = ((name, key) for name, key in chosen.items() if name != facet)
            is_counted = case.id in found and all(key in terms[name] for name, key in others)
            numbers = offered.setdefault(facet, {})
            for key, title in own.items():
                numbers[key] = (title, numbers.get(key, (title, 0))[1] + is_counted)
    return {
        facet: {
            key: one
            for key, one in numbers.items()
            if (one[1] or chosen.get(facet) == key)
            and (len(numbers) <= LONG or _branch(key) in (None, _branch_of(chosen.get(facet, ""))))
        }
        for facet, numbers in offered.items()
    }


def _branch_of(chosen: str) -> str:
    """The key of the first level that is chosen, itself or below."""
    return _branch(chosen) or chosen


@cache
def _branch(key: str) -> str | None:
    """The key of the first level above a city, a district of a municipality or a month."""
    china = gazetteer()
    above, _, own = key.partition("-")
    cities = (city for name in china.city_names if (city := china.city(name)))
    provinces = {city.slug: city.province.slug for city in cities}
    if provinces.get(key, key) != key:
        return provinces[key]
    return above if own else None


def stands_under(case: Case, chosen: dict[str, str]) -> bool:
    """Whether a case has every term that is chosen."""
    return all(key in _terms(case)[facet] for facet, key in chosen.items())


def _terms(case: Case) -> dict[str, dict[str, str]]:
    """The terms that a case stands under, by facet and key, with their titles."""
    day = case.date
    dates = {f"{day.year}": f"{day.year}年"}
    if day.month:
        dates[f"{day.year}-{day.month:02}"] = f"{day.year}年{day.month}月"
    return {
        "city": dict(_places(case)),
        "offence": {group.slug: group.title for group in case.offences},
        "year": dates,
        "stage": {case.stage.slug: case.stage.value},
    }


def _places(case: Case) -> Iterator[tuple[str, str]]:
    """Provinces and cities; below a municipality, which has no cities, its districts."""
    for place in case.places:
        yield place.province.slug, place.province.name
        if place.parent:
            yield place.slug, place.name
        elif case.district:
            yield f"{place.slug}-{case.district.slug}", case.district.name
