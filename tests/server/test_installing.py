"""How a machine without nginx gets it, and what people are told."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from . import installing, nginx

BOTH, ALONE = installing.PACKAGES, installing.PACKAGES[:1]


@pytest.mark.parametrize(
    ("available", "asked_for", "code", "said"),
    [
        (BOTH, [BOTH], 0, installing.READY),
        (ALONE, [BOTH, ALONE], 0, installing.NO_BROTLI),
        ((), [BOTH, ALONE], 1, installing.FAILED),
    ],
)
def test_nginx_alone_is_of_use_and_without_it_the_command_fails(
    available, asked_for, code, said, monkeypatch, capsys
):
    unpacked: set[str] = set()
    asked = []

    def unpack(wanted: tuple[str, ...]) -> bool:
        asked.append(wanted)
        if is_there := set(wanted) <= set(available):
            unpacked.update(wanted)
        return is_there

    monkeypatch.setattr(installing, "_unpacked", unpack)
    monkeypatch.setattr(installing, "_update", lambda: None)
    monkeypatch.setattr(installing.shutil, "which", lambda name: name)
    monkeypatch.setattr(nginx, "find", lambda: "nginx" if ALONE[0] in unpacked else None)
    monkeypatch.setattr(nginx, "is_complete", lambda: set(BOTH) <= unpacked)
    assert installing.install() == code
    output = capsys.readouterr()
    assert asked == asked_for
    assert (output.out + output.err).splitlines() == [installing.BEGUN, said]


def test_a_machine_that_has_it_fetches_nothing(monkeypatch, capsys):
    monkeypatch.setattr(nginx, "is_complete", lambda: True)
    monkeypatch.setenv("PATH", "")
    assert installing.install() == 0
    assert capsys.readouterr().out == f"{installing.READY}\n"


APT = """#!/bin/sh
echo "apt-get $*" >> "$CALLS"
case "$*" in
  *--simulate*) printf 'Inst libbrotli1 (1.0)\\nInst nginx (1.22) []\\nConf nginx (1.22)\\n' ;;
  download*) touch libbrotli1_1.0_all.deb nginx_1.22_all.deb ;;
esac
"""
DPKG = """#!/bin/sh
echo "dpkg $1 ${2##*/}" >> "$CALLS"
mkdir -p "$3/usr/sbin" && cd "$3/usr/sbin" && touch nginx && chmod +x nginx
"""


def test_packages_are_unpacked_and_never_installed(tmp_path, monkeypatch):
    calls, programs = tmp_path / "calls", tmp_path / "bin"
    programs.mkdir()
    for name, script in (("apt-get", APT), ("dpkg", DPKG)):
        (programs / name).write_text(script, encoding="utf-8")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("CALLS", str(calls))
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.setattr(nginx, "UNPACKED", tmp_path / "nginx")
    assert installing._unpacked(BOTH)
    assert nginx.find() == str(tmp_path / "nginx/usr/sbin/nginx")
    assert calls.read_text(encoding="utf-8").splitlines() == [
        f"apt-get install --simulate --no-install-recommends {' '.join(BOTH)}",
        "apt-get download libbrotli1 nginx",
        "dpkg -x libbrotli1_1.0_all.deb",
        "dpkg -x nginx_1.22_all.deb",
    ]


def test_what_is_unpacked_comes_before_what_is_installed(tmp_path, monkeypatch):
    module = tmp_path / "usr/lib/nginx/modules" / nginx.MODULE
    library = tmp_path / "usr/lib/x86_64-linux-gnu"
    for folder in (module.parent, library):
        folder.mkdir(parents=True)
    module.touch()
    monkeypatch.setattr(nginx, "UNPACKED", tmp_path)
    monkeypatch.setenv("LD_LIBRARY_PATH", "elsewhere")
    assert nginx.brotli_module("true") == module
    assert nginx.environment()["LD_LIBRARY_PATH"] == f"{library}:elsewhere"


def makefile_says(target: str) -> str:
    root = Path(__file__).parents[2]
    run = subprocess.run(
        ["make", "--dry-run", "--always-make", target],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return run.stdout


def test_only_its_own_target_fetches_nginx():
    fetching = "python -m tests.server.installing"
    assert fetching in makefile_says("test-nginx")
    assert fetching not in makefile_says("test")
    assert "python -m tests.browser.chromium --install" in makefile_says("test")
