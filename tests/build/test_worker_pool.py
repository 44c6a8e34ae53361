"""The crew: forked processes share out tasks; each test is a process of its own, to be forked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from casebook.build.worker_pool import shared_out

BEGIN = """
import os, sys, time, signal
from casebook.build.worker_pool import shared_out, LostHandError
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


@pytest.mark.parametrize("crew", [1, 2, 5])
def test_every_task_is_done_once(crew: int) -> None:
    ended = run(f"""
found = dict(shared_out(lambda number: (number * 2, os.getpid()), list(range(40)), crew={crew}))
assert {{number: value for number, (value, _) in found.items()}} == {{n: n * 2 for n in range(40)}}
print(len({{process for _, process in found.values()}} - {{os.getpid()}}))
""")
    assert ended.stderr == ""
    assert int(ended.stdout) in range(1, crew + 1) if crew > 1 else ended.stdout == "0\n"


def test_no_tasks_need_no_crew() -> None:
    assert list(shared_out(str, [])) == []


def test_where_other_threads_run_nothing_is_forked() -> None:
    ended = run("""
import threading
threading.Thread(target=time.sleep, args=(9,), daemon=True).start()
found = {process for _, process in shared_out(lambda number: os.getpid(), list(range(9)))}
print(found == {os.getpid()})
""")
    assert (ended.stdout, ended.stderr) == ("True\n", "")


@needs_forks
def test_an_exception_comes_back_and_the_crew_goes_home() -> None:
    ended = run("""
def work(number):
    if number == 3:
        raise OSError(28, "full")
    return number
try:
    list(shared_out(work, list(range(9)), crew=2))
except OSError as error:
    print(error.errno)
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("alone")
""")
    assert (ended.stdout, ended.stderr) == ("28\nalone\n", "")


@needs_forks
def test_a_hand_that_is_killed_is_missed() -> None:
    ended = run("""
try:
    list(shared_out(lambda number: os.kill(os.getpid(), signal.SIGKILL), [1, 2, 3], crew=2))
except LostHandError:
    print("lost")
""")
    assert (ended.stdout, ended.stderr) == ("lost\n", "")


@needs_forks
def test_the_crew_does_not_outlive_its_parent() -> None:
    program = """
def work(number):
    os.write(1, b"%d\\n" % os.getpid())  # at once: two hands write here
    time.sleep(0.2)
    return number
list(shared_out(work, list(range(500)), crew=2))
"""
    process = subprocess.Popen([sys.executable, "-c", BEGIN + program], stdout=subprocess.PIPE)
    assert process.stdout is not None
    hands = {int(process.stdout.readline()) for _ in range(3)}
    process.kill()
    process.wait()
    end = time.monotonic() + 30
    while time.monotonic() < end and any(map(is_alive, hands)):
        time.sleep(0.05)
    assert not any(map(is_alive, hands))


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
def test_who_is_asked_to_end_takes_the_crew_along(number: signal.Signals) -> None:
    program = """
signal.signal(signal.SIGTERM, lambda *_: sys.exit(3))
def work(number):
    os.write(1, b"%d\\n" % os.getpid())  # at once: two hands write here
    time.sleep(0.2)
try:
    list(shared_out(work, list(range(500)), crew=2))
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
    hands = {int(process.stdout.readline()) for _ in range(3)}
    os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (3, b"")
    assert not any(map(is_alive, hands))
