"""Declarations: what a CSS declaration block says about whether and how a text is seen."""

from __future__ import annotations

import re
from collections.abc import Mapping


def declarations(text: str) -> dict[str, str]:
    """The values of the properties that matter to reading, in lower case, the last one of each.

    A value with `!important` ends with an exclamation mark.
    """
    found: dict[str, str] = {}
    for match in _DECLARATION.finditer(text):
        name, value = match[1].lower(), match[2].strip().lower()
        if name not in _PROPERTIES or not value:
            continue
        is_important = bool(_IMPORTANT.search(value))
        if found.get(name, "").endswith("!") and not is_important:
            continue
        found[name] = _IMPORTANT.sub("", value).rstrip() + ("!" if is_important else "")
    return found


_DECLARATION = re.compile(r"(?:^|;)\s*+([\w-]{1,60}+)\s*+:([^;]*+)")
_IMPORTANT = re.compile(r"!\s*important\s*$")
_NAMES = (
    "background-clip -webkit-background-clip clip clip-path color content-visibility display "
    "font font-family font-size font-weight height left list-style list-style-type max-height "
    "mso-element mso-hide mso-list opacity overflow position text-decoration "
    "text-decoration-line text-indent text-line-through top transform visibility white-space width"
)
_PROPERTIES = frozenset(_NAMES.split())


def is_absent(style: Mapping[str, str]) -> bool:
    """Whether an element with these values, and all in it, takes no place or lies out of sight."""
    if style.get("display") == "none" or style.get("mso-hide") in ("all", "screen"):
        return True
    if _ZERO.fullmatch(style.get("opacity", "")) or style.get("content-visibility") == "hidden":
        return True
    if re.search(r"scale\(\s*0\s*[,)]", style.get("transform", "")):
        return True
    return _is_clipped(style) or _is_moved_away(style) or _is_transparent(style)


def is_tiny(style: Mapping[str, str]) -> bool | None:
    """Whether a text is too small to be seen; None if that is as around it."""
    size = style.get("font-size") or _size_of(style.get("font", ""))
    if _ZERO.fullmatch(size) or re.fullmatch(r"(?:0?\.\d+|1(?:\.0+)?)(?:px|pt)", size):
        return True
    is_absolute = re.fullmatch(
        r"[\d.]+(?:px|pt|rem|cm|mm|in|vw|vh)?|(?:x*-?)(?:small|large)|medium|initial", size
    )
    return False if is_absolute else None


def is_struck(style: Mapping[str, str]) -> bool | None:
    """Whether a line goes through a text; None if nothing is said of it."""
    lines = " ".join(style.get(name, "") for name in _LINES)
    if "line-through" in lines or style.get("text-line-through", "none") != "none":
        return True
    return False if "none" in lines else None


_LINES = ("text-decoration", "text-decoration-line")
_ZERO = re.compile(r"[+-]?0*\.?0+\s*(?:[a-z]{1,4}|%)?")
_CLIP = re.compile(r"rect\((?:\s*[01](?:px)?\s*,?){4}\)")
_AWAY = re.compile(
    r"-\s*(?:\d{4,}(?:\.\d+)?\s*(?:px|pt|em|rem)|\d{3,}(?:\.\d+)?\s*(?:em|rem|vw)|999\s*px)"
)


def _size_of(font: str) -> str:
    """The size in a value of `font`; empty if there is none."""
    found = re.search(r"(?:^|\s)([\d.]+(?:px|pt|em|rem|%|vw)?)(?:/\S+)?\s+\S", font)
    return found[1] if found else ""


def _is_clipped(style: Mapping[str, str]) -> bool:
    if style.get("overflow", "") in ("hidden", "clip"):
        if any(_ZERO.fullmatch(style.get(name, "")) for name in ("height", "max-height", "width")):
            return True
        if style.get("text-indent") == "100%":
            return True
    if re.fullmatch(r"inset\((?:50|100)%\)", style.get("clip-path", "")):
        return True
    is_out_of_flow = style.get("position") in ("absolute", "fixed")
    return is_out_of_flow and bool(_CLIP.fullmatch(style.get("clip", "")))


def _is_moved_away(style: Mapping[str, str]) -> bool:
    if _AWAY.match(style.get("text-indent", "")):
        return True
    is_placed = style.get("position") in ("absolute", "fixed", "relative")
    return is_placed and any(_AWAY.match(style.get(name, "")) for name in ("left", "top"))


def _is_transparent(style: Mapping[str, str]) -> bool:
    is_cut_out = "text" in (style.get("background-clip"), style.get("-webkit-background-clip"))
    return style.get("color") == "transparent" and not is_cut_out
