"""Isolated reading, the child's side: reads one file under limits of the system, and sends it.

It imports nothing but readers, so that it starts quickly; `isolation` starts it.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import IO

from casebook.importer.document_transfer import send, send_missing, send_refusal
from casebook.importer.readers.source import Limits, Refusal, UnreadableError


def main() -> None:
    """Reads the file that stdin hands over, sends its document to stdout, and ends the process."""
    answers = _own_output()
    task = json.loads(sys.stdin.buffer.readline())
    _restrict(task["seconds"], task["memory"])
    data = sys.stdin.buffer.read(task["size"])
    if len(data) == task["size"]:
        _answer(answers, task["reader"], data, Limits(**task["limits"]))
    answers.flush()
    os._exit(0)  # without tidying up what a library left behind


def _own_output() -> IO[bytes]:
    """The stdout of the process, which from here on nobody else writes to."""
    answers = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123
        os.dup2(nowhere.fileno(), 1)
    return answers


def _restrict(seconds: int, memory: int) -> None:
    """Lets the system end this process after some time, and refuse it more memory."""
    try:
        import resource
        import signal
    except ModuleNotFoundError:  # on Windows, the parent alone watches the time
        return
    # The parent ends it sooner, unless it was killed itself.
    signal.alarm(seconds + 2)
    # Not the address space: libraries reserve more of it than they use.
    for kind, limit in (
        (resource.RLIMIT_DATA, memory),
        (resource.RLIMIT_CPU, seconds + 1),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # a lower limit holds already
            resource.setrlimit(kind, (limit, limit))


def _answer(answers: IO[bytes], reader: str, data: bytes, limits: Limits) -> None:
    """Sends the document, or why there is none."""
    refusal = Refusal.BROKEN
    try:
        send(answers, import_module(reader).read(data, limits))
        return
    except UnreadableError as error:
        refusal = error.refusal
    except ImportError as error:
        send_missing(answers, error.name or reader)
        return
    except MemoryError:
        refusal = Refusal.TOO_LARGE
    except Exception:  # a reader that fails has met a file that nobody thought of
        pass
    send_refusal(answers, refusal)
