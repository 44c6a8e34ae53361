"""The quiz: which groups have cards, where they stand and what leads on."""

from __future__ import annotations

from casebook.pages.page import HOME, QUIZ, ColumnMeta, SitePage
from casebook.pages.quiz import quiz_key, quiz_pages
from casebook.schema.term_keys import Key, offence_key

from ..sites.make import Content


def card(question: str = "问") -> dict[str, object]:
    return {"question": question, "options": ["甲", "乙"], "answer": "乙", "why": "因为"}


def made(content: Content) -> list[SitePage]:
    content.case("2024-09-01-shanxi/01")
    return [*quiz_pages(content.library())]


def test_without_cards_there_is_the_page_of_all_groups_alone(content):
    (page,) = made(content)
    assert (page.address, page.template, page.title) == ("quiz/", "quizzes.html", "知识翻翻卡")
    assert page.summary == "先选一选，再翻开看答案。共0张卡片，适合课堂和家庭一起用。"
    assert page.breadcrumbs == (HOME,)
    assert page.view == {"quizzes": []}


def test_a_group_has_a_page_only_with_cards(content):
    content.offence("rumor", "网络谣言", quiz=[card()])
    content.case("2024-09-01-shanxi/01")
    library = content.library()
    keys = {group.slug: quiz_key(group) for group in library.offences}
    assert keys == {
        "hacking": None,
        "posters": None,
        "rumor": Key("quiz/rumor/", "网络谣言翻翻卡"),
    }


def test_the_page_of_all_groups_names_those_with_cards_in_their_order(content):
    content.offence("rumor", "网络谣言", order=5, quiz=[card()])
    content.offence("fraud", "电信网络诈骗", order=4, quiz=[card(), card("再问")])
    first = made(content)[0]
    assert [(group.slug, key.address) for group, key in first.view["quizzes"]] == [
        ("fraud", "quiz/fraud/"),
        ("rumor", "quiz/rumor/"),
    ]
    assert first.summary == "先选一选，再翻开看答案。共3张卡片，适合课堂和家庭一起用。"


def test_a_groups_page_shows_its_cards_and_leads_to_the_group(content):
    content.offence("fraud", "电信网络诈骗", aliases=["诈骗"], quiz=[card(), card("再问")])
    _, page = made(content)
    group = page.view["offence"]
    assert (page.address, page.template, page.title) == (
        "quiz/fraud/",
        "quiz.html",
        "电信网络诈骗翻翻卡",
    )
    assert page.summary == "关于电信网络诈骗的2道小题，先选一选，再翻开看答案。"
    assert page.breadcrumbs == (HOME, QUIZ)
    assert page.column == ColumnMeta("防范知识", ("诈骗",))
    assert page.view["offence_key"] == offence_key(group)
    cards = [(card.question, card.options, card.answer, card.why) for card in group.fields.quiz]
    assert cards == [("问", ("甲", "乙"), "乙", "因为"), ("再问", ("甲", "乙"), "乙", "因为")]


def test_each_group_leads_on_to_the_next_and_the_last_to_the_first(content):
    for order, slug in enumerate(("one", "two", "three"), 4):
        content.offence(slug, f"类型{slug}", order=order, quiz=[card()])
    following = {page.address: page.view["next_quiz"] for page in made(content)[1:]}
    assert {address: key.address for address, key in following.items()} == {
        "quiz/one/": "quiz/two/",
        "quiz/two/": "quiz/three/",
        "quiz/three/": "quiz/one/",
    }


def test_a_single_group_leads_on_to_no_other(content):
    content.offence("one", "网络谣言", quiz=[card()])
    _, page = made(content)
    assert page.view["next_quiz"] is None
