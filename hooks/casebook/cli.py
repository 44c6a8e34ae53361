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


class EndedError(KeyboardInterrupt):
    """The system asked the command to end; raised like Ctrl+C, so that it sweeps up likewise."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Carries out a command and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parser().parse_args(arguments)
    try:
        with _asked_to_end():
            code = _carried_out(options)
            sys.stdout.flush()  # here, where a full disk can still be told
            return code
    except EndedError:
        return _gave_up(texts.ENDED, ENDED)
    except KeyboardInterrupt:
        return _gave_up(texts.INTERRUPTED, INTERRUPTED)
    except BrokenPipeError:
        _let_output_go()  # the reader of a pipe (`| head`) has seen enough
        return MISUSED
    except OSError as error:
        from casebook.content.file_access import reason_of

        _let_output_go()
        place = f"{error.filename}：" if error.filename else ""
        return _gave_up(
            texts.REFUSED_BY_SYSTEM.format(place=place, reason=reason_of(error)), MISUSED
        )


def _let_output_go() -> None:
    """Drops what nobody takes any more; Python would complain of it while closing."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _carried_out(options: argparse.Namespace) -> int:
    # Only the chosen one is loaded: an editor who checks does not wait for what builds a site.
    try:
        command = import_module(f"casebook.commands.{options.command}")
    except ModuleNotFoundError as error:
        return _gave_up(texts.NOT_INSTALLED.format(name=error.name), MISUSED)
    return int(command.run(options))


def _gave_up(reason: str, code: int) -> int:
    print(reason, file=sys.stderr)
    return code


@contextmanager
def _asked_to_end() -> Iterator[None]:
    """Raises EndedError where SIGTERM would end the process on the spot."""

    def end(number: int, frame: FrameType | None) -> Never:
        raise EndedError

    try:
        before = signal.signal(signal.SIGTERM, end)
    except ValueError:  # not the main thread: whoever called looks after signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


if __name__ == "__main__":
    sys.exit(main())
