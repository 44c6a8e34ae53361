"""The command line: parse, call, exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from casebook import texts
from casebook.exit_codes import INTERRUPTED, MISUSED
from casebook.parser import parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Carries out a command and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parser().parse_args(arguments)
    # Only the chosen one is loaded: an editor who checks does not wait for what builds a site.
    try:
        command = import_module(f"casebook.commands.{options.command}")
    except ModuleNotFoundError as error:
        print(texts.NOT_INSTALLED.format(name=error.name), file=sys.stderr)
        return MISUSED
    try:
        return int(command.run(options))
    except KeyboardInterrupt:
        print(texts.INTERRUPTED, file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe (`| head`) has seen enough; Python would complain while closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return MISUSED


if __name__ == "__main__":
    sys.exit(main())
