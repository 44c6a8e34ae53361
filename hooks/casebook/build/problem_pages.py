"""Problem pages of the preview: all problems, and those of each page that cannot be rendered."""

from __future__ import annotations

from collections import defaultdict
from pathlib import PurePosixPath

from casebook.content.library import Library
from casebook.content.problem import Problem
from casebook.pages.page import HOME, PROBLEMS, SitePage, address_of


def problem_pages(library: Library, problems: tuple[Problem, ...]) -> dict[str, SitePage]:
    """A page of all problems, and one in place of every page whose file has an error, by uri."""
    uris = {path: uri for uri, path in library.broken.items()}
    uris |= {content.document.path: content.uri for content in library.contents}
    errors = [problem for problem in problems if problem.is_error]
    by_path: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_path[problem.path].append(problem)
    pages = {"problems.md": _problem_page(PROBLEMS.address, list(problems), PROBLEMS.title)}
    for path, uri in uris.items():
        own = by_path[path]
        if uri in library.broken or any(problem.is_error for problem in own):
            shown = own or by_path[_bulletin_path(path)] or errors
            pages[uri] = _problem_page(address_of(uri), shown, path)
    return pages


def _problem_page(address: str, problems: list[Problem], title: str) -> SitePage:
    return SitePage(
        address=address,
        template="problems.html",
        title=title,
        summary=title,
        breadcrumbs=(HOME,),
        view={"problems": problems},
    )


def _bulletin_path(path: str) -> str:
    """The bulletin of a case: its errors break cases that have none of their own."""
    return str(PurePosixPath(path).with_name("index.md"))
