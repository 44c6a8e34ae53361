"""`casebook fields`: updates the field tables of a Markdown file from the models."""

from __future__ import annotations

import argparse
import sys

from casebook.commands.exit_codes import MISUSED, OK
from casebook.commands.rewriting import rewrite, rewriting_refusal
from casebook.editor.field_tables import with_field_tables
from casebook.texts import commands as texts


def run(options: argparse.Namespace) -> int:
    """Rewrites the field tables of a Markdown file from the models."""
    if not options.file.is_file():
        print(texts.MISSING.format(paths=options.file), file=sys.stderr)
        return MISUSED
    text = options.file.read_text(encoding="utf-8")
    try:
        rewrite(options.file, with_field_tables(text))
    except OSError as error:
        print(rewriting_refusal(options.file, error), file=sys.stderr)
        return MISUSED
    return OK
