"""Derives the table of traditional and variant characters for the check of look-alikes.

    python -m tools.traditional_characters

The source is the package opencc: its conversions from traditional to simplified Chinese, and from
Japanese to traditional Chinese, character by character. Kept are the characters that are not in
GB 2312, the standard of simplified Chinese, and whose simplified form is: all others are in use,
as 乾 in 乾坤, or are too rare to be certain.
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from textwrap import wrap

from opencc import OpenCC

TABLE = Path(__file__).parents[1] / "hooks/casebook/checks/traditional.txt"
IDEOGRAPHS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))
IN_NAMES = frozenset("昇陞甦堃龢氾甯迺邨勣喆锺")
"""Characters that the standard of 2013 allows again in names of persons and places."""
ALWAYS_WRONG = dict(zip("後於徵夥麽拚摺麴", "后于征伙么拼折曲", strict=True))
"""Characters of GB 2312 that simplified texts use in rare words only."""
OLD_FORMS = dict(
    zip(
        "囯冨氷戸呉髙吿舎渕舗値竒濶畧囬囘甞凖彚敍倂甁郞靑飮繋緖郷鄕兪偸尙鑛愼顚塡淸",
        "国富冰户吴高告舍渊铺值奇阔略回回尝准汇叙并瓶郎青饮系绪乡乡俞偷尚矿慎颠填清",
        strict=True,
    )
)
"""Old and Japanese forms that the source leaves as they are."""
HEAD = """\
# Traditional, variant and Japanese characters, each before its simplified form.
# Source: PyPI opencc {version}, licence Apache-2.0, by Carbo Kuo and others;
# derived by tools/traditional_characters.py: what is not in GB 2312 and has a form that is, and
# what the tool names.
"""


def table() -> str:
    """The text of the table."""
    simplify, from_japanese = OpenCC("t2s").convert, OpenCC("jp2t").convert
    pairs = ALWAYS_WRONG | OLD_FORMS
    for character in (chr(code) for codes in IDEOGRAPHS for code in codes):
        right = simplify(character)
        if right == character:
            right = simplify(from_japanese(character))
        if right != character and not _is_standard(character) and _is_standard(right):
            pairs[character] = right
    listed = " ".join(old + pairs[old] for old in sorted(pairs) if old not in IN_NAMES)
    lines = wrap(listed, 98, break_long_words=False)
    return HEAD.format(version=version("opencc")) + "\n".join(lines) + "\n"


def _is_standard(character: str) -> bool:
    """Whether a character is in GB 2312."""
    try:
        return len(character.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
