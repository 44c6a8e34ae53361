"""Former addresses of cases, bulletins, hand-written pages and lists lead on."""

from __future__ import annotations

import pytest

from casebook.content.url_ledger import ledger_text
from casebook.pages.redirects import emptied_lists
from casebook.pages.site import Site, build_site

BULLETIN = "2024-09-01-shanxi"
FORMER = "2024-08-31-shanxi"


def record(content, *addresses: str) -> None:
    (content.cases / "addresses.txt").write_text(ledger_text(addresses), encoding="utf-8")


def page_at(site: Site, address: str):
    (page,) = (page for page in site.pages if page.address == address)
    return page


def test_a_bulletin_takes_its_cases_along(content):
    content.case(f"{BULLETIN}/01")
    content.case(f"{BULLETIN}/02", aliases=["2023-01-01-shanxi/05"])
    content.bulletin(BULLETIN, aliases=[FORMER])
    assert dict(build_site(content.library()).redirects) == {
        "cases/2023-01-01-shanxi/05/": f"cases/{BULLETIN}/02/",
        f"cases/{FORMER}/": f"cases/{BULLETIN}/",
        f"cases/{FORMER}/01/": f"cases/{BULLETIN}/01/",
        f"cases/{FORMER}/02/": f"cases/{BULLETIN}/02/",
    }


def test_a_case_that_claims_an_address_of_a_former_bulletin_has_it(content):
    """The cases of a bulletin were numbered anew when its folder got another name."""
    content.case(f"{BULLETIN}/01", aliases=[f"{FORMER}/02"])
    content.case(f"{BULLETIN}/02", aliases=[f"{FORMER}/01"])
    content.bulletin(BULLETIN, aliases=[FORMER])
    moved = dict(build_site(content.library()).redirects)
    assert moved[f"cases/{FORMER}/01/"] == f"cases/{BULLETIN}/02/"
    assert moved[f"cases/{FORMER}/02/"] == f"cases/{BULLETIN}/01/"


def test_drafts_have_no_former_addresses(content):
    content.case(f"{BULLETIN}/01", status="draft", aliases=["2023-01-01-shanxi/05"])
    content.bulletin(BULLETIN, aliases=[FORMER])
    assert build_site(content.library()).redirects == ()


def test_a_withdrawn_case_keeps_its_former_addresses(content):
    content.case(
        f"{BULLETIN}/01",
        status="withdrawn",
        withdrawn={"date": "2024-12-01", "reason": "事实需要核实"},
        aliases=["2023-01-01-shanxi/05"],
    )
    site = build_site(content.library())
    page = page_at(site, "cases/2023-01-01-shanxi/05/")
    assert page.view == {
        "target": f"cases/{BULLETIN}/01/",
        "target_title": f"{BULLETIN}涉网典型案例通报第1起案例（已撤回）",
        "is_above": False,
    }


def test_hand_written_pages_name_where_they_stood(content):
    content.case(f"{BULLETIN}/01")
    content.page("tips.md", "防范提示", moved_from=["advice/how-to/", "advice"])
    content.offence("fraud", "诈骗", moved_from=["offences/scams/"])
    site = build_site(content.library())
    assert dict(site.redirects) == {
        "offences/scams/": "offences/fraud/",
        "advice/how-to/": "tips/",
        "advice/": "tips/",
    }
    page = page_at(site, "advice/how-to/")
    assert (page.template, page.title, page.canonical) == (
        "moved.html",
        "advice/how-to：地址已更改",
        "tips/",
    )


def test_a_list_that_lists_nothing_any_more_leads_to_the_one_above(content):
    content.case(f"{BULLETIN}/01", date="2024-05", city="太原市", district="晋源区")
    ever = ("dates/2023/", "dates/2024/04/", "cities/taiyuan/xiaodian/", "cities/chongqing/")
    record(content, *ever, "stages/charged/", "dates/2024/05/", "about/")
    site = build_site(content.library())
    assert dict(site.redirects) == {
        "dates/2023/": "dates/",
        "dates/2024/04/": "dates/2024/",
        "cities/taiyuan/xiaodian/": "cities/taiyuan/",
        "cities/chongqing/": "cities/",
        "stages/charged/": "stages/",
    }
    page = page_at(site, "dates/2024/04/")
    assert page.view == {"target": "dates/2024/", "target_title": "2024年案例", "is_above": True}


@pytest.mark.parametrize(
    "address",
    [
        "cases/2023-01-01-shanxi/05/",
        "cases/2023-01-01-shanxi/",
        "offences/scams/",
        "events/park/",
        "about/",
        "cities/",
        "cities/taiyuan/feed.xml",
        "api/v1/cases.json",
    ],
)
def test_nothing_but_a_list_leaves_unnoticed(address):
    assert emptied_lists([address], {""}, {}) == {}


def test_a_list_of_charges_leads_to_its_group():
    known = {"", "offences/", "offences/hacking/"}
    assert emptied_lists(["offences/hacking/damage/"], known, {}) == {
        "offences/hacking/damage/": "offences/hacking/"
    }


def test_a_list_below_a_group_that_moved_leads_to_where_it_went(content):
    content.case(f"{BULLETIN}/01")
    content.offence("fraud", "诈骗", moved_from=["offences/scams/"])
    record(content, "offences/scams/", "offences/scams/swindle/")
    site = build_site(content.library())
    assert dict(site.redirects) == {
        "offences/scams/": "offences/fraud/",
        "offences/scams/swindle/": "offences/fraud/",
    }
