"""The field tables of CONTRIBUTING.md, generated from the models."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from casebook.content.model import BulletinFields, CaseFields
from casebook.content.model_base import FrontMatter, required_keys
from casebook.content.page_model import CorrectionsFields, OffenceFields, SearchFields
from casebook.texts import commands as texts

TABLES: dict[str, type[FrontMatter]] = {
    "bulletin": BulletinFields,
    "case": CaseFields,
    "offence": OffenceFields,
    "search": SearchFields,
    "corrections": CorrectionsFields,
}
"""The models with a field table, by the name in the markers of a text."""


def with_field_tables(text: str) -> str:
    """The text with a generated table between each `<!-- fields: NAME -->` and `<!-- end -->`."""

    def table(match: re.Match[str]) -> str:
        return f"{match[1]}\n\n{field_table(TABLES[match[2]])}\n\n{match[3]}"

    names = "|".join(TABLES)
    return re.sub(rf"(<!-- fields: ({names}) -->).*?(<!-- end -->)", table, text, flags=re.DOTALL)


def field_table(model: type[FrontMatter]) -> str:
    """A Markdown table of a model's fields: key, name, whether required, description, examples."""
    head = texts.sequence("FIELD_TABLE_HEAD")
    return "\n".join((_row(head), "|---" * len(head) + "|", *_rows(model)))


def _rows(model: type[FrontMatter]) -> Iterator[str]:
    for key, field in model.model_fields.items():
        required = texts.REQUIRED if key in required_keys(model) else ""
        examples = "、".join(f"`{example}`" for example in field.examples or ())
        yield _row((f"`{key}`", str(field.title), required, str(field.description), examples))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
