"""Snippets for VS Code: the front matter of a new file, generated from the models."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

from casebook.content.model import BulletinFields, CaseFields
from casebook.content.model_base import FrontMatter, required_keys
from casebook.law.proceedings.stage import STATED, Stage
from casebook.texts import commands as texts

MODELS: dict[str, type[FrontMatter]] = {"bulletin": BulletinFields, "case": CaseFields}
"""The models with a snippet, by the name of their schema."""


def snippets(offences: Iterable[str] = ()) -> dict[str, Any]:
    """The content of a `.code-snippets` file; a case's offence is a choice of these titles."""
    titles = tuple(offences)
    return {
        prefix: {
            "body": [*_front_matter(MODELS[name], titles), *_body(name)],
            "description": texts.table("SNIPPET_DESCRIPTIONS")[name],
            "prefix": [prefix, texts.table("SNIPPET_PINYIN")[name]],
            "scope": "markdown",
        }
        for name, prefix in texts.table("SNIPPET_NAMES").items()
    }


def _front_matter(model: type[FrontMatter], offences: tuple[str, ...]) -> Iterator[str]:
    yield "---"
    required = required_keys(model)
    for stop, key in enumerate(required, 1):
        about = model.model_fields[key]
        choices = offences if key == "offence" else _members(about.annotation)
        # In brackets it is a list, which is invalid as a text: an unfilled field is an error.
        hint = texts.PLACEHOLDER.format(title=about.title)
        filled = f"|{','.join(map(_choice, choices))}|" if choices else f":{_text(hint)}"
        yield f"{key}: ${{{stop}{filled}}}"
    yield "---"


def _members(annotation: object) -> tuple[str, ...]:
    """The values of an enum field that a file may have; none for other fields."""
    if annotation is Stage:
        return tuple(stage.value for stage in STATED)
    is_list = isinstance(annotation, type) and issubclass(annotation, StrEnum)
    return tuple(member.value for member in annotation) if is_list else ()  # type: ignore[attr-defined]


def _body(name: str) -> list[str]:
    return ["", *texts.table("SNIPPET_BODY")[name].format(rest="$0").splitlines()]


def _text(plain: str) -> str:
    r"""A text escaped for a placeholder, where `$`, `}` and `\` have a meaning."""
    return re.sub(r"[$}\\]", r"\\\g<0>", plain)


def _choice(plain: str) -> str:
    r"""A text escaped for a choice, where `,` and `|` have a meaning too."""
    return re.sub(r"[$}\\,|]", r"\\\g<0>", plain)
