"""Isolation: files are read in a child process, which ends when it takes too long or too much.

What comes from outside is read by libraries that can hang, crash or fill the memory. The child
gets the bytes by a pipe and answers in JSON, so that nothing it sends is ever executed.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO

from casebook.importer.document import Document
from casebook.importer.document_transfer import BrokenTransferError, receive
from casebook.importer.readers.source import LIMITS, Limits, Refusal, UnreadableError

SECONDS = 8
"""Seconds that reading one file may take; with the rest of the command they stay below ten."""
MEMORY = 230 << 20
"""Bytes of memory that the child may ask for. With libraries, which are no data, it stays below
300 MB. Only Linux enforces it."""
READER = "casebook.importer.readers.reading"
"""The module whose function `read` the child calls."""
_PACKAGE_FOLDER = Path(__file__).resolve().parents[2]
_CODE = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from casebook.importer.isolated import main; main()"
)
_LAST_SECONDS = 1
"""Seconds for a child that has closed its output to end by itself."""
_HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # only on Windows
_LATE = {-getattr(signal, name, 0) for name in ("SIGALRM", "SIGXCPU")} - {0}
_KILLED = -getattr(signal, "SIGKILL", 0) or None
"""How the system ends a child that ran too long, or that needed too much memory."""
_FULL = 0.8
"""The share of its memory that a child has when its libraries fail for want of more."""


def read_isolated(data: bytes, limits: Limits = LIMITS, seconds: int = SECONDS) -> Document:
    """The document of a file, read in a child process that is gone afterwards.

    Raises UnreadableError: as the reader does, TOO_LONG after so many seconds, TOO_LARGE if it
    needs too much memory, BROKEN if the child crashes; ModuleNotFoundError if a library is missing.
    """
    if len(data) > limits.file_bytes:
        raise UnreadableError(Refusal.TOO_LARGE)
    task = {
        "reader": READER,
        "size": len(data),
        "seconds": seconds,
        "memory": MEMORY,
        "limits": asdict(limits),
    }
    child = _Child(seconds)
    try:
        child.give(task, data)
        return receive(child.answers, limits)
    except (BrokenTransferError, UnreadableError, OSError) as error:
        if isinstance(error, UnreadableError) and error.refusal is not Refusal.BROKEN:
            raise
        raise UnreadableError(child.refusal()) from error
    finally:
        child.end()


class _Child:
    """A child process in a group of its own, which a timer kills when it is late."""

    def __init__(self, seconds: int) -> None:
        self._is_late = False
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _CODE, str(_PACKAGE_FOLDER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback can quote the file
            start_new_session=True,
            creationflags=_HIDDEN,
        )
        self._timer = threading.Timer(seconds, self._end_late)
        self._timer.daemon = True
        self._timer.start()

    def give(self, task: object, data: bytes) -> None:
        """Hands over a task and the bytes of a file; OSError if the child is gone."""
        given = self._process.stdin
        assert given is not None
        given.write(json.dumps(task).encode("ascii") + b"\n")
        given.write(data)
        given.close()

    @property
    def answers(self) -> IO[bytes]:
        """What the child writes."""
        assert self._process.stdout is not None
        return self._process.stdout

    def refusal(self) -> Refusal:
        """Why the child broke off, by the way it ended."""
        self._timer.cancel()
        peak = self._wait()
        code = self._process.returncode
        if self._is_late or code in _LATE:
            return Refusal.TOO_LONG
        return Refusal.TOO_LARGE if code == _KILLED or peak > _FULL * MEMORY else Refusal.BROKEN

    def end(self) -> None:
        """Kills the child and all that it started."""
        self._timer.cancel()
        self._kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                pipe.close()  # type: ignore[union-attr]

    def _wait(self) -> int:
        """Lets the child end by itself; the most bytes of memory it had, where that is bounded.

        The system counts in a child what its parent had at the start; then the peak is unknown: 0.
        """
        if sys.platform != "linux":
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_LAST_SECONDS)
            return 0
        import resource  # only where there is one

        deadline = time.monotonic() + _LAST_SECONDS
        while time.monotonic() < deadline:
            number, status, usage = os.wait4(self._process.pid, os.WNOHANG)
            if number:
                self._process.returncode = os.waitstatus_to_exitcode(status)
                own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
                return usage.ru_maxrss << 10 if usage.ru_maxrss > own else 0
            time.sleep(0.01)
        return 0

    def _end_late(self) -> None:
        self._is_late = True
        self._kill()

    def _kill(self) -> None:
        if sys.platform == "win32":
            self._process.kill()
        else:
            with suppress(OSError):  # all have ended
                os.killpg(self._process.pid, signal.SIGKILL)
