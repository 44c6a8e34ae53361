"""The facts on the page of a case, with links to the lists of their terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casebook.content.contents import Bulletin, Case
from casebook.law.proceedings.stage import Stage
from casebook.places.resolution import FiledCity
from casebook.schema import fact_values, term_keys
from casebook.schema.fact import CaseContext, FactPart, PageFact
from casebook.texts import pages as texts

Lines = Iterator[PageFact]


def date(context: CaseContext) -> Lines:
    """The date, linked to the list of its month or year; of a notice, no case was discovered."""
    date, title = context.case.date, "时间" if context.case.is_notice else "发现或侦破"
    ((*_, key),) = term_keys.date_paths(context.case)
    yield PageFact(title, (FactPart(date.chinese, key.address, str(date)),))


def places(context: CaseContext) -> Lines:
    """Each place as its path of province, city and district, as printed; then what it is today."""
    case = context.case
    if case.cities:
        paths = [_city_parts(city, case) for city in case.cities]
    else:
        paths = [[_link(key) for key in path] for path in term_keys.place_paths(case)]
    yield PageFact("地区", _joined(paths, "；"))


def _city_parts(city: FiledCity, case: Case) -> list[FactPart]:
    """The path of one place; each printed name links to the term of today's place."""
    place, district, printed = city.place, case.district, case.fields.district
    parts = [] if place.province.name == city.name else [_link(term_keys.place_key(place.province))]
    parts.append(FactPart(city.name, term_keys.place_key(place).address if case.has_city else None))
    if printed is not None:
        address = term_keys.district_key(district, place).address if district else None
        parts.append(FactPart(printed, address))
    today = place.name if case.has_city and place.name != city.name else ""
    if district is not None and (today or district.name != printed):
        return [*parts, FactPart(texts.PLACE_TODAY.format(place=today + district.name))]
    return [*parts, FactPart(texts.PLACE_PART_OF.format(place=today))] if today else parts


def offences(context: CaseContext) -> Lines:
    """The offence groups."""
    links = ([_link(term_keys.offence_key(group))] for group in context.case.offences)
    yield PageFact("类型", _joined(links, texts.SEVERAL))


def charges(context: CaseContext) -> Lines:
    """The charges; without a verdict in force, the title calls them suspected, now or once."""
    case = context.case
    title = "罪名" if case.stage.is_judged else "曾涉嫌罪名" if case.stage.is_ended else "涉嫌罪名"
    links = [
        [FactPart(charge.name, next((key.address for key in keys), None))]
        for charge in case.charges
        for keys in [term_keys.charge_keys(charge, case.offences)]
    ]
    if links:
        yield PageFact(title, _joined(links, texts.SEVERAL))


def acts(context: CaseContext) -> Lines:
    """The unlawful acts and the kinds of penalty of an administrative case."""
    is_penalty = context.case.stage is not Stage.EDUCATED
    for title, is_act in (("违法行为", True), ("处罚种类" if is_penalty else "处理方式", False)):
        names = [one.name for one in context.case.acts if (one.act is not None) is is_act]
        if names:
            yield PageFact(title, (FactPart(texts.SEVERAL.join(names)),))


def stage(context: CaseContext) -> Lines:
    """The stage and step; none with updates, for the page then lists all stages below."""
    if not context.fields.updates and not context.case.is_notice:
        step = context.case.step
        finer = step.name if step and step.name != context.case.stage.value else ""
        parts = (_link(term_keys.stage_key(context.case.stage)), FactPart(f"（{finer}）"))
        yield PageFact("办理阶段", parts if finer else parts[:1])


def people(context: CaseContext) -> Lines:
    """The number of people stated by the bulletin, and the stage of which it is."""
    if (people := fact_values.people(context)) and (at := fact_values.people_at(context)):
        is_told_earlier = at.slug != context.case.stage.slug
        of = texts.TOLD_AT.format(stage=at.name) if is_told_earlier else ""
        yield PageFact("通报人数", (FactPart(f"{people}人{of}"),))


def amount(context: CaseContext) -> Lines:
    """The amount, titled as in the bulletin, and the stage of which it is."""
    if told := context.fields.amount:
        of = texts.TOLD_AT.format(stage=told.at.value) if told.at else ""
        yield PageFact(context.fields.amount_label, (FactPart(f"{told.amount}{of}"),))


def victims(context: CaseContext) -> Lines:
    """The number of victims and their loss."""
    if found := context.fields.victims:
        if found.count:
            yield PageFact("被害人", (FactPart(f"{found.count}人"),))
        if found.loss:
            yield PageFact("被害人损失", (FactPart(found.loss.text),))


def figures(context: CaseContext) -> Lines:
    """Further figures, each titled with its label."""
    for label, text in context.fields.figures.items():
        yield PageFact(label, (FactPart(text),))


def bulletins(context: CaseContext) -> Lines:
    """The bulletin, and the others that contain the case."""
    found = ((context.case.bulletin, context.case.number), *context.also_in)
    yield PageFact("通报", _joined(([_bulletin_link(*one)] for one in found), "；"))


def _bulletin_link(bulletin: Bulletin, number: int) -> FactPart:
    return FactPart(f"{bulletin.title}，第{number}起", f"cases/{bulletin.id}/")


def _link(key: term_keys.Key) -> FactPart:
    return FactPart(key.title, key.address)


def _joined(groups: Iterable[Iterable[FactPart]], separator: str) -> tuple[FactPart, ...]:
    """The parts of all groups, with a separator between groups."""
    found: list[FactPart] = []
    for group in groups:
        found += [FactPart(separator)] if found else []
        found += group
    return tuple(found)
