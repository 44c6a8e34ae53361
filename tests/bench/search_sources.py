"""Writes the published cases as the sources of a plain site of Material's, for the other engines.

    python -m tests.bench.search_sources CASES FOLDER

FOLDER gets mkdocs.yml and docs/. The pages say what a case's own page says: title, facts, summary
and text. The nav has the home page alone: all cases in it would slow every page down.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from casebook.content.contents import Case
from casebook.content.files import Folders
from casebook.content.loader import load
from casebook.pages.site import build_site

from .build import ROOT

# The theme's fonts would come from elsewhere.
CONFIGURATION = """\
site_name: 网络违法犯罪典型案例
theme:
  name: material
  language: zh
  font: false
nav: [index.md]
not_in_nav: "*"
plugins:
  - search:
      lang: zh
"""


def write(cases: Path, folder: Path) -> None:
    """Writes the sources of the site."""
    library, _ = load(Folders(cases=cases, docs=ROOT / "docs", root=ROOT))
    pages = {f"cases/{case.id}.md": _page(case) for case in build_site(library).cases}
    pages |= {"index.md": "# 网络违法犯罪典型案例\n"}
    for address, text in pages.items():
        path = folder / "docs" / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")


def _page(case: Case) -> str:
    facts = [case.date.chinese, *(place.name for place in case.places)]
    facts += [group.title for group in case.offences]
    facts += [case.stage.value]
    parts = (f"# {case.title}", " · ".join(facts), case.fields.summary, case.body)
    return "\n\n".join(parts) + "\n"


def main() -> None:
    """Writes into the folder named on the command line."""
    parser = argparse.ArgumentParser(description="Writes cases as a plain site of Material's.")
    parser.add_argument("cases", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    write(options.cases, options.folder)


if __name__ == "__main__":
    main()
