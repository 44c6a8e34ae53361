"""Radicals: signs of dictionaries that PDF readers output instead of the characters they look like.

A font draws ⼈ and 人 with one picture, and its first code point is what a PDF hands out. Source of
the supplement: Unicode's EquivalentUnifiedIdeograph; traditional and Japanese forms are simplified.
"""

from __future__ import annotations

from unicodedata import normalize

_SUPPLEMENT = dict(
    zip(
        "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧"
        "⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍"
        "⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛"
        "犭王𤴔目示礻𥫗纟纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶"
        "辶邑钅长镸长门𨸏阝雨青韦页风飞食𩙿饣饣𩠐马骨鬼鱼鸟卤麦黄黾齐齐齿齿龙龙龟龟龟",
        strict=True,
    )
)
_SIMPLIFIED = dict(
    zip(
        "⼾⾒⾙⾞⾧⾨⾭⾱⾴⾵⾶⾺⾾⿂⿃⿄⿆⿈⿌⿑⿒⿓⿔",
        "户见贝车长门青韦页风飞马斗鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
"""The radicals of the Kangxi dictionary that compatibility normalization makes traditional."""

RADICALS = (
    {chr(code): normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    | _SUPPLEMENT
    | _SIMPLIFIED
)
"""The simplified character of each radical that has one."""

_TABLE = str.maketrans(RADICALS)


def without_radicals(text: str) -> str:
    """The text with each radical as the simplified character, and nothing else changed."""
    return text.translate(_TABLE)
