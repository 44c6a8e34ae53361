"""The project: where the folders are that a command works on."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from casebook.content.files import Folders

CASES_VARIABLE = "CASEBOOK_CASES"
"""Names the cases folder; mkdocs.yml reads the same variable."""

CONFIG = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Project:
    """A checkout of casebook."""

    root: Path

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
        cases = self.root / (os.environ.get(CASES_VARIABLE) or "cases")
        return Folders(cases=cases, docs=self.root / "docs", root=self.root)

    @property
    def config(self) -> Path:
        """The site's configuration."""
        return self.root / CONFIG

    @property
    def site(self) -> Path:
        """Where the finished site stands."""
        return self.root / "site"
