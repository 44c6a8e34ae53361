"""The command `casebook`, loaded once: each call is a fork of the process that has loaded it.

A build spends two fifths of its time on loading what it needs, and the tests build dozens of sites.
What a call does to its process ends with it, as with a process that was started for it alone.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

ROOT = Path(__file__).parents[2]
LOADED = ("casebook.commands.build", "casebook.mkdocs_adapter", "mkdocs.commands.build")
BROKEN = 70
"""The exit code of a call that ended with an exception, which it prints."""


def run(
    arguments: Sequence[str], cwd: Path, env: Mapping[str, str], timeout: int
) -> subprocess.CompletedProcess[str]:
    """Runs the command with these arguments and returns how it ended."""
    server = _server()
    assert server.stdin is not None
    assert server.stdout is not None
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        call = {"arguments": [*arguments], "cwd": str(cwd), "env": {**env}, "timeout": timeout}
        server.stdin.write(json.dumps(call | {"out": str(out), "err": str(err)}) + "\n")
        server.stdin.flush()
        code = int(server.stdout.readline())
        texts = (path.read_text(encoding="utf-8") for path in (out, err))
        return subprocess.CompletedProcess([*arguments], code, *texts)


@cache
def _server() -> subprocess.Popen[str]:
    """The process that has loaded the command; it ends with this one."""
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.sites.forking"],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    atexit.register(server.communicate)
    return server


def serve() -> None:
    """Carries out one call after the other, until nobody is left to ask for one."""
    for name in LOADED:
        import_module(name)
    gc.freeze()
    while line := sys.stdin.readline():
        process = os.fork()
        if process == 0:
            _carry_out(json.loads(line))
        print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), flush=True)


def _carry_out(call: dict[str, Any]) -> NoReturn:
    code = BROKEN
    try:
        _become(call)
        code = import_module("casebook.cli").main(call["arguments"])
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else BROKEN
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _become(call: dict[str, Any]) -> None:
    """Makes this process what one would be that was started for the call."""
    signal.alarm(call["timeout"])
    os.chdir(call["cwd"])
    os.environ.clear()
    os.environ.update(call["env"])
    tempfile.tempdir = None
    for number, path, flags in (
        (0, os.devnull, os.O_RDONLY),
        (1, call["out"], os.O_WRONLY | os.O_CREAT),
        (2, call["err"], os.O_WRONLY | os.O_CREAT),
    ):
        os.dup2(os.open(path, flags), number)


if __name__ == "__main__":
    serve()
