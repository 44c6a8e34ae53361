"""`casebook fields`: updates the field tables of a Markdown file from the models."""

from __future__ import annotations

import argparse
import sys

from casebook.commands.exit_codes import MISUSED, OK
from casebook.editor.field_tables import with_field_tables
from casebook.texts import commands as texts


def run(options: argparse.Namespace) -> int:
    """Rewrites the field tables of a Markdown file from the models."""
    if not options.file.is_file():
        print(texts.MISSING.format(paths=options.file), file=sys.stderr)
        return MISUSED
    text = options.file.read_text(encoding="utf-8")
    options.file.write_text(with_field_tables(text), encoding="utf-8")
    return OK
