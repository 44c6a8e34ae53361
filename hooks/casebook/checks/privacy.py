"""Rules on persons: no text identifies a person, and administrative cases mention none.

Sources: 法释〔2016〕19号 for masking, 治安管理处罚法 (2026) article 136 for sealed records.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casebook.content.contents import Case, Content
from casebook.content.problem import Mark, Problem
from casebook.names.finding import Finding
from casebook.names.personal_data import person_mentions, personal_data

Words = frozenset[str]


def personal_findings(content: Content, text: str, words: Words) -> Iterator[Finding]:
    """A text names nobody and tells nothing that identifies one; an administrative case no person.

    `words` are those that the site lists as no names.
    """
    for rule in RULES:
        yield from rule(content, text, words)


def no_personal_data(content: Content, text: str, words: Words) -> Iterator[Finding]:
    """A text names no person in full, and no number, address or account that identifies one."""
    yield from personal_data(text, words)


def administrative_cases_anonymous(content: Content, text: str, words: Words) -> Iterator[Finding]:
    """A case of an administrative penalty mentions no person, by whatever word."""
    if isinstance(content, Case) and content.stage.is_administrative:
        yield from person_mentions(text, words)


def minors_anonymous(content: Content, text: str, words: Words) -> Iterator[Finding]:
    """A case of a step that the law provides for minors only mentions no person (刑诉法282)."""
    if isinstance(content, Case) and content.step and content.step.is_of_minor:
        for found in person_mentions(text, words):
            yield replace(found, code="minor-person")


def notes_without_personal_data(content: Content, words: Words) -> Iterator[Problem]:
    """The comments of a front matter, where importers leave notes, hold no personal data."""
    for number, note in content.document.comments:
        if found := [*personal_findings(content, note, words)]:
            column = min(finding.start for finding in found) + 1
            yield Problem.of("note-personal", content.document.path, Mark(number, column))


RULES = (no_personal_data, administrative_cases_anonymous, minors_anonymous)
