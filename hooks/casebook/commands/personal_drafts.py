"""What commands that write drafts do with personal data: drafts are files on the editor's machine.

They are written as the source has them, because an editor must see what to mask. The command says
how much there is; checks and the hook of git stop a draft that still holds it.
"""

from __future__ import annotations

from collections.abc import Iterable

from casebook.checks.published_names import found_in_name
from casebook.commands.refusal import RefusedError
from casebook.names.personal_data import personal_data
from casebook.texts import commands as texts


def ensure_impersonal_name(folder: str, words: frozenset[str]) -> None:
    """Raises RefusedError where the name of a new folder is a person's: it is part of addresses."""
    if found_in_name(folder, words):
        raise RefusedError(texts.FOLDER_PERSONAL)


def personal_notice(drafts: Iterable[str], words: frozenset[str]) -> str | None:
    """The notice on the personal data in the texts of drafts; None where there is none."""
    count = sum(1 for draft in drafts for _ in personal_data(draft, words))
    return texts.PERSONAL_DRAFTS.format(count=count) if count else None
