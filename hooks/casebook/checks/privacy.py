"""Rules on persons: no text identifies a person, and administrative cases mention none.

Sources: 法释〔2016〕19号 for masking, 治安管理处罚法 (2026) article 136 for sealed records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.checks.finding import Finding
from casebook.checks.personal import personal_data
from casebook.checks.personal.names import MASKED, masked, name_at_head
from casebook.checks.personal.surnames import SURNAMES
from casebook.content.contents import Case, Content
from casebook.content.problem import Mark, Problem

__all__ = ["OF_CONTENT", "RULES", "SURNAMES"]

_ABOUT_PERSON = re.compile(r"[0-9]{1,3}岁|(?<=[，（、])[男女](?=[，）、。])")


def no_personal_data(content: Content, text: str) -> Iterator[Finding]:
    """A text names no person in full, and no number, address or account that identifies one."""
    if isinstance(content, Case) and (match := name_at_head(content.title)):
        start = text.find(content.title)
        yield Finding("name-unmasked-title", start, start + match.end(), {"masked": masked(match)})
    yield from personal_data(text)


def administrative_cases_anonymous(content: Content, text: str) -> Iterator[Finding]:
    """A case of an administrative penalty names no person, not even masked, and no age."""
    if not isinstance(content, Case) or not content.stage.is_administrative:
        return
    for signs, pattern in (("某", MASKED), ("岁男女", _ABOUT_PERSON)):
        for match in pattern.finditer(text) if any(map(text.__contains__, signs)) else ():
            yield Finding("administrative-person", *match.span(), {"found": match[0]})


def notes_without_personal_data(content: Content) -> Iterator[Problem]:
    """The comments of a front matter, where importers leave notes, hold no personal data."""
    for number, note in content.document.comments:
        found = (*personal_data(note), *administrative_cases_anonymous(content, note))
        if found:
            column = min(finding.start for finding in found) + 1
            yield Problem.of("note-personal", content.document.path, Mark(number, column))


RULES = (no_personal_data, administrative_cases_anonymous)

OF_CONTENT = (notes_without_personal_data,)
