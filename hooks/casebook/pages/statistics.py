"""The statistics page: case counts by month, city, group and stage, with notes on exclusions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from casebook.content.contents import Case
from casebook.pages.page import HOME, STATISTICS, ColumnMeta, SitePage
from casebook.pages.taxonomy import Term
from casebook.places.gazetteer import Level, Place
from casebook.texts import pages as texts


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart of case counts; each row is a term and links to its list."""

    id: str
    title: str
    unit: str
    """What a row is; the heading of the first column."""
    rows: tuple[Term, ...]
    notes: tuple[str, ...]
    """How cases were counted, and which were excluded."""

    @property
    def highest(self) -> int:
        """The count of the longest bar."""
        return max((term.count for term in self.rows), default=0)

    def percent(self, term: Term) -> str:
        """The length of a bar in percent of the longest, to one decimal."""
        return f"{100 * term.count / self.highest:.1f}"


def statistics_page(
    cases: Sequence[Case], places: Term, offences: Term, dates: Term, stages: Term
) -> SitePage:
    """The page of all charts; they count cases only, never people or money."""
    charts = (
        _by_month(cases, dates),
        _by_city(cases, places),
        _by_group(cases, offences),
        _by_stage(cases, stages),
    )
    return SitePage(
        address=STATISTICS.address,
        template="statistics.html",
        title=STATISTICS.title,
        summary=texts.STATISTICS_SUMMARY,
        breadcrumbs=(HOME,),
        column=ColumnMeta(texts.CASES_COLUMN),
        view={"charts": charts, "case_count": len(cases)},
    )


def months(dates: Term) -> Iterator[Term]:
    """The months that have cases, newest first."""
    return (month for year in dates.children for month in year.children)


def cities(places: Term) -> Iterator[Term]:
    """The cities that have cases; a municipality is its own city."""
    for province in places.children:
        below = [term for term in province.children if _is_city(term)]
        yield from (city for city in below or (province,) if city.count)


def _is_city(term: Term) -> bool:
    """Whether a term below a province is a city; below a municipality it is a district."""
    return isinstance(term.key.of, Place) and term.key.of.level is Level.CITY


def _by_month(cases: Sequence[Case], dates: Term) -> Chart:
    without = sum(case.date.month is None for case in cases)
    left_out = texts.WITHOUT_MONTH.format(count=without) if without else texts.ALL_HAVE_MONTH
    unlisted = texts.ONLY_WITH_CASES.format(kind=texts.MONTH_UNIT)
    notes = (texts.EACH_ONCE, left_out, unlisted)
    return Chart("months", texts.BY_MONTH, texts.MONTH_UNIT, tuple(months(dates)), notes)


def _by_city(cases: Sequence[Case], places: Term) -> Chart:
    rows = sorted(cities(places), key=lambda city: -city.count)
    of_province = sum(not case.has_city for case in cases)
    left_out = texts.WITHOUT_CITY.format(count=of_province) if of_province else texts.ALL_HAVE_CITY
    notes = (left_out, *_several(cases, texts.CITY, lambda case: case.places))
    unlisted = texts.ONLY_WITH_CASES.format(kind=texts.CITY)
    return Chart("cities", texts.BY_CITY, texts.CITY, tuple(rows), (*notes, unlisted))


def _by_group(cases: Sequence[Case], offences: Term) -> Chart:
    rows = sorted(
        (group for group in offences.children if group.count), key=lambda group: -group.count
    )
    notes = (*_several(cases, texts.GROUP, lambda case: case.offences), texts.OWN_GROUPS)
    unlisted = texts.ONLY_WITH_CASES.format(kind=texts.GROUP)
    return Chart("groups", texts.BY_GROUP, texts.GROUP, tuple(rows), (*notes, unlisted))


def _by_stage(cases: Sequence[Case], stages: Term) -> Chart:
    notices = sum(case.is_notice for case in cases)
    left_out = (texts.WITHOUT_STAGE.format(count=notices),) if notices else ()
    unlisted = texts.ONLY_WITH_CASES.format(kind=texts.STAGE)
    notes = (texts.EACH_ONCE, texts.CURRENT_STAGE, *left_out, unlisted)
    return Chart("stages", texts.BY_STAGE, texts.STAGES, stages.children, notes)


def _several(
    cases: Iterable[Case], kind: str, terms_of: Callable[[Case], Sequence[object]]
) -> Iterator[str]:
    """The note on cases that count in several rows, or that each counts once."""
    count = sum(len(terms_of(case)) > 1 for case in cases)
    yield texts.IN_SEVERAL.format(count=count, kind=kind) if count else texts.EACH_ONCE
