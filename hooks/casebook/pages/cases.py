"""The pages of single cases."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from casebook.content.contents import Bulletin, Case, Offence, by_bulletin
from casebook.content.library import Library
from casebook.pages.laws import case_laws
from casebook.pages.notices import notice_of
from casebook.pages.page import CASES, HOME, Article, LazyView, Passage, SitePage
from casebook.pages.quiz import quiz_key
from casebook.pages.related import Relations
from casebook.pages.sections import advice, has_advice
from casebook.pages.share_picture import picture_of
from casebook.schema.fact import CaseContext
from casebook.schema.fact_values import modified
from casebook.schema.facts import PageFacts
from casebook.schema.source_text import source_text
from casebook.schema.term_keys import Key, stage_key
from casebook.texts import pages as texts


class CasePages:
    """Makes the pages of the cases that are shown, withdrawn ones among them."""

    def __init__(self, library: Library, shown: Iterable[Case]) -> None:
        self._library = library
        self._relations = Relations(case for case in shown if not case.is_withdrawn)
        self._advice: dict[Offence, Passage | None] = {}
        self._siblings = by_bulletin(shown)

    def of(self, bulletin: Bulletin) -> tuple[Case, ...]:
        """The shown cases of a bulletin by number."""
        return self._siblings.get(bulletin.id, ())

    def page(self, case: Case) -> SitePage:
        """The page of a case; of a withdrawn one, only the date and reason of its withdrawal."""
        address = f"cases/{case.id}/"
        breadcrumbs = (HOME, CASES, Key(f"cases/{case.bulletin.id}/", case.bulletin.title))
        if case.is_withdrawn:
            return SitePage(
                address=address,
                template="withdrawn.html",
                title=texts.WITHDRAWN.format(bulletin=case.bulletin.title, number=case.number),
                summary=texts.WITHDRAWN_SUMMARY,
                breadcrumbs=breadcrumbs,
                content=case,
                view={"case": case},
            )
        return SitePage(
            address=address,
            template="case.html",
            title=case.title,
            summary=case.fields.summary,
            breadcrumbs=breadcrumbs,
            content=case,
            body=case.body,
            shared=self._advice_for(case),
            view=LazyView(partial(self._view, case)),
            article=_article(case),
            picture=picture_of(case.offences[0], self._library.files),
        )

    def _advice_for(self, case: Case) -> Passage | None:
        """The advice of a case's main group, unless its text has a section of its own."""
        if has_advice(case.body):
            return None
        group = case.offences[0]
        if group not in self._advice:
            self._advice[group] = _advice_of(group)
        return self._advice[group]

    def _view(self, case: Case) -> dict[str, object]:
        siblings = self._siblings[case.bulletin.id]
        position = siblings.index(case)
        return {
            "case": case,
            "source": source_text(case.bulletin.fields),
            "facts": PageFacts(CaseContext(case, also_in=self._also_in(case))),
            "stage_key": stage_key(case.stage),
            "notice": notice_of(case),
            "laws": case_laws(case),
            "quiz_key": quiz_key(case.offences[0]),
            "previous": siblings[position - 1] if position else None,
            "next": siblings[position + 1] if position + 1 < len(siblings) else None,
            "named": self._relations.named(case),
            "nearby": self._relations.nearby(case),
        }

    def _also_in(self, case: Case) -> tuple[tuple[Bulletin, int], ...]:
        """The other bulletins with pages that carry a case, with its number there."""
        return tuple(
            (bulletin, one.number)
            for one in case.fields.also_in
            if (bulletin := self._library.bulletin(one.bulletin)) and self.of(bulletin)
        )


def _advice_of(group: Offence) -> Passage | None:
    found = advice(group.document.body)
    return Passage(f"## {texts.ADVICE}\n\n{found}\n", group.uri) if found else None


def _article(case: Case) -> Article:
    """The article data of a case: when this site published it, and the source of its bulletin."""
    today = (place.name for place in (case.district, *case.places) if place)
    printed = (case.fields.district,) if case.fields.district else ()
    return Article(
        published=case.site_published,
        source=source_text(case.bulletin.fields).name,
        bulletin=case.bulletin.fields,
        modified=modified(case),
        keywords=(
            *(group.title for group in case.offences),
            *(charge.name for charge in case.charges),
            *dict.fromkeys((*printed, *case.place_names, *today)),
        ),
    )
