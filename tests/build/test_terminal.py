"""How far the work is: a bar on a terminal, a line now and then in a log, nothing elsewhere."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator

import pytest

from casebook.build import terminal
from casebook.build.terminal import terminal_progress

TITLE = "正在数数"


class Screen(io.StringIO):
    """A standard error that somebody may watch."""

    def __init__(self, is_watched: bool) -> None:
        super().__init__()
        self.is_watched = is_watched

    def isatty(self) -> bool:
        return self.is_watched


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Screen:
    is_watched, is_ci, patience = request.param
    made = Screen(is_watched)
    monkeypatch.setattr(sys, "__stderr__", made)
    monkeypatch.setattr(terminal, "SHOW_AFTER", patience)
    monkeypatch.setattr(terminal, "LOG_INTERVAL", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    if is_ci:
        monkeypatch.setenv("CI", "true")
    else:
        monkeypatch.delenv("CI", raising=False)
    return made


@pytest.mark.parametrize("screen", [(True, False, 0.0)], indirect=True)
def test_a_long_step_has_a_bar_that_goes(screen: Screen) -> None:
    shown = []
    for number in terminal_progress(range(9), TITLE):
        shown.append(number)
    assert shown == list(range(9))
    assert TITLE in screen.getvalue()
    assert screen.getvalue().endswith("\x1b[2K")  # the line is wiped


@pytest.mark.parametrize("screen", [(False, True, 0.0)], indirect=True)
def test_a_log_gets_plain_lines(screen: Screen) -> None:
    assert list(terminal_progress(iter("甲乙"), TITLE, total=2)) == ["甲", "乙"]
    assert screen.getvalue() == f"{TITLE}：1/2\n{TITLE}：2/2\n"


@pytest.mark.parametrize(
    "screen", [(False, False, 0.0), (True, False, 9.0), (False, True, 9.0)], indirect=True
)
def test_a_pipe_and_a_short_step_get_nothing(screen: Screen) -> None:
    assert list(terminal_progress(range(9), TITLE)) == list(range(9))
    assert screen.getvalue() == ""


@pytest.mark.parametrize("screen", [(True, False, 0.0)], indirect=True)
def test_a_step_that_breaks_takes_its_bar_down(screen: Screen) -> None:
    def breaking() -> Iterator[int]:
        yield 1
        yield 2
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        list(terminal_progress(breaking(), TITLE, total=3))
    assert screen.getvalue().endswith("\x1b[2K")


def test_without_a_standard_error_nothing_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stderr__", None)
    monkeypatch.setattr(terminal, "SHOW_AFTER", 0.0)
    monkeypatch.setenv("CI", "true")
    assert list(terminal_progress(range(3), TITLE)) == [0, 1, 2]
