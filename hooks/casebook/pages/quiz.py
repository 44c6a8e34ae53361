"""The quiz: cards with questions on the offence groups, for school classes."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.content.contents import Offence
from casebook.content.library import Library
from casebook.pages.page import HOME, QUIZ, ColumnMeta, SitePage
from casebook.pages.share_picture import picture_of
from casebook.schema.term_keys import Key, offence_key
from casebook.texts import pages as texts


def quiz_key(group: Offence) -> Key | None:
    """The key of a group's page of quiz cards; None if it has no cards."""
    if not group.fields.quiz:
        return None
    return Key(f"{QUIZ.address}{group.slug}/", texts.GROUP_QUIZ.format(title=group.title))


def quiz_pages(library: Library) -> Iterator[SitePage]:
    """The index page of all groups with cards, then a page of cards for each of them."""
    keys = [(group, key) for group in library.offences if (key := quiz_key(group))]
    count = sum(len(group.fields.quiz) for group, _ in keys)
    yield SitePage(
        address=QUIZ.address,
        template="quizzes.html",
        title=QUIZ.title,
        summary=texts.QUIZ_SUMMARY.format(count=count),
        breadcrumbs=(HOME,),
        column=ColumnMeta(texts.KNOWLEDGE_COLUMN),
        view={"quizzes": keys},
    )
    for (group, key), following in zip(keys, [*keys[1:], *keys[:1]], strict=True):
        yield _quiz_page(library, group, key, following[1])


def _quiz_page(library: Library, group: Offence, key: Key, following: Key) -> SitePage:
    return SitePage(
        address=key.address,
        template="quiz.html",
        title=key.title,
        summary=texts.GROUP_QUIZ_SUMMARY.format(title=group.title, count=len(group.fields.quiz)),
        breadcrumbs=(HOME, QUIZ),
        column=ColumnMeta(texts.KNOWLEDGE_COLUMN, group.fields.aliases),
        picture=picture_of(group, library.files),
        view={
            "offence": group,
            "offence_key": offence_key(group),
            "next_quiz": following if following != key else None,
        },
    )
