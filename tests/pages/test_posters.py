"""Posters: two sizes per group, each with the group's advice."""

from __future__ import annotations

from casebook.pages.page import HOME, POSTERS, ColumnMeta, Passage, SitePage
from casebook.pages.posters import poster_keys, poster_pages
from casebook.schema.term_keys import offence_key

from ..sites.make import Content


def made(content: Content) -> list[SitePage]:
    content.case("2024-09-01-shanxi/01")
    return [*poster_pages(content.library())]


def test_every_group_with_advice_has_a_poster_in_two_sizes(content):
    first, *posters = made(content)
    assert [(page.address, page.title, page.summary, page.view["paper"]) for page in posters] == [
        ("posters/posters/a3/", "网络水军展板（A3）", "网络水军的宣传展板，用A3纸打印。", "A3"),
        ("posters/posters/a4/", "网络水军展板（A4）", "网络水军的宣传展板，用A4纸打印。", "A4"),
    ]
    assert (first.address, first.template, first.title) == ("posters/", "posters.html", "宣传展板")
    assert first.breadcrumbs == (HOME,)
    offered = [
        (group.slug, [(size, key.address) for size, key in keys])
        for group, keys in first.view["posters"]
    ]
    assert offered == [
        ("posters", [("A3", "posters/posters/a3/"), ("A4", "posters/posters/a4/")]),
    ]


def test_a_group_without_advice_has_no_poster(content):
    made(content)
    (group,) = (group for group in content.library().offences if group.slug == "hacking")
    assert poster_keys(group) == ()


def test_a_poster_leads_to_its_group(content):
    poster = made(content)[-1]
    group = poster.view["offence"]
    assert (poster.template, group.slug) == ("poster.html", "posters")
    assert poster.view["offence_key"] == offence_key(group)
    assert poster.breadcrumbs == (HOME, POSTERS)
    assert poster.column == ColumnMeta("防范知识")
    assert [key.of for _, key in poster_keys(group)] == [group, group]


def test_a_poster_says_the_advice_of_its_group_and_nothing_else(content):
    texts = {page.address: page.texts for page in made(content)[1:]}
    advice = Passage("- 本类型的提示。", "offences/posters.md")
    assert texts == {
        "posters/posters/a3/": (Passage("", "posters/posters/a3.md"), advice),
        "posters/posters/a4/": (Passage("", "posters/posters/a4.md"), advice),
    }


def test_the_links_and_pictures_of_the_advice_lead_from_its_own_file(content):
    content.page("tips.md", "防范提示")
    (content.docs / "offences/sign.svg").write_text("<svg/>", encoding="utf-8")
    content.offence(
        "fraud",
        "电信网络诈骗",
        body="## 防范提示\n\n见[提示](../tips.md#a)和[黑客](hacking.md)。\n\n![标志](sign.svg)\n",
    )
    texts = {page.address: page.shared for page in made(content)}
    assert texts["posters/fraud/a4/"] == Passage(
        "见[提示](../tips.md#a)和[黑客](hacking.md)。\n\n![标志](sign.svg)", "offences/fraud.md"
    )
