"""Lists in text files: an entry a line, between blank lines and lines of comments."""

from __future__ import annotations

import re

from casebook.content.problem import Mark, Problem


def read_lines(
    text: str, path: str, entry: re.Pattern[str], code: str
) -> tuple[dict[str, int], list[Problem]]:
    """The entries with the number of their first line, and a problem `code` for any other line."""
    found: dict[str, int] = {}
    problems: list[Problem] = []
    for number, line in enumerate(map(str.strip, text.splitlines()), 1):
        if entry.fullmatch(line) and not line.startswith("#"):
            found.setdefault(line, number)
        elif line and not line.startswith("#"):
            problems.append(Problem.of(code, path, Mark(number, 1), found=line))
    return found, problems
