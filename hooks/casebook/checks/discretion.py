"""Discretion: a report can be public, and must not spread what a file should not have said."""

from __future__ import annotations

from dataclasses import replace

from casebook.checks.personal import personal_data
from casebook.checks.personal.masking import half_hidden
from casebook.content.problem import Problem


def discreet(problem: Problem) -> Problem:
    """The problem with what its texts quote of personal data half hidden."""
    message, hint = (_hidden(text) for text in (problem.message, problem.hint))
    return replace(problem, message=message, hint=hint)


def _hidden(text: str) -> str:
    spans = sorted((finding.start, finding.end) for finding in personal_data(text))
    for start, end in reversed(spans):
        text = text[:start] + half_hidden(text[start:end]) + text[end:]
    return text
