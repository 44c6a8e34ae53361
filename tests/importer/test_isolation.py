"""Isolation: a reader that hangs, crashes or wants too much is ended, and nothing stays of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from casebook.importer import isolation
from casebook.importer.document import Block, Document, Picture
from casebook.importer.isolation import read_isolated
from casebook.importer.readers.source import LIMITS, Refusal, UnreadableError

ROOT = Path(__file__).parents[2]

READER = """
import ctypes, os, signal, subprocess, sys, time
from casebook.importer.document import Block, Document, Picture
from casebook.importer.readers.source import Refusal, UnreadableError

def read(data, limits):
    open(__file__ + ".pid", "w").write(str(os.getpid()))
    names = dict(globals())
    exec(data.partition(b"\\0")[0], names)
    pictures = names.get("pictures", ())
    return Document((Block(str(len(data)), str(limits.pages)),), pictures=pictures)
"""
"""A reader of programs, each of which does what a broken library could do."""


@pytest.fixture(autouse=True)
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which the reader writes the number of its process."""
    (tmp_path / "reader_of_programs.py").write_text(READER, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(isolation, "READER", "reader_of_programs")
    return tmp_path / "reader_of_programs.py.pid"


def refusal_of(program: bytes, seconds: int = 8) -> Refusal:
    with pytest.raises(UnreadableError) as raised:
        read_isolated(program, seconds=seconds)
    return raised.value.refusal


def is_running(number: int) -> bool:
    """Whether there is a process of that number, dead ones that nobody waited for included."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_document_comes_back(reader: Path) -> None:
    assert read_isolated(b"", replace(LIMITS, pages=3)) == Document((Block("0", "3"),))
    assert not is_running(int(reader.read_text(encoding="utf-8")))


def test_a_file_at_the_limit_comes_through() -> None:
    limits = replace(LIMITS, file_bytes=5 << 20)
    document = read_isolated(bytes(5 << 20), limits)
    assert document.blocks[0].text == str(5 << 20)
    with pytest.raises(UnreadableError) as raised:
        read_isolated(bytes((5 << 20) + 1), limits)
    assert raised.value.refusal is Refusal.TOO_LARGE


def test_large_pictures_come_back() -> None:
    document = read_isolated(b"pictures = (Picture('a', bytes(9 << 20), 'b'),)")
    assert document.pictures == (Picture("a", bytes(9 << 20), "b"),)


@pytest.mark.parametrize("refusal", Refusal)
def test_a_refusal_of_the_reader_is_passed_on(refusal: Refusal) -> None:
    program = f"raise UnreadableError(Refusal.{refusal.name})"
    assert refusal_of(program.encode()) is refusal


@pytest.mark.parametrize(
    ("program", "refusal"),
    [
        (b"raise KeyError('x')", Refusal.BROKEN),
        (b"f = lambda: f()\nf()", Refusal.BROKEN),
        (b"sys.exit('x')", Refusal.BROKEN),
        (b"os._exit(0)", Refusal.BROKEN),
        (b"ctypes.string_at(0)", Refusal.BROKEN),
        (b"os.abort()", Refusal.BROKEN),
        (b"raise MemoryError", Refusal.TOO_LARGE),
        (b"os.kill(os.getpid(), signal.SIGKILL)", Refusal.TOO_LARGE),
        (b"os.kill(os.getpid(), signal.SIGXCPU)", Refusal.TOO_LONG),
    ],
)
def test_a_reader_that_fails(program: bytes, refusal: Refusal) -> None:
    assert refusal_of(program) is refusal


@pytest.mark.parametrize(
    "program",
    [
        b"while True: pass",
        b"time.sleep(60)",
        b"signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65)); time.sleep(60)",
    ],
)
def test_a_reader_that_takes_too_long_is_ended(program: bytes, reader: Path) -> None:
    start = time.monotonic()
    assert refusal_of(program, seconds=1) is Refusal.TOO_LONG
    assert 1 <= time.monotonic() - start < 3
    assert not is_running(int(reader.read_text(encoding="utf-8")))


def test_a_reader_that_closes_its_output_and_stays_is_ended(reader: Path) -> None:
    program = b"os.closerange(0, 99); time.sleep(60)"
    assert refusal_of(program) is Refusal.BROKEN
    assert not is_running(int(reader.read_text(encoding="utf-8")))


FILLED = b"x = bytearray(200 << 20); x[::4096] = bytes(51200); "


@pytest.mark.skipif(sys.platform != "linux", reason="只有 Linux 限制内存 / Linux only")
@pytest.mark.parametrize(
    "program",
    [
        b"x = bytearray(1 << 30)",
        b"x = []\nwhile True: x.append(bytes(1000))",
        b"x = 'x'\nwhile True: x += x",
        FILLED + b"raise UnreadableError(Refusal.BROKEN)",
        FILLED + b"os.abort()",
    ],
)
def test_a_reader_that_wants_too_much_memory_is_refused_it(program: bytes) -> None:
    if program.startswith(FILLED):
        import resource

        if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10 > 200 << 20:
            pytest.skip("these tests had as much memory, which the system counts in a child")
    assert refusal_of(program) is Refusal.TOO_LARGE


def test_what_a_library_prints_is_no_answer() -> None:
    program = b"print('x'); os.write(1, b'{}\\n'); sys.stdout.flush()"
    assert read_isolated(program).blocks[0].text == str(len(program))


def test_what_a_reader_starts_is_ended(tmp_path: Path) -> None:
    child = tmp_path / "child"
    program = f"""
child = subprocess.Popen(["sleep", "60"])
open({str(child)!r}, "w").write(str(child.pid))
time.sleep(60)
"""
    assert refusal_of(program.encode(), seconds=1) is Refusal.TOO_LONG
    number = int(child.read_text(encoding="utf-8"))
    for _ in range(100):  # whoever adopts it takes a moment
        if not is_running(number) or is_dead(number):
            break
        time.sleep(0.02)
    else:
        pytest.fail("still running")


def is_dead(number: int) -> bool:
    """Whether a process has ended and only waits to be buried by whoever adopted it."""
    status = Path(f"/proc/{number}/stat")
    return status.exists() and status.read_text(encoding="utf-8").split()[2] == "Z"


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "READER", "no_such_reader")
    with pytest.raises(ModuleNotFoundError) as raised:
        read_isolated(b"")
    assert raised.value.name == "no_such_reader"


def test_modules_of_the_current_folder_are_not_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here/json.py").write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "here")
    assert read_isolated(b"").blocks[0].text == "0"


def test_ctrl_c_leaves_no_process(reader: Path, interruptible: None) -> None:
    timer = threading.Timer(0.5, lambda: os.kill(os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        read_isolated(b"time.sleep(60)")
    assert not is_running(int(reader.read_text(encoding="utf-8")))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 没有闹钟 / no alarms")
def test_a_reader_whose_parent_was_killed_ends_soon(reader: Path) -> None:
    program = (
        "from casebook.importer import isolation\n"
        "isolation.READER = 'reader_of_programs'\n"
        "isolation.read_isolated(b'time.sleep(60)', seconds=1)\n"
    )
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'hooks'}:{reader.parent}"}
    with subprocess.Popen([sys.executable, "-c", program], env=environment) as parent:
        while not reader.exists() or not reader.read_text(encoding="utf-8"):
            time.sleep(0.01)
        parent.kill()
    number = int(reader.read_text(encoding="utf-8"))
    deadline = time.monotonic() + 5
    while is_running(number) and not is_dead(number):
        assert time.monotonic() < deadline
        time.sleep(0.05)


LIGHT = """
import sys
import casebook.importer.isolated, casebook.importer.readers.reading
print(*{name.partition(".")[0] for name in sys.modules})
"""


def test_the_child_loads_no_heavy_library() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    run = subprocess.run(
        [sys.executable, "-c", LIGHT], env=environment, capture_output=True, text=True, check=True
    )
    heavy = {"pydantic", "jinja2", "yaml", "bs4", "PIL", "openpyxl", "pdfplumber", "pypdfium2"}
    assert heavy & set(run.stdout.split()) == set()
