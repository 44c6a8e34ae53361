"""Partial content: what the rules on texts need of a broken file."""

from __future__ import annotations

from typing import Any

from casebook.content.contents import Bulletin, Case, Content, Page, SearchPage
from casebook.content.front_matter import Document
from casebook.content.model import BulletinFields, CaseFields
from casebook.content.model_base import FrontMatter
from casebook.content.page_model import SearchFields


def partial_content(uri: str, fields: FrontMatter, document: Document) -> Content:
    """A content with the valid fields of a broken file, for rules on texts alone.

    No name in it is resolved. A case whose stage is unknown is a page, to which no rule on stages
    applies.
    """
    folder, _, name = uri.removeprefix("cases/").removesuffix(".md").partition("/")
    if isinstance(fields, SearchFields):
        return SearchPage(fields, document)
    if isinstance(fields, BulletinFields):
        return Bulletin(folder, fields, document)
    if isinstance(fields, CaseFields) and _has_stage(fields, document):
        nothing: dict[str, Any] = {}
        bulletin = Bulletin(folder, BulletinFields.model_construct(**nothing), document)
        return Case(
            id=f"{folder}/{name}",
            number=int(name),
            bulletin=bulletin,
            fields=fields,
            document=document,
        )
    return Page(uri, fields, document)  # type: ignore[arg-type]  # rules read `allow` only


def _has_stage(fields: CaseFields, document: Document) -> bool:
    """Whether the current stage is valid: that of the case, or of its last update."""
    are_updates_valid = "updates" not in document.values or "updates" in fields.model_fields_set
    return "stage" in fields.model_fields_set and are_updates_valid
