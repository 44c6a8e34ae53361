"""Redaction: a report can be public, and must not quote the personal data that it is about."""

from __future__ import annotations

from dataclasses import replace

from casebook.checks.addresses import personal_data_in_addresses
from casebook.checks.personal import personal_data
from casebook.checks.personal.masking import half_hidden
from casebook.content.problem import Problem


def redacted(problem: Problem) -> Problem:
    """The problem with the personal data in its message and hint masked."""
    message, hint = (_redacted_text(text) for text in (problem.message, problem.hint))
    return replace(problem, message=message, hint=hint)


def _redacted_text(text: str) -> str:
    found = (*personal_data(text), *personal_data_in_addresses(text))
    for start, end in sorted(((one.start, one.end) for one in found), reverse=True):
        text = text[:start] + half_hidden(text[start:end]) + text[end:]
    return text
