"""Writes the cases of a folder as the sources of a site of Hugo's that is nearly ours.

    python -m tests.bench.hugo_sources CASES FOLDER

The layouts beside this module set the same shell, cards, lists and pages of cases as ours. Every
doubt is decided in Hugo's favour: what ours reads out of the cases (the day in words, the addresses
of a case's places, keywords, who is named to whom) stands ready in the front matter, which is JSON,
the kind that Hugo reads fastest; what does not depend on the page is set once; every card is set
once, however many lists it stands in. Of a case's relatives Hugo shows only those that the case
names, ours looks for four more nearby. Links begin at the root of the host, ours lead from page to
page. Withdrawn cases, quizzes, posters, statistics and the site map are left out, less than a
hundred pages of 14,000; so are the numbers in the titles of further pages of lists.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from casebook.content.contents import Bulletin, Case, Offence, Page
from casebook.content.files import Folders
from casebook.content.library import Library
from casebook.content.loader import load
from casebook.pages.cases import modified
from casebook.pages.page import HOME
from casebook.pages.sections import advice
from casebook.pages.site import Site, plan_site
from casebook.pages.taxonomies import TAXONOMIES
from casebook.pages.taxonomy import Term
from casebook.places.gazetteer import Level, Place
from casebook.schema.term_keys import (
    Key,
    charge_keys,
    date_paths,
    offence_key,
    place_paths,
    stage_key,
)

from .build import ROOT

LAYOUTS = Path(__file__).parent / "hugo"

Fields = dict[str, Any]

LEVELS = {Level.PROVINCE: "provinces", Level.CITY: "cities", Level.DISTRICT: "districts"}


def write(cases: Path, folder: Path) -> None:
    """Writes the sources of the site."""
    library, _ = load(Folders(cases=cases, docs=ROOT / "docs", root=ROOT))
    site = plan_site(library)
    shutil.copytree(LAYOUTS, folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs" / "assets", folder / "static" / "assets")
    for address, text in sources(library, site):
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def sources(library: Library, site: Site) -> Iterator[tuple[str, str]]:
    """The files of content and data, each with its path."""
    for case in site.cases:
        yield f"content/cases/{case.id}.md", _document(case_fields(case), case.body)
    for bulletin in site.bulletins:
        fields = bulletin_fields(bulletin)
        yield f"content/cases/{bulletin.id}/_index.md", _document(fields, bulletin.document.body)
    for group in library.offences:
        text = _document({"title": group.title}, group.document.body)
        yield f"content/offences/{group.slug}/_index.md", text
    for page in library.pages:
        yield f"content/{_page_path(page)}", _document(_page_fields(page), page.document.body)
    for address, title, layout in (
        ("cases", "全部案例", "all-cases"),
        ("bulletins", "全部通报", "all-bulletins"),
    ):
        yield f"content/{address}/_index.md", _document({"title": title, "layout": layout}, "")
    yield "data/offences.json", _json({one.slug: offence_data(one) for one in library.offences})
    yield "data/terms.json", _json(terms(library, site.cases))


def case_fields(case: Case) -> Fields:
    """The front matter of a case; nothing of it is left to be worked out while Hugo runs."""
    fields, charge = case.fields, _charge(case)
    keys = [*place_paths(case), *date_paths(case), _of(case, charge), (stage_key(case.stage),)]
    ways: Fields = {}
    for kind, slug in (term_of(key) for path in keys for key in path):
        ways.setdefault(kind, []).append(slug)
    district = [case.district] if case.district else []
    names = [place.name for place in (*case.places, *district)]
    groups = [group.title for group in case.offences]
    return {
        "title": case.title,
        "date": str(case.date.first_day),
        "id": case.id,
        "number": case.number,
        "when": str(case.date),
        "chinese": case.date.chinese,
        "date_address": link(next(iter(date_paths(case)))[-1])["address"],
        "summary": fields.summary,
        "names": names,
        "places": [[link(key) for key in path] for path in place_paths(case)],
        "groups": [link(offence_key(group)) for group in case.offences],
        "charge": link(charge) if charge else None,
        "stage": case.stage.value,
        "stage_address": link(stage_key(case.stage))["address"],
        "first_stage": fields.stage.value,
        "judged": fields.stage.is_judged,
        "settled": case.stage.is_judged,
        "administrative": case.stage.is_administrative,
        "agency": fields.agency,
        "people": None if case.stage.is_administrative else fields.people and fields.people.count,
        "amount": str(fields.amount.amount) if fields.amount else None,
        "amount_label": fields.amount_label,
        "figures": dict(fields.figures),
        "updates": [
            {
                "when": str(one.date),
                "chinese": one.date.chinese,
                "stage": one.stage.value,
                "note": one.note,
            }
            for one in fields.updates
        ],
        "corrections": [{"date": str(one.date), "note": one.note} for one in fields.corrections],
        "related": [f"/cases/{other}" for other in fields.related],
        "changed": str(day) if (day := modified(case)) else None,
        "keywords": [*groups, *(charge.name for charge in case.charges), *names],
        "picture": f"/assets/share/{case.offences[0].slug}.png",
    } | {kind: list(dict.fromkeys(slugs)) for kind, slugs in ways.items()}


def bulletin_fields(bulletin: Bulletin) -> Fields:
    """The front matter of a bulletin."""
    fields = bulletin.fields
    day = fields.published
    return {
        "title": bulletin.title,
        "date": str(day),
        "day": str(day),
        "chinese": f"{day.year}年{day.month}月{day.day}日",
        "publisher": fields.publisher,
        "expected": fields.expected,
        "campaign": fields.campaign,
        "source_title": fields.source_title,
        "source_url": fields.source_url,
        "omitted": [{"number": one.number, "reason": one.reason} for one in fields.omitted],
    }


def offence_data(group: Offence) -> Fields:
    """What pages of cases and of the group itself say of an offence group."""
    laws = [
        {"name": law.name, "article": law.article, "text": law.text, "as_of": str(law.as_of)}
        for law in group.fields.laws
    ]
    return {
        "title": group.title,
        "summary": group.fields.summary,
        "laws": laws,
        "advice": advice(group.document.body),
    }


def terms(library: Library, cases: Iterable[Case]) -> dict[str, dict[str, Fields]]:
    """What lists say of their terms, by taxonomy and slug: title, the way to them, those below."""
    found: dict[str, dict[str, Fields]] = {}
    for taxonomy in TAXONOMIES:
        root = taxonomy.tree(library, tuple(cases))
        for term in root.walk():
            if term is not root and term.count:
                kind, slug = term_of(term.key)
                found.setdefault(kind, {})[slug] = _term_data(term)
    return found


def _term_data(term: Term) -> Fields:
    below = [child.key for child in term.children if child.count]
    above = [link(key) for key in term.ancestors[1:]]
    root = term.ancestors[0]
    return {
        "title": f"{term.title}案例",
        "column": f"/{root.address}",
        "trail": [
            {"title": HOME.title, "address": "/"},
            {"title": root.title, "address": f"/{root.address}"},
            *above,
        ],
        "children": [
            link(key) | dict(zip(("kind", "slug"), term_of(key), strict=True)) for key in below
        ],
    }


def link(key: Key) -> dict[str, str]:
    """A term as a link: its title, and its address in Hugo's site."""
    kind, slug = term_of(key)
    return {"title": key.title, "address": f"/{kind}/{slug}/"}


