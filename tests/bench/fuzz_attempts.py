"""Attempts: reads damaged files one after the other and says of each what became of it.

    python -m tests.bench.fuzz_attempts FOLDER FORMAT SEED FIRST SECONDS

It is a process of its own, which a crash of a native library may end: the file that is being read
stands in the folder as `FORMAT.current`. Each line of its output is an Attempt in JSON.
"""

from __future__ import annotations

import faulthandler
import json
import random
import resource
import signal
import sys
import time
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path
from types import FrameType

from casebook.importer.document import Document, tidy
from casebook.importer.extract import facts_of
from casebook.importer.readers.reading import read
from casebook.importer.readers.source import UnreadableError

from ..importer.labels import offences
from ..importer.test_conservation import assert_conserved
from .fuzz_damage import damaged
from .running import PEAK_UNIT

FILES = 1000
"""How many files one process reads: what a library does not give back is not told as a peak."""
SECONDS = 8
"""Of the processor, for one file."""
LAST_SECONDS = 90
"""Of the clock, after which the system ends the process: native code hangs."""
MEMORY = 1 << 30
"""Bytes that the process may ask for."""
LARGEST_PEAK = 300
"""MB."""
CONSERVED_EVERY = 20

DOCUMENT, REFUSAL, FAILURE = "document", "refusal", "failure"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One file that was read."""

    number: int
    outcome: str
    """One of DOCUMENT, REFUSAL and FAILURE."""
    kind: str
    """Of a refusal, its value; of a failure, where it was raised."""
    milliseconds: float
    """Of the processor."""
    peak: float
    """MB of the process until now, about 50 of which are what checks the documents."""
    report: str = ""


class OvertimeError(BaseException):
    """A file takes too long. Not an Exception: readers turn some of these into refusals."""


def file_of(seeds: list[bytes], name: str, seed: int, number: int) -> bytes:
    """The damaged file of a number, always the same for the same seeds; of small ones more."""
    dice = random.Random(f"{seed} {name} {number}")
    weights = [1 / (len(one) + 20_000) for one in seeds]
    return damaged(dice.choices(seeds, weights)[0], name, dice)


def attempt(data: bytes, number: int) -> Attempt:
    """Reads one file."""
    start = time.process_time()
    outcome, kind, report = DOCUMENT, "", ""
    before = _peak()
    try:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        document = read(data)
        signal.setitimer(signal.ITIMER_PROF, 0)
    except UnreadableError as error:
        outcome, kind = REFUSAL, error.refusal.value
    except (Exception, OvertimeError) as error:
        outcome, kind, report = FAILURE, _place(error), traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    took = time.process_time() - start
    if outcome == DOCUMENT:
        outcome, kind, report = _checked(document, number)
    if outcome != FAILURE and took > SECONDS:
        outcome, kind, report = FAILURE, "slow", f"{took:.1f} s"
    if outcome != FAILURE and before < LARGEST_PEAK < _peak():
        outcome, kind, report = FAILURE, "memory", f"{before:.0f} MB, then {_peak():.0f} MB"
    return Attempt(number, outcome, kind, took * 1000, _peak(), report)


def _checked(document: object, number: int) -> tuple[str, str, str]:
    """Whether a document is what it promises to be and, of some, whether nothing is lost of it."""
    try:
        assert isinstance(document, Document)
        for block in document.blocks:
            assert block.text, "an empty block"
            assert block.text == tidy(block.text), repr(block.text[:200])
            assert 0 <= block.label_length <= len(block.text), repr(block.text[:200])
        if number % CONSERVED_EVERY == 0:
            assert_conserved(facts_of(document, _OFFENCES))
    except Exception as error:
        return FAILURE, f"document: {_place(error)}", traceback.format_exc()
    return DOCUMENT, "", ""


def _place(error: BaseException) -> str:
    """The kind of an error and the last place of ours in which it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [one for one in frames if "casebook" in one.filename or "tests" in one.filename]
    last = (ours or frames)[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT / (1 << 20)


def _overtime(_: int, __: FrameType | None) -> None:
    raise OvertimeError


_OFFENCES = offences()


def main() -> int:
    """Reads files until so many are read or the time is over."""
    folder, name, seed, first, seconds = sys.argv[1:]
    end = time.monotonic() + float(seconds)
    faulthandler.enable()
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGPROF, _overtime)
    seeds = [path.read_bytes() for path in sorted(Path(folder, name).iterdir())]
    for number in range(int(first), int(first) + FILES):
        if time.monotonic() > end:
            break
        data = file_of(seeds, name, int(seed), number)
        Path(folder, f"{name}.current").write_bytes(data)
        signal.alarm(LAST_SECONDS)
        print(json.dumps(asdict(attempt(data, number))), flush=True)
        signal.alarm(0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
