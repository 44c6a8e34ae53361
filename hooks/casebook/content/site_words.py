"""The words of a site: brands and terms that look like names of persons and are none.

    # comments
    雷霆
    Cobalt Strike

A word in the list is no name in any text of the site.
"""

from __future__ import annotations

import re

from casebook.content.line_list import read_lines
from casebook.content.problem import Problem

WORDS = "words.txt"
"""The name of the file in the cases folder."""

_WORD = re.compile(r"[一-鿿A-Za-z][一-鿿A-Za-z0-9 ·-]{0,28}[一-鿿A-Za-z0-9]")


def parse_words(text: str, path: str) -> tuple[frozenset[str], list[Problem]]:
    """The words in the text of such a file, one a line, and the problems of its lines."""
    words, problems = read_lines(text, path, _WORD, "site-word")
    return frozenset(words), problems
