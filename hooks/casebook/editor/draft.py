"""A draft: the text of a new file, with front matter, notes for the editor, and a body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from yaml.emitter import Emitter
from yaml.representer import SafeRepresenter
from yaml.resolver import BaseResolver
from yaml.serializer import Serializer

from casebook.content.model_base import FrontMatter, required_keys
from casebook.content.yaml_tree import NULLS

Value: TypeAlias = str | Sequence["Value"] | Mapping[str, "Value"]
"""The value of a front matter field in a draft: text, a list or a mapping."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The content of a new file; required fields without a value are left open for the editor."""

    model: type[FrontMatter]
    values: Mapping[str, Value]
    body: str
    notes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What the editor must check, by key."""

    def text(self) -> str:
        """The text of the file, its keys in the order of the model."""
        required = required_keys(self.model)
        entries = [
            _Entry(key, self.values.get(key), tuple(map(_on_one_line, self.notes.get(key, ()))))
            for key in self.model.model_fields
            if key in self.values or key in required or key in self.notes
        ]
        return _template().render(entries=entries, body=self.body.strip()).rstrip() + "\n"


def _on_one_line(note: str) -> str:
    """A note without line breaks, after which it would be no comment."""
    return " ".join(note.split())


@dataclass(frozen=True, slots=True)
class _Entry:
    key: str
    value: Value | None
    notes: tuple[str, ...]

    @property
    def as_yaml(self) -> str:
        """The key with its value as YAML; the key alone without a value."""
        if self.value is None:
            return f"{self.key}:"
        return yaml.dump(
            {self.key: self.value}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDE
        ).rstrip("\n")


_WIDE = 10_000
"""Characters of a line; wide enough that no value is wrapped."""


class _Dumper(Emitter, Serializer, SafeRepresenter, BaseResolver):
    """Dumps scalars without resolving YAML's types, so that dates and numbers are not quoted."""

    def __init__(self, stream: object, **settings: object) -> None:
        emitting = ("canonical", "indent", "width", "allow_unicode", "line_break")
        serializing = ("encoding", "explicit_start", "explicit_end", "version", "tags")
        Emitter.__init__(self, stream, **{key: settings.get(key) for key in emitting})  # type: ignore[arg-type]
        Serializer.__init__(self, **{key: settings.get(key) for key in serializing})
        SafeRepresenter.__init__(self, default_flow_style=False, sort_keys=False)
        BaseResolver.__init__(self)


def _represent_text(dumper: SafeRepresenter, text: str) -> yaml.ScalarNode:
    """A text as a scalar, quoted if front matter would load it as empty."""
    return dumper.represent_scalar(_TEXT, text, style="'" if text in NULLS else None)


_TEXT = "tag:yaml.org,2002:str"
_Dumper.add_representer(str, _represent_text)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("casebook.editor"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=False,
        keep_trailing_newline=True,
        autoescape=False,
    )
    return environment.get_template("draft.md")
