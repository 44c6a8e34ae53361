"""The adapter: hands the site's pages to MkDocs. Nothing else here knows that MkDocs exists.

Every build reads all files anew, so `serve` follows edited, new, renamed and deleted cases without
a restart. In `build` an error stops before MkDocs touches its output; in `serve` the problems are
shown where the broken page would stand, because an exception there leaves the browser hanging.
"""

from __future__ import annotations

import logging
import os
import posixpath
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from casebook import texts
from casebook.calendar import today_in_china
from casebook.checks import inspect
from casebook.checks.bodies import Kind, elements
from casebook.content.files import Folders
from casebook.content.library import Library
from casebook.content.loading import load
from casebook.content.problem import Problem, in_order
from casebook.pages.page import HOME, SitePage
from casebook.pages.site import build
from casebook.pages.taxonomy import Key
from casebook.report import closing

log = get_plugin_logger("casebook")

PROBLEMS = Key("problems/", texts.PROBLEMS_PAGE)


@dataclass(frozen=True, slots=True)
class _Build:
    """What one build knows; replaced whole by the next."""

    library: Library
    problems: tuple[Problem, ...]
    pages: dict[str, SitePage]


_is_serving = False
_current: _Build


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remembers whether this run previews or publishes."""
    global _is_serving
    _is_serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Offers no editing without a repository, and keeps the segmenter from telling its steps."""
    if not config.repo_url:
        config.edit_uri = None
    logging.getLogger("jieba").setLevel(logging.WARNING)
    return config


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Reads and checks all content; PluginError if it must not be published."""
    global _current
    folders = _folders(config)
    library, found = load(folders)
    problems = in_order([*found, *inspect(library, today_in_china())])
    errors = [problem for problem in problems if problem.is_error]
    for problem in problems:
        (log.warning if _is_serving else log.error if problem.is_error else log.info)(str(problem))
    if errors and not _is_serving:
        raise PluginError(closing(problems, len(library.cases), len(library.bulletins)))
    pages = {page.uri: page for page in build(library, with_drafts=_is_serving).pages}
    if _is_serving and problems:
        pages |= _problem_pages(library, problems)
    _current = _Build(library, problems, pages)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Puts every page of the site and the images that shown cases use before MkDocs."""
    for uri, page in _current.pages.items():
        file = files.get_file_from_path(uri)
        if file is None:
            file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            files.append(file)
        file.edit_uri = _edit_uri(page)
    for uri in sorted(_images(_current.pages.values())):
        path = _current.library.files.get(uri)
        if path is not None and uri.startswith("cases/"):
            files.append(File.generated(config, uri, abs_src_path=str(path)))
    return files


def _images(pages: Iterable[SitePage]) -> set[str]:
    """The uris of the images in the texts of pages; drafts and withdrawn texts have none here."""
    return {
        posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), unquote(element.target)))
        for page in pages
        if "![" in page.body  # most have no image, and need no second reading
        for element in elements(page.body)
        if element.kind is Kind.IMAGE
    }


def on_page_read_source(*, page: Page, config: MkDocsConfig) -> str | None:
    """The text of a page without front matter, which MkDocs would read by other rules."""
    found = _current.pages.get(page.file.src_uri)
    return None if found is None else f"\n{found.body}"


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Gives a page the title, description and template that a theme expects in its front matter.

    The theme prints title and description as they come, so they are escaped here.
    """
    found = _current.pages.get(page.file.src_uri)
    if found is not None:
        page.meta = {
            "title": str(escape(found.title)),
            "description": str(escape(found.summary)),
            "template": found.template,
            "hide": ["navigation", "toc"],
            "search": {"exclude": not found.is_searched},
        }
    return markdown


def on_page_context(
    context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Gives a page's template the page and what it shows."""
    found = _current.pages.get(page.file.src_uri)
    if found is None:
        return context
    notice = PROBLEMS if _is_serving and _current.problems else None
    return {**context, "site_page": found, "problems_key": notice, **found.view}


def _folders(config: MkDocsConfig) -> Folders:
    root = Path(config.config_file_path).parent
    cases = root / (config.extra["casebook"]["cases_dir"] or "cases")
    return Folders(cases=Path(os.path.normpath(cases)), docs=Path(config.docs_dir), root=root)


def _edit_uri(page: SitePage) -> str | None:
    """The path of the Markdown file in the repository, if that is where it lies."""
    if page.content is None or Path(page.content.document.path).is_absolute():
        return None
    return page.content.document.path


def _problem_pages(library: Library, problems: tuple[Problem, ...]) -> dict[str, SitePage]:
    """A page of all problems, and one in place of every page whose file holds an error."""
    uris = {path: uri for uri, path in library.broken.items()}
    uris |= {content.document.path: content.uri for content in library.contents}
    by_path: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_path[problem.path].append(problem)
    errors = [problem for problem in problems if problem.is_error]
    pages = {"problems.md": _problem_page(PROBLEMS.address, list(problems), PROBLEMS.title)}
    for path, uri in uris.items():
        own = by_path[path]
        if uri in library.broken or any(problem.is_error for problem in own):
            address = uri.removesuffix("index.md").removesuffix(".md").rstrip("/") + "/"
            blamed = own or by_path[_bulletin_path(path)] or errors
            pages[uri] = _problem_page(address, blamed, path)
    return pages


def _problem_page(address: str, problems: list[Problem], title: str) -> SitePage:
    return SitePage(
        address=address,
        template="problems.html",
        title=title,
        summary=title,
        trail=(HOME,),
        view={"problems": problems},
    )


def _bulletin_path(path: str) -> str:
    """The bulletin whose problems may keep a case without its own from being shown."""
    return str(Path(path).with_name("index.md").as_posix())
