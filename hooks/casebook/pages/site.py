"""The site: every page that is made from the library, with its address and what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from casebook.content.library import Bulletin, Case, Content, Library, Offence
from casebook.pages.listing import Listing, paginate
from casebook.pages.related import Relations
from casebook.pages.taxonomy import (
    OFFENCES,
    Key,
    Term,
    by_date,
    by_offence,
    by_place,
    charge_key,
    date_paths,
    offence_key,
    place_paths,
)  # fmt: skip

HOME = Key("", "首页")
CASES = Key("cases/", "案例")
EVENTS = Key("events/", "宣传活动")

NEWEST = 4
"""Bulletins shown on the home page and above the list of all cases."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page: where it stands, which template draws it and what the template is given."""

    address: str
    """Below the site, with a slash at the end; empty for the home page."""
    template: str
    title: str
    summary: str
    trail: tuple[Key, ...] = ()
    """The way to it, from the home page."""
    content: Content | None = None
    """The Markdown file it shows, if there is one."""
    body: str = ""
    """The Markdown of its text."""
    view: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """What its template shows beside the text."""
    is_searched: bool = False

    @property
    def uri(self) -> str:
        """Its path in the tree of Markdown files."""
        if self.content is not None and self.template != "list.html":
            return self.content.uri
        path = self.address.removesuffix("/")
        return f"{path}/index.md" if "/" not in path else f"{path}.md"


@dataclass(frozen=True, slots=True)
class Site:
    """All pages of a library, and what the closing line and the home page count."""

    pages: tuple[SitePage, ...]
    cases: tuple[Case, ...]
    bulletins: tuple[Bulletin, ...]
    cities: tuple[Term, ...]
    """The cities, municipalities among them, that have cases."""
    offences: tuple[Term, ...]
    """All offence groups."""


def build(library: Library, with_drafts: bool = False) -> Site:
    """The site of a library; drafts are in it only where asked for, as in `serve`."""
    return _Builder(library, with_drafts).site()


