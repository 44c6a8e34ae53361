"""Field prompts: the fields of a draft, from options and then from prompts on the terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from casebook.checks.redaction import redacted
from casebook.commands.refusal import RefusedError
from casebook.content.front_matter import parse
from casebook.content.model_base import FrontMatter, required_keys
from casebook.content.problem import Problem
from casebook.content.validation import validate
from casebook.editor.draft import Draft
from casebook.texts import commands as texts


def field_values(options: argparse.Namespace, model: type[FrontMatter]) -> dict[str, str]:
    """The values of a draft's fields, from options, and from prompts where input is a terminal.

    Raises RefusedError for an option that the content model rejects.
    """
    given = {key: value for key in model.model_fields if (value := getattr(options, key, None))}
    problems = [problem for key in given for problem in field_problems(model, key, given[key])]
    if problems:
        raise RefusedError("\n".join(map(_text, problems)))
    if options.no_input or not sys.stdin.isatty():
        return given
    print(texts.ASKING)
    for key in required_keys(model):
        if key not in given and (answer := _asked(model, key)):
            given[key] = answer
    return given


def _asked(model: type[FrontMatter], key: str) -> str:
    """Prompts for a field until the input is valid or empty."""
    about = model.model_fields[key]
    example = texts.EXAMPLE.format(example=about.examples[0]) if about.examples else ""
    print(texts.QUESTION.format(title=about.title, description=about.description, example=example))
    while answer := input(texts.PROMPT.format(title=about.title)).strip():
        found = field_problems(model, key, answer)
        if not found:
            return answer
        for problem in found:
            print(_text(problem))
    return ""


def _text(problem: Problem) -> str:
    shown = redacted(problem)
    return shown.message + shown.hint


def field_problems(model: type[FrontMatter], key: str, value: str) -> list[Problem]:
    """The problems of a value of one field, without those of other fields."""
    document, problems = parse(Draft(model, {key: value}, "").text(), "", model)
    if document is None:
        return problems
    return list(_of_field(validate(document, model)[1], key))


def _of_field(problems: list[Problem], key: str) -> Iterator[Problem]:
    for problem in problems:
        is_own = problem.field == key or problem.field.startswith(f"{key}[")
        if is_own and problem.code not in ("empty-value", "missing-field"):
            yield problem
