"""Routes: every address of a site, with its source, media type and caching.

The table of routes is the one list of what is published. Links, the URL ledger, the preview,
headers, the privacy scan, precompression and the manifest read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from casebook.content.url_ledger import is_ledger_address

HASH = ":version"
"""In a pattern, a folder named by its content hash."""

_WILDCARDS = {"*": ".*", HASH: "[0-9a-f]{12}"}


class RouteKind(StrEnum):
    """What makes a published file."""

    PAGE = "page"
    REDIRECT = "redirect"
    OUTPUT = "output"
    COPY = "copy"
    """A file of docs/, overrides/ or cases/, published as it is."""


class Caching(StrEnum):
    """How long browsers and proxies may use a file without revalidation."""

    REVALIDATE = "revalidate"
    """Never: a correction or withdrawal must take effect at once."""
    MINUTES = "minutes"
    """Data that programs of other sites poll."""
    DAY = "day"
    FOREVER = "forever"
    """The address changes with the content."""


@dataclass(frozen=True, slots=True)
class Route:
    """A published file or, with wildcards in its path, a group of files of one output."""

    path: str
    """Below the site; in a pattern `*` matches anything and `:version` a hash."""
    kind: RouteKind
    source: str
    """For messages: the path of its source file or the name of its output."""
    media_type: str
    caching: Caching = Caching.REVALIDATE
    is_lasting: bool = False
    """Whether its address is permanent."""
    exempt: str = ""
    """Why the privacy scan may skip it; empty if it may not."""

    @property
    def is_pattern(self) -> bool:
        """Whether it matches a group of files."""
        return "*" in self.path or HASH in self.path

    @property
    def address(self) -> str:
        """The address readers use: without `index.html`."""
        return self.path.removesuffix("index.html")

    @property
    def expression(self) -> str:
        """The path as a regular expression."""
        parts = re.split(rf"(\*|{HASH})", self.path)
        return "".join(_WILDCARDS.get(part) or re.escape(part) for part in parts)


def is_text(media_type: str) -> bool:
    """Whether files of a media type are text, which compresses well."""
    return bool(re.fullmatch(r"text/.*|.*(?:json|xml)", media_type))


@dataclass(frozen=True)
class RouteTable:
    """All routes of a site; lookups prefer a single file to a pattern."""

    routes: tuple[Route, ...]
    _files: dict[str, Route] = field(init=False, repr=False)
    _patterns: tuple[tuple[re.Pattern[str], Route], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        files = {route.path: route for route in self.routes if not route.is_pattern}
        patterns = tuple((re.compile(one.expression), one) for one in self.patterns)
        object.__setattr__(self, "_files", files)
        object.__setattr__(self, "_patterns", patterns)

    @property
    def patterns(self) -> tuple[Route, ...]:
        """The routes that match groups of files."""
        return tuple(route for route in self.routes if route.is_pattern)

    @property
    def declared(self) -> tuple[Route, ...]:
        """The routes that are the same in every site: those of outputs, and all patterns."""
        outputs = RouteKind.OUTPUT
        return tuple(one for one in self.routes if one.is_pattern or one.kind is outputs)

    def of(self, path: str) -> Route | None:
        """The route of a file below the site; None if no such file is published."""
        found = self._files.get(path)
        if found is None:
            matches = (route for pattern, route in self._patterns if pattern.fullmatch(path))
            found = next(matches, None)
        return found

    def __getitem__(self, path: str) -> Route:
        """The route of a file; raises KeyError if it has none, so that it is not published."""
        found = self.of(path)
        if found is None:
            raise KeyError(path)
        return found

    def lasting(self, paths: Iterable[str]) -> tuple[str, ...]:
        """The permanent addresses among the paths of published files, sorted."""
        found = ((path, self.of(path)) for path in paths)
        addresses = (
            path.removesuffix("index.html") for path, one in found if one and one.is_lasting
        )
        return tuple(sorted(filter(is_ledger_address, addresses)))

    def collisions(self) -> Iterator[tuple[Route, Route]]:
        """Pairs of routes that would write the same file, the earlier one second.

        Some file systems are case-insensitive, and none can hold a file and a folder of the same
        name.
        """
        seen: dict[str, Route] = {}
        folders: dict[str, Route] = {}
        files = [route for route in self.routes if not route.is_pattern]
        for route in files:
            path = route.path.casefold()
            first = seen.setdefault(path, route)
            if first is not route:
                yield route, first
            for end in (index for index, character in enumerate(path) if character == "/"):
                folders.setdefault(path[:end], route)
        outputs = [one for one in self.patterns if one.kind is RouteKind.OUTPUT]
        any_output = re.compile("|".join(one.expression for one in outputs) or "(?!)")
        for route in files:
            if within := folders.get(route.path.casefold()):
                yield route, within
            if any_output.fullmatch(route.path):
                yield (
                    route,
                    next(one for one in outputs if re.fullmatch(one.expression, route.path)),
                )