class _Builder:
    def __init__(self, library: Library, with_drafts: bool) -> None:
        self.library = library
        shown = [case for case in library.cases if with_drafts or not case.is_draft]
        self.shown = tuple(shown)
        self.listed = tuple(case for case in shown if not case.is_withdrawn)
        self.places = by_place(library, self.listed)
        self.cities = tuple(
            city
            for province in self.places.children
            for city in province.children or (province,)
            if city.count
        )
        self.offences = by_offence(library, self.listed)
        self.dates = by_date(library, self.listed)
        self.relations = Relations(self.listed)
        self.listed_of: dict[str, list[Case]] = {}
        for case in sorted(self.shown, key=lambda case: case.id):
            self.listed_of.setdefault(case.bulletin.id, []).append(case)

    def site(self) -> Site:
        pages = (
            *self._hand_written(),
            *(self._case(case) for case in self.shown),
            *self._aliases(),
            *(self._bulletin(bulletin) for bulletin in self.library.bulletins),
            *self._all_cases(),
            *self._roots(),
            *self._terms(self.places, "place"),
            *self._offence_pages(),
            *self._terms(self.dates, "date"),
        )
        return Site(pages, self.listed, self.library.bulletins, self.cities, self.offences.children)

    def _hand_written(self) -> Iterator[SitePage]:
        for page in self.library.pages:
            is_home = page.uri == "index.md"
            in_folder = page.uri.partition("/")[0] == "events" and page.uri != "events/index.md"
            yield SitePage(
                address=re.sub(r"(index)?\.md$", "", page.uri).rstrip("/")
                + ("" if is_home else "/"),
                template="home.html" if is_home else "page.html",
                title=page.title,
                summary=page.fields.summary or "",
                trail=() if is_home else (HOME, EVENTS) if in_folder else (HOME,),
                content=page,
                body=page.document.body,
                view=self._home_view() if is_home else {"page_fields": page.fields},
                is_searched=not is_home,
            )

    def _home_view(self) -> dict[str, Any]:
        return {
            "cases": self.listed,
            "bulletins": self.library.bulletins[:NEWEST],
            "bulletin_count": len(self.library.bulletins),
            "listed_of": self.listed_of,
            "places": self.places,
            "city_count": len(self.cities),
            "offences": self.offences,
            "dates": self.dates,
        }

    def _case(self, case: Case) -> SitePage:
        siblings = self.listed_of[case.bulletin.id]
        position = siblings.index(case)
        page = SitePage(
            address=f"cases/{case.id}/",
            template="withdrawn.html",
            title=case.title,
            summary="该案例已撤回。",
            trail=(HOME, CASES, Key(f"cases/{case.bulletin.id}/", case.bulletin.title)),
            content=case,
            view={"case": case},
        )
        if case.is_withdrawn:
            return page
        view = {
            "case": case,
            "place_keys": tuple(place_paths(case)),
            "offence_keys": tuple(offence_key(group) for group in case.offences),
            "charge_key": self._charge_key(case),
            "date_keys": next(iter(date_paths(case))),
            "previous": siblings[position - 1] if position else None,
            "next": siblings[position + 1] if position + 1 < len(siblings) else None,
            "named": self.relations.named(case),
            "nearby": self.relations.nearby(case),
            "elsewhere": self._elsewhere(case),
        }
        return replace(
            page,
            template="case.html",
            summary=case.fields.summary,
            body=_with_advice(case),
            view=view,
            is_searched=True,
        )

    @staticmethod
    def _charge_key(case: Case) -> Key | None:
        for group in case.offences:
            if case.charge is not None and case.charge in group.fields.charges:
                return charge_key(group, case.charge)
        return None

    def _elsewhere(self, case: Case) -> list[tuple[Bulletin, int]]:
        found = (
            (self.library.bulletin(item.bulletin), item.number) for item in case.fields.also_in
        )
        return [(bulletin, number) for bulletin, number in found if bulletin is not None]

    def _aliases(self) -> Iterator[SitePage]:
        for case in self.shown:
            for alias in case.fields.aliases:
                yield SitePage(
                    address=f"cases/{alias}/",
                    template="moved.html",
                    title=case.title,
                    summary="该案例已移到新地址。",
                    trail=(HOME, CASES),
                    view={"case": case},
                )

    def _bulletin(self, bulletin: Bulletin) -> SitePage:
        return SitePage(
            address=f"cases/{bulletin.id}/",
            template="bulletin.html",
            title=bulletin.title,
            summary=f"{bulletin.fields.publisher}发布，共{bulletin.fields.expected}起案例。",
            trail=(HOME, CASES),
            content=bulletin,
            body=bulletin.document.body,
            view={"bulletin": bulletin, "cases": self.listed_of.get(bulletin.id, [])},
        )

    def _all_cases(self) -> Iterator[SitePage]:
        for listing in paginate(CASES.address, self.listed):
            yield SitePage(
                address=listing.address,
                template="cases.html",
                title=_numbered("全部案例", listing),
                summary=f"全部案例，共{len(self.listed)}起，按时间从新到旧排列。",
                trail=(HOME,) if listing.number == 1 else (HOME, CASES),
                view={
                    "listing": listing,
                    "bulletins": self.library.bulletins[:NEWEST],
                    "listed_of": self.listed_of,
                },
            )

    def _roots(self) -> Iterator[SitePage]:
        for root, kind in (
            (self.places, "place"),
            (self.offences, "offence"),
            (self.dates, "date"),
        ):
            yield SitePage(
                address=root.address,
                template="terms.html",
                title=f"按{root.title}查看",
                summary=f"按{root.title}查看全部{root.count}起案例。",
                trail=(HOME,),
                view={"term": root, "kind": kind},
            )

    def _terms(self, root: Term, kind: str) -> Iterator[SitePage]:
        for term in root.walk():
            if term is not root:
                for listing in paginate(term.address, term.cases):
                    yield _list_page(term, listing, kind)

    def _offence_pages(self) -> Iterator[SitePage]:
        """A group's first page is the hand-written one with its list below; the rest are lists."""
        for term in self.offences.children:
            group = term.key.of
            assert isinstance(group, Offence)
            first, *further = paginate(term.address, term.cases)
            yield SitePage(
                address=term.address,
                template="offence.html",
                title=group.title,
                summary=group.fields.summary,
                trail=(HOME, OFFENCES),
                content=group,
                body=group.document.body,
                view={"term": term, "listing": first, "offence": group, "kind": "offence"},
                is_searched=True,
            )
            for listing in further:
                yield _list_page(term, listing, "offence")
            for child in term.children:
                for listing in paginate(child.address, child.cases):
                    yield _list_page(child, listing, "charge")


def _list_page(term: Term, listing: Listing, kind: str) -> SitePage:
    trail = (HOME, *term.trail)
    return SitePage(
        address=listing.address,
        template="list.html",
        title=_numbered(f"{term.title}案例", listing),
        summary=f"{term.title}的案例，共{term.count}起，按时间从新到旧排列。",
        trail=trail if listing.number == 1 else (*trail, term.key),
        view={"term": term, "listing": listing, "kind": kind},
    )


def _numbered(title: str, listing: Listing) -> str:
    return title if listing.number == 1 else f"{title}（第{listing.number}页）"


ADVICE = "警方提示"
"""The heading under which a page tells people how to protect themselves."""


def _with_advice(case: Case) -> str:
    """A case's text, with the advice of its main group unless it brings its own."""
    own = _section(case.body, ADVICE)
    groups = _section(case.offences[0].document.body, ADVICE)
    return case.body if own or not groups else f"{case.body.rstrip()}\n\n## {ADVICE}\n\n{groups}\n"


def _section(body: str, heading: str) -> str:
    """The text under a level-two heading of a Markdown body, or nothing."""
    parts = re.split(r"^##[ \t]+(.*?)[ \t]*#*$", body, flags=re.MULTILINE)
    texts = dict(zip(parts[1::2], parts[2::2], strict=True))
    return texts.get(heading, "").strip()
