"""`casebook fix`: corrects in the files what needs no decision of an editor."""

from __future__ import annotations

import argparse
import sys

from casebook.commands.exit_codes import FOUND, MISUSED, OK
from casebook.commands.rewriting import changed_lines, rewrite, rewriting_refusal
from casebook.config.project import Project
from casebook.content.loader import load
from casebook.editor.fixes import fixed_files
from casebook.texts import commands as texts

MAX_NAMED = 5
"""Maximum number of files that are named in one line."""


def run(options: argparse.Namespace) -> int:
    """Corrects all files, or the given paths, and prints every changed line.

    A file that cannot be written is reported and left unchanged.
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
        print(changed_lines(file.shown, file.old, file.new))
        fixed += 1
        try:
            if not options.dry_run:
                rewrite(file.path, file.new)
        except OSError as error:
            print(rewriting_refusal(file.shown, error), file=sys.stderr)
            refused += 1
    broken = [
        shown
        for uri, shown in library.broken.items()
        if not wanted or any(library.files[uri].resolve().is_relative_to(path) for path in wanted)
    ]
    if broken:
        listed = "、".join(sorted(broken)[:MAX_NAMED])
        more = texts.AND_MORE if len(broken) > MAX_NAMED else ""
        print(texts.UNFIXABLE.format(count=len(broken), paths=listed + more), file=sys.stderr)
    message = texts.WOULD_FIX if options.dry_run else texts.FIXED
    nothing = texts.NOTHING_ELSE_TO_FIX if broken else texts.NOTHING_TO_FIX
    print(message.format(files=fixed - refused) if fixed else nothing)
    return FOUND if refused else OK