def term_of(key: Key) -> tuple[str, str]:
    """The taxonomy of Hugo's that a term of ours belongs to, and its slug there."""
    root, *parts = key.address.strip("/").split("/")
    slug = "-".join(parts)
    if isinstance(key.of, Place):
        return LEVELS[key.of.level], slug
    deeper = {"offences": "charges", "dates": "months"}
    if len(parts) > 1:
        return deeper[root], slug
    return ("years" if root == "dates" else root), slug


def _of(case: Case, charge: Key | None) -> tuple[Key, ...]:
    return (*(offence_key(group) for group in case.offences), *((charge,) if charge else ()))


def _charge(case: Case) -> Key | None:
    found = (key for charge in case.charges for key in charge_keys(charge, case.offences))
    return next(found, None)


def _page_path(page: Page) -> PurePosixPath:
    """Where a page's source stands; Hugo has a name of its own for what has pages below it."""
    path = PurePosixPath(page.uri)
    return path.with_name("_index.md") if path.name == "index.md" else path


def _page_fields(page: Page) -> Fields:
    layout = {} if page.uri == "index.md" else {"layout": "hand-written"}
    return {"title": page.title, "summary": page.fields.summary} | layout


def _document(fields: Fields, body: str) -> str:
    said = {name: value for name, value in fields.items() if value not in (None, [], {}, "")}
    return f"{_json(said)}\n\n{body}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main() -> None:
    """Writes into the folder named on the command line."""
    parser = argparse.ArgumentParser(description="Writes cases as a site of Hugo's.")
    parser.add_argument("cases", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    write(options.cases, options.folder)


if __name__ == "__main__":
    main()
