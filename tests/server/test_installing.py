"""How a machine without nginx gets it, and what people are told."""

from __future__ import annotations

import pytest

from . import nginx

ROOT = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get")
INSTALL = (*ROOT, "install", "-y", "--no-install-recommends")
BOTH, ALONE = (*INSTALL, *nginx.PACKAGES), (*INSTALL, nginx.PACKAGES[0])


@pytest.mark.parametrize(
    ("apt", "available", "carried_out", "said"),
    [
        (ROOT, nginx.PACKAGES, [(*ROOT, "update"), BOTH], nginx.READY),
        (ROOT, nginx.PACKAGES[:1], [(*ROOT, "update"), BOTH, ALONE], nginx.NO_BROTLI),
        (ROOT, (), [(*ROOT, "update"), BOTH, ALONE], nginx.MISSING),
        ((), nginx.PACKAGES, [], nginx.MISSING),
    ],
)
def test_installing_is_never_a_failure(apt, available, carried_out, said, monkeypatch, capsys):
    installed: set[str] = set()
    ran = []

    def run(*command: str) -> bool:
        ran.append(command)
        wanted = [name for name in command if name in nginx.PACKAGES]
        if set(wanted) <= set(available):
            installed.update(wanted)
            return True
        return False

    monkeypatch.setattr(nginx, "_ran", run)
    monkeypatch.setattr(nginx, "_apt", lambda: apt)
    monkeypatch.setattr(nginx, "find", lambda: "nginx" if nginx.PACKAGES[0] in installed else None)
    monkeypatch.setattr(nginx, "is_complete", lambda: set(nginx.PACKAGES) <= installed)
    assert nginx.install() == 0
    assert (ran, capsys.readouterr().out.splitlines()[-1]) == (carried_out, said)
