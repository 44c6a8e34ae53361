"""Rules on numbers, dates, stages and titles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from casebook.content.contents import Bulletin, Case, Content
from casebook.content.library import Library
from casebook.content.model import CaseFields
from casebook.content.problem import Problem
from casebook.content.yaml_tree import Location
from casebook.texts import problems as texts

SHOWN_GAPS = 5
"""The maximum of missing numbers in a message."""


def expected_count(library: Library, today: date) -> Iterator[Problem]:
    """Case files, including drafts, and omitted cases add up to the bulletin's `expected`."""
    for bulletin in library.bulletins:
        expected, omitted = bulletin.fields.expected, len(bulletin.fields.omitted)
        numbers = _numbers(library, bulletin)
        if len(numbers) + omitted != expected:
            known = {*numbers, *(item.number for item in bulletin.fields.omitted)}
            missing = (number for number in range(1, expected + 1) if number not in known)
            numbers_missing = [f"{number:02}" for number in islice(missing, SHOWN_GAPS)]
            gaps = "、".join(numbers_missing)
            detail = texts.GAPS.format(numbers=gaps) if gaps else ""
            yield bulletin.problem(
                "expected-count",
                ("expected",),
                expected=expected,
                files=len(numbers),
                omitted=omitted,
                detail=detail,
            )


def numbers_as_in_bulletin(library: Library, today: date) -> Iterator[Problem]:
    """Every number of a bulletin is used once, as a file or as omitted, up to `expected`."""
    for bulletin in library.bulletins:
        seen: dict[int, Case] = {}
        for case in library.cases_of(bulletin):
            if case.number in seen:
                yield case.problem(
                    "number-repeated",
                    found=case.number,
                    file=case.document.path,
                    other=seen[case.number].document.path,
                )
            seen.setdefault(case.number, case)
            if not 1 <= case.number <= bulletin.fields.expected:
                yield case.problem(
                    "number-beyond", found=case.number, expected=bulletin.fields.expected
                )
        omitted: set[int] = set()
        for position, item in enumerate(bulletin.fields.omitted):
            location = ("omitted", position, "number")
            if item.number in seen:
                yield bulletin.problem(
                    "number-omitted",
                    location,
                    found=item.number,
                    file=seen[item.number].document.path,
                )
            if item.number in omitted:
                yield bulletin.problem("omitted-repeated", location, found=item.number)
            if item.number > bulletin.fields.expected:
                yield bulletin.problem(
                    "number-beyond", location, found=item.number, expected=bulletin.fields.expected
                )
            omitted.add(item.number)


def folder_matches_published(content: Content) -> Iterator[Problem]:
    """The name of a bulletin's folder begins with its date of publication."""
    if not isinstance(content, Bulletin):
        return
    folder, published = content.id[:10], content.fields.published.isoformat()
    if folder != published:
        yield content.problem("published-folder", ("published",), found=published, folder=folder)


def dates_not_in_future(library: Library, today: date) -> Iterator[Problem]:
    """No date of publication, case, update, correction or withdrawal is after today."""
    for bulletin in library.bulletins:
        if bulletin.fields.published > today:
            yield bulletin.problem(
                "date-in-future", ("published",), found=bulletin.fields.published, today=today
            )
    for case in library.cases:
        for location, day, found in _happened(case.fields):
            if day > today:
                yield case.problem("date-in-future", location, found=found, today=today)


def _happened(fields: CaseFields) -> Iterator[tuple[Location, date, object]]:
    """The dates of a case that must not be in the future: location, first day, value."""
    yield ("date",), fields.date.first_day, fields.date
    for number, update in enumerate(fields.updates):
        yield ("updates", number, "date"), update.date.first_day, update.date
    for number, correction in enumerate(fields.corrections):
        yield ("corrections", number, "date"), correction.date, correction.date
    if fields.withdrawn:
        yield ("withdrawn", "date"), fields.withdrawn.date, fields.withdrawn.date


def date_before_bulletin(library: Library, today: date) -> Iterator[Problem]:
    """The date of a case is not after the publication of its bulletin."""
    for case in library.cases:
        published = case.bulletin.fields.published
        if published < case.date.first_day <= today:
            yield case.problem(
                "date-after-bulletin", ("date",), found=case.date, published=published
            )


def updates_in_order(content: Content) -> Iterator[Problem]:
    """Updates are sorted by date, none before the case, and no stage goes back."""
    if not isinstance(content, Case) or content.is_notice:
        return
    earlier, code = content.date, "updates-before-case"
    stage, step = content.fields.stage, content.fields.step
    for position, update in enumerate(content.fields.updates):
        if update.date.last_day < earlier.first_day:
            yield content.problem(
                code, ("updates", position, "date"), found=update.date, earlier=earlier
            )
        if not (step.may_go_on_to(update.stage) if step else update.stage.may_follow(stage)):
            yield content.problem(
                "stage-backwards",
                ("updates", position, "stage"),
                found=update.stage.value,
                earlier=stage.value,
            )
        earlier, code = update.date, "updates-order"
        stage, step = update.stage, update.step


def withdrawal_whole(content: Content) -> Iterator[Problem]:
    """A withdrawn case has a `withdrawn` with date and reason, and no other case has one."""
    if not isinstance(content, Case):
        return
    fields = content.fields
    if content.is_withdrawn and fields.withdrawn is None:
        yield content.problem("withdrawal-missing", ("status",))
    elif fields.withdrawn is not None and not content.is_withdrawn:
        yield content.problem(
            "withdrawal-without-status", ("withdrawn",), found=fields.status.value
        )


def titles_differ(library: Library, today: date) -> Iterator[Problem]:
    """No two cases have the same title: an error within a bulletin, a warning across bulletins."""
    first: dict[str, Case] = {}
    for case in sorted(library.cases, key=lambda case: case.id):
        other = first.setdefault(case.title, case)
        if other is not case and not linked(case, other):
            same = other.bulletin is case.bulletin
            yield case.problem(
                "title-in-bulletin" if same else "title-elsewhere",
                ("title",),
                file=other.document.path,
            )


def linked(one: Case, other: Case) -> bool:
    """Whether two cases of different bulletins are linked by `related` or `also_in`."""
    return one.bulletin is not other.bulletin and any(
        there.id in here.fields.related
        or there.bulletin.id in {item.bulletin for item in here.fields.also_in}
        for here, there in ((one, other), (other, one))
    )


def _numbers(library: Library, bulletin: Bulletin) -> list[int]:
    """The numbers of a bulletin's case files, including broken ones."""
    prefix = f"cases/{bulletin.id}/"
    unread = [
        int(uri.removeprefix(prefix).removesuffix(".md"))
        for uri in library.broken
        if uri.startswith(prefix) and not uri.endswith("/index.md")
    ]
    return [*(case.number for case in library.cases_of(bulletin)), *unread]


OF_CONTENT = (folder_matches_published, updates_in_order, withdrawal_whole)

OF_LIBRARY = (
    expected_count,
    numbers_as_in_bulletin,
    dates_not_in_future,
    date_before_bulletin,
    titles_differ,
)
