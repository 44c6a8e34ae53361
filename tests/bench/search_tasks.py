"""Tasks of a page's main thread, for as long as one runs the page answers nobody.

They are read from a trace of the browser. The page names its thread, and the end of what counts,
with `performance.mark(MARK)`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

MARK = "answered"
CATEGORIES = [
    "blink.user_timing",
    "disabled-by-default-devtools.timeline",
    "toplevel",
    "__metadata",
]
TASKS = {"RunTask", "ThreadControllerImpl::RunTask"}
MAIN_THREAD = "CrRendererMain"

Event = dict[str, Any]


@dataclass(frozen=True, slots=True)
class MainThread:
    """What a trace says of the main thread of the page."""

    process: int
    longest_task: float
    """In seconds, of the tasks that had begun by the last mark."""
    longest_work: float
    """The longest time that one of them had the processor: the rest others took."""


def main_thread(trace: bytes) -> MainThread:
    """The main thread that made the mark."""
    events: list[Event] = json.loads(trace)["traceEvents"]
    mark = max((one for one in events if one["name"] == MARK), key=lambda one: one["ts"])
    thread = _thread(mark)
    names = {_thread(one): one["args"]["name"] for one in events if one["name"] == "thread_name"}
    if names[thread] != MAIN_THREAD:
        raise ValueError(f"The mark was made by {names[thread]}.")
    tasks = [one for one in events if one["name"] in TASKS and _thread(one) == thread]
    begun = [one for one in tasks if "dur" in one and one["ts"] <= mark["ts"]]
    longest, work = (max(one.get(name, 0) for one in begun) for name in ("dur", "tdur"))
    return MainThread(mark["pid"], longest / 1e6, work / 1e6)


def _thread(event: Event) -> tuple[int, int]:
    return event["pid"], event["tid"]
