"""The quiz cards, with scripts and without."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from .looking import COLOUR_RULES, LEAST_TARGET, broken_rules, low_targets, overflow

QUIZ = "quiz/personal-info/"


def card(page: Page, number: int) -> Locator:
    return page.locator(".card").nth(number - 1)


def option(of: Locator, *, right: bool) -> Locator:
    """The first right or wrong choice on a card."""
    return of.locator("input[data-right]" if right else "input:not([data-right])").first


def label(of: Locator, choice: Locator) -> Locator:
    return of.locator(f"label[for={choice.get_attribute('id')}]")


def choose(page: Page, number: int, *, right: bool) -> None:
    of = card(page, number)
    label(of, option(of, right=right)).click()
    if page.locator(".is-playful").count():
        # The verdict comes a moment later and moves what stands below.
        expect(of.locator(".verdict")).not_to_be_empty()


def count(page: Page) -> int:
    return page.locator(".card").count()


def test_a_right_choice_turns_its_card(open_page):
    page = open_page(QUIZ)
    choose(page, 1, right=True)
    first = card(page, 1)
    expect(first).to_have_attribute("data-state", "right")
    expect(first.get_by_role("status")).to_have_text("答对了。")
    expect(first.locator(".card__back")).to_be_visible()
    expect(label(first, option(first, right=True))).to_have_class(re.compile("is-right"))
    expect(card(page, 2).locator(".card__back")).to_be_hidden()


def test_a_wrong_choice_tells_the_right_one(open_page):
    page = open_page(QUIZ)
    first = card(page, 1)
    answer = label(first, option(first, right=True))
    choose(page, 1, right=False)
    expect(first).to_have_attribute("data-state", "wrong")
    expect(first.get_by_role("status")).to_have_text(
        f"答错了，正确答案是“{answer.inner_text().strip()}”。"
    )
    expect(answer).to_have_class(re.compile("is-answer"))
    expect(label(first, option(first, right=False))).to_have_class(re.compile("is-wrong"))


def test_the_first_choice_counts(open_page):
    page = open_page(QUIZ)
    first = card(page, 1)
    choose(page, 1, right=False)
    # By force, for Playwright itself would wait until the choice is no longer disabled.
    label(first, option(first, right=True)).click(force=True)
    expect(option(first, right=False)).to_be_checked()
    expect(option(first, right=True)).not_to_be_checked()
    expect(option(first, right=True)).to_have_attribute("aria-disabled", "true")
    expect(first).to_have_attribute("data-state", "wrong")
    option(first, right=True).focus()
    page.keyboard.press("Space")
    expect(option(first, right=False)).to_be_checked()


def test_the_score_stands_at_the_end(open_page):
    page = open_page(QUIZ)
    score = page.locator(".score")
    for number in range(1, count(page) + 1):
        expect(score.locator(".score__text")).to_be_hidden()
        choose(page, number, right=number > 1)
    expect(score.get_by_role("status")).to_have_text(
        re.compile(f"^答对{count(page) - 1}题，共{count(page)}题。.+")
    )
    expect(score.get_by_role("status")).to_be_in_viewport()
    expect(score.locator(".score__static")).to_be_hidden()
    expect(score.get_by_role("heading")).to_be_focused()


def test_every_score_has_its_word(open_page):
    page = open_page(QUIZ)
    words = []
    for right in (True, False):
        for number in range(1, count(page) + 1):
            choose(page, number, right=right)
        status = page.locator(".score__text")
        expect(status).to_have_text(re.compile("。.+"))
        words.append(status.inner_text().partition("。")[2])
        page.get_by_role("button", name="再来一次").click()
    assert words[0] != words[1]


def test_once_more_restores_everything(open_page):
    page = open_page(QUIZ)
    before = page.locator("form.quiz").evaluate("(form) => form.innerHTML")
    for number in range(1, count(page) + 1):
        choose(page, number, right=number % 2 == 0)
    expect(page.locator(".score__text")).not_to_be_empty()
    page.get_by_role("button", name="再来一次").click()
    assert page.locator("input:checked").count() == 0
    expect(card(page, 1).locator("input").first).to_be_focused()
    expect(card(page, 1)).to_be_in_viewport()
    after = page.locator("form.quiz").evaluate("(form) => form.innerHTML")
    assert after.replace(' class=""', "") == before
    choose(page, 1, right=True)
    expect(card(page, 1)).to_have_attribute("data-state", "right")


def test_once_more_at_once_leaves_no_verdict_behind(open_page):
    page = open_page(QUIZ)
    page.evaluate(
        """() => {
          document.querySelector(".card input").click();
          document.querySelector("[type=reset]").click();
        }"""
    )
    page.wait_for_timeout(300)
    expect(page.locator(".verdict").first).to_be_empty()


def test_the_arrow_keys_only_look_and_space_chooses(open_page):
    page = open_page(QUIZ, phone=False)
    first = card(page, 1)
    options = first.locator("input")
    options.first.focus()
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_be_focused()
    assert page.locator("input:checked").count() == 0
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_be_focused()
    page.keyboard.press("Space")
    expect(options.last).to_be_checked()
    expect(options.last).to_be_focused()


def test_digits_and_enter_choose(open_page):
    page = open_page(QUIZ, phone=False)
    card(page, 1).locator("input").first.focus()
    page.keyboard.press("9")
    page.keyboard.press("2")
    expect(card(page, 1).locator("input").nth(1)).to_be_checked()
    page.keyboard.press("1")
    expect(card(page, 1).locator("input").nth(1)).to_be_checked()
    card(page, 2).locator("input").first.focus()
    page.keyboard.press("Enter")
    expect(card(page, 2).locator("input").first).to_be_checked()
    card(page, 3).locator("input").first.focus()
    page.keyboard.press("Control+Enter")
    page.wait_for_timeout(100)
    assert "?" not in page.url


def test_a_choice_that_came_before_the_script_counts(open_page):
    page = open_page(
        QUIZ,
        before="""
        document.addEventListener("readystatechange", () => {
          const right = document.querySelector(".card [data-right]");
          if (right) right.checked = true;
        });
        """,
    )
    expect(card(page, 1)).to_have_attribute("data-state", "right")
    expect(card(page, 1).get_by_role("status")).to_have_text("答对了。")


def test_a_card_turns_only_for_those_who_like_motion(open_page):
    names = []
    for reduced_motion in (False, True):
        page = open_page(QUIZ, reduced_motion=reduced_motion)
        choose(page, 1, right=True)
        names.append(card(page, 1).evaluate("(card) => getComputedStyle(card).animationName"))
    assert names[0] != "none"
    assert names[1] == "none"


def test_answered_cards_are_fit_for_everybody(open_page):
    page = open_page(QUIZ)
    for number in range(1, count(page) + 1):
        choose(page, number, right=number % 2 == 0)
    expect(page.locator(".score__text")).not_to_be_empty()
    looks = [broken_rules(page), low_targets(page, LEAST_TARGET), overflow(page)]
    page.emulate_media(color_scheme="dark")
    assert [*looks, broken_rules(page, COLOUR_RULES)] == [[], [], [], []]


def test_without_scripts_a_choice_opens_the_answer(open_page):
    page = open_page(QUIZ, scripts=False)
    back = card(page, 1).locator(".card__back")
    expect(back).to_be_hidden()
    choose(page, 1, right=False)
    expect(back).to_be_visible()
    expect(back).to_contain_text("答案：")
    expect(page.locator(".score__static")).to_be_visible()
    expect(page.locator(".score__text")).to_be_hidden()
    page.get_by_role("button", name="再来一次").click()
    expect(back).to_be_hidden()
