"""Facts as JSON: what `casebook import --format json` prints of a bulletin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from casebook.importer.drafts import one_or_list, province_of
from casebook.importer.extract import BulletinFacts, CaseFacts
from casebook.importer.left_out import LeftOut
from casebook.importer.line import Line
from casebook.importer.money import yuan_of
from casebook.importer.reading_notes import notes_of
from casebook.law.charges import charges
from casebook.texts import commands as texts


def as_json(facts: BulletinFacts) -> dict[str, Any]:
    """The facts of a bulletin as JSON values; None where the text does not state them.

    Dates are partial ISO dates; `amount_yuan` is in whole yuan, the upper end of a range; `people`
    counts the suspects at the stage; `heading` and `text` are verbatim, with line breaks between
    lines. `facts` gives for each value its sentence, the place of that, and whether it is sure.
    Every character of the document is in the title, the lead, a case or `left_out`.
    """
    stated, document = facts.announcement, facts.document
    return {
        "bulletin": {
            "title": stated.title,
            "publisher": stated.publisher,
            "published": str(stated.published) if stated.published else None,
            "province": province_of(facts),
            "campaign": stated.campaign,
            "source_url": stated.url,
            "expected": facts.announced or len(facts.cases),
            "heading": _joined(stated.title_lines),
            "text": _joined(stated.lead),
        },
        "cases": [_case(case) for case in facts.cases],
        "left_out": [_left_out(one) for one in facts.left_out],
        "unseen": {kind.value: count for kind, count in document.unseen.items() if count},
        "notes": list(notes_of(document)),
        "pictures": [picture.name for picture in document.pictures],
        "attachments": list(document.attachments),
    }


def _joined(lines: tuple[Line, ...]) -> str:
    return "\n".join(line.text for line in lines)


def _left_out(one: LeftOut) -> Mapping[str, Any]:
    reason = texts.table("LEFT_OUT_REASONS")[one.reason.value]
    return {"text": one.text, "reason": reason, "at": one.at, "doubtful": one.is_doubtful}


def _case(case: CaseFacts) -> dict[str, Any]:
    where, money = case.where.value, case.money.value if case.money else None
    return {
        "number": case.number,
        "heading": _joined(case.segment.heading),
        "title": case.title.value if case.title else None,
        "province": where.province.name if where.province else None,
        "city": where.city.name if where.city else None,
        "district": where.district.name if where.district else None,
        "date": str(case.date.value) if case.date else None,
        "offence": case.offence.value.title if case.offence else None,
        "charge": one_or_list(case.charges),
        "charges": [
            {"name": name, "article": found.charge.article if found else None}
            for name in case.charges
            for found in [charges().find(name)]
        ],
        "agency": where.agency,
        "stage": case.stage.value.value if case.stage else None,
        "step": case.step.value.key if case.step else None,
        "people": case.people.value.count if case.people else None,
        "people_at": case.people_at.value if case.people_at else None,
        "amount": money.amount.text if money else None,
        "amount_yuan": yuan_of(money.amount) if money else None,
        "amount_label": money.label if money else None,
        "figures": case.figures,
        "uncertain": [
            key for key, fact in case.extracted() if fact is not None and not fact.is_certain
        ],
        "facts": dict(_facts(case)),
        "text": case.segment.text,
    }


def _facts(case: CaseFacts) -> Iterator[tuple[str, dict[str, Any]]]:
    """The sentence of each fact, its place in the source, and whether the fact is sure."""
    lines = (*case.segment.heading, *case.segment.lines)
    for key, fact in case.extracted():
        if fact is not None:
            at = next((line.at for line in lines if fact.sentence in line.text), lines[0].at)
            yield key, {"sentence": fact.sentence, "at": at, "sure": fact.is_certain}
