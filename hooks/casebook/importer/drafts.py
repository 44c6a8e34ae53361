"""Drafts from the facts of a bulletin, with notes on what an editor must check or complete."""

from __future__ import annotations

import re
from collections.abc import Mapping

from casebook.content.model import BulletinFields, CaseFields
from casebook.editor import draft_notes
from casebook.editor.draft import Draft, Value
from casebook.editor.draft_notes import INDEX, open_fields
from casebook.importer.extract import BulletinFacts, CaseFacts
from casebook.importer.extracted_value import Extracted
from casebook.importer.left_out_texts import left_out_notes
from casebook.importer.markdown_escapes import escaped
from casebook.law.proceedings.steps import Step
from casebook.names.personal_data import person_mentions, personal_data
from casebook.places.gazetteer import WHOLE_COUNTRY


def drafts_of(facts: BulletinFacts) -> dict[str, Draft]:
    """The drafts of a bulletin and its cases by file name."""
    province = province_of(facts)
    drafts = {INDEX: _bulletin(facts)}
    for case in facts.cases:
        drafts[f"{case.number:02}.md"] = _case(case, province)
    return drafts


def province_of(facts: BulletinFacts) -> str | None:
    """The name of the only province of the cases; 全国 for several; None if none is known.

    The cases of a ministry that name none are of the whole country.
    """
    home = facts.announcement.home
    named = {case.where.value.province for case in facts.cases} - {None}
    if home is not None and named <= {home.province}:
        return home.province.name
    if len(named) == 1:
        return next(province.name for province in named if province is not None)
    is_national = (facts.announcement.publisher or "").startswith(_NATIONAL)
    return WHOLE_COUNTRY if named or is_national else None


_NATIONAL = ("公安部", "最高人民", "国家")
"""How the names of authorities of the whole country begin."""


def _bulletin(facts: BulletinFacts) -> Draft:
    stated = facts.announcement
    values: dict[str, Value | None] = {
        "title": stated.title,
        "publisher": stated.publisher,
        "published": str(stated.published) if stated.published else None,
        "expected": str(facts.announced or len(facts.cases)),
        "province": province_of(facts),
        "campaign": stated.campaign,
        "source_title": stated.title,
        "source_url": stated.url,
    }
    about = open_fields(BulletinFields, values)
    if facts.announced and facts.announced != len(facts.cases):
        count = draft_notes.COUNT.format(announced=facts.announced, found=len(facts.cases))
        about.setdefault("expected", []).append(count)
    if notes := list(left_out_notes(facts.left_out)):
        about.setdefault("expected", []).extend(notes)
    body = "\n\n".join(escaped(line.text) for line in stated.lead)
    return Draft(BulletinFields, _without_none(values), body, about)


def _case(case: CaseFacts, province: str | None) -> Draft:
    where = case.where.value
    values: dict[str, Value | None] = {
        "title": case.title.value if case.title else None,
        "date": str(case.date.value) if case.date else None,
        "city": where.city.name if where.city else None,
        "province": where.province.name
        if where.province and where.province.name != province and province
        else None,
        "district": where.district.name if where.district else None,
        "offence": case.offence.value.title if case.offence else None,
        "charge": one_or_list(case.charges),
        "agency": where.agency,
        "stage": case.stage.value.value if case.stage else None,
        "step": _finer(case.step) if not is_sealed(case) else None,
        "act": _finer(case.step) if is_sealed(case) else None,
        "people": _people(case),
        "amount": case.money.value.amount.text if case.money else None,
        "amount_label": case.money.value.label if case.money else None,
        "figures": case.figures or None,
        "summary": _summary(case.segment.text),
        "status": "draft",
    }
    about = open_fields(CaseFields, values)
    for key, fact in case.extracted():
        if fact is not None and not fact.is_certain and values.get(key) is not None:
            about.setdefault(key, []).append(_uncertain(fact.sentence, case))
    if values["summary"]:
        about["summary"] = [draft_notes.SUMMARY]
    body = f"{draft_notes.BODY_HEADING}\n\n" + "\n\n".join(
        escaped(line.text) for line in case.segment.lines
    )
    return Draft(CaseFields, _without_none(values), body, about)


def is_sealed(case: CaseFacts) -> bool:
    """Whether a case is administrative, of which no person is published."""
    return case.stage is not None and case.stage.value.is_administrative


def _finer(step: Extracted[Step] | None) -> str | None:
    """The name of a step that is finer than its stage; None for others."""
    stage = step and step.value.stage
    return step.value.name if step and stage and step.value.name != stage.value else None


def _people(case: CaseFacts) -> Value | None:
    """The number of people, with the stage at which it was told where that is an earlier one."""
    if case.people is None:
        return None
    count = str(case.people.value.count)
    return {"count": count, "at": case.people_at.value} if case.people_at else count


def _uncertain(sentence: str, case: CaseFacts) -> str:
    """The note on an uncertain value, with its sentence unless that is on a person."""
    rules = (personal_data, person_mentions) if is_sealed(case) else (personal_data,)
    if any(next(rule(sentence), None) for rule in rules):
        return draft_notes.UNCERTAIN_UNQUOTED
    return draft_notes.UNCERTAIN.format(sentence=sentence)


def one_or_list(values: tuple[str, ...]) -> str | list[str] | None:
    """The only value, a list of several, or None."""
    return list(values) if len(values) > 1 else next(iter(values), None)


def _summary(text: str) -> str | None:
    """The first sentences within the bounds of a summary; None if they do not fit."""
    kept = ""
    for sentence in re.findall("[^。！？]+[。！？]", text.replace("\n", "")):
        if len(kept) + len(sentence) > _LONGEST:
            break
        kept += sentence
    return kept if len(kept) >= _SHORTEST else None


_SHORTEST, _LONGEST = 20, 120
"""Minimum and maximum characters of a summary, as in the content model."""


def _without_none(values: Mapping[str, Value | None]) -> dict[str, Value]:
    return {key: value for key, value in values.items() if value is not None}
