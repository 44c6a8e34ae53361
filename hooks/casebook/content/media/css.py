"""Style sheets in drawings: which declarations only draw, and load nothing from elsewhere.

What is in no list here is refused; a style sheet of a drawing needs no more than its attributes do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.content.media.errors import UnreadableError
from casebook.content.media.svg_names import PRESENTATION

_OWN_ADDRESS = r"""url\(\s*(?:#[\w.:-]+|"#[\w.:-]+"|'#[\w.:-]+')\s*\)"""
_OPAQUE = re.compile(
    rf"""{_OWN_ADDRESS}|/\*.*?(?:\*/|\Z)|"[^"\n\r\f]*"|'[^'\n\r\f]*'""", re.DOTALL | re.IGNORECASE
)
"""A reference within the drawing, a comment or a string, whichever comes first."""
_FUNCTION = re.compile(r"([\w-]*)\(")
_FUNCTIONS = {
    *("rgb", "rgba", "hsl", "hsla", "calc", "var", "min", "max", "clamp", "cubic-bezier"),
    *("matrix", "translate", "translatex", "translatey", "scale", "scalex", "scaley"),
    *("rotate", "skewx", "skewy", "blur", "brightness", "contrast", "drop-shadow", "grayscale"),
    *("hue-rotate", "invert", "opacity", "saturate", "sepia", "", "not", "is", "where"),
    *("nth-child", "nth-of-type"),
}
_MEDIA = re.compile(r"@media[^{}@;]*\{", re.IGNORECASE)
_NEVER = re.compile(r"""\\|["']|@[\w-]*|javascript:""", re.IGNORECASE)
"""Escapes, half a string, rules of a sheet, scripts."""


def ensure_value_draws(value: str) -> None:
    """UnreadableError where a value loads anything or calls a function that is in no list."""
    _ensure_draws(_OPAQUE.sub(" ", value))


def ensure_declarations_draw(text: str) -> None:
    """UnreadableError where a list of declarations sets what is no property of a drawing."""
    _ensure_properties(_OPAQUE.sub(" ", text))


def ensure_sheet_draws(text: str) -> None:
    """UnreadableError where a style sheet holds a rule that is in no list, or loads anything."""
    for block in _MEDIA.sub("", _OPAQUE.sub(" ", text)).split("}"):
        selector, brace, declarations = block.partition("{")
        _ensure_draws(selector)
        if selector.strip() and not brace:
            raise UnreadableError("svg-unsafe", selector.strip())
        _ensure_properties(declarations)


def _ensure_properties(plain: str) -> None:
    _ensure_draws(plain)
    for declaration in plain.split(";"):
        name = declaration.partition(":")[0].strip().lower()
        if name and name not in PRESENTATION:
            raise UnreadableError("svg-unsafe", f"{name}:")


def _ensure_draws(plain: str) -> None:
    if match := _NEVER.search(plain):
        raise UnreadableError("svg-unsafe", match[0])
    for match in _FUNCTION.finditer(plain):
        if match[1].lower() not in _FUNCTIONS:
            raise UnreadableError("svg-unsafe", f"{match[1]}()")


def texts_of_sheet(text: str) -> Iterator[str]:
    """What a style sheet holds as text: its lines, with its strings and comments."""
    yield from filter(None, map(str.strip, text.splitlines()))
