"""The command line: parse, call, exit code."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from types import FrameType
from typing import Never

from casebook.commands.exit_codes import ENDED, INTERRUPTED, MISUSED
from casebook.commands.parser import parser
from casebook.texts import commands as texts


class TerminatedError(KeyboardInterrupt):
    """SIGTERM was received; a KeyboardInterrupt, so that the same cleanup runs as for Ctrl+C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Parses the arguments, runs the command, and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parser().parse_args(arguments)
    try:
        with _terminable():
            code = _run(options)
            sys.stdout.flush()  # here, where a full disk can still be reported
            return code
    except TerminatedError:
        return _fail(texts.ENDED, ENDED)
    except KeyboardInterrupt:
        return _fail(texts.INTERRUPTED, INTERRUPTED)
    except BrokenPipeError:
        _discard_output()  # the reader of a pipe (`| head`) has closed it
        return MISUSED
    except OSError as error:
        from casebook.content.file_access import reason_of

        _discard_output()
        place = f"{error.filename}：" if error.filename else ""
        return _fail(texts.REFUSED_BY_SYSTEM.format(place=place, reason=reason_of(error)), MISUSED)


def _discard_output() -> None:
    """Discards unwritable output, which Python would report at exit."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(options: argparse.Namespace) -> int:
    # Only the chosen command is imported: a check must not wait for the imports of a build.
    try:
        command = import_module(f"casebook.commands.{options.command}")
    except ModuleNotFoundError as error:
        return _fail(texts.NOT_INSTALLED.format(name=error.name), MISUSED)
    return int(command.run(options))


def _fail(reason: str, code: int) -> int:
    print(reason, file=sys.stderr)
    return code


@contextmanager
def _terminable() -> Iterator[None]:
    """Raises TerminatedError on SIGTERM instead of ending the process at once."""

    def end(number: int, frame: FrameType | None) -> Never:
        raise TerminatedError

    try:
        before = signal.signal(signal.SIGTERM, end)
    except ValueError:  # not the main thread: the caller handles signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


if __name__ == "__main__":
    sys.exit(main())
