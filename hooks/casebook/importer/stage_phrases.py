"""Stage phrases: the step at which a case is by the phrases of its text."""

from __future__ import annotations

import re

from casebook.importer.bulletin_words import normalized
from casebook.importer.extracted_value import Extracted, sentence_at
from casebook.law.proceedings.stage import Stage
from casebook.law.proceedings.statements import furthest, is_mixed, statements
from casebook.law.proceedings.steps import Step

_QUOTED = re.compile("“[^”]{0,80}”|《[^》]{0,60}》")
_CLAUSE = re.compile("[^，。；！？\n]+")
ALSO_BEFORE = re.compile(
    "(?:这|上述|以上)(?P<n>[两二三四五六七八九十0-9]+)(?:起|个)?(?:案件?|案)(?:均|都|"
    "也)?[^。]{0,30}"
)
"""A sentence on several cases, including previous ones."""


def step_of(text: str) -> Extracted[Step] | None:
    """The furthest step that a text states as taken; None if it states none.

    It is uncertain where only a clearing is stated, and where several decisions are.
    """
    found = [*statements(_unquoted(text))]
    last = furthest(found)
    if last is None:
        return None
    is_certain = last.step.stage not in (Stage.CLEARED, Stage.FILED, None) and not is_mixed(found)
    return Extracted(last.step, sentence_at(text, last.start), is_certain)


def stage_in_clause(text: str, place: int) -> Stage | None:
    """The stage that the clause or else the sentence around a character states; None if none."""
    plain = _unquoted(text)
    clauses = [one[0] for one in _CLAUSE.finditer(plain) if one.start() <= place < one.end()]
    for part in (*clauses, sentence_at(plain, place)):
        if (last := furthest(statements(part))) and last.step.stage:
            return last.step.stage
    return None


def _unquoted(text: str) -> str:
    """The text with quotations blanked out, at unchanged positions."""
    return _QUOTED.sub(lambda match: "□" * len(match[0]), normalized(text))
