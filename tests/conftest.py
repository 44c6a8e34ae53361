"""Fixtures that every part of the tests shares."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from casebook.content.files import Folders
from casebook.content.library import Library
from casebook.content.loader import load

from .browser import chromium
from .checks.sites import copy_sound_site
from .sites.building import ADDRESS, BuiltSite, built

ROOT = Path(__file__).parents[1]

BuildOnce = Callable[[str, Callable[[Path], object]], BuiltSite]


@pytest.fixture(scope="session")
def library() -> Library:
    """The published cases."""
    found, problems = load(Folders(cases=ROOT / "cases", docs=ROOT / "docs", root=ROOT))
    assert problems == []
    return found


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sound site as a project of its own, which is also the current folder."""
    root = tmp_path / "项目 one"
    copy_sound_site(root)
    (root / "hooks").mkdir()
    (root / "mkdocs.yml").touch()
    monkeypatch.delenv("CASEBOOK_CASES", raising=False)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Lets the children of a test take Ctrl+C, which a shell's background job ignores."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="session")
def build_once(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> BuildOnce:
    """Builds a site under a name; the second worker that wants it waits for the first."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if hasattr(request.config, "workerinput") else base

    def once(name: str, build: Callable[[Path], object]) -> BuiltSite:
        root = shared / f"site-{name}"
        with FileLock(shared / f"site-{name}.lock"):
            if not (root / "built").exists():
                root.mkdir(exist_ok=True)
                build(root)
                (root / "built").touch()
        return BuiltSite(root / "site")

    return once


@pytest.fixture(scope="session")
def site(build_once: BuildOnce) -> BuiltSite:
    """The published cases, built with the command that publishes them."""
    return build_once("real", lambda root: built(root / "site"))


@pytest.fixture(scope="session")
def addressed(build_once: BuildOnce) -> BuiltSite:
    """The published cases of a site that knows where it stands."""
    return build_once("addressed", lambda root: built(root / "site", CASEBOOK_SITE_URL=ADDRESS))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    path = chromium.find()
    assert path, "No browser: run `python -m tests.browser.chromium --install`."
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=chromium.flags())
        yield launched
        launched.close()
