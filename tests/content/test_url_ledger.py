"""The ledger of addresses: read, written, and what it misses in a finished site."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casebook.content.url_ledger import UrlLedger, ledger_text, lost_addresses, parse_ledger

PATH = "cases/addresses.txt"

HEAD = (
    "# 本站发布过的全部网址，由程序登记，只增不减。\n"
    "# 读者收藏、转发、印成二维码的网址要一直能用：少了其中一个，网站就不能发布。\n"
)


def test_it_is_written_sorted_and_each_address_once():
    assert ledger_text(["feed.xml", "about/", "feed.xml"]) == f"{HEAD}about/\nfeed.xml\n"


def test_each_address_has_its_line():
    ledger, problems = parse_ledger(f"{HEAD}about/\n\n  feed.xml  \nabout/\n", PATH)
    assert (dict(ledger.lines), problems) == ({"about/": 3, "feed.xml": 5}, [])


def test_lines_that_are_no_addresses_are_named():
    ledger, problems = parse_ledger(
        "a?b/\n/x/\n>>>>>>> main\n=======\n../x/\na//b\n甲 2024=乙/\n", PATH
    )
    assert dict(ledger.lines) == {"甲 2024=乙/": 7}
    assert [(problem.line, problem.code) for problem in problems] == [
        (line, "ledger-line") for line in range(1, 7)
    ]


def test_what_is_lost_is_named_with_its_line():
    ledger = UrlLedger(PATH, {"about/": 3, "cases/2024-09-01-shanxi/01/": 4, "feed.xml": 5})
    assert [str(problem) for problem in lost_addresses(ledger, ["feed.xml", "about/", "new/"])] == [
        "cases/addresses.txt:4:1: 网址“cases/2024-09-01-shanxi/01/”发布过，这次却没有了。"
        "案例或通报移动了，在新文件的曾用编号（aliases）里写旧编号；手写的页面移动了，在旧地址（moved_from）"
        "里写原来的；案例不再公开，把状态（status）写成 withdrawn，不要删去文件。"
    ]


def test_a_site_that_keeps_all_loses_nothing():
    assert lost_addresses(UrlLedger(PATH, {"about/": 1}), ["about/", "more/"]) == []


segment = st.text("abz019-甲", min_size=1, max_size=5)
address = st.lists(segment, min_size=1, max_size=4).map("/".join)


@given(st.sets(address | address.map(lambda one: f"{one}/")))
def test_what_is_written_is_read_again(addresses):
    ledger, problems = parse_ledger(ledger_text(addresses), PATH)
    assert (set(ledger.lines), problems) == (addresses, [])
