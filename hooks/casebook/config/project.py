"""The project: the folders that a command reads and writes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from casebook.content.files import Folders

CASES_VARIABLE = "CASEBOOK_CASES"
"""The variable with the cases folder; mkdocs.yml reads the same variable."""

SITE_VARIABLE = "CASEBOOK_SITE_URL"
"""The variable with the URL of the site; mkdocs.yml reads the same variable."""

OUTPUTS_VARIABLE = "CASEBOOK_OUTPUTS"
"""The variable with the outputs to build, separated by commas; `no` for none. For benchmarks."""

CACHE_VARIABLE = "CASEBOOK_CACHE"
"""The variable with the folder of the build cache; `no` disables the cache."""

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
"""The folders of a checkout with files written by hand."""


@dataclass(frozen=True, slots=True)
class Project:
    """A checkout of casebook; `docs` and `cases` override the default content folders."""

    root: Path
    docs: Path | None = None
    cases: Path | None = None

    @classmethod
    def here(cls) -> Project:
        """The project that contains the current folder, or else this package."""
        candidates = (Path.cwd(), *Path.cwd().parents, *Path(__file__).resolve().parents)
        own = (
            folder
            for folder in candidates
            if (folder / CONFIG).is_file() and (folder / "hooks").is_dir()
        )
        return cls(next(own, Path.cwd()))

    @property
    def folders(self) -> Folders:
        """The content folders; a path in CASEBOOK_CASES is relative to the root unless absolute."""
        cases = self.cases or self.root / (os.environ.get(CASES_VARIABLE) or "cases")
        docs = self.docs or self.root / "docs"
        return Folders(cases=Path(os.path.normpath(cases)), docs=docs, root=self.root)

    @property
    def config(self) -> Path:
        """The path of the site's configuration file."""
        return self.root / CONFIG

    def is_source(self, folder: Path) -> bool:
        """Whether a folder is, contains or is in a source folder, which no build may replace."""
        target = folder.resolve()
        kept = (self.root / name for name in (*SOURCES, ".git", ".venv"))
        sources = [*(path.resolve() for path in kept), self.folders.cases.resolve()]
        return any(
            target.is_relative_to(source) or source.is_relative_to(target) for source in sources
        )

    @property
    def cache(self) -> Path | None:
        """The folder of the build cache; None where the cache is disabled."""
        named = os.environ.get(CACHE_VARIABLE)
        return None if named == "no" else self.root / (named or ".cache/casebook")

    def outputs(self, known: Iterable[str]) -> tuple[str, ...]:
        """The names of the outputs to build; all of `known` where the variable is not set."""
        named = os.environ.get(OUTPUTS_VARIABLE)
        wanted = {name.strip() for name in (named or "").split(",")}
        return tuple(name for name in known if not named or name in wanted)

    @property
    def site(self) -> Path:
        """The folder of the built site."""
        return self.root / "site"
