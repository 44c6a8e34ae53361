"""`casebook fields`: keeps the field tables of a Markdown file in step with the models."""

from __future__ import annotations

import argparse
import sys

from casebook import texts
from casebook.exit_codes import MISUSED, OK
from casebook.field_tables import filled_in


def run(options: argparse.Namespace) -> int:
    """Writes the field tables of a Markdown file anew from the models."""
    if not options.file.is_file():
        print(texts.MISSING.format(paths=options.file), file=sys.stderr)
        return MISUSED
    text = options.file.read_text(encoding="utf-8")
    options.file.write_text(filled_in(text), encoding="utf-8")
    return OK
