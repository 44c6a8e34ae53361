"""A refusal: why a command cannot be carried out, in words for the editor."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import wraps

from casebook.commands.exit_codes import MISUSED

Command = Callable[[argparse.Namespace], int]


class RefusedError(Exception):
    """A command cannot be carried out; the text says why and what to do."""


def with_refusals(command: Command) -> Command:
    """The command with its refusals printed and told by the exit code."""

    @wraps(command)
    def run(options: argparse.Namespace) -> int:
        try:
            return command(options)
        except RefusedError as refusal:
            print(refusal, file=sys.stderr)
            return MISUSED

    return run
