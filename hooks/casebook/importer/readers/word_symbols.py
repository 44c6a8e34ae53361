"""Symbols of Word: the characters that fonts of pictures show, if they tell something."""

from __future__ import annotations


def symbol(font: str, code: int) -> str:
    """The character of a font at a code; empty for ornaments without a usual character."""
    private = 0xF000 <= code <= 0xF0FF
    table = _FONTS.get(font.strip().lower())
    if table is not None and (private or code < 0x100):
        low = code & 0xFF
        return table.get(low, chr(low) if font.lower() == "symbol" and 0x20 < low < 0x40 else "")
    if 0xE000 <= code <= 0xF8FF or 0xD800 <= code <= 0xDFFF or not 0x20 <= code <= 0x10FFFF:
        return ""
    return chr(code)


def _from(begin: int, characters: str) -> dict[int, str]:
    return {begin + place: one for place, one in enumerate(characters)}


_WINGDINGS = {
    **_from(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    **_from(0xFB, "✗✓☒☑"),
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0xA7: "▪", 0xA8: "□",
    0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
}  # fmt: skip
_WINGDINGS_2 = {
    **_from(0x4F, "✗✓☒☑☒☒"),
    **_from(0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    0x97: "●", 0xA2: "■", 0xA3: "□",
}  # fmt: skip
_SYMBOL = {
    **_from(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"),
    0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "·", 0xB8: "÷",
    0xB9: "≠", 0xBB: "≈",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL, "webdings": {}}
