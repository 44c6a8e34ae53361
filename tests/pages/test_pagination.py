"""Long lists in pages."""

from __future__ import annotations

import pytest

from casebook.pages.pagination import PER_PAGE, Pagination, paginate

from ..sites.make import many_cases

ADDRESS = "cities/taiyuan/"


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    return many_cases(tmp_path_factory.mktemp("pagination"), 101).library().cases


def test_a_page_holds_fifty():
    assert PER_PAGE == 50


@pytest.mark.parametrize(
    ("count", "on_each_page"),
    [(0, [0]), (1, [1]), (50, [50]), (51, [50, 1]), (100, [50, 50]), (101, [50, 50, 1])],
)
def test_pages_of_a_list(cases, count, on_each_page):
    pages = list(paginate(ADDRESS, cases[:count]))
    assert [len(page.items) for page in pages] == on_each_page
    assert [page.number for page in pages] == list(range(1, len(on_each_page) + 1))
    assert {page.pages for page in pages} == {len(on_each_page)}
    assert {page.count for page in pages} == {count}
    assert tuple(case for page in pages for case in page.items) == cases[:count]


def test_addresses(cases):
    pages = list(paginate(ADDRESS, cases))
    first, second, third = "cities/taiyuan/", "cities/taiyuan/page/2/", "cities/taiyuan/page/3/"
    assert [(page.previous, page.address, page.next) for page in pages] == [
        (None, first, second),
        (first, second, third),
        (second, third, None),
    ]


@pytest.mark.parametrize(
    ("number", "pages", "shown"),
    [
        (1, 1, (1,)),
        (1, 2, (1, 2)),
        (2, 3, (1, 2, 3)),
        (1, 4, (1, 2, None, 4)),
        (1, 9, (1, 2, None, 9)),
        (3, 9, (1, 2, 3, 4, None, 9)),
        (5, 9, (1, None, 4, 5, 6, None, 9)),
        (7, 9, (1, None, 6, 7, 8, 9)),
        (9, 9, (1, None, 8, 9)),
    ],
)
def test_the_numbers_worth_a_link(number, pages, shown):
    assert Pagination(ADDRESS, number, pages, (), 0).shown_numbers == shown
