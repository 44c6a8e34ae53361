"""The preview's server: what is asked for is made first, also while a rebuild sweeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Event, Lock, Thread
from typing import Any

from casebook.build.preview import TRIES, exclusive, made_on_demand

Start = Callable[..., Any]


class Site:
    """A folder that a rebuild may sweep right after something was made."""

    def __init__(self, known: set[str], sweeps: int = 0) -> None:
        self.known, self.sweeps = known, sweeps
        self.there: set[str] = set()
        self.made: list[str] = []

    def make(self, path: str) -> bool:
        if path not in self.known or path in self.there:
            return False
        self.there.add(path)
        self.made.append(path)
        return True

    def answer(self, environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
        if self.sweeps:
            self.sweeps -= 1
            self.there.clear()
        is_there = environ["PATH_INFO"] in self.there
        start_response("200 OK" if is_there else "404 Not Found", [])
        return [b"page" if is_there else b"lost"]


def ask(site: Site, path: str) -> tuple[list[str], bytes]:
    statuses: list[str] = []
    application = made_on_demand(site.answer, site.make, Lock())
    body = application({"PATH_INFO": path}, lambda status, headers: statuses.append(status))
    return statuses, b"".join(body)


def test_a_page_is_made_before_it_is_answered():
    site = Site({"/cases/"})
    assert ask(site, "/cases/") == (["200 OK"], b"page")
    assert ask(site, "/cases/") == (["200 OK"], b"page")
    assert site.made == ["/cases/"]


def test_what_nobody_knows_is_answered_once():
    site = Site({"/cases/"})
    assert ask(site, "/nothing/") == (["404 Not Found"], b"lost")
    assert site.made == []


def test_a_page_that_a_rebuild_swept_away_is_made_again():
    site = Site({"/cases/"}, sweeps=2)
    assert ask(site, "/cases/") == (["200 OK"], b"page")
    assert site.made == ["/cases/"] * 3


def test_rebuilds_without_end_are_given_up():
    site = Site({"/cases/"}, sweeps=100)
    assert ask(site, "/cases/") == (["404 Not Found"], b"lost")
    assert len(site.made) <= TRIES + 1


def test_paths_are_read_as_utf_8():
    site = Site({"/案/"})
    assert site.make("/案/")
    statuses, _ = ask(site, "/案/".encode().decode("latin-1"))
    assert statuses == ["404 Not Found"]  # the application itself looks for what it was given
    assert site.made == ["/案/"]


def test_nothing_is_made_while_a_build_is_under_way():
    """It would be made of what was there before, and stay when the build is done."""
    lock, begun, may_end = Lock(), Event(), Event()
    site = Site({"/cases/"})

    def build() -> None:
        begun.set()
        assert may_end.wait(30)
        site.there.clear()

    statuses: list[str] = []
    application = made_on_demand(site.answer, site.make, lock)
    builder = Thread(target=exclusive(build, lock))
    builder.start()
    assert begun.wait(30)
    asking = Thread(
        target=application,
        args=({"PATH_INFO": "/cases/"}, lambda status, headers: statuses.append(status)),
    )
    asking.start()
    asking.join(0.2)
    assert (site.made, statuses) == ([], [])
    may_end.set()
    builder.join(30)
    asking.join(30)
    assert (site.made, statuses) == (["/cases/"], ["200 OK"])
