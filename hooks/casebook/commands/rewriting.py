"""Rewriting of an editor's file, the changed lines as a command shows them, and the refusals."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

from casebook.checks.redaction import redacted_text
from casebook.content.file_access import reason_of
from casebook.content.file_writing import LinkError, replace_file
from casebook.texts import commands as texts


def rewrite(path: Path, text: str) -> None:
    """Replaces the text of a file durably; raises OSError and leaves the file unchanged.

    A link is never followed: raises LinkError.
    """
    replace_file(path, text.encode("utf-8"))


def rewriting_refusal(shown: str | Path, error: OSError) -> str:
    """The message that a file was not rewritten, and why."""
    if isinstance(error, LinkError):
        return texts.LINK_NOT_REWRITTEN.format(path=shown)
    return texts.NOT_FIXED.format(path=shown, reason=reason_of(error))


def writing_refusal(shown: str | Path, error: OSError) -> str:
    """The message that new files were not written into a folder, and why."""
    if isinstance(error, LinkError):
        return texts.FOLDER_IS_LINK.format(folder=shown)
    return texts.WRITE_REFUSED.format(folder=shown, reason=reason_of(error))


def changed_lines(shown: str, old: str, new: str) -> str:
    """The path of a file and its changed lines, as in a unified diff."""
    lines = unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    changed = [redacted_text(line) for line in lines if not line.startswith(("---", "+++", "@@"))]
    return "\n".join([texts.CHANGED.format(path=shown), *changed])
