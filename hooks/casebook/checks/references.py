"""Rules on references between files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casebook.content.contents import Bulletin, Case, Content, Offence, Page
from casebook.content.library import Library
from casebook.content.problem import Problem, nearest, suggestion
from casebook.content.yaml_tree import Location


def related_exist(library: Library, today: date) -> Iterator[Problem]:
    """Every `related` id is the id of another case, and no alias."""
    ids = _known_ids(library)
    present = {former: case.id for case in library.cases for former in case.fields.aliases}
    for case in library.cases:
        for position, found in enumerate(case.fields.related):
            location = ("related", position)
            if found == case.id:
                yield case.problem("related-self", location)
            elif found not in ids:
                others = (known for known in ids if known != case.id)
                hint = suggestion([present[found]]) if found in present else nearest(found, others)
                yield case.problem("related-unknown", location, found=found, nearest=hint)


def also_in_exist(library: Library, today: date) -> Iterator[Problem]:
    """Every `also_in` is another bulletin and one of its numbers without a case file."""
    ids = {bulletin.id for bulletin in library.bulletins}
    ids |= {uri.split("/")[1] for uri in library.broken if uri.startswith("cases/")}
    for case in library.cases:
        for position, item in enumerate(case.fields.also_in):
            location = ("also_in", position)
            bulletin = library.bulletin(item.bulletin)
            if item.bulletin == case.bulletin.id:
                yield case.problem("also-in-self", location)
            elif item.bulletin not in ids:
                yield case.problem(
                    "related-unknown",
                    (*location, "bulletin"),
                    found=item.bulletin,
                    nearest=nearest(item.bulletin, ids),
                )
            elif bulletin is not None and item.number > bulletin.fields.expected:
                yield case.problem(
                    "also-in-number",
                    (*location, "number"),
                    found=item.number,
                    bulletin=bulletin.id,
                    expected=bulletin.fields.expected,
                )
            elif bulletin is not None:
                for other in library.cases_of(bulletin):
                    if other.number == item.number:
                        yield case.problem(
                            "also-in-not-omitted",
                            location,
                            bulletin=bulletin.id,
                            file=other.document.path,
                        )


def aliases_free(library: Library, today: date) -> Iterator[Problem]:
    """An alias is not the id of a case and is the alias of one case only."""
    owners: dict[str, Case] = {}
    ids = _known_ids(library)
    for case in sorted(library.cases, key=lambda case: case.id):
        for position, alias in enumerate(case.fields.aliases):
            location = ("aliases", position)
            owner = owners.setdefault(alias, case)
            if alias in ids:
                yield case.problem("alias-taken", location, found=alias, file=ids[alias])
            elif owner is not case:
                yield case.problem(
                    "alias-repeated", location, found=alias, file=owner.document.path
                )


def former_addresses_free(library: Library, today: date) -> Iterator[Problem]:
    """A former address of a bulletin or page is not in use and belongs to one of them only."""
    taken = {content.uri: content.document.path for content in library.contents}
    owners: dict[str, str] = {}
    for content in library.contents:
        for field, former, uris in _formers(content):
            own = content.document.path
            other = next((taken[uri] for uri in uris if uri in taken), None)
            if other is not None:
                yield content.problem("former-taken", field, found=former, file=other)
            elif owners.setdefault(uris[0], own) != own:
                yield content.problem("former-repeated", field, found=former, file=owners[uris[0]])


def _formers(content: Content) -> Iterator[tuple[Location, str, tuple[str, ...]]]:
    """The former addresses of contents except cases, with the uris of a page at that address."""
    if isinstance(content, Bulletin):
        for position, alias in enumerate(content.fields.aliases):
            yield ("aliases", position), alias, (f"cases/{alias}/index.md",)
    elif isinstance(content, Offence | Page):
        for position, address in enumerate(content.fields.moved_from):
            uris = (f"{address[:-1]}.md", f"{address[:-1]}/index.md")
            yield ("moved_from", position), address, uris


def charge_of_offence(content: Content) -> Iterator[Problem]:
    """A charge of a case that belongs to offence groups belongs to one of the case's."""
    if not isinstance(content, Case):
        return
    for position, charge in enumerate(content.charges):
        if charge.group is not None and charge.group not in content.offences:
            yield content.problem(
                "charge-elsewhere",
                ("charge", position),
                found=charge.name,
                article=charge.article,
                other=charge.group.title,
            )


def no_charge_without_crime(content: Content) -> Iterator[Problem]:
    """A case of an administrative penalty has no charge, because it is not a crime."""
    if isinstance(content, Case) and content.charges and content.stage.is_administrative:
        yield content.problem("charge-administrative", ("charge",))


def _known_ids(library: Library) -> dict[str, str]:
    """The path of every case file by id, including broken files."""
    broken = {
        uri.removeprefix("cases/").removesuffix(".md"): path
        for uri, path in library.broken.items()
        if uri.startswith("cases/") and not uri.endswith("/index.md")
    }
    return broken | {case.id: case.document.path for case in library.cases}


OF_CONTENT = (charge_of_offence, no_charge_without_crime)

OF_LIBRARY = (related_exist, also_in_exist, aliases_free, former_addresses_free)
