"""Atomic rewriting of an editor's file, and the changed lines as a command shows them."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

from casebook.checks.redaction import redacted_text
from casebook.texts import commands as texts


def rewrite(path: Path, text: str) -> None:
    """Replaces the text of a file atomically; raises OSError and leaves the file unchanged."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(text.encode("utf-8"))
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def changed_lines(shown: str, old: str, new: str) -> str:
    """The path of a file and its changed lines, as in a unified diff."""
    lines = unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    changed = [redacted_text(line) for line in lines if not line.startswith(("---", "+++", "@@"))]
    return "\n".join([texts.CHANGED.format(path=shown), *changed])
