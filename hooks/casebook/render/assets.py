"""Assets: the style sheet and the scripts, in one folder named by their content hash.

Browsers may cache them for ever, and a page never loads those of another build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from casebook.content.line_breaks import with_unix_line_breaks
from casebook.pages.reserved import STYLE_SHEET
from casebook.pages.routes import HASH, Caching, Route, RouteKind
from casebook.render.content_version import content_version

SCRIPTS = "assets/js/"
"""The folder of the scripts in docs/."""

STYLES = "styles"
"""The folder of the parts of the style sheet, beside the templates; joined in order of name."""

FOLDER = "assets/"

ROUTES = tuple(
    Route(f"{FOLDER}{HASH}/*{ending}", RouteKind.OUTPUT, ending, media_type, Caching.FOREVER)
    for ending, media_type in ((".css", "text/css"), (".js", "text/javascript"))
)


def is_asset(uri: str) -> bool:
    """Whether a source file is one of the scripts or the style sheet."""
    return uri == STYLE_SHEET or uri.startswith(SCRIPTS)


def assets(files: Mapping[str, Path], templates: Iterable[Path]) -> dict[str, bytes]:
    """The contents of the style sheet and the scripts, by their paths below the site."""
    contents = {STYLE_SHEET: style_sheet(templates).encode()}
    for uri, path in files.items():
        if uri.startswith(SCRIPTS):
            contents[uri] = with_unix_line_breaks(uri, path.read_bytes())
    version = content_version(contents)
    return {
        f"{FOLDER}{version}/{uri.removeprefix(FOLDER)}": content
        for uri, content in contents.items()
    }


def style_sheet(templates: Iterable[Path]) -> str:
    """The style sheet: its parts joined into one file, so that a page needs one request."""
    return "\n".join(part.read_text(encoding="utf-8") for part in _parts(templates))


def _parts(templates: Iterable[Path]) -> Iterator[Path]:
    for folder in templates:
        yield from sorted((folder / STYLES).glob("*.css"))
