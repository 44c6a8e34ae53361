"""The worker pool: forked processes share out tasks; each test forks from a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from casebook.build.worker_pool import map_unordered

BEGIN = """
import os, sys, time, signal
from casebook.build.worker_pool import map_unordered, WorkerLostError
"""

needs_forks = pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux alone")


def run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", BEGIN + program],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_every_task_is_done_once(workers: int) -> None:
    ended = run(f"""
work = lambda number: (number * 2, os.getpid())
found = dict(map_unordered(work, list(range(40)), workers={workers}))
assert {{number: value for number, (value, _) in found.items()}} == {{n: n * 2 for n in range(40)}}
print(len({{process for _, process in found.values()}} - {{os.getpid()}}))
""")
    assert ended.stderr == ""
    assert int(ended.stdout) in range(1, workers + 1) if workers > 1 else ended.stdout == "0\n"


def test_no_tasks_need_no_worker() -> None:
    assert list(map_unordered(str, [])) == []


def test_where_other_threads_run_nothing_is_forked() -> None:
    ended = run("""
import threading
threading.Thread(target=time.sleep, args=(9,), daemon=True).start()
found = {process for _, process in map_unordered(lambda number: os.getpid(), list(range(9)))}
print(found == {os.getpid()})
""")
    assert (ended.stdout, ended.stderr) == ("True\n", "")


@needs_forks
def test_an_exception_comes_back_and_ends_all_workers() -> None:
    ended = run("""
def work(number):
    if number == 3:
        raise OSError(28, "full")
    return number
try:
    list(map_unordered(work, list(range(9)), workers=2))
except OSError as error:
    print(error.errno)
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("alone")
""")
    assert (ended.stdout, ended.stderr) == ("28\nalone\n", "")


@needs_forks
def test_a_worker_that_is_killed_is_missed() -> None:
    ended = run("""
try:
    list(map_unordered(lambda number: os.kill(os.getpid(), signal.SIGKILL), [1, 2, 3], workers=2))
except WorkerLostError:
    print("lost")
""")
    assert (ended.stdout, ended.stderr) == ("lost\n", "")


@needs_forks
def test_no_worker_outlives_its_parent() -> None:
    program = """
def work(number):
    os.write(1, b"%d\\n" % os.getpid())  # at once: two workers write here
    time.sleep(0.2)
    return number
list(map_unordered(work, list(range(500)), workers=2))
"""
    process = subprocess.Popen([sys.executable, "-c", BEGIN + program], stdout=subprocess.PIPE)
    assert process.stdout is not None
    workers = {int(process.stdout.readline()) for _ in range(3)}
    process.kill()
    process.wait()
    end = time.monotonic() + 30
    while time.monotonic() < end and any(map(is_alive, workers)):
        time.sleep(0.05)
    assert not any(map(is_alive, workers))


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    return stat.rpartition(")")[2].split()[0] != "Z"


@needs_forks
@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_parent_that_is_ended_ends_its_workers(number: signal.Signals) -> None:
    program = """
signal.signal(signal.SIGTERM, lambda *_: sys.exit(3))
def work(number):
    os.write(1, b"%d\\n" % os.getpid())  # at once: two workers write here
    time.sleep(0.2)
try:
    list(map_unordered(work, list(range(500)), workers=2))
except KeyboardInterrupt:
    sys.exit(3)
"""
    process = subprocess.Popen(
        [sys.executable, "-c", BEGIN + program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    workers = {int(process.stdout.readline()) for _ in range(3)}
    os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (3, b"")
    assert not any(map(is_alive, workers))
