"""`casebook fix`: puts right in the files what needs nobody's judgment."""

from __future__ import annotations

import argparse
import sys
from difflib import unified_diff

from casebook.checks.fixes import FixedFile, fixed_files
from casebook.commands.exit_codes import FOUND, MISUSED, OK
from casebook.commands.rewriting import rewrite
from casebook.config.project import Project
from casebook.content.file_access import reason_of
from casebook.content.loader import load
from casebook.texts import commands as texts


def run(options: argparse.Namespace) -> int:
    """Mends all files, or those named, and shows every line that changes.

    A file that cannot be written is named and left unchanged, and the others are fixed.
    """
    project = Project.here()
    if missing := [path for path in options.paths if not path.exists()]:
        print(texts.MISSING.format(paths="、".join(map(str, missing))), file=sys.stderr)
        return MISUSED
    library, _ = load(project.folders)
    wanted = [path.resolve() for path in options.paths]
    refused = fixed = 0
    for file in fixed_files(library):
        if wanted and not any(file.path.resolve().is_relative_to(path) for path in wanted):
            continue
        print("\n".join(_changes(file)))
        fixed += 1
        try:
            if not options.dry_run:
                rewrite(file.path, file.new)
        except OSError as error:
            reason = reason_of(error)
            print(texts.NOT_FIXED.format(path=file.shown, reason=reason), file=sys.stderr)
            refused += 1
    said = texts.WOULD_FIX if options.dry_run else texts.FIXED
    print(said.format(files=fixed - refused) if fixed else texts.NOTHING_TO_FIX)
    return FOUND if refused else OK


def _changes(file: FixedFile) -> list[str]:
    """The lines of a file before and after."""
    before, after = file.old.splitlines(), file.new.splitlines()
    lines = unified_diff(before, after, n=0, lineterm="")
    changed = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
    return [texts.CHANGED.format(path=file.shown), *changed]
