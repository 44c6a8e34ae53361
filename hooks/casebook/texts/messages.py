"""The message table: every problem an editor can get, by its code."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

from casebook.texts.catalog import entries


class Message(NamedTuple):
    """The texts of one kind of problem."""

    text: str
    hint: str
    is_warning: bool = False
    can_be_allowed: bool = False
    """Whether an editor who knows better can allow it in the file."""
    is_refused_when_official: bool = False
    """Whether a warning stops the build of an official site."""


MESSAGES = MappingProxyType({
    code: Message(
        one["text"],
        one["hint"],
        one.get("warning", False),
        one.get("can_be_allowed", False),
        one.get("refused_when_official", False),
    )
    for code, one in entries("problems.yml")["MESSAGES"].items()
})  # fmt: skip
