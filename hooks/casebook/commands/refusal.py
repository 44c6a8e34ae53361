"""Refusals: a command cannot be executed; the message is for the editor."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import wraps

from casebook.commands.exit_codes import MISUSED

Command = Callable[[argparse.Namespace], int]


class RefusedError(Exception):
    """A command cannot be executed; the text gives the reason and the remedy."""


def with_refusals(command: Command) -> Command:
    """Wraps a command: a RefusedError is printed to stderr and returned as MISUSED."""

    @wraps(command)
    def run(options: argparse.Namespace) -> int:
        try:
            return command(options)
        except RefusedError as refusal:
            print(refusal, file=sys.stderr)
            return MISUSED

    return run
