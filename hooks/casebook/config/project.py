"""The project: where the folders are that a command works on."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from casebook.content.files import Folders

CASES_VARIABLE = "CASEBOOK_CASES"
"""Names the cases folder; mkdocs.yml reads the same variable."""

SITE_VARIABLE = "CASEBOOK_SITE_URL"
"""Says where the site will stand; mkdocs.yml reads the same variable."""

OUTPUTS_VARIABLE = "CASEBOOK_OUTPUTS"
"""Names the outputs to make beside the pages, parted by commas; `no` for none. For measuring."""

CACHE_VARIABLE = "CASEBOOK_CACHE"
"""Names the folder of what is kept for the next build; `no` keeps nothing."""

CONFIG = "mkdocs.yml"

SOURCES = (
    "docs",
    "hooks",
    "overrides",
    "tests",
    "tools",
    "requirements",
    ".github",
    ".ci",
    "cases",
)
"""The folders of a checkout that people write."""


@dataclass(frozen=True, slots=True)
class Project:
    """A checkout of casebook; other folders of content can be named than the usual ones."""

    root: Path
    docs: Path | None = None
    cases: Path | None = None

    @classmethod
    def here(cls) -> Project:
        """The project around the current folder, or else the one this package lies in."""
        candidates = (Path.cwd(), *Path.cwd().parents, *Path(__file__).resolve().parents)
        own = (
            folder
            for folder in candidates
            if (folder / CONFIG).is_file() and (folder / "hooks").is_dir()
        )
        return cls(next(own, Path.cwd()))

    @property
    def folders(self) -> Folders:
        """The content folders; the variable names another one, from the root unless absolute."""
        cases = self.cases or self.root / (os.environ.get(CASES_VARIABLE) or "cases")
        docs = self.docs or self.root / "docs"
        return Folders(cases=Path(os.path.normpath(cases)), docs=docs, root=self.root)

    @property
    def config(self) -> Path:
        """The site's configuration."""
        return self.root / CONFIG

    def is_source(self, folder: Path) -> bool:
        """Whether a folder is, holds or lies in something that a build must not replace."""
        target = folder.resolve()
        kept = (self.root / name for name in (*SOURCES, ".git", ".venv"))
        sources = [*(path.resolve() for path in kept), self.folders.cases.resolve()]
        return any(
            target.is_relative_to(source) or source.is_relative_to(target) for source in sources
        )

    @property
    def cache(self) -> Path | None:
        """The folder of what builds leave to the next; None where nothing is kept."""
        named = os.environ.get(CACHE_VARIABLE)
        return None if named == "no" else self.root / (named or ".cache/casebook")

    def outputs(self, known: Iterable[str]) -> tuple[str, ...]:
        """Of the names of all outputs those that are made; all where the variable is not set."""
        named = os.environ.get(OUTPUTS_VARIABLE)
        wanted = {name.strip() for name in (named or "").split(",")}
        return tuple(name for name in known if not named or name in wanted)

    @property
    def site(self) -> Path:
        """Where the finished site stands."""
        return self.root / "site"
